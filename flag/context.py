"""The words around a figure, as vectors: figures answer each other when they are said of the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
import regex
from numpy.typing import NDArray

from configs.background import load_background
from flag.evidence import StoryEvidence
from records.claim import Figure

__all__ = ["Embeds", "FigureContexts", "read_contexts"]

Rows = NDArray[np.float32]
_CLAUSE = regex.compile(r"[;:—–()«»„“”\"。；：（）]|,\s|，|、")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_WORDS_BEFORE, _WORDS_AFTER = 6, 7
_LETTERS_BEFORE, _LETTERS_AFTER = 12, 14
_BASE_ROWS = 4.0
"""Figures of a story against which the mean of news in general weighs half."""


class Embeds(Protocol):
    """What the checks need of an encoder."""

    def encode(self, texts: Sequence[str]) -> Rows:
        """One unit row a text."""


class FigureContexts:
    """Likeness of figures by the words around them, by what they count and by their sentences, -1..1."""

    def __init__(self, around: Mapping[str, Rows], subjects: Mapping[str, Rows], sentences: Mapping[str, Rows]) -> None:
        self._around = around
        self._subjects = subjects
        self._sentences = sentences

    def around(self, one: Figure, other: Figure) -> float:
        """Likeness of the words around two figures."""
        return float(self._around[one.id] @ self._around[other.id])

    def joint(self, one: Figure, other: Figure) -> float:
        """Likeness of the words around two figures and of their whole sentences, one as much as the other."""
        sentences = float(self._sentences[one.sentence] @ self._sentences[other.sentence])
        return (self.around(one, other) + sentences) / 2

    def subject(self, one: Figure, other: Figure) -> float | None:
        """Likeness of what two figures count; None when one of them has no subject."""
        a, b = self._subjects.get(one.id), self._subjects.get(other.id)
        return None if a is None or b is None else float(a @ b)


def read_contexts(story: StoryEvidence, encoder: Embeds) -> FigureContexts:
    """The contexts of all figures; each language's vectors are centred by themselves."""
    figures = list(story.figures.values())
    around = [phrase_around(story, figure) for figure in figures]
    counted = [figure for figure in figures if figure.subject]
    rows = encoder.encode([*around, *(figure.subject or "" for figure in counted)])
    told = {figure.sentence: figure.version for figure in figures}
    sentences = encoder.encode([story.versions[v].sentence_text(story.sentences[s]) for s, v in told.items()])
    told_languages = [story.versions[version].language_code for version in told.values()]
    base = encoder.encode(load_background()).mean(axis=0)
    languages = [story.versions[figure.version].language_code for figure in figures]
    counted_languages = [story.versions[figure.version].language_code for figure in counted]
    return FigureContexts(
        dict(zip((f.id for f in figures), _centred(rows[: len(figures)], languages, base), strict=True)),
        dict(zip((f.id for f in counted), _centred(rows[len(figures) :], counted_languages, base), strict=True)),
        dict(zip(told, _centred(sentences, told_languages, base), strict=True)),
    )


def phrase_around(story: StoryEvidence, figure: Figure) -> str:
    """The clause that holds the figure, a few words to each side, the figure itself replaced by ``#``."""
    version = story.versions[figure.version]
    sentence = story.sentences[figure.sentence]
    left, right = version.text[sentence.start : figure.start], version.text[figure.end : sentence.end]
    if _UNSPACED.search(left + right):
        return f"{left[-_LETTERS_BEFORE:]}#{right[:_LETTERS_AFTER]}"
    before = " ".join(left.split()[-_WORDS_BEFORE:])
    after = " ".join(right.split()[:_WORDS_AFTER])
    return f"{before} # {after}".strip()


def _centred(rows: Rows, languages: Sequence[str], base: Rows) -> Rows:
    """Unit rows after the mean of their language is taken off, drawn to the mean of all where a language has few, and
    to ``base``, that of news in general, where the story has few."""
    if not len(rows):
        return rows
    overall = (rows.sum(axis=0) + _BASE_ROWS * base) / (len(rows) + _BASE_ROWS)
    result = np.empty_like(rows)
    for language in set(languages):
        chosen = np.array([one == language for one in languages])
        share = chosen.sum() / (chosen.sum() + 6.0)
        mean = share * rows[chosen].mean(axis=0) + (1 - share) * overall
        moved = rows[chosen] - 0.9 * mean
        result[chosen] = moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    return result
