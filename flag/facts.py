"""A fact: one thing that versions put a figure on, and how alike what is said of two figures is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from flag.context import FigureContexts
from records.claim import Figure

__all__ = ["Fact", "is_small", "is_year", "likeness_of", "mean_of", "of_one_kind"]

_TELLING = 13


@dataclass(slots=True)
class Fact:
    """One thing that versions put a figure on: version id -> its mentions there, which agree with each other.

    ``score`` is the mean likeness, 0..1, with which the mentions were brought together.
    """

    statement: str
    mentions: dict[str, list[Figure]] = field(default_factory=dict)
    scores: list[float] = field(default_factory=list)
    superseded: dict[str, list[Figure]] = field(default_factory=dict)
    """Version id -> what that version tells of an earlier hour, where its mentions are the news that took its place."""

    @property
    def score(self) -> float:
        return sum(self.scores) / len(self.scores) if self.scores else 0.0

    @property
    def figures(self) -> list[Figure]:
        """All mentions, version after version."""
        return [figure for figures in self.mentions.values() for figure in figures]

    def take(self, other: Fact, score: float) -> None:
        """Adds the mentions of ``other``."""
        for version, figures in other.mentions.items():
            self.mentions.setdefault(version, []).extend(figures)
        self.scores += [*other.scores, score]


def likeness_of(one: Figure, other: Figure, contexts: FigureContexts) -> float:
    """Likeness of what is said of two figures, -1..1: the words around, and what is counted where both say it."""
    around, subject = contexts.around(one, other), contexts.subject(one, other)
    return around if subject is None else 0.5 * around + 0.5 * subject


def mean_of(one: Fact, other: Fact, likeness: Callable[[Figure, Figure], float]) -> float:
    """Mean likeness of two facts; of a version alone each figure is held against its likest mention."""
    alone, many = (one, other) if len(one.mentions) == 1 else (other, one)
    if len(alone.mentions) > 1:
        pairs = [likeness(a, b) for a in one.figures for b in other.figures]
        return sum(pairs) / len(pairs)
    likest = [max(likeness(mine, figure) for mine in alone.figures) for figure in many.figures]
    return sum(likest) / len(likest)


def of_one_kind(one: Figure, other: Figure) -> bool:
    return one.kind == other.kind and one.unit == other.unit


def is_small(figure: Figure) -> bool:
    """Whether a count is so small that another of its size stands in any two texts by chance."""
    return figure.kind == "count" and isinstance(figure.low, Decimal) and abs(figure.low) < _TELLING


def is_year(figure: Figure) -> bool:
    return figure.kind == "date" and str(figure.low)[5:] == "01-01" and str(figure.high)[5:] == "12-31"
