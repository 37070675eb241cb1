"""A moment as a reader of English writes it."""

from __future__ import annotations

from datetime import UTC, date, datetime

__all__ = ["written_day", "written_month", "written_time"]

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def written_time(moment: datetime) -> str:
    """Always in UTC, so that moments compare; one without a zone is taken for UTC.

    >>> written_time(datetime(2025, 12, 14, 15, 0, tzinfo=UTC))
    '14 December 2025, 15:00 UTC'
    """
    utc = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return f"{written_day(utc)}, {utc:%H:%M} UTC"


def written_day(day: date) -> str:
    """
    >>> written_day(date(2025, 12, 14))
    '14 December 2025'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def written_month(month: str) -> str:
    """
    >>> written_month("2026-03")
    'March 2026'
    """
    year, _, number = month.partition("-")
    return f"{_MONTHS[int(number) - 1]} {year}"
