"""What translations of one text differ in by custom, and no reviewer wants to hear of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures
from flag.claimants import Claimant
from flag.polarity import read_polarity
from flag.quote_change import QuoteChange
from flag.quote_excuses import denies_a_denial
from flag.values import compare_figures

_DAY = datetime(2019, 6, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (("en", "They meet next Sunday."), ("ka", "ისინი კვირას ხვდებიან."), "compatible"),
        (("en", "Rain came on Sunday."), ("nl", "Regen komt zondagavond tot maandagochtend."), "compatible"),
        (("en", "They met on Sunday."), ("de", "Sie trafen sich am Samstag."), "different"),
        (("en", "They met on Sunday."), ("de", "Sie trafen sich am 2. Juni."), "compatible"),
        (("en", "They met on 9 June."), ("de", "Sie trafen sich am 2. Juni."), "different"),
        (("ka", "$26,750 მოიპარეს."), ("en", "They stole $26,750."), "compatible"),
        (("ka", "$26,75 მოიპარეს."), ("en", "They stole $26,750."), "different"),
    ],
)
def test_values_that_may_be_one(one: tuple[str, str], other: tuple[str, str], relation: str) -> None:
    a, b = (find_figures(text, language, _DAY)[0] for language, text in (one, other))
    assert compare_figures(a, b) == compare_figures(b, a) == relation


@pytest.mark.parametrize(
    ("language", "denied", "plain", "language_2", "excused"),
    [
        ("en", "I won't disagree with that", "Tôi cũng đồng ý", "vi", True),
        ("tr", "Bunu inkar edemeyeceğim", "Tôi cũng đồng ý", "vi", True),
        ("de", "Ich will es nicht bestreiten", "I agree with it", "en", True),
        ("en", "I won't agree with that", "Tôi cũng đồng ý", "vi", False),
        ("en", "I won't agree, though we failed", "I will agree", "en", False),
    ],
)
def test_a_denied_denial(language: str, denied: str, plain: str, language_2: str, excused: bool) -> None:
    readings = {"a": read_polarity(denied, language), "b": read_polarity(plain, language_2)}
    sides = {"said not to be so": ("a",), "said to be so": ("b",)}
    assert denies_a_denial(QuoteChange("negation", sides, {}, "high", 0.8, ""), readings) == excused


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("DARPA", "Dự án Nghiên cứu Quốc phòng Tiên tiến", True),
        ("NASA", "Agence spatiale américaine", True),
        ("Osmera", "the ministry of defence", False),
        ("DARPA", "the union", False),
        ("UN", "the ministry of defence", False),
    ],
)
def test_an_acronym_may_be_spelled_out(one: str, other: str, may: bool) -> None:
    assert Claimant(one, None).may_be_spelled(Claimant(other, None)) == may
    assert not Claimant(other, None).may_be_spelled(Claimant(one, None))
