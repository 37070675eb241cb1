"""What centuries mean, years of three digits, and years that the text puts into an era."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from claims import calendar
from claims.calendar import Days
from claims.dates_grammar import EDGES
from claims.dates_reading import Found, Reading, dated, edged, ordinal_of, roman_of
from claims.dates_tags import class_range

__all__ = [
    "read_century",
    "read_century_before_era",
    "read_old_year",
    "read_year_before_era",
    "read_year_of_era",
]

_NOW = 21
"""The century of which only the beginning is over, so that its early part is its first decade."""
_UNIT = re.compile(f"[{class_range('unit')}]")
_LAST_MINUTE = 130


def read_year_of_era(reading: Reading) -> Found | None:
    """A year that the text puts into our era (400 A.D., 400 г. н. э.)."""
    year = reading.number("ey")
    last = reading.number("ey2") if reading.has("ey2") else year
    if not 1 <= year <= last <= 2100 or reading.source.split()[-1:] == ["ad"] or reading.source.split()[:1] == ["ad"]:
        return None  # one ad campaign
    return dated(Days(calendar.year(year).first, calendar.year(last).last))


def read_year_before_era(reading: Reading) -> Found | None:
    """A year before our era is no date, for ISO 8601 as Python reads it has none; it is told as its number."""
    if _UNIT.match(reading.after.lstrip()):
        return None  # 公元前三世纪 is a century
    year = Decimal(reading.number("ey"))
    return Found("count", year, year)


def read_century(reading: Reading) -> Found | None:
    """A century, or several in a row (the 11th, 12th and 13th centuries)."""
    if reading.has("cty"):
        if reading.number("cty") == 2000 and reading.tag("edge") == EDGES.index("early"):
            return edged(reading, calendar.decade(2000))  # början av 2000-talet
        return edged(reading, Days(date(reading.number("cty"), 1, 1), date(reading.number("cty") + 99, 12, 31)))
    if reading.has("n") and reading.grammar.section.ordinal_units and not reading.is_ordinal():
        return None  # 19 веков are so many; where no form of the word tells, the template does
    first = reading.number("cent") if reading.has("cent") else ordinal_of(reading)
    last = next(
        (int(reading.slots[name]) for name in ("o3", "o2", "n2") if reading.slots.get(name, "").isdigit()), first
    )
    last = next((roman_of(reading, name) for name in ("roman3", "roman2") if reading.has(name)), last)
    if not 1 <= first <= last <= 30:
        return None
    if first == last == _NOW and reading.tag("edge") == EDGES.index("early"):
        return edged(reading, calendar.decade(2000))  # na początku XXI wieku
    return edged(reading, Days(calendar.century(first).first, calendar.century(last).last))


def read_century_before_era(reading: Reading) -> Found | None:
    """A century before our era has no ISO days either; it is told as its number."""
    number = Decimal(ordinal_of(reading))
    return Found("ordinal", number, number) if 1 <= number <= 100 else None


def read_old_year(reading: Reading) -> Found | None:
    """A year of three digits, which no round number is, nor a minute of a match in overtime: in 363."""
    written = reading.slots["n"]
    if not written.isdigit() or not _LAST_MINUTE < int(written) <= 999 or int(written) % 10 == 0:
        return None
    return dated(calendar.year(int(written)))
