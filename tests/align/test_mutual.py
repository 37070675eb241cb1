"""Pairs that like each other best, and those of them that are sure."""

from __future__ import annotations

import numpy as np

from align.mutual import mutual_pairs, out_of_place, sure_pairs
from align.similarity import Scores
from configs.pipeline import AlignSettings

SETTINGS = AlignSettings()


def scores(size: int, *pairs: tuple[int, int, float]) -> Scores:
    made: Scores = np.full((size, size), -0.2, dtype=np.float32)
    for i, j, score in pairs:
        made[i, j] = score
    return made


def test_both_must_like_each_other_best() -> None:
    table = scores(3, (0, 0, 0.3), (0, 1, 0.2), (1, 0, 0.25), (1, 1, 0.1), (2, 2, 0.04))
    assert mutual_pairs(table, 0.05) == {0: 0}
    assert mutual_pairs(table, 0.0) == {0: 0, 2: 2}


def test_a_margin_is_not_enough_without_likeness() -> None:
    margins = scores(2, (0, 0, 0.15), (1, 1, 0.15))
    alike = scores(2, (0, 0, 0.4), (1, 1, 0.1))
    assert sure_pairs(margins, alike, SETTINGS) == {0: 0}


def test_what_crosses_the_order_must_be_more_alike() -> None:
    strong = [(i, i, 0.3) for i in range(10)]
    for right, both, expected in ((10, 0.2, True), (1, 0.2, False)):
        pairs = [*(pair for pair in strong if pair[1] != right), (10, right, both)]
        margins = scores(11, *pairs)
        found = sure_pairs(margins, scores(11, *((i, j, both + 0.1) for i, j, both in pairs)), SETTINGS)
        assert (found.get(10) == right) is expected, (right, both)


def test_texts_in_another_order_say_nothing_of_place() -> None:
    pairs = [(i, 9 - i, 0.3) for i in range(10)] + [(10, 10, 0.25)]
    margins = scores(11, *pairs)
    assert sure_pairs(margins, margins + 0.1, SETTINGS)[10] == 10


def test_out_of_place() -> None:
    strong = [(0, 0), (5, 5), (9, 9)]
    assert out_of_place([(1, 2), (1, 9), (9, 1), (6, 3)], strong).tolist() == [False, True, True, False]
    assert out_of_place(strong, strong).tolist() == [False] * 3
    assert sure_pairs(scores(2), scores(2), SETTINGS) == {}


def test_one_strong_pair_out_of_order_stays() -> None:
    pairs = [(i, i, 0.4) for i in range(20) if i != 12] + [(20, 12, 0.45)]
    margins = scores(21, *pairs)
    assert sure_pairs(margins, margins, SETTINGS)[20] == 12
