"""The sides of a fact: versions whose values can all be true together, the majority, and the outliers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flag.conversions import may_be_converted
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["FigureSide", "chosen_of", "outliers_of", "sides_of"]


@dataclass(frozen=True, slots=True)
class FigureSide:
    """Versions that agree: version id -> the mention that stands for it."""

    figures: dict[str, Figure]

    @property
    def spokesman(self) -> Figure:
        """The most exact mention: its value names the side."""
        exact = sorted(self.figures.values(), key=lambda f: (f.modifier != "exact", f.low != f.high, f.id))
        return exact[0]


def sides_of(fact: Fact, story: StoryEvidence) -> list[FigureSide]:
    """The sides, that of most witnesses first; a value that fits two sides goes to the one that has its number ("at
    least 14" to 14, not to 17), else to the larger."""
    chosen = {version: chosen_of(figures) for version, figures in fact.mentions.items()}
    order = sorted(chosen, key=lambda v: (chosen[v].modifier != "exact", chosen[v].low != chosen[v].high, v))
    sides: list[dict[str, Figure]] = []
    for version in order:
        fitting = [side for side in sides if _fits_side(chosen[version], side)]
        if fitting:
            max(fitting, key=lambda side: (_has_number(side, chosen[version]), len(side)))[version] = chosen[version]
        else:
            sides.append({version: chosen[version]})
    return [FigureSide(side) for side in sorted(sides, key=lambda s: (-story.witnesses(s), -len(s), min(s)))]


def chosen_of(figures: Sequence[Figure]) -> Figure:
    """The mention that stands for its version: the most exact, the first among equals."""
    return min(figures, key=lambda f: (f.modifier != "exact", f.low != f.high, f.start))


def _has_number(side: dict[str, Figure], figure: Figure) -> bool:
    return any(other.low == figure.low or other.high == figure.high for other in side.values())


def _fits_side(figure: Figure, side: Mapping[str, Figure]) -> bool:
    """Whether ``figure`` contradicts nobody on ``side``, or nobody but those who round a measure that both go back to
    their own way: of 85 mph one makes 137 km/h and another 135."""
    converted = [one for one in side.values() if may_be_converted(figure, one) and _fits(figure, one)]
    return all(
        _fits(figure, one) or any(may_be_converted(one, third) and _fits(one, third) for third in converted)
        for one in side.values()
    )


def _fits(one: Figure, other: Figure) -> bool:
    """What can't be compared contradicts nothing: a count of crowns beside an amount of CZK."""
    return compare_figures(one, other) != "different"


def outliers_of(sides: Sequence[FigureSide], story: StoryEvidence) -> tuple[str, ...]:
    """The versions outside the clear majority (more witnesses than all others together); empty when there is none."""
    witnesses = [story.witnesses(side.figures) for side in sides]
    if not sides or witnesses[0] * 2 <= sum(witnesses):
        return ()
    return tuple(version for side in sides[1:] for version in side.figures)
