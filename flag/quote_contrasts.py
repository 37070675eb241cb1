"""A word of contrary meaning in one version of a quote: "limited" for "real"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from flag.contraries import read_contrasts
from flag.polarity import Polarity
from flag.quote_change import READ, QuoteChange
from flag.quote_counts import negated_times
from flag.wording_parts import Place

__all__ = ["contrast", "says_it_by_the_contrary"]

_FEWEST = 2
"""Versions that must have the other word."""
_ACTS = frozenset(
    {
        "length", "entry", "stay", "custody", "scope", "claim", "shield", "ask", "loan", "staff",
        "memory", "reveal", "build", "life", "peak", "praise", "order",
        "adjust", "advance", "age", "clean", "commerce", "company", "cost", "course", "dayhalf", "duty", "fill",
        "frequency", "friend", "health", "heat", "hope", "lasting", "mood", "ownership", "parent", "pride", "result",
        "season", "share", "strength", "success", "trust", "wealth",
    }
)  # fmt: skip
"""Contrasts of words that have more meanings or are rendered in more ways: half of the versions must have the other
word. On 60 utterances, two rewordings each, that the lists were not made from one of three false ones is left so, and
both of two found; from "adjust" on five are found so and as many are false, of six with two versions. Of 53 false ones
in 3,400 groups of six lines of mt_ntrex 22 were "before" and "after" (2026-11)."""


_TURNED_ONLY = frozenset({"position"})
"""Contrasts of words too common for this, which tell only halves that change places (``quote_poles``)."""


def contrast(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> QuoteChange | None:
    """One version with a word of contrary meaning against two or more in whatever languages: "limited" for "real".

    Where the one denies and the others don't, or they do, "badly" may say what "not well" says.
    """
    direct = sum(place.direct for place in part.values())
    for name, poles in _poles(part).items():
        sides = _who_deny_alike(poles, part, reading)
        if len(sides) < 2:
            continue
        few, many = sorted(sides, key=len)
        needed = max(_FEWEST, direct / 2) if name in _ACTS else _FEWEST
        if len(few) == 1 and len(many) >= needed:
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
                if name in _TURNED_ONLY:
                    continue
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


def _who_deny_alike(
    poles: Mapping[int, Mapping[str, str]], part: Mapping[str, Place], reading: Mapping[str, Polarity]
) -> list[Mapping[str, str]]:
    """The sides of a contrast without the versions that deny where most don't, or don't where most do, or less often:
    "not blocked" among "open" and one "closed"."""
    times = {v: negated_times(part[v], reading[v]) for side in poles.values() for v in side}
    denies = [least > 0 for least, _ in times.values()]
    if 2 * sum(denies) == len(denies):
        return []
    most = 2 * sum(denies) > len(denies)
    common = Counter(least for least, _ in times.values() if (least > 0) == most).most_common(1)[0][0]
    alike = {v for v, (least, at_most) in times.items() if (least > 0) == most and least <= common <= at_most}
    sides = [{v: word for v, word in side.items() if v in alike} for side in poles.values()]
    return [side for side in sides if side]
