"""Figures that claimants give differently, as the two sides of a war do: shown as such, and no conflict of outlets."""

from __future__ import annotations

from flag.describe import describe_value
from flag.figures import Dispute, FigureJudgement
from flag.sides import FigureSide
from records.discrepancy import Contested, Side

__all__ = ["contested_figures"]


def contested_figures(judgement: FigureJudgement) -> tuple[Contested, ...]:
    """What claimants contest, where somebody is named for each value; in the order of the facts."""
    found = []
    for dispute in judgement.contested:
        named = [_claimant(judgement, side) for side in dispute.sides]
        claimants = [name for name in named if name is not None]
        if len(claimants) == len(named) and len(set(claimants)) > 1:
            found.append(_contested(judgement, dispute, claimants))
    return tuple(found)


def _contested(judgement: FigureJudgement, dispute: Dispute, claimants: list[str]) -> Contested:
    story = judgement.story
    values = [describe_value(side.spokesman, None) for side in dispute.sides]
    sides = tuple(
        Side(
            f"{value}, claimed by {claimant}",
            tuple(story.evidence(f.version, f.start, f.end) for v in side.figures for f in dispute.mentions[v]),
        )
        for value, claimant, side in zip(values, claimants, dispute.sides, strict=True)
    )
    told = "; ".join(f"{claimant}: {value}" for value, claimant in zip(values, claimants, strict=True))
    return Contested(f"Claimants give different figures ({told}).", dispute.fact.statement or None, sides)


def _claimant(judgement: FigureJudgement, side: FigureSide) -> str | None:
    """The words for who claims a side's value, English ones where there are; None where nobody is named."""
    named = {f.version: found.words for f in side.figures.values() if (found := judgement.claimants.of(f)) is not None}
    english = [words for v, words in named.items() if judgement.story.versions[v].language_code == "en"]
    return next(iter([*english, *named.values()]), None)
