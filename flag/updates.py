"""News moves: when a later figure replaces an earlier one instead of contradicting it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

import regex

from flag.adding import adds_up
from flag.claimants import is_claimed_apart
from flag.cues import has_cue, is_revised, is_toll, toll_of
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.intervals import interval
from flag.lateness import are_late
from flag.movements import in_time_order, is_above, is_from
from flag.sides import FigureSide
from flag.slips import is_slip
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["is_update", "late_news", "names_what_was"]

_TELLING = 13
"""A smaller number stands beside any other by chance; of the dead it does not."""
_SCALED = 1_000_000
"""From here on a number says which amount it is, its unit told or not."""
_MANY = 3
"""Earlier texts that must agree before one that came out late is news by its time alone."""
_LEAD = 1
"""The last of the paragraphs, the headline being 0, that give the news."""
_MOVING = frozenset({"count", "money", "percent", "percentage-point", "measure", "duration"})
_AMOUNTS = frozenset({"count", "money", "measure"})
_DIGITS = regex.compile(r"\p{Nd}+")


def is_update(story: StoryEvidence, sides: Sequence[FigureSide], told: StoryEvidence) -> bool:
    """Whether the sides, by publication, tell of one figure that moved.

    Every version of a side must be published before every version of the next; the values must rise from side to side
    where a toll is counted, with a gap of ``update_minutes`` and by no slip of the pen; a cue in the later text makes
    up for gap and direction, unless the earlier texts have one too: a rate that "rises to" one value in all of them is
    one event. Of what is no toll the later text must say that the figure was revised, or name the earlier value: that
    "prices rose by 4.7 %" is no news of an earlier 7.4 %. What comes out hours after all others and is told as
    news is an update, unless a slip explains it. Dates move only where the later text names the earlier one too
    (``names_what_was``): each text tells of its own day. ``told`` is the story before ``as_moved``, where "from six to
    eight" is a range.
    """
    ordered = in_time_order(story, sides)
    if ordered is None or sides[0].spokesman.kind not in _MOVING:
        return False
    later = [figure for side in ordered[1:] for figure in side.figures.values()]
    if all(_starts(story, figure) for figure in later):
        return False
    moved = [_has_moved(story, figure, told.figures[figure.id], ordered[0].spokesman) for figure in later]
    cued = 2 * sum(moved) >= len(moved)
    first = list(ordered[0].figures.values())
    if cued and 2 * sum(has_cue(story, figure) for figure in first) < len(first):
        return True
    if len(ordered) == 2 and (_came_late(story, ordered) or _adds_up(story, ordered)):
        return True
    counted = any(is_toll(story, figure) for side in ordered for figure in side.figures.values())
    slip = any(is_slip(a.spokesman, b.spokesman) for a, b in pairwise(ordered))
    return counted and not slip and _rises(ordered) and _gaps_are_wide(story, ordered)


def late_news(
    story: StoryEvidence, sides: Sequence[FigureSide], told: StoryEvidence
) -> tuple[FigureSide, FigureSide] | None:
    """Of three sides or more that are no update together: what most say, and the side that came out after all others
    and is news beside it. That the earlier texts differ among themselves is another matter."""
    if len(sides) < _MANY:
        return None
    for late in sides[1:]:
        earlier = FigureSide({v: f for side in sides if side is not late for v, f in side.figures.items()})
        ordered = in_time_order(story, [earlier, late])
        if ordered is not None and ordered[1] is late and is_update(story, [sides[0], late], told):
            return sides[0], late
    return None


def _starts(story: StoryEvidence, figure: Figure) -> bool:
    """Whether a figure is where a movement starts, "from 8.8 to 2.1 percent": no news."""
    rest = (one for one in story.figures_in(figure.sentence) if one.start >= figure.end and one.kind == figure.kind)
    return has_cue(story, figure) and any(is_from(story, figure, one) for one in rest)


def _adds_up(story: StoryEvidence, ordered: Sequence[FigureSide]) -> bool:
    """Whether each later text adds its own "two more" to the earlier number."""
    earlier = Fact("", {version: [figure] for version, figure in ordered[0].figures.items()})
    return all(adds_up(Fact("", {v: [figure]}), earlier, story) for v, figure in ordered[1].figures.items())


def _came_late(story: StoryEvidence, ordered: Sequence[FigureSide]) -> bool:
    """Whether the later side came out long after the earlier one, and its value is no slip for the earlier one."""
    first, last = ordered
    if len(first.figures) < _MANY or len(last.figures) >= len(first.figures):
        return False
    if first.spokesman.kind == "duration" or is_slip(first.spokesman, last.spokesman):
        return False  # how long something took does not move any more
    if not _rises(ordered) and any(toll_of(story, f) == "dead" for side in ordered for f in side.figures.values()):
        return False  # the dead do not get fewer
    if not any(_is_told_as_news(story, figure) for figure in last.figures.values()):
        return False
    return are_late(story, last.figures, first.figures)


def _is_told_as_news(story: StoryEvidence, figure: Figure) -> bool:
    """Whether a late text has a figure for its news: a toll, in its headline or lead, with a word that it moved, or as
    of a time of its own day. "The dam is 72 metres high" is no news of 92 metres.

    All 31 updates of 121 stories with gold that are told by their time alone are such news, and of 19 planted slips in
    late texts 5 (2026-11).
    """
    if is_toll(story, figure) or has_cue(story, figure) or is_revised(story, figure):
        return True
    published = story.versions[figure.version].published
    day = str(published.date()) if published is not None else None
    beside = story.figures_in(figure.sentence)
    if any(one.kind == "time" or (one.kind == "date" and str(one.low) == str(one.high) == day) for one in beside):
        return True
    twins = (one for one in story.claims[figure.version].figures if (one.kind, one.unit) == (figure.kind, figure.unit))
    return any(
        story.sentences[one.sentence].paragraph <= _LEAD and compare_figures(one, figure) == "equal" for one in twins
    )


def names_what_was(story: StoryEvidence, sides: Sequence[FigureSide], fact: Fact) -> bool:
    """Whether every later text itself gives the earlier value beside its own, in one of its mentions of ``fact``: "grew
    to 9,100 hectares, though in the morning it was 7,300"."""
    ordered = in_time_order(story, sides)
    if ordered is None or sides[0].spokesman.kind not in _MOVING | {"date"}:
        return False
    earlier = list(ordered[0].figures.values())
    later = [figure for side in ordered[1:] for figure in side.figures.values()]
    return all(
        any(
            compare_figures(one, figure) == "equal"
            and (_stands_beside(story, one, earlier) or _rose_from(story, one, ordered[0].spokesman))
            for one in fact.mentions[figure.version]
        )
        for figure in later
    )


