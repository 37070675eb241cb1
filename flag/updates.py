"""News moves: when a later figure replaces an earlier one instead of contradicting it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

import regex

from flag.adding import adds_up
from flag.claimants import is_claimed_apart
from flag.context import FigureContexts
from flag.cues import has_cue, is_added, is_revised, is_toll, looks_back, toll_of
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.lateness import are_late
from flag.sides import FigureSide, chosen_of
from flag.slips import is_slip
from flag.values import compare_figures, interval
from records.claim import Figure

__all__ = ["as_moved", "in_time_order", "is_from", "is_update", "left_behind", "moved_sides", "names_what_was"]

_TELLING = 13
"""A smaller number stands beside any other by chance; of the dead it does not."""
_MOST_GROWN = 4
"""Times its earlier value that a figure may reach in the news of a day."""
_MANY = 3
"""Earlier texts that must agree before one that came out late is news by its time alone."""
_LEAD = 1
"""The last of the paragraphs, the headline being 0, that give the news."""
_MOVING = frozenset({"count", "money", "percent", "percentage-point", "measure", "duration"})
_AMOUNTS = frozenset({"count", "money", "measure"})
_JOINER = 14
"""Letters of the longest word for "to" between two figures, with the noun or the ending of the first."""
_PARTED = regex.compile(r"[,;()،、；，]")
_DIGITS = regex.compile(r"\p{Nd}+")
_NUMBER = regex.compile(r"\p{Nd}+(?:[.,'’\s]\p{Nd}{3})*(?:[.,٫]\p{Nd}+)?")


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
    same = (f for f in mine if (f.kind, f.unit) == (figure.kind, figure.unit) and compare_figures(f, figure) == "equal")
    if figure.kind not in _AMOUNTS or not _is_above(figure, earlier) or not any(has_cue(story, f) for f in same):
        return False
    told = (f for f in mine if f.sentence != figure.sentence and compare_figures(f, earlier) == "equal")
    telling = isinstance(earlier.low, Decimal) and abs(earlier.low) >= _TELLING
    return any(is_toll(story, f) or (telling and (f.kind, f.unit) == (figure.kind, figure.unit)) for f in told)


def _is_above(figure: Figure, earlier: Figure) -> bool:
    value, was = (interval(one.kind, one.low, one.high) for one in (figure, earlier))
    return value is not None and was is not None and value.low > was.high


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
    return both and ordered and has_cue(story, told) and _is_above(news, told)


def is_from(story: StoryEvidence, told: Figure, news: Figure) -> bool:
    """Whether hardly more than a word, and no comma, stands between two figures: "from three to five"."""
    between = story.versions[told.version].text[told.end : news.start]
    return 0 < len(between) <= _JOINER and _PARTED.search(between) is None


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
    modifier = "exact" if figure.modifier == "at-most" else figure.modifier
    start = figure.start if figure.low == figure.high else figure.start + _last_number(figure.text)
    return replace(figure, low=figure.high, modifier=modifier, start=start, text=figure.text[start - figure.start :])


def _last_number(text: str) -> int:
    """Where the second of two numbers in digits begins ("0,8 % à 2,1 %"), 0 where there are no such two."""
    numbers = list(_NUMBER.finditer(text))
    return numbers[1].start() if len(numbers) == 2 else 0


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
