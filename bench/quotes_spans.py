"""Matching of found spans and speakers with those that people marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

__all__ = ["Tally", "bare", "match_exact", "match_overlapping", "same_speaker"]

Pair = tuple[int, int]
_EDGE = "。！？，、।۔؟؛،;„“”‟\"«»‹›‚‘’'「」『』 \t\n\r\u00a0\u202f,.;:–—-!?…"
_OVERLAP = 0.3
"""Share of the union from which two spans name the same content, as GenderGapTracker's evaluation takes it."""
_LINKS = frozenset(["der", "die", "das", "des", "dem", "den", "von", "vom", "the", "a", "an", "of", "and", "und"])


@dataclass(slots=True)
class Tally:
    """Counts over documents; ``right`` of ``judged`` speakers."""

    hit: int = 0
    found: int = 0
    gold: int = 0
    right: int = 0
    judged: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, None when there was nothing to find."""
        return 2 * self.hit / (self.found + self.gold) if self.gold else None

    @property
    def speaker(self) -> float | None:
        """The share of speakers that are right, None when none was judged."""
        return self.right / self.judged if self.judged else None


def bare(text: str, start: int, end: int) -> Pair:
    """The span without the marks, spaces and punctuation at its ends."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def match_exact(found: Sequence[Pair], gold: Sequence[Pair]) -> list[tuple[int, int]]:
    """Pairs (index in ``found``, index in ``gold``) of equal spans, each span once."""
    places = {span: n for n, span in enumerate(gold)}
    seen: set[int] = set()
    pairs = []
    for n, span in enumerate(found):
        m = places.get(span)
        if m is not None and m not in seen:
            seen.add(m)
            pairs.append((n, m))
    return pairs


def match_overlapping(found: Sequence[Sequence[Pair]], gold: Sequence[Sequence[Pair]]) -> list[tuple[int, int]]:
    """Pairs of contents (each a list of spans) that share ``_OVERLAP`` of their union, best first, each once."""
    scored = []
    for n, one in enumerate(found):
        mine = _places(one)
        for m, other in enumerate(gold):
            if one[0][0] < other[-1][1] and other[0][0] < one[-1][1]:
                theirs = _places(other)
                share = len(mine & theirs) / max(1, len(mine | theirs))
                if share >= _OVERLAP:
                    scored.append((share, n, m))
    pairs = []
    used_found: set[int] = set()
    used_gold: set[int] = set()
    for _, n, m in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if n not in used_found and m not in used_gold:
            used_found.add(n)
            used_gold.add(m)
            pairs.append((n, m))
    return pairs


def _places(spans: Sequence[Pair]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def same_speaker(found: str | None, gold: str) -> bool:
    """Whether ``found`` shares a word of substance with ``gold``, endings aside; capitals don't matter."""
    if found is None:
        return False
    mine, theirs = _words(found), _words(gold)
    return any(a == b or (len(a) > 4 and len(b) > 4 and a[:5] == b[:5]) for a in mine for b in theirs)


def _words(name: str) -> set[str]:
    words = regex.findall(r"\w+", name.lower())
    return {w for w in words if w not in _LINKS} or set(words)
