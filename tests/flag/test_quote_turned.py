"""Quotes that deny one thing and affirm another, and one of them the other way round."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import pytest
from numpy.typing import NDArray

from flag.quote_halves import parted
from flag.quote_turned import _in_context, counted, opposed
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
        words = set(text.lower().split())
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
        ("en", "He sold a city", None),
        ("en", "He did not sell a contract", None),
    ],
)
def test_what_is_denied_and_what_is_affirmed(language: str, text: str, halves: tuple[str, str] | None) -> None:
    assert parted(text, language) == halves


def test_one_version_turned_round_is_found() -> None:
    assert opposed(ROUND, _embed, 0.25, 0.05) == "pl"


def test_nobody_is_where_all_agree_or_few_are_left() -> None:
    alike = {**ROUND, "pl": ("on sprzedał kontrakt", "on sprzedał miasta")}
    assert opposed(alike, _embed, 0.25, 0.05) is None
    assert opposed({code: ROUND[code] for code in ("en", "de", "it", "pl")}, _embed, 0.25, 0.05) is None


def test_nobody_is_where_the_others_point_every_way() -> None:
    split = {**ROUND, "it": ("ha venduto una città", "ha venduto un appalto")}
    assert opposed(split, _embed, 0.25, 0.05) is None


SHARED = {
    "en": ("contract", "we have sold this city"),
    "de": ("Auftrag", "wir haben diese stadt verkauft"),
    "it": ("appalto", "abbiamo venduto questa città"),
    "fr": ("contract", "nous avons vendu cette city"),
    "pl": ("miasta", "my sprzedaliśmy ten kontrakt"),
}
"""What both halves have in common, one alone spells out."""


def _spelled_out(texts: Sequence[str]) -> NDArray[np.float32]:
    rows = []
    for text in texts:
        words = set(text.lower().split())
        things = [0.8 * float(bool(words & thing)) for thing in (_CONTRACT, _CITY)]
        rows.append([1.0, 1.6 * float(len(words) > 1), *things])
    found: NDArray[np.float32] = np.array(rows, dtype=np.float32)
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    return found


def test_what_both_halves_share_hides_no_turn() -> None:
    assert opposed(SHARED, _spelled_out, 0.2, 0.1, 0.4) == "pl"
    alike = {**SHARED, "pl": ("kontrakt", "my sprzedaliśmy te miasta")}
    assert opposed(alike, _spelled_out, 0.2, 0.1, 0.4) is None


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
