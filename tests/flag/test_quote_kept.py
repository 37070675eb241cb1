"""A wording that keeps only what the others affirm beside what they deny."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from configs.nouns import Nouns
from flag.quote_change import QuoteChange
from flag.quote_kept import keeps_the_affirmed
from flag.word_rows import WordRows
from flag.wording_parts import Place
from records.span import Span

OTHERS = {
    "en": "He sold a city, not a contract",
    "it": "Ha venduto una città, non un appalto",
    "fr": "Il a vendu une ville, pas un contrat",
    "es": "Vendió una ciudad, no un contrato",
}
_CONTRACT = {"contract", "appalto", "contrat", "contrato", "auftrag"}
_CITY = {"city", "città", "ville", "ciudad", "stadt"}


def _embed(texts: Sequence[str]) -> NDArray[np.float32]:
    rows = []
    for text in texts:
        words = set(text.lower().replace(",", "").rstrip(".").split())
        rows.append([0.1, float(bool(words & _CONTRACT)), float(bool(words & _CITY))])
    return np.array(rows, dtype=np.float32)


def _place(language: str, text: str, start: int = 0) -> Place:
    return Place(language, language, Span(start, start + len(text)), text, None, True, ())


@pytest.mark.parametrize(
    ("text", "kept"),
    [("Er verkaufte die Stadt", True), ("Er gab den Auftrag", False), ("Er hat die Stadt und den Auftrag", False)],
    ids=["the affirmed", "the denied", "both"],
)
def test_which_half_is_kept(text: str, kept: bool) -> None:
    places = {code: _place(code, words) for code, words in {**OTHERS, "de": text}.items()}
    sides = {"said not to be so": tuple(OTHERS), "said to be so": ("de",)}
    change = QuoteChange("negation", sides, places, "high", "denied", "")
    words = WordRows(tuple(places.values()), _embed, Nouns({}, {}))
    assert keeps_the_affirmed(change, places, [places], words) is kept
