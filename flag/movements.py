"""What a text itself tells of a movement: from which figure to which, and what it was until then."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import regex

from flag.context import FigureContexts
from flag.cues import has_cue, is_added, is_toll, looks_back, toll_of
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.intervals import interval
from flag.lateness import are_late
from flag.sides import FigureSide, chosen_of
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["as_moved", "in_time_order", "is_above", "is_from", "left_behind", "moved_sides"]

_JOINER = 14
"""Letters of the longest word for "to" between two figures, with the noun or the ending of the first."""
_PARTED = regex.compile(r"[,;()،、；，]")
_NUMBER = regex.compile(r"\p{Nd}+(?:[.,'’\s]\p{Nd}{3})*(?:[.,٫]\p{Nd}+)?")
_RANGE = regex.compile(r"\p{Nd}\s*[-–—~〜～]\s*\p{Nd}")
_MOST_GROWN = 4
"""Times its earlier value that a figure may reach in the news of a day."""
_MOVING = frozenset({"count", "money", "percent", "percentage-point", "measure", "duration"})


def as_moved(story: StoryEvidence) -> StoryEvidence:
    """``story`` with movements read as such where the sentence says so: "rose from six to eight" is eight, and "rose
    to eight" is not "up to eight"."""
    claims = {
        version: replace(claim, figures=tuple(_arrived(story, figure) for figure in claim.figures))
        for version, claim in story.claims.items()
    }
    return replace(story, claims=claims)


def _arrived(story: StoryEvidence, figure: Figure) -> Figure:
    if figure.kind not in ("count", "money", "percent") or not has_cue(story, figure):
        return figure
    if figure.low != figure.high and (_RANGE.search(figure.text) is not None or _is_one_of_ranges(story, figure)):
        return figure  # "cut its forecast to 8-9 %"
    modifier = "exact" if figure.modifier == "at-most" else figure.modifier
    start = figure.start if figure.low == figure.high else figure.start + _last_number(figure.text)
    return replace(figure, low=figure.high, modifier=modifier, start=start, text=figure.text[start - figure.start :])


