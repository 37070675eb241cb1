"""A word of contrary meaning in one version of a quote: "limited" for "real"."""

from __future__ import annotations

from collections.abc import Mapping

from flag.polarity import Polarity, read_contrasts
from flag.quote_change import READ, QuoteChange
from flag.wording_parts import Place

__all__ = ["contrast", "says_it_by_the_contrary"]


def contrast(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> QuoteChange | None:
    """One version with a word of contrary meaning against two or more in whatever languages: "limited" for "real".

    Where the one denies and the others don't, or they do, "badly" may say what "not well" says.
    """
    for poles in _poles(part).values():
        sides = _who_deny_alike(poles, reading)
        if len(sides) < 2:
            continue
        few, many = sorted(sides, key=len)
        if len(few) == 1 and len(many) > 1:
            common = next((word for v, word in many.items() if part[v].language == "en"), next(iter(many.values())))
            alone = next(iter(few.values()))
            why = READ + "the word of one version means the contrary of what the others have in its place."
            return QuoteChange("word", {common: tuple(many), alone: tuple(few)}, part, "medium", "contrary", why)
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


def _who_deny_alike(poles: Mapping[int, Mapping[str, str]], reading: Mapping[str, Polarity]) -> list[Mapping[str, str]]:
    """The sides of a contrast without the versions that deny where most don't, or don't where most do: "not blocked"
    among "open" and one "closed"."""
    denies = [bool(reading[version].negations) for side in poles.values() for version in side]
    if 2 * sum(denies) == len(denies):
        return []
    most = 2 * sum(denies) > len(denies)
    sides = [{v: word for v, word in side.items() if bool(reading[v].negations) == most} for side in poles.values()]
    return [side for side in sides if side]
