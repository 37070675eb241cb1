"""The path through texts that are close to parallel."""

from __future__ import annotations

import numpy as np

from align.encoder import Rows
from align.monotone import best_path, is_near_parallel, rising
from align.pairs import Side, align_pair
from align.similarity import unit_rows
from configs.pipeline import AlignSettings

SETTINGS = AlignSettings()


def facts(*groups: tuple[int, ...], noise: float = 0.15, seed: int = 3) -> Rows:
    """One row a group: the sum of the directions of its facts, with some noise."""
    rows = np.random.default_rng(seed).normal(0, noise / 8, (len(groups), 64))
    for row, group in zip(rows, groups, strict=True):
        row[list(group)] += 1
    return unit_rows(rows.astype(np.float32))


def path_of(left: Rows, right: Rows, sure: list[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    lengths = ([1] * len(left), [1] * len(right))
    return [(list(a), list(b)) for a, b in best_path(left, right, lengths, sure, None, SETTINGS)]


def test_the_longest_rising_chain() -> None:
    assert rising([(0, 0), (1, 5), (2, 1), (3, 2), (4, 9)]) == [(0, 0), (2, 1), (3, 2), (4, 9)]
    assert rising([]) == []


def test_one_sentence_in_two_and_two_in_one() -> None:
    left = facts(*((n,) for n in range(12)))
    right = facts((0,), (1, 2), *((n,) for n in range(3, 12)), seed=5)
    found = path_of(left, right, [(0, 0), (3, 2), (11, 10)])
    assert ([1, 2], [1]) in found
    assert found[-1] == ([11], [10])
    assert len(found) == 11
    assert ([1], [1, 2]) in path_of(right, left, [(0, 0), (2, 3), (10, 11)])


def test_what_the_other_text_has_not_is_skipped() -> None:
    left, right = facts(*((n,) for n in range(12))), facts(*((n,) for n in range(12) if n not in (4, 5, 6)), seed=5)
    found = path_of(left, right, [(0, 0), (3, 3), (7, 4), (11, 8)])
    assert {i for ours, _ in found for i in ours} == set(range(12)) - {4, 5, 6}
    assert ([7], [4]) in found


def test_texts_in_another_order_are_not_close_to_parallel() -> None:
    assert is_near_parallel([(n, n) for n in range(10)], 16, SETTINGS)
    assert not is_near_parallel([(n, 9 - n) for n in range(10)], 16, SETTINGS)
    assert not is_near_parallel([(n, n) for n in range(4)], 16, SETTINGS), "few sure pairs"
    assert not is_near_parallel([(n, n) for n in range(5)], 5, SETTINGS), "short texts"


def test_a_pair_of_parallel_texts_takes_the_path() -> None:
    groups = [(n,) for n in range(16)]
    left, right = (Side(facts(*groups, seed=seed), [frozenset[str]()] * 16) for seed in (1, 2))
    assert {(m.left, m.right) for m in align_pair(left, right, SETTINGS)} == {(n, n) for n in range(16)}
