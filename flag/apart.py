"""What keeps two facts of different values apart, however alike the words: they are of two things."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from flag.another_time import is_of_another_time
from flag.context import FigureContexts
from flag.cues import count_others, toll_of
from flag.distance import are_far_apart, are_vaguely_apart, is_double, is_own_day
from flag.evidence import StoryEvidence
from flag.facts import Fact, is_year
from flag.headlines import tell_a_slip
from flag.intervals import interval
from flag.lateness import are_late
from flag.multiples import are_multiple_and_amount
from flag.one_day import contradict_on_one_day, is_weekday_of_another_week
from flag.parts import is_part
from flag.rates import are_one_rate
from flag.slips import is_slip, is_telling_slip
from flag.things import counts_things
from flag.values import compare_figures
from flag.weekdays import has_wrong_weekday
from records.claim import Figure, Value

__all__ = ["MANY", "are_apart", "is_of_its_own_day", "know_both", "may_differ", "says_beside", "says_elsewhere"]

_AGES = {"age", "duration"}
"""Of one age some texts tell the one, some the other; what is no equal says nothing."""
_MOST_GROWN = 4
_WEEK = 7
_NEAR = 14
"""Days within which a weekday may stand for another day."""
_TWO_YEARS = 2 * 366
_TELLING_DIGITS = 2
_DIGITS = regex.compile(r"\p{Nd}+")
MANY = 3
"""Versions that agree from which their mean context may be trusted where single pairs may not."""


def may_differ(one: Fact, other: Fact, pairs: Sequence[tuple[Figure, Figure]], story: StoryEvidence) -> bool:
    """Whether two facts are of different versions, can be compared and have different values."""
    relations = [compare_figures(a, b) for a, b in pairs if {a.kind, b.kind} != _AGES]
    if one.mentions.keys() & other.mentions.keys() or relations.count("different") <= 2 * relations.count(
        "incomparable"
    ):
        return False
    mixed = [is_slip(a, b) for a, b in pairs if {a.kind, b.kind} == {"count", "measure"}]
    if 2 * len(mixed) > len(pairs) and not all(mixed):
        return False  # "46.8 degrees" may be a bare 46.8 of another text, not eleven people
    calendars = (
        (_are_of_two_calendars(a, b) or is_weekday_of_another_week(a, b, story))
        and not (has_wrong_weekday(story, a) or has_wrong_weekday(story, b))
        for a, b in pairs
        if one.figures[0].kind == "date"
    )
    rates = (are_one_rate(a, b, story) for a, b in pairs)
    if _are_of_two_grains(one, other) or 2 * sum(calendars) > len(pairs) or 2 * sum(rates) > len(pairs):
        return False
    scores = one.figures[0].kind == "score" and not any(_half_alike(a, b, story) for a, b in pairs)
    if scores or are_vaguely_apart(pairs) or are_multiple_and_amount(story, one, other, pairs):
        return False
    tolls = [{toll for figure in fact.figures if (toll := toll_of(story, figure))} for fact in (one, other)]
    told = one.statement == other.statement and all(is_telling_slip(a, b) for a, b in pairs)
    things = any(_are_things(fact, story) and toll for fact, toll in ((one, tolls[1]), (other, tolls[0])))
    if things or (all(tolls) and not tolls[0] & tolls[1] and not told):
        return False
    return not any(is_part(a, b, story) or is_of_another_time(a, b, story) for a, b in ((one, other), (other, one)))


def _are_things(fact: Fact, story: StoryEvidence) -> bool:
    """Whether a fact counts hospitals, ambulances or helicopters, beside the dead or the injured of another."""
    return all(counts_things(story, figure) for figure in fact.figures)


def know_both(
    one: Fact,
    other: Fact,
    pairs: Sequence[tuple[Figure, Figure]],
    risen: bool,
    contexts: FigureContexts,
    story: StoryEvidence,
    beside: Sequence[Fact],
) -> bool:
    """Whether a version knows both values, as of two things, or one is twice the other."""
    told = not risen and any(
        says_elsewhere(a, b, contexts, story) or says_beside(a, b, beside, story)
        for a, b in ((one, other), (other, one))
    )
    return told or is_double(pairs)


def are_apart(
    one: Fact,
    other: Fact,
    pairs: Sequence[tuple[Figure, Figure]],
    risen: bool,
    contexts: FigureContexts,
    story: StoryEvidence,
) -> bool:
    """Whether the values are so far apart, or so much each text's own day, that likeness alone does not tell."""
    far = are_far_apart(pairs, contexts, story) and not _has_grown(one, other, story)
    moved = risen and one.figures[0].kind != "date"  # "the injured rose on Monday to 17"
    return far or (not moved and is_of_its_own_day(one, other, story, contexts))


