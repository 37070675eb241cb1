"""Values in plain English, as the report shows them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import regex

from flag.intervals import interval
from records.claim import Figure, Value
from records.moment import written_day

__all__ = ["describe_value"]

_MODIFIERS = {
    "exact": "", "about": "about ", "at-least": "at least ", "at-most": "at most ", "more-than": "more than ",
    "less-than": "less than ",
}  # fmt: skip
_PARTS = regex.compile(r"([\d.]+)([A-Z])")
_DAYS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_CLOCK = {"H": "hour", "M": "minute", "S": "second"}
_WORDINGS = {
    "money": "{unit} {n}",
    "percent": "{n}%",
    "percentage-point": "{n} percentage points",
    "measure": "{n} {unit}",
    "age": "{n} years old",
    "ordinal": "no. {n}",
}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def describe_value(figure: Figure, subject: str | None = None) -> str:
    """The value of ``figure`` in English: "about 160 people", "1 March 2026 to 9 March 2026", "EUR 1.2 billion"."""
    low, high = _one(figure, figure.low), _one(figure, figure.high)
    span = interval(figure.kind, figure.low, figure.high)
    whole = _whole_month(figure.low, figure.high) if figure.kind == "date" else None
    text = whole or (low if low == high or span is None else f"{low} to {high}")
    weekday = f"{figure.unit}, " if figure.kind == "date" and figure.unit else ""
    counted = f" {subject}" if subject and figure.kind == "count" else ""
    return f"{_MODIFIERS[figure.modifier]}{weekday}{text}{counted}"


def _one(figure: Figure, value: Value) -> str:
    if isinstance(value, str):
        return _duration(value) if figure.kind == "duration" else _moment(value)
    unit = figure.unit or ""
    return _WORDINGS.get(figure.kind, "{n}").format(n=plain_number(value), unit=unit).strip()


def _moment(iso: str) -> str:
    """A day, or a day and a time of it, as a reader writes them; what is less than a day as it is ("15:00")."""
    day, _, clock = iso.partition("T")
    try:
        return written_day(date.fromisoformat(day)) + (f", {clock}" if clock else "")
    except ValueError:
        return iso


def _duration(iso: str) -> str:
    """ISO 8601 in words: "PT1H30M" is "1 hour 30 minutes"."""
    days, _, clock = iso.removeprefix("P").partition("T")
    parts = [(part, _DAYS) for part in _PARTS.findall(days)] + [(part, _CLOCK) for part in _PARTS.findall(clock)]
    words = [f"{n} {names[letter]}{'' if n == '1' else 's'}" for (n, letter), names in parts if letter in names]
    return " ".join(words) or iso


def plain_number(value: Decimal) -> str:
    """Digits in groups of three, "million" and the like where that is shorter; never an exponent."""
    for size, name in _SCALES:
        scaled = value / size
        if abs(value) >= size and len(f"{scaled.normalize():f}".replace(".", "").lstrip("-")) <= 4:
            return f"{scaled.normalize():f} {name}"
    return f"{value.normalize():,f}"


def _whole_month(low: Value, high: Value) -> str | None:
    try:
        first, last = date.fromisoformat(str(low)), date.fromisoformat(str(high))
    except ValueError:
        return None
    after = date.fromordinal(last.toordinal() + 1)
    if first.day == 1 and after.day == 1 and (after.year * 12 + after.month) - (first.year * 12 + first.month) == 1:
        return f"{first:%B %Y}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return None