def _rose_from(story: StoryEvidence, figure: Figure, earlier: Figure) -> bool:
    """Whether a text says of an amount that it rose, and gives the earlier one in another sentence: "the dead are four
    now. In the morning there were three"."""
    mine = story.claims[figure.version].figures
    same = (f for f in mine if (f.kind, f.unit, f.low) == (figure.kind, figure.unit, figure.low))
    if figure.kind not in _AMOUNTS or not is_above(figure, earlier) or not any(has_cue(story, f) for f in same):
        return False
    told = [f for f in mine if f.sentence != figure.sentence]
    if any(compare_figures(f, earlier) == "equal" and is_toll(story, f) for f in told):
        return True
    telling = isinstance(earlier.low, Decimal) and abs(earlier.low) >= _TELLING
    return telling and any(
        (compare_figures(f, earlier) == "equal" and (f.kind, f.unit) == (figure.kind, figure.unit))
        or _is_bare(f, earlier)
        for f in told
    )


def _is_bare(figure: Figure, earlier: Figure) -> bool:
    """Whether a large round number stands for an amount whose unit was told before it: "it had spoken of 4 million"."""
    value = figure.low
    return (
        figure.kind == "count"
        and isinstance(value, Decimal)
        and value >= _SCALED
        and value == figure.high == earlier.low
    )


def _stands_beside(story: StoryEvidence, figure: Figure, earlier: Sequence[Figure]) -> bool:
    """Whether the value of ``earlier``, with or without its unit, stands in the sentence of ``figure``, by no claimant
    of its own."""
    value = earlier[0].low
    small = isinstance(value, Decimal) and abs(value) < _TELLING
    if small and not (is_toll(story, figure) or has_cue(story, figure)):
        return False
    written = {"".join(_DIGITS.findall(f.text)) for f in earlier} - {""}
    for other in story.figures_in(figure.sentence):
        if other.id == figure.id or (is_claimed_apart(other, figure) and other.claimant != figure.claimant):
            continue
        same = any(compare_figures(other, f) == "equal" for f in earlier)
        bare = other.kind == "count" and "".join(_DIGITS.findall(other.text)) in written
        if same or bare:
            return True
    return False


def _has_moved(story: StoryEvidence, figure: Figure, told: Figure, earlier: Figure) -> bool:
    """Whether the text of ``figure`` says that it moved; ``told`` is the same figure as its text has it."""
    if is_toll(story, figure):
        return has_cue(story, figure)
    is_range = told.low != told.high
    left_behind = is_range and compare_figures(replace(told, high=told.low), earlier) == "equal"
    left_behind = left_behind or any(
        compare_figures(one, earlier) == "equal" and is_from(story, one, figure)
        for one in story.figures_in(figure.sentence)
        if one.end <= figure.start
    )
    return is_revised(story, figure) or (left_behind and has_cue(story, figure))


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
