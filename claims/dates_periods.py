"""What months, quarters, years, seasons and centuries mean."""

from __future__ import annotations

import re
from datetime import date

from claims import calendar
from claims.calendar import Days
from claims.calendar_solar import solar_year
from claims.dates_grammar import SHORT
from claims.dates_reading import Found, Reading, dated, edged, ordinal_of, span_of, year_of
from claims.dates_tags import class_range

__all__ = [
    "is_doubtful",
    "read_decade",
    "read_half_year",
    "read_month",
    "read_month_of_year",
    "read_month_range",
    "read_quarter",
    "read_rest",
    "read_season",
    "read_second_half",
    "read_week_of",
    "read_week_of_year",
    "read_year",
]

_UNIT = re.compile(f"[{class_range('unit')}]")
_NO_YEAR_BEFORE = re.compile(r"[\d$€£¥₽₴#№+×*/=-]$|\d [.,]?$")
_DASH = re.compile(r"[^\d\s] -{1,2} $")
"""A dash that parts clauses, not one that takes away."""
_NOUN = re.compile(r"\s*([^\W\d_]{4,})")
_GROUPED = re.compile(r"\d[^\d]\d{3}")
_UNSPACED = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_YEAR_AFTER = re.compile(
    rf"\s*(?:[%‰°€$£¥₽₴]|[{class_range('unit')}]|(?:km|m|kg|g|t|mm|cm|kw|mw|usd|eur|hz|ml|km/h)\b|\d)"
)


def read_month(reading: Reading) -> Found | None:
    """A month, with or without its year, or the early, mid or late part of it."""
    number = int(reading.slots["mo"]) if reading.has("mo") else reading.tag("month") or 0
    shift = reading.tag("shift")
    alone = not reading.has("y") and shift is None and not reading.has("edge")
    if alone and (number > SHORT or is_doubtful(reading)):
        return None
    if reading.before.rstrip().endswith("-") and reading.before.rstrip(" -")[-1:].isalpha():
        return None  # heinä–syyskuussa: the month before is not written out
    number %= SHORT
    if reading.has("mo2"):
        return _months_through(reading, number, reading.number("mo2"))
    today = reading.today
    year = year_of(reading, number) if shift is None or today is None else _shifted_year(today, number, shift)
    return None if year is None else edged(reading, calendar.month(year, number))


def read_month_of_year(reading: Reading) -> Found | None:
    """A month of last, this or next year."""
    number = (reading.tag("month") or 0) % SHORT
    year = year_of(reading, number)
    return None if year is None else edged(reading, calendar.month(year, number))


def read_month_range(reading: Reading) -> Found | None:
    """From May to March: of the year named at the end, else the last months nearest to today."""
    first, last = ((reading.tag(name) or 0) % SHORT for name in ("month", "month2"))
    if not 1 <= first <= 12 or not 1 <= last <= 12 or first == last or is_doubtful(reading):
        return None
    if reading.has("y"):
        end = reading.number("y")
    elif reading.today is None:
        return None
    else:
        end = calendar.nearest_year(reading.today, first) + (first > last)
    start = calendar.month(end - (first > last), first)
    return dated(Days(start.first, calendar.month(end, last).last))


def read_rest(reading: Reading) -> Found | None:
    """The rest of the year: from today to its end."""
    unit, shift = reading.unit(), reading.tag("shift")
    if reading.today is None or shift or unit not in {"week", "month", "quarter", "year", "decade"}:
        return None
    days = calendar.shifted(reading.today, unit, 0)
    return None if days is None else dated(Days(reading.today, days.last))


def _months_through(reading: Reading, first: int, last: int) -> Found | None:
    year = year_of(reading, first)
    if year is None or last <= first:
        return None
    return dated(Days(calendar.month(year, first).first, calendar.month(year, last).last))


def _shifted_year(today: date, month: int, shift: int) -> int:
    if shift < 0:
        return today.year - (month >= today.month)
    return today.year + (shift > 0 and month <= today.month)


def is_doubtful(reading: Reading) -> bool:
    """A month whose name is another word too ("March", "mars") needs a preposition before it."""
    section = reading.grammar.section
    doubtful = {*section.capital.split(), *section.doubtful.split()}
    return reading.word in doubtful and not reading.grammar.months_in.search(reading.before)


