"""Texts of one day that tell different days of one thing."""

from __future__ import annotations

from datetime import date

import regex

from flag.context import FigureContexts
from flag.evidence import StoryEvidence
from flag.facts import Fact, mean_of
from records.claim import Figure

__all__ = ["are_near_days", "contradict_on_one_day", "is_weekday_of_another_week", "is_written_day"]

_DIGIT = regex.compile(r"\p{Nd}")
_NEXT = 8
"""Days before and after its text for which a weekday alone may stand."""
_THIRD = 8
"""Days from which a date is no week but a part of a month, a month or more."""
_MOST_APART = 62
"""Days that a mistaken day is from the right one: two months."""

_SURE = 3
"""Texts that must tell of one day before another day of a text that came out with them is a mistake."""


def contradict_on_one_day(story: StoryEvidence, one: Fact, other: Fact, contexts: FigureContexts) -> bool:
    """Whether of two facts the fewer texts each came out on a day on which one of the many did too, and say the same of
    their day in much the same words: that each text tells of its own day is then no reason for the difference."""
    few, many = sorted((one, other), key=lambda fact: len(fact.mentions))
    if len(many.mentions) < _SURE or mean_of(few, many, contexts.joint) < story.settings.one_day_likeness:
        return False
    days = {published.date() for v in many.mentions if (published := story.versions[v].published) is not None}
    own = [published.date() for v in few.mentions if (published := story.versions[v].published) is not None]
    return len(own) == len(few.mentions) and all(day in days for day in own)


def is_written_day(figure: Figure) -> bool:
    """Whether a figure is one day told by its number: 10 November, not Thursday."""
    return figure.kind == "date" and figure.low == figure.high and _DIGIT.search(figure.text) is not None


def are_near_days(alone: Fact, many: Fact, story: StoryEvidence) -> bool:
    """Whether both facts are days told by their numbers, no two months apart, one the other by a slip, and all still to
    come or all over when their texts came out: the day of a vote, not that of a founding."""
    figures = [*alone.figures, *many.figures]
    if not all(is_written_day(figure) for figure in figures):
        return False
    days = [date.fromisoformat(str(figure.low)) for figure in figures]
    own, others = days[: len(alone.figures)], days[len(alone.figures) :]
    ahead = {_is_ahead(figure, story) for figure in figures}
    near = abs((own[0] - others[0]).days) <= _MOST_APART and _is_slip_of_day(own[0], others[0])
    return len(ahead) == 1 and None not in ahead and near


def _is_slip_of_day(one: date, other: date) -> bool:
    """Whether the day or the month is mistaken, or one stands for the other: 10 November for 11 October."""
    return one.month == other.month or one.day == other.day or (one.day, one.month) == (other.month, other.day)


def _is_ahead(figure: Figure, story: StoryEvidence) -> bool | None:
    """Whether a day is still to come for its text; None of the day on which it came out, or where that is not known."""
    published = story.versions[figure.version].published
    today = None if published is None else published.date().isoformat()
    return None if today is None or str(figure.low) == today else str(figure.low) > today


def is_weekday_of_another_week(one: Figure, other: Figure, story: StoryEvidence) -> bool:
    """Whether one is a day told without a number ("on Thursday") and the other a part of a month, a month, or a day
    for which no writer puts a weekday alone: over a week from the day on which the first text came out."""
    return any(_is_too_far(a, b, story) for a, b in ((one, other), (other, one)))


def _is_too_far(worded: Figure, other: Figure, story: StoryEvidence) -> bool:
    if worded.low != worded.high or _DIGIT.search(worded.text) is not None:
        return False
    published = story.versions[worded.version].published
    first, last = (date.fromisoformat(str(day)) for day in (other.low, other.high))
    if published is None:
        return False
    today = published.date()
    far = (first - today).days > _NEXT or (today - last).days > _NEXT
    return far or ((last - first).days >= _THIRD and not first <= date.fromisoformat(str(worded.low)) <= last)
