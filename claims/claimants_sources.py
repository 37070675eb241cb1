"""The sources that a sentence names, with the words that make one of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from claims.claimants_bounds import Phrase, reads_as_source, without_measured
from claims.claimants_kinds import is_nobody, negating_phrases, tells_a_kind
from claims.claimants_labels import find_labels, find_owned
from claims.claimants_opening import closing_phrase, opening_phrase, owner_phrase
from claims.claimants_passives import Agents, agents_of, passive_phrases
from claims.claimants_phrases import (
    over_times,
    phrase_after,
    phrase_before,
    phrase_first,
    phrase_over_aside,
)
from claims.claimants_views import find_views
from claims.cues import ARTICLE, BODY, LINK, ROLE, Cue, CueKind, Lexicon, find_cues
from claims.cues_forms import all_forms, form_words
from claims.cues_lexicon import cutting_words, load_lexicon
from claims.lexicon import number_grammar
from claims.quotes_words import POINT, Token, word_pattern
from records.span import Span

__all__ = ["Source", "claim_lexicon", "find_sources"]

_CUES = frozenset({"verb", "weak", "before", "after", "passive", "own"})


@dataclass(frozen=True, slots=True)
class Source:
    """A source and the place of the words that make one of it; ``sure`` where its own words say that it can speak.

    ``span`` is None where a verb of saying has a subject that looks like nobody who could, and, then ``sure``, where
    words point at whoever was named before: "according to him".
    """

    span: Span | None
    cue: Span
    sure: bool


@cache
def claim_lexicon(code: str, giving: bool = False) -> Lexicon:
    """The words of the section ``quotes``, and those by which only figures are credited; with ``giving`` also the verbs
    of bringing out figures that a later sentence tells."""
    lexicon = load_lexicon(code)
    section = number_grammar(code).section
    entries = {first: dict(rests) for first, rests in lexicon.entries.items()}
    kinds: tuple[tuple[CueKind, list[str]], ...] = (
        ("verb", all_forms((*section.claim_verbs, *(section.claim_giving if giving else ())))),
        ("known", all_forms(section.claim_known)),
        ("before", all_forms(section.claim_before)),
        ("after", all_forms(section.claim_after)),
        ("passive", all_forms(section.claim_participles)),
        ("own", all_forms(section.claim_own)),
    )
    active, pattern = set(all_forms(section.claim_verbs)), lexicon.pattern
    if not lexicon.section.spaced:
        pattern = word_pattern(
            False, False, [*cutting_words(lexicon.section), *(f for _, forms in kinds for f in forms)]
        )
    for kind, forms in kinds:
        for form in forms:
            words = form_words(form, pattern)
            if words:
                rests = entries.setdefault(words[0], {})
                passive = kind == "passive" and form not in active
                known = rests.get(words[1:], kind)
                rests[words[1:]] = kind if passive or kind in ("known", "own") or known == "object" else known
    ordered = {first: tuple(sorted(rests.items(), key=lambda r: -len(r[0]))) for first, rests in entries.items()}
    return replace(lexicon, entries=ordered, pattern=pattern, ties=frozenset(section.claim_ties), code=code)


def find_sources(
    sentence: str,
    tokens: Sequence[Token],
    code: str,
    lexicon: Lexicon,
    figures: Sequence[Span],
    times: Set[Span] = frozenset(),
) -> list[Source]:
    """The sources among the ``tokens`` of ``sentence``, in the order of their cues; of figures, some are ``times``."""
    found_cues = find_cues(tokens, 0, len(tokens), lexicon)
    cues = [cue for cue in found_cues if not _is_noun(tokens, cue, lexicon) and not _is_denied(tokens, cue, code)]
    taken = {n for cue in cues for n in range(cue.first, cue.last) if cue.kind in _CUES}
    found, agents = [], agents_of(code)

    def speaks(phrase: Phrase) -> bool:
        return reads_as_source(tokens, phrase, lexicon) or _names_a_kind(sentence, tokens, phrase, code)

    for cue in cues:
        phrases = _phrases(tokens, cue, lexicon, figures, times, taken, agents, speaks)
        phrases = [_without_lead(tokens, phrase, lexicon) for phrase in phrases]
        if cue.kind in ("verb", "weak"):
            phrases = [without_measured(tokens, phrase, code) for phrase in phrases]
        phrases = [phrase for phrase in phrases if not is_nobody([t.low for t in tokens[phrase[0] : phrase[1]]], code)]
        if cue.kind == "known":
            found.append(Source(None, Span(tokens[cue.first].start, tokens[cue.last - 1].end), True))
        if not phrases:
            continue
        phrase = next((phrase for phrase in phrases if speaks(phrase)), None)
        sure = phrase is not None
        phrase = phrase or phrases[0]
        place = Span(tokens[cue.first].start, tokens[cue.last - 1].end)
        if cue.kind in ("before", "after") or sure or _may_speak(tokens, cue, phrase, lexicon, times):
            span = _cut(Span(tokens[phrase[0]].start, tokens[phrase[1] - 1].end), sentence, lexicon)
            found.append(Source(span, place, sure or cue.kind in ("before", "after")))
        elif cue.kind == "verb" and phrase[1] <= cue.first:
            found.append(Source(None, place, False))
    for (first, last), at in find_views(sentence, tokens, lexicon, figures, taken):
        span = Span(tokens[first].start, tokens[last - 1].end)
        found.append(Source(span, Span(tokens[at].start, tokens[at].end), True))
    uncued = [find(sentence, tokens, lexicon, figures, taken) for find in (find_labels, find_owned)]
    found += [Source(span, place, True) for entries in uncued for span, place in entries]
    return found


def _without_lead(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """Without the word that opens a clause of saying: "wie | Sprecherin Jana Holt mitteilte"."""
    leads = lexicon.section.sources_clause
    return (phrase[0] + 1, phrase[1]) if phrase[1] - phrase[0] > 1 and tokens[phrase[0]].low in leads else phrase


def _is_denied(tokens: Sequence[Token], cue: Cue, code: str) -> bool:
    """Whether a "not" stands right before a verb: who "no longer fears for the three" does not count them."""
    if cue.kind not in ("verb", "weak"):
        return False
    return any(
        tuple(token.low for token in tokens[max(0, cue.first - len(words)) : cue.first]) == words
        for words in negating_phrases(code)
    )


def _is_noun(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> bool:
    """Whether what looks like a verb is part of a body's name or an object: cơ quan | thống kê, את | מספר."""
    if cue.kind not in ("verb", "weak") or cue.first == 0:
        return False
    marked = tokens[cue.first - 1].low in lexicon.section.clause_objects
    return marked or all(token.tag & BODY for token in tokens[cue.first - 1 : cue.last])