def _plain_year(reading: Reading) -> int | None:
    if reading.has("y"):
        return reading.number("y")
    if reading.today is None:
        return None
    return reading.today.year + (span_of(reading)[1] if reading.has("span") else reading.tag("shift") or 0)


def read_quarter(reading: Reading) -> Found | None:
    """A quarter of a year."""
    named = any(reading.has(slot) for slot in ("o", "q", "roman", "n", "d"))
    year, number = _plain_year(reading), ordinal_of(reading) if named else 1  # tr ilk çeyrek
    return dated(calendar.quarter(year, number)) if year is not None and 1 <= number <= 4 else None


def read_half_year(reading: Reading) -> Found | None:
    """The first or second half of a year."""
    year, number = _plain_year(reading), ordinal_of(reading) or 1
    dateless = not (reading.has("y") or reading.has("shift") or reading.has("span"))
    if dateless and not reading.grammar.section.half_alone:
        return None  # the second half of a match
    return dated(calendar.half_year(year, number)) if year is not None and 1 <= number <= 2 else None


def read_second_half(reading: Reading) -> Found | None:
    """The second half of a year, where a word says which."""
    year = _plain_year(reading)
    return None if year is None else dated(calendar.half_year(year, 2))


def read_year(reading: Reading) -> Found | None:
    """A year or years; a number of four digits alone counts only where no counted thing can follow."""
    first = reading.number("y")
    in_words = first % 100 == 0 and not any(c.isdigit() for c in reading.written)
    if in_words or (not (reading.has("y2") or reading.has("yy")) and reading.is_length()):
        return None  # "dwa tysiące lat" are two thousand years
    bounds = reading.grammar.section.words.get("notyear", ())
    bounded = bounds and reading.follows.lstrip().lower().startswith(bounds)  # 1000'den fazla
    if bounded or (reading.whole == reading.slots["y"] and not _bare_year(reading)):
        return None
    if not (reading.has("y2") or reading.has("yy") or reading.has("edge")) and _counts_something(reading, first):
        return None
    if reading.has("yy"):  # 1950-53
        last = first // 100 * 100 + reading.number("yy")
        return _years(first, last) if 1500 <= first < last else None
    if not reading.has("y2"):
        return edged(reading, _days_of_year(reading, first))
    last = reading.number("y2")
    days = Days(_days_of_year(reading, first).first, _days_of_year(reading, last).last)
    return dated(days) if first < last <= first + 400 else None


def _days_of_year(reading: Reading, year: int) -> Days:
    return solar_year(year) if _is_solar(reading, year) else calendar.year(year)


def _is_solar(reading: Reading, year: int) -> bool:
    """Whether a year is one of Iran's calendar: no news is of the 14th century of ours."""
    years = reading.grammar.section.solar_years
    return years is not None and years[0] <= year <= years[1]


def _years(first: int, last: int) -> Found | None:
    return dated(Days(calendar.year(first).first, calendar.year(last).last))


def _counts_something(reading: Reading, number: int) -> bool:
    """Whether a round number is followed by what it may count: "of 1000 stamps", while "In 1500" begins a sentence."""
    if _UNIT.search(reading.whole):
        return False  # v roce 1492 vyplul
    if (1500 <= number <= 2060 and number % 100) or number == 2000 or not reading.whole.endswith(str(number)):
        return False
    if not reading.before.strip() or reading.before.rstrip()[-1:] in ".!?:":
        return False
    noun = _NOUN.match(reading.follows)
    return noun is not None and (reading.grammar.section.noun_capitals or noun[1][0].islower())


def _is_counting(reading: Reading) -> bool:
    """Whether the number is written as no year is: 1 850 jobs; 1850人, where a year has 年 behind it."""
    return bool(_GROUPED.fullmatch(reading.written.strip()) or _UNSPACED.match(reading.after))


def _bare_year(reading: Reading) -> bool:  # noqa: PLR0911 - one return a rule
    """Four digits without a word that says year: no round number, nothing counted or measured after it."""
    number = reading.number("y")
    if not 1000 <= number <= 2060 or number % 100 == 0 or _is_counting(reading):
        return False
    if number < 1500 and not any(c.isdigit() for c in reading.written):
        return False  # a thousand and six, where no word says year
    before, after = reading.before.rstrip(), reading.after
    if _DASH.search(reading.before):
        before = ""
    if number < 1500 and (number % 10 == 0 or _NOUN.match(reading.follows) or before[-1:] in ",("):
        return False
    if _NO_YEAR_BEFORE.search(before) or _NO_YEAR_AFTER.match(after):
        return False
    if after[:1] in {"-", "/", "."} and after[1:2].isdigit():
        return False
    persons = reading.grammar.persons
    if persons is not None and persons.match(after):
        return False
    following = reading.follows.lstrip()
    counted = reading.grammar.section.noun_capitals and following[:1].isupper() and reading.follows[:1].isspace()
    return not counted


