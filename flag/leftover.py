"""What is left of a list where everything else pairs off."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from flag.apart import MANY, may_differ, says_beside, says_elsewhere
from flag.context import FigureContexts
from flag.cues import is_toll
from flag.distance import are_far_apart, is_double, is_own_day
from flag.evidence import StoryEvidence
from flag.facts import Fact, of_one_kind
from flag.intervals import interval
from flag.one_day import contradict_on_one_day
from flag.parts import has_risen
from flag.slips import is_slip
from records.claim import Figure

__all__ = ["leftover_likeness", "pair_leftovers"]

_LISTED = frozenset({"count", "money", "percent", "percentage-point", "measure", "duration"})
_FARTHEST = 12


def pair_leftovers(facts: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence) -> list[Fact]:
    """Joins what is left of a list where everything else pairs off: of "14 killed, 52 hurt, 9 critical" a version has
    14 and 9 too, so its 25 answers the 52, in whatever words.

    So does the only figure of its kind that a version has in a statement, where many agree on one and it is silent.
    """
    left = list(facts)
    for lone in facts:
        if len(lone.mentions) > 1 or not _may_be_left(lone):
            continue
        own = lone.figures[0]
        alike = [fact for fact in left if fact is not lone and of_one_kind(fact.figures[0], own)]
        mine = [fact for fact in alike if own.version in fact.mentions]
        others = [fact for fact in alike if own.version not in fact.mentions]
        if len(others) != 1 or len(others[0].mentions) < MANY or any(len(f.mentions) < 2 for f in mine):
            continue
        likeness = leftover_likeness(lone, others[0], left, contexts, story)
        if likeness is not None:
            others[0].take(lone, max(likeness, 0.0))
            left = [fact for fact in left if fact is not lone]
    return left


def leftover_likeness(
    lone: Fact, many: Fact, beside: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence
) -> float | None:
    """Likeness of the figure of one version and what many say where nothing else is left for either; None where they
    can't answer each other all the same."""
    pairs = [(one, figure) for one in lone.figures for figure in many.figures]
    mean = sum(max(contexts.around(a, b), contexts.joint(a, b)) for a, b in pairs) / len(pairs)
    told = says_elsewhere(lone, many, contexts, story) or says_beside(lone, many, beside, story)
    sure = len(many.mentions) > MANY and mean >= story.settings.joint_likeness and not _is_hardly(pairs)
    one_day = contradict_on_one_day(story, lone, many, contexts)
    apart = (
        (not sure and are_far_apart(pairs, contexts, story))
        or is_double(pairs)
        or (_are_of_days(pairs, story) and not one_day)
    )
    if apart or (told and not has_risen(lone, many, story)) or not may_differ(lone, many, pairs, story):
        return None
    return mean if mean >= _list_floor(pairs, story) else None


def _may_be_left(lone: Fact) -> bool:
    """Whether what is left of a list may pair: no time, and no span of ages, of which a text has several."""
    own = lone.figures[0]
    return own.kind in _LISTED | {"date"} or (own.kind == "age" and own.low == own.high)


def _are_of_days(pairs: Sequence[tuple[Figure, Figure]], story: StoryEvidence) -> bool:
    """Whether dates are of two grains, or one side's is the day on which its version came out."""
    if pairs[0][0].kind != "date":
        return False
    if len({len(_grain(figure)) for pair in pairs for figure in pair}) > 1:
        return True
    return any(is_own_day(story, one) or is_own_day(story, other) for one, other in pairs)


def _grain(date: Figure) -> str:
    """How much of a date its first and last day have in common: a day, a month or a year."""
    low, high = str(date.low), str(date.high)
    return low if low == high else low[:7] if low[:7] == high[:7] else low[:4]


def _is_hardly(pairs: Sequence[tuple[Figure, Figure]]) -> bool:
    """Whether the values are so many times one another that no writer's slip explains it, however many agree."""
    spans = [[interval(figure.kind, figure.low, figure.high) for figure in pair] for pair in pairs]
    known = [sorted(abs(span.high) for span in pair if span is not None) for pair in spans]
    return any(len(pair) > 1 and pair[1] > _FARTHEST * max(pair[0], Decimal("0.01")) for pair in known)


def _list_floor(pairs: Sequence[tuple[Figure, Figure]], story: StoryEvidence) -> float:
    """Mean likeness asked of what is left of a list: next to none of slips and of tolls, which say what they count."""
    sure = all(is_slip(a, b) or (is_toll(story, a) and is_toll(story, b)) for a, b in pairs)
    if pairs[0][0].kind == "date":
        return story.settings.left_date_likeness
    return story.settings.lone_likeness if sure else story.settings.left_likeness
