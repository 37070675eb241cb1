"""What times of day mean, and what a clock said of how long a race took."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from claims.dates_reading import Found, Reading
from claims.dates_spans import duration_of
from claims.dates_tags import ORDINAL
from claims.times import clock, hour_from_dawn

__all__ = [
    "clocked",
    "fixed",
    "read_ampm",
    "read_clock_span",
    "read_clock_time",
    "read_evening",
    "read_four_digits",
    "read_minutes_to",
    "read_time_range",
]


_TEN = 10


def read_clock_span(reading: Reading) -> Found | None:
    """2:19:47, 2 h 19 min 47 s, 1:02.33 and 9秒83: how long a race, flight or outage took."""
    named = reading.has("mi") or reading.has("min")
    if not named and reading.has("yy") and reading.follows.startswith(_counters(reading)):
        return None  # 每30秒20件: so many of something in so many seconds
    minutes = next((reading.number(name) for name in ("mi", "min") if reading.has(name)), 0)
    seconds = Decimal(next((reading.number(name) for name in ("mi2", "min2") if reading.has(name)), 0))
    if reading.has("yy"):
        seconds += Decimal(reading.number("yy")) / 100
    hours = next((reading.number(name) for name in ("h", "n") if reading.has(name)), 0)
    if hours >= _TEN and "." in reading.written and ":" not in reading.written:
        return None  # 10.20.30 is anything
    return duration_of({"hour": Decimal(hours), "minute": Decimal(minutes), "second": seconds})


def _counters(reading: Reading) -> tuple[str, ...]:
    """What stands behind a number that counts something, where no space parts it from what it counts."""
    return reading.grammar.section.words.get("counters", ())


def read_clock_time(reading: Reading) -> Found | None:
    """At 14:32:05, or 06:12:44 UTC: a time of day, its seconds left out."""
    time = _clock(reading, reading.number("h"), reading.number("mi"))
    return None if time is None else Found("time", time, time)


def _clock(reading: Reading, hour: int, minutes: int, moved: int = 0) -> str | None:
    if reading.grammar.section.hours_from_dawn:
        return clock(hour_from_dawn(hour, reading.part()), minutes, None, moved)
    return clock(hour, minutes, reading.part(), moved)


def clocked(shift: int, minute_slot: str | None = None, base: int = 0) -> Callable[[Reading], Found | None]:
    """Reads the hour moved by ``shift`` minutes, or by that many times the minutes told and by ``base``."""

    def read(reading: Reading) -> Found | None:
        if reading.written.rsplit(maxsplit=1)[-1] in reading.grammar.section.length_units.split():
            return None  # po dvou hodinách
        if reading.grammar.section.plain_hours and reading.after.startswith(ORDINAL):
            return None  # a la sexta posición
        if reading.written[:1].isdigit() and _SCORED.search(reading.before):
            return None  # 3-1 on Saturday evening
        minutes = next((reading.number(m) for m in ("mi", "min") if reading.has(m)), 0)
        moved = shift
        if minute_slot is not None:
            minutes, moved = 0, base + shift * minutes
        time = _clock(reading, reading.number("h" if reading.has("h") else "o"), minutes, moved)
        return None if time is None else Found("time", time, time)

    return read


def read_minutes_to(reading: Reading) -> Found | None:
    """Ten to three; of two numbers with "to" between them (10 to 15 contacts, 21 to 20) most are no time."""
    if reading.part() is not None and reading.written[:1].isdigit() and not reading.has("minuteword"):
        return None  # 5 to 6pm is a range
    if reading.part() is None:
        doubtful = reading.follows[:1].isspace() and reading.follows.lstrip()[:1].isalpha()
        if reading.number("h") > 12 or reading.number("min") % 5 or (doubtful and not reading.has("minuteword")):
            return None
    return clocked(-1, "min")(reading)


def read_ampm(reading: Reading) -> Found | None:
    """3 a.m., 11.30 pm."""
    if reading.part() not in {"am", "pm"}:
        return None
    return clocked(0)(reading)


def read_evening(reading: Reading) -> Found | None:
    """今晚7点, seven this evening: the word for the day says which half of it."""
    words = reading.grammar.section.words.get("evenings", ())
    if not reading.written.startswith(words) or not 5 <= reading.number("h") <= 12:
        return None
    half = 30 if reading.written.endswith("半") else 0
    time = clock(reading.number("h"), reading.number("min") if reading.has("min") else 0, "evening", half)
    return None if time is None else Found("time", time, time)


def read_four_digits(reading: Reading) -> Found | None:
    """0117 GMT: the hour and the minutes of a clock of 24 hours."""
    time = clock(int(reading.slots["hhmm"][:2]), int(reading.slots["hhmm"][2:]), None)
    return None if time is None else Found("time", time, time)


_SCORED = re.compile(r"(?<!\w)\d[-–‑]$")
_LEAST_ACROSS = 5
"""Hours by which the first of two is the greater one where noon lies between them: 10 to 2."""


def read_time_range(reading: Reading) -> Found | None:
    """From 3 to 5 p.m."""
    part = reading.part()
    minutes = [
        next((reading.number(name + end) for name in ("mi", "min") if reading.has(name + end)), 0) for end in ("", "2")
    ]
    first, last = (clock(reading.number(h), m, part) for h, m in zip(("h", "h2"), minutes, strict=True))
    if first is not None and last is not None and first > last:
        if not _LEAST_ACROSS <= reading.number("h") - reading.number("h2") < reading.number("h"):
            return None  # won 3-1 on Saturday evening
        first = clock(reading.number("h"), minutes[0], None)
    return Found("time", first, last) if first is not None and last is not None and first < last else None


def fixed(time: str) -> Callable[[Reading], Found | None]:
    return lambda reading: Found("time", time, time)
