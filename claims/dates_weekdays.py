"""From what a template of weekdays matched to the day meant: on Tuesday, Friday of next week, second Monday of May."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims import calendar
from claims.calendar import Days
from claims.dates_ahead import is_ahead
from claims.dates_grammar import SHORT
from claims.dates_reading import Found, Reading, dated, ordinal_of, span_of

__all__ = ["read_day_by_weekday", "read_weekday", "read_weekday_of", "read_weekday_of_week"]

_WORD_BEHIND = re.compile(r"\s+([^\W\d_]+)")
_WEEKDAYS = {c: n % 7 or 7 for n, c in enumerate("日一二三四五六")} | {str(n): n for n in range(1, 8)} | {"天": 7}


def read_day_by_weekday(reading: Reading) -> Found | None:
    """Friday the 15th: the day of this month, the last or the next one that falls on the weekday."""
    if reading.today is None:
        return None
    number = reading.number("d") if reading.has("d") else ordinal_of(reading)
    for shift in (0, -1, 1):
        one = calendar.day_of_month(reading.today, number, shift)
        if one is not None and one.first.day == number and one.first.isoweekday() == reading.tag("weekday"):
            return dated(one)
    return None


def read_weekday(reading: Reading) -> Found | None:
    """On Tuesday, last Friday."""
    shift = reading.tag("shift")
    doubtful = shift is None and reading.word in reading.grammar.section.doubtful.split()
    if reading.today is None or (doubtful and not _stands_for_day(reading)):
        return None
    number = reading.tag("weekday") or 1
    if shift is None and is_ahead(reading.grammar.section, reading.before, reading.after):
        one = reading.today + timedelta(days=(number - reading.today.isoweekday()) % 7)
    else:
        one = calendar.weekday(reading.today, number, shift)
    return dated(Days(one, one))


def _stands_for_day(reading: Reading) -> bool:
    """Whether a weekday that is another word too stands where a day would: na segunda à noite, not na segunda parte."""
    words = reading.grammar.section.words
    if not f" {reading.before.rstrip()}".endswith(tuple(f" {cue}" for cue in words.get("weekdaycue", ()))):
        return False
    behind = _WORD_BEHIND.match(reading.follows)
    return behind is None or behind[1] in words.get("weekdayend", ())


def read_weekday_of_week(reading: Reading) -> Found | None:
    """Friday of next week."""
    if reading.today is None:
        return None
    unit, shift = span_of(reading) if reading.has("span") else ("week", reading.tag("shift") or 0)
    number = reading.tag("weekday") or _WEEKDAYS.get(reading.slots.get("wd", ""), 1)
    one = reading.today + timedelta(days=7 * shift + number - reading.today.isoweekday())
    return dated(Days(one, one)) if unit == "week" else None


def read_weekday_of(reading: Reading) -> Found | None:
    """The second Monday of May."""
    month = (reading.tag("month") or 0) % SHORT
    year = reading.number("y") if reading.has("y") else None
    if year is None and reading.today is not None:
        year = calendar.nearest_year(reading.today, month)
    number = ordinal_of(reading)
    if year is None or not 1 <= number <= 5:
        return None
    first = date(year, month, 1)
    offset = ((reading.tag("weekday") or 1) - first.isoweekday()) % 7
    return dated(calendar.day(year, month, 1 + offset + 7 * (number - 1)))
