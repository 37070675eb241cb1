"""What a page is about, small enough to hold against thousands of others: a vector, its names, its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import numpy as np
import regex
from anyascii import anyascii
from numpy.typing import NDArray

from records.version import Version

__all__ = ["Embeds", "Rows", "Sketch", "names_in", "sketch_text", "sketch_versions"]

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
        sketch_text(lead, encoder, v.url, v.outlet, v.language_code, v.published)
        for v, lead in zip(versions, leads, strict=True)
    ]


def sketch_text(
    sentences: Sequence[str],
    encoder: Embeds,
    url: str = "",
    outlet: str = "",
    language: str = "",
    published: datetime | None = None,
) -> Sketch:
    """The sketch of a text of which ``sentences`` are the first, the headline before all."""
    rows = encoder.encode(list(sentences))
    mean = rows.mean(axis=0)
    vector = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return Sketch(url, outlet, language, published, vector.astype(np.float32), names_in(sentences))


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
