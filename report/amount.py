"""Where a figure lies on a line, so that sides can be drawn to scale."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from records.claim import Figure, FigureKind, Value

__all__ = ["FROM_ZERO", "position", "span_of"]

FROM_ZERO: frozenset[FigureKind] = frozenset({"count", "money", "percent", "measure", "duration", "age", "score"})
"""Kinds that are drawn from zero, so that lengths can be compared."""

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?")
_DAYS = (365.25, 30.44, 7, 1, 1 / 24, 1 / 1440, 1 / 86400)


def span_of(figure: Figure) -> tuple[float, float] | None:
    """The lowest and highest value of ``figure`` as numbers for drawing; None when they can't be drawn."""
    low, high = position(figure.low, figure.kind), position(figure.high, figure.kind)
    return None if low is None or high is None else (min(low, high), max(low, high))


def position(value: Value, kind: FigureKind) -> float | None:
    """``value`` as a float: amounts as they are, dates in days, times in hours, durations in days; None if unreadable.

    >>> position("06:30", "time"), position("P1DT12H", "duration"), position("2026-02-30", "date")
    (6.5, 1.5, None)
    """
    if isinstance(value, Decimal):
        return float(value) if value.is_finite() else None
    try:
        if kind == "date":
            return float(date.fromisoformat(value).toordinal())
        if kind == "time":
            hours, minutes = value.split(":")[:2]
            return int(hours) + int(minutes[:2]) / 60
        if kind == "duration" and (found := _DURATION.fullmatch(value)):
            return sum(float(part) * days for part, days in zip(found.groups(), _DAYS, strict=True) if part)
    except ValueError:
        return None
    return None
