"""A dispute: what sides say of one fact, and all the places where they say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from flag.cues import toll_of
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.sides import FigureSide
from flag.values import compare_figures
from records.claim import Figure
from records.discrepancy import DiscrepancyKind

__all__ = ["Dispute", "is_same", "merged", "without_second_news"]


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


def without_second_news(story: StoryEvidence, disputes: Sequence[Dispute]) -> list[Dispute]:
    """``disputes`` without those that hold the news of a toll that rose against a higher number too: where a district
    told of nine dead and now of 11, a council's 14 is no earlier value of it."""
    risen = [dispute for dispute in disputes if dispute.kind == "figure-update" and _is_rise(dispute)]
    return [
        dispute
        for dispute in disputes
        if dispute.kind not in ("figure-update", "figure-conflict")
        or not any(other is not dispute and _is_news_again(story, other, dispute) for other in risen)
    ]


def _is_news_again(story: StoryEvidence, news: Dispute, dispute: Dispute) -> bool:
    """Whether the last side of ``dispute`` is the news of another one, and its first side higher than that."""
    new, side = news.sides[-1], dispute.sides[-1]
    mine, first = side.spokesman, dispute.sides[0].spokesman
    toll = toll_of(story, new.spokesman)
    return (
        toll is not None
        and toll_of(story, mine) == toll == toll_of(story, first)
        and side.figures.keys() <= new.figures.keys()
        and compare_figures(new.spokesman, mine) == "equal"
        and _is_above(first, mine)
    )


def _is_rise(dispute: Dispute) -> bool:
    return _is_above(dispute.sides[-1].spokesman, dispute.sides[0].spokesman)


def _is_above(one: Figure, other: Figure) -> bool:
    return isinstance(one.low, Decimal) and isinstance(other.high, Decimal) and one.low > other.high
