"""Whether a "not" is what parts two sides of a quote: without it the ones who deny say what the others say.

A "not" may also stand for a word that no list knows ("did not treat him well" for "gave him a hard time"). Then its
text without it is no nearer to the others than with it; the vectors of the encoder tell, in whatever languages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from configs.pipeline import FlagSettings
from flag.evidence import Embed
from flag.lengths import are_both_whole
from flag.polarity import Polarity
from flag.quote_bare import without_negations
from flag.quote_change import READ, QuoteChange
from flag.quote_excuses import holds_unless
from flag.quote_majority import asks
from flag.wording_parts import Place

__all__ = ["DenialGain", "denial_gain", "is_borne_out", "lone_without_not"]

_FEWEST = 2
"""Versions that must deny."""


@dataclass(frozen=True, slots=True)
class DenialGain:
    """How much nearer the affirming come to the denying once these lose their "not", in cosine: ``others``; and how
    much the denying come to each other so, ``among``, which is mostly under zero."""

    others: float
    among: float

    @property
    def clear(self) -> float:
        return self.others - self.among


def denial_gain(
    denying: Sequence[tuple[Place, Polarity]], affirming: Sequence[Place], embed: Embed
) -> DenialGain | None:
    """The gain of the two sides; None where one is empty or a text is its "not" alone."""
    bare = [without_negations(place, reading.negations) for place, reading in denying]
    if not bare or not affirming or not all(bare):
        return None
    count = len(denying)
    rows = embed([*(place.text for place, _ in denying), *bare, *(place.text for place in affirming)])
    whole, without, others = rows[:count], rows[count : 2 * count], rows[2 * count :]
    nearer = float(np.mean(others @ without.T - others @ whole.T))
    pairs = without @ whole.T - whole @ whole.T
    among = [float(pairs[i, j]) for i in range(count) for j in range(count) if i != j]
    return DenialGain(nearer, float(np.mean(among)) if among else 0.0)


def is_borne_out(
    change: QuoteChange, readings: Mapping[str, Polarity], embed: Embed | None, settings: FlagSettings
) -> bool:
    """Whether the "not" that few have beside many is what parts them; True where nothing can be measured, and of a
    "not" that most have: one that misses is told of in any case."""
    if embed is None or 2 * len(change.sides.get("said not to be so", ())) >= sum(map(len, change.sides.values())):
        return True
    denying = [v for v in change.sides.get("said not to be so", ()) if readings[v].negations]
    affirming = [change.places[v] for v in change.sides.get("said to be so", ()) if not readings[v].negations]
    gain = denial_gain([(change.places[v], readings[v]) for v in denying], affirming, embed)
    least = settings.lone_denial_gain if _is_alone(change) else settings.denial_gain
    return gain is None or gain.others >= least


def _is_alone(change: QuoteChange) -> bool:
    """Whether one alone denies, and in a language that no other has."""
    versions = change.sides["said not to be so"]
    own = {change.places[v].language for v in versions}
    return len(versions) == 1 and not any(change.places[v].language in own for v in change.sides["said to be so"])


def lone_without_not(
    part: Mapping[str, Place], readings: Mapping[str, Polarity], embed: Embed | None, settings: FlagSettings
) -> QuoteChange | None:
    """The version that alone lacks the "not" of all others, two at least, where the gain is clear: then neither an
    "until" or "stop" in it nor the silence of the rest excuses it."""
    direct = [v for v, place in part.items() if place.direct and readings[v].known and not asks(place)]
    denying = [v for v in direct if readings[v].negations]
    affirming = [v for v in direct if not readings[v].negations]
    enough = max(_FEWEST, 2 * len(affirming) - 1)
    if embed is None or not affirming or len(denying) < enough:
        return None
    bare = [v for v in affirming if not readings[v].idiom and not _opens_with_its_word(readings[v])]
    found = {v: _clear_of(part, v, denying, readings, embed, settings) for v in bare}
    lone = [v for v, whole in found.items() if whole]
    if len(lone) != 1:
        return None
    version, whole = lone[0], found[lone[0]]
    why = READ + "without their “not” the others say what this one says."
    sides = {"said not to be so": tuple(whole), "said to be so": (version,)}
    return QuoteChange("negation", sides, part, "high", "denied_few", why)


def _opens_with_its_word(reading: Polarity) -> bool:
    """Whether the text opens with a word that may stand for the "not" of all of it: "unless" for "if ... not"."""
    return any(span.start == 0 for span in reading.implicit)


def _clear_of(
    part: Mapping[str, Place],
    version: str,
    denying: Sequence[str],
    readings: Mapping[str, Polarity],
    embed: Embed,
    settings: FlagSettings,
) -> Sequence[str]:
    """Those of ``denying`` that are as long as ``version``, most of them, where its gain is clear; else none."""
    whole = [v for v in denying if are_both_whole(part[version], part[v])]
    if holds_unless(part[version], readings[version].implicit):
        return ()  # "unless they sign" is "if they don't sign"
    if len(whole) < _FEWEST or 2 * len(whole) <= len(denying):
        return ()
    gain = denial_gain([(part[v], readings[v]) for v in whole], [part[version]], embed)
    if gain is None or gain.others < settings.sure_denial_gain or gain.clear < settings.clear_denial_gain:
        return ()
    return whole
