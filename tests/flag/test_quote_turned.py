"""Quotes that deny one thing and affirm another, and one of them the other way round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np
import pytest
from numpy.typing import NDArray

from configs.nouns import Nouns
from configs.pipeline import FlagSettings
from flag.quote_change import QuoteChange
from flag.quote_halves import parted
from flag.quote_turned import _in_context, counted, denials_turned, opposed
from flag.word_rows import WordRows
from flag.wording_parts import Place
from records.claim import Figure, Quote
from records.span import Span

ROUND = {
    "en": ("he sold a contract", "he sold a city"),
    "de": ("er hat einen Auftrag verkauft", "er hat eine Stadt verkauft"),
    "it": ("ha venduto un appalto", "ha venduto una città"),
    "fr": ("il a vendu un contract", "il a vendu une city"),
    "pl": ("on sprzedał miasta", "on sprzedał kontrakt"),
}
_CONTRACT = {"contract", "auftrag", "appalto", "kontrakt"}
_CITY = {"city", "stadt", "città", "miasta"}


def _embed(texts: Sequence[str]) -> NDArray[np.float32]:
    rows = []
    for text in texts:
        words = set(text.lower().rstrip(".").split())
        rows.append([1.0, float(bool(words & _CONTRACT)), float(bool(words & _CITY))])
    return np.array(rows, dtype=np.float32)


@pytest.mark.parametrize(
    ("language", "text", "halves"),
    [
        ("en", "He did not sell a contract, he sold a city", ("did sell contract", "sold city")),
        ("sv", "Problemet är inte pengarna, det är tiden", ("Problemet pengarna", "det tiden")),
        ("ja", "問題はお金ではなく、時間だ", ("問題はお金", "時間だ")),
        ("tr", "Bu bir zafer değil, bir ateşkes", ("Bu zafer", "ateşkes")),
        ("lv", "Skolas slēdzam nevis panikas, bet skaitļu dēļ", ("panikas", "skaitļu dēļ")),
        ("it", "Non ha deciso il governo ma il tribunale", ("ha deciso governo", "tribunale")),
        ("ar", "القرار اتخذته المحكمة لا الحكومة", ("الحكومة", "القرار اتخذته المحكمة")),
        ("ko", "돈이 없어서가 아니라 의지가 없어서다", ("돈이", "의지가")),
        ("th", "ศาลเป็นผู้ตัดสิน ไม่ใช่รัฐบาล และทุกคนรู้เรื่องนี้", ("รัฐบาล", "ศาลเป็นผู้ตัดสิน และทุกคนรู้เรื่องนี้")),
        (
            "hu",
            "Azért jöttek, hogy megvédjék, nem pedig azért, hogy lefegyverezzék",
            ("lefegyverezzék", "jöttek megvédjék"),
        ),
        (
            "de",
            "Wir verkaufen die Werft nicht, um sie zu schließen, sondern um sie zu retten",
            ("Wir verkaufen die Werft schließen", "retten"),
        ),
        ("de", "Er kam nicht, weil er musste, sondern weil er wollte", ("kam musste", "wollte")),
        ("de", "Er ging nicht, weil er krank war", ("ging", "weil krank war")),
        ("hu", "Nem azért adjuk el, mert muszáj, hanem mert akarjuk", ("azért adjuk el muszáj", "akarjuk")),
        (
            "cs",
            "Dům neprodáváme proto, abychom ho zavřeli, ale abychom ho zachránili",
            ("Dům proto zavřeli", "zachránili"),
        ),
        ("sl", "Hiše ne prodajamo, ker moramo, ampak ker hočemo", ("Hiše prodajamo moramo", "hočemo")),
        ("bg", "Не я продаваме, за да я затворим, а за да я спасим", ("продаваме затворим", "а спасим")),
        ("en", "Nurses are what we need, rather than extra managers", ("extra managers", "Nurses are what we need")),
        ("en", "It is time, not money. It was not so in May", ("money", "It is time")),
        ("en", "He sold a city", None),
        ("en", "He did not sell a contract", None),
    ],
)
def test_what_is_denied_and_what_is_affirmed(language: str, text: str, halves: tuple[str, str] | None) -> None:
    assert parted(text, language) == halves


def _opposed(halves: Mapping[str, tuple[str, str]]) -> str | None:
    places = tuple(_told(code, " ".join(pair)) for code, pair in halves.items())
    words = WordRows(places, _embed, Nouns({}, {}))
    return opposed(halves, {code: code for code in halves}, _embed, words, FlagSettings())


def test_one_version_turned_round_is_found() -> None:
    assert _opposed(ROUND) == "pl"


def test_it_is_against_three_others_too() -> None:
    assert _opposed({code: ROUND[code] for code in ("en", "de", "it", "pl")}) == "pl"


def test_nobody_is_where_all_agree_or_few_are_left() -> None:
    assert _opposed({**ROUND, "pl": ("on sprzedał kontrakt", "on sprzedał miasta")}) is None
    assert _opposed({code: ROUND[code] for code in ("en", "de", "pl")}) is None


def test_nobody_is_where_the_others_point_every_way() -> None:
    assert _opposed({**ROUND, "it": ("ha venduto una città", "ha venduto un appalto")}) is None


def test_nobody_is_where_another_stands_so_too() -> None:
    agreeing = {"es": ("vendió un contract", "vendió una city"), "nl": ("hij verkocht een contract", "een city")}
    assert _opposed({**ROUND, **agreeing}) == "pl"
    assert _opposed({**ROUND, **agreeing, "ro": ("a vândut un city", "a vândut un contract")}) is None


def test_what_is_said_of_both_may_stand_in_either_half() -> None:
    """ "We have sold the city, not a contract" and "we have not sold a contract but the city"."""
    spelled = {
        "en": ("contract", "we have sold this city"),
        "de": ("wir haben keinen Auftrag verkauft", "stadt"),
        "it": ("appalto", "abbiamo venduto questa città"),
        "fr": ("nous avons vendu ce contract", "city"),
        "pl": ("kontrakt", "my sprzedaliśmy te miasta"),
    }
    assert _opposed(spelled) is None
    assert _opposed({**spelled, "fr": ("nous avons vendu cette city", "contract")}) == "fr"


def _told(language: str, text: str) -> Place:
    return Place(language, language, Span(0, len(text)), text, None, True, ())


def _clauses(texts: Mapping[str, str]) -> QuoteChange | None:
    places = {code: _told(code, text) for code, text in texts.items()}
    return denials_turned(places, _embed, WordRows(tuple(places.values()), _embed, Nouns({}, {})), FlagSettings())


def test_a_clause_with_a_not_among_others_sets_nothing_apart() -> None:
    texts = {
        "en": "He did not sell the contract, although the city asked him to",
        "de": "Er hat den Auftrag nicht verkauft, obwohl die Stadt ihn bat",
        "it": "Non ha venduto l'appalto, anche se la città lo chiedeva",
        "fr": "Il n'a pas vendu le contract, bien que la city le demande",
        "pl": "Nie sprzedał miasta, chociaż prosił o to kontrakt",
    }
    assert _clauses(texts) is None
    set_apart = {
        "en": "He sold a contract, not a city",
        "de": "Er hat einen Auftrag verkauft, keine Stadt",
        "it": "Ha venduto un appalto, non una città",
        "fr": "Il a vendu un contract, pas une city",
        "pl": "Sprzedał miasta, nie kontrakt",
    }
    found = _clauses(set_apart)
    assert found is not None
    assert ("pl",) in found.sides.values()


def _place(text: str, *figures: tuple[str, int]) -> Place:
    found = []
    for words, value in figures:
        start = text.index(words)
        low = Decimal(value)
        found.append(Figure(start, start + len(words), words, "count", low, low))
    return Place("v", "en", Span(0, len(text)), text, None, True, tuple(found))


@pytest.mark.parametrize(
    ("text", "figures", "found"),
    [
        (
            "We found three survivors and seven bodies",
            [("three", 3), ("seven", 7)],
            (("3", "7"), ("We found survivors and", "bodies")),
        ),
        (
            "Twelve boats came back, five stayed at sea",
            [("Twelve", 12), ("five", 5)],
            (("5", "12"), ("stayed at sea", "boats came back,")),
        ),
        ("We found three survivors", [("three", 3)], None),
        ("Three came and three went", [("Three", 3), ("three", 3)], None),
    ],
)
def test_what_is_said_of_each_figure(
    text: str, figures: list[tuple[str, int]], found: tuple[tuple[str, str], tuple[str, str]] | None
) -> None:
    assert counted(_place(text, *figures)) == found


def test_a_few_quoted_words_are_halved_with_what_stands_before_them() -> None:
    whole = Quote(start=0, end=44, text="the town needs help “for months, not weeks”", mode="indirect")
    few = Quote(start=21, end=42, text="for months, not weeks", mode="partial")
    assert _in_context(few, [few, whole]) is whole
    assert _in_context(few, [few]) is few
