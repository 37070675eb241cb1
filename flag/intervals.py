"""The values of figures as numbers: intervals of days, minutes, hours or amounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import regex

from records.claim import FigureKind, Value

__all__ = ["Interval", "interval"]

_DURATION = regex.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
    r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_LONGEST = (Decimal(366 * 24), Decimal(31 * 24), Decimal(7 * 24), Decimal(24), Decimal(1))
_SHORTEST = (Decimal(365 * 24), Decimal(28 * 24), Decimal(7 * 24), Decimal(24), Decimal(1))


@dataclass(frozen=True, slots=True)
class Interval:
    """Values from ``low`` to ``high``; a point where they are equal."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def holds(self, other: Interval) -> bool:
        return self.low <= other.low and other.high <= self.high

    @property
    def is_point(self) -> bool:
        return self.low == self.high


def interval(kind: FigureKind, low: Value, high: Value) -> Interval | None:
    """``low``..``high`` as numbers: dates as day numbers, times as minutes, durations as hours (shortest..longest)."""
    try:
        if kind == "date":
            return Interval(Decimal(_day(str(low), first=True)), Decimal(_day(str(high), first=False)))
        if kind == "time":
            return Interval(Decimal(_minutes(str(low))), Decimal(_minutes(str(high))))
        if kind == "duration":
            return Interval(_hours(str(low), _SHORTEST), _hours(str(high), _LONGEST))
        return Interval(Decimal(low), Decimal(high))
    except (ValueError, ArithmeticError):
        return None


def _day(text: str, first: bool) -> int:
    parts = text[:10].split("-")
    if len(parts) == 3:
        return date.fromisoformat(text[:10]).toordinal()
    raise ValueError(f"no ISO day: {text!r}")


def _minutes(text: str) -> int:
    hours, minutes = text.rsplit("T", maxsplit=1)[-1].split(":")[:2]
    return int(hours) * 60 + int(minutes)


def _hours(text: str, sizes: tuple[Decimal, ...]) -> Decimal:
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(f"no ISO duration: {text!r}")
    numbers = [Decimal(part or 0) for part in match.groups()]
    total = sum((n * size for n, size in zip(numbers[:5], sizes, strict=True)), Decimal(0))
    return total + numbers[5] / 60 + numbers[6] / 3600
