"""Lengths of time in a word or two: half an hour, an hour and a half, so many days a week."""

from __future__ import annotations

from decimal import Decimal

from claims.dates_reading import Found, Reading
from claims.dates_spans import duration_of

__all__ = [
    "read_and_half",
    "read_days_a_week",
    "read_half",
    "read_hours",
    "read_hours_and_half",
    "read_months",
    "read_one",
]


def read_days_a_week(reading: Reading) -> Found | None:
    """一周四天, four days a week, where the words for Thursday stand in it."""
    return duration_of({"day": Decimal(reading.tag("weekday") or 1)})


def read_months(reading: Reading) -> Found | None:
    """So many months, where the word for months means something else elsewhere (Romanian luni, Monday)."""
    count, high = reading.amount("n"), reading.amount("n2") if reading.has("n2") else None
    if count is None or count > 1000:
        return None
    return duration_of({"month": count}, None if high is None else {"month": high})


def read_hours(reading: Reading) -> Found | None:
    """So many hours, where the word for hours in a length is in the template (vi hai tiếng)."""
    count = reading.amount("n")
    return None if count is None or count > 1000 else duration_of({"hour": count})


def read_hours_and_half(reading: Reading) -> Found | None:
    """Hours and a half of one."""
    count = reading.amount("n")
    return None if count is None or count > 1000 else duration_of({"hour": count + Decimal("0.5")})


def read_half(reading: Reading) -> Found | None:
    """Half a year, half an hour."""
    return duration_of({reading.unit(): Decimal("0.5")}) if reading.unit() != "half" else None


def read_one(reading: Reading) -> Found | None:
    """An hour, where the article counts; "a weekend" tells when, not how long."""
    return None if reading.unit() == "weekend" else duration_of({reading.unit(): Decimal(1)})


def read_and_half(reading: Reading) -> Found | None:
    """Two and a half hours, one year and a half."""
    count = reading.amount("n") if reading.has("n") else Decimal(1)
    return None if count is None else duration_of({reading.unit(): count + Decimal("0.5")})