def _has_grown(one: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether the far value is news: out hours after the others in one statement, and a few times theirs at most."""
    small, large = sorted((one, other), key=lambda fact: len(fact.mentions))
    if one.statement != other.statement or not are_late(story, small.mentions, large.mentions):
        return False
    values = [abs(v.high) for f in (*one.figures, *other.figures) if (v := interval(f.kind, f.low, f.high)) is not None]
    return bool(values) and max(values) <= _MOST_GROWN * min(values)


def says_elsewhere(fact: Fact, other: Fact, contexts: FigureContexts, story: StoryEvidence) -> bool:
    """Whether the only version of ``fact`` gives the value that many put in ``other`` in another place, said alike."""
    if len(fact.mentions) > 1 or len(other.mentions) < MANY:
        return False
    own = fact.figures[0]
    for figure in story.claims[own.version].figures:
        if figure.sentence == own.sentence or tell_a_slip(story, own, figure):
            continue
        equal = [f for f in other.figures if compare_figures(figure, f) == "equal"]
        if 2 * len(equal) > len(other.figures):
            mean = sum(contexts.around(figure, f) for f in equal) / len(equal)
            if mean >= story.settings.agreement_likeness:
                return True
    return False


def says_beside(fact: Fact, other: Fact, beside: Sequence[Fact], story: StoryEvidence) -> bool:
    """Whether the only version of ``fact`` has the value of ``other`` in the same sentence, and nobody answers it:
    "level four of five"."""
    if len(fact.mentions) > 1:
        return False
    own = fact.figures[0]
    written = {"".join(_DIGITS.findall(figure.text)) for figure in other.figures} - {""}
    beside_it = [f for f in story.figures_in(own.sentence) if f.end > own.start and f.kind != own.kind]
    if own.kind == "count" and any("".join(_DIGITS.findall(f.text)) in written for f in beside_it):
        return True  # "50 instead of 5 milligrams": the unit stands with the second number alone
    bare = {f.text for f in beside_it if f.kind == "count" and len(f.text) >= _TELLING_DIGITS}
    if own.kind != "count" and bare & written:
        return True  # "of a lead of 25 seconds 12 were left"
    lone = (one.figures[0] for one in beside if len(one.mentions) == 1 and own.version in one.mentions)
    return any(
        figure.sentence == own.sentence
        and figure.id != own.id
        and not count_others(story, figure, own)
        and all(compare_figures(figure, f) == "equal" for f in other.figures)
        for figure in lone
    )


def is_of_its_own_day(one: Fact, other: Fact, story: StoryEvidence, contexts: FigureContexts) -> bool:
    """Whether one version alone gives a date, and it is that of its own day; but what texts of one day say of two days
    is a contradiction."""
    if contradict_on_one_day(story, one, other, contexts):
        return False
    return any(len(fact.mentions) == 1 and all(is_own_day(story, f) for f in fact.figures) for fact in (one, other))


def _are_of_two_calendars(one: Figure, other: Figure) -> bool:
    """Whether of two dates one is told without a number ("on Wednesday", "last year") and is not near the other, or is
    a year where the other is a month or a day: neither can be a slip for the other."""
    wordy = [figure for figure in (one, other) if _DIGITS.search(figure.text) is None]
    a, b = (interval("date", figure.low, figure.high) for figure in (one, other))
    if not wordy or a is None or b is None:
        return False
    if is_year(one) and is_year(other):
        return abs(a.low - b.low) > _TWO_YEARS  # "last year" is no 1987
    a_day = [value for figure, value in ((one, a), (other, b)) if figure in wordy and value.high - value.low < _WEEK]
    far = (
        bool(a_day) and max(a.low, b.low) - min(a.high, b.high) > _NEAR
    )  # a month has no number either: May is no March
    return far or is_year(one) != is_year(other)


def _are_of_two_grains(one: Fact, other: Fact) -> bool:
    """Whether one tells years and the other months or days of other years: "until 2029" is no slip for March 2023."""
    if one.figures[0].kind != "date":
        return False
    grains = [{is_year(figure) for figure in fact.figures} for fact in (one, other)]
    years = [
        {str(value)[:4] for figure in fact.figures for value in (figure.low, figure.high)} for fact in (one, other)
    ]
    return all(len(grain) == 1 for grain in grains) and grains[0] != grains[1] and not years[0] & years[1]


def _half_alike(one: Figure, other: Figure, story: StoryEvidence) -> bool:
    """Whether two figures are the same half of scores whose other half is equal: 3-1 may be a slip for 2-1."""
    return _other_half(one, story) == _other_half(other, story)


def _other_half(figure: Figure, story: StoryEvidence) -> tuple[bool, list[Value]]:
    """Whether a half stands first, and the other half of its score."""
    beside = [f for f in story.figures_in(figure.sentence) if f.group == figure.group and f.id != figure.id]
    return all(f.start > figure.start for f in beside), [f.low for f in beside]
