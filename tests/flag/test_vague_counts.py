"""A count without a number ("tens of thousands") is no other value of a number ten times out of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from flag.distance import are_vaguely_apart
from records.claim import Figure


def _count(low: int, high: int) -> Figure:
    return Figure(0, 1, "x", "count", Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((20_000, 99_999), (355, 355), True),
        ((355, 355), (20_000, 99_999), True),
        ((20_000, 99_999), (3_550, 3_550), False),
        ((200, 999), (20_000, 99_999), False),
        ((310, 350), (12, 12), False),
        ((200, 999), (14_000, 14_000), True),
    ],
)
def test_tens_of_thousands(one: tuple[int, int], other: tuple[int, int], apart: bool) -> None:
    assert are_vaguely_apart([(_count(*one), _count(*other))]) is apart
