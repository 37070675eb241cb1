"""Times of different zones: 15:00 in Kyiv is 14:00 in Berlin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import regex

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from flag.intervals import interval
from flag.sides import FigureSide
from records.claim import Figure

__all__ = ["is_zoned", "may_be_zones", "without_other_zones"]

_ABBREVIATIONS = r"\b(?:GMT|UTC|CES?T|EES?T|WES?T|MSK|МСК|мск|E[SD]T|C[SD]T|P[SD]T|BST|[IJK]ST)\b"
_BEFORE = 10
"""Characters before a time within which its zone may begin: 日本時間1日午前5時40分."""
_REACH = 32
_DIGIT = regex.compile(r"\p{Nd}")
_WEEK = 7
_HOUR, _FARTHEST, _DAY = 60, 14 * 60, 24 * 60


def may_be_zones(story: StoryEvidence, figures: Iterable[Figure]) -> bool:
    """Whether the figures are times, whole hours apart, and one text says whose clock it reads."""
    times = list(figures)
    if any(figure.kind != "time" for figure in times):
        return False
    minutes = [value.low for f in times if (value := interval(f.kind, f.low, f.high)) is not None]
    apart = [min(abs(one - minutes[0]), _DAY - abs(one - minutes[0])) for one in minutes]
    return all(gap % _HOUR == 0 and gap <= _FARTHEST for gap in apart) and any(is_zoned(story, f) for f in times)


def without_other_zones(story: StoryEvidence, sides: Sequence[FigureSide]) -> list[FigureSide]:
    """The sides without those of a clock that the text names and that is whole hours from another side: 2217 GMT beside
    05:17 and 05:47 local time; so of days: at 21:40 on the 30th it is the 1st in Tokyo."""
    kept = list(sides)
    for side in sides:
        rest = [other for other in kept if other is not side]
        if rest and _is_next_day(story, side, rest):
            kept = rest
    for side in sides:
        zoned = side.spokesman.kind == "time" and all(is_zoned(story, f) for f in side.figures.values())
        rest = [other for other in kept if other is not side]
        if zoned and len(rest) > 1 and any(may_be_zones(story, (side.spokesman, o.spokesman)) for o in rest):
            kept = rest
    return kept


def _is_next_day(story: StoryEvidence, side: FigureSide, rest: Sequence[FigureSide]) -> bool:
    """Whether the days of a side are one from those of another, and its sentences read the clock of another place."""
    own = interval(side.spokesman.kind, side.spokesman.low, side.spokesman.high)
    if side.spokesman.kind != "date" or own is None or not own.is_point:
        return False
    beside = any(_are_neighbours(side.spokesman, other.spokesman) for other in rest)
    return beside and all(_names_a_zone(story, figure) for figure in side.figures.values())


def _are_neighbours(one: Figure, other: Figure) -> bool:
    """Whether two days are one apart; where the first is a weekday without its number, read as that of the last week,
    it may be the day after the other."""
    a, b = (interval(figure.kind, figure.low, figure.high) for figure in (one, other))
    if a is None or b is None or not (a.is_point and b.is_point):
        return False
    bare = _DIGIT.search(one.text) is None
    return abs(a.low - b.low) == 1 or (bare and a.low + _WEEK == b.low + 1)


def _names_a_zone(story: StoryEvidence, figure: Figure) -> bool:
    """Whether a time stands beside the figure, and the sentence says whose clock it reads."""
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    start, end = max(sentence.start, figure.start - _REACH), min(sentence.end, figure.end + _REACH)
    timed = any(f.kind == "time" and start <= f.start < end for f in story.figures_in(figure.sentence))
    return timed and _pattern(version.language_code).search(version.text, start, end) is not None


def is_zoned(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the words behind a time, or right before the first one of a sentence, say whose clock it reads."""
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    near = version.text[figure.start : min(sentence.end, figure.end + _REACH)]
    pattern = _pattern(version.language_code)
    if pattern.search(near) is not None:
        return True
    if any(f.kind == "time" and f.start < figure.start for f in story.figures_in(figure.sentence)):
        return False
    return pattern.search(version.text, max(sentence.start, figure.start - _BEFORE), figure.start) is not None


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    config = load_language(language)
    stems = config.clock.zones if config is not None else ()
    words = "".join(f"|{regex.escape(stem)}" for stem in sorted(stems, key=len, reverse=True))
    return regex.compile(_ABBREVIATIONS + words)
