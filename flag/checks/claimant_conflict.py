"""The check ``claimant-conflict``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from flag.claimants import claimant_of, is_known
from flag.describe import describe_value
from flag.evidence import StoryEvidence
from flag.figures import FigureJudgement
from flag.identity import discrepancy_id
from flag.pairing import Fact
from flag.sides import FigureSide, sides_of
from records.discrepancy import Discrepancy, Side

__all__ = ["check_claimant_conflict"]

_MANY = 3
"""Versions that must credit the figure to one claimant before another credit is called different."""


def check_claimant_conflict(judgement: FigureJudgement) -> Iterable[Discrepancy]:
    """One figure, credited to one claimant by many versions and to another by a few.

    Only claimants that two versions or more of the story know by one id are compared, and only ids without a word in
    common: a role is worded in as many ways as there are languages, and a ministry speaks through its minister.
    """
    found: dict[str, Discrepancy] = {}
    for fact in judgement.facts:
        sides = sides_of(fact)
        if len(sides) == 1 and sides[0].spokesman.kind not in ("date", "time", "ordinal"):
            discrepancy = _discrepancy(judgement.story, fact, sides[0])
            if discrepancy is not None:
                found.setdefault(discrepancy.id, discrepancy)
    return found.values()


def _discrepancy(story: StoryEvidence, fact: Fact, side: FigureSide) -> Discrepancy | None:
    by_claimant: dict[str, list[str]] = defaultdict(list)
    for version, figure in side.figures.items():
        claimant = claimant_of(figure)
        if claimant is not None and is_known(story, claimant):
            by_claimant[claimant].append(version)
    ordered = sorted(by_claimant.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    if len(ordered) != 2:
        return None
    (common, many), (other, few) = ordered
    if len(many) < _MANY or len(few) * 2 > len(many) or set(common.split("-")) & set(other.split("-")):
        return None
    sides = tuple(_side(story, side, versions) for versions in (many, few))
    value = describe_value(side.spokesman, None)
    here, there = (", ".join(story.versions[v].outlet for v in versions) for versions in (few, many))
    return Discrepancy(
        id=discrepancy_id("claimant-conflict", sides, story.versions),
        kind="claimant-conflict",
        severity="low",
        confidence=0.6,
        summary=f"{here} credits {value} to {sides[1].value}; {there} credit it to {sides[0].value}.",
        statement=fact.statement or None,
        outliers=tuple(few),
        sides=sides,
        why="The same value of the same thing; both claimants are known to more than one version of the story.",
    )


def _side(story: StoryEvidence, side: FigureSide, versions: Iterable[str]) -> Side:
    figures = [side.figures[version] for version in versions]
    named = next((figure.claimant for figure in figures if figure.claimant), "")
    return Side(named, tuple(story.evidence(f.version, f.start, f.end) for f in figures))
