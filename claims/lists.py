"""Numbers in a list share the unit that is named once: 30, 40 and 50 percent; aged 33, 34 and 39; 5 et 100 dollars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.context import Reading
from claims.grammar import FigureGrammar
from claims.tokens import Token
from records.claim import Figure, Value

__all__ = ["share_times", "share_units"]

_SHARED = frozenset({"percent", "points", "money", "unit"})
_SIMPLE = re.compile(r"(PT?)\d+([YMWDHS])")
_COMMA = frozenset(",、،，")
_COMMAS = re.compile("[,、،，]")
_OLDEST = 120
_LINK = 12
"""Characters that a comma and a word for "and" take at most."""


def share_units(tokens: Sequence[Token], readings: list[Reading], grammar: FigureGrammar) -> None:
    """Gives plain numbers the unit, currency or percent sign behind the last number of their list."""
    listed: Reading | None = None
    for left, right in zip(readings[-2::-1], readings[:0:-1], strict=True):
        between = tuple(token.word for token in tokens[left.right : right.left])
        link = _is_and(between, grammar) or (right is listed and between == (",",))
        named_after = right.role in _SHARED and right.core == right.numeral.first
        counted = left.right > left.numeral.last  # 船27隻と340万ユーロ: the counter says what the 27 are
        if link and named_after and _is_plain(left) and not counted and not right.ranged:
            left.role, left.code = right.role, right.code
            listed = left


def _is_plain(reading: Reading) -> bool:
    numeral = reading.numeral
    odd = numeral.ordinal or numeral.fraction or reading.numbered or reading.score or reading.percent_of
    return not (reading.role or odd or reading.ranged) and reading.group is None and reading.low == reading.high


def _is_and(between: tuple[str, ...], grammar: FigureGrammar) -> bool:
    words = between[1:] if between[:1] == (",",) else between
    return len(words) == 1 and words[0] in grammar.conjunctions


def share_times(
    text: str, tokens: Sequence[Token], readings: list[Reading], times: Sequence[Figure], grammar: FigureGrammar
) -> list[Figure]:
    """``times`` and the plain numbers of ``readings`` that are lengths of time or ages too; those are taken out."""
    found = list(times)
    if not grammar.conjunctions:
        return found
    for time in times:
        if time.kind not in {"duration", "age"} or time.low != time.high:
            continue
        chain = [*_chain(text, tokens, readings, time, grammar, -1)]
        if time.kind == "age" and not chain:
            chain = [*_chain(text, tokens, readings, time, grammar, 1)]
        for reading, value in chain:
            readings.remove(reading)
            written = text[reading.start : reading.end]
            found.append(replace(time, start=reading.start, end=reading.end, text=written, low=value, high=value))
    return found


def _chain(
    text: str, tokens: Sequence[Token], readings: Sequence[Reading], time: Figure, grammar: FigureGrammar, way: int
) -> Iterator[tuple[Reading, Value]]:
    """The numbers before (``way`` -1) or after ``time``, tied by commas and one word for "and"."""
    start, end = time.start, time.end
    links: list[tuple[bool, Reading, Value]] = []
    for reading in sorted(readings, key=lambda r: r.start, reverse=way < 0):
        gap = text[reading.end : start] if way < 0 else text[end : reading.start]
        ahead = reading.end <= start if way < 0 else reading.start >= end
        if not ahead:
            continue
        value = _like(time, reading)
        words = _COMMAS.sub(" ", gap.lower()).split() if len(gap) <= _LINK else ["?"]
        joined = len(words) == 1 and words[0].rstrip("-") in grammar.conjunctions  # 34 ו-39
        if value is None or not (joined or gap.strip() in _COMMA) or (way > 0 and _counts(tokens, reading, grammar)):
            break
        links.append((joined, reading, value))
        start, end = reading.start, reading.end
    if any(joined for joined, _, _ in links) and (way > 0 or links[0][0]):
        yield from ((reading, value) for _, reading, value in links)


def _like(time: Figure, reading: Reading) -> Value | None:
    """The number of ``reading`` as an amount like ``time``; None when it can be none."""
    if not _is_plain(reading) or reading.low != reading.low.to_integral_value() or reading.low <= 0:
        return None
    if time.kind == "age":
        return Decimal(reading.low) if reading.low <= _OLDEST else None
    simple = _SIMPLE.fullmatch(str(time.low))
    return f"{simple[1]}{reading.low:.0f}{simple[2]}" if simple is not None else None


def _counts(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Whether a noun follows that the number counts itself: aged 33 and two children."""
    if reading.right >= len(tokens):
        return False
    word = tokens[reading.right].word
    if tokens[reading.right].digits:
        return True  # two 18-year-olds and one 20-year-old
    return word[0].isalpha() and word not in grammar.stops and word not in grammar.conjunctions
