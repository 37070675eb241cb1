"""News moves: when a later figure replaces an earlier one instead of contradicting it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from flag.cues import has_cue, is_toll
from flag.evidence import StoryEvidence
from flag.sides import FigureSide
from flag.values import interval

__all__ = ["in_time_order", "is_update"]


def is_update(story: StoryEvidence, sides: Sequence[FigureSide]) -> bool:
    """Whether the sides, by publication, tell of one figure that moved.

    Every version of a side must be published before every version of the next; the values must rise from side to side
    where a toll is counted, with a gap of ``update_minutes``; a cue in the later text makes up for gap and direction.
    """
    ordered = in_time_order(story, sides)
    if ordered is None:
        return False
    cued = any(has_cue(story, figure) for side in ordered[1:] for figure in side.figures.values())
    if cued:
        return True
    counted = any(is_toll(story, figure) for side in ordered for figure in side.figures.values())
    return counted and _rises(ordered) and _gaps_are_wide(story, ordered)


def in_time_order(story: StoryEvidence, sides: Sequence[FigureSide]) -> list[FigureSide] | None:
    """The sides, earliest first; None when they overlap in time or a time is unknown."""
    times = []
    for side in sides:
        published = [story.versions[version].published for version in side.figures]
        if any(moment is None for moment in published):
            return None
        known = sorted(moment for moment in published if moment is not None)
        times.append((known[0], known[-1], side))
    times.sort(key=lambda entry: entry[:2])
    for (_, end, _), (start, _, _) in pairwise(times):
        if end >= start:
            return None
    return [side for _, _, side in times]


def _rises(ordered: Sequence[FigureSide]) -> bool:
    values = [interval(side.spokesman.kind, side.spokesman.low, side.spokesman.high) for side in ordered]
    known = [value.high for value in values if value is not None]
    return len(known) == len(ordered) and all(a < b for a, b in pairwise(known))


def _gaps_are_wide(story: StoryEvidence, ordered: Sequence[FigureSide]) -> bool:
    gap = timedelta(minutes=story.settings.update_minutes)
    for earlier, later in pairwise(ordered):
        ends = max(m for v in earlier.figures if (m := story.versions[v].published) is not None)
        starts = min(m for v in later.figures if (m := story.versions[v].published) is not None)
        if starts - ends < gap:
            return False
    return True
