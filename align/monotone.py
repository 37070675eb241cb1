"""Texts that are close to parallel: one path through both, of beads of one to four sentences a side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from align.bead_scores import BeadScores, Text
from align.encoder import Rows
from configs.pipeline import AlignSettings

__all__ = ["Bead", "best_path", "is_near_parallel", "rising"]

Bead = tuple[range, range]
"""Sentences of the left text and of the right one that say the same."""
_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (2, 3), (3, 2), (1, 4), (4, 1), (3, 3))
_BAND = 6
"""Sentences by which the path may leave the corridor between two sure pairs."""
_LITTLE = 3
"""Sentences by which a writer who retells a text may move one."""


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs (left, right), each left once, in which both numbers rise (patience sorting)."""
    ordered = sorted(pairs)
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for at, (_, right) in enumerate(ordered):
        place = bisect_left(tails, right)
        before.append(ends[place - 1] if place else None)
        if place == len(tails):
            tails.append(right)
            ends.append(at)
        else:
            tails[place], ends[place] = right, at
    chain: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]


def is_near_parallel(pairs: Sequence[tuple[int, int]], shorter: int, settings: AlignSettings) -> bool:
    """Whether the sure ``pairs`` of two texts are many and nearly all in one order; ``shorter`` sentences at most.

    A pair a few sentences out of order is a sentence that was moved; one far out of order is a chance match, of which
    texts in one order have some.
    """
    if shorter < settings.parallel_sentences or len(pairs) < settings.parallel_share * shorter:
        return False
    chain = rising(pairs)
    if len(chain) < settings.parallel_order * len(pairs):
        return False
    return _moved_a_little(pairs, chain) <= settings.parallel_moved * len(pairs)


def _moved_a_little(pairs: Sequence[tuple[int, int]], chain: Sequence[tuple[int, int]]) -> int:
    """How many pairs off the ``chain`` are at most ``_LITTLE`` sentences from where it has room for them."""
    lefts, rights = [i for i, _ in chain], [j for _, j in chain]
    count = 0
    for i, j in set(pairs) - set(chain):
        before, after = bisect_left(lefts, i), bisect_right(lefts, i)
        low = rights[before - 1] if before else j
        high = rights[after] if after < len(rights) else j
        count += max(low - j, j - high) <= _LITTLE
    return count


def best_path(
    left: Text, right: Text, pairs: Sequence[tuple[int, int]], base: Rows | None, settings: AlignSettings
) -> list[Bead]:
    """The beads of the best monotone path, in order; sentences of no bead are skipped.

    Dynamic programming in a corridor around the sure ``pairs``, twice: by sums of vectors, and again after the runs
    around all that was not one sentence for one have been embedded as texts.
    """
    low, high = _corridor(rising(pairs), len(left.rows), len(right.rows))
    scores = BeadScores(left, right, base, settings)
    beads = _path(scores, low, high, settings.skip_score)
    single = [(ours.start, theirs.start) for ours, theirs in beads if len(ours) == len(theirs) == 1]
    doubtful = (
        set(range(len(left.rows))) - {i for i, _ in single},
        set(range(len(right.rows))) - {j for _, j in single},
    )
    if (left.joined_rows is None and right.joined_rows is None) or not any(doubtful):
        return beads
    scores.embed_runs(doubtful)
    return _path(scores, low, high, settings.skip_score)


def _path(scores: BeadScores, low: Sequence[int], high: Sequence[int], skip_score: float) -> list[Bead]:
    rows, columns = len(low) - 1, high[-1]
    best = np.full((rows + 1, columns + 1), -np.inf)
    step = np.full((rows + 1, columns + 1), -1, dtype=np.int8)
    best[0, 0] = 0.0
    moves = [*_SHAPES, (1, 0), (0, 1)]
    for i in range(rows + 1):
        for j in range(low[i], high[i] + 1):
            here = best[i, j]
            if here == -np.inf:
                continue
            for number, (a, b) in enumerate(moves):
                if i + a > rows or not low[i + a] <= j + b <= high[i + a]:
                    continue
                gain = here + (scores.of(i, a, j, b) if a and b else skip_score)
                if gain > best[i + a, j + b]:
                    best[i + a, j + b], step[i + a, j + b] = gain, number
    return _walked_back(step, moves)


def _walked_back(step: NDArray[np.int8], moves: Sequence[tuple[int, int]]) -> list[Bead]:
    i, j = step.shape[0] - 1, step.shape[1] - 1
    beads: list[Bead] = []
    while i or j:
        a, b = moves[step[i, j]]
        if a and b:
            beads.append((range(i - a, i), range(j - b, j)))
        i, j = i - a, j - b
    return beads[::-1]


def _corridor(chain: Sequence[tuple[int, int]], rows: int, columns: int) -> tuple[list[int], list[int]]:
    """The first and last column allowed in each row 0..rows: between the sure pairs around it, and a little more."""
    low, high = [0] * (rows + 1), [columns] * (rows + 1)
    for (i1, j1), (i2, j2) in pairwise([(0, 0), *chain, (rows, columns)]):
        for i in range(i1, i2 + 1):
            low[i] = max(0, min(j1 - _BAND, columns))
            high[i] = min(columns, j2 + 1 + _BAND)
    low[0], high[rows] = 0, columns
    return low, high
