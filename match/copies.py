"""Recognises copies: one agency's text in several outlets is one telling, not several."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import regex

from records.version import Version

__all__ = ["Copy", "find_copies"]

_WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|[\p{L}\p{M}\p{N}]+")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
_SHINGLE = 4
_COPIED = 0.7
"""Share of the shorter text's word sequences that the other has too. Independent texts on one event share under 0.1."""
_EDGE = 300
"""Letters at both ends in which an agency is credited."""


@dataclass(frozen=True, slots=True)
class Copy:
    """``version`` has ``share`` (0..1) of its words from ``source`` (ids); ``credit`` is the agency that both name."""

    version: str
    source: str
    share: float
    credit: str | None


def find_copies(versions: Sequence[Version], agencies: Collection[str] = ()) -> tuple[Copy, ...]:
    """The copies among ``versions``, each of the earliest text that it shares its words with.

    ``agencies`` are names that a credit line may hold.
    """
    ordered = sorted(versions, key=lambda v: (v.published is None, str(v.published), v.id))
    shingles = {v.id: _shingles(v.text.partition("\n\n")[2]) for v in ordered}
    found = []
    for number, version in enumerate(ordered):
        for earlier in ordered[:number]:
            if earlier.language_code == version.language_code and earlier.url != version.url:
                share = _share(shingles[version.id], shingles[earlier.id])
                if share >= _COPIED:
                    found.append(Copy(version.id, earlier.id, round(share, 2), _credit(version, earlier, agencies)))
                    break
    return tuple(found)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(tuple(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1))


def _share(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def _credit(one: Version, other: Version, agencies: Collection[str]) -> str | None:
    edges = [text for v in (one, other) for text in (v.text[: _EDGE + len(v.headline)], v.text[-_EDGE:])]
    for name in sorted(agencies, key=len, reverse=True):
        word = regex.escape(name)
        pattern = regex.compile(word if _UNSPACED.search(name) else rf"(?<![\p{{L}}\p{{N}}]){word}(?![\p{{L}}\p{{N}}])")
        named = [pattern.search(text) is not None for text in edges]
        if any(named[:2]) and any(named[2:]):
            return name
    return None
