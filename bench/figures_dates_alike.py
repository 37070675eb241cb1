"""Readings of time that are as good as the expected one, where figures_recognizers has a convention of its own.

The set ends "2014 to 2018" with the first day of 2018, counts "two years ago" to the day, makes days of "the last three
years", and says which days "early next year" are. News means 2018 too, the year, a length, and something rough.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from bench.figures_durations import seconds_of
from records.claim import Figure

__all__ = ["is_alike"]

_DAY = Decimal(86400)
_SLACK = Decimal("0.02")
_WHOLE_SPANS = frozenset({1, 10, 100})


def is_alike(reading: tuple[str, str, str], figures: Sequence[Figure], published: date | None) -> bool:
    """Whether one of ``figures`` says ``reading`` (kind, first day, last day as the set writes it) in another way."""
    kind, low, high = reading
    first, last = _day(low), _day(high)
    if kind != "date" or first is None or last is None:
        return False
    return any(
        _ends_with_its_unit(first, last, figure)
        or (published is not None and _is_whole_unit(first, last, figure, published))
        or (published is not None and _is_length(first, last, figure, published))
        or _is_rough(first, last, figure)
        for figure in figures
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def _span(figure: Figure) -> tuple[date, date] | None:
    first, last = _day(str(figure.low)), _day(str(figure.high))
    return None if figure.kind != "date" or first is None or last is None else (first, last)


def _ends_with_its_unit(first: date, last: date, figure: Figure) -> bool:
    """2014 to 2018, through the last day of 2018; August to October, through 31 October."""
    span = _span(figure)
    if span is None or span[0] != first or last.day != 1 or first.day != 1:
        return False
    whole_years = first.month == last.month == 1 and last.year - first.year not in _WHOLE_SPANS
    months = (last.year - first.year) * 12 + last.month - first.month
    end_of_month = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return (whole_years and span[1] == date(last.year, 12, 31)) or (
        months not in {1, 3, 6, 12} and span[1] == end_of_month
    )


def _is_whole_unit(first: date, last: date, figure: Figure, published: date) -> bool:
    """Two years ago is a year, two months ago a month, that holds the day counted."""
    span = _span(figure)
    if span is None or first != last or first.day != published.day or not span[0] <= first <= span[1]:
        return False
    return span[0].day == 1 and span[0] != span[1]


def _is_length(first: date, last: date, figure: Figure, published: date) -> bool:
    """The last three years, the next five days: a length up to or from the day of writing."""
    if figure.kind != "duration" or figure.low != figure.high:
        return False
    near = {published + timedelta(days=n) for n in (-1, 0, 1)}
    days = seconds_of(str(figure.low)) / _DAY
    told = Decimal((last - first).days)
    return bool({first, last} & near) and abs(days - told) <= max(Decimal(1), told * _SLACK)


def _is_rough(first: date, last: date, figure: Figure) -> bool:
    """Early next year: a part of the same span, from or to the same day."""
    span = _span(figure)
    if span is None or figure.modifier != "about":
        return False
    return (span[0] == first and span[1] <= last) or (span[1] in {last, last - timedelta(days=1)} and span[0] >= first)
