"""Sentences of two versions that say the same: comparable texts, so no order is assumed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.anchors import anchor_scores, anchors_of
from align.bead_scores import JoinedRows, Text
from align.encoder import Encoder, Rows
from align.monotone import best_path, is_near_parallel
from align.similarity import Scores, centre, margins, mean_row, moved, unit_rows
from configs.pipeline import AlignSettings
from records.errors import InputError

__all__ = ["Match", "Side", "align_pair", "pair_margins", "side_of"]


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of one version: unit ``rows`` (n, d) as the encoder gave them, and the anchors of each.

    ``base`` (d,) is the mean row of news in general, None where it is not known; ``lengths`` are the letters of each
    sentence, () where they are not known. ``joined_rows`` gives unit rows for runs of sentences (their numbers) read as
    one text each; without it their sums stand in.
    """

    rows: Rows
    anchors: Sequence[frozenset[str]]
    base: Rows | None = None
    lengths: Sequence[int] = ()
    joined_rows: JoinedRows | None = None


def side_of(rows: Rows, texts: Sequence[str], encoder: Encoder, base: Rows | None = None) -> Side:
    """The side of a version whose sentences are ``texts``, embedded as ``rows`` by ``encoder``.

    A replay has only the vectors that its run asked for; with other thresholds it may ask for more, and takes sums.
    """

    def joined_rows(runs: Sequence[Sequence[int]]) -> Rows:
        try:
            return encoder.encode([" ".join(texts[number] for number in run) for run in runs])
        except InputError:
            return unit_rows(np.stack([rows[list(run)].sum(axis=0) for run in runs]))

    return Side(rows, [anchors_of(text) for text in texts], base, [len(text) for text in texts], joined_rows)


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
    where both together, read as one text, fit that partner better than the first alone.
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
    joined = _joins(scores, partner, left, right, settings)
    back = {j: i for i, j in partner.items()}
    joined |= {(i, j) for j, i in _joins(scores.T, back, right, left, settings)}
    found |= {(i, j): float(scores[i, j]) for i, j in joined}
    return _surest_first(found)


def _surest_first(found: dict[tuple[int, int], float]) -> tuple[Match, ...]:
    return tuple(sorted((Match(i, j, s) for (i, j), s in found.items()), key=lambda m: (-m.score, m.left, m.right)))


def _along_path(
    left: Side, right: Side, scores: Scores, sure: Sequence[tuple[int, int]], settings: AlignSettings
) -> tuple[Match, ...]:
    one, other = (Text(side.rows, side.lengths or [1] * len(side.rows), side.joined_rows) for side in (left, right))
    beads = best_path(one, other, sure, left.base, settings)
    return _surest_first({(i, j): float(scores[i, j]) for ours, theirs in beads for i in ours for j in theirs})


def _joins(
    scores: Scores, partner: dict[int, int], one: Side, other: Side, settings: AlignSettings
) -> set[tuple[int, int]]:
    """Pairs (i, j) in which j, alone so far, joins the partner of i: both together say what i of ``one`` says."""
    a, b = (moved(side.rows, settings.centring, side.base) for side in (one, other))
    least = settings.join_margin if other.joined_rows is None else settings.joined_margin
    taken = set(partner.values())
    asked: list[tuple[int, int]] = []
    gains: list[float] = []
    for j, i in enumerate(scores.argmax(axis=0).tolist()):
        if i in partner and j not in taken and scores[i, j] >= least:
            asked.append((i, j))
            gains.append(_cosine(a[i], b[partner[i]] + b[j]) - _cosine(a[i], b[partner[i]]))
    if other.joined_rows is None:
        return {pair for pair, gain in zip(asked, gains, strict=True) if gain >= settings.join_gain}
    likely = [
        (i, j)
        for (i, j), gain in zip(asked, gains, strict=True)
        if gain >= settings.joined_look and abs(partner[i] - j) <= settings.joined_reach
    ]
    if not likely:
        return set()
    rows = other.joined_rows([sorted((partner[i], j)) for i, j in likely])
    both = rows - settings.centring * mean_row(other.rows, other.base)
    return {
        (i, j)
        for (i, j), row in zip(likely, both, strict=True)
        if _cosine(a[i], row) - _cosine(a[i], b[partner[i]]) >= settings.joined_gain
    }


def _cosine(x: Rows, y: Rows) -> float:
    return float(x @ y / max(float(np.linalg.norm(x) * np.linalg.norm(y)), 1e-9))
