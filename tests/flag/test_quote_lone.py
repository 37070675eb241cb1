"""One version that denies what all others say."""

from __future__ import annotations

import pytest

from align.bundled import BundledEncoder
from configs.pipeline import FlagSettings
from flag.polarity import read_polarity
from flag.quote_bare import without_negations
from flag.quote_changes import quote_changes
from flag.quote_lone import lone_denier
from flag.wording_parts import Place
from records.span import Span

_EMBED = BundledEncoder().encode
_SETTINGS = FlagSettings()
_OPEN_UNTIL = {
    "de": "Die Schule bleibt bis zum Sommer offen",
    "fr": "L'école reste ouverte jusqu'à l'été",
    "es": "La escuela sigue abierta hasta el verano",
    "it": "La scuola resta aperta fino all'estate",
    "pl": "Szkoła pozostaje otwarta do lata",
}
"""Words such as "until" and "remain" stand in all of them."""
_REFUSED = {
    "de": "Die Regierung lehnt es ab, die Akten zu zeigen",
    "fr": "Le gouvernement refuse de montrer les dossiers",
    "es": "El gobierno se niega a mostrar los archivos",
    "it": "Il governo rifiuta di mostrare i documenti",
    "pl": "Rząd odmawia pokazania akt",
}


def _part(texts: dict[str, str]) -> dict[str, Place]:
    return {code: _place(text, code) for code, text in texts.items()}


def _place(text: str, language: str) -> Place:
    return Place(language, language, Span(0, len(text)), text, None, True, ())


@pytest.mark.parametrize(
    ("others", "text", "told"),
    [
        (_OPEN_UNTIL, "The school will not stay open until summer", True),
        (_OPEN_UNTIL, "The school will stay open until summer", False),
        (_REFUSED, "The government does not show the files", False),
    ],
    ids=["not", "plain", "refuse is not"],
)
def test_the_one_who_denies(others: dict[str, str], text: str, told: bool) -> None:
    part = _part({**others, "en": text})
    readings = {v: read_polarity(place.text, place.language) for v, place in part.items()}
    change = lone_denier(part, readings, _EMBED, _SETTINGS)
    assert (change is not None and change.sides["said not to be so"] == ("en",)) == told
    assert any(one.what == "negation" for one in quote_changes([part], _SETTINGS, _EMBED)) == told


@pytest.mark.parametrize(
    ("language", "text", "bare"),
    [
        ("en", "They didn't pay", "They did pay"),
        ("fr", "Nous n'avons pas payé", "Nous avons payé"),
        ("cs", "Peníze jsme nedostali", "Peníze jsme dostali"),
        ("tr", "Parayı almadık", "Parayı aldık"),
        ("kk", "Ақшаны алмадық", "Ақшаны алдық"),
        ("fa", "پول را نگرفتیم", "پول را گرفتیم"),
        ("bn", "আমরা টাকা পাইনি", "আমরা টাকা পাই"),
        ("sw", "Hatukupokea fedha", "tukupokea fedha"),
        ("sr", "Новац нисмо добили", "Новац смо добили"),
        ("hy", "Փողը չստացանք", "Փողը ստացանք"),
        ("de", "Wir kamen nicht", "Wir kamen"),
    ],
    ids=["en", "fr", "cs", "tr", "kk", "fa", "bn", "sw", "sr", "hy", "de"],
)
def test_the_verb_stays_where_its_not_goes(language: str, text: str, bare: str) -> None:
    place = _place(text, language)
    assert without_negations(place, read_polarity(text, language).negations) == bare
