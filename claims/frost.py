"""Degrees below zero that are told in words: nove gradi sotto zero, девять градусов мороза, bajo cero."""

from __future__ import annotations

from collections.abc import Sequence

from claims.context_reading import Reading
from claims.grammar import FigureGrammar
from claims.tokens import Token
from records.claim import Figure, Modifier

__all__ = ["read_frost"]

_DEGREES = frozenset({"temperature-celsius", "temperature-fahrenheit", "temperature-generic", "angle-degree"})
_TURNED: dict[Modifier, Modifier] = {
    "at-least": "at-most",
    "at-most": "at-least",
    "more-than": "less-than",
    "less-than": "more-than",
}
"""More than nine degrees below zero is less than -9."""


def read_frost(
    text: str, tokens: Sequence[Token], readings: list[Reading], times: Sequence[Figure], grammar: FigureGrammar
) -> tuple[list[Reading], Sequence[Figure]]:
    """The readings with degrees of frost made negative, and both without the "zero" that these are counted from."""
    taken: list[tuple[int, int]] = []
    for reading in readings:
        if reading.code in _DEGREES and reading.low > 0:
            span = _frost(text, tokens, reading, grammar)
            if span is not None:
                taken.append(span)
                _turn(reading, *span)
    if not taken:
        return readings, times
    left = [r for r in readings if not any(a <= r.numeral.start < b for a, b in taken)]
    return left, [t for t in times if not any(a < t.end and t.start < b for a, b in taken)]


def _frost(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> tuple[int, int] | None:
    """Where the words of frost lie that stand right behind the degrees, or right before them."""
    after = grammar.frost_after.find(text, tokens, reading.right)
    if after is not None:
        return tokens[reading.right].start, tokens[reading.right + after[0] - 1].end
    for at in (reading.numeral.first, reading.left):
        before = grammar.frost_before.find(text, tokens, at - 1)
        if before is not None:
            return tokens[at - before[0]].start, tokens[at - 1].end
    return None


def _turn(reading: Reading, start: int, end: int) -> None:
    reading.low, reading.high = -reading.high, -reading.low
    reading.modifier = _TURNED.get(reading.modifier, reading.modifier)
    reading.start, reading.end = min(reading.start, start), max(reading.end, end)