def read_decade(reading: Reading) -> Found | None:
    """The 1990s, the nineties; "the 20s" are the most recent that are over: of a decade that goes on nobody says so."""
    text = reading.slots["dec"] if reading.has("dec") else f"{(reading.tag('tens') or 0) * 10:02d}"
    if not _is_plural(reading):
        return None
    if len(text) == 4:
        first = int(text)
        if first % 100 == 0 and first != 2000:  # the 1800s are a century
            return edged(reading, Days(date(first, 1, 1), date(first + 99, 12, 31))) if 1000 <= first <= 1900 else None
    elif reading.has("era"):
        first = reading.number("y") - 1 + int(text)
        return edged(reading, Days(date(first, 1, 1), date(first + 9, 12, 31)))
    elif reading.has("shift") and reading.today is not None:
        first = (reading.today.year // 100 + (reading.tag("shift") or 0)) * 100 + int(text)
    elif reading.has("roman"):
        first = 100 * ordinal_of(reading) - 100 + int(text)
    elif reading.has("cent"):
        first = 100 * reading.number("cent") - 100 + int(text)
    elif reading.has("o") or reading.has("n"):
        first = 100 * ordinal_of(reading) - 100 + int(text)
    elif reading.today is not None:
        century = reading.today.year // 100 * 100
        first = century + int(text)
        first -= 100 if first + 10 > reading.today.year else 0
    else:
        first = 1900 + int(text)
    return edged(reading, calendar.decade(first)) if 1000 <= first <= 2090 else None


def _is_plural(reading: Reading) -> bool:
    """Where one ending tells the nineties from the ninetieth (ru 90-е, 90-го), the word has to have it."""
    marks = tuple(reading.grammar.section.decade_marks.split())
    return not marks or any(
        word.endswith(marks) for word in reading.written.split() if word[0].isdigit() or len(word) > 2
    )


def read_season(reading: Reading) -> Found | None:
    """A season of a year."""
    year = _plain_year(reading)
    number = reading.tag("season") or 1
    if year is None or not 1 <= year <= 9998:
        return None
    if number == 4 and not reading.has("y") and reading.today is not None and reading.today.month < 6:
        year -= 1
    return dated(calendar.season(year, number))


def read_week_of(reading: Reading) -> Found | None:
    """The first week of March, the last week of 2025's July: the week that has its Thursday there."""
    if not reading.has("month"):
        return _week_of_near_month(reading)
    month = (reading.tag("month") or 0) % SHORT
    year = reading.number("y") if reading.has("y") else None
    if year is None and reading.today is not None:
        year = calendar.nearest_year(reading.today, month)
    number = -1 if reading.has("shift") else ordinal_of(reading)
    if year is None or (reading.has("shift") and reading.tag("shift") != -1):
        return None
    return dated(calendar.week_of_month(year, month, number))


def read_week_of_year(reading: Reading) -> Found | None:
    """The second week of 2025, week 12 of 2025: the weeks of ISO 8601; the last one is that of 28 December."""
    year = _plain_year(reading)
    last = reading.has("shift") and reading.has("y")
    if year is None or not 1 <= year <= 9998 or (last and reading.tag("shift") != -1):
        return None
    weeks = date(year, 12, 28).isocalendar().week
    number = weeks if last else ordinal_of(reading)
    if not 1 <= number <= weeks:
        return None
    first = date.fromisocalendar(year, number, 1)
    return dated(Days(first, date.fromisocalendar(year, number, 7)))


def _week_of_near_month(reading: Reading) -> Found | None:
    """The third week of this month."""
    whole = None if reading.today is None else calendar.shifted(reading.today, "month", reading.tag("shift") or 0)
    if whole is None:
        return None
    return dated(calendar.week_of_month(whole.first.year, whole.first.month, ordinal_of(reading)))
