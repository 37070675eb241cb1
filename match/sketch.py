"""What a page is about, small enough to hold against thousands of others: a vector, its names, its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

import numpy as np
import regex
from anyascii import anyascii
from numpy.typing import NDArray

from records.version import Version

__all__ = ["Embeds", "Rows", "Sketch", "names_in", "sketch_text", "sketch_texts", "sketch_versions"]

Rows = NDArray[np.float32]
_LEAD_SENTENCES = 4
"""Headline and the sentences after it: news says in them what happened, the rest tells of older things too."""
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}'’-]{2,}|\p{N}[\p{N}.,]*\p{N}")
_VOWELS = regex.compile("[aeiouhy]")
_SOUNDS = (("sch", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("dj", "j"))
_LETTERS = str.maketrans("cqwzj", "kkvsi")
_LONGEST = 5


class Embeds(Protocol):
    """What matching needs of an encoder."""

    def encode(self, texts: Sequence[str]) -> Rows:
        """One unit row a text."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A page: ``vector`` is a unit row of shape (d,), ``names`` are folded so that they agree over scripts."""

    url: str
    outlet: str
    language: str
    published: datetime | None
    vector: Rows
    names: frozenset[str]


def sketch_versions(versions: Sequence[Version], encoder: Embeds) -> list[Sketch]:
    """The sketches of ``versions``, in their order."""
    leads = [
        [v.sentence_text(one) for one in v.sentences[: _LEAD_SENTENCES + 1]] or [v.headline or v.text[:200]]
        for v in versions
    ]
    return [
        Sketch(v.url, v.outlet, v.language_code, v.published, vector, names_in(lead))
        for v, lead, vector in zip(versions, leads, _vectors(leads, encoder), strict=True)
    ]


def sketch_texts(texts: Sequence[Sequence[str]], encoder: Embeds, languages: Sequence[str]) -> list[Sketch]:
    """The sketches of texts of which the first sentences are given, the headline before all."""
    vectors = _vectors(texts, encoder)
    return [
        Sketch("", "", language, None, vector, names_in(sentences))
        for sentences, language, vector in zip(texts, languages, vectors, strict=True)
    ]


def sketch_text(
    sentences: Sequence[str], encoder: Embeds, language: str = "", published: datetime | None = None
) -> Sketch:
    """The sketch of one text."""
    (found,) = sketch_texts([sentences], encoder, [language])
    return replace(found, published=published)


def _vectors(texts: Sequence[Sequence[str]], encoder: Embeds) -> list[Rows]:
    """The mean vector of each text's sentences as a unit row; the encoder is asked once for all of them."""
    rows = encoder.encode([sentence for sentences in texts for sentence in sentences])
    vectors, at = [], 0
    for sentences in texts:
        mean = rows[at : at + len(sentences)].mean(axis=0)
        vectors.append((mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float32))
        at += len(sentences)
    return vectors


def names_in(sentences: Sequence[str]) -> frozenset[str]:
    """Capitalised words and long numbers of ``sentences``, folded to a skeleton of sounds.

    Empty for scripts without capitals and digits: a missing name is never a difference.
    """
    return frozenset(
        folded for text in sentences for word in _NAME.findall(text) if (folded := _folded(word)) is not None
    )


def _folded(word: str) -> str | None:
    plain = anyascii(word).lower()
    if any(c.isdigit() for c in plain):
        return regex.sub(r"\D", "", plain) or None
    plain = regex.sub("[^a-z]", "", plain)
    for sound, letter in _SOUNDS:
        plain = plain.replace(sound, letter)
    plain = plain.translate(_LETTERS)
    skeleton = ("a" if plain[:1] in "aeiou" else plain[:1]) + _VOWELS.sub("", plain[1:])
    return str(skeleton[:_LONGEST]) if len(skeleton) >= 3 else None
