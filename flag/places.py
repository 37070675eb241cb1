"""Where the versions of a side give its value: every place of the story that a reviewer may want to see."""

from __future__ import annotations

from collections.abc import Sequence

from flag.context import FigureContexts
from flag.cues import is_toll
from flag.evidence import StoryEvidence
from flag.facts import Fact, likeness_of
from flag.sides import FigureSide
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["places_of"]


def places_of(
    story: StoryEvidence, facts: Sequence[Fact], fact: Fact, sides: Sequence[FigureSide], contexts: FigureContexts
) -> dict[str, tuple[Figure, ...]]:
    """Version id -> its mentions: those of ``fact`` and those elsewhere, as headline and body repeat each other.

    Elsewhere means another sentence that counts the same toll, one with like words around the figure, or a fact in
    which another version of the side gives that value too.
    """
    places: dict[str, tuple[Figure, ...]] = {}
    for side in sides:
        twins = [twin for twin in facts if twin is not fact and _says_alike(twin, side)]
        for version, figure in side.figures.items():
            twinned = {f.id for twin in twins for f in twin.mentions.get(version, ())}
            mine = [f for f in fact.mentions[version] if f == figure or compare_figures(f, figure) != "different"]
            mine = mine or [figure]
            others = [
                other
                for other in story.claims[version].figures
                if other not in mine and _repeats(story, figure, other, twinned, contexts)
            ]
            places[version] = (*mine, *others)
    return places


def _says_alike(twin: Fact, side: FigureSide) -> bool:
    """Whether two versions of the side give its value in ``twin`` too."""
    saying = [
        version
        for version, figure in side.figures.items()
        if any(compare_figures(other, figure) == "equal" for other in twin.mentions.get(version, ()))
    ]
    return len(saying) > 1


def _repeats(story: StoryEvidence, figure: Figure, other: Figure, twinned: set[str], contexts: FigureContexts) -> bool:
    if figure.kind in ("date", "time") or compare_figures(figure, other) != "equal":
        return False
    tolls = is_toll(story, figure) and is_toll(story, other)
    return tolls or other.id in twinned or likeness_of(figure, other, contexts) >= story.settings.conflict_likeness
