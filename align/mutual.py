"""Sentences of two versions that like each other best, surely enough."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from align.similarity import Scores
from configs.pipeline import AlignSettings

__all__ = ["mutual_pairs", "out_of_place", "sure_pairs"]

_LITTLE = 3
"""Sentences by which a writer who keeps the order of a text may still move one."""
_ENOUGH = 4
"""Strong pairs from which their order says anything."""
_ASTRAY = 0.1
"""Share of the strong pairs that may be out of place where two texts keep one order."""


def mutual_pairs(margins: Scores, least: float) -> dict[int, int]:
    """Those (left -> right) that like each other best, by a margin of ``least``; ``margins`` has shape (n, m)."""
    best_right, best_left = margins.argmax(axis=1), margins.argmax(axis=0)
    return {i: int(j) for i, j in enumerate(best_right) if best_left[j] == i and margins[i, j] >= least}


def sure_pairs(margins: Scores, cosines: Scores, settings: AlignSettings) -> dict[int, int]:
    """The mutual pairs that are also alike enough: where each lacks its partner, the next best is often mutual too.

    Where the strong ones keep one order, a pair far out of it must be ``out_of_place`` more alike.
    """
    found = mutual_pairs(margins, settings.sure_margin)
    sums = {(i, j): float(margins[i, j] + cosines[i, j]) for i, j in found.items()}
    strong = [pair for pair, both in sums.items() if both >= settings.strong_sum]
    pairs = list(sums)
    astray = [False] * len(pairs)
    if len(strong) >= _ENOUGH and out_of_place(strong, strong).mean() <= _ASTRAY:
        astray = out_of_place(pairs, strong).tolist()
    return {
        i: j
        for (i, j), moved in zip(pairs, astray, strict=True)
        if sums[i, j] >= settings.sure_sum + settings.out_of_place * moved
    }


def out_of_place(pairs: Sequence[tuple[int, int]], strong: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Shape (n,): which of ``pairs`` (left, right) cross the ``strong`` ones by more than a little."""
    i, j = np.array(pairs, dtype=np.int64).reshape(-1, 2).T[:, :, None]
    lefts, rights = np.array(strong, dtype=np.int64).reshape(-1, 2).T
    low = np.where(lefts < i - _LITTLE, rights, j).max(axis=1, initial=-1)
    high = np.where(lefts > i + _LITTLE, rights, j).min(axis=1, initial=np.iinfo(np.int64).max)
    crossed: NDArray[np.bool_] = (j[:, 0] < low - _LITTLE) | (j[:, 0] > high + _LITTLE)
    return crossed
