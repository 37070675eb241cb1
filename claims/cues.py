"""Finds the words that say that somebody says something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import regex

from claims.cues_forms import GAP
from claims.quotes_words import Ends, Token, lowered
from configs.language.quotes import QuotesSection

__all__ = ["Cue", "CueKind", "Lexicon", "begins_cue", "find_cues", "tag_words"]

CueKind = Literal["verb", "weak", "before", "after", "tail", "like", "known", "object", "passive", "own"]

(
    STOP,
    LINK,
    SKIP,
    ARTICLE,
    ROLE,
    TITLE,
    THAT,
    TO,
    PARTICLE,
    HE,
    SHE,
    THEY,
    LABEL,
    TERRITORY,
    SUBJUNCTIVE,
    COMPLEMENT,
    BODY,
) = (1 << n for n in range(17))
PRONOUN = HE | SHE | THEY
_MOST_SEEN = 50_000
"""Words of which a lexicon remembers what they can be."""
_REACH = 25
"""How many tokens the second part of a verb in two places may be away."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens ``first`` up to, not including, ``last``.

    ``before`` and ``after`` say where the cue stands: right before its source (according to X) or right after it
    (X zufolge). ``tail`` is ", so X", ``known`` a word for a source named earlier, ``like`` a whole clause (as X said)
    whose verb is ``inner``, ``object`` a verb whose object is the content,
    ``passive`` a participle by which somebody gives a figure, ``own`` words for the figures of the clause's subject.
    """

    first: int
    last: int
    kind: CueKind
    inner: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's ``quotes`` section, ready to look words up in."""

    section: QuotesSection
    pattern: regex.Pattern[str]
    entries: dict[str, tuple[tuple[tuple[str, ...], CueKind], ...]]
    tags: dict[str, int]
    phrases: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
    endings: tuple[tuple[str, int], ...]
    ends: Ends
    calendar: frozenset[str]
    source_nouns: frozenset[str] = frozenset()
    source_endings: tuple[str, ...] = ()
    source_prepositions: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    hearsay_ends: frozenset[str] = frozenset()
    sure_subjunctive: frozenset[str] = frozenset()
    words_he: frozenset[str] = frozenset()
    words_she: frozenset[str] = frozenset()
    endings_she: tuple[str, ...] = ()
    first_person: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    speech_nouns: frozenset[str] = frozenset()
    speech_endings: tuple[str, ...] = ()
    naming_verbs: frozenset[str] = frozenset()
    naming_leads: frozenset[str] = frozenset()
    backward: tuple[tuple[str, ...], ...] = ()
    impersonal: frozenset[tuple[str, ...]] = frozenset()
    passives: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    views: frozenset[str] = frozenset()
    told: regex.Pattern[str] | None = None
    name_ends: regex.Pattern[str] | None = None
    formers: frozenset[str] = frozenset()
    former_prefixes: tuple[str, ...] = ()
    families: frozenset[str] = frozenset()
    foreign_letters: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    called_so: frozenset[str] = frozenset()
    selves: frozenset[str] = frozenset()
    citing: frozenset[str] = frozenset()
    noun_verbs: frozenset[str] = frozenset()
    stand_ins: frozenset[str] = frozenset()
    stand_in_ends: tuple[str, ...] = ()
    name_cuts: regex.Pattern[str] | None = None
    subordinators: frozenset[str] = frozenset()
    relative_pronouns: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    seen: dict[str, int] = field(default_factory=dict)
    code: str = ""
    """The language whose claims about figures it reads; empty where it reads quotes."""

    def is_source_noun(self, token: Token) -> bool:
        """Whether ``token`` is an account, an opinion or a document that something is known from."""
        return token.low in self.source_nouns or bool(self.source_endings and token.low.endswith(self.source_endings))

    def is_speech_noun(self, token: Token) -> bool:
        """Whether ``token`` makes words in marks after it speech."""
        return token.low in self.speech_nouns or bool(self.speech_endings and token.low.endswith(self.speech_endings))

    def tag(self, text: str) -> int:
        """The bits of what the word ``text`` can be; 0 for a word that the language file does not know."""
        found = self.seen.get(text)
        if found is None:
            if len(self.seen) > _MOST_SEEN:
                self.seen.clear()
            found = self.seen[text] = self._read_tag(text)
        return found

    def _read_tag(self, text: str) -> int:
        if text in self.calendar:
            return SKIP
        word = lowered(text)
        found = self.tags.get(word)
        if found is None:
            found = 0
            for prefix in self.section.prefixes:
                if word.startswith(prefix) and len(word) > len(prefix) + 1:
                    bits = self.tags.get(word[len(prefix) :], 0)
                    # an article makes no conjunction of the rest: a name, maybe (he האבל, "but" with an article)
                    found |= bits & ~(STOP | THAT | SKIP) if prefix in self.section.adjuncts else bits
            for ending, bit in self.endings:
                if word.endswith(ending):
                    found |= bit
            for suffix in self.section.subject_suffixes:
                if word.endswith(suffix):
                    found |= self.tags.get(word[: -len(suffix)], 0) & (ROLE | TITLE | BODY)
            if "-" in word:  # diretor-geral, ex-minister
                found |= (self.tags.get(word.split("-", 1)[0], 0) | self.tags.get(word.rsplit("-", 1)[1], 0)) & ROLE
        return found


def tag_words(tokens: Sequence[Token], lexicon: Lexicon) -> None:
    """Sets ``tag`` of every word of ``tokens``, phrases of several words included."""
    for token in tokens:
        if token.low:
            token.tag = lexicon.tag(token.text)
    for i, token in enumerate(tokens):
        for rest, bit in lexicon.phrases.get(token.low, ()):
            end = _match(tokens, i + 1, len(tokens), rest)
            if end is not None:
                for part in tokens[i:end]:
                    part.tag |= bit


def find_cues(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> list[Cue]:
    """The cues among tokens ``first`` up to ``last``, in order; of two at one place the longer."""
    found: list[Cue] = []
    i = first
    entries = lexicon.entries
    prefixes = lexicon.section.prefixes
    while i < last:
        low = tokens[i].low
        rests = entries.get(low)
        if rests is None and lexicon.section.elision and "-" in low:
            rests = entries.get(low.split("-", 1)[0])
        if rests is None and prefixes:
            rests = next(
                (entries[low[len(p) :]] for p in prefixes if low.startswith(p) and low[len(p) :] in entries), None
            )
        step = 1
        for rest, kind in rests or ():
            end = _match(tokens, i + 1, last, rest)
            if end is not None:
                found.append(Cue(i, end, kind))
                step = end - i
                break
        i += step
    return found


def begins_cue(tokens: Sequence[Token], at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a whole cue, not only its first word, stands at token ``at``."""
    return any(_match(tokens, at + 1, last, rest) is not None for rest, _ in lexicon.entries.get(tokens[at].low, ()))


def _match(tokens: Sequence[Token], at: int, last: int, rest: tuple[str, ...]) -> int | None:
    """Where a cue whose further words are ``rest`` ends, None when they are not there."""
    contiguous = at
    gap = False
    for word in rest:
        if word == GAP:
            gap = True
        elif gap:
            stop = min(last, at + _REACH)
            while at < stop and tokens[at].low != word:
                if tokens[at].text == ";":
                    return None
                at += 1
            if at >= stop:
                return None
            at += 1
        else:
            if at >= last or tokens[at].low != word:
                return None
            at += 1
            contiguous = at
    return contiguous
