"""A headline that contradicts its own text: "41 dead" above a story of 14."""

from __future__ import annotations

from flag.cues import toll_of
from flag.evidence import StoryEvidence
from flag.slips import is_slip, is_telling_slip
from records.claim import Figure

__all__ = ["is_headline_slip", "tell_a_slip"]


def is_headline_slip(story: StoryEvidence, headline: Figure, body: Figure) -> bool:
    """Whether ``headline`` stands in a headline and is the figure ``body`` of the text below with a slip in it.

    Else a version that gives two values knows both, and means two things or an earlier state.
    """
    if headline.version != body.version or (headline.kind, headline.unit) != (body.kind, body.unit):
        return False
    above, below = (story.sentences[figure.sentence].paragraph for figure in (headline, body))
    if above != 0 or below == 0:
        return False
    toll = toll_of(story, headline)
    same = toll is not None and toll == toll_of(story, body)
    return is_telling_slip(headline, body) or (same and is_slip(headline, body))


def tell_a_slip(story: StoryEvidence, one: Figure, other: Figure) -> bool:
    """Whether one stands in the headline of the other's text, and one of the two is a slip for the other."""
    return is_headline_slip(story, one, other) or is_headline_slip(story, other, one)
