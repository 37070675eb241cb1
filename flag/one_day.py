"""Texts of one day that tell different days of one thing."""

from __future__ import annotations

from flag.context import FigureContexts
from flag.evidence import StoryEvidence
from flag.facts import Fact, mean_of

__all__ = ["contradict_on_one_day"]

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