def _cut(span: Span, sentence: str, lexicon: Lexicon) -> Span:
    """Without a particle that is written with the last word, in scripts without capitals (통계청은, 통계청에)."""
    section = lexicon.section
    if not section.subject_suffixes:
        return span
    words = span.of(sentence)
    for ending in (*section.subject_suffixes, *section.source_suffixes):
        if words.endswith(ending) and len(words) > len(ending) + 1:
            return Span(span.start, span.end - len(ending))
    return span


def _phrases(
    tokens: Sequence[Token],
    cue: Cue,
    lexicon: Lexicon,
    figures: Sequence[Span],
    times: Set[Span],
    taken: set[int],
    agents: Agents,
    speaks: Callable[[Phrase], bool],
) -> list[Phrase]:
    """The noun phrases that may be the source of ``cue``, as token numbers, the likeliest first.

    A later one holds where its words say that it can speak and those of the earlier ones don't: an object may stand
    before the verb, an aside between it and its subject.
    """
    found: list[Phrase | None] = []
    if cue.kind == "before":
        found = [_own_noun(tokens, cue, lexicon) or phrase_after(tokens, cue.last, lexicon, figures, taken)]
    elif cue.kind == "after":
        found = [phrase_before(tokens, cue.first, lexicon, figures, taken)]
    elif cue.kind == "own":
        found = [
            opening_phrase(tokens, cue, lexicon, figures, speaks) or owner_phrase(tokens, cue, lexicon, figures, speaks)
        ]
    elif cue.kind in ("verb", "weak", "passive"):
        passive = passive_phrases(tokens, cue, lexicon, figures, taken, agents)
        if passive is not None or cue.kind == "passive":
            return passive or []
        if lexicon.section.verb_final or lexicon.section.subject_marks:
            first = phrase_first(tokens, cue.first, lexicon, figures, taken, speaks)
            if first is not None:
                behind = None if speaks(first) else closing_phrase(tokens, cue, lexicon, figures, taken, speaks)
                return [behind or first]
        found = [
            phrase_before(tokens, cue.first, lexicon, figures, taken),
            phrase_after(tokens, cue.last, lexicon, figures, taken, True, times),
            phrase_over_aside(tokens, cue.first, lexicon, figures, taken),
            opening_phrase(tokens, cue, lexicon, figures, speaks),
        ]
        if lexicon.section.verb_final:
            found.append(opening_phrase(tokens, cue, lexicon, figures, speaks, whole=True))
    return [phrase for phrase in found if phrase is not None]


def _own_noun(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> Phrase | None:
    """The last word of ``cue`` where it names the source itself: "Nach Polizeiangaben starben …"."""
    last = tokens[cue.last - 1]
    following = tokens[cue.last] if cue.last < len(tokens) else None
    owned = following is not None and (following.tag & (LINK | ARTICLE | ROLE) or following.text[:1].isupper())
    named = cue.last - cue.first > 1 and lexicon.is_source_noun(last) and tells_a_kind(last.text, lexicon.code)
    return (cue.last - 1, cue.last) if named and not owned else None


def _names_a_kind(sentence: str, tokens: Sequence[Token], phrase: Phrase, code: str) -> bool:
    return tells_a_kind(sentence[tokens[phrase[0]].start : tokens[phrase[1] - 1].end], code)


def _may_speak(tokens: Sequence[Token], cue: Cue, phrase: Phrase, lexicon: Lexicon, times: Set[Span]) -> bool:
    """Whether the look of the words allows a source: a capital, a script without, or "…, said rescue workers." """
    if not lexicon.section.cased or any(token.text[:1].isupper() for token in tokens[phrase[0] : phrase[1]]):
        return True
    behind = over_times(tokens, phrase[1], times)
    ends = behind == len(tokens) or tokens[behind].kind == POINT
    return cue.kind == "verb" and phrase[0] >= cue.last and ends
