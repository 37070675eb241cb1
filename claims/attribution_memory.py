"""Remembers who was named, so that "she" and "the minister" find their name."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.attribution_names import Mention
from claims.cues import HE, ROLE, SHE, TERRITORY, THEY, Lexicon
from claims.quotes_words import WORD, Row
from records.span import Span

__all__ = ["Memory", "Speaker"]

_STEM = 5
"""Letters of an office that must agree: endings differ by case and gender."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks as the report names them, and the place of the words that name them there."""

    name: str
    span: Span


@dataclass(slots=True)
class _Known:
    speaker: Speaker
    roles: set[str] = field(default_factory=set)
    gender: int = 0
    person: bool = False
    seen: int = 0


@dataclass(slots=True)
class Memory:
    """The people and bodies that a text has named so far, the last one last."""

    known: list[_Known] = field(default_factory=list)

    def meet(self, row: Row, mention: Mention, lexicon: Lexicon, speaks: bool = True) -> Speaker:
        """Takes note of ``mention`` and returns who it stands for."""
        written = _written(row, mention, lexicon)
        if mention.kind == "pronoun":
            return self._by_pronoun(row, mention) or written
        if mention.kind == "role":
            return self._by_role(row, mention) or self._note(row, mention, written, person=False)
        return self._note(row, mention, written, person=True)

    def last_person(self, at: int, reach: int = 600) -> Speaker | None:
        """The person named last within ``reach`` letters before ``at``: who a verb without a subject means."""
        for known in reversed(self.known):
            if known.person and at - reach <= known.seen <= at:
                return known.speaker
        return None

    def _note(self, row: Row, mention: Mention, speaker: Speaker, person: bool) -> Speaker:
        fresh = _Known(speaker, _roles_near(row, mention), person=person, seen=speaker.span.start)
        self.known.append(fresh)
        return speaker

    def _by_role(self, row: Row, mention: Mention) -> Speaker | None:
        words = [t for t in row.tokens[mention.first : mention.last] if t.kind == WORD]
        roles = {t.low[:_STEM] for t in words if t.tag & ROLE}
        if not roles or sum(not t.tag for t in words) > 0:
            return None
        for known in reversed(self.known):
            if known.person and roles <= known.roles:
                self.known.append(known)
                return known.speaker
        return None

    def _by_pronoun(self, row: Row, mention: Mention) -> Speaker | None:
        tag = row.tokens[mention.first].tag
        if tag & THEY and not tag & (HE | SHE):
            return self.known[-1].speaker if self.known and not self.known[-1].person else None
        wanted = tag & (HE | SHE)
        for known in reversed(self.known):
            if known.person and (known.gender == 0 or wanted & known.gender or wanted == HE | SHE):
                if wanted in {HE, SHE}:
                    known.gender = wanted
                self.known.append(known)
                return known.speaker
        return None


def _roles_near(row: Row, mention: Mention) -> set[str]:
    """Stems of the offices in the same phrase as the name, before it or after a comma."""
    tokens = row.tokens
    found: set[str] = set()
    for i in range(mention.first - 1, max(-1, mention.first - 9), -1):
        if tokens[i].kind != WORD and tokens[i].text not in {",", ".", "،"}:
            break
        if tokens[i].tag & ROLE:
            found.add(tokens[i].low[:_STEM])
        elif tokens[i].text in ".":
            break
    for i in range(mention.last, min(len(tokens), mention.last + 7)):
        if tokens[i].kind != WORD and tokens[i].text not in {",", "،"}:
            break
        if tokens[i].tag & ROLE:
            found.add(tokens[i].low[:_STEM])
    return found


def _written(row: Row, mention: Mention, lexicon: Lexicon) -> Speaker:
    first, last = row.tokens[mention.first], row.tokens[mention.last - 1]
    start, end = first.start, last.end
    section = lexicon.section
    for suffix in ("'s", "’s", *section.subject_suffixes, *section.source_suffixes):
        if row.text[start:end].endswith(suffix) and last.end - last.start > len(suffix) + 1:
            end -= len(suffix)
            break
    for prefix in section.prefixes:
        bare = first.low[len(prefix) :]
        if first.low.startswith(prefix) and len(bare) > 1 and lexicon.tags.get(bare, 0) & (ROLE | TERRITORY):
            start += len(prefix)
            break
    return Speaker(row.text[start:end], Span(start, end))
