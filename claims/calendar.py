"""Spans of the calendar: months, quarters, years, decades, weeks, and the one of them that a text means."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = [
    "Days",
    "century",
    "day",
    "day_of_month",
    "decade",
    "edge_of",
    "half_year",
    "month",
    "moved",
    "nearest_year",
    "quarter",
    "season",
    "shifted",
    "week",
    "week_of_month",
    "weekday",
    "year",
]

_FAR, _NEAR = 240, 100
"""A day of this year further away than _FAR days gives way to last or next year's when that is within _NEAR days."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days ``first`` to ``last``, both meant."""

    first: date
    last: date


def day(year_number: int, month_number: int, day_number: int) -> Days | None:
    """One day, None when the month has no such day."""
    if not 1 <= year_number <= 9999 or not 1 <= month_number <= 12:
        return None
    if not 1 <= day_number <= monthrange(year_number, month_number)[1]:
        return None
    one = date(year_number, month_number, day_number)
    return Days(one, one)


def day_of_month(today: date, day_number: int, shift: int = 0) -> Days | None:
    """Day ``day_number`` of this month; of the last when this one's lies more than 20 days ahead."""
    first = today.year * 12 + today.month - 1 + shift
    if not shift and day_number - today.day > 20:
        first -= 1
    return day(first // 12, first % 12 + 1, day_number)


def month(year_number: int, month_number: int) -> Days:
    """A whole month."""
    last = monthrange(year_number, month_number)[1]
    return Days(date(year_number, month_number, 1), date(year_number, month_number, last))


def _months(year_number: int, first: int, last: int) -> Days:
    return Days(month(year_number, first).first, month(year_number, last).last)


def quarter(year_number: int, number: int) -> Days:
    """The quarter 1..4 of a year."""
    return _months(year_number, 3 * number - 2, 3 * number)


def half_year(year_number: int, number: int) -> Days:
    """The first or second half of a year."""
    return _months(year_number, 6 * number - 5, 6 * number)


def year(number: int) -> Days:
    """A whole year, 1..9999."""
    return Days(date(number, 1, 1), date(number, 12, 31))


def decade(first_year: int) -> Days:
    """The ten years from ``first_year``, which ends in 0."""
    return Days(date(first_year, 1, 1), date(first_year + 9, 12, 31))


def century(number: int) -> Days:
    """The 21st century is 2000 to 2099, as everybody but the calendar has it (1900-talet, the 1900s)."""
    return Days(date(max(1, 100 * number - 100), 1, 1), date(100 * number - 1, 12, 31))


def season(year_number: int, number: int) -> Days:
    """1 spring (March to May), 2 summer, 3 autumn, 4 winter (December to February of the next year), of the north."""
    if number < 4:
        return _months(year_number, 3 * number, 3 * number + 2)
    return Days(date(year_number, 12, 1), month(year_number + 1, 2).last)


def week(today: date, offset: int) -> Days | None:
    """Monday to Sunday of this week (offset 0) or one before or after."""
    try:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
        return Days(monday, monday + timedelta(days=6))
    except OverflowError:
        return None


def weekday(today: date, number: int, shift: int | None) -> date:
    """The day meant by the name of weekday ``number`` (1 is Monday).

    Without a shift or with -1 the most recent one, today only without; 0 the one of this week; 1 that of next week.
    """
    back = (today.isoweekday() - number) % 7
    if shift is None or shift < 0:
        return today - timedelta(days=back or (7 if shift is not None else 0))
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=number - 1 + 7 * shift)


def nearest_year(today: date, month_number: int, day_number: int = 15) -> int:
    """The year of a date written without one: this year, unless it is far and the one beside it is near.

    News of January that says "in December" means the last one.
    """
    best = today.year
    here = _distance(today, today.year, month_number, day_number)
    for other in (today.year - 1, today.year + 1):
        if here > _FAR and _distance(today, other, month_number, day_number) < _NEAR:
            best = other
    return best


def _distance(today: date, year_number: int, month_number: int, day_number: int) -> int:
    return abs((date(year_number, month_number, min(day_number, 28)) - today).days)


def shifted(today: date, unit: str, count: int) -> Days | None:
    """The ``unit`` that lies ``count`` units from today: day, week, month, quarter, half, year, decade, century."""
    try:
        return _shifted(today, unit, count)
    except (ValueError, OverflowError):
        return None


def moved(today: date, steps: Mapping[str, int]) -> Days | None:
    """The day that lies so many days, weeks, months and years from today, all added up."""
    try:
        months = today.year * 12 + today.month - 1 + 12 * steps.get("year", 0) + steps.get("month", 0)
        there = month(months // 12, months % 12 + 1)
        one = there.first.replace(day=min(today.day, there.last.day))
        one += timedelta(days=steps.get("day", 0) + 7 * steps.get("week", 0))
    except (ValueError, OverflowError):
        return None
    return Days(one, one)


def week_of_month(year_number: int, month_number: int, number: int) -> Days | None:
    """The week 1..5 of a month, -1 the last: a week belongs to the month of its Thursday, as in ISO 8601."""
    whole = month(year_number, month_number)
    thursdays = [d for n in range((whole.last - whole.first).days + 1)
                 if (d := whole.first + timedelta(days=n)).isoweekday() == 4]  # fmt: skip
    if number == 0 or number > len(thursdays):
        return None
    thursday = thursdays[number if number < 0 else number - 1]
    return Days(thursday - timedelta(days=3), thursday + timedelta(days=3))


def _shifted(today: date, unit: str, count: int) -> Days | None:
    if unit in {"day", "fortnight"}:
        one = today + timedelta(days=count * (1 if unit == "day" else 14))
        return Days(one, one)
    if unit in {"week", "weekend"}:
        days = week(today, count)
        return Days(days.last - timedelta(days=1), days.last) if days and unit == "weekend" else days
    size = {"month": 1, "quarter": 3, "half": 6}.get(unit)
    if size is not None:
        period = (today.year * 12 + today.month - 1) // size + count
        first = period * size
        return _months(first // 12, first % 12 + 1, first % 12 + size)
    if unit == "year":
        return year(today.year + count)
    if unit == "decade":
        return decade(today.year // 10 * 10 + 10 * count)
    return century(today.year // 100 + 1 + count) if unit == "century" else None


def edge_of(days: Days, edge: int) -> Days:
    """The early, mid or late third of a span; of a month days 1-10, 11-20, 21-end."""
    length = (days.last - days.first).days + 1
    if length < 6:
        return days
    third = length // 3
    starts = (0, third, 2 * third)
    ends = (third - 1, 2 * third - 1, length - 1)
    return Days(days.first + timedelta(days=starts[edge]), days.first + timedelta(days=ends[edge]))
