"""From a day or a month of Iran's calendar to the days of ours: ۲۲ خرداد, ۱۳ بهمن ۱۴۰۴, مرداد امسال."""

from __future__ import annotations

from claims.calendar import Days
from claims.calendar_solar import nearest_solar_year, solar_day, solar_month, solar_year
from claims.dates_reading import Found, Reading, dated, edged, span_of

__all__ = ["read_solar_day", "read_solar_month"]


def read_solar_day(reading: Reading) -> Found | None:
    """A day of a month, or days first to second of it; numbers in words count avalanches (دو بهمن) and shots."""
    month, first = reading.tag("solar") or 0, reading.number("d")
    digits = any(c.isdigit() for c in reading.written)
    year = _year_of(reading, month, first)
    if year is None or (not digits and _is_doubtful(reading) and not reading.has("y")):
        return None
    days = solar_day(year, month, first)
    if days is None or not reading.has("d2"):
        return dated(days)
    last = solar_day(year, month, reading.number("d2"))
    return None if last is None or last.first < days.first else dated(Days(days.first, last.last))


def read_solar_month(reading: Reading) -> Found | None:
    """A month, with or without its year, or the early, mid or late part of it."""
    month = reading.tag("solar") or 0
    named = any(reading.has(slot) for slot in ("y", "edge", "unit", "span", "shift"))
    year = _year_of(reading, month)
    days = solar_month(year, month) if year is not None else None
    if days is None or (not named and _is_doubtful(reading)):
        return None
    return edged(reading, days)


def _is_doubtful(reading: Reading) -> bool:
    """Whether the month's name is another word too, and no ordinal in words (بیست و دوم) stands before it."""
    words, section = reading.written.split(), reading.grammar.section
    ordinal = any(word.endswith(tuple(section.ordinals.split())) for word in words[:-1])
    return not ordinal and not set(words).isdisjoint(section.doubtful.split())


def _year_of(reading: Reading, month: int, day: int = 15) -> int | None:
    years = reading.grammar.section.solar_years
    if reading.has("y"):
        year = reading.number("y")
        return year if years is not None and years[0] <= year <= years[1] else None
    if reading.today is None:
        return None
    shift = span_of(reading)[1] if reading.has("span") else reading.tag("shift")
    if shift is None:
        return nearest_solar_year(reading.today, month, day)
    here = reading.today.year - 621
    return (here if solar_year(here).first <= reading.today else here - 1) + shift
