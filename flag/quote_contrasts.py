"""A word of contrary meaning in one version of a quote: "limited" for "real"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flag.polarity import Polarity, read_contrasts
from flag.quote_change import READ, QuoteChange
from flag.wording_parts import Place

__all__ = ["contrast", "says_it_by_the_contrary"]


def contrast(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> QuoteChange | None:
    """One version with a word of contrary meaning against two or more in whatever languages: "limited" for "real".

    Where the one denies and the others don't, or they do, "badly" may say what "not well" says.
    """
    for sides in _poles(part).values():
        if len(sides) < 2:
            continue
        few, many = sorted(sides.values(), key=len)
        if len(few) == 1 and len(many) > 1 and _deny_alike(reading, next(iter(few)), list(many)):
            common = next((word for v, word in many.items() if part[v].language == "en"), next(iter(many.values())))
            alone = next(iter(few.values()))
            why = READ + "the word of one version means the contrary of what the others have in its place."
            return QuoteChange(
                "word", {common: tuple(many), alone: tuple(few)}, part, "medium", 0.6 + 0.05 * min(len(many), 4), why
            )
    return None


def _poles(part: Mapping[str, Place]) -> Mapping[str, Mapping[int, Mapping[str, str]]]:
    """Name of a contrast -> its pole -> version -> the word for it."""
    poles: dict[str, dict[int, dict[str, str]]] = {}
    for version, place in part.items():
        if place.direct:
            for name, pole, span in read_contrasts(place.text, place.language):
                poles.setdefault(name, {}).setdefault(pole, {})[version] = span.of(place.text)
    return poles


def says_it_by_the_contrary(part: Mapping[str, Place], denied: QuoteChange) -> bool:
    """Whether one side has the contrary of a word that the other denies: "badly" against "not well"."""
    few, many = sorted(denied.sides.values(), key=len)
    return any(
        any(version in poles[pole] for version in few) and sum(version in poles[1 - pole] for version in many) > 1
        for poles in _poles(part).values()
        for pole in (0, 1)
        if len(poles) > 1
    )


def _deny_alike(reading: Mapping[str, Polarity], version: str, others: Sequence[str]) -> bool:
    """Whether ``version`` denies as most of ``others`` do."""
    denying = sum(bool(reading[other].negations) for other in others)
    return bool(reading[version].negations) == (2 * denying > len(others)) and 2 * denying != len(others)
