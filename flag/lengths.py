"""How long quotes of different languages are, so that they can be held against each other."""

from __future__ import annotations

from collections.abc import Sequence

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from flag.wording_parts import Place
from records.claim import Quote

__all__ = ["are_as_long", "is_as_long", "relative_length"]

_WHOLE = 0.9
"""Share of the length of others from which a quote hardly lacks a clause: a tenth of whole lines of mt_ntrex are under
0.79 of their usual length in another language, a fifth under 0.86 (2026-11)."""

_CUT_ALIKE = 1.5
"""How many times as long one place may be: of whole lines of mt_ntrex a tenth are longer in another language."""


def is_as_long(story: StoryEvidence, own: Sequence[Quote], others: Sequence[Sequence[Quote]]) -> bool:
    """Whether ``own`` are no shorter than most of ``others``, each the quotes of one version, for their languages."""
    mine = _length(story, own)
    lengths = sorted(_length(story, quotes) for quotes in others if quotes)
    return bool(lengths) and mine >= _WHOLE * lengths[len(lengths) // 2]


def are_as_long(one: Place, other: Place) -> bool:
    """Whether two places can be the same words of two languages: of places that were cut differently nobody knows
    which words answer which."""
    lengths = sorted(len(place.text) / relative_length(place.language) for place in (one, other))
    return lengths[1] <= _CUT_ALIKE * lengths[0]


def _length(story: StoryEvidence, quotes: Sequence[Quote]) -> float:
    """Letters of the quotes, as many as their English has."""
    language = story.versions[quotes[0].version].language
    return sum(len(quote.text) for quote in quotes) / relative_length(language)


def relative_length(language: str) -> float:
    """How many letters the language needs for one of English; 1 where nobody counted."""
    config = load_language(language)
    return config.relative_length if config is not None else 1.0
