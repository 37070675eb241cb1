"""Naming languages."""

from __future__ import annotations

import pytest

from fetch.identify import identify_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Пожар на пароме у мыса Сорель: спасены все пассажиры"),
        ("uk", "Пожежа на поромі: рятувальники евакуювали всіх людей"),
        ("be", "Пажар на пароме: выратавальнікі эвакуіравалі ўсіх людзей"),
        ("pt", "Incêndio no ferry ao largo do cabo: todos foram salvos"),
        ("es", "Incendio en el ferry frente al cabo: todos a salvo"),
        ("it", "Incendio sul traghetto al largo del capo: tutti salvi"),
        ("en", "FIRE ON FERRY OFF CAPE SOREL: ALL WERE RESCUED"),
        ("zh", "渡轮起火，全体乘客获救，没有人受伤"),
        ("ja", "フェリーで火災、乗客は全員救助された"),
        ("ko", "여객선 화재, 승객 전원 구조"),
        ("el", "Φωτιά σε πλοίο ανοιχτά του ακρωτηρίου"),
        ("he", "שריפה במעבורת, כל הנוסעים חולצו"),
    ],
)
def test_headlines_are_told_apart(language: str, text: str) -> None:
    guess = identify_language(text)
    assert guess.language == language
    assert 0 < guess.confidence <= 1


@pytest.mark.parametrize("text", ["", "   ", "abc", "12 345", "!?"])
def test_too_little_is_nobodys(text: str) -> None:
    assert identify_language(text).language is None
    assert identify_language(text).confidence == 0


def test_a_longer_text_is_surer() -> None:
    text = "The crew did everything right and everyone is alive, said the coastguard commander on Wednesday."
    assert identify_language(text).confidence >= identify_language(text[:20]).confidence
    assert identify_language(text).confidence > 0.99
