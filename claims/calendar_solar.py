"""Iran's calendar in days of ours: years that begin with spring, six months of 31 days, five of 30 and a last one."""

from __future__ import annotations

from datetime import date, timedelta

from claims.calendar import Days

__all__ = ["nearest_solar_year", "solar_day", "solar_month", "solar_year"]

_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""The leap years of each 33: right for every year from 1178 to 1633 of that calendar (1799 to 2254)."""
_CYCLE, _LONG, _MONTHS = 33, 6, 12
_ANCHOR, _NEW_YEAR = 1400, date(2021, 3, 21)
_BEFORE = 621
"""Years that it is behind ours, from spring on."""


def solar_year(number: int) -> Days:
    """A whole year."""
    return Days(_first_day(number), _first_day(number + 1) - timedelta(days=1))


def solar_month(year: int, month: int) -> Days | None:
    """A whole month 1..12."""
    if not 1 <= month <= _MONTHS:
        return None
    first = _first_day(year) + timedelta(days=_days_before(month))
    last = _first_day(year + 1) if month == _MONTHS else _first_day(year) + timedelta(days=_days_before(month + 1))
    return Days(first, last - timedelta(days=1))


def solar_day(year: int, month: int, day: int) -> Days | None:
    """One day, None when the month has no such day."""
    whole = solar_month(year, month)
    if whole is None or not 1 <= day <= (whole.last - whole.first).days + 1:
        return None
    one = whole.first + timedelta(days=day - 1)
    return Days(one, one)


def nearest_solar_year(today: date, month: int, day: int = 15) -> int:
    """The year of that calendar in which a day without a year lies nearest to today."""
    here = today.year - _BEFORE
    years = (here, here - 1, here + 1)
    return min(years, key=lambda year: abs((_first_day(year) + timedelta(days=_days_before(month) + day) - today).days))


def _days_before(month: int) -> int:
    return 30 * (month - 1) + min(month - 1, _LONG)


def _first_day(year: int) -> date:
    """The day on which a year begins."""
    low, high = sorted((year, _ANCHOR))
    days = 365 * (high - low) + sum(one % _CYCLE in _LEAPS for one in range(low, high))
    return _NEW_YEAR + timedelta(days=days if year >= _ANCHOR else -days)
