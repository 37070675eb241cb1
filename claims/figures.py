"""Every figure of a text: what kind of amount it is, how large, in what unit, and what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import regex

from claims.ages_of_shares import age_those_of_shares
from claims.ages_shared import share_ages
from claims.bounds_times import bound_times
from claims.context import Reading, read_context
from claims.dates import find_times
from claims.dates_grammar import time_grammar
from claims.frost import read_frost
from claims.grammar import FigureGrammar, figure_grammar
from claims.joins import join_readings
from claims.kilometres import name_kilometres
from claims.lexicon import primary_code
from claims.lists import share_times, share_units
from claims.lookalikes import mend_scripts
from claims.near_misses import is_figure, masked_spans
from claims.near_misses_names import outside_titles
from claims.numerals import Numeral, numerals_of
from claims.source_words import hide_source_words
from claims.subjects import find_subject
from claims.tokens import Token, tokenize
from claims.units import UNITS, to_base
from records.claim import Figure, FigureKind

__all__ = ["find_figures"]

_NONE_REACH = 5
_TWO = 2
_MORE_THAN_ONE = regex.compile(r"PT?(?!1\D)\d+\D")
_TENTHS = 10
_SURE = frozenset({"percent", "points", "basis-points", "tenths", "money", "cents", "unit"})
_LOOSE_TIMES = frozenset({"time", "date"})
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_PERCENT_PLACES = Decimal("0.0001")


def find_figures(text: str, language: str, published: datetime | None = None) -> tuple[Figure, ...]:
    """All figures of ``text`` in the language ``language`` (BCP 47; an unknown one reads digits), sorted by start.

    Offsets are into ``text``; id, version and sentence are left empty. ``published`` is what relative dates count from.
    """
    grammar = figure_grammar(primary_code(language))
    written, text = text, hide_source_words(mend_scripts(text), primary_code(language))
    tokens = tokenize(text, grammar.numbers.pattern, grammar.numbers.fold)
    numerals = numerals_of(text, tokens, grammar.numbers)
    all_times = [t for t in find_times(text, language, published, numerals) if not _counts_one(t, grammar)]
    times: Sequence[Figure] = outside_titles(text, all_times, grammar)
    none = _none_figures(text, tokens, grammar)
    masks = masked_spans(text) if numerals else []
    if len(times) < len(all_times):
        masks = masks + [(time.start, time.end) for time in all_times if time not in times]
    if "《" in text:  # titles of works
        times = [
            time for time in times if not any(a < time.end and time.start < b for a, b in masks if text[a] == "《")
        ]
    readings = [
        read_context(text, tokens, numeral, grammar)
        for numeral in numerals
        if not any(start < numeral.end and numeral.start < end for start, end in masks)
        and not _is_article(tokens, numeral, grammar)
    ]
    readings = _outside_units(readings)
    readings, times = _without_times(readings, times)
    readings = join_readings(tokens, readings, grammar)
    share_units(text, tokens, readings, grammar)
    name_kilometres(text, tokens, readings, grammar)
    readings, times = read_frost(text, tokens, readings, times, grammar)
    times = share_times(text, tokens, readings, times, grammar)
    clock = time_grammar(primary_code(language))
    if clock is not None:
        times = share_ages(text, readings, times, clock)
    times = age_those_of_shares(text, tokens, bound_times(text, tokens, times, grammar), readings, grammar)
    figures = [
        _figure(text, tokens, reading, grammar) for reading in readings if is_figure(text, tokens, reading, grammar)
    ]
    figures = [figure for figure in figures if not any(zero.span.overlaps(figure.span) for zero in none)]
    found = tuple(sorted((*figures, *times, *none), key=lambda figure: (figure.start, figure.end)))
    return found if written == text else tuple(_as_written(figure, written) for figure in found)


def _as_written(figure: Figure, text: str) -> Figure:
    subject = figure.subject_span
    return replace(figure, text=text[figure.start : figure.end], subject=None if subject is None else subject.of(text))


def _counts_one(time: Figure, grammar: FigureGrammar) -> bool:
    """Whether a length of more than one unit names it as one: in "320 miljoner året innan" the year is another's, and
    in "ventisei secondo la sindaca" there is no second."""
    words = time.text.lower().split()
    if time.kind != "duration" or len(words) < _TWO or words[-1] not in grammar.one_units:
        return False
    more = _MORE_THAN_ONE.match(str(time.low)) is not None
    return more and (words[0][0].isdigit() or len(words) == _TWO)


def _is_article(tokens: Sequence[Token], numeral: Numeral, grammar: FigureGrammar) -> bool:
    """Whether a word for "one" stands before digits, which it can't count: entre un 70 % y un 90 %."""
    last = numeral.last
    if last - numeral.first > 1 or last >= len(tokens) or not tokens[last].digits:
        return False
    return tokens[numeral.first].word in grammar.ones


def _outside_units(readings: list[Reading]) -> list[Reading]:
    """A number word inside the unit of the number before it is no number (5 на сто, 3,1 τοις εκατό)."""
    kept: list[Reading] = []
    for reading in readings:
        if not kept or reading.numeral.first >= kept[-1].right or not kept[-1].role:
            kept.append(reading)
    return kept


