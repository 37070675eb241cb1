"""Figures that stand in a quote: told of once, as the quote's where it alone has them, else as figures of the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flag.evidence import StoryEvidence
from records.claim import Figure
from records.discrepancy import Discrepancy

__all__ = ["goes_with_quote", "told_by_figures"]

_OWN_WORDS = 2
"""Versions that tell a figure in their own words, from which on it is no matter of a quote."""


def goes_with_quote(
    story: StoryEvidence, altered: Sequence[Discrepancy], sides: Sequence[Mapping[str, Figure]]
) -> bool:
    """Whether the figures of two sides or more stand in the words of one altered quote, and hardly anywhere else."""
    outside = [f for side in sides for f in side.values() if not _is_quoted(story, f)]
    return len(outside) < _OWN_WORDS and any(
        sum(_stands_in(story, finding, side) for side in sides) > 1 for finding in altered
    )


def told_by_figures(finding: Discrepancy, disputed: Sequence[Sequence[Mapping[str, Figure]]]) -> bool:
    """Whether what differs between quotes are the figures of two sides of a dispute (each the figures of its sides)."""
    shown = {(place.version, place.start, place.end) for side in finding.sides for place in side.evidence}
    return any(
        sum(any((f.version, f.start, f.end) in shown for f in side.values()) for side in sides) > 1
        for sides in disputed
    )


def _is_quoted(story: StoryEvidence, figure: Figure) -> bool:
    quotes = story.claims[figure.version].quotes
    return any(q.mode != "indirect" and q.start <= figure.start and figure.end <= q.end for q in quotes)


def _stands_in(story: StoryEvidence, finding: Discrepancy, side: Mapping[str, Figure]) -> bool:
    return any(
        place.version == figure.version and place.start <= figure.start and figure.end <= place.end
        for finding_side in finding.sides
        for place in finding_side.evidence
        for figure in side.values()
    )
