"""Whether the words of one half of a wording are nearer to the same half of another wording, or to its other half."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import permutations

import numpy as np
import regex
from numpy.typing import NDArray

from flag.word_rows import WordRows, content_words

__all__ = ["Contrasts", "contrasts", "half_rows"]

Rows = NDArray[np.float32]
_WORD = regex.compile(r"[\p{L}\p{M}]+")


@dataclass(frozen=True)
class Contrasts:
    """``rows[a, b]`` is how much nearer the words of two versions are to the same half of the other than to the other
    half of it, -2..2, and 0 for a version with itself."""

    versions: tuple[str, ...]
    rows: Rows


def contrasts(halves: Mapping[str, tuple[str, str]], languages: Mapping[str, str], words: WordRows) -> Contrasts:
    """Of the versions both halves of which have content words that the other half has not.

    The words of the shorter half tell, as the longer one holds what is said of both things: of "after the disaster the
    families want justice, not revenge" one language has all but "justice" in the half that is denied. For each of them
    it is the likeness to the nearest word.
    """
    rows = {version: half_rows(pair, languages[version], words) for version, pair in halves.items()}
    read = {version: pair for version, pair in rows.items() if pair is not None}
    found = np.zeros((len(read), len(read)), dtype=np.float32)
    for (a, one), (b, other) in permutations(enumerate(read.values()), 2):
        shorter = 0 if len(one[0]) <= len(one[1]) else 1
        near, far = ((one[shorter] @ half.T).max(axis=1) for half in (other[shorter], other[1 - shorter]))
        found[a, b] = float((near - far).mean())
    return Contrasts(tuple(read), ((found + found.T) / 2).astype(np.float32))


def half_rows(halves: tuple[str, str], language: str, words: WordRows) -> tuple[Rows, Rows] | None:
    """The rows of the words of each half that the other has not; of all words where one has no content word ("us")."""
    for read in (_contents, _all_words):
        first, second = (read(half, language) for half in halves)
        own = [word for word in first if word not in second], [word for word in second if word not in first]
        if own[0] and own[1]:
            return words.rows(own[0], language), words.rows(own[1], language)
    return None


def _contents(half: str, language: str) -> list[str]:
    return [span.of(half) for span in content_words(half, language)]


def _all_words(half: str, _language: str) -> list[str]:
    return _WORD.findall(half)
