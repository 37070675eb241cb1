"""Megawatt-hours and more, in languages whose CLDR names only the kilowatt-hour."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.figures import find_figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a capacity of 40 gigawatt-hours"),
        ("de", "Kapazität von 40 Gigawattstunden"),
        ("fr", "40 gigawattheures par an"),
        ("it", "40 gigawattora"),
        ("es", "40 gigavatios hora"),
        ("uk", "40 гігават-годин"),
        ("ru", "40 гигаватт-часов"),
        ("pl", "40 gigawatogodzin"),
        ("cs", "40 gigawatthodin"),
        ("nl", "40 gigawattuur"),
        ("sv", "40 gigawattimmar"),
        ("fi", "40 gigawattituntia"),
        ("hu", "40 gigawattóra"),
        ("el", "40 γιγαβατώρες"),
        ("tr", "40 gigavatsaat"),
        ("ko", "40기가와트시"),
        ("ja", "40ギガワット時"),
    ],
)
def test_gigawatt_hours_are_an_energy(language: str, text: str) -> None:
    (figure,) = find_figures(text, language)
    assert (figure.unit, figure.low) == ("J", Decimal(40) * 3600 * 10**9)


def test_gigawatts_stay_a_power() -> None:
    (figure,) = find_figures("Die Leistung beträgt 40 Gigawatt, sagen sie.", "de")
    assert figure.unit == "W"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The plant draws 9.5m cubic metres of water.", "measure", "9500000"),
        ("It sold 5m tonnes of wheat.", "measure", "5000000000"),
        ("3m people live there.", "count", "3000000"),
        ("They ordered 10m doses.", "count", "10000000"),
        ("She won the 100m freestyle.", "measure", "100"),
        ("Waves 3m high hit the pier.", "measure", "3"),
        ("It lies 200m from the shore.", "measure", "200"),
        ("The room is 5m by 3m.", "measure", "5"),
    ],
)
def test_a_letter_scales_what_is_counted_in_millions(text: str, kind: str, value: str) -> None:
    figure = find_figures(text, "en")[0]
    assert (figure.kind, figure.low) == (kind, Decimal(value))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Winds of 118 kilometres an hour hit the coast."),
        ("en", "Winds of 118 kilometers an hour hit the coast."),
        ("fr", "des vents de 118 kilomètres à l'heure"),
        ("uk", "вітер 118 кілометрів на годину"),
        ("fi", "menetti tasapainonsa 118 kilometrin tuntivauhdissa."),
    ],
    ids=["en-metres", "en-meters", "fr", "uk", "fi"],
)
def test_an_hour_belongs_to_the_speed(language: str, text: str) -> None:
    (found,) = find_figures(text, language)
    assert (found.kind, found.unit, round(found.low)) == ("measure", "m/s", 33)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "à 25 milles nautiques du port"),
        ("es", "a 25 millas marinas del puerto"),
        ("pt", "a 25 milhas marítimas do porto"),
        ("it", "a 25 miglia marine dal porto"),
        ("de", "25 nautische Meilen vor der Küste"),
        ("sv", "25 sjömil från hamnen"),
        ("no", "25 sjømil fra land"),
        ("fi", "25 merimailin päässä satamasta"),
        ("ro", "la 25 de mile marine de port"),
        ("hr", "25 morskih milja od luke"),
        ("he", "25 מיילים ימיים מהחוף"),
        ("ar", "على بعد 25 أميال بحرية"),
        ("ur", "25 بحری میل دور"),
    ],
)
def test_miles_of_the_sea_are_nautical(language: str, text: str) -> None:
    assert [(f.kind, int(f.low)) for f in find_figures(text, language)] == [("measure", 46300)]
