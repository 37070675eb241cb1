"""One version that says "not" where all others don't."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from configs.pipeline import FlagSettings
from flag.evidence import Embed
from flag.lengths import are_as_long
from flag.polarity import Polarity, denying_words
from flag.quote_change import READ, QuoteChange
from flag.quote_excuses import stands_for
from flag.quote_gain import denial_gain
from flag.quote_majority import asks
from flag.wording_parts import Place

__all__ = ["lone_denier"]

_MANY = 4
"""Versions that must not deny."""


def lone_denier(
    part: Mapping[str, Place], readings: Mapping[str, Polarity], embed: Embed | None, settings: FlagSettings
) -> QuoteChange | None:
    """The version that alone denies, where its text comes nearer to the others without its "not", four at least, and
    less than half of them have a word such as "only" or "stop" that may stand for it."""
    direct = [v for v, place in part.items() if place.direct and readings[v].known and not asks(place)]
    denying = [v for v in direct if readings[v].negations]
    others = [v for v in direct if v not in denying and not readings[v].idiom]
    if embed is None or len(denying) != 1 or len(others) < _MANY or len(others) + 1 < len(direct):
        return None
    version = denying[0]
    mine, reading = part[version], readings[version]
    alike = [v for v in others if are_as_long(mine, part[v])]
    if 2 * len(alike) <= len(others) or _denies_a_word(mine, reading, others, readings):
        return None
    if (
        float(np.median([_rendering(part[v], readings[v], mine, reading, embed) for v in others]))
        >= settings.lone_excuse
    ):
        return None
    gain = denial_gain([(mine, reading)], [part[v] for v in others], embed)
    if gain is None or gain.others < settings.lone_denial_gain:
        return None
    sides = {"said to be so": tuple(others), "said not to be so": (version,)}
    why = READ + "without its “not” this one says what the others say."
    return QuoteChange("negation", sides, part, "high", "denied_alone", why)


def _denies_a_word(place: Place, reading: Polarity, others: list[str], readings: Mapping[str, Polarity]) -> bool:
    """Whether it may deny a word that denies by itself, "not without a judge", which half of the others lack."""
    return reading.denies and 2 * sum(readings[v].denies for v in others) <= len(others)


def _rendering(place: Place, reading: Polarity, denier: Place, denial: Polarity, embed: Embed) -> float:
    """How alike the word of ``place`` that most likely stands for the "not" of ``denier`` is to it; -1 of no word."""
    words = list(dict.fromkeys((*reading.implicit, *denying_words(place.text, place.language))))
    return stands_for(place, words, [(denier, denial.negations)], embed)