def _without_times(readings: list[Reading], times: Sequence[Figure]) -> tuple[list[Reading], list[Figure]]:
    """A date beats a count on the same digits; a unit, a currency or a percent sign beats a date."""
    kept_times = [
        time
        for time in times
        if not any(
            reading.start < time.end and time.start < reading.end and _is_surer(reading, time) for reading in readings
        )
    ]
    kept = [
        reading
        for reading in readings
        if not any(reading.start < time.end and time.start < reading.end for time in kept_times)
    ]
    return kept, kept_times


def _is_surer(reading: Reading, time: Figure) -> bool:  # noqa: PLR0911 - one return a rule
    """Whether a unit or a share makes the number no time; "tra il 2017 e il 2020 ha" is two years and a verb."""
    if reading.numeral.fraction:
        return reading.end > time.end
    if reading.role == "unit" and reading.numeral.end <= time.start and time.end <= reading.end:
        return True  # 118 miles | an hour
    if reading.numeral.ordinal and time.kind == "duration" and reading.start < time.start:
        return True  # 第89分钟, the 89th minute
    if reading.numeral.ordinal and time.kind == "duration" and reading.end > time.end:
        return reading.start <= time.start  # 7年目, the seventh year
    if reading.role == "unit" and time.kind == "duration" and reading.start == time.start and reading.end > time.end:
        return True  # 25해리, sea miles
    if reading.role == "unit" and time.kind == "age" and reading.end > time.end == reading.numeral.end:
        return True  # a los 15 centímetros
    if reading.role == "money" and time.kind == "duration" and reading.start < reading.numeral.start:
        return True  # $470 million this year
    if reading.role not in _SURE or time.kind not in _LOOSE_TIMES:
        return False
    symbol = reading.role == "unit" and reading.end - reading.numeral.end in range(2, 4)
    if time.kind == "date" and time.end > reading.end and reading.role == "unit":
        return False  # 1870 г. is a year, not grams
    year = time.kind == "date" and _FIRST_YEAR <= reading.numeral.value <= _LAST_YEAR and reading.step == 1
    return not (symbol and year and time.start < reading.numeral.start)


def _none_figures(text: str, tokens: Sequence[Token], grammar: FigureGrammar) -> list[Figure]:
    """ "No one was hurt" counts zero people."""
    zeros: list[Figure] = []
    if not grammar.none_verbs:
        return zeros
    for at in range(len(tokens)):
        found = grammar.none_words.find(text, tokens, at)
        if found is None or not any(t.word in grammar.none_verbs for t in tokens[at : at + found[0] + _NONE_REACH]):
            continue
        start, end = tokens[at].start, tokens[at + found[0] - 1].end
        zeros.append(Figure(start, end, text[start:end], "count", Decimal(0), Decimal(0), step=Decimal(1)))
    return zeros


def _figure(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> Figure:
    kind, low, high, unit, step = _value(reading)
    subject = find_subject(text, tokens, reading, grammar)
    return Figure(
        start=reading.start,
        end=reading.end,
        text=text[reading.start : reading.end],
        kind=kind,
        low=plain(low),
        high=plain(high),
        unit=unit,
        modifier=reading.modifier,
        subject=None if subject is None else subject.of(text),
        subject_span=subject,
        step=None if step is None else plain(step),
        group=reading.group,
    )


def _value(reading: Reading) -> tuple[FigureKind, Decimal, Decimal, str | None, Decimal | None]:  # noqa: PLR0911 - one return a rule
    low, high, step = reading.low, reading.high, reading.step
    match reading.role:
        case "percent":
            return "percent", low, high, None, step
        case "tenths" if low > _TENTHS:
            return "percent", low, high, None, step  # 五五折, 55 percent
        case "tenths":
            return "percent", low * 10, high * 10, None, step * 10
        case "points":
            return "percentage-point", low, high, None, step
        case "basis-points":
            return "percentage-point", low / 100, high / 100, None, step / 100
        case "money":
            return "money", low, high, reading.code or None, step
        case "cents":
            return "money", low / 100, high / 100, reading.code or None, step / 100
        case "money-tenths":
            return "money", low / 10, high / 10, reading.code or None, step / 10
        case "unit":
            unit = UNITS[reading.code]
            return "measure", to_base(low, unit), to_base(high, unit), unit.base, step * unit.factor
    if reading.percent_of or reading.numeral.fraction:
        return "percent", _percent(low), _percent(high), None, None
    if reading.score:
        return "score", low, high, None, Decimal(1)
    return (
        ("ordinal" if reading.numeral.ordinal or reading.numbered or reading.ranked else "count"),
        low,
        high,
        None,
        step,
    )


def _percent(share: Decimal) -> Decimal:
    return (share * 100).quantize(_PERCENT_PLACES) if abs(share) < 10**6 else share * 100


def plain(value: Decimal) -> Decimal:
    """``value`` without trailing zeros and exponent: 1.20E+6 -> 1200000."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
