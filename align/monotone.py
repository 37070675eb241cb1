"""Texts that are close to parallel: one path through both, of beads of one to three sentences a side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from align.encoder import Rows
from align.similarity import moved, unit_rows
from configs.pipeline import AlignSettings

__all__ = ["Bead", "best_path", "is_near_parallel", "rising"]

Bead = tuple[range, range]
"""Sentences of the left text and of the right one that say the same."""
_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (2, 3), (3, 2))
_BAND = 6
"""Sentences by which the path may leave the corridor between two sure pairs."""


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
    """Whether the sure ``pairs`` of two texts are many and nearly all in one order; ``shorter`` sentences at most."""
    if shorter < settings.parallel_sentences or len(pairs) < settings.parallel_share * shorter:
        return False
    return len(rising(pairs)) >= settings.parallel_order * len(pairs)


def best_path(
    left: Rows,
    right: Rows,
    lengths: tuple[Sequence[int], Sequence[int]],
    pairs: Sequence[tuple[int, int]],
    base: Rows | None,
    settings: AlignSettings,
) -> list[Bead]:
    """The beads of the best monotone path, in order; sentences of no bead are skipped.

    Dynamic programming in a corridor around the sure ``pairs``, over vectors of joined sentences, after Vecalign
    (Thompson and Koehn 2019, aclanthology.org/D19-1136: sums of sentences, cost scaled by their number) and Bertalign
    (Liu and Zhu 2022, doi.org/10.1093/llc/fqac089: a first pass of 1-1 pairs, a second of m-n beads with the margin of
    neighbours and a length term). ``lengths``: letters of each sentence.
    """
    low, high = _corridor(rising(pairs), len(left), len(right))
    scores = _BeadScores(left, right, lengths, base, settings)
    best = np.full((len(left) + 1, len(right) + 1), -np.inf)
    step = np.full((len(left) + 1, len(right) + 1), -1, dtype=np.int8)
    best[0, 0] = 0.0
    moves = [*_SHAPES, (1, 0), (0, 1)]
    for i in range(len(left) + 1):
        for j in range(low[i], high[i] + 1):
            here = best[i, j]
            if here == -np.inf:
                continue
            for number, (a, b) in enumerate(moves):
                if i + a > len(left) or not low[i + a] <= j + b <= high[i + a]:
                    continue
                gain = here + (scores.of(i, a, j, b) if a and b else settings.skip_score)
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


class _BeadScores:
    """Scores of beads: cosine of the joined sentences above that of their neighbours, by their number and lengths."""

    def __init__(
        self,
        left: Rows,
        right: Rows,
        lengths: tuple[Sequence[int], Sequence[int]],
        base: Rows | None,
        settings: AlignSettings,
    ) -> None:
        longest = max(max(shape) for shape in _SHAPES)
        self._left, self._right = (
            [_joined(rows, sizes, count, base, settings) for count in range(1, longest + 1)]
            for rows, sizes in zip((left, right), lengths, strict=True)
        )
        single = self._left[0] @ self._right[0].T
        k = settings.neighbours
        self._left_mean = np.sort(single, axis=1)[:, -k:].mean(axis=1)
        self._right_mean = np.sort(single, axis=0)[-k:, :].mean(axis=0)
        self._sizes = [np.concatenate([[0], np.cumsum(sizes)]).astype(float) for sizes in lengths]
        self._ratio = max(self._sizes[1][-1], 1.0) / max(self._sizes[0][-1], 1.0)
        self._settings = settings

    def of(self, i: int, a: int, j: int, b: int) -> float:
        """The score of sentences i..i+a against j..j+b."""
        cosine = float(self._left[a - 1][i] @ self._right[b - 1][j])
        around = float(self._left_mean[i : i + a].mean() + self._right_mean[j : j + b].mean()) / 2
        mine = (self._sizes[0][i + a] - self._sizes[0][i]) * self._ratio
        yours = self._sizes[1][j + b] - self._sizes[1][j]
        unlike = 1 - min(mine, yours) / max(mine, yours, 1.0)
        settings = self._settings
        score = cosine - settings.path_neighbours * around - settings.length_weight * unlike
        return float(score - settings.bead_cost * (a + b - 2))


def _joined(rows: Rows, sizes: Sequence[int], count: int, base: Rows | None, settings: AlignSettings) -> Rows:
    """Centred unit rows of each run of ``count`` sentences: their sum, longer ones weighing more; 0 past the end."""
    weights = np.asarray(sizes, dtype=np.float32)[:, None]
    total = np.zeros_like(rows)
    for ahead in range(count):
        total[: len(rows) - ahead] += (rows * weights)[ahead:]
    return unit_rows(moved(unit_rows(total), settings.centring, base))