def _is_one_of_ranges(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the sentence has two ranges: "from 9 % to 10 % to 8 % to 9 %" moves from one to the other."""
    beside = story.figures_in(figure.sentence)
    return any(f.id != figure.id and (f.kind, f.unit) == (figure.kind, figure.unit) and f.low != f.high for f in beside)


def _last_number(text: str) -> int:
    """Where the second of two numbers in digits begins ("0,8 % à 2,1 %"), 0 where there are no such two."""
    numbers = list(_NUMBER.finditer(text))
    return numbers[1].start() if len(numbers) == 2 else 0


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


def moved_sides(story: StoryEvidence, fact: Fact) -> list[FigureSide] | None:
    """The two sides of a toll whose values could all be true ("at least 143", 171) but of which the later text says
    that it rose; None where there are no such sides."""
    chosen = {version: chosen_of(figures) for version, figures in fact.mentions.items()}
    risen = {v: f for v, f in chosen.items() if is_toll(story, f) and has_cue(story, f)}
    first = {v: f for v, f in chosen.items() if v not in risen}
    if not risen or not first:
        return None
    ordered = in_time_order(story, [FigureSide(first), FigureSide(risen)])
    if ordered is None or ordered[0].figures != first:
        return None
    tops = [interval(f.kind, f.low, f.high) for f in first.values()]
    news = [interval(f.kind, f.low, f.high) for f in risen.values()]
    above = all(a is not None and b is not None and b.low > a.high for a in tops for b in news)
    return ordered if above else None


def left_behind(story: StoryEvidence, fact: Fact, taken: Set[str], contexts: FigureContexts) -> list[FigureSide] | None:
    """The two sides of a fact whose value the latest of its versions gives only as what was told until then, beside a
    new one: "the toll comes to seven; earlier it was six". None where no version does.

    ``taken`` are the figures that answer those of other versions. The new value stands in the sentence that looks back,
    or anywhere in a text that came out after all others, where it counts what they count and is higher.
    """
    if fact.figures[0].kind not in _MOVING:
        return None
    chosen = {version: chosen_of(figures) for version, figures in fact.mentions.items()}
    news: dict[str, Figure] = {}
    for version, figure in chosen.items():
        beside = [
            other
            for other in story.claims[version].figures
            if other.id not in taken
            and (other.kind, other.unit) == (figure.kind, figure.unit)
            and compare_figures(other, figure) == "different"
            and _is_whole(other) == _is_whole(figure)
            and _is_near(other, figure)
            and (
                (other.sentence == figure.sentence and (looks_back(story, figure) or _is_arrival(story, other, figure)))
                or _outgrows(story, other, figure, fact, contexts)
            )
        ]
        if beside and len({other.low for other in beside}) == 1:
            news[version] = beside[0]
        elif arrived := [other for other in beside if _is_arrival(story, other, figure)]:
            news[version] = max(arrived, key=lambda other: other.start)
    first = {version: figure for version, figure in chosen.items() if version not in news}
    if not news or len(first) < 2 or len({figure.low for figure in news.values()}) > 1:
        return None
    ordered = in_time_order(story, [FigureSide(first), FigureSide(news)])
    return ordered if ordered is not None and ordered[0].figures == first else None


def _is_near(one: Figure, other: Figure) -> bool:
    """Whether an amount may have become the other in the news of a day."""
    values = [interval(figure.kind, figure.low, figure.high) for figure in (one, other)]
    small, large = (
        sorted(abs(value.high) for value in values if value is not None)[:2] if None not in values else (1, 1)
    )
    return large <= _MOST_GROWN * small


def _is_arrival(story: StoryEvidence, news: Figure, told: Figure) -> bool:
    """Whether one sentence of a toll says that it rose and has both numbers: "rose to five from three", "from three to
    five"."""
    both = news.sentence == told.sentence and is_toll(story, told)
    ordered = news.start < told.start or is_from(story, told, news)
    return both and ordered and has_cue(story, told) and is_above(news, told)


def is_from(story: StoryEvidence, told: Figure, news: Figure) -> bool:
    """Whether hardly more than a word, and no comma, stands between two figures: "from three to five"."""
    between = story.versions[told.version].text[told.end : news.start]
    return 0 < len(between) <= _JOINER and _PARTED.search(between) is None


def is_above(figure: Figure, earlier: Figure) -> bool:
    """Whether the whole value of ``figure`` lies above that of ``earlier``."""
    value, was = (interval(one.kind, one.low, one.high) for one in (figure, earlier))
    return value is not None and was is not None and value.low > was.high


def _outgrows(story: StoryEvidence, news: Figure, told: Figure, fact: Fact, contexts: FigureContexts) -> bool:
    """Whether a figure is what became of ``told``, which its version gives too: higher, out long after the others, said
    of the same thing, and by its text to have moved, or of the dead or the hurt as well."""
    others = [figure for version, figures in fact.mentions.items() if version != news.version for figure in figures]
    values = [interval(figure.kind, figure.low, figure.high) for figure in (told, news)]
    if not others or any(value is None for value in values) or is_added(story, news):
        return False
    old, new = (value for value in values if value is not None)
    late = are_late(story, [news.version], [version for version in fact.mentions if version != news.version])
    if not late or new.low <= old.high or new.high > _MOST_GROWN * old.high:
        return False
    toll = toll_of(story, news)
    same_toll = toll is not None and 2 * sum(toll_of(story, f) == toll for f in others) > len(others)
    if not same_toll and (toll is not None or not has_cue(story, news)):
        return False
    gain = story.settings.toll_gain if same_toll else 0.0
    mean = sum(contexts.joint(news, figure) for figure in others) / len(others)
    return mean + gain >= story.settings.joint_likeness


def _is_whole(figure: Figure) -> bool:
    """Whether a value has no digits behind the point: 58 dead are no news of a magnitude of 6.3."""
    return not isinstance(figure.low, Decimal) or figure.low == figure.low.to_integral_value()
