"""The benchmark of matching measures what it says."""

from __future__ import annotations

import pytest

from bench.matching import bcubed, linked_events, linked_groups

A, B = frozenset("a"), frozenset("b")


@pytest.mark.parametrize(
    ("groups", "precision", "recall"),
    [
        ([[0, 1], [2, 3]], 1.0, 1.0),
        ([[0], [1], [2], [3]], 1.0, 0.5),
        ([[0, 1, 2, 3]], 0.5, 1.0),
        ([[0, 2], [1, 3]], 0.5, 0.5),
    ],
)
def test_bcubed(groups: list[list[int]], precision: float, recall: float) -> None:
    found = bcubed([A, A, B, B], groups)
    assert found == pytest.approx((precision, recall, 2 * precision * recall / (precision + recall)))


def test_a_text_of_two_articles_is_of_the_event_of_either() -> None:
    assert bcubed([A, A | B, B], [[0, 1, 2]])[1] == 1.0
    assert bcubed([A, A | B, B], [[0, 1, 2]])[0] == pytest.approx((2 / 3 + 1 + 2 / 3) / 3)


def test_linked_articles_are_of_one_event() -> None:
    assert bcubed([A, A | B, B], [[0, 2], [1]])[0] == pytest.approx(1 / 3 + 2 / 3 / 2)
    assert bcubed(linked_events([A, A | B, B]), [[0, 2], [1]])[0] == 1.0
    assert bcubed(linked_events([A, B]), [[0, 1]])[0] == 0.5


def test_what_is_linked_however_far_is_one_group() -> None:
    c, d = frozenset("c"), frozenset("d")
    assert sorted(linked_groups([A, c, A | B, d, B, B | c])) == [[0, 1, 2, 4, 5], [3]]
    assert sorted(linked_groups([A, B, A])) == [[0, 2], [1]]
