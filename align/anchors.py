"""Words that look alike in every language: numbers in digits and names, folded to a skeleton of sounds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import regex
from anyascii import anyascii
from numpy.typing import NDArray

__all__ = ["RunAnchors", "anchor_scores", "anchors_of"]

_WORDS = regex.compile(r"\p{N}[\p{N}.,]*|\p{Lu}[\p{L}'’-]+")
_SOUNDS = (("sch", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"))
_LETTERS = str.maketrans("cqwzjyg", "kkvsiih")
_SMOOTHING = 4.0
"""Keeps one shared word of a short sentence from counting as a full match."""


@lru_cache(maxsize=65536)
def _folded(word: str) -> str | None:
    plain = anyascii(word).lower()
    if any(c.isdigit() for c in plain):
        return "".join(c for c in plain if c.isdigit())
    plain = regex.sub(r"[^a-z]", "", plain)
    for sound, letter in _SOUNDS:
        plain = plain.replace(sound, letter)
    plain = plain.translate(_LETTERS)
    skeleton = ("a" if plain[:1] in "aeiou" else plain[:1]) + regex.sub("[aeiouh]", "", plain[1:])
    return str(skeleton[:4]) if len(skeleton) >= 3 else None


def anchors_of(text: str) -> frozenset[str]:
    """The folded numbers and capitalised words of ``text``; empty for scripts without capitals and digits."""
    return frozenset(folded for word in _WORDS.findall(text) if (folded := _folded(word)) is not None)


def anchor_scores(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> NDArray[np.float32]:
    """Shape (n, m), 0..1: the weight of shared anchors; rare ones weigh more (inverse document frequency)."""
    weight = _weights(left, right)
    left_weight = [sum(weight[a] for a in anchors) for anchors in left]
    right_weight = [sum(weight[a] for a in anchors) for anchors in right]
    holders: dict[str, list[int]] = {}
    for j, anchors in enumerate(right):
        for anchor in anchors:
            holders.setdefault(anchor, []).append(j)
    scores = np.zeros((len(left), len(right)), dtype=np.float32)
    for i, anchors in enumerate(left):
        for anchor in anchors:
            for j in holders.get(anchor, ()):
                scores[i, j] += weight[anchor] / (_SMOOTHING + math.sqrt(left_weight[i] * right_weight[j]))
    return scores


def _weights(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> dict[str, float]:
    frequency = Counter(anchor for anchors in (*left, *right) for anchor in anchors)
    total = len(left) + len(right)
    return {anchor: math.log(1 + total / count) for anchor, count in frequency.items()}


class RunAnchors:
    """How far the anchors of runs of sentences answer each other, both those of one run and those it lacks.

    Takes the anchors of the sentences of both texts, the longest run, and the weight that keeps a word of a short run
    from counting as all.
    """

    def __init__(
        self, left: Sequence[frozenset[str]], right: Sequence[frozenset[str]], longest: int, smoothing: float
    ) -> None:
        self._smoothing = smoothing
        weights = _weights(left, right)
        column = {anchor: number for number, anchor in enumerate(weights)}
        row = np.sqrt(np.array(list(weights.values()), dtype=np.float32))
        self._runs = [
            [_held(anchors, column, row, count) for count in range(1, longest + 1)] for anchors in (left, right)
        ]
        self._weights = [[(runs**2).sum(axis=1) for runs in some] for some in self._runs]

    def shares(self, i: int, a: int, low: int, high: int, b: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Of a left sentences from i on against each run of b right ones that starts at low..high: the share, 0..1, of
        anchors that both have, and that of those that one has alone; both 0 where neither has any."""
        all_of = self._weights[0][a - 1][i] + self._weights[1][b - 1][low:high]
        both = 2 * (self._runs[1][b - 1][low:high] @ self._runs[0][a - 1][i])
        return both / (all_of + self._smoothing), (all_of - both) / (all_of + self._smoothing)


def _held(
    anchors: Sequence[frozenset[str]], column: dict[str, int], weight: NDArray[np.float32], count: int
) -> NDArray[np.float32]:
    """Shape (n, anchors): the roots of the weights of those in each run of ``count`` sentences, fewer past the end."""
    held = np.zeros((len(anchors), len(column)), dtype=np.float32)
    for number in range(len(anchors)):
        for anchor in frozenset().union(*anchors[number : number + count]):
            held[number, column[anchor]] = weight[column[anchor]]
    return held
