"""News moves: when a later figure replaces an earlier one instead of contradicting it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from itertools import pairwise

import regex

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from flag.sides import FigureSide
from flag.values import interval
from records.claim import Figure

__all__ = ["has_cue", "in_time_order", "is_toll", "is_update"]


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


def is_toll(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the sentence counts what news counts anew as an event goes on: the dead, the injured, the missing."""
    return figure.kind == "count" and _says(story, figure, "tolls")


def has_cue(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the figure's sentence says that it replaces an earlier one."""
    return _says(story, figure, "cues")


def _says(story: StoryEvidence, figure: Figure, field: str) -> bool:
    version = story.versions[figure.version]
    pattern = _pattern(version.language_code, field)
    return pattern is not None and pattern.search(version.sentence_text(story.sentences[figure.sentence])) is not None


@cache
def _pattern(language: str, field: str) -> regex.Pattern[str] | None:
    config = load_language(language)
    stems: tuple[str, ...] = getattr(config.updates, field) if config is not None else ()
    if not stems:
        return None
    words = "|".join(regex.escape(stem) for stem in sorted(stems, key=len, reverse=True))
    unspaced = regex.search(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}]", words) is not None
    return regex.compile(words if unspaced else rf"\b(?:{words})", regex.IGNORECASE)
