"""Figures of equal or compatible values that tell of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

import regex

from flag.context import FigureContexts
from flag.cues import count_others, is_added
from flag.evidence import StoryEvidence
from flag.facts import Fact, is_year, likeness_of
from flag.values import Relation, compare_figures
from records.claim import Figure
from records.statement import Statement

__all__ = ["agreeing_facts", "move_home"]

_DIGITS = regex.compile(r"\p{Nd}+")
_Pair = tuple[float, Figure, Figure]
_TELLING = 13
"""Smaller numbers stand in any two sentences by chance."""


def agreeing_facts(story: StoryEvidence, statement: Statement, contexts: FigureContexts) -> list[Fact]:
    """The mentions of one statement in facts of equal or compatible values, equal and alike ones first."""
    mentions = [figure for member in statement.members for s in member.sentences for figure in story.figures_in(s)]
    found = _without_far_bounds(list(_agreements(mentions, contexts, story)))
    pairs = sorted(found, key=lambda pair: (-pair[0], pair[1].id, pair[2].id))
    fact_of: dict[str, Fact] = {m.id: Fact(statement.id, {m.version: [m]}) for m in mentions}
    for score, one, other in pairs:
        a, b = fact_of[one.id], fact_of[other.id]
        if a is not b and _may_join(a, b) and not _meet_by_a_bound(a, b):
            a.take(b, score)
            for figure in b.figures:
                fact_of[figure.id] = a
    return list({id(fact): fact for fact in fact_of.values()}.values())


def _agreements(mentions: Sequence[Figure], contexts: FigureContexts, story: StoryEvidence) -> Iterable[_Pair]:
    for one, other in combinations(mentions, 2):
        if one.version == other.version:
            continue
        relation = compare_figures(one, other)
        if relation == "compatible" and (count_others(story, one, other) or _is_a_day_of(one, other)):
            continue
        if relation == "compatible" and is_added(story, one) != is_added(story, other):
            continue  # "like 411 other passengers" would meet the 412 of all by the "more than 400" of a third text
        if relation == "compatible" and (_has_nearer(story, one, other) or _has_nearer(story, other, one)):
            continue
        likeness = likeness_of(one, other, contexts)
        floor = story.settings.lone_likeness if _is_telling(one, relation) else story.settings.agreement_likeness
        if relation in ("equal", "compatible") and likeness >= floor:
            yield likeness + (1.0 if relation == "equal" else 0.5), one, other


def _without_far_bounds(pairs: Sequence[_Pair]) -> list[_Pair]:
    """``pairs`` without those of a bound and a value where the bound also meets one of another text that is nearer to
    it and rules the value out: "more than 31 km" is the 31.4 of many, not the 34.1 of one."""
    met: dict[str, list[Figure]] = {}
    for _, one, other in pairs:
        for bound, value in ((one, other), (other, one)):
            if bound.kind != "count" and bound.modifier not in ("exact", "about") and value.modifier == "exact":
                met.setdefault(bound.id, []).append(value)
    return [
        pair
        for pair in pairs
        if not any(
            value.modifier == "exact"
            and any(_is_nearer(near, value, bound) for near in met.get(bound.id, ()) if near is not value)
            for bound, value in ((pair[1], pair[2]), (pair[2], pair[1]))
        )
    ]


def _is_nearer(near: Figure, value: Figure, bound: Figure) -> bool:
    lows = [figure.low for figure in (near, value, bound)]
    if near.version == value.version or not all(isinstance(low, Decimal) for low in lows):
        return False
    first, second, number = (Decimal(low) for low in lows)
    return abs(first - number) < abs(second - number) and compare_figures(near, value) == "different"


def _has_nearer(story: StoryEvidence, one: Figure, other: Figure) -> bool:
    """Whether the sentence of ``one`` has another figure of its kind that is nearer to ``other``: of "from five percent
    to 4.57" the five is not 4.75, rounded."""
    values = [f.low for f in (one, other)]
    if other.modifier not in ("exact", "about") and _tells_number(story, one, other):
        return True  # "96 hours, the union says at least 60" beside "at least 60 hours"
    if one.modifier != "exact" or other.modifier != "exact" or not all(isinstance(v, Decimal) for v in values):
        return False
    beside = (f for f in story.figures_in(one.sentence) if f.id != one.id and (f.kind, f.unit) == (one.kind, one.unit))
    return any(abs(Decimal(f.low) - Decimal(other.low)) < abs(Decimal(one.low) - Decimal(other.low)) for f in beside)


