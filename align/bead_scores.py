"""How well runs of sentences of two texts answer each other: the scores that the path through both is found by."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.anchors import RunAnchors
from align.encoder import Rows
from align.endings import unlike_endings
from align.similarity import moved, unit_rows
from configs.pipeline import AlignSettings

__all__ = ["LONGEST_RUN", "BeadScores", "JoinedRows", "Text"]

JoinedRows = Callable[[Sequence[Sequence[int]]], Rows]
"""Unit rows of runs of sentences (their numbers), each read as one text."""
LONGEST_RUN = 4
"""Sentences in a run at most."""
_LONGEST_EMBEDDED = 3
"""Longer runs are always taken as the sum of their sentences: each length costs as much again as all sentences."""
_SMOOTHING = 10.0
"""Letters by which short sentences are kept from looking of very different lengths."""


@dataclass(frozen=True, slots=True)
class Text:
    """Unit ``rows`` (n, d) of sentences, the letters of each, what embeds runs of them where it is at hand, and the
    anchors and whether each comes to a stop, () where they are not known."""

    rows: Rows
    lengths: Sequence[int]
    joined_rows: JoinedRows | None = None
    anchors: Sequence[frozenset[str]] = ()
    stops: Sequence[bool] = ()


class BeadScores:
    """Scores of beads: cosine of the runs above that of their neighbours, by their lengths, sizes and shared anchors.

    A run's vector is the sum of its sentences, longer ones weighing more, after Vecalign (Thompson and Koehn 2019,
    aclanthology.org/D19-1136), until ``embed_runs`` puts that of its text in its place, as Bertalign has it (Liu and
    Zhu 2022, doi.org/10.1093/llc/fqac089); the margin and the cost of a bead's size are Bertalign's.
    """

    def __init__(self, left: Text, right: Text, base: Rows | None, settings: AlignSettings) -> None:
        self._texts = (left, right)
        self._settings = settings
        self._base = base
        self._runs = tuple([_sums(text, count) for count in range(1, LONGEST_RUN + 1)] for text in self._texts)
        self._sizes = [np.concatenate([[0], np.cumsum(text.lengths)]).astype(float) for text in self._texts]
        self._ratio = max(self._sizes[1][-1], 1.0) / max(self._sizes[0][-1], 1.0)
        none = frozenset[str]()
        one, other = (text.anchors or [none] * len(text.rows) for text in self._texts)
        self._anchors = RunAnchors(one, other, LONGEST_RUN, settings.anchor_smoothing)
        ends = [text.stops or [True] * len(text.rows) for text in self._texts]
        self._unlike_ends = settings.ending_cost * unlike_endings(ends[0], ends[1])
        self._centre()
        single = self._centred[0][0] @ self._centred[1][0].T
        k = settings.path_nearest
        means = np.sort(single, axis=1)[:, -k:].mean(axis=1), np.sort(single, axis=0)[-k:, :].mean(axis=0)
        self._means = [np.concatenate([[0], np.cumsum(mean)]) for mean in means]

    def _centre(self) -> None:
        share = self._settings.centring
        self._centred = [[unit_rows(moved(rows, share, self._base)) for rows in runs] for runs in self._runs]

    def embed_runs(self, opened: tuple[Collection[int], Collection[int]]) -> None:
        """Embeds the runs in which a sentence of ``opened`` (numbers, one collection a side) is."""
        for text, runs, doubtful in zip(self._texts, self._runs, opened, strict=True):
            asked = [
                range(start, start + count)
                for count in range(2, _LONGEST_EMBEDDED + 1)
                for start in range(len(text.rows) - count + 1)
                if any(number in doubtful for number in range(start, start + count))
            ]
            if text.joined_rows is not None and asked:
                for run, row in zip(asked, text.joined_rows(asked), strict=True):
                    runs[len(run) - 1][run.start] = row
        self._centre()

    def of(self, i: int, a: int, low: int, high: int, b: int) -> NDArray[np.float64]:
        """The scores of sentences i..i+a of the left text against the runs of b right ones that start at low..high."""
        settings = self._settings
        cosine = self._centred[1][b - 1][low:high] @ self._centred[0][a - 1][i]
        around = _of_run(self._means[0], i, i + 1, a) / a + _of_run(self._means[1], low, high, b) / b
        mine = _of_run(self._sizes[0], i, i + 1, a) * self._ratio
        yours = _of_run(self._sizes[1], low, high, b)
        unlike = np.abs(np.log((mine + _SMOOTHING) / (yours + _SMOOTHING)))
        score = cosine - settings.path_neighbours * around / 2 - settings.length_weight * unlike
        shared, lacked = self._anchors.shares(i, a, low, high, b)
        score = score + settings.shared_anchors * shared - settings.lacked_anchors * lacked
        score = score - self._unlike_ends[i + a - 1, low + b - 1 : high + b - 1]
        weighted: NDArray[np.float64] = ((a + b) / 2) ** settings.bead_weight * score - settings.bead_cost * (a + b - 2)
        return weighted


def _of_run(sums: NDArray[np.float64], low: int, high: int, count: int) -> NDArray[np.float64]:
    """What runs of ``count`` that start at low..high have together, by the sums of all before each."""
    return sums[low + count : high + count] - sums[low:high]


def _sums(text: Text, count: int) -> Rows:
    """Unit rows of each run of ``count`` sentences as their sum, longer ones weighing more; shorter past the end."""
    weights = np.asarray(text.lengths, dtype=np.float32)[:, None]
    total = np.zeros_like(text.rows)
    for ahead in range(min(count, len(total))):
        total[: len(total) - ahead] += (text.rows * weights)[ahead:]
    return unit_rows(total)
