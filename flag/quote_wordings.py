"""What a quote says in other words: another figure, another force, another word or name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from configs.pipeline import FlagSettings
from flag.polarity import Polarity
from flag.quote_change import READ, QuoteChange
from flag.quote_majority import SAID
from flag.wording_figures import figure_sides
from flag.wording_modality import force_of, force_sides
from flag.wording_pairs import WordChange, Wording, pair_changes
from flag.wording_parts import Place

__all__ = ["changed_figures", "changed_force", "changed_words", "sureness", "wording_of"]


def changed_figures(part: Mapping[str, Place]) -> QuoteChange | None:
    direct = {v: place.figures for v, place in part.items() if place.direct}
    sides = figure_sides(direct, {v: place.published for v, place in part.items()})
    if sides is None:
        return None
    why = "The figures in these words, read in the original languages, cannot be one value."
    told = {version: figure for found in sides.values() for version, figure in found.items()}
    places = {version: replace(part[version], span=figure.span) for version, figure in told.items()}
    return QuoteChange("number", {value: tuple(found) for value, found in sides.items()}, places, "high", "number", why)


def changed_force(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> QuoteChange | None:
    """ "May" on one side and "must" on the other, in whatever languages."""
    sides = force_sides({v: force_of(reading[v]) for v, place in part.items() if place.direct})
    if sides is None:
        return None
    why = READ + "one side says that it may be so, the other that it must."
    return QuoteChange("modality", {SAID[force]: v for force, v in sides.items()}, part, "medium", "force", why)


def changed_words(part: Mapping[str, Place], settings: FlagSettings, figures_told: bool) -> QuoteChange | None:
    """What one version changes against those that can be read in its language, in the original or in English.

    A word exchanged for one that no list calls its contrary may be a synonym: it is told of only against two others.
    """
    direct = [v for v, place in part.items() if place.direct]
    changes: dict[tuple[str, str], WordChange] = {}
    for one, other in combinations(direct, 2):
        found = _pair_change(part[one], part[other], settings, figures_told)
        if found is not None:
            changes[one, other] = found
    for version in direct:
        touching = [pair for pair in changes if version in pair]
        rest = [v for v in direct if v != version and _comparable(part[version], part[v])]
        lone = len(touching) > 1 or all(changes[pair].score >= settings.word_score for pair in touching)
        if touching and lone and len(touching) == len(changes) and len(touching) * 2 > len(rest):
            return _change(part, version, touching, changes, settings)
    return None


def sureness(score: float, others: int, settings: FlagSettings) -> float:
    """Confidence of a change that one wording shows beside ``others`` in its language."""
    known = settings.confidence
    return min(score + (known.two_agree if others > 1 else 0.0), known.most)


def _change(
    part: Mapping[str, Place],
    version: str,
    touching: Sequence[tuple[str, str]],
    changes: Mapping[tuple[str, str], WordChange],
    settings: FlagSettings,
) -> QuoteChange:
    """``version`` against all whom it differs from; of two versions nobody knows who is right."""
    pair = touching[0]
    change = changes[pair]
    mine, yours = (change.left, change.right) if pair[0] == version else (change.right, change.left)
    others = tuple(one if other == version else other for one, other in touching)
    grave = change.kind in {"name", "number"}
    what = {"name": "A name", "number": "A number"}.get(change.kind, "A word")
    return QuoteChange(
        change.kind,
        {yours: others, mine: (version,)},
        part,
        "high" if grave else "medium",
        sureness(change.score, len(others), settings),
        f"{what} of the one wording stands for another in the other.",
    )


def _comparable(one: Place, other: Place) -> bool:
    return one.language == other.language or (one.english is not None and other.english is not None)


def _pair_change(one: Place, other: Place, settings: FlagSettings, figures_told: bool) -> WordChange | None:
    """The gravest change between two places that is not told of otherwise.

    Translations are compared by their names alone: every other word of theirs is a translator's choice.
    """
    if one.language == other.language:
        told = {"negation", "number"} if figures_told else {"negation"}
        found = pair_changes(wording_of(one), wording_of(other), settings)
        return next((change for change in found if change.kind not in told), None)
    if one.english is None or other.english is None:
        return None
    found = pair_changes(Wording(one.english, "en"), Wording(other.english, "en"), settings)
    return next((change for change in found if change.kind == "name"), None)


def wording_of(place: Place) -> Wording:
    return Wording(place.text, place.language, tuple((figure, figure.text) for figure in place.figures))
