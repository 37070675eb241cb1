"""Which words of a sentence are what somebody says in the outlet's words, by the kind of cue that leads to them."""

from __future__ import annotations

from claims.attribution import mention_of
from claims.attribution_phrases import Mention
from claims.cues import PRONOUN, STOP, Cue, Lexicon
from claims.indirect_doubts import is_unsaid
from claims.indirect_verbs import ATTEMPTS, FURTHER, SHORTEST, is_brief
from claims.quotes_found import UnitReading
from claims.quotes_words import POINT, QUOTE, WORD, Row

__all__ = ["Place", "find_content", "find_further"]

_COMMAS = frozenset(",،、，՝")
_SUBJECT = 5
"""How many tokens a second subject has, with the conjunction before it."""

Place = tuple[Cue, int, int, Mention | None]


def find_content(row: Row, reading: UnitReading, lexicon: Lexicon) -> list[Place]:
    """What the cues of the unit report, in order: for each the content's tokens and the speaker.

    A second cue is read where a comma or an "and" leads to it from the content of the first, which then ends there.
    """
    places: list[Place] = []
    for number, cue in enumerate(reading.cues):
        sibling = _sibling(row, places[-1], cue, lexicon) if places else None
        if places and sibling is None and not _joins(row, places[-1], cue, lexicon):
            continue
        place = None if is_unsaid(row, reading.unit, cue, lexicon) else _place(row, reading, cue, lexicon)
        if place is None:
            continue
        if places:
            if place[1] < cue.last:
                continue
            before = places[-1]
            end = sibling if sibling is not None else cue.first - 1
            places[-1] = (before[0], before[1], end, before[3])
            place = (
                place[0],
                place[1],
                place[2],
                place[3] if sibling is not None or _own_subject(row, cue, place[3]) else before[3],
            )
        places.append(place)
        if number and len(places) > 2:
            break
    return places


def find_further(row: Row, reading: UnitReading, spoken: int, lexicon: Lexicon) -> Place | None:
    """What a second cue behind a direct quote that ends at ``spoken`` reports: "…," he said, adding that ..."""
    if lexicon.section.verb_final:
        return None
    behind = [cue for cue in reading.cues if row.tokens[cue.first].start >= spoken]
    for cue in behind[1:]:
        previous = row.tokens[cue.first - 1]
        if cue.kind == "weak" or not (previous.text in _COMMAS or previous.low in lexicon.conjunctions):
            continue
        for attempt in FURTHER:
            found = attempt(row, reading, cue, lexicon)
            if found is not None and _is_long(row, found[0], found[1], SHORTEST):
                return cue, found[0], found[1], None
    return None


def _place(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> Place | None:
    for attempt in ATTEMPTS:
        found = attempt(row, reading, cue, lexicon)
        least = 2 if is_brief(attempt, lexicon) else SHORTEST
        if found is not None and _is_long(row, found[0], found[1], least):
            first, last = found
            return cue, first, last, _speaker(row, reading, cue, first, last, lexicon)
    return None


def _joins(row: Row, before: Place, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether ``cue`` stands within the content of ``before``, right after a comma or conjunction."""
    if lexicon.section.verb_final or cue.kind not in {"verb", "weak"}:
        return False
    if not before[1] + 3 < cue.first < before[2] - 2:
        return False
    previous = row.tokens[cue.first - 1]
    return previous.text in _COMMAS or (previous.kind == WORD and previous.low in lexicon.conjunctions)


def _sibling(row: Row, before: Place, cue: Cue, lexicon: Lexicon) -> int | None:
    """Where the content of ``before`` ends when ``cue`` has a subject of its own behind a conjunction or semicolon.

    "X said A and he added B": a pronoun or a name stands between the two.
    """
    if lexicon.section.verb_final or not lexicon.section.bare_clause or cue.kind != "verb":
        return None
    for i in range(cue.first - 1, max(before[1] + 3, cue.first - _SUBJECT), -1):
        token = row.tokens[i]
        if token.kind != WORD and token.text != ";":
            return None
        if token.text == ";" or token.low in _coordinators(lexicon):
            first = row.tokens[i + 1]
            named = first.tag & PRONOUN or first.text[0].isupper()
            return i if named and i + 1 < cue.first else None
    return None


def _coordinators(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for word in lexicon.conjunctions if lexicon.tag(word) & STOP)


def _own_subject(row: Row, cue: Cue, mention: Mention | None) -> bool:
    return mention is not None and mention.first >= cue.last


def _is_long(row: Row, first: int, last: int, least: int) -> bool:
    words = [t for t in row.tokens[first:last] if t.kind != POINT]
    if all(t.kind == QUOTE for t in words):
        return False  # a name or term in marks, and nothing else
    return len(words) >= least or (sum(t.end - t.start for t in words) > 3 and bool(words) and not row.spaced)


def _speaker(row: Row, reading: UnitReading, cue: Cue, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The speaker of ``cue`` outside its content."""
    unit = reading.unit
    if cue.kind == "known":
        return None
    if cue.kind in {"before", "after", "tail", "like"}:
        return mention_of(row, cue, unit.first, unit.last, lexicon, after_quote=False)
    if first >= cue.last:
        return mention_of(row, cue, unit.first, first, lexicon, after_quote=False)
    if last <= cue.first:
        return mention_of(row, cue, last, unit.last, lexicon, after_quote=True)
    return mention_of(row, cue, first, unit.last, lexicon, after_quote=False)
