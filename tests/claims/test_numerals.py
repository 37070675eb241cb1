"""Numbers in words and digits; the generated tables; the table of units."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from claims.figures import find_figures
from claims.generate.learn import learn_atoms
from claims.numerals import read_numerals
from claims.units import UNITS
from configs.language.numerals import NUMERALS_DIR
from configs.language.schema import language_codes


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "twenty-five thousand three hundred", "25300"),
        ("en", "one hundred and five", "105"),
        ("en", "nine point nought four", "9.04"),
        ("de", "zweitausenddreihundertfünfundvierzig", "2345"),
        ("fr", "soixante et onze", "71"),
        ("es", "dos mil millones", "2000000000"),
        ("pt", "1,2 mil milhões", "1200000000"),
        ("ja", "3億5千万", "350000000"),
        ("ja", "5・2", "5.2"),
        ("ja", "1・5億", "150000000"),
        ("zh", "三千五", "3500"),
        ("ar", "٣٥٠٠", "3500"),
        ("hi", "12,34,567", "1234567"),
        ("de", "1.234,5", "1234.5"),
        ("ru", "1 234 567,89", "1234567.89"),
        ("xx", "2,345", "2345"),
    ],
)
def test_one_number(language: str, text: str, value: str) -> None:
    (numeral,) = read_numerals(text, language)
    assert numeral.value == Decimal(value)
    assert (numeral.start, numeral.end) == (0, len(text))


@pytest.mark.parametrize("text", ["3・11", "7・8月", "3・4・5", "1・2階"])
def test_a_dot_of_japanese_lists_and_days_is_no_decimal_point(text: str) -> None:
    assert all(numeral.value == int(numeral.value) for numeral in read_numerals(text, "ja"))


def test_two_numbers_stay_two() -> None:
    assert [n.value for n in read_numerals("five, twenty", "en")] == [5, 20]
    assert [n.value for n in read_numerals("zwei 500", "de")] == [2, 500]


def test_atoms_are_learnt_from_spelled_numbers() -> None:
    rows = [(1, False, ("one",)), (2, False, ("two",)), (20, False, ("twenty",)), (22, False, ("twenty", "two")),
            (200, False, ("two", "hundred")), (201, False, ("two", "hundred", "and", "one"))]  # fmt: skip
    atoms = learn_atoms(rows)
    assert atoms.tables["cardinals"] == {"one": 1, "two": 2, "twenty": 20}
    assert atoms.tables["scales"] == {"hundred": 100}
    assert atoms.joiners == {"and"}
    assert atoms.failed == []


def test_every_language_has_generated_numerals() -> None:
    assert {path.stem for path in NUMERALS_DIR.glob("*.json")} >= set(language_codes())


@pytest.mark.parametrize("code", ["en", "de", "uk"])
def test_checked_in_tables_are_what_the_generator_makes(code: str) -> None:
    pytest.importorskip("icu")
    pytest.importorskip("num2words")
    from claims.generate.__main__ import generate

    made = json.loads(json.dumps(generate(code)))
    assert made == json.loads((NUMERALS_DIR / f"{code}.json").read_text(encoding="utf-8"))


_PINT = {"length-mile": ("mile", "m"), "volume-gallon": ("gallon", "m**3"),
         "mass-pound": ("pound", "kg"), "mass-ounce": ("ounce", "kg"), "speed-knot": ("knot", "m/s"),
         "energy-kilowatt-hour": ("kilowatt_hour", "J"), "pressure-atmosphere": ("atmosphere", "Pa"),
         "length-nautical-mile": ("nautical_mile", "m"), "volume-barrel": ("oil_barrel", "m**3")}  # fmt: skip


def test_unit_factors_against_pint() -> None:
    import pint

    registry: Any = pint.UnitRegistry()
    for name, (unit, base) in _PINT.items():
        theirs = registry.Quantity(1, unit).to(base).magnitude
        assert float(UNITS[name].factor) == pytest.approx(theirs, rel=1e-9), name


def test_a_spoken_point_joins_no_digits() -> None:
    figures = find_figures("La empresa fue multada en 2023 con 85.000 euros.", "es")
    assert [(f.kind, f.text) for f in figures] == [("date", "2023"), ("money", "85.000 euros")]


@pytest.mark.parametrize(
    "language", ["cs", "da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "uk"]
)
def test_every_number_under_a_thousand_is_read_as_its_words_say(language: str) -> None:
    """Held against num2words, which wrote none of our data by itself."""
    from num2words import num2words

    wrong = {}
    for number in range(10, 1000):
        words = num2words(number, lang=language).replace("centodicotto", "centodiciotto")  # its one slip
        found = [numeral.value for numeral in read_numerals(words, language)]
        if found != [number]:
            wrong[words] = found
    assert not wrong
