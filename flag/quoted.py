"""Figures that stand in a quote: where a quote is told of already, its numbers are not told of again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flag.evidence import StoryEvidence
from records.claim import Figure
from records.discrepancy import Discrepancy

__all__ = ["goes_with_quote"]


def goes_with_quote(
    story: StoryEvidence, altered: Sequence[Discrepancy], sides: Sequence[Mapping[str, Figure]]
) -> bool:
    """Whether the figures of two sides or more stand in the words of one altered quote."""
    return any(sum(_stands_in(story, finding, side) for side in sides) > 1 for finding in altered)


def _stands_in(story: StoryEvidence, finding: Discrepancy, side: Mapping[str, Figure]) -> bool:
    return any(
        place.version == figure.version and place.start <= figure.start and figure.end <= place.end
        for finding_side in finding.sides
        for place in finding_side.evidence
        for figure in side.values()
    )
