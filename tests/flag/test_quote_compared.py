"""Quotes that set one thing above another: "more books than tablets"."""

from __future__ import annotations

from pathlib import Path

import pytest

from configs.language.schema import load_language
from flag.quote_compared import halved, opposes

LANGUAGES = sorted(file.stem for file in (Path(__file__).parents[2] / "configs" / "languages").glob("*.yml"))


@pytest.mark.parametrize(
    ("language", "text", "halves"),
    [
        ("en", "Children need books more than they need tablets", ("they tablets", "Children books")),
        ("en", "The strike is less about wages than about respect", ("The strike is wages", "respect")),
        ("en", "It is less about wages and more about respect", ("It is wages", "respect")),
        ("en", "It is not so much the wages as the respect", ("wages", "respect")),
        ("en", "More than money, we need time", ("money", "we need time")),
        ("uk", "Дітям книжки потрібніші, ніж планшети", ("планшети", "Дітям книжки")),
        ("fr", "Ils ont davantage besoin de livres que de tablettes", ("tablettes", "Ils ont besoin livres")),
        ("ja", "監督はベテランより若手を信頼した", ("監督はベテラン", "若手を信頼した")),
        ("zh", "比起停车场，这座城市更需要公交线路", ("停车场", "这座城市 需要公交线路")),
        ("ko", "우리에겐 건물보다 간호사가 더 필요하다", ("우리에겐 건물보다", "간호사가 필요하다")),
        ("bn", "দামের চেয়ে মান নিয়ে আমি বেশি চিন্তিত", ("দামের", "মান নিয়ে আমি চিন্তিত")),
        ("lt", "Streikas vyksta ne tiek dėl atlyginimų, kiek dėl pagarbos", ("atlyginimų", "pagarbos")),
        ("hu", "A sztrájk kevésbé szól a bérekről, mint a tiszteletről", ("sztrájk szól bérekről", "tiszteletről")),
    ],
)
def test_what_is_set_below_and_what_above(language: str, text: str, halves: tuple[str, str]) -> None:
    assert halved(text, language) == halves


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We need help now more than ever"),
        ("en", "More than 100 villages were flooded"),
        ("es", "Al menos dicen que vendrán"),
        ("ja", "雨により試合は中止された"),
        ("zh", "今天的比赛更重要"),
        ("ko", "더 이상 기다릴 수 있다"),
    ],
)
def test_nothing_is_set_above_anything(language: str, text: str) -> None:
    assert halved(text, language) is None


def test_what_sets_one_thing_against_another() -> None:
    assert opposes("Time, not money", "en")
    assert opposes("We need time more than money", "en")
    assert opposes("We don't need pity, we need excavators", "en")
    assert opposes("हमें वादे नहीं, काम चाहिए", "hi")
    assert not opposes("We did not sign it before the vote, although he asked us to", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_what_is_more_than_what(language: str) -> None:
    config = load_language(language)
    assert config is not None
    section = config.polarity
    assert section.than or section.than_last
    assert all(entry.count("/") == 1 for entry in section.as_much)
