"""A fact: one thing that versions put a figure on, and how alike what is said of two figures is."""

from __future__ import annotations

from dataclasses import dataclass, field

from flag.context import FigureContexts
from records.claim import Figure

__all__ = ["Fact", "likeness_of"]


@dataclass(slots=True)
class Fact:
    """One thing that versions put a figure on: version id -> its mentions there, which agree with each other.

    ``score`` is the mean likeness, 0..1, with which the mentions were brought together.
    """

    statement: str
    mentions: dict[str, list[Figure]] = field(default_factory=dict)
    scores: list[float] = field(default_factory=list)

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
