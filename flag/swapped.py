"""Two figures that a version has the wrong way round: "34 died, 12 were hurt" for 12 dead and 34 hurt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from statistics import median

from flag.context import FigureContexts
from flag.cues import toll_of
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["exchange_swapped"]

_OTHERS = 2
"""Versions that must have both figures the other way round."""
Four = tuple[Figure, Figure, Figure, Figure]


def exchange_swapped(story: StoryEvidence, facts: Sequence[Fact], contexts: FigureContexts) -> set[str]:
    """Gives each of two facts the figure of the other where one version counts the dead with the number of which all
    others count the hurt, and the other way round, or goals and assists; changes ``facts``. The ids of what it gave.

    Equal numbers bring figures together though they are said of other things. Of votes for and against the vectors of
    the words beside them do not tell (330 pairs of 22 stories with gold, 2026-11), those of what is counted do.
    """
    given: set[str] = set()
    for one, other in combinations(facts, 2):
        if one.statement != other.statement or compare_figures(one.figures[0], other.figures[0]) != "different":
            continue
        for version in one.mentions.keys() & other.mentions.keys():
            fours = list(_fours(one, other, version))
            if len(fours) < _OTHERS:
                continue
            if _are_exchanged(story, fours) or _count_each_other(story, fours, contexts):
                mine = one.mentions[version]
                one.mentions[version], other.mentions[version] = other.mentions[version], mine
                given |= {figure.id for fact in (one, other) for figure in fact.mentions[version]}
                break
    return given


def _fours(one: Fact, other: Fact, version: str) -> Iterator[Four]:
    """The version's figures of both facts and those of each other version that has them in one sentence."""
    for another in one.mentions.keys() & other.mentions.keys() - {version}:
        a, b, c, d = (fact.mentions[v][0] for v in (version, another) for fact in (one, other))
        if a.sentence == b.sentence and c.sentence == d.sentence:
            yield a, b, c, d


def _are_exchanged(story: StoryEvidence, fours: Sequence[Four]) -> bool:
    tolls = [tuple(toll_of(story, figure) for figure in four) for four in fours]
    crossed = sum(None not in (a, b, c, d) and a == d and b == c and a != b for a, b, c, d in tolls)
    return crossed >= _OTHERS and 3 * crossed >= 2 * len(tolls)


def _count_each_other(story: StoryEvidence, fours: Sequence[Four], contexts: FigureContexts) -> bool:
    """Whether what the version counts with each number is what the others count with the other one."""
    gains = []
    for a, b, c, d in fours:
        crossed, straight = (
            [contexts.subject(*pair) for pair in pairs] for pairs in (((a, d), (b, c)), ((a, c), (b, d)))
        )
        known = [like for like in (*crossed, *straight) if like is not None]
        if len(known) == len(crossed) + len(straight):
            gains.append(known[0] + known[1] - known[2] - known[3])
    return len(gains) > _OTHERS and median(gains) >= story.settings.exchanged_gain
