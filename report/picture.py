"""Geometry of the two small pictures: sides on a scale, and values over time. All places are percent of the width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from records.claim import Figure
from report.amount import FROM_ZERO, span_of

__all__ = ["Bar", "Dot", "Scale", "Timeline", "draw_scale", "draw_timeline"]

_LEFT, _RIGHT = 3.0, 97.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One side: a point (``left == right``) or a range at ``left``..``right`` percent."""

    label: str
    left: float
    right: float
    outlier: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Sides on one line. ``zero`` is where zero lies when lengths are drawn from there, else None."""

    bars: tuple[Bar, ...]
    zero: float | None


@dataclass(frozen=True, slots=True)
class Dot:
    """One version's value: ``x`` by time, ``y`` by value (0 is the top). ``label`` only where the value changes."""

    x: float
    y: float
    who: str
    label: str | None
    anchor: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Values over time, in order; a step line joins them."""

    dots: tuple[Dot, ...]
    first: datetime
    last: datetime


def draw_scale(sides: Sequence[tuple[str, Figure | None, bool]]) -> Scale | None:
    """Sides as ``(label, figure, is outlier)`` on one line; None unless two or more of one kind can be placed."""
    drawn = [(label, figure, span_of(figure), outlier) for label, figure, outlier in sides if figure is not None]
    placed = [(label, figure, span, outlier) for label, figure, span, outlier in drawn if span is not None]
    if len(placed) < len(sides) or len({(f.kind, f.unit) for _, f, _, _ in placed}) != 1:
        return None
    lows, highs = [s[0] for _, _, s, _ in placed], [s[1] for _, _, s, _ in placed]
    low, high = min(lows), max(highs)
    if low == high:
        return None
    from_zero = placed[0][1].kind in FROM_ZERO and low >= 0 and not all(isinstance(f.low, str) for _, f, _, _ in placed)
    low = 0.0 if from_zero else low - (high - low) * 0.12
    high = high if from_zero else high + (high - low) * 0.12
    bars = tuple(
        Bar(label, _percent(s[0], low, high), _percent(s[1], low, high), outlier) for label, _, s, outlier in placed
    )
    return Scale(bars, _percent(0.0, low, high) if from_zero else None)


def draw_timeline(points: Sequence[tuple[datetime, str, str, Figure]]) -> Timeline | None:
    """Points as ``(published, who, value in words, figure)``; None unless two can be placed at two times."""
    placed = [
        (when, who, words, s[0]) for when, who, words, f in sorted(points, key=lambda p: p[0]) if (s := span_of(f))
    ]
    times = [when.timestamp() for when, *_ in placed]
    values = [value for *_, value in placed]
    if len(placed) < 2 or times[0] == times[-1] or min(values) == max(values):
        return None
    dots = []
    for number, (when, who, words, value) in enumerate(placed):
        x = _percent(when.timestamp(), times[0], times[-1])
        changed = number == 0 or value != values[number - 1]
        anchor = "start" if x < 25 else "end" if x > 75 else "middle"
        y = 82 - (value - min(values)) / (max(values) - min(values)) * 50
        dots.append(Dot(x, round(y, 2), who, words if changed else None, anchor))
    return Timeline(tuple(dots), placed[0][0], placed[-1][0])


def _percent(value: float, low: float, high: float) -> float:
    return round(_LEFT + (value - low) / (high - low) * (_RIGHT - _LEFT), 2)
