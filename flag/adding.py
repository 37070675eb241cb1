"""Counts that add up: three were held until then, two more are, five in all."""

from __future__ import annotations

from decimal import Decimal

from flag.cues import is_added
from flag.evidence import StoryEvidence
from flag.facts import Fact
from records.claim import Figure

__all__ = ["adds_up"]

_MANY = 2
"""Versions that must give the number to which the text adds."""


def adds_up(alone: Fact, earlier: Fact, story: StoryEvidence) -> bool:
    """Whether the only version of ``alone``, out after all of ``earlier``, adds its own "two more" to their number.

    Then its number is what became of theirs, in whatever words.
    """
    total, base = _whole(alone.figures[0]), {_whole(figure) for figure in earlier.figures}
    own = alone.figures[0]
    if len(alone.mentions) > 1 or own.version in earlier.mentions or len(earlier.mentions) < _MANY:
        return False
    if total is None or len(base) > 1 or None in base or not _is_later(own.version, earlier, story):
        return False
    (first,) = base
    more = [f for f in story.claims[own.version].figures if f.id != own.id and is_added(story, f)]
    return any(_whole(figure) is not None and figure.low == total - (first or 0) for figure in more)


def _whole(figure: Figure) -> int | None:
    """The count as a whole number; None for what is no exact count."""
    if figure.kind != "count" or figure.low != figure.high or not isinstance(figure.low, Decimal):
        return None
    return int(figure.low) if figure.low == figure.low.to_integral_value() else None


def _is_later(version: str, earlier: Fact, story: StoryEvidence) -> bool:
    own = story.versions[version].published
    others = [story.versions[v].published for v in earlier.mentions]
    return own is not None and all(moment is not None and moment < own for moment in others)
