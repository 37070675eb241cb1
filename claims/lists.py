"""Numbers in a list share the unit that is named once: 30, 40 and 50 percent; aged 33, 34 and 39; 5 et 100 dollars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claims.context import Reading
from claims.grammar import FigureGrammar
from claims.tokens import Token
from records.claim import Figure, Value

__all__ = ["share_times", "share_units"]

_SHARED = frozenset({"percent", "points", "money", "unit"})
_SIMPLE = re.compile(r"(PT?)(\d+)([YMWDHS])")
_COMMA = frozenset(",、،，")
_COMMAS = re.compile("[,、،，]")
_OLDEST = 120
_LONGEST_OPENER = _REACH = 3
_CLOSER = 24
_MILLION = 10**6
_GUESS = 10
"""A number that is less than a tenth larger than the one before it is a second guess."""
_BRACKET_REACH = 3
_COMPARED = 5
"""How many times as large one amount may be as the one it is compared with, which names no unit."""
_COMPARE_REACH = 8
_LINK = 12
"""Characters that a comma and a word for "and" take at most."""


def share_units(text: str, tokens: Sequence[Token], readings: list[Reading], grammar: FigureGrammar) -> None:
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
    _share_currency(tokens, readings, grammar)
    for before, reading in pairwise(readings):
        if before.role in _SHARED and _is_plain(reading) and _compares(text, tokens, before, reading, grammar):
            reading.role, reading.code = before.role, before.code


def _compares(text: str, tokens: Sequence[Token], before: Reading, reading: Reading, grammar: FigureGrammar) -> bool:
    """98,000 tonnes, down from this year's 110,800: what an amount is compared with, alike in size, counts nothing."""
    after = tokens[reading.right].word if reading.right < len(tokens) else "."
    free = not after[0].isalnum() or after in grammar.stops | grammar.then
    alike = reading.low > 0 and before.low / _COMPARED <= reading.low <= before.low * _COMPARED
    if not (free and alike) or reading.right != reading.numeral.last or reading.left - before.right > _COMPARE_REACH:
        return False
    return any(grammar.versus.find(text, tokens, at) is not None for at in range(before.right, reading.left))


def _share_currency(tokens: Sequence[Token], readings: Sequence[Reading], grammar: FigureGrammar) -> None:
    """Gives millions that count nothing the currency of the money before: 3,1 Mrd. Euro statt 2,2 Mrd."""
    money: Reading | None = None
    for reading in readings:
        if reading.role == "money":
            converted = reading.left > 0 and tokens[reading.left - 1].word == "("
            money = money if converted and money is not None else reading
        elif money is not None and _is_plain(reading) and reading.numeral.scale == money.numeral.scale >= _MILLION:
            after = tokens[reading.right].word if reading.right < len(tokens) else "."
            free = not after[0].isalnum() or after in grammar.stops | grammar.ones | grammar.one_units
            ends = reading.right == reading.numeral.last and free
            if ends and not (after == ")" and _opens_before(tokens, reading)):
                reading.role, reading.code = money.role, money.code


