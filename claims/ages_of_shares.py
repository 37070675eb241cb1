"""Ages that bound whom a share is of: hver tredje dansker over 65 år, un Français sur quatre de plus de 65 ans."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.context_left import MODIFIERS
from claims.context_reading import Reading
from claims.grammar import FigureGrammar
from claims.tokens import Token
from records.claim import Figure

__all__ = ["age_those_of_shares"]

_YEARS = re.compile(r"P(\d{2,3})Y")
_YOUNGEST, _OLDEST = 50, 100
"""Years that hardly anything lasts which one in so many does."""
_SAID = frozenset({"more-than", "less-than", "at-least", "at-most"})
_WHO = re.compile(r"\s(?:[^\W\d_]+\s){0,2}")
_ARTICLE = 3
"""Letters of the longest article between the bound and the years: sopra i 65 anni."""


def age_those_of_shares(
    text: str, tokens: Sequence[Token], times: Sequence[Figure], readings: Sequence[Reading], grammar: FigureGrammar
) -> list[Figure]:
    """``times``, of which the years behind a share, two words at most for who it is of and a bound are an age."""
    shares = [reading.end for reading in readings if reading.percent_of]
    return [_of_share(text, tokens, time, shares, grammar) if shares else time for time in times]


def _of_share(
    text: str, tokens: Sequence[Token], time: Figure, shares: Sequence[int], grammar: FigureGrammar
) -> Figure:
    years = _YEARS.fullmatch(str(time.low)) if time.kind == "duration" and time.low == time.high else None
    if years is None or not _YOUNGEST <= int(years[1]) <= _OLDEST:
        return time
    first = bisect_left(tokens, time.start, key=lambda token: token.start)
    for last in (first - 1, first - 2):
        found = grammar.before.find(text, tokens, last) if last > 0 else None
        if found is None or found[1].role != "modifier" or found[1].code not in _SAID:
            continue
        if last < first - 1 and tokens[first - 1].end - tokens[first - 1].start > _ARTICLE:
            continue
        bound = tokens[last - found[0] + 1].start
        if any(end < bound and _WHO.fullmatch(text, end, bound) for end in shares):
            age = Decimal(years[1])
            return replace(time, kind="age", low=age, high=age, modifier=MODIFIERS[found[1].code])
    return time
