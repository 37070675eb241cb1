"""Remembers who was named, so that "she" and "the minister" find their name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import regex

from claims.attribution_phrases import Mention
from claims.attribution_shape import may_speak
from claims.attribution_written import Speaker, speaker_of
from claims.cues import ARTICLE, BODY, HE, ROLE, SHE, SKIP, THEY, TITLE, Lexicon
from claims.quotes_words import WORD, Row, Token
from records.span import Span

__all__ = ["Memory"]

NOBODY, MAYBE, SURE = 0, 1, 2
"""How surely a name is a person's."""
_NEAR = 500
"""How many letters before a pronoun a sure person is taken before somebody nearer who may be none."""
_DESCRIBED = 200
"""How many letters before a description the person may have been named."""
_SURE_SCORE = 3
"""From which score a name in a script without capitals is a person's: an office stands beside it."""
_OFFICE_WORDS = 8
"""Words of an office and what it is of, its article too."""
_STEM = 5
"""Letters of an office that must agree: endings differ by case and gender."""


@dataclass(slots=True)
class _Known:
    speaker: Speaker
    roles: set[str] = field(default_factory=set)
    gender: int = 0
    person: int = NOBODY
    seen: int = 0


@dataclass(slots=True)
class Memory:
    """The people and bodies that a text has named so far, the last one last."""

    known: list[_Known] = field(default_factory=list)

    def meet(self, row: Row, mention: Mention, lexicon: Lexicon) -> Speaker | None:
        """Takes note of ``mention`` and returns who it stands for; None when its words can be no speaker's."""
        written = self._trimmed(speaker_of(row, mention, lexicon), mention, lexicon)
        if not may_speak(row.tokens, mention, row.text, lexicon, written.span):
            return None
        if mention.kind == "pronoun":
            return self._by_pronoun(row, mention) or written
        if mention.kind == "role":
            fresh = row.tokens[mention.first].low in lexicon.section.indefinites
            known = None if fresh else self._by_role(row, mention) or self._by_description(row, mention, lexicon)
            return known or self._note(row, mention, written, lexicon)
        return self._note(row, mention, written, lexicon)

    def present(self, speaker: Speaker) -> Speaker:
        """Takes note of a person whose name alone tells that it is one."""
        self.known.append(_Known(speaker, person=SURE, seen=speaker.span.start))
        return speaker

    def last_person(self, at: int, reach: int = 600) -> Speaker | None:
        """The person named last within ``reach`` letters before ``at``: who a verb without a subject means."""
        for known in self._last_first(at):
            if known.person and at - reach <= known.seen:
                return known.speaker
        return None

    def _last_first(self, at: int) -> list[_Known]:
        """Those seen before ``at``, the last one first: reported speech is read after all that stands in marks."""
        return sorted((known for known in self.known if known.seen <= at), key=lambda known: -known.seen)

    def knows(self, name: str) -> bool:
        """Whether somebody was named whose last word is ``name``."""
        return any(known.person and known.speaker.name.split()[-1] == name for known in self.known)

    def _note(self, row: Row, mention: Mention, speaker: Speaker, lexicon: Lexicon) -> Speaker:
        words = row.tokens[mention.first : mention.last]
        office = any(t.tag & ROLE and not t.tag & BODY for t in words)
        person = (
            (MAYBE if office else NOBODY) if mention.kind == "role" else _person(row, mention, speaker.name, lexicon)
        )
        if person == MAYBE and mention.kind == "name" and any(_one_family(k, speaker.name) for k in self.known):
            person = SURE
        gender = _gender(row, mention, lexicon)
        for known in reversed(self.known):
            if gender == 0 and known.person and known.speaker.name.split()[-1] == speaker.name.split()[-1]:
                gender = known.gender
                break
        self.known.append(_Known(speaker, _roles_near(row, mention, lexicon), gender, person, speaker.span.start))
        return speaker

    def _trimmed(self, written: Speaker, mention: Mention, lexicon: Lexicon) -> Speaker:
        """``written`` cut down to a name met before that begins it: "Grant at last", where no capital ends a name."""
        if lexicon.section.cased or mention.kind != "name":
            return written
        text, start = written.name, written.span.start
        for known in reversed(self.known):
            if not known.person:
                continue
            for name in (known.speaker.name, regex.split(r"[\s·・]", known.speaker.name)[-1]):
                rest = text[len(name) :]
                if len(name) > 1 and rest and text.startswith(name) and not (lexicon.section.spaced and rest[0] != " "):
                    return Speaker(name, Span(start, start + len(name)))
        return written

    def _again(self, known: _Known, at: int) -> Speaker:
        self.known.append(replace(known, seen=at))
        return known.speaker

    def _by_role(self, row: Row, mention: Mention) -> Speaker | None:
        words = [t for t in row.tokens[mention.first : mention.last] if t.kind == WORD]
        roles = {t.low[:_STEM] for t in words if t.tag & ROLE}
        if not roles or sum(not t.tag for t in words) > 0:
            return None
        for known in self._last_first(words[0].start):
            if known.person and roles <= known.roles:
                return self._again(known, words[0].start)
        return None

    def _by_description(self, row: Row, mention: Mention, lexicon: Lexicon) -> Speaker | None:
        """Whom "the former striker" or "the nun" means: the person named right before whose own office is no other.

        A word for a past office needs no more; any other office asks for somebody whose name came without one.
        """
        tokens = [t for t in row.tokens[mention.first : mention.last] if t.kind == WORD]
        past = any(t.low in lexicon.formers or t.low.startswith(lexicon.former_prefixes) for t in tokens)
        past = past or any(t.low in lexicon.stand_ins or t.low.endswith(lexicon.stand_in_ends) for t in tokens)
        plain = sum(not t.tag for t in tokens) == 0 and any(t.tag & ROLE for t in tokens)
        plain = plain or _is_aged(tokens)
        if any(t.tag & BODY for t in tokens):
            return None  # "the ministry's spokesman" is somebody of that ministry
        if not (past or plain) or (tokens[0].text[0].isupper() and mention.first == 0):
            return None
        at = tokens[0].start
        near = [k for k in self._last_first(at) if k.person == SURE and k.seen >= at - _DESCRIBED]
        if len({k.speaker.name for k in near}) > 1:
            near = [k for k in near if "\n" not in row.text[k.seen : at]]
        if not near or len({k.speaker.name for k in near}) > 1 or (near[0].roles and not past):
            return None
        return self._again(near[0], at)

    def _by_pronoun(self, row: Row, mention: Mention) -> Speaker | None:
        """Whom a pronoun means: of those near, the last one who surely is a person; else the last who may be one."""
        token = row.tokens[mention.first]
        if token.tag & THEY and not token.tag & (HE | SHE):
            bodies = (k for k in self._last_first(token.start) if k.person != SURE and k.seen >= token.start - _NEAR)
            return next((known.speaker for known in bodies), None)
        wanted = token.tag & (HE | SHE)
        fitting = [k for k in self._last_first(token.start) if k.person and (not k.gender or wanted & k.gender)]
        near = [k for k in fitting if k.person == SURE and k.seen >= token.start - _NEAR]
        for known in [*near, *fitting]:
            if wanted in {HE, SHE}:
                known.gender = wanted
            return self._again(known, token.start)
        return None


