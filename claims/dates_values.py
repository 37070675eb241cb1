"""From what a template matched to the value meant: a kind, low and high."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from claims import calendar
from claims.calendar import Days
from claims.dates_grammar import SHORT, TimeGrammar
from claims.dates_tags import UNITS, class_range, value_of
from claims.dates_templates import PARTS
from claims.durations import iso_duration, years_of
from claims.times import clock
from records.claim import FigureKind, Modifier, Value

__all__ = ["READERS", "Found", "Reading", "read_number"]

_NO_YEAR_BEFORE = re.compile(r"[\d$€£¥₽₴#№+×*/=-]$|\d [.,]?$")
_NO_YEAR_AFTER = re.compile(rf"\s*(?:[%‰°€$£¥₽₴]|[{class_range('unit')}]|(?:km|m|kg|g|t|mm|cm|kw|mw|usd|eur|hz|ml|km/h)\b|\d)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "х": 10}
_WEEKDAYS = {c: n % 7 or 7 for n, c in enumerate("日一二三四五六")} | {str(n): n for n in range(1, 8)} | {"天": 7}
_DATED = ("day", "week", "fortnight", "month", "year", "decade", "quarter", "half", "weekend")


@dataclass(frozen=True, slots=True)
class Found:
    """A value that a template gave."""

    kind: FigureKind
    low: Value
    high: Value
    modifier: Modifier = "exact"


@dataclass(frozen=True, slots=True)
class Reading:
    """One match: ``slots`` by name, numbers in plain digits; ``before`` and ``after`` are the text around it."""

    slots: Mapping[str, str]
    today: date | None
    grammar: TimeGrammar
    before: str
    after: str
    whole: str
    word: str
    """What the first word of the match was before it became one character; empty for numbers."""
    text: str
    numbers: Mapping[str, Decimal]
    follows: str
    """The text after the match as it was written, capitals and all."""

    def has(self, name: str) -> bool:
        return bool(self.slots.get(name))

    def number(self, name: str) -> int:
        return int(self.slots[name])

    def amount(self, name: str) -> Decimal | None:
        return self.numbers.get(name, read_number(self.slots[name]))

    def tag(self, name: str) -> int | None:
        """The value of a word class, None when the template left it out."""
        character = self.slots.get(name)
        return value_of(character) if character else None

    def unit(self, name: str = "unit") -> str:
        character = self.slots.get(name)
        return UNITS[value_of(character)] if character else "year"

    def part(self) -> str | None:
        value = self.tag("part")
        return None if value is None else PARTS[value]


def read_number(written: str) -> Decimal | None:
    """A number of digits with one or no mark; "1.200" is 1200, "1.5" and "1,5" are one and a half."""
    plain = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", written).replace(",", ".")
    halves = {"½": ".5", "¼": ".25", "¾": ".75"}
    plain = plain[:-1] + halves[plain[-1]] if plain[-1] in halves else plain
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _dated(days: Days | None, modifier: Modifier = "exact") -> Found | None:
    return None if days is None else Found("date", days.first.isoformat(), days.last.isoformat(), modifier)


def _year_of(reading: Reading, month: int, day: int = 15) -> int | None:
    if reading.has("y"):
        return reading.number("y")
    if reading.today is None:
        return None
    if reading.has("span"):
        return reading.today.year + _span(reading)[1]
    shift = reading.tag("shift")
    if shift is not None:
        return reading.today.year + shift
    return calendar.nearest_year(reading.today, month, day)


def _month_number(reading: Reading) -> int:
    """The month by its name or, where the language counts them, by its number."""
    return int(reading.slots["mo"]) if reading.has("mo") else (reading.tag("month") or 0) % SHORT


def read_day(reading: Reading) -> Found | None:
    """A day of a month, or days first to second of it."""
    month = _month_number(reading)
    first = reading.number("d")
    year = _year_of(reading, month, first)
    days = None if year is None else calendar.day(year, month, first)
    if days is None or not reading.has("d2"):
        return _dated(days)
    last = calendar.day(year or 0, month, reading.number("d2"))
    return None if last is None or last.first < days.first else _dated(Days(days.first, last.last))


def read_day_only(reading: Reading) -> Found | None:
    """A day of this month, or of the last one when that is nearer; "the 15th", 15日."""
    if reading.today is None:
        return None
    first = reading.number("d") if reading.has("d") else _ordinal(reading)
    shift = _span(reading)[1] if reading.has("span") else reading.tag("shift") or 0
    if reading.has("mo"):
        one = calendar.day(calendar.nearest_year(reading.today, reading.number("mo"), first), reading.number("mo"), first)
    else:
        one = calendar.day_of_month(reading.today, first, shift)
    if one is None or not reading.has("d2"):
        return _dated(one)
    last = calendar.day(one.first.year, one.first.month, reading.number("d2"))
    return None if last is None or last.first <= one.first else _dated(Days(one.first, last.first))


def read_day_shifted(reading: Reading) -> Found | None:
    """The last or next 3 October."""
    shift, month = reading.tag("shift") or 0, _month_number(reading)
    if reading.today is None:
        return None
    year = reading.today.year
    one = calendar.day(year, month, reading.number("d"))
    if one is not None and shift and (one.first - reading.today).days * shift <= 0:
        one = calendar.day(year + shift, month, reading.number("d"))
    return _dated(one)


def read_about_day(reading: Reading) -> Found | None:
    """ "в 20-х числах декабря": the tens of days of a month."""
    month = (reading.tag("month") or 0) % SHORT
    tens = reading.number("d")
    year = _year_of(reading, month)
    if year is None or tens not in {10, 20}:
        return None
    whole = calendar.month(year, month)
    last = date(year, month, 19) if tens == 10 else whole.last
    return _dated(Days(date(year, month, tens), last), "about")


def read_numeric(reading: Reading) -> Found | None:
    """14.12.2025; where day and month are swapped against the locale, the other order."""
    year, month, day = reading.number("y"), reading.slots["mo"], reading.slots["d"]
    return _dated(calendar.day(year, int(month), int(day)))


def read_month(reading: Reading) -> Found | None:
    """A month, with or without its year, or the early, mid or late part of it."""
    number = int(reading.slots["mo"]) if reading.has("mo") else reading.tag("month") or 0
    shift = reading.tag("shift")
    alone = not reading.has("y") and shift is None and not reading.has("edge")
    if alone and (number > SHORT or _doubtful(reading)):
        return None
    number %= SHORT
    if reading.has("mo2"):
        return _months_through(reading, number, reading.number("mo2"))
    today = reading.today
    year = _year_of(reading, number) if shift is None or today is None else _shifted_year(today, number, shift)
    return None if year is None else _edged(reading, calendar.month(year, number))


def read_month_of_year(reading: Reading) -> Found | None:
    """A month of last, this or next year."""
    number = (reading.tag("month") or 0) % SHORT
    year = _year_of(reading, number)
    return None if year is None else _edged(reading, calendar.month(year, number))


def _months_through(reading: Reading, first: int, last: int) -> Found | None:
    year = _year_of(reading, first)
    if year is None or last <= first:
        return None
    return _dated(Days(calendar.month(year, first).first, calendar.month(year, last).last))


def _shifted_year(today: date, month: int, shift: int) -> int:
    if shift < 0:
        return today.year - (month >= today.month)
    return today.year + (shift > 0 and month <= today.month)


def _doubtful(reading: Reading) -> bool:
    """A month whose name is another word too ("March", "mars") needs a preposition before it."""
    section = reading.grammar.section
    doubtful = {*section.capital.split(), *section.doubtful.split()}
    return reading.word in doubtful and not reading.grammar.months_in.search(reading.before)


def _edged(reading: Reading, days: Days) -> Found | None:
    edge = reading.tag("edge")
    return _dated(days) if edge is None else _dated(calendar.edge_of(days, edge), "about")


def _ordinal(reading: Reading, name: str = "o") -> int:
    if reading.has("roman"):
        return _roman(reading.slots["roman"])
    if name == "o" and reading.has("n"):
        return int(reading.slots["n"]) if reading.slots["n"].isdigit() else 0
    return int(reading.slots.get(name) or reading.slots.get("q") or 0)


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    return sum(-v if any(w > v for w in values[n + 1 : n + 2]) else v for n, v in enumerate(values))


def _plain_year(reading: Reading) -> int | None:
    if reading.has("y"):
        return reading.number("y")
    if reading.today is None:
        return None
    return reading.today.year + (_span(reading)[1] if reading.has("span") else reading.tag("shift") or 0)


def read_quarter(reading: Reading) -> Found | None:
    """A quarter of a year."""
    year, number = _plain_year(reading), _ordinal(reading)
    return _dated(calendar.quarter(year, number)) if year is not None and 1 <= number <= 4 else None


def read_half_year(reading: Reading) -> Found | None:
    """The first or second half of a year."""
    year, number = _plain_year(reading), _ordinal(reading) or 1
    return _dated(calendar.half_year(year, number)) if year is not None and 1 <= number <= 2 else None


def read_second_half(reading: Reading) -> Found | None:
    """The second half of a year, where a word says which."""
    year = _plain_year(reading)
    return None if year is None else _dated(calendar.half_year(year, 2))


def read_year(reading: Reading) -> Found | None:
    """A year or years; a number of four digits alone counts only where no counted thing can follow."""
    first = reading.number("y")
    if reading.whole == reading.slots["y"] and not _bare_year(reading):
        return None
    if not reading.has("y2"):
        return _edged(reading, calendar.year(first))
    last = reading.number("y2")
    return _dated(Days(calendar.year(first).first, calendar.year(last).last)) if first < last <= first + 400 else None


def _bare_year(reading: Reading) -> bool:
    """Four digits without a word that says year: no round number, nothing counted or measured after it."""
    number = reading.number("y")
    if not 1500 <= number <= 2060 or number % 100 == 0:
        return False
    before, after = reading.before.rstrip(), reading.after
    if _NO_YEAR_BEFORE.search(before) or _NO_YEAR_AFTER.match(after):
        return False
    if after[:1] in {"-", "/", "."} and after[1:2].isdigit():
        return False
    persons = reading.grammar.persons
    if persons is not None and persons.match(after):
        return False
    following = reading.follows.lstrip()
    counted = reading.grammar.section.noun_capitals and following[:1].isupper() and reading.follows[:1].isspace()
    return not counted or not before


def read_decade(reading: Reading) -> Found | None:
    """The 1990s, the nineties; "the 20s" are the most recent that have begun."""
    text = reading.slots["dec"]
    if len(text) == 4:
        first = int(text)
        if first % 100 == 0 and first != 2000:
            return None
    elif reading.has("cent"):
        first = 100 * reading.number("cent") - 100 + int(text)
    elif reading.today is not None:
        century = reading.today.year // 100 * 100
        first = century + int(text)
        first -= 100 if first > reading.today.year else 0
    else:
        first = 1900 + int(text)
    return _edged(reading, calendar.decade(first)) if 1000 <= first <= 2090 else None


def read_century(reading: Reading) -> Found | None:
    """A century, or two."""
    if reading.has("cty"):
        return _edged(reading, Days(date(reading.number("cty"), 1, 1), date(reading.number("cty") + 99, 12, 31)))
    first = _ordinal(reading)
    last = int(reading.slots["o2"]) if reading.has("o2") else first
    if not 1 <= first <= last <= 30:
        return None
    return _edged(reading, Days(calendar.century(first).first, calendar.century(last).last))


def read_season(reading: Reading) -> Found | None:
    """A season of a year."""
    year = _plain_year(reading)
    number = reading.tag("season") or 1
    if year is None or not 1 <= year <= 9998:
        return None
    if number == 4 and not reading.has("y") and reading.today is not None and reading.today.month < 6:
        year -= 1
    return _dated(calendar.season(year, number))


def read_relative(reading: Reading) -> Found | None:
    """Yesterday, last week, this year."""
    if reading.today is None:
        return None
    if reading.has("day"):
        return _dated(calendar.shifted(reading.today, "day", reading.tag("day") or 0))
    if reading.has("span"):
        unit, shift = _span(reading)
    else:
        unit, shift = reading.unit(), reading.tag("shift") or 0
    if unit not in _DATED or (unit == "day" and shift):
        return None
    days = calendar.shifted(reading.today, unit, shift)
    return None if days is None else _edged(reading, days)


def _span(reading: Reading) -> tuple[str, int]:
    packed = (reading.tag("span") or 0) + 30
    return UNITS[packed // 4], packed % 4 - 1


def read_weekday(reading: Reading) -> Found | None:
    """On Tuesday, last Friday."""
    shift = reading.tag("shift")
    if reading.today is None or (shift is None and reading.word in reading.grammar.section.doubtful.split()):
        return None
    one = calendar.weekday(reading.today, reading.tag("weekday") or 1, shift)
    return _dated(Days(one, one))


def read_weekday_of_week(reading: Reading) -> Found | None:
    """Friday of next week."""
    if reading.today is None:
        return None
    unit, shift = _span(reading) if reading.has("span") else ("week", reading.tag("shift") or 0)
    number = reading.tag("weekday") or _WEEKDAYS.get(reading.slots.get("wd", ""), 1)
    one = reading.today + timedelta(days=7 * shift + number - reading.today.isoweekday())
    return _dated(Days(one, one)) if unit == "week" else None


def read_ago(reading: Reading) -> Found | None:
    """Three days ago; of months and years the whole month or year. Hours and minutes stay durations."""
    return _away(reading, -1)


def read_ahead(reading: Reading) -> Found | None:
    """Two weeks from now."""
    return _away(reading, 1)


def read_days_ago(reading: Reading) -> Found | None:
    """Days ago, where the word for days is in the template."""
    count = reading.amount("n")
    if reading.today is None or count is None or count > 3000:
        return None
    return _dated(calendar.shifted(reading.today, "day", -int(count)))


def read_dual(reading: Reading) -> Found | None:
    """Two days, in one word."""
    return _duration({UNITS[reading.tag("dual") or 0]: Decimal(2)})


def read_dual_ago(reading: Reading) -> Found | None:
    """Two days ago, where one word says two days."""
    unit = UNITS[reading.tag("dual") or 0]
    if unit not in _DATED:
        return read_dual(reading)
    size, base = {"week": (7, "day"), "fortnight": (14, "day")}.get(unit, (1, unit))
    return None if reading.today is None else _dated(calendar.shifted(reading.today, base, -2 * size))


def read_future(reading: Reading) -> Found | None:
    """ "in two weeks" is a date only in a sentence about the future; elsewhere it may be how long something took."""
    return _away(reading, 1) if reading.grammar.future is not None and reading.grammar.future.search(reading.text) else None


def _away(reading: Reading, direction: int) -> Found | None:
    if reading.has("unit2"):
        return _away_twice(reading, direction)
    count = reading.amount("n") if reading.has("n") else Decimal(1)
    unit = reading.unit()
    if count is None:
        return None
    if count > 1000 and reading.has("n"):
        return _duration({unit: count})
    if unit not in _DATED:
        return _duration({unit: count}) if reading.has("n") else None
    if reading.today is None or count != count.to_integral_value():
        return None
    if unit in {"week", "fortnight"}:
        unit, count = "day", count * (7 if unit == "week" else 14)
    return _dated(calendar.shifted(reading.today, unit, direction * int(count)))


def _away_twice(reading: Reading, direction: int) -> Found | None:
    first, second = reading.amount("n"), reading.amount("n2")
    if reading.today is None or first is None or second is None or max(first, second) > 3000:
        return None
    days = calendar.moved(reading.today, {reading.unit(): direction * int(first), reading.unit("unit2"): direction * int(second)})
    return None if days is None else _dated(days)


def _duration(parts: Mapping[str, Decimal], high: Mapping[str, Decimal] | None = None) -> Found | None:
    low = iso_duration(parts)
    top = low if high is None else iso_duration(high)
    return None if low is None or top is None else Found("duration", low, top)


def read_duration(reading: Reading) -> Found | None:
    """Two weeks, two to three days, one hour and ten minutes."""
    count = reading.amount("n")
    unit = reading.unit()
    if count is None or (unit == "year" and 1000 <= count <= 2100) or (unit == "century" and count > 100):
        return None
    if not reading.has("n2"):
        return _duration({unit: count})
    second = reading.amount("n2")
    if second is None:
        return None
    if reading.has("unit2"):
        if UNITS.index(reading.unit("unit2")) >= UNITS.index(unit):
            return None
        return _duration({unit: count, reading.unit("unit2"): second})
    return _duration({unit: count}, {unit: second}) if count < second else None


def read_half(reading: Reading) -> Found | None:
    """Half a year, half an hour."""
    return _duration({reading.unit(): Decimal("0.5")}) if reading.unit() != "half" else None


def read_one(reading: Reading) -> Found | None:
    """An hour, where the article counts."""
    return _duration({reading.unit(): Decimal(1)})


def read_and_half(reading: Reading) -> Found | None:
    """Two and a half hours, one year and a half."""
    count = reading.amount("n") if reading.has("n") else Decimal(1)
    return None if count is None else _duration({reading.unit(): count + Decimal("0.5")})


def read_age(reading: Reading) -> Found | None:
    """9 years old, aged 30 to 35."""
    unit = reading.unit() if reading.slots.get("unit") else "year"
    low = reading.amount("n")
    high = reading.amount("n2") if reading.has("n2") else low
    if low is None or high is None or high < low or low > 1500:
        return None
    first, last = years_of(low, unit), years_of(high, unit)
    return None if first is None or last is None else Found("age", first, last)


def _clocked(shift: int, minute_slot: str | None = None) -> Callable[[Reading], Found | None]:
    def read(reading: Reading) -> Found | None:
        minutes = next((reading.number(m) for m in ("mi", "min") if reading.has(m)), 0)
        moved = shift
        if minute_slot is not None:
            minutes, moved = 0, shift * minutes
        time = clock(reading.number("h" if reading.has("h") else "o"), minutes, reading.part(), moved)
        return None if time is None else Found("time", time, time)

    return read


def read_ampm(reading: Reading) -> Found | None:
    """3 a.m., 11.30 pm."""
    if reading.part() not in {"am", "pm"}:
        return None
    return _clocked(0)(reading)


def read_time_range(reading: Reading) -> Found | None:
    """From 3 to 5 p.m."""
    part = reading.part()
    minutes = [reading.number(m) if reading.has(m) else 0 for m in ("mi", "mi2")]
    first, last = (clock(reading.number(h), m, part) for h, m in zip(("h", "h2"), minutes, strict=True))
    if first is not None and last is not None and first > last:
        first = clock(reading.number("h"), minutes[0], None)
    return Found("time", first, last) if first is not None and last is not None and first < last else None


def read_week_of(reading: Reading) -> Found | None:
    """The first week of March, the last week of 2025's July: the week that has its Thursday there."""
    month = (reading.tag("month") or 0) % SHORT
    year = reading.number("y") if reading.has("y") else None
    if year is None and reading.today is not None:
        year = calendar.nearest_year(reading.today, month)
    number = -1 if reading.has("shift") else _ordinal(reading)
    if year is None or (reading.has("shift") and reading.tag("shift") != -1):
        return None
    return _dated(calendar.week_of_month(year, month, number))


