"""Who says a figure: claimants who differ are no error of the outlets that quote them."""

from __future__ import annotations

from collections.abc import Sequence

from flag.evidence import StoryEvidence
from flag.sides import FigureSide
from records.claim import Figure

__all__ = ["claimant_of", "is_claimed_apart", "is_contested", "is_known"]

_CLEAR = 3
"""How many times as many versions a side must have for a claimant whom nobody else names to be no second source."""


def claimant_of(figure: Figure) -> str | None:
    """The claimant's id over all versions, or the words where there is none."""
    return figure.claimant_id or figure.claimant


def is_claimed_apart(one: Figure, other: Figure) -> bool:
    """Whether two figures are given by different claimants, or at least not both by the same one."""
    a, b = claimant_of(one), claimant_of(other)
    return a is None or b is None or a != b


def is_known(story: StoryEvidence, claimant: str) -> bool:
    """Whether two versions or more know the claimant by this id: then its reading is no accident of one text."""
    return len({f.version for f in story.figures.values() if claimant_of(f) == claimant}) > 1


def is_contested(story: StoryEvidence, sides: Sequence[FigureSide]) -> bool:
    """Whether each side is somebody's own claim, as of the two sides of a war.

    A lone claimant whom no other version names counts only while no other side is so many times as large: names and
    roles are written in as many ways as there are languages.
    """
    claimants: list[set[str]] = []
    for side in sides:
        ids = [claimant_of(figure) for figure in side.figures.values()]
        if None in ids:
            return False
        claimants.append({id for id in ids if id is not None})
    if any(a & b for n, a in enumerate(claimants) for b in claimants[n + 1 :]):
        return False
    if len(sides[0].figures) < _CLEAR * sum(len(side.figures) for side in sides[1:]):
        return True
    return all(any(is_known(story, claimant) for claimant in ids) for ids in claimants)