def _is_aged(tokens: Sequence[Token]) -> bool:
    """Whether the words say no more than somebody's age: "die 22-Jährige", "the 22-year-old"."""
    words = [t for t in tokens if not t.tag & ARTICLE]
    return len(words) == 1 and regex.fullmatch(r"\d{1,2}-?\p{L}[\p{L}\p{M}-]*", words[0].text) is not None


def _one_family(known: _Known, name: str) -> bool:
    """Whether ``name`` alone is the family name of ``known``, in another case maybe: Strandbergin after Strandberg."""
    family = known.speaker.name.split()[-1]
    if known.person != SURE or " " in name or min(len(family), len(name)) < _STEM - 1:
        return False
    stem = min(len(family), len(name)) - (len(family) > _STEM)
    return abs(len(family) - len(name)) <= _STEM - 1 and family[:stem] == name[:stem]


def _person(row: Row, mention: Mention, name: str, lexicon: Lexicon) -> int:
    """How surely ``name`` is a person's: a full name, one that the text gives in full, or one with a title."""
    if any(t.tag & BODY for t in row.tokens[mention.first : mention.last]):
        return NOBODY
    if not lexicon.section.cased:
        return SURE if mention.score >= _SURE_SCORE or _roles_near(row, mention, lexicon) else MAYBE
    words = name.split()
    if any(len(word) > 1 and word.isupper() for word in words):
        return NOBODY
    before = row.tokens[mention.first - 1] if mention.first else None
    if before is not None and before.text == "." and mention.first > 1:
        before = row.tokens[mention.first - 2]
    if before is not None and before.tag & (ROLE | TITLE):
        return SURE
    if before is not None and before.tag & ARTICLE:
        return MAYBE
    full = len(words) > 1 or regex.search(
        rf"\p{{Lu}}\p{{Ll}}+ (?:\p{{Lu}}\. )?{regex.escape(name)}(?!\p{{L}})", row.text
    )
    return SURE if full else MAYBE


