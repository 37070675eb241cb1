"""How likely two pages tell of one event: their vectors, the names they share, the days between them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from configs.pipeline import MatchSettings
from match.sketch import Rows, Sketch

__all__ = ["likeness_matrix"]

_FEWEST_OF_A_LANGUAGE = 6.0
_NAMES_SMOOTHING = 6.0
_PAGES_ENOUGH = 240
"""Pages from which their own covariance is trusted as far as the settings say."""


def likeness_matrix(
    left: Sequence[Sketch], right: Sequence[Sketch], settings: MatchSettings, background: Sequence[Sketch] = ()
) -> Rows:
    """Shape (n, m), about -1..1: cosine of whitened vectors, with shared rare names added and days apart taken off.

    ``background`` are pages of no event of these: what they have in common with them counts for nothing.
    """
    if not left or not right:
        return np.zeros((len(left), len(right)), dtype=np.float32)
    vectors = _whitened(_centred([*left, *right, *background], settings.centring), settings.shrinkage)
    scores = vectors[: len(left)] @ vectors[len(left) : len(left) + len(right)].T
    scores += settings.names_weight * _shared_names(left, right)
    late = settings.day_weight * _days_apart(left, right, settings.free_days)
    scores -= np.minimum(late, settings.most_days_weight)
    result: Rows = scores.astype(np.float32)
    return result


def _centred(sketches: Sequence[Sketch], share: float) -> Rows:
    """Unit rows after the mean of their language is taken off, drawn to the mean of all where it has few pages."""
    rows = np.stack([sketch.vector for sketch in sketches])
    overall = rows.mean(axis=0)
    result = np.empty_like(rows)
    languages = [sketch.language for sketch in sketches]
    for language in set(languages):
        chosen = np.array([one == language for one in languages])
        weight = chosen.sum() / (chosen.sum() + _FEWEST_OF_A_LANGUAGE)
        mean = weight * rows[chosen].mean(axis=0) + (1 - weight) * overall
        moved = rows[chosen] - share * mean
        result[chosen] = moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    return result


def _whitened(rows: Rows, shrinkage: float) -> Rows:
    """Unit rows in which the directions that many pages share weigh less: a topic is no event.

    The covariance is drawn to a round one (Ledoit and Wolf 2004, with a fixed weight), the more so the fewer pages.
    """
    covariance = (rows.T @ rows / len(rows)).astype(np.float64)
    values, directions = np.linalg.eigh(covariance)
    round_part = shrinkage * max(1.0, _PAGES_ENOUGH / len(rows)) * values.mean()
    moved = (rows @ directions) / np.sqrt(np.maximum(values, 0.0) + round_part)
    result: Rows = (moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return result


def _shared_names(left: Sequence[Sketch], right: Sequence[Sketch]) -> Rows:
    """Shape (n, m), 0..1: the weight of shared names by inverse document frequency; 0 where a page has none."""
    frequency = Counter(name for sketch in {id(s): s for s in (*left, *right)}.values() for name in sketch.names)
    total = max(len({id(s) for s in (*left, *right)}), 1)
    weight = {name: math.log(1 + total / count) for name, count in frequency.items()}
    mine = [sum(weight[name] for name in sketch.names) for sketch in left]
    theirs = [sum(weight[name] for name in sketch.names) for sketch in right]
    holders: dict[str, list[int]] = {}
    for j, sketch in enumerate(right):
        for name in sketch.names:
            holders.setdefault(name, []).append(j)
    scores = np.zeros((len(left), len(right)), dtype=np.float32)
    for i, sketch in enumerate(left):
        for name in sketch.names:
            for j in holders.get(name, ()):
                scores[i, j] += weight[name] / (_NAMES_SMOOTHING + math.sqrt(mine[i] * theirs[j]))
    return scores


def _days_apart(left: Sequence[Sketch], right: Sequence[Sketch], free: float) -> Rows:
    """Shape (n, m): days beyond the ``free`` ones; 0 where a page does not say when it was published."""
    here = np.array([_day(sketch) for sketch in left])
    there = np.array([_day(sketch) for sketch in right])
    apart = np.maximum(np.abs(here[:, None] - there[None, :]) - free, 0.0)
    result: Rows = np.nan_to_num(apart, nan=0.0).astype(np.float32)
    return result


def _day(sketch: Sketch) -> float:
    return math.nan if sketch.published is None else sketch.published.timestamp() / 86400