def _opens_before(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether a bracket opens right before: "$40 billion (£ 20.1 billion)" with a sign that was lost is a sum of
    another currency."""
    return any(token.word == "(" for token in tokens[max(0, reading.left - _BRACKET_REACH) : reading.left])


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
    found = [_ranged(text, tokens, readings, time, grammar) for time in times]
    found = _aged(text, tokens, found, grammar) if any(time.kind == "age" for time in found) else found
    if not grammar.conjunctions:
        return found
    for time in list(found):
        if time.kind not in {"duration", "age"} or time.low != time.high:
            continue
        chain = [*_chain(text, tokens, readings, time, grammar, -1)]
        if time.kind == "age" and not chain:
            chain = [*_chain(text, tokens, readings, time, grammar, 1)]
        for reading, value in chain:
            readings.remove(reading)
            written = text[reading.start : reading.end]
            found.append(replace(time, start=reading.start, end=reading.end, text=written, low=value, high=value))
    return _aged(text, tokens, found, grammar) if any(time.kind == "age" for time in found) else found


def _ranged(
    text: str, tokens: Sequence[Token], readings: list[Reading], time: Figure, grammar: FigureGrammar
) -> Figure:
    """``time`` from the plain number before it, where a word makes a range of the two: two or three years."""
    if time.kind not in {"duration", "age"} or time.low != time.high:
        return time
    before = next((r for r in reversed(readings) if r.end <= time.start), None)
    if before is None or not 0 < time.start - before.end <= _LINK:
        return time
    between = tuple(token.word for token in tokens[before.right : before.right + _REACH] if token.start < time.start)
    low = _like(time, before)
    if low is None or not between or not before.low < _amount(time):
        return time
    opened = tuple(token.word for token in tokens[max(0, before.left - _LONGEST_OPENER) : before.left])
    fits = [opener for opener, joiner in grammar.ranges if between == joiner]
    if between == (",",) and _is_guess(readings, before, time):
        fits = [()]  # in two, three weeks; 55, 60 minutes
    if not any(opened[len(opened) - len(opener) :] == opener for opener in fits):
        return time
    if grammar.range_closers and between[0] in grammar.conjunctions:
        behind = text[time.end : time.end + _CLOSER].lower().split()
        if not any(word.strip(",.") in grammar.range_closers for word in behind[:2]):
            return time
    readings.remove(before)
    return replace(time, start=before.start, text=text[before.start : time.end], low=low)


def _is_guess(readings: Sequence[Reading], before: Reading, time: Figure) -> bool:
    """Whether a number and the next one with a comma between them are no list: little apart, and no third."""
    apart = _amount(time) - before.low
    near = any(0 < before.start - r.end <= _LINK or 0 < r.start - time.end <= _LINK for r in readings)
    return not near and (apart == 1 or apart * _GUESS <= before.low)


def _aged(text: str, tokens: Sequence[Token], times: list[Figure], grammar: FigureGrammar) -> list[Figure]:
    """``times`` where years behind an age and a word of ranges are one with it (ηλικίας 18 έως 29 ετών), and those
    behind an age and "and" an age too (im Alter von 4 und 7 Jahren, в возрасте двух, четырех и девяти лет)."""
    joined: list[Figure] = []
    listed: list[Figure] = []
    for time in sorted(times, key=lambda one: one.start):
        last = listed[-1] if listed else joined[-1] if joined else time
        between = tuple(t.word for t in tokens if last.end <= t.start < time.start) if last is not time else ()
        top = _years_of(time)
        follows = top is not None and between and last.low == last.high and (bool(listed) or last.kind == "age")
        if follows and top is not None:
            if last.kind == "age" and Decimal(str(last.low)) < top and _is_opened(tokens, last, between, grammar):
                joined[-1] = replace(last, end=time.end, text=text[last.start : time.end], high=top)
                continue
            if _is_and(between, grammar):
                joined += [_as_age(one) for one in (*listed, time)]
                listed = []
                continue
            if between == (",",):
                listed.append(time)
                continue
        joined += [*listed, time]
        listed = []
    return [*joined, *listed]


def _years_of(time: Figure) -> Decimal | None:
    years = _SIMPLE.fullmatch(str(time.low)) if time.kind == "duration" and time.low == time.high else None
    return Decimal(years[2]) if years is not None and years[3] == "Y" and int(years[2]) <= _OLDEST else None


def _as_age(time: Figure) -> Figure:
    years = _years_of(time)
    return time if years is None else replace(time, kind="age", low=years, high=years)


def _is_opened(tokens: Sequence[Token], age: Figure, between: tuple[str, ...], grammar: FigureGrammar) -> bool:
    """Whether ``between`` makes a range behind ``age``: with no opener, or with one inside the age or before it."""
    until = [token.word for token in tokens if token.end <= age.end]
    number = len([token for token in tokens if age.start <= token.start < age.end])
    near = until[-number - _LONGEST_OPENER :]
    closed = bool(grammar.range_closers) and between[0] in grammar.conjunctions
    fits = [opener for opener, joiner in grammar.ranges if joiner == between and not closed]
    return any(
        not opener or any(tuple(near[at : at + len(opener)]) == opener for at in range(len(near))) for opener in fits
    )


def _amount(time: Figure) -> Decimal:
    """How many of its unit ``time`` is; 0 where it has several units."""
    simple = _SIMPLE.fullmatch(str(time.low))
    return Decimal(simple[2]) if simple is not None else Decimal(str(time.low)) if time.kind == "age" else Decimal(0)


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
        gap = gap.removeprefix("-")  # 33-, 34- ja 39-vuotiaat
        words = _COMMAS.sub(" ", gap.lower()).split() if len(gap) <= _LINK else ["?"]
        words, bare = [word for word in words if word not in grammar.ones], words  # egy 33, egy 34 és egy 39 éves
        joined = len(words) == 1 and words[0].rstrip("-") in grammar.conjunctions  # 34 ו-39
        listed = not words and "," in gap if len(words) < len(bare) else gap.strip() in _COMMA
        if value is None or not (joined or listed) or (way > 0 and _counts(tokens, reading, grammar)):
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
    return f"{simple[1]}{reading.low:.0f}{simple[3]}" if simple is not None else None


def _counts(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Whether a noun follows that the number counts itself: aged 33 and two children."""
    if reading.right >= len(tokens):
        return False
    word = tokens[reading.right].word
    if tokens[reading.right].digits:
        return True  # two 18-year-olds and one 20-year-old
    return word[0].isalpha() and word not in grammar.stops and word not in grammar.conjunctions
