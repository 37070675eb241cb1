"""Similarities of sentences that can be compared over languages and models."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.encoder import Rows

__all__ = ["Scores", "centre", "margins", "mean_row", "moved", "unit_rows"]

Scores = NDArray[np.float32]
_BASE_ROWS = 2.0
"""Sentences of a version against which the mean of news in general weighs half."""


def unit_rows(rows: Rows) -> Rows:
    """The rows scaled to length 1; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Rows = (rows / np.maximum(lengths, 1e-9)).astype(np.float32)
    return scaled


def centre(rows: Rows, share: float, base: Rows | None = None) -> Rows:
    """Unit rows after ``share`` (0..1) of their mean is taken off.

    What all sentences of a version have in common (its language, the story) tells none of them apart; without it the
    cosines of a multilingual model spread from a narrow band (0.75-0.95 for e5-small) over -1..1. ``base`` (d,) is the
    mean of news in general: a version of few sentences has no mean of its own to trust.
    """
    return unit_rows(moved(rows, share, base)) if len(rows) > 1 or base is not None else rows


def moved(rows: Rows, share: float, base: Rows | None = None) -> Rows:
    """As ``centre``, not scaled to length 1."""
    if not len(rows):
        return rows
    result: Rows = rows - share * mean_row(rows, base)
    return result


def mean_row(rows: Rows, base: Rows | None = None) -> Rows:
    """Shape (1, d): the mean of a version's rows, drawn to ``base`` where it has few."""
    mean: Rows = rows.mean(axis=0, keepdims=True)
    if base is not None:
        mean = ((len(rows) * mean + _BASE_ROWS * base) / (len(rows) + _BASE_ROWS)).astype(np.float32)
    return mean


def margins(scores: Scores, neighbours: int) -> Scores:
    """How far each score (n, m) stands above the mean of its row's and column's ``neighbours`` best.

    Margin scoring in its distance form, after Artetxe and Schwenk 2019 (arXiv:1811.01136): a sentence that is near to
    everything is near to nothing.
    """
    if scores.size == 0:
        return scores
    rows, columns = scores.shape
    across, down = min(neighbours, columns), min(neighbours, rows)
    best_right = np.partition(scores, columns - across, axis=1)[:, columns - across :].mean(axis=1)
    best_left = np.partition(scores, rows - down, axis=0)[rows - down :, :].mean(axis=0)
    result: Scores = (scores - (best_right[:, None] + best_left[None, :]) / 2).astype(np.float32)
    return result
