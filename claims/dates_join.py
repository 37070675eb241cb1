"""Two values with a word of range between them as one: 3 May to 5 June, between 2014 and 2018, 08:00–10:00."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claims.dates_grammar import TimeGrammar
from claims.dates_reading import Found

__all__ = ["joined"]

_ONE_UNIT = re.compile(r"PT?(\d+)([YMWDHS])")
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


def _grows(first: Found, second: Found) -> bool:
    """5歳から14歳, 2년에서 3년: two points of the same unit, the greater one last."""
    if isinstance(first.high, str) and isinstance(second.low, str):
        sizes = [_ONE_UNIT.fullmatch(value) for value in (first.high, second.low)]
        if sizes[0] is None or sizes[1] is None or sizes[0][2] != sizes[1][2]:
            return False
        return int(sizes[0][1]) < int(sizes[1][1]) and first.low == first.high and second.low == second.high
    points = first.low == first.high and second.low == second.high
    return isinstance(first.high, Decimal) and isinstance(second.low, Decimal) and points and first.high < second.low


def _is_range(low: str, first: _Placed, start: int, one: Found, grammar: TimeGrammar) -> bool:  # noqa: PLR0911 - one return a rule
    if first[2].kind != one.kind:
        return False
    if one.kind in {"age", "duration"}:
        return _grows(first[2], one) and grammar.joiner.fullmatch(low[first[1] : start]) is not None
    if one.kind not in {"date", "time"}:
        return False
    if one.kind == "date" and str(first[2].high) >= str(one.high):
        return False
    gap = low[first[1] : start]
    if len(gap) > 20 or first[2].low == one.low:
        return False
    if not gap.strip() and grammar.joiner_and is not None:
        leads = grammar.joiner_and.match(low, start)  # "с 8:00 до 9:00": the second time holds its preposition
        gap = low[first[1] : leads.end()] if leads is not None else gap
    if grammar.joiner.fullmatch(gap):
        return True
    between = grammar.between is not None and (
        grammar.between.search(low[: first[0]]) is not None or grammar.opens_range.match(low, first[0]) is not None
    )
    return between and grammar.joiner_and is not None and grammar.joiner_and.fullmatch(gap) is not None
