"""Contraries that change places within a quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from configs.nouns import Nouns
from flag.quote_poles import pole_signs, poles_turned
from flag.word_rows import WordRows
from flag.wording_parts import Place
from records.span import Span

LOST = {
    "bg": "Тя не е загубила чуждите пари, тя ги е взела",
    "hr": "Nije izgubila tuđi novac, ona ga je uzela",
    "sq": "Ajo nuk i humbi paratë e të tjerëve, ajo i mori",
    "en": "She did not lose other people's money, she took it",
}
BEHIND = {
    "nl": "De piek ligt achter ons, niet voor ons.",
    "de": "Der Höhepunkt liegt hinter uns, nicht vor uns.",
    "tr": "Zirve önümüzde değil, arkamızda",
    "it": "il picco è alle nostre spalle, non davanti a noi",
}
TRADE = {
    "en": "Exports fell nine percent, while imports grew for the first time",
    "de": "Die Exporte sanken um neun Prozent, während die Importe erstmals stiegen",
    "es": "Las exportaciones cayeron un nueve por ciento, mientras que las importaciones crecieron",
    "ru": "Экспорт упал на девять процентов, а импорт впервые вырос",
}


_LOSE, _TAKE = ("загуб", "izgub", "humbi", "lose", "pierdut"), ("взела", "uzela", "mori", "took", "luat")


def _embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """ "Lose" and "take" apart, all other words alike."""
    return np.array(
        [[0.1, *(float(any(word in text.lower() for word in words)) for words in (_LOSE, _TAKE))] for text in texts],
        dtype=np.float32,
    )


def _turned(texts: Mapping[str, str]) -> tuple[str, ...]:
    places = {code: Place(code, code, Span(0, len(text)), text, None, True, ()) for code, text in texts.items()}
    found = poles_turned(places, WordRows(tuple(places.values()), _embed, Nouns({}, {})))
    return () if found is None else min(found.sides.values(), key=len)


@pytest.mark.parametrize(
    ("texts", "language", "other"),
    [
        (LOST, "ro", "Nu a luat banii altora, i-a pierdut"),
        (BEHIND, "es", "El pico está por delante, no por detrás"),
        (TRADE, "fi", "Tuonti supistui yhdeksän prosenttia, kun taas vienti kasvoi ensi kertaa"),
    ],
    ids=["lost", "behind", "trade"],
)
def test_one_who_exchanges_them_is_told(texts: Mapping[str, str], language: str, other: str) -> None:
    assert _turned({**texts, language: other}) == (language,)


@pytest.mark.parametrize(
    ("texts", "language", "other"),
    [
        (BEHIND, "es", "El pico no está por delante, sino detrás"),
        (TRADE, "fi", "Vienti supistui yhdeksän prosenttia, kun taas tuonti kasvoi ensi kertaa"),
        (LOST, "ro", "Nu a pierdut banii altora, i-a luat"),
        (TRADE, "fi", "Tuonti kasvoi ensi kertaa, mutta vienti supistui yhdeksän prosenttia"),
    ],
    ids=["behind", "trade", "lost", "in another order"],
)
def test_one_who_says_the_same_is_not(texts: Mapping[str, str], language: str, other: str) -> None:
    assert _turned({**texts, language: other}) == ()


def test_two_of_three_others_are_too_few() -> None:
    few = {code: BEHIND[code] for code in ("nl", "de")}
    assert _turned({**few, "es": "El pico está por delante, no por detrás"}) == ()


def test_what_is_said_of_both_stands_in_the_first_half() -> None:
    first = pole_signs("I won not thanks to the skis, but despite them", "en")
    other = pole_signs("I won despite the skis, not thanks to them", "en")
    assert first
    assert not first.keys() & other.keys()
