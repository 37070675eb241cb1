"""How long quotes of different languages are, so that they can be held against each other."""

from __future__ import annotations

from collections.abc import Sequence

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from flag.polarity import read_polarity
from flag.wording_parts import Place
from records.claim import Quote

__all__ = ["are_as_long", "are_both_whole", "is_as_long", "relative_length"]

_WHOLE = 0.9
"""Share of the length of others from which a quote hardly lacks a clause: a tenth of whole lines of mt_ntrex are under
0.79 of their usual length in another language, a fifth under 0.86 (2026-11)."""

_SLACK = 3
"""Letters more, as a word is a third of a short clause: "но и наказателната", "mais pas sa responsabilité pénale"."""

_FEW = 3
_WHOLE_BESIDE_FEW = 0.7
"""The same beside three others or fewer: of six wordings that lack a part of three others in 240 documents of mt_ntrex,
all of them whole, four have 0.74 to 0.87; the cut ones in 120 stories with gold 0.41 or less (2026-11)."""

_CUT_ALIKE = 1.5
"""How many times as long one place may be: of whole lines of mt_ntrex a tenth are longer in another language."""


def is_as_long(story: StoryEvidence, own: Sequence[Quote], others: Sequence[Sequence[Quote]]) -> bool:
    """Whether ``own`` are no shorter than most of ``others``, each the quotes of one version, for their languages."""
    mine = _length(story, own)
    lengths = sorted(_length(story, quotes) for quotes in others if quotes)
    share = _WHOLE if len(lengths) > _FEW else _WHOLE_BESIDE_FEW
    return bool(lengths) and mine >= share * lengths[len(lengths) // 2]


def are_as_long(one: Place, other: Place) -> bool:
    """Whether two places can be the same words of two languages: of places that were cut differently nobody knows
    which words answer which."""
    affirmed = sorted(_affirmed(place) / relative_length(place.language) for place in (one, other))
    return are_both_whole(one, other) or affirmed[1] <= _CUT_ALIKE * affirmed[0] + _SLACK


def are_both_whole(one: Place, other: Place) -> bool:
    """The same by all their letters, the "not" and all: whether neither lacks a clause."""
    whole = sorted(len(place.text) / relative_length(place.language) for place in (one, other))
    return whole[1] <= _CUT_ALIKE * whole[0]


def _affirmed(place: Place) -> int:
    """Letters of a place without its "not": a short clause that lost it was not cut elsewhere."""
    negations = read_polarity(place.text, place.language).negations
    return max(1, len(place.text) - sum(span.end - span.start for span in negations))


def _length(story: StoryEvidence, quotes: Sequence[Quote]) -> float:
    """Letters of the quotes, as many as their English has."""
    language = story.versions[quotes[0].version].language
    return sum(len(quote.text) for quote in quotes) / relative_length(language)


def relative_length(language: str) -> float:
    """How many letters the language needs for one of English; 1 where nobody counted."""
    config = load_language(language)
    return config.relative_length if config is not None else 1.0
