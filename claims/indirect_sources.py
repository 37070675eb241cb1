"""What a source is given for: beside "according to X", round it, or beside a clause such as "as X said"."""

from __future__ import annotations

from claims.attribution import mention_of
from claims.cues import ARTICLE, BODY, ROLE, STOP, THAT, TITLE, Cue, Lexicon
from claims.quotes_found import UnitReading
from claims.quotes_words import POINT, WORD, Row

__all__ = ["by_clause", "by_source"]

_COMMAS = frozenset(",،、，՝")
_PARTING = frozenset(";:；：")


def by_source(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """ "According to X, content", "content, according to X", and a clause with the source in its middle."""
    if cue.kind not in {"before", "after", "tail"}:
        return None
    unit = reading.unit
    mention = mention_of(row, cue, unit.first, unit.last, lexicon, after_quote=False)
    if mention is None:
        return None
    lo, hi = min(cue.first, mention.first), max(cue.last, mention.last)
    if cue.kind == "tail":
        return _main_clause(row, unit.first, lo)
    return _around(row, reading, cue, lo, hi, lexicon)


def by_clause(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """What stands beside "as X said", or with "demnach" in it."""
    if cue.kind == "known":
        return _around(row, reading, cue, cue.first, cue.last, lexicon)
    if cue.kind != "like":
        return None
    unit = reading.unit
    if cue.first > unit.first and any(t.kind == WORD for t in row.tokens[cue.last : unit.last]):
        return unit.first, unit.last
    return (unit.first, cue.first) if cue.first > unit.first else (cue.last, unit.last)


def _main_clause(row: Row, first: int, last: int) -> tuple[int, int]:
    for i in range(last - 1, first, -1):
        if row.tokens[i].text in _PARTING:
            return i + 1, last
    return first, last


def _around(row: Row, reading: UnitReading, cue: Cue, lo: int, hi: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The clause that holds the source ``lo`` .. ``hi``, without it where it stands at an end."""
    unit = reading.unit
    if cue.kind == "before" and lo == _first_word(row, unit.first):
        hi = _after_phrase(row, hi, unit.last)
    first, subordinate = _clause_first(row, unit.first, lo, lexicon)
    last = unit.last
    if subordinate:
        last = next(
            (i for i in range(hi, unit.last) if row.tokens[i].text in _COMMAS or row.tokens[i].text in _PARTING), last
        )
    while (
        cue.kind == "after"
        and lo > first
        and row.tokens[lo - 1].kind == WORD
        and row.tokens[lo - 1].tag & (ROLE | TITLE | BODY)
    ):
        lo -= 1  # the office of who is the source
    before = sum(t.kind != POINT for t in row.tokens[first:lo])
    after = sum(t.kind != POINT for t in row.tokens[hi:last])
    if before and after:
        return first, last
    return (first, lo) if before else (hi, last)


def _first_word(row: Row, first: int) -> int:
    while first + 1 < len(row.tokens) and row.tokens[first].kind == POINT:
        first += 1
    return first


def _clause_first(row: Row, first: int, at: int, lexicon: Lexicon) -> tuple[int, bool]:
    """Where the clause of token ``at`` begins, and whether it is a subordinate one."""
    for i in range(at - 1, first, -1):
        token = row.tokens[i]
        if token.text in _PARTING:
            return i + 1, False
        if token.text in _COMMAS:
            following = row.tokens[i + 1]
            if following.tag & THAT or (following.tag & (STOP | ARTICLE) and i + 1 != at and not following.tag & ROLE):
                return i + 1, True
    return first, False


def _after_phrase(row: Row, at: int, last: int) -> int:
    """Past what belongs to the source still: its apposition or prepositional phrase up to a near comma."""
    for i in range(at, min(last, at + 10)):
        if row.tokens[i].text in _COMMAS:
            return i + 1
    return at
