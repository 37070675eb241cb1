"""What aligns two versions in the benchmark: ours, and the naive peer; and the encoder that all of it asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from align.encoder import Encoder, Rows
from align.pairs import Side, align_pair, side_of
from configs.pipeline import AlignSettings

__all__ = ["Aligner", "Pairs", "RememberingEncoder", "aligners_of", "greedy_pairs", "side_of_texts"]

Pairs = set[tuple[int, int]]
Aligner = Callable[[Side, Side], Pairs]


def greedy_pairs(left: Side, right: Side) -> Pairs:
    """The naive peer: nearest pairs first by raw cosine, each sentence used once."""
    scores = left.rows @ right.rows.T
    order = np.dstack(np.unravel_index(np.argsort(-scores, axis=None), scores.shape))[0]
    pairs: Pairs = set()
    for i, j in order.tolist():
        if all(i != a and j != b for a, b in pairs):
            pairs.add((i, j))
    return pairs


def aligners_of(settings: AlignSettings) -> Mapping[str, Aligner]:
    """``ours`` and ``greedy``."""
    return {
        "ours": lambda left, right: {(match.left, match.right) for match in align_pair(left, right, settings)},
        "greedy": greedy_pairs,
    }


class RememberingEncoder:
    """An encoder that encodes a text once in a run, and counts the ``seconds`` of processor time that it took."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._rows: dict[str, Rows] = {}
        self.seconds = 0.0

    @property
    def signature(self) -> str:
        return self._encoder.signature

    def encode(self, texts: Sequence[str]) -> Rows:
        new = list(dict.fromkeys(text for text in texts if text not in self._rows))
        begun = time.process_time()
        self._rows |= dict(zip(new, self._encoder.encode(new), strict=True))
        self.seconds += time.process_time() - begun
        return np.stack([self._rows[text] for text in texts])


def side_of_texts(texts: Sequence[str], encoder: Encoder, settings: AlignSettings) -> Side:
    """The sentences ``texts`` of one version, embedded."""
    return side_of(encoder.encode(texts), texts, encoder, settings)
