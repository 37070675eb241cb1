"""A figure that its clause puts in another year than the news: "ten years ago it was over 93 percent"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.intervals import interval
from flag.slips import is_telling_slip
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["is_of_another_time"]

_CLAUSE = regex.compile(r"[;:—–()«»„“”\"。；：（）؛]|,\s|،\s|，|、|[.!?]\s")
_OPENING = 12
"""Letters before a date that opens its sentence: "In 2019, it was 93 percent"."""
_WEEKS_AGO = 30
_BEHIND = 24
_RELATIVE = regex.compile(r"\s*(?:,|、|，)\s*[^\s\d.;:!?]+(?:\s+[^\s\d.;:!?]+){0,2}\s*")
"""A comma and up to three words: "since March, when 11 people died"."""
_LONG_AGO = 300
"""Days before its text came out from which a date is of another year than the news."""
_RECENT = 240
"""The same for dates that others tell: last year is as long ago for who came out a week before."""


def is_of_another_time(fact: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether every figure of ``fact``, of one text, stands in a clause with a date of long ago that few sentences
    of ``other`` name, while most of these have none of their own (a bridge of 712 metres "from 1947" is the one of 412
    "from 1974"); or right behind an earlier month that none of them names: "since March, when 11 people died"."""
    if fact.figures[0].kind in ("date", "time"):
        return False
    if all(is_telling_slip(own, theirs) for own in fact.figures for theirs in other.figures):
        return False
    if all(_is_of_an_earlier_event(figure, other, story) for figure in fact.figures):
        return True
    return len(fact.mentions) == 1 and all(_is_of_another_time(figure, other, story) for figure in fact.figures)


def _is_of_an_earlier_event(figure: Figure, other: Fact, story: StoryEvidence) -> bool:
    """Whether a month or day of weeks ago stands right before a figure, with a comma and few letters between."""
    text = story.versions[figure.version].text
    before = [
        date
        for date in _past_dates(figure, story, _WEEKS_AGO)
        if 0 < figure.start - date.end <= _BEHIND and _RELATIVE.fullmatch(text, date.end, figure.start)
    ]
    named = (theirs for one in other.figures for theirs in _past_dates(one, story, _WEEKS_AGO))
    return bool(before) and not any(compare_figures(before[-1], theirs) != "different" for theirs in named)


def _is_of_another_time(figure: Figure, other: Fact, story: StoryEvidence) -> bool:
    dates = list(_dates_beside(figure, story))
    if not dates:
        return False
    shared = sum(
        any(
            compare_figures(date, theirs) != "different"
            for date in dates
            for theirs in _past_dates(one, story, _RECENT)
        )
        for one in other.figures
    )
    if 3 * shared >= len(other.figures):
        return False
    return 2 * sum(any(True for _ in _dates_beside(one, story)) for one in other.figures) < len(other.figures)


def _dates_beside(figure: Figure, story: StoryEvidence) -> Iterator[Figure]:
    """The dates of long ago in the clause of a figure."""
    text = story.versions[figure.version].text
    for date in _past_dates(figure, story):
        first, second = sorted(((figure.start, figure.end), (date.start, date.end)))
        opens = date.start - story.sentences[date.sentence].start <= _OPENING and text[date.end : date.end + 1] == ","
        if _CLAUSE.search(text, first[1] + opens, second[0]) is None:
            yield date


def _past_dates(figure: Figure, story: StoryEvidence, days: int = _LONG_AGO) -> Iterator[Figure]:
    published = story.versions[figure.version].published
    for date in story.figures_in(figure.sentence):
        if date.kind != "date" or published is None:
            continue
        value = interval("date", date.low, date.high)
        if value is not None and published.date().toordinal() - value.high >= days:
            yield date
