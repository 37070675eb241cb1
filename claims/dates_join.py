"""Two values with a word of range between them as one: 3 May to 5 June, between 2014 and 2018, 08:00–10:00."""

from __future__ import annotations

from collections.abc import Sequence

from claims.dates_grammar import TimeGrammar
from claims.dates_reading import Found

__all__ = ["joined"]

_Placed = tuple[int, int, Found]


def joined(low: str, placed: Sequence[_Placed], grammar: TimeGrammar) -> list[_Placed]:
    """``placed`` (in order) with neighbours of one kind made one where the text says "to" between them."""
    out: list[_Placed] = []
    for start, end, one in placed:
        if out and _is_range(low, out[-1], start, one, grammar):
            first = out.pop()
            out.append((first[0], end, Found(one.kind, first[2].low, one.high, first[2].modifier)))
        else:
            out.append((start, end, one))
    return out


def _is_range(low: str, first: _Placed, start: int, one: Found, grammar: TimeGrammar) -> bool:
    if one.kind not in {"date", "time"} or first[2].kind != one.kind:
        return False
    if one.kind == "date" and str(first[2].high) >= str(one.high):
        return False
    gap = low[first[1] : start]
    if len(gap) > 20 or first[2].low == one.low:
        return False
    if grammar.joiner.fullmatch(gap):
        return True
    between = grammar.between is not None and grammar.between.search(low[: first[0]]) is not None
    return between and grammar.joiner_and is not None and grammar.joiner_and.fullmatch(gap) is not None