def _tells_number(story: StoryEvidence, one: Figure, other: Figure) -> bool:
    """Whether the sentence of ``one`` gives the bound ``other`` in another place, its unit left out or not."""
    digits = "".join(_DIGITS.findall(other.text))
    beside = (f for f in story.figures_in(one.sentence) if f.id != one.id and f.modifier == other.modifier)
    return bool(digits) and any("".join(_DIGITS.findall(f.text)) == digits for f in beside)


def _is_a_day_of(one: Figure, other: Figure) -> bool:
    """Whether one is a year and the other a day in it: "this year", "on Tuesday"."""
    return one.kind == other.kind == "date" and is_year(one) != is_year(other) and _is_day(one) != _is_day(other)


def _is_day(figure: Figure) -> bool:
    return figure.low == figure.high


def _is_telling(figure: Figure, relation: Relation) -> bool:
    """Whether an equal value alone says much: 1988 and 45 days, not two."""
    if relation != "equal":
        return False
    return not isinstance(figure.low, Decimal) or abs(figure.low) >= _TELLING


def _may_join(one: Fact, other: Fact) -> bool:
    """No version may say two different values of one fact; in one sentence, and where both are exact, only equal ones:
    "at least 14 died, 25 were hurt" tells of two things."""
    for version in one.mentions.keys() & other.mentions.keys():
        for a in one.mentions[version]:
            for b in other.mentions[version]:
                relation = compare_figures(a, b)
                exact = a.modifier == b.modifier == "exact" and a.low == a.high and b.low == b.high
                if relation != "equal" and (relation != "compatible" or exact or a.sentence == b.sentence):
                    return False
    return True


def _meet_by_a_bound(one: Fact, other: Fact) -> bool:
    """Whether two facts agree only in what a bound allows, and their exact values differ: of "17 years" and "12 years"
    both fit "at least 12 years". Counts are left: what a bound joins of them is often news."""
    if one.figures[0].kind == "count":
        return False
    exact = [[f for f in fact.figures if f.modifier == "exact" and f.low == f.high] for fact in (one, other)]
    return any(compare_figures(a, b) == "different" for a in exact[0] for b in exact[1])


def move_home(stated: Sequence[Sequence[Fact]], contexts: FigureContexts, story: StoryEvidence) -> list[list[Fact]]:
    """The facts by statement, after what one version alone says in a statement went to those that say so in another.

    Sentences are cut differently: "25 were hurt, nine critically" answers a sentence about the hurt and one about the
    nine; the nine must not be held against the number of the hurt.
    """
    homes = [fact for facts in stated for fact in facts if len(fact.mentions) > 1]
    kept = []
    for facts in stated:
        left = []
        for fact in facts:
            home = _home_of(fact, homes, contexts, story) if len(fact.mentions) == 1 else None
            if home is None:
                left.append(fact)
            else:
                home[1].take(fact, home[0])
        kept.append(left)
    return kept


def _home_of(
    fact: Fact, homes: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence
) -> tuple[float, Fact] | None:
    """The likeness and the fact of another statement that gives the same value of the same thing, without the version
    of ``fact``."""
    own, scored = fact.figures[0], []
    for number, home in enumerate(homes):
        if home.statement == fact.statement or own.version in home.mentions:
            continue
        if all(compare_figures(own, f) == "equal" for f in home.figures):
            mean = sum(likeness_of(own, f, contexts) for f in home.figures) / len(home.figures)
            scored.append((mean, -number))
    if not scored or max(scored)[0] < story.settings.majority_likeness:
        return None
    return max(scored)[0], homes[-max(scored)[1]]