def read_weekday_of(reading: Reading) -> Found | None:
    """The second Monday of May."""
    month = (reading.tag("month") or 0) % SHORT
    year = reading.number("y") if reading.has("y") else None
    if year is None and reading.today is not None:
        year = calendar.nearest_year(reading.today, month)
    number = _ordinal(reading)
    if year is None or not 1 <= number <= 5:
        return None
    first = date(year, month, 1)
    offset = ((reading.tag("weekday") or 1) - first.isoweekday()) % 7
    return _dated(calendar.day(year, month, 1 + offset + 7 * (number - 1)))


def read_couple(reading: Reading) -> Found | None:
    """A couple of weeks."""
    return _duration({reading.unit(): Decimal(2)})


def _fixed(time: str) -> Callable[[Reading], Found | None]:
    return lambda reading: Found("time", time, time)


READERS: dict[str, Callable[[Reading], Found | None]] = {
    "day": read_day, "numeric": read_numeric, "aboutday": read_about_day, "dayonly": read_day_only, "month": read_month, "monthyear": read_month_of_year, "monthedge": read_month,
    "quarter": read_quarter, "halfyear": read_half_year, "secondhalf": read_second_half, "year": read_year, "decade": read_decade,
    "century": read_century, "season": read_season, "relative": read_relative, "weekday": read_weekday, "weekdayweek": read_weekday_of_week,
    "ago": read_ago, "daysago": read_days_ago, "dual": read_dual, "dualago": read_dual_ago, "dayshift": read_day_shifted, "agounit": read_ago, "ahead": read_ahead, "aheadunit": read_ahead,
    "time": _clocked(0), "timerange": read_time_range, "weekof": read_week_of, "weekdayof": read_weekday_of,
    "future": read_future, "couple": read_couple, "ampm": read_ampm, "halfpast": _clocked(30), "halfto": _clocked(-30),
    "quarterpast": _clocked(15), "quarterto": _clocked(-15), "minutespast": _clocked(1, "min"),
    "minutesto": _clocked(-1, "min"), "noon": _fixed("12:00"), "midnight": _fixed("00:00"),
    "duration": read_duration, "onehalf": read_and_half, "unithalf": read_and_half, "half": read_half, "one": read_one,
    "age": read_age,
}  # fmt: skip
"""What reads the matches of each group of templates."""
