"""Versions that print one text: an agency's report in twelve outlets is one witness, not twelve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from zlib import crc32

import regex

from configs.pipeline import AlignSettings
from records.version import Version

__all__ = ["find_copies"]

_WORDS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|[\p{L}\p{M}\p{N}]+")
_SHINGLE = 5
"""Words of a shingle: long enough that two reporters seldom write it alike (Broder 1997 uses 10, for longer texts)."""
_FEWEST_SHINGLES = 20
_KEPT = 4
"""One shingle in so many, by its hash, finds the candidates; whole sets decide."""
_SHARED_TO_TRY = 3
_MOST_SOURCES = 20
"""Of many versions with one shingle, so many are tried as the source: a thousand copies are no million pairs."""


def find_copies(versions: Sequence[Version], settings: AlignSettings) -> dict[str, str]:
    """Version id -> id of the version that it copies: the earliest published of those with the same text.

    A copy shares ``copy_share`` of the shingles of the shorter of the two (containment, after Broder 1997, "On the
    resemblance and containment of documents"): outlets cut an agency's text from the end and give it a headline.
    Languages are not compared: a translation is a version of its own.
    """
    shingles = [_shingles(version) for version in versions]
    order = sorted(range(len(versions)), key=lambda n: (str(versions[n].published or "9"), n))
    rank = {n: place for place, n in enumerate(order)}
    source: dict[int, int] = {}
    for n, m in _candidates(versions, shingles):
        early, late = sorted((n, m), key=rank.__getitem__)
        shorter = min(len(shingles[n]), len(shingles[m]))
        if len(shingles[n] & shingles[m]) >= settings.copy_share * shorter:
            source[late] = min(source.get(late, early), early, key=rank.__getitem__)
    return {versions[n].id: versions[_root(n, source)].id for n in sorted(source)}


def _root(n: int, source: Mapping[int, int]) -> int:
    while n in source:
        n = source[n]
    return n


def _shingles(version: Version) -> frozenset[int]:
    words = [word.lower() for word in _WORDS.findall(version.text[len(version.headline) :])]
    runs = range(len(words) - _SHINGLE + 1)
    found = frozenset(crc32(" ".join(words[at : at + _SHINGLE]).encode()) for at in runs)
    return found if len(found) >= _FEWEST_SHINGLES else frozenset()


def _candidates(versions: Sequence[Version], shingles: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs of one language that share some of the kept shingles: no all-pairs comparison of many versions."""
    holders: dict[tuple[str, int], list[int]] = {}
    for n, (version, found) in enumerate(zip(versions, shingles, strict=True)):
        for shingle in found:
            if shingle % _KEPT == 0:
                holders.setdefault((version.language_code, shingle), []).append(n)
    shared = Counter((n, m) for some in holders.values() for n in some[:_MOST_SOURCES] for m in some if n < m)
    return sorted(pair for pair, count in shared.items() if count >= _SHARED_TO_TRY)
