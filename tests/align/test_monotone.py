"""The path through texts that are close to parallel."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.bead_scores import Text
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
    one, other = (Text(rows, [40] * len(rows)) for rows in (left, right))
    return [(list(a), list(b)) for a, b in best_path(one, other, sure, None, SETTINGS)]


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


def near_parallel(pairs: list[tuple[int, int]], shorter: int) -> bool:
    return is_near_parallel(pairs, shorter, SETTINGS)


def test_texts_in_another_order_are_not_close_to_parallel() -> None:
    assert near_parallel([(n, n) for n in range(10)], 16)
    assert not near_parallel([(n, 9 - n) for n in range(10)], 16)
    assert not near_parallel([(n, n) for n in range(4)], 16), "few sure pairs"
    assert not near_parallel([(n, n) for n in range(5)], 5), "short texts"


def test_moved_sentences_tell_against_parallel_texts_and_chance_matches_do_not() -> None:
    order = [(n, n) for n in range(20)]
    swapped = [*order[:10], (10, 11), (11, 10), *order[12:]]
    astray = [*order[:10], (10, 18), *order[11:18], (19, 19)]
    assert not near_parallel(swapped, 20)
    assert near_parallel(astray, 20)


def test_runs_are_embedded_as_texts_only_around_what_is_not_one_for_one() -> None:
    left = facts(*((n,) for n in range(12)))
    right = facts((0,), (1, 2), *((n,) for n in range(3, 12)), seed=5)
    asked: list[Sequence[int]] = []

    def joined_rows(runs: Sequence[Sequence[int]]) -> Rows:
        asked.extend(runs)
        return unit_rows(np.stack([left[list(run)].sum(axis=0) for run in runs]))

    sure = [(0, 0), (3, 2), (11, 10)]
    beads = best_path(Text(left, [40] * 12, joined_rows), Text(right, [40] * 11), sure, None, SETTINGS)
    assert (range(1, 3), range(1, 2)) in beads
    assert asked and all({1, 2} & set(run) for run in asked)


def test_a_sentence_joins_where_both_as_one_text_say_what_the_other_does() -> None:
    """The sum of the two is far from the third text; the text of the two, embedded, is not."""
    left, right = facts((0,), (1, 2), (3,)), facts((0,), (1,), (5, 6, 7), (3,), seed=5)
    whole = facts((9,), (1, 2), seed=7)[1:]
    plain = [frozenset[str]()]

    def pairs(joined: Rows | None) -> set[tuple[int, int]]:
        other = Side(right, plain * 4, joined_rows=None if joined is None else lambda runs: joined.repeat(len(runs), 0))
        settings = SETTINGS.model_copy(update={"joined_margin": -1.0, "joined_look": -1.0})
        return {(m.left, m.right) for m in align_pair(Side(left, plain * 3), other, settings)}

    assert pairs(None) == {(0, 0), (1, 1), (2, 3)}
    assert (1, 2) in pairs(whole)


def test_a_pair_of_parallel_texts_takes_the_path() -> None:
    groups = [(n,) for n in range(16)]
    left, right = (Side(facts(*groups, seed=seed), [frozenset[str]()] * 16) for seed in (1, 2))
    assert {(m.left, m.right) for m in align_pair(left, right, SETTINGS)} == {(n, n) for n in range(16)}


def test_a_long_cut_is_skipped_whole_though_something_in_it_is_a_little_alike() -> None:
    left = facts(*((n,) for n in range(8)))
    strangers = [*((n,) for n in range(20, 40)), (3, 41), *((n,) for n in range(42, 48))]
    right = facts(*((n,) for n in range(4)), *strangers, *((n,) for n in range(4, 8)), seed=5)
    found = path_of(left, right, [(0, 0), (7, len(right) - 1)])
    assert found == [([n], [n]) for n in range(4)] + [([n], [n + len(strangers)]) for n in range(4, 8)]


def test_numbers_and_names_decide_between_runs_that_are_alike() -> None:
    left, right = facts((0,), (1, 2), (3,)), facts((0,), (1,), (2,), (3,), seed=5)
    names = [frozenset({anchor}) for anchor in ("aa", "bb", "cc", "dd")]
    for joined in (1, 2):
        told = [names[0], names[joined], names[3]]
        one, other = Text(left, [40] * 3, anchors=told), Text(right, [40] * 4, anchors=names)
        settings = SETTINGS.model_copy(update={"shared_anchors": 3.0, "lacked_anchors": 3.0, "anchor_smoothing": 1.0})
        beads = best_path(one, other, [(0, 0), (2, 3)], None, settings)
        assert (range(1, 2), range(joined, joined + 1)) in beads
