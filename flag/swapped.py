"""The dead and the hurt that a version has the wrong way round: "34 died, 12 were hurt" for 12 dead and 34 hurt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from flag.cues import toll_of
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["exchange_swapped"]

_OTHERS = 2
"""Versions that must have both figures the other way round."""
Four = tuple[Figure, Figure, Figure, Figure]


def exchange_swapped(story: StoryEvidence, facts: Sequence[Fact]) -> None:
    """Gives each of two facts the figure of the other where one version counts the dead with the number of which all
    others count the hurt, and the other way round; changes ``facts``.

    Equal numbers bring figures together though they are said of other things. Of votes for and against, or of houses
    and villages, the vectors of the words beside them do not tell (330 pairs of 22 stories with gold, 2026-11).
    """
    for one, other in combinations(facts, 2):
        if one.statement != other.statement or compare_figures(one.figures[0], other.figures[0]) != "different":
            continue
        for version in one.mentions.keys() & other.mentions.keys():
            fours = list(_fours(one, other, version))
            if len(fours) >= _OTHERS and _are_exchanged(story, fours):
                mine = one.mentions[version]
                one.mentions[version], other.mentions[version] = other.mentions[version], mine
                break


def _fours(one: Fact, other: Fact, version: str) -> Iterator[Four]:
    """The version's figures of both facts and those of each other version that has them in one sentence."""
    for another in one.mentions.keys() & other.mentions.keys() - {version}:
        a, b, c, d = (fact.mentions[v][0] for v in (version, another) for fact in (one, other))
        if a.sentence == b.sentence and c.sentence == d.sentence:
            yield a, b, c, d


def _are_exchanged(story: StoryEvidence, fours: Sequence[Four]) -> bool:
    tolls = [tuple(toll_of(story, figure) for figure in four) for four in fours]
    return all(None not in (a, b, c, d) and a == d and b == c and a != b for a, b, c, d in tolls)
