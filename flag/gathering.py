"""What the texts of a story give one number of is one thing, in whichever statements they tell it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from flag.context import FigureContexts
from flag.cues import Toll, has_cue, toll_of
from flag.evidence import StoryEvidence
from flag.facts import Fact, mean_of, of_one_kind
from flag.parts import has_risen
from flag.slips import is_slip
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["earlier_toll", "gather_equal", "gather_loose", "gather_tolls"]

_AMOUNTS = frozenset({"count", "money", "percent", "measure"})
_TELLING = 13
"""Smaller numbers stand in any two sentences by chance."""
_NEVER = 2.0
_NEAR = Decimal("1.1")
_MANY = 3
_MOST_GROWN = 4
"""Times its earlier value that a toll may reach in the news of a day."""


def gather_equal(stated: Sequence[Sequence[Fact]], contexts: FigureContexts, story: StoryEvidence) -> list[list[Fact]]:
    """The facts by statement, after those of several statements that give one telling value of one thing were joined
    where the first of them stands.

    "The €4.8bn plant" is told of in a headline here, with the jobs there; apart, none has the versions that make a
    majority.
    """
    homes: list[Fact] = []
    gathered: set[int] = set()
    facts = [fact for facts in stated for fact in facts if all(_may_gather(figure, story) for figure in fact.figures)]
    for fact in sorted(facts, key=lambda fact: -len(fact.mentions)):
        scored = [
            (mean, -number)
            for number, home in enumerate(homes)
            if home.statement != fact.statement
            and of_one_kind(home.figures[0], fact.figures[0])
            and (mean := mean_of(fact, home, contexts.joint)) >= _floor_of(fact, home, story)
        ]
        if scored:
            mean, number = max(scored)
            homes[-number].take(fact, mean)
            gathered.add(id(fact))
        else:
            homes.append(fact)
    return [[fact for fact in facts if id(fact) not in gathered] for facts in stated]


def gather_loose(
    facts: Sequence[Fact], loose: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence
) -> tuple[list[Fact], list[Fact]]:
    """The facts of no statement that several versions tell, and what one version alone tells, after telling values of
    sentences without a statement were joined to those of ``facts``, which it changes, and to one another: "some 2.6
    million have fled" stands in a sentence of its own here, with the dead there.
    """
    homes = sorted((fact for fact in facts if _may_be_gathered(fact, story)), key=lambda fact: -len(fact.mentions))
    met, left = list[Fact](), list[Fact]()
    for fact in loose:
        home = _likest_home(fact, [*homes, *met, *left], contexts, story) if _may_be_gathered(fact, story) else None
        if home is None:
            left.append(fact)
            continue
        home[1].take(fact, home[0])
        if any(home[1] is one for one in left):
            left = [one for one in left if one is not home[1]]
            met.append(home[1])
    return met, left


def _may_be_gathered(fact: Fact, story: StoryEvidence) -> bool:
    return all(_may_gather(figure, story) for figure in fact.figures)


def _likest_home(
    fact: Fact, homes: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence
) -> tuple[float, Fact] | None:
    """The likeness and the fact of other versions that gives the same value of the same thing."""
    scored = [
        (mean, -number)
        for number, home in enumerate(homes)
        if of_one_kind(home.figures[0], fact.figures[0])
        and not home.mentions.keys() & fact.mentions.keys()
        and (mean := mean_of(fact, home, contexts.joint)) >= _floor_of(fact, home, story)
    ]
    return (max(scored)[0], homes[-max(scored)[1]]) if scored else None


def _floor_of(fact: Fact, home: Fact, story: StoryEvidence) -> float:
    """Likeness that is asked of two facts that give one value; what no likeness makes one thing where they don't."""
    relations = {compare_figures(a, b) for a in fact.figures for b in home.figures}
    if relations == {"equal"}:
        return _floor(fact.figures[0], story)
    together = not fact.mentions.keys() & home.mentions.keys()
    if together and relations <= {"equal", "compatible"} and _are_near_measures(fact, home):
        return story.settings.joint_likeness
    return _NEVER


def _are_near_measures(fact: Fact, home: Fact) -> bool:
    """Whether all are measures no farther from one another than rounding and another unit take them: 3,450 metres,
    3,500, "more than 11,000 feet"."""
    figures = [*fact.figures, *home.figures]
    values = [abs(f.low) for f in figures if f.kind == "measure" and isinstance(f.low, Decimal)]
    return len(values) == len(figures) and max(values) <= _NEAR * min(values)


