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
_BEAD = 0
_SKIPPED = {1: (1, 0), 2: (0, 1)}
"""What the path so far ends with: a bead, or a gap of sentences skipped on the left or on the right."""
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
    beads = _path(scores, low, high, settings)
    single = [(ours.start, theirs.start) for ours, theirs in beads if len(ours) == len(theirs) == 1]
    doubtful = (
        set(range(len(left.rows))) - {i for i, _ in single},
        set(range(len(right.rows))) - {j for _, j in single},
    )
    if (left.joined_rows is None and right.joined_rows is None) or not any(doubtful):
        return beads
    scores.embed_runs(doubtful)
    return _path(scores, low, high, settings)


def _path(scores: BeadScores, low: Sequence[int], high: Sequence[int], settings: AlignSettings) -> list[Bead]:
    """By row of the left text; a gap that goes on costs less than one that opens (Gotoh 1982), so that a long cut stays
    one cut."""
    rows, columns = len(low) - 1, high[-1]
    best = np.full((3, rows + 1, columns + 1), -np.inf)
    step = np.full((3, rows + 1, columns + 1), -1, dtype=np.int16)
    best[_BEAD, 0, 0] = 0.0
    for i in range(rows + 1):
        _skip(best, step, i, low, high, settings)
        if i == rows:
            break
        state = best[:, i].argmax(axis=0)
        here = best[:, i].max(axis=0)
        for number, (a, b) in enumerate(_SHAPES):
            if i + a > rows:
                continue
            first, last = max(low[i], low[i + a] - b), min(high[i], high[i + a] - b) + 1
            if first >= last:
                continue
            gain = here[first:last] + scores.of(i, a, first, last, b)
            there = best[_BEAD, i + a, first + b : last + b]
            better = gain > there
            there[better] = gain[better]
            step[_BEAD, i + a, first + b : last + b][better] = (3 * number + state[first:last])[better]
    return _walked_back(step, int(best[:, -1, -1].argmax()))


def _skip(
    best: NDArray[np.float64],
    step: NDArray[np.int16],
    i: int,
    low: Sequence[int],
    high: Sequence[int],
    settings: AlignSettings,
) -> None:
    """Ends of gaps in row ``i``: a left sentence was skipped, or a right one."""
    for j in range(low[i], high[i] + 1):
        for gap, (down, across) in _SKIPPED.items():
            if i < down or j < across:
                continue
            before = best[:, i - down, j - across] + settings.skip_score
            before[gap] += settings.skip_more - settings.skip_score
            step[gap, i, j] = state = int(before.argmax())
            best[gap, i, j] = before[state]


def _walked_back(step: NDArray[np.int16], state: int) -> list[Bead]:
    i, j = step.shape[1] - 1, step.shape[2] - 1
    beads: list[Bead] = []
    while i or j:
        taken, before = divmod(int(step[state, i, j]), 3)
        a, b = _SHAPES[taken] if state == _BEAD else _SKIPPED[state]
        if state == _BEAD:
            beads.append((range(i - a, i), range(j - b, j)))
        i, j, state = i - a, j - b, before
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
