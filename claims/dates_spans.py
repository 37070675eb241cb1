"""What lengths of time, ages, times of day and distances from today mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from claims import calendar
from claims.dates_reading import DATED, Found, Reading, dated
from claims.dates_tags import ORDINAL, UNITS
from claims.durations import iso_duration, years_of

_FORTNIGHT = ("P14D", "P15D")
"""Languages that count the day on which a length of time begins call two weeks fifteen days: (fr) quinze jours."""
_FIRST_YEAR = 100
_WORD_BEHIND = re.compile(r"\s*([^\W\d_]{4,})")
_YEAR_BEHIND = re.compile(r"\s*(?:1\d|20)\d\d(?!\d)")
"""The word for years belongs to the year behind it: (fa) 3-5 سال 2018."""
_FOUR_DIGITS = re.compile(r"(?<![\d.,])\d{4}(?!\d)")

__all__ = [
    "read_age",
    "read_age_tens",
    "read_ago",
    "read_ahead",
    "read_couple",
    "read_days",
    "read_days_ago",
    "read_dual",
    "read_dual_ago",
    "read_dual_half",
    "read_duration",
    "read_from_day",
    "read_future",
    "read_span_ago",
    "read_span_length",
    "read_tens_of_years",
]


def read_ago(reading: Reading) -> Found | None:
    """Three days ago; of months and years the whole month or year. Hours and minutes stay durations."""
    return _away(reading, -1)


def read_ahead(reading: Reading) -> Found | None:
    """Two weeks from now."""
    return _away(reading, 1)


def read_from_day(direction: int) -> Callable[[Reading], Found | None]:
    """Two weeks from tomorrow, three days before yesterday: counted from the day that is named."""

    def read(reading: Reading) -> Found | None:
        count = reading.amount("n") if reading.has("n") else Decimal(1)
        unit = {"fortnight": "week"}.get(reading.unit(), reading.unit())
        if reading.today is None or count is None or count != count.to_integral_value() or count > 1000:
            return None
        if unit not in {"day", "week", "month", "year"}:
            return None
        base = reading.today + timedelta(days=reading.tag("day") or 0)
        steps = int(count) * (2 if reading.unit() == "fortnight" else 1)
        days = calendar.moved(base, {unit: direction * steps})
        return None if days is None else dated(days)

    return read


def read_days_ago(reading: Reading) -> Found | None:
    """Days ago, where the word for days is in the template."""
    count = reading.amount("n")
    if reading.today is None or count is None or count > 3000:
        return None
    return dated(calendar.shifted(reading.today, "day", -int(count)))


def read_dual(reading: Reading) -> Found | None:
    """Two days, in one word."""
    value = reading.tag("dual") or 0
    return duration_of({"day": Decimal(-value)} if value < 0 else {UNITS[value]: Decimal(2)})


def read_dual_ago(reading: Reading) -> Found | None:
    """Two days ago, where one word says two days."""
    value = reading.tag("dual") or 0
    if value < 0:
        return None if reading.today is None else dated(calendar.shifted(reading.today, "day", value))
    unit = UNITS[value]
    if unit not in DATED:
        return read_dual(reading)
    size, base = {"week": (7, "day"), "fortnight": (14, "day")}.get(unit, (1, unit))
    return None if reading.today is None else dated(calendar.shifted(reading.today, base, -2 * size))


def read_future(reading: Reading) -> Found | None:
    """ "in two weeks" is a date only in a sentence about the future; elsewhere it may be how long something took."""
    return (
        _away(reading, 1)
        if reading.grammar.future is not None and reading.grammar.future.search(reading.text)
        else None
    )


def read_span_ago(reading: Reading) -> Found | None:
    """สองปีที่แล้ว, two years ago, where the words for last year stand in it."""
    return _away(reading, -1)


def _away(reading: Reading, direction: int) -> Found | None:  # noqa: PLR0911 - one return a rule
    if reading.has("unit2"):
        return _away_twice(reading, direction)
    count = reading.amount("n") if reading.has("n") else Decimal(1)
    unit = UNITS[((reading.tag("span") or 0) + 30) // 4] if reading.has("span") else reading.unit()
    if count is None:
        return None
    if unit == "year" and not reading.grammar.section.spaced and count % 100 and _names_year(reading, count):
        return None  # 2010年前 is before 2010
    if count >= 1000 and reading.has("n"):
        return duration_of({unit: count})
    if unit not in DATED:
        return duration_of({unit: count}) if reading.has("n") else None
    if reading.today is None or count != count.to_integral_value():
        return None
    if unit in {"week", "fortnight"}:
        unit, count = "day", count * (7 if unit == "week" else 14)
    return dated(calendar.shifted(reading.today, unit, direction * int(count)))


def _away_twice(reading: Reading, direction: int) -> Found | None:
    first, second = reading.amount("n"), reading.amount("n2")
    if UNITS.index(reading.unit("unit2")) >= UNITS.index(reading.unit()):
        return None  # "in 1882, 136 years ago" names two things
    if reading.today is None or first is None or second is None or max(first, second) > 3000:
        return None
    days = calendar.moved(
        reading.today, {reading.unit(): direction * int(first), reading.unit("unit2"): direction * int(second)}
    )
    return None if days is None else dated(days)


def duration_of(parts: Mapping[str, Decimal], high: Mapping[str, Decimal] | None = None) -> Found | None:
    low = iso_duration(parts)
    top = low if high is None else iso_duration(high)
    return None if low is None or top is None else Found("duration", low, top)


def _names_year(reading: Reading, count: Decimal) -> bool:
    """Four bare digits before a word for "year" are the year; a thousand years and 1,000 years are lengths."""
    only = reading.grammar.section.words.get("yearonly", ())
    if _FIRST_YEAR <= count < 1000 and only and reading.written.rsplit(maxsplit=1)[-1] in only:
        return True  # 363 yılında
    return 1000 <= count <= 2100 and _FOUR_DIGITS.search(reading.written) is not None and not reading.is_length()


def read_duration(reading: Reading) -> Found | None:
    """Two weeks, two to three days, one hour and ten minutes."""
    count = reading.amount("n")
    unit = reading.unit()
    if (
        reading.is_ordinal()
        or reading.tag("shift") == 0  # "22 this month" are 22 of something
        or (count != 1 and reading.is_of_one())  # 40 last year
        or (unit == "weekend" and count == 1)  # un week-end tells when, not how long
        or count is None
        or (unit == "year" and (_names_year(reading, count) or _YEAR_BEHIND.match(reading.follows)))
        or (unit == "century" and count > 100)
    ):
        return None
    if not reading.has("n2"):
        if reading.written.strip() in reading.grammar.section.words.get("fortnight", ()):
            return Found("duration", *_FORTNIGHT)
        high = reading.numbers.get("n_high")
        return duration_of({unit: count}, None if high is None else {unit: high})
    second = reading.amount("n2")
    if second is None:
        return None
    if not reading.has("unit2"):
        count, second = _of_one_scale(count, second)
    if reading.has("unit2"):
        return _of_falling_units(reading)
    return duration_of({unit: count}, {unit: second}) if count < second else None


def _of_one_scale(first: Decimal, second: Decimal) -> tuple[Decimal, Decimal]:
    """4.2 to 3.9 million years: both ends in the scale that the second names, the smaller one first."""
    if not first < 1000 <= second:
        return first, second
    first *= Decimal(10) ** (second.adjusted() // 3 * 3)
    return min(first, second), max(first, second)


def _of_falling_units(reading: Reading) -> Found | None:
    """Two hours, 19 minutes and 47 seconds: each unit smaller than the one before."""
    names = [end for end in ("", "2", "3") if reading.has(f"n{end}")]
    units = [reading.unit(f"unit{end}") for end in names]
    amounts = [reading.amount(f"n{end}") for end in names]
    falling = all(UNITS.index(a) > UNITS.index(b) for a, b in pairwise(units))
    parts = {unit: amount for unit, amount in zip(units, amounts, strict=True) if amount is not None}
    return duration_of(parts) if falling and len(parts) == len(names) else None


def read_age_tens(reading: Reading) -> Found | None:
    """A man in his 20s is 20 to 29."""
    tens = Decimal(reading.number("dec") if reading.has("dec") else (reading.tag("tens") or 0) * 10)
    return Found("age", tens, tens + 9) if 20 <= tens <= 90 else None


def read_days(reading: Reading) -> Found | None:
    """So many days, where the word for days is in the template."""
    count = reading.amount("n")
    return None if count is None or count > 3000 else duration_of({"day": count})


def read_tens_of_years(reading: Reading) -> Found | None:
    """数十年, hàng chục năm: decades, where the language counts them in tens of years."""
    return Found("duration", "P20Y", "P99Y", "about")


def read_span_length(reading: Reading) -> Found | None:
    """دو سال گذشته, the last two years, where the words for last year stand in it."""
    count = reading.amount("n")
    unit = UNITS[((reading.tag("span") or 0) + 30) // 4] if reading.has("span") else reading.unit()
    return None if count is None or 1000 < count < 3000 else duration_of({unit: count})


def read_dual_half(reading: Reading) -> Found | None:
    """ساعتين ونصف, two hours and a half."""
    value = reading.tag("dual") or 0
    return None if value < 0 else duration_of({UNITS[value]: Decimal("2.5")})


def read_age(reading: Reading) -> Found | None:
    """9 years old, aged 30 to 35."""
    unit = reading.unit() if reading.slots.get("unit") else "year"
    low = reading.amount("n") if reading.has("n") else _ordinal(reading, "o")
    high = reading.amount("n2") if reading.has("n2") else _ordinal(reading, "o2") or low
    if reading.after.startswith(ORDINAL) or _counts_noun(reading) or _lasts(reading):
        return None  # a los primeros pasos
    if low is not None and high is not None and reading.has("n2"):
        low, high = _of_one_scale(low, high)
    if low is None or high is None or high < low or (low > 1500 and low == high) or "n_high" in reading.numbers:
        return None
    first, last = years_of(low, unit), years_of(high, unit)
    return None if first is None or last is None else Found("age", first, last)


def _lasts(reading: Reading) -> bool:
    """Whether what lasts so long stands right behind: (uk) чоловіка до дванадцяти років позбавлення волі."""
    lasting = reading.grammar.lasting
    return lasting is not None and lasting.match(reading.follows.lower()) is not None


def _counts_noun(reading: Reading) -> bool:
    """Whether the plural that follows is what is counted: (he) בת ארבעה עמודים, of four pages."""
    endings = reading.grammar.section.words.get("countedend")
    if endings is None or reading.has("unit"):
        return False
    word = _WORD_BEHIND.match(reading.follows)
    return word is not None and word[1].endswith(endings)


def _ordinal(reading: Reading, slot: str) -> Decimal | None:
    """The number of an ordinal: بين الخامسة والعاشرة, between (the ages of) five and ten."""
    return Decimal(reading.slots[slot]) if reading.has(slot) else None


def read_couple(reading: Reading) -> Found | None:
    """A couple of weeks."""
    return duration_of({reading.unit(): Decimal(2)})