def _floor(figure: Figure, story: StoryEvidence) -> float:
    """Likeness that is asked: next to none of 27,500 tonnes, of which no second thing weighs as much."""
    settings = story.settings
    return settings.agreement_likeness if figure.kind in ("count", "percent") else settings.lone_likeness


def _may_gather(figure: Figure, story: StoryEvidence) -> bool:
    """Whether a value is an amount that two sentences of a story hardly have in common by chance; the dead and the hurt
    are gathered by what is said of them."""
    return (
        toll_of(story, figure) is None
        and figure.kind in _AMOUNTS
        and isinstance(figure.low, Decimal)
        and abs(figure.low) >= _TELLING
    )


def gather_tolls(
    stated: Sequence[Sequence[Fact]], loose: Sequence[Fact], story: StoryEvidence
) -> tuple[list[list[Fact]], list[Fact]]:
    """The facts by statement and those of no statement, after what tells one number of the dead, or of the hurt, was
    joined.

    Texts give it in the headline, in the lead and among the injured, and no two of these sentences need be much alike;
    apart, none of them has the versions that make a majority. What a version that knows two numbers says of either
    stays where it is: it may be what it looks back to.
    """
    torn = {version for version in story.versions if _knows_two(story, version)}
    homes: list[Fact] = []
    gathered: set[int] = set()
    in_order = sorted((fact for facts in stated for fact in facts), key=lambda fact: -len(fact.mentions))
    for fact in [*in_order, *loose]:
        if fact.mentions.keys() & torn or _toll_of_fact(fact, story) is None:
            continue
        home = next((one for one in homes if _is_one_toll(fact, one, story)), None)
        if home is not None:
            home.take(fact, home.score)
            gathered.add(id(fact))
        elif fact.statement:
            homes.append(fact)
    kept = [[fact for fact in facts if id(fact) not in gathered] for facts in stated]
    return kept, [fact for fact in loose if id(fact) not in gathered]


def _knows_two(story: StoryEvidence, version: str) -> bool:
    """Whether a version gives two numbers of one toll, of which one is said to have moved or is a slip of the other."""
    tolls: dict[Toll, list[Figure]] = {}
    for figure in story.claims[version].figures:
        toll = toll_of(story, figure)
        if toll is not None:
            tolls.setdefault(toll, []).append(figure)
    return any(
        compare_figures(a, b) == "different" and (is_slip(a, b) or has_cue(story, a) != has_cue(story, b))
        for figures in tolls.values()
        for a, b in combinations(figures, 2)
    )


def _is_one_toll(fact: Fact, home: Fact, story: StoryEvidence) -> bool:
    """Whether both count the dead, or both the hurt, and give one number."""
    if _toll_of_fact(fact, story) != _toll_of_fact(home, story):
        return False
    return all(compare_figures(a, b) == "equal" for a in fact.figures for b in home.figures)


def _toll_of_fact(fact: Fact, story: StoryEvidence) -> Toll | None:
    """Whom most of its figures count: the dead or the injured; None where fewer than half say so."""
    told = [toll_of(story, figure) for figure in fact.figures]
    tolls: tuple[Toll, ...] = ("dead", "hurt")
    return next((toll for toll in tolls if 2 * told.count(toll) > len(told)), None)


def earlier_toll(alone: Fact, facts: Sequence[Fact], story: StoryEvidence) -> Fact | None:
    """What many versions told before of the dead, or of the hurt, where the text of ``alone`` says that their number
    rose; of several facts the one that most versions tell. In whatever words: "the dead are five now"."""
    (version,) = alone.mentions
    toll = _toll_of_fact(alone, story)
    homes = [
        fact
        for fact in facts
        if toll is not None
        and len(fact.mentions) >= _MANY
        and version not in fact.mentions
        and _toll_of_fact(fact, story) == toll
        and has_risen(alone, fact, story)
        and _is_near(alone, fact)
        and _came_after(version, fact, story)
    ]
    return max(homes, key=lambda fact: len(fact.mentions), default=None)


def _is_near(alone: Fact, earlier: Fact) -> bool:
    """Whether the number grew by no more than tolls do."""
    return all(
        isinstance(a.high, Decimal) and isinstance(b.low, Decimal) and a.high <= _MOST_GROWN * b.low
        for a in alone.figures
        for b in earlier.figures
    )


def _came_after(version: str, earlier: Fact, story: StoryEvidence) -> bool:
    own = story.versions[version].published
    others = [story.versions[one].published for one in earlier.mentions]
    return own is not None and all(moment is not None and moment < own for moment in others)
