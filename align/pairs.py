"""Sentences of two versions that say the same: comparable texts, so no order is assumed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.anchors import anchor_scores
from align.encoder import Rows
from align.monotone import best_path, is_near_parallel
from align.similarity import Scores, centre, margins, moved
from configs.pipeline import AlignSettings

__all__ = ["Match", "Side", "align_pair", "pair_margins"]


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of one version: unit ``rows`` (n, d) as the encoder gave them, and the anchors of each.

    ``base`` (d,) is the mean row of news in general, None where it is not known; ``lengths`` are the letters of each
    sentence, () where they are not known.
    """

    rows: Rows
    anchors: Sequence[frozenset[str]]
    base: Rows | None = None
    lengths: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence ``left`` of one version and ``right`` of the other, with the margin between them."""

    left: int
    right: int
    score: float


def pair_margins(left: Side, right: Side, settings: AlignSettings) -> Scores:
    """The margins (n, m) between all sentences of two versions, from embeddings and shared anchors."""
    a, b = (centre(side.rows, settings.centring, side.base) for side in (left, right))
    scores = (a @ b.T).astype(np.float32) + settings.anchor_weight * anchor_scores(left.anchors, right.anchors)
    return margins(scores, settings.neighbours)


def align_pair(left: Side, right: Side, settings: AlignSettings) -> tuple[Match, ...]:
    """The matches of two versions, best first; a sentence may have several (one sentence split in two by the other).

    First the mutual best above ``match_margin``. Where these are many and nearly all in one order, the texts are close
    to parallel, and the best path through both is taken. Else a sentence left over joins the partner it likes best
    where both together fit that partner better, by ``join_gain``, than the first alone.
    """
    if not len(left.rows) or not len(right.rows):
        return ()
    scores = pair_margins(left, right, settings)
    best_right, best_left = scores.argmax(axis=1), scores.argmax(axis=0)
    partner = {
        i: int(j) for i, j in enumerate(best_right) if best_left[j] == i and scores[i, j] >= settings.match_margin
    }
    if is_near_parallel(tuple(partner.items()), min(scores.shape), settings):
        return _along_path(left, right, scores, tuple(partner.items()), settings)
    found = {(i, j): float(scores[i, j]) for i, j in partner.items()}
    a, b = (moved(side.rows, settings.centring, side.base) for side in (left, right))
    joined = _joins(scores, partner, a, b, settings)
    back = {j: i for i, j in partner.items()}
    joined |= {(i, j) for j, i in _joins(scores.T, back, b, a, settings)}
    found |= {(i, j): float(scores[i, j]) for i, j in joined}
    return _surest_first(found)


def _surest_first(found: dict[tuple[int, int], float]) -> tuple[Match, ...]:
    return tuple(sorted((Match(i, j, s) for (i, j), s in found.items()), key=lambda m: (-m.score, m.left, m.right)))


def _along_path(
    left: Side, right: Side, scores: Scores, sure: Sequence[tuple[int, int]], settings: AlignSettings
) -> tuple[Match, ...]:
    lengths = (left.lengths or [1] * len(left.rows), right.lengths or [1] * len(right.rows))
    beads = best_path(left.rows, right.rows, lengths, sure, left.base, settings)
    return _surest_first({(i, j): float(scores[i, j]) for ours, theirs in beads for i in ours for j in theirs})


def _joins(scores: Scores, partner: dict[int, int], a: Rows, b: Rows, settings: AlignSettings) -> set[tuple[int, int]]:
    """Pairs (i, j) in which j, alone so far, joins i's partner."""
    taken, best_left = set(partner.values()), scores.argmax(axis=0)
    found = set()
    for j in range(scores.shape[1]):
        i = int(best_left[j])
        if j in taken or i not in partner or scores[i, j] < settings.join_margin:
            continue
        alone, both = b[partner[i]], b[partner[i]] + b[j]
        if _cosine(a[i], both) - _cosine(a[i], alone) >= settings.join_gain:
            found.add((i, j))
    return found


def _cosine(x: Rows, y: Rows) -> float:
    return float(x @ y / max(float(np.linalg.norm(x) * np.linalg.norm(y)), 1e-9))
