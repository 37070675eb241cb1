"""The parts of the alignment benchmark: disturbance, beads, and the naive peer."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from align.pairs import Side
from bench.aligners import greedy_pairs
from bench.alignment_ntrex import disturbed
from bench.beads import Bead, beads_of, f1, lax_f1, read_beads, strict_f1


def bead(left: set[int], right: set[int]) -> Bead:
    return frozenset(left), frozenset(right)


def test_disturbed_says_of_which_lines_each_text_is_made() -> None:
    lines = [f"line {i}" for i in range(200)]
    made = disturbed(lines, random.Random(1))
    assert made.texts == [" ".join(lines[i] for i in group) for group in made.lines]
    used = [i for group in made.lines for i in group]
    assert len(used) == len(set(used))
    assert 0.6 < len(used) / len(lines) < 0.8
    assert max(abs(i - j) for group in made.lines for i in group for j in group) <= 2 * 3
    assert disturbed(lines, random.Random(1)) == made


def test_pairs_join_into_beads() -> None:
    assert set(beads_of([(0, 0), (1, 2), (1, 1), (2, 2)])) == {bead({0}, {0}), bead({1, 2}, {1, 2})}


@pytest.mark.parametrize(
    ("found", "strict", "lax"),
    [
        ([bead({0}, {0}), bead({1}, {1, 2})], 1.0, 1.0),
        ([bead({0}, {0}), bead({1}, {1})], 0.5, 1.0),
        ([bead({0}, {0}), bead({1}, {3})], 0.5, 0.5),
        ([bead({5}, {0})], 0.0, 0.0),
    ],
)
def test_strict_and_lax(found: list[Bead], strict: float, lax: float) -> None:
    gold = [bead({0}, {0}), bead({1}, {1, 2}), bead(set(), {3})]
    assert f1(*strict_f1(found, gold)) == pytest.approx(strict)
    assert lax_f1(found, gold) == pytest.approx(lax)


def test_beads_are_read_with_empty_sides(tmp_path: Path) -> None:
    file = tmp_path / "gold"
    file.write_text("[0]:[0]\n[]:[1]\n[1, 2]:[3]\n", encoding="utf-8")
    assert read_beads(file) == [bead({0}, {0}), bead(set(), {1}), bead({1, 2}, {3})]


def test_the_naive_peer_uses_each_sentence_once() -> None:
    rows = np.eye(3, dtype=np.float32)
    side = Side(rows, [frozenset()] * 3)
    other = Side(rows[[2, 0]], [frozenset()] * 2)
    assert greedy_pairs(side, other) == {(0, 1), (2, 0)}