def _gender(row: Row, mention: Mention, lexicon: Lexicon) -> int:
    """HE or SHE where a title or office beside the name tells, or the article of an office before it, else 0."""
    article = _article_of_office(row, mention, lexicon)
    if article:
        return article
    words = row.tokens[max(0, mention.first - 5) : mention.first]
    for token in reversed(words):
        if token.low in lexicon.words_he:
            return HE
        if token.low in lexicon.words_she or (
            lexicon.endings_she and token.tag & ROLE and token.low.endswith(lexicon.endings_she)
        ):
            return SHE
        if token.kind != WORD and token.text not in {".", "-"}:
            break
    return 0


def _article_of_office(row: Row, mention: Mention, lexicon: Lexicon) -> int:
    """HE or SHE by the article right before an office: "la presidente del collegio, Amalia Korth"; else 0."""
    tokens = row.tokens
    last = mention.first - (mention.first > 0 and tokens[mention.first - 1].text == ",")
    for i in range(last - 1, max(0, last - _OFFICE_WORDS), -1):
        if tokens[i].kind != WORD:
            return 0
        if tokens[i].tag & ROLE:
            before = tokens[i - 1].low
            return SHE if before in lexicon.section.articles_she else HE * (before in lexicon.section.articles_he)
    return 0


def _roles_near(row: Row, mention: Mention, lexicon: Lexicon) -> set[str]:
    """Stems of the offices in the same phrase as the name, before it or after a comma."""
    tokens = row.tokens
    found: set[str] = set()
    for i in range(mention.first - 1, max(-1, mention.first - 9), -1):
        if tokens[i].kind != WORD and tokens[i].text not in {",", ".", "،"}:
            break
        if tokens[i].text in {",", "،"} and i < mention.first - 1:
            break  # another phrase: "the queen, Elizabeth II, asked prime minister | Key"
        if tokens[i].tag & ROLE:
            found.add(tokens[i].low[:_STEM])
        elif tokens[i].text in ".":
            break
    for i in range(mention.last, min(len(tokens), mention.last + 7)):
        if tokens[i].kind != WORD and tokens[i].text not in {",", "،"}:
            break
        if tokens[i].low in lexicon.entries or (tokens[i].tag & SKIP and not tokens[i].tag & (ROLE | ARTICLE)):
            break  # a verb: what follows is no apposition
        if tokens[i].tag & ROLE:
            found.add(tokens[i].low[:_STEM])
    return found
