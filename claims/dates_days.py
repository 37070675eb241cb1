"""From what a template matched to the day meant: 14 December, the 15th, 14.12.2025, yesterday."""

from __future__ import annotations

from datetime import date

from claims import calendar
from claims.calendar import Days
from claims.dates_grammar import SHORT
from claims.dates_reading import DATED, Found, Reading, dated, edged, month_of, ordinal_of, span_of, year_of

__all__ = [
    "read_about_day",
    "read_day",
    "read_day_only",
    "read_day_shifted",
    "read_numeric",
    "read_numeric_range",
    "read_on_day",
    "read_relative",
]

_NOW, _YEARS_AHEAD = 2026, 10
_MOST_PARTS = 5


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
    if not reading.has("y"):
        return _range_without_year(reading)
    year = reading.number("y")
    last = calendar.day(year, reading.number("mo2"), reading.number("d2"))
    first = calendar.day(year, reading.number("mo"), reading.number("d"))
    if first is not None and last is not None and first.first > last.first:
        first = calendar.day(year - 1, reading.number("mo"), reading.number("d"))
    return None if first is None or last is None else dated(Days(first.first, last.last))


def _range_without_year(reading: Reading) -> Found | None:
    """ "từ 2/2 đến 30/3"; small numbers alone, "từ 1/3 đến 1/2", are shares."""
    numbers = {name: reading.number(name) for name in ("d", "mo", "d2", "mo2")}
    if reading.today is None or max(numbers.values()) <= _MOST_PARTS:
        return None
    year = calendar.nearest_year(reading.today, numbers["mo2"], numbers["d2"])
    first, last = (calendar.day(year, numbers[f"mo{end}"], numbers[f"d{end}"]) for end in ("", "2"))
    if first is None or last is None or first.first >= last.first:
        return None
    return dated(Days(first.first, last.last))


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
