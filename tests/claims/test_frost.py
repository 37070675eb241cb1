"""Degrees of frost told in words, and years told by one word."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from claims.figures import find_figures

_NOW = datetime(2026, 10, 22, 10, tzinfo=UTC)
_FIXTURES = Path(__file__).parent.parent / "fixtures"


def _cold() -> list[tuple[str, str]]:
    told = (yaml.safe_load((_FIXTURES / name).read_text("utf-8")) for name in ("frost.yml", "frost_cases.yml"))
    return [(code, text) for texts in told for code, lines in texts.items() for text in lines]


@pytest.mark.parametrize(("language", "text"), _cold())
def test_fourteen_degrees_below_zero_in_every_language(language: str, text: str) -> None:
    (figure,) = find_figures(text, language, _NOW)
    assert (figure.kind, figure.low, figure.high) == ("measure", Decimal(-14), Decimal(-14))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("it", "La fuga è avvenuta in mezzo alla neve e con nove gradi sotto zero.", "-9"),
        ("en", "It was nine degrees below zero at night.", "-9"),
        ("de", "Bei 9 Grad Celsius unter Null froren die Reisenden.", "-9"),
        ("fr", "Il faisait neuf degrés au-dessous de zéro.", "-9"),
        ("es", "Había nueve grados bajo cero en la estación.", "-9"),
        ("ru", "Ночью было девять градусов мороза.", "-9"),
        ("pl", "W nocy było dziewięć stopni poniżej zera.", "-9"),
        ("fi", "Yöllä oli yhdeksän astetta pakkasta.", "-9"),
        ("tr", "Sıcaklık sıfırın altında yaklaşık dokuz dereceydi.", "-9"),
        ("ar", "كانت الحرارة 9 درجات تحت الصفر.", "-9"),
        ("ja", "札幌では氷点下9.5度を記録した。", "-9.5"),
        ("zh", "最低气温降至零下20摄氏度。", "-20"),
        ("en", "It was nine degrees at night, and nothing was below zero.", "9"),
        ("it", "Nove gradi sotto la media di stagione.", "9"),
        ("en", "It fell to 22 degrees below zero Fahrenheit.", "-30"),
        ("en", "It fell to 22F below zero overnight.", "-30"),
        ("en", "It was 4 degrees Fahrenheit below zero.", "-20"),
        ("nl", "Het vroor gisteren, maar vandaag wordt het 14 graden.", "14"),
        ("da", "Det frøs i går; i dag bliver det 14 grader.", "14"),
        ("el", "Η θερμοκρασία έφτασε τους 42 βαθμούς.", "42"),
        ("sv", "Vattnet är 14 grader minus två vid ytan.", "14"),
        ("fr", "Près de 300 sauveteurs se relaient par – 8 °C.", "-8"),
        ("hy", "Նրանք աշխատում են 8 աստիճան սառնամանիքին։", "-8"),
        ("de", "Die Wärme – 8 °C – überraschte die Retter.", "8"),
        ("ru", "Температура — 8 градусов тепла.", "8"),
        ("ru", "Ночью в Москве — 8 °C.", "8"),
    ],
)
def test_degrees_of_frost_are_negative(language: str, text: str, value: str) -> None:
    degrees = [figure for figure in find_figures(text, language, _NOW) if figure.kind == "measure"]
    assert [figure.low for figure in degrees] == [Decimal(value)]


def test_the_zero_of_the_frost_is_no_figure() -> None:
    assert len(find_figures("Il termometro segnava 9 gradi sotto zero.", "it", _NOW)) == 1


def test_at_least_so_much_frost_is_at_most_so_warm() -> None:
    (figure,) = find_figures("At least 30 degrees below zero was measured.", "en", _NOW)
    assert (figure.low, figure.modifier) == (Decimal(-30), "at-most")


def test_a_range_of_frost_stays_in_order() -> None:
    (figure,) = find_figures("It fell to between five and nine degrees below zero.", "en", _NOW)
    assert (figure.low, figure.high) == (Decimal(-9), Decimal(-5))


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        ("sw", "Anaweza kuvunja rekodi mwakani.", "2027"),
        ("sw", "Alishinda mwaka jana.", "2025"),
        ("sr", "Он ће доћи догодине.", "2027"),
    ],
)
def test_a_year_told_by_one_word(language: str, text: str, year: str) -> None:
    (figure,) = find_figures(text, language, _NOW)
    assert str(figure.low) == f"{year}-01-01"
