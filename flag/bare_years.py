"""Numbers of four digits that a language leaves open: "1850 lidí" counts people where others count 1,850."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import regex

from flag.evidence import StoryEvidence
from flag.slips import is_slip
from records.claim import Claims, Figure

__all__ = ["as_counted"]

_BARE = regex.compile(r"\d{4}")


def as_counted(story: StoryEvidence) -> StoryEvidence:
    """``story`` with years read as counts where other versions of the statement count that many, or a slip of it.

    A year that a second version of the statement has as a year, and that nobody counts, stays one.
    """
    counted: dict[str, Figure] = {}
    for statement in story.statements:
        figures = [f for member in statement.members for s in member.sentences for f in story.figures_in(s)]
        counted |= _counted(figures)
    if not counted:
        return story
    return replace(story, claims={version: _with(claims, counted) for version, claims in story.claims.items()})


def _counted(figures: Sequence[Figure]) -> dict[str, Figure]:
    years = [(figure, as_count) for figure in figures if (as_count := _as_count(figure)) is not None]
    counts = [figure for figure in figures if figure.kind == "count"]
    found = {}
    for figure, as_count in years:
        others = [other for other in counts if other.version != figure.version]
        twins = {other.version for other, _ in years if other.low == figure.low} - {figure.version}
        equal = any(other.low == other.high == as_count.low for other in others)
        slipped = {other.version for other in others if other.low == other.high and is_slip(other, as_count)}
        if equal or (len(slipped) > 1 and not twins):
            found[figure.id] = as_count
    return found


def _as_count(figure: Figure) -> Figure | None:
    """A year of four bare digits as a count; None for every other figure."""
    digits = _BARE.fullmatch(figure.text)
    if figure.kind != "date" or digits is None:
        return None
    value = Decimal(int(figure.text))
    return replace(figure, kind="count", low=value, high=value, step=Decimal(1))


def _with(claims: Claims, counted: Mapping[str, Figure]) -> Claims:
    return replace(claims, figures=tuple(counted.get(figure.id, figure) for figure in claims.figures))
