"""What is reported where the verb of saying comes last: between the subject and the verb."""

from __future__ import annotations

from claims.attribution_lead import past_body
from claims.attribution_uncased import subject_before
from claims.cues import COMPLEMENT, Cue, Lexicon
from claims.quotes_found import UnitReading
from claims.quotes_words import WORD, Row

__all__ = ["by_final_verb"]


_COMMAS = frozenset(",،、，՝")


def by_final_verb(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """What stands between the subject and a verb that comes last."""
    if cue.kind != "verb" or not lexicon.section.verb_final:
        return None
    unit = reading.unit
    marked = subject_before(row.tokens, unit.first, cue.first, lexicon)
    first = marked[2] if marked is not None else unit.first
    if marked is None and not _speaker_follows(row, reading, cue):
        commas = [i for i in range(unit.first, cue.first) if row.tokens[i].text in _COMMAS]
        first = commas[0] + 1 if commas else past_body(row, unit.first, cue.first, lexicon)
        if first == unit.first:
            return None
    while first < cue.first and row.tokens[first].text in _COMMAS:
        first += 1
    first = _past_adjuncts(row, first, cue.first, lexicon)
    last = cue.first
    while last > first and (row.tokens[last - 1].tag & COMPLEMENT or row.tokens[last - 1].text in _COMMAS):
        last -= 1
    if last - 1 > first and _is_day(row, last - 1, lexicon):
        last -= 1
    return (first, last) if last > first else None


def _speaker_follows(row: Row, reading: UnitReading, cue: Cue) -> bool:
    """Whether who speaks stands behind the verb, so that all before it is said: (bn) … বলে জানিয়েছে মন্ত্রণালয়।"""
    before, behind = row.tokens[cue.first - 1], row.tokens[cue.last : reading.unit.last]
    complement = cue.first > reading.unit.first and before.tag & COMPLEMENT and before.kind == WORD
    return bool(complement and behind and behind[0].kind == WORD and all(t.kind == WORD for t in behind[:-1]))


def _is_day(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether the day it was said on stands between the content and the verb: "폐쇄한다고 5일 밝혔다"."""
    suffixes = lexicon.section.complement_suffixes
    return bool(suffixes) and row.tokens[at].text[0].isdigit() and row.tokens[at - 1].text.endswith(suffixes)


def _past_adjuncts(row: Row, first: int, last: int, lexicon: Lexicon) -> int:
    """Past where or to whom it was said, before content that a final verb follows: 公開書簡で、…, 공개서한에서 …"""
    ends = lexicon.section.adjunct_ends
    if not ends:
        return first
    for i in range(first, min(last - 2, first + 4)):
        comma = row.tokens[i + 1].text in _COMMAS
        if row.tokens[i].text.endswith(ends) and (comma or row.spaced):
            return _past_adjuncts(row, i + 2 if comma else i + 1, last, lexicon)
        if row.spaced:
            break
    return first
