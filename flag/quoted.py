"""Figures that stand in a quote: such a difference is told of once, as the quote's where nobody gives the figure in
words of its own, else as the figure's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flag.evidence import StoryEvidence
from records.claim import Figure
from records.discrepancy import Discrepancy, Evidence

__all__ = ["goes_with_figure", "goes_with_quote"]

_OWN_WORDS = 2
"""Texts, and a third of all, that give the figure in no quote."""


def goes_with_quote(
    story: StoryEvidence, altered: Sequence[Discrepancy], sides: Sequence[Mapping[str, Figure]]
) -> bool:
    """Whether the figures of two sides or more stand in the words of one altered quote, and hardly any of the others in
    an outlet's own words."""
    own = [_is_quoted(story, figure) for side in sides for figure in side.values()].count(False)
    if own >= _OWN_WORDS and 3 * own >= sum(map(len, sides)):
        return False
    return any(sum(_stands_in(story, finding, side) for side in sides) > 1 for finding in altered)


def goes_with_figure(altered: Discrepancy, figures: Sequence[Discrepancy]) -> bool:
    """Whether all that differs in an altered quote are figures of which a finding about figures tells already."""
    places = [place for side in altered.sides for place in side.evidence]
    return altered.kind == "quote-altered" and any(
        all(any(_holds(told, place) for side in finding.sides for told in side.evidence) for place in places)
        for finding in figures
    )


def _holds(told: Evidence, place: Evidence) -> bool:
    return told.version == place.version and told.start <= place.start and place.end <= told.end


def _is_quoted(story: StoryEvidence, figure: Figure) -> bool:
    quotes = story.claims[figure.version].quotes
    return any(quote.span.covers(figure.span) for quote in quotes)


def _stands_in(story: StoryEvidence, finding: Discrepancy, side: Mapping[str, Figure]) -> bool:
    return any(
        place.version == figure.version and place.start <= figure.start and figure.end <= place.end
        for finding_side in finding.sides
        for place in finding_side.evidence
        for figure in side.values()
    )
