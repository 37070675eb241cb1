"""Currencies of one name, which a text far from home takes for its own: Norway's crowns in Danish and in Slovak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from flag.evidence import StoryEvidence
from flag.kinds import namesakes_of
from records.claim import Figure

__all__ = ["in_one_currency"]


def in_one_currency(story: StoryEvidence) -> dict[str, Figure]:
    """The sums, by id, of currencies of one name in the first of them, where texts of a statement give one sum in two
    of them and no text of the story has two: "2.4 million kroner" is of one country, whichever each language thinks of.
    """
    names = {name for a, b in _equal_sums(story) for name in (a.unit, b.unit) if name}
    merged = next((namesakes_of(name) for name in sorted(names)), frozenset())
    if len(names) < 2 or not names <= merged or _tells_two_apart(story, merged):
        return {}
    first = min(names)
    sums = (figure for figure in story.figures.values() if figure.kind == "money" and figure.unit in merged)
    return {figure.id: replace(figure, unit=first) for figure in sums}


def _equal_sums(story: StoryEvidence) -> Sequence[tuple[Figure, Figure]]:
    """Pairs of one sum in two currencies of one name, of two versions of a statement."""
    found = []
    for statement in story.statements:
        told = [f for member in statement.members for s in member.sentences for f in story.figures_in(s)]
        sums = [figure for figure in told if figure.kind == "money" and figure.unit is not None]
        found += [
            (a, b)
            for a, b in combinations(sums, 2)
            if (a.low, a.high) == (b.low, b.high) and a.unit != b.unit and b.unit in namesakes_of(a.unit or "")
        ]
    return found


def _tells_two_apart(story: StoryEvidence, names: frozenset[str]) -> bool:
    """Whether a text of the story gives sums in two of the currencies: it knows which it means."""
    return any(
        len({f.unit for f in claims.figures if f.kind == "money"} & names) > 1 for claims in story.claims.values()
    )
