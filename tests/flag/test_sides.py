"""Who is on one side: measures that two translators convert and round, each in a way of their own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.evidence import gather_evidence
from flag.facts import Fact
from flag.sides import sides_of
from records.claim import Claims, Figure
from records.version import Sentence, Version

_DAY = datetime(2026, 5, 1, tzinfo=UTC)


def _sides(texts: dict[str, str]) -> list[set[str]]:
    versions, mentions = [], {}
    for code, text in texts.items():
        found = next(f for f in find_figures(text, code) if f.kind == "measure")
        figure = Figure(
            found.start, found.end, found.text, found.kind, found.low, found.high,
            unit=found.unit, modifier=found.modifier, id=f"{code}:f", version=code, sentence=f"{code}:0",
        )  # fmt: skip
        mentions[code] = [figure]
        sentence = Sentence(f"{code}:0", 0, len(text))
        versions.append(Version(code, code, "https://a.example", code, _DAY, "", text, (sentence,)))
    claims = [Claims(code, tuple(figures)) for code, figures in mentions.items()]
    story = gather_evidence(versions, [], claims, [], [], FlagSettings())
    return [set(side.figures) for side in sides_of(Fact("s", mentions), story)]


WINDS = {"en": "The hurricane had winds of 85 mph.", "es": "El huracán tenía vientos de 137 km/h."}


@pytest.mark.parametrize(
    "texts",
    [
        {**WINDS, "fr": "L'ouragan avait des vents de 135 km/h."},
        {**WINDS, "fi": "Hurrikaanin tuulet puhalsivat 38 metriä sekunnissa.", "fr": "Des vents de 135 km/h."},
        {"en": "He ran 26 miles.", "de": "Er lief 42 Kilometer.", "sv": "Han sprang 41,8 kilometer."},
        {"en": "It weighs 100 pounds.", "it": "Pesa 45 chili.", "nl": "Het weegt 46 kilo."},
        {"en": "Rain of over half an inch.", "es": "Más de 12 milímetros.", "fr": "Plus de 1,3 cm de pluie."},
        {"en": "A fall of 300 feet.", "pl": "Spadł z 90 metrów.", "pt": "Caiu de 92 metros."},
    ],
)
def test_two_roundings_of_one_measure_are_one_side(texts: dict[str, str]) -> None:
    assert _sides(texts) == [set(texts)]


@pytest.mark.parametrize(
    "texts",
    [
        {**WINDS, "fr": "L'ouragan avait des vents de 115 km/h."},
        {"es": "Vientos de 137 km/h.", "it": "Venti di 137 km/h.", "fr": "Des vents de 135 km/h."},
        {"en": "He ran 26 miles.", "de": "Er lief 42 Kilometer.", "sv": "Han sprang 24 kilometer."},
    ],
)
def test_others_are_two(texts: dict[str, str]) -> None:
    *_, last = texts
    assert _sides(texts) == [set(texts) - {last}, {last}]
