"""Whether findings of a confidence are right as often as it says: Brier score and the share right by bins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

__all__ = ["Judged", "brier", "reliability_table"]

Judged = tuple[str, float, bool]
"""(kind, confidence 0..1, whether the finding is right)."""
_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def brier(judged: Sequence[Judged]) -> float | None:
    """Mean squared distance of confidence from being right (1) or wrong (0): Brier 1950; None without findings.

    >>> brier([("figure-conflict", 0.9, True), ("figure-conflict", 0.5, False)])
    0.13
    """
    if not judged:
        return None
    return round(sum((confidence - right) ** 2 for _, confidence, right in judged) / len(judged), 4)


def reliability_table(judged: Sequence[Judged]) -> list[str]:
    """One line a bin of confidence and family: how many findings, their mean confidence, and the share right."""
    lines = []
    for family in ("figure", "quote"):
        own = [row for row in judged if (row[0].startswith("quote")) == (family == "quote")]
        for low, high in pairwise(_EDGES):
            held = [row for row in own if low <= row[1] < high]
            if held:
                mean = sum(confidence for _, confidence, _ in held) / len(held)
                right = sum(right for _, _, right in held) / len(held)
                name = f"{family} {low:.1f}-{min(high, 1.0):.1f}"
                lines.append(f"{name:<15} {len(held):>4} findings, confidence {mean:.2f}, right {right:.2f}")
    return lines
