"""Every language's fixtures, any text at all, and the figures of a version."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.article import read_figures
from claims.figures import find_figures
from configs.language.schema import language_codes
from records.version import Sentence, Version

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "figures"
PUBLISHED = datetime(2026, 3, 10, 9, tzinfo=UTC)
KEYS = {"text", "kind", "value", "low", "high", "values", "modifier", "unit", "none"}


def rows_of(code: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((FIXTURES / f"{code}.yml").read_text(encoding="utf-8"))
    return rows


@pytest.mark.parametrize("code", language_codes())
def test_fixtures(code: str) -> None:
    rows = rows_of(code)
    assert any(row.get("none") for row in rows), "a language needs a near miss"
    for row in rows:
        assert set(row) <= KEYS, row
        figures = find_figures(row["text"], code, PUBLISHED)
        if row.get("none"):
            assert figures == (), row["text"]
        elif "values" in row:
            assert [figure.low for figure in figures] == row["values"]
            assert len({figure.group for figure in figures}) == 1
        else:
            (figure,) = figures
            found = (figure.kind, figure.low, figure.high, figure.modifier, figure.unit)
            low, high = (Decimal(str(row.get(end, row.get("value")))) for end in ("low", "high"))
            assert found == (row["kind"], low, high, row["modifier"], row.get("unit")), row["text"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.one_of(st.sampled_from([*language_codes(), "xx", ""]), st.text(max_size=6)))
def test_any_text_any_language(text: str, language: str) -> None:
    for figure in find_figures(text, language, PUBLISHED):
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        if figure.subject_span is not None:
            assert figure.subject_span.of(text) == figure.subject


_PIECES = st.sampled_from(
    [
        "12",
        "1,5",
        "3.2",
        "½",
        "%",
        "$",
        "€",
        "-",
        "–",
        " ",
        " ",
        "million",
        "five",
        "ten",
        "of",
        "to",
        "and",
        "half",
        "third",
        "km",
        "G",
        "/",
        "十",
        "万",
        "с",
        "две",
        "fünf",
        "zig",
        "و",
        ",",
        ".",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=14).map("".join), st.sampled_from(language_codes()))
def test_any_heap_of_number_words(text: str, language: str) -> None:
    figures = find_figures(text, language, PUBLISHED)
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)


def test_figures_of_a_version() -> None:
    text = "Ferry fire\n\nAt least 12 people died, according to the coastguard. It cost $3m."
    first, second = text.index("At"), text.index("It cost")
    sentences = (Sentence("v:s0", first, second - 1, 1), Sentence("v:s1", second, len(text), 1))
    version = Version("v", "packet", "https://p.example/1", "en", PUBLISHED, "Ferry fire", text, sentences)
    died, cost = read_figures(version)
    assert [died.id, died.sentence, died.low, died.modifier] == ["v:f0", "v:s0", Decimal(12), "at-least"]
    assert died.subject == "people"
    assert died.claimant == "the coastguard"
    assert text[died.start : died.end] == "12"
    assert [cost.id, cost.kind, cost.low, cost.unit, cost.claimant] == [
        "v:f1",
        "money",
        Decimal(3_000_000),
        "USD",
        None,
    ]


def test_ranges_and_steps() -> None:
    (figure,) = find_figures("between 10 and 15 million people", "en")
    assert [figure.low, figure.high] == [Decimal(10_000_000), Decimal(15_000_000)]
    (rough,) = find_figures("1.2 million voters", "en")
    assert rough.step == 100_000


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "They agreed on a $12 billion plan.", [("money", "12000000000", "USD")]),
        ("en", "Mara Lind, 47, said so at 0240 GMT.", [("age", "47", None), ("time", "02:40", None)]),
        ("zh", "在 2017 年 3 月 12 日", [("date", "2017-03-12", None)]),
        ("bg", "в 9:30 ч.", [("time", "09:30", None)]),
        ("bg", "30 милиона лири", [("money", "30000000", None)]),
        ("es", "Ganaron 4-1 en el minuto 80", [("score", "4", None), ("score", "1", None), ("ordinal", "80", None)]),
        ("fr", "Un quart l'a lu en sept ans.", [("percent", "25", None), ("duration", "P7Y", None)]),
        ("it", "Tra il 2011 e il 2014 ha scritto.", [("date", "2011-01-01", None)]),
        ("ja", "予算の4分の1", [("percent", "25", None)]),
        ("he", "נידון לשמונה שנות מאסר", [("duration", "P8Y", None)]),
        ("ru", "Четверо из девяти судей", [("count", "4", None), ("count", "9", None)]),
    ],
)
def test_what_news_writes(code: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    figures = find_figures(text, code, PUBLISHED)
    assert [(figure.kind, str(figure.low), figure.unit) for figure in figures] == expected


@pytest.mark.parametrize(("code", "text"), [("ja", "車12台と5万ユーロ"), ("ko", "차 12대와 5만 유로를 잃었다")])
def test_a_number_with_its_counter_takes_no_currency_of_the_next(code: str, text: str) -> None:
    assert [(f.kind, int(f.low)) for f in find_figures(text, code)] == [("count", 12), ("money", 50000)]


@pytest.mark.parametrize(
    ("code", "text", "length", "modifier"),
    [
        ("en", "It took at least three days.", "P3D", "at-least"),
        ("en", "It was spread over six years.", "P6Y", "exact"),
        ("de", "Es dauerte mehr als zwei Jahre.", "P2Y", "more-than"),
        ("fr", "pendant au moins trois jours", "P3D", "at-least"),
        ("ru", "до трех лет", "P3Y", "exact"),
        ("ja", "2時間以上かかった", "PT2H", "at-least"),
        ("zh", "等了至少三天", "P3D", "at-least"),
    ],
)
def test_lengths_take_the_bounds_beside_them(code: str, text: str, length: str, modifier: str) -> None:
    (figure,) = find_figures(text, code, PUBLISHED)
    assert (figure.low, figure.modifier) == (length, modifier)


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [
        ("en", "It will last two or three years.", "P2Y", "P3Y"),
        ("en", "He should play 55, 60 minutes.", "PT55M", "PT60M"),
        ("de", "Sie bleibt zwei, drei Wochen.", "P2W", "P3W"),
        ("ro", "Electoratul tânăr, între 18 și 29 de ani.", "P18Y", "P29Y"),
        ("hu", "18 és 29 év között vannak.", "P18Y", "P29Y"),
        ("el", "Νέοι ηλικίας 18 έως 29 ετών.", "18", "29"),
    ],
)
def test_ranges_of_times(code: str, text: str, low: str, high: str) -> None:
    (figure,) = find_figures(text, code, PUBLISHED)
    assert (str(figure.low), str(figure.high)) == (low, high)
    assert figure.text in text


def test_an_amount_has_the_currency_of_the_one_before() -> None:
    text = "Cela coûte 3,1 milliards d’euros (3,6 milliards de dollars), contre 2,2 milliards."
    assert [figure.unit for figure in find_figures(text, "fr", PUBLISHED)] == ["EUR", "USD", "EUR"]
    people = find_figures("It earned $3 billion from 3 billion people.", "en", PUBLISHED)
    assert [figure.unit for figure in people] == ["USD", None]


def test_suspended_ages() -> None:
    figures = find_figures("33-, 34- ja 39-vuotiaat pidätettiin.", "fi", PUBLISHED)
    assert [str(figure.low) for figure in figures if figure.kind == "age"] == ["33", "34", "39"]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("it", "punta a riportare il deficit dal 3,9 al 3,2% del Pil", "percent"),
        ("da", "satte farten ned fra 12 til 6 knob", "measure"),
        ("en", "cut the rate from 3.9 to 3.2 percent", "percent"),
        ("nl", "een daling van 3,9 tot 3,2 procent", "percent"),
    ],
)
def test_what_falls_is_no_range_and_of_one_unit(code: str, text: str, kind: str) -> None:
    assert [(f.kind, f.low == f.high) for f in find_figures(text, code)] == [(kind, True)] * 2


def test_lists_of_times_are_no_ranges() -> None:
    figures = find_figures("Sentences of 3, 4 and 5 years.", "en", PUBLISHED)
    assert [str(figure.low) for figure in figures] == ["P3Y", "P4Y", "P5Y"]


def test_an_amount_that_another_is_compared_with_has_its_unit() -> None:
    figures = find_figures("The quota is 98,000 tonnes, down from this year's 110,800.", "en", PUBLISHED)
    assert [f.low for f in figures if f.kind == "measure"] == [98_000_000, 110_800_000]
    figures = find_figures("Sie verkaufte 98 Tonnen, verglichen mit 110 Kisten im Vorjahr.", "de", PUBLISHED)
    assert [f.low for f in figures if f.kind == "measure"] == [98_000]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "12 people died, compared with 40 last year.", 40),
        ("de", "Es gab 12 Tote, gegenüber 40 letztes Jahr.", 40),
        ("nl", "Er vielen 12 doden, tegen 40 vorig jaar.", 40),
        ("uk", "Загинули 12 людей проти 40 минулого року.", 40),
    ],
)
def test_so_many_last_year_is_no_length(language: str, text: str, count: int) -> None:
    figures = find_figures(text, language, PUBLISHED)
    assert [f.low for f in figures if f.kind == "count"] == [12, count]
    assert not any(f.kind == "duration" for f in figures)


@pytest.mark.parametrize(
    ("language", "text", "ages"),
    [
        ("es", "La mujer, de 84 años, y su nieto, de cinco, murieron.", [84, 5]),
        ("es", "La mujer, de 84 años, es madre de cinco hijos.", [84]),
        ("da", "Kvinden på 84 år og en dreng på fem år kom til skade.", [84, 5]),
        ("it", "Una donna di 84 anni e un bambino di cinque anni.", [84, 5]),
        ("ro", "O femeie de 84 de ani și nepotul ei de cinci ani.", [84, 5]),
        ("hu", "Egy 84 éves nő és egy ötéves kislány.", [84, 5]),
        ("lt", "Po 5 metų moteris grįžo.", []),
        ("ja", "会社員の田中さん（84）が死亡した。", [84]),
        ("en", "A man, 52, and his wife, who is nine, died.", [52, 9]),
    ],
)
def test_ages_of_persons(language: str, text: str, ages: list[int]) -> None:
    assert [f.low for f in find_figures(text, language, PUBLISHED) if f.kind == "age"] == ages


@pytest.mark.parametrize(
    ("language", "text", "figure"),
    [
        ("it", "Sono 26 secondo la sindaca.", "26"),
        ("it", "Erano 40.000 secondo i sindacati.", "40.000"),
        ("pt", "Foram 15 mil segundo a polícia.", "15 mil"),
        ("ca", "Van ser 26.000 segons els sindicats.", "26.000"),
        ("ca", "En 26 segons el jugador va marcar.", "26 segons"),
        ("pt", "Durou 26 segundos.", "26 segundos"),
        ("it", "Durò 1 secondo la scossa.", "1 secondo"),
    ],
)
def test_according_to_is_no_second(language: str, text: str, figure: str) -> None:
    assert [found.text for found in find_figures(text, language)] == [figure]
