"""Scales that stand before what they multiply."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.numerals import read_numerals
from claims.times import hour_from_dawn


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("milioni 2.1", "2100000"),
        ("elfu kumi na tano", "15000"),
        ("elfu mbili mia tatu na hamsini na mbili", "2352"),
        ("milioni mia moja", "100000000"),
        ("laki mbili na elfu tatu", "203000"),
        ("mia tano", "500"),
        ("elfu", "1000"),
        ("ishirini na moja", "21"),
    ],
)
def test_a_scale_takes_the_number_behind_it(text: str, value: str) -> None:
    (numeral,) = read_numerals(text, "sw")
    assert numeral.value == Decimal(value)
    assert (numeral.start, numeral.end) == (0, len(text))


def test_two_numbers_with_a_noun_between_stay_two() -> None:
    assert [n.value for n in read_numerals("watu elfu 3, nyumba 40", "sw")] == [3000, 40]


@pytest.mark.parametrize(
    ("hour", "part", "ours"),
    [(2, "morning", 8), (9, "afternoon", 15), (12, "evening", 18), (10, "evening", 16), (3, "night", 21),
     (9, "night", 3), (6, "night", 0), (18, None, 18)],
)  # fmt: skip
def test_hours_counted_from_six(hour: int, part: str | None, ours: int) -> None:
    assert hour_from_dawn(hour, part) == ours
