"""One match of a template, and what it may mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from claims import calendar
from claims.calendar import Days
from claims.dates_grammar import SHORT, TimeGrammar
from claims.dates_tags import UNITS, value_of
from claims.dates_templates import PARTS
from records.claim import FigureKind, Modifier, Value

__all__ = [
    "DATED",
    "Found",
    "Reading",
    "dated",
    "edged",
    "month_of",
    "ordinal_of",
    "read_number",
    "roman_of",
    "span_of",
    "year_of",
]

_FOUR_DIGITS = re.compile(r"\d{4}\b(?!\.)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "х": 10}
DATED = ("day", "week", "fortnight", "month", "year", "decade", "quarter", "half", "weekend")


@dataclass(slots=True)  # frozen, making one takes five times as long
class Found:
    """A value that a template gave."""

    kind: FigureKind
    low: Value
    high: Value
    modifier: Modifier = "exact"


@dataclass(slots=True)  # frozen, making one takes five times as long
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
    written: str = ""
    """The match as it was written, in lower case."""
    source: str = ""
    """The match as it was written."""

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

    def is_ordinal(self) -> bool:
        """Whether the form of the unit says that the number before it is an ordinal (в 5 веке, 19 века)."""
        section, form = self.grammar.section, self.written.rsplit(maxsplit=1)[-1:]
        if not form or not self.slots.get("n", "").isdigit():
            return False
        if set(self.written.split()) & set(section.ordinal_units.split()):
            return True
        few = self.slots["n"][-1:] in {"2", "3", "4"} and self.slots["n"][-2:-1] != "1"
        return form[0] in section.few_units.split() and not few

    def is_of_one(self) -> bool:
        """Whether "last" or "next" and the form of the unit say that one is meant, whatever number stands before."""
        one, words = self.grammar.section.of_one, self.written.split()
        if not one or set(words).isdisjoint(one.split()):
            return False
        shifts = " ".join(self.grammar.section.shifts.values()).split()
        return self.has("shift") or words[-2] in shifts

    def is_length(self) -> bool:
        """Whether the form of the unit says that even four digits before it are no year (1000 lat)."""
        lengths, form = self.grammar.section.length_units, self.written.rsplit(maxsplit=1)[-1:]
        return bool(lengths and form) and form[0] in lengths.split() and _FOUR_DIGITS.search(self.written) is not None

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


def dated(days: Days | None, modifier: Modifier = "exact") -> Found | None:
    return None if days is None else Found("date", days.first.isoformat(), days.last.isoformat(), modifier)


def span_of(reading: Reading) -> tuple[str, int]:
    packed = (reading.tag("span") or 0) + 30
    return UNITS[packed // 4], packed % 4 - 1


def edged(reading: Reading, days: Days) -> Found | None:
    edge = reading.tag("edge")
    return dated(days) if edge is None else dated(calendar.edge_of(days, edge), "about")


def ordinal_of(reading: Reading, name: str = "o") -> int:
    if reading.has("roman"):
        return _roman(reading.slots["roman"])
    if name == "o" and reading.has("n"):
        return int(reading.slots["n"]) if reading.slots["n"].isdigit() else 0
    return int(reading.slots.get(name) or reading.slots.get("q") or 0)


def roman_of(reading: Reading, name: str) -> int:
    """The number that a slot has in Roman letters (siglos XI, XII y XIII)."""
    return _roman(reading.slots[name])


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    return sum(-v if any(w > v for w in values[n + 1 : n + 2]) else v for n, v in enumerate(values))


def month_of(reading: Reading) -> int:
    """The month by its name or, where the language counts them, by its number."""
    return int(reading.slots["mo"]) if reading.has("mo") else (reading.tag("month") or 0) % SHORT


def year_of(reading: Reading, month: int, day: int = 15) -> int | None:
    if reading.has("y"):
        return reading.number("y")
    if reading.today is None:
        return None
    if reading.has("span"):
        return reading.today.year + span_of(reading)[1]
    shift = reading.tag("shift")
    if shift is not None:
        return reading.today.year + shift
    return calendar.nearest_year(reading.today, month, day)
