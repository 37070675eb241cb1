"""A dispute: what sides say of one fact, and all the places where they say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flag.facts import Fact
from flag.sides import FigureSide
from flag.values import compare_figures
from records.claim import Figure
from records.discrepancy import DiscrepancyKind

__all__ = ["Dispute", "is_same", "merged"]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A fact with two sides or more: what kind of difference it is, and all mentions of each side as evidence."""

    kind: DiscrepancyKind
    fact: Fact
    sides: tuple[FigureSide, ...]
    mentions: Mapping[str, tuple[Figure, ...]]
    outliers: tuple[str, ...]
    contested: bool = False
    """Whether each side is a claimant's own: no difference between outlets."""


def is_same(one: Dispute, other: Dispute) -> bool:
    """Whether two disputes set the same values of the same versions against each other."""
    if (one.kind, one.contested) != (other.kind, other.contested):
        return False
    mine = {v: f for side in one.sides for v, f in side.figures.items()}
    yours = {v: f for side in other.sides for v, f in side.figures.items()}
    shared = mine.keys() & yours.keys()
    if not all(compare_figures(mine[v], yours[v]) in ("equal", "compatible") for v in shared):
        return False
    return (
        any(compare_figures(mine[a], mine[b]) == "different" for a in shared for b in shared if a < b)
        and mine[min(mine)].kind == yours[min(yours)].kind
    )


def merged(one: Dispute, other: Dispute) -> Dispute:
    """``one`` with the mentions of ``other``."""
    mentions = dict(one.mentions)
    for version, figures in other.mentions.items():
        if version in mentions:
            mentions[version] = (*mentions[version], *(f for f in figures if f not in mentions[version]))
    return replace(one, mentions=mentions)
