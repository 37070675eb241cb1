"""From what a template matched to the value meant: days here, the rest in the modules beside; the table of all."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from claims import calendar
from claims.calendar import Days
from claims.dates_ahead import is_ahead
from claims.dates_clocks import (
    clocked,
    fixed,
    read_ampm,
    read_clock_span,
    read_clock_time,
    read_evening,
    read_four_digits,
    read_minutes_to,
    read_time_range,
)
from claims.dates_eras import (
    read_century,
    read_century_before_era,
    read_old_year,
    read_year_before_era,
    read_year_of_era,
)
from claims.dates_grammar import SHORT
from claims.dates_periods import (
    read_decade,
    read_half_year,
    read_month,
    read_month_of_year,
    read_month_range,
    read_quarter,
    read_rest,
    read_season,
    read_second_half,
    read_week_of,
    read_week_of_year,
    read_year,
)
from claims.dates_reading import DATED, Found, Reading, dated, edged, month_of, ordinal_of, span_of, year_of
from claims.dates_spans import (
    read_age,
    read_age_tens,
    read_ago,
    read_ahead,
    read_and_half,
    read_couple,
    read_days,
    read_days_a_week,
    read_days_ago,
    read_dual,
    read_dual_ago,
    read_dual_half,
    read_duration,
    read_from_day,
    read_future,
    read_half,
    read_hours,
    read_hours_and_half,
    read_months,
    read_one,
    read_span_ago,
    read_span_length,
    read_tens_of_years,
)

__all__ = ["READERS"]

_NOW, _YEARS_AHEAD = 2026, 10
_MOST_PARTS = 5
_WORD_BEHIND = re.compile(r"\s+([^\W\d_]+)")
_WEEKDAYS = {c: n % 7 or 7 for n, c in enumerate("日一二三四五六")} | {str(n): n for n in range(1, 8)} | {"天": 7}


def read_day(reading: Reading) -> Found | None:
    """A day of a month, or days first to second of it."""
    if (reading.tag("month") or 0) > SHORT and _is_of_another_word(reading):
        return None  # el segundo set is of tennis
    month = month_of(reading)
    first = reading.number("d")
    year = year_of(reading, month, first)
    days = None if year is None else calendar.day(year, month, first)
    if days is None or not reading.has("d2"):
        return dated(days)
    last = calendar.day(year or 0, month, reading.number("d2"))
    return None if last is None or last.first < days.first else dated(Days(days.first, last.last))


def _is_of_another_word(reading: Reading) -> bool:
    """Whether the short month is a word of its own, and nothing is written in digits."""
    words = {word.strip(".") for word in reading.written.split()}
    doubtful = reading.grammar.section.doubtful.split()
    return not words.isdisjoint(doubtful) and not any(c.isdigit() for c in reading.written)


def read_day_only(reading: Reading) -> Found | None:
    """A day of this month, or of the last one when that is nearer; "the 15th", 15日."""
    if reading.today is None:
        return None
    first = reading.number("d") if reading.has("d") else ordinal_of(reading)
    shift = span_of(reading)[1] if reading.has("span") else reading.tag("shift") or 0
    if reading.has("mo"):
        one = calendar.day(
            calendar.nearest_year(reading.today, reading.number("mo"), first), reading.number("mo"), first
        )
    else:
        one = calendar.day_of_month(reading.today, first, shift)
    if one is None or not reading.has("d2"):
        return dated(one)
    last = calendar.day(one.first.year, one.first.month, reading.number("d2"))
    return None if last is None or last.first <= one.first else dated(Days(one.first, last.first))


def read_on_day(reading: Reading) -> Found | None:
    """On 4/22, le 22/04, am 22.04.; on 3/4 of something is a share."""
    slots = [reading.slots.get(name, "") for name in ("mo", "d")]
    parts = sorted(int(slot) for slot in slots if slot)
    plain = len(parts) > 1 and all(len(slot) == 1 for slot in slots) and parts[1] <= _MOST_PARTS
    return None if plain and "/" in reading.written else read_day_only(reading)


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


def read_day_shifted(reading: Reading) -> Found | None:
    """The last or next 3 October."""
    shift, month = reading.tag("shift") or 0, month_of(reading)
    if reading.today is None:
        return None
    year = reading.today.year
    one = calendar.day(year, month, reading.number("d"))
    if one is not None and shift and (one.first - reading.today).days * shift <= 0:
        one = calendar.day(year + shift, month, reading.number("d"))
    return dated(one)


def read_about_day(reading: Reading) -> Found | None:
    """ "в 20-х числах декабря": the tens of days of a month."""
    month = (reading.tag("month") or 0) % SHORT
    tens = reading.number("d")
    year = year_of(reading, month)
    if year is None or tens not in {10, 20}:
        return None
    whole = calendar.month(year, month)
    last = date(year, month, 19) if tens == 10 else whole.last
    return dated(Days(date(year, month, tens), last), "about")


def read_numeric(reading: Reading) -> Found | None:
    """14.12.2025; where day and month are swapped against the locale, the other order."""
    year = reading.number("y") if reading.has("y") else _full_year(reading)
    month, day = reading.slots["mo"], reading.slots["d"]
    return dated(calendar.day(year, int(month), int(day)))


def _full_year(reading: Reading) -> int:
    """05/05/71: the year of two digits that ends within ten years from now."""
    now = reading.today.year if reading.today is not None else _NOW
    year = now // 100 * 100 + reading.number("yy")
    return year - 100 if year > now + _YEARS_AHEAD else year


def read_numeric_range(reading: Reading) -> Found | None:
    """24. 8. do 5. 9. 2021: the first day is of the year before where it is later in the year."""
    year = reading.number("y")
    last = calendar.day(year, reading.number("mo2"), reading.number("d2"))
    first = calendar.day(year, reading.number("mo"), reading.number("d"))
    if first is not None and last is not None and first.first > last.first:
        first = calendar.day(year - 1, reading.number("mo"), reading.number("d"))
    return None if first is None or last is None else dated(Days(first.first, last.last))


def read_relative(reading: Reading) -> Found | None:
    """Yesterday, last week, this year."""
    if reading.today is None:
        return None
    if reading.has("day"):
        return dated(calendar.shifted(reading.today, "day", reading.tag("day") or 0))
    if reading.has("span"):
        unit, shift = span_of(reading)
    else:
        unit, shift = reading.unit(), reading.tag("shift") or 0
    if unit not in DATED or (unit == "day" and shift):
        return None
    days = calendar.shifted(reading.today, unit, shift)
    return None if days is None else edged(reading, days)


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


READERS: dict[str, Callable[[Reading], Found | None]] = {
    "day": read_day,
    "numeric": read_numeric,
    "numericrange": read_numeric_range,
    "aboutday": read_about_day,
    "dayonly": read_day_only,
    "onday": read_on_day,
    "dayweekday": read_day_by_weekday,
    "rest": read_rest,
    "monthrange": read_month_range,
    "month": read_month,
    "monthyear": read_month_of_year,
    "monthedge": read_month,
    "quarter": read_quarter,
    "halfyear": read_half_year,
    "secondhalf": read_second_half,
    "year": read_year,
    "years": read_year,
    "yearofera": read_year_of_era,
    "yearbeforeera": read_year_before_era,
    "agetens": read_age_tens,
    "decade": read_decade,
    "century": read_century,
    "centurybeforeera": read_century_before_era,
    "oldyear": read_old_year,
    "tensyears": read_tens_of_years,
    "daysaweek": read_days_a_week,
    "evening": read_evening,
    "spanlength": read_span_length,
    "spanago": read_span_ago,
    "dualhalf": read_dual_half,
    "season": read_season,
    "relative": read_relative,
    "weekday": read_weekday,
    "weekdayweek": read_weekday_of_week,
    "ago": read_ago,
    "days": read_days,
    "months": read_months,
    "hours": read_hours,
    "hourshalf": read_hours_and_half,
    "daysago": read_days_ago,
    "dual": read_dual,
    "dualago": read_dual_ago,
    "dayshift": read_day_shifted,
    "agounit": read_ago,
    "ahead": read_ahead,
    "fromday": read_from_day(1),
    "beforeday": read_from_day(-1),
    "aheadunit": read_ahead,
    "time": clocked(0),
    "time4": read_four_digits,
    "clockspan": read_clock_span,
    "clocktime": read_clock_time,
    "timerange": read_time_range,
    "weekof": read_week_of,
    "weekofyear": read_week_of_year,
    "weekdayof": read_weekday_of,
    "future": read_future,
    "couple": read_couple,
    "ampm": read_ampm,
    "halfpast": clocked(30),
    "halfto": clocked(-30),
    "quarterpast": clocked(15),
    "quarterto": clocked(-15),
    "threequarters": clocked(45),
    "quartertoward": clocked(-45),
    "minutespast": clocked(1, "min"),
    "minutesto": read_minutes_to,
    "noon": fixed("12:00"),
    "midnight": fixed("00:00"),
    "duration": read_duration,
    "onehalf": read_and_half,
    "unithalf": read_and_half,
    "half": read_half,
    "one": read_one,
    "age": read_age,
}
"""What reads the matches of each group of templates."""
