"""Sentence alignment as beads (source sentences : target sentences), and how well they fit gold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

__all__ = ["Bead", "beads_of", "f1", "lax_f1", "read_beads", "strict_f1"]

Bead = tuple[frozenset[int], frozenset[int]]
_LINE = re.compile(r"\[([\d, ]*)\]\s*:\s*\[([\d, ]*)\]")


def read_beads(path: Path) -> list[Bead]:
    """The beads of a file with lines ``[0, 1]:[2]``; one side may be empty."""
    found = _LINE.findall(path.read_text(encoding="utf-8"))
    return [(_numbers(left), _numbers(right)) for left, right in found]


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(number) for number in re.findall(r"\d+", text))


def beads_of(pairs: Iterable[tuple[int, int]]) -> list[Bead]:
    """Pairs of sentences joined into beads: the connected components."""
    home: dict[tuple[str, int], tuple[set[int], set[int]]] = {}
    for left, right in pairs:
        one = home.setdefault(("left", left), ({left}, set()))
        other = home.setdefault(("right", right), (set(), {right}))
        if one is not other:
            one[0].update(other[0])
            one[1].update(other[1])
            home.update({("left", i): one for i in one[0]} | {("right", j): one for j in one[1]})
    return [(frozenset(a), frozenset(b)) for a, b in {id(bead): bead for bead in home.values()}.values()]


def f1(right: int, found: int, expected: int) -> float:
    """The harmonic mean of ``right / found`` and ``right / expected``; 0 where nothing is right."""
    return 2 * right / (found + expected) if right else 0.0


def strict_f1(found: Sequence[Bead], gold: Sequence[Bead]) -> tuple[int, int, int]:
    """(right, found, expected) beads, right when equal to a gold bead; those with an empty side don't count."""
    ours, theirs = _full(found), _full(gold)
    return len(set(ours) & set(theirs)), len(ours), len(theirs)


def lax_f1(found: Sequence[Bead], gold: Sequence[Bead]) -> float:
    """F1 where a bead is right when it shares a sentence on both sides with a bead of the other list (vecalign's)."""
    ours, theirs = _full(found), _full(gold)
    precision = sum(any(_touch(bead, other) for other in theirs) for bead in ours) / max(len(ours), 1)
    recall = sum(any(_touch(bead, other) for other in ours) for bead in theirs) / max(len(theirs), 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _full(beads: Sequence[Bead]) -> list[Bead]:
    return [bead for bead in beads if bead[0] and bead[1]]


def _touch(one: Bead, other: Bead) -> bool:
    return bool(one[0] & other[0] and one[1] & other[1])
