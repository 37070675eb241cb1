"""A wording that keeps only what others affirm beside what they deny: "I won despite the skis", of "I won not thanks to
the skis but despite them". It lost no "not"; it is shortened, if anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from flag.halves_contrast import half_rows
from flag.lengths import relative_length
from flag.quote_change import QuoteChange
from flag.quote_halves import parted, sets_apart
from flag.word_rows import WordRows, content_words
from flag.wording_parts import Place

__all__ = ["keeps_the_affirmed"]

_FEWEST = 2
"""Versions that must set the denied against the affirmed."""
_NEARER = 0.08
"""How much nearer the words of the affirmed half are to the wording than those of the denied one, in the mean of the
others. Of 117 affirmed halves of 120 utterances in 35 languages nine tenths have more, of their denied halves without
the "not" none (highest 0.07; 2026-11)."""
_SHORTER = 0.75
"""Share of the length of the others up to which a wording lacks one half: one with both of them, and no "not", is as
long as they are, and by its words three of ten are as near to the affirmed half."""


def keeps_the_affirmed(
    change: QuoteChange, part: Mapping[str, Place], parts: Sequence[Mapping[str, Place]], words: WordRows | None
) -> bool:
    """Whether all who lack the "not" of a ``change`` of ``part`` say what most of the others affirm in that part, or in
    all ``parts``, and no more."""
    lacking, denying = (change.sides.get(side, ()) for side in ("said to be so", "said not to be so"))
    if words is None or len(lacking) >= len(denying):
        return False
    whole = {version: _all_of(version, parts) for version in (*lacking, *denying)}
    here = {version: part[version] for version in (*lacking, *denying) if version in part}
    return all(_keeps(v, denying, here, words) or _keeps(v, denying, whole, words) for v in lacking)


def _keeps(version: str, denying: Sequence[str], places: Mapping[str, Place], words: WordRows) -> bool:
    halves = {v: parted(places[v].text, places[v].language) for v in denying if v in places}
    apart = {v: pair for v, pair in halves.items() if pair and sets_apart(places[v].text, places[v].language)}
    if version not in places or len(apart) < _FEWEST or 2 * len(apart) <= len(denying):
        return False
    mine = places[version]
    if _length(mine) > _SHORTER * float(np.median([_length(places[v]) for v in apart])):
        return False
    own = [span.of(mine.text) for span in content_words(mine.text, mine.language)]
    if not own:
        return False
    rows = words.rows(own, mine.language)
    nearer = []
    for v, pair in apart.items():
        read = half_rows(pair, places[v].language, words)
        if read is not None:
            denied, affirmed = (float((half @ rows.T).max(axis=1).mean()) for half in read)
            nearer.append(affirmed - denied)
    return len(nearer) >= _FEWEST and float(np.mean(nearer)) >= _NEARER


def _length(place: Place) -> float:
    return len(place.text) / relative_length(place.language)


def _all_of(version: str, parts: Sequence[Mapping[str, Place]]) -> Place:
    """All that a version says of an utterance, in the order of its text."""
    ordered = sorted((part[version] for part in parts if version in part), key=lambda place: place.span.start)
    return replace(ordered[0], text=", ".join(place.text for place in ordered))
