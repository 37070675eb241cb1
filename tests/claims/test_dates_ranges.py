"""From one day to another, with an article before the days, an ending that says from, or digits alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures

_NOW = datetime(2026, 6, 12, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "zwischen dem 2. Februar und dem 30. März verkauft"),
        ("de", "vom 2. Februar bis zum 30. März"),
        ("en", "between the 2nd of February and the 30th of March"),
        ("da", "mellem den 2. februar og den 30. marts"),
        ("sv", "mellan den 2 februari och den 30 mars"),
        ("es", "desde el 2 de febrero hasta el 30 de marzo"),
        ("pt", "entre o dia 2 de fevereiro e o dia 30 de março"),
        ("el", "από τις 2 Φεβρουαρίου έως τις 30 Μαρτίου"),
        ("ro", "din 2 februarie până în 30 martie"),
        ("sl", "med 2. februarjem in 30. marcem"),
        ("hu", "február 2-ától március 30-áig"),
        ("et", "2. veebruarist 30. märtsini"),
        ("fi", "helmikuun 2. päivästä maaliskuun 30. päivään"),
        ("tr", "2 Şubat'tan 30 Mart'a kadar"),
        ("hi", "2 फरवरी और 30 मार्च के बीच"),
        ("vi", "bán từ 2/2 đến 30/3"),
    ],
    ids=lambda value: value if len(value) == 2 else "",
)
def test_a_range_of_days(language: str, text: str) -> None:
    found = [(figure.low, figure.high) for figure in find_figures(f"{text}.", language, _NOW)]
    assert found == [("2026-02-02", "2026-03-30")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "zwischen dem 5. und dem 8. Mai"),
        ("en", "from the 5th to the 8th of May"),
        ("it", "tra il 5 e l'8 maggio"),
        ("no", "mellom den 5. og den 8. mai"),
    ],
)
def test_a_range_of_one_month(language: str, text: str) -> None:
    found = [(figure.low, figure.high) for figure in find_figures(f"{text}.", language, _NOW)]
    assert found == [("2026-05-05", "2026-05-08")]


def test_two_days_with_an_article_are_no_range() -> None:
    found = [figure.low for figure in find_figures("Der 2. Februar und der 30. März sind frei.", "de", _NOW)]
    assert found == ["2026-02-02", "2026-03-30"]


def test_two_shares_are_no_days() -> None:
    assert all(figure.kind != "date" for figure in find_figures("từ 1/3 đến 1/2", "vi", _NOW))
