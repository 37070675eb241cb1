"""Columns of numbers that grow, and values of fields as small numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Column", "Mask", "Names", "Numbers", "Sets"]

Mask = NDArray[np.bool_]
Numbers = NDArray[np.intp]
_ROOM = 1_000


@dataclass(slots=True)
class Column:
    """Numbers by place; ``get(size)`` are the first ``size`` of them. It grows by half, so that growing stays cheap."""

    kind: str = "intp"
    _held: NDArray[Any] = field(init=False)

    def __post_init__(self) -> None:
        self._held = np.zeros(_ROOM, dtype=self.kind)

    def put(self, place: int, value: float) -> None:
        """Sets the number at ``place``."""
        if place >= len(self._held):
            room = np.zeros(max(_ROOM, place // 2, place + 1 - len(self._held)), dtype=self.kind)
            self._held = np.concatenate([self._held, room])
        self._held[place] = value

    def put_all(self, values: NDArray[Any]) -> None:
        """Sets the numbers of the first places."""
        self._held = np.concatenate([values.astype(self.kind), np.zeros(_ROOM, dtype=self.kind)])

    def get(self, size: int) -> NDArray[Any]:
        """The numbers of the first ``size`` places, not to be written to."""
        return self._held[:size]


@dataclass(slots=True)
class Names:
    """Values of a field as numbers from 0, in the order in which they first came."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, value: str) -> int:
        """The number of ``value``, a new one when it is new."""
        return self.numbers.setdefault(value, len(self.numbers))

    def most(self, counts: Numbers, limit: int) -> dict[str, int]:
        """The ``limit`` values counted most, by name."""
        names = list(self.numbers)
        best = [int(n) for n in np.argsort(-counts, kind="stable")[:limit] if counts[n]]
        return dict(sorted((names[n], int(counts[n])) for n in best))


@dataclass(slots=True)
class Sets:
    """Sets of names as numbers: findings have several outlets, but a store has few different sets of outlets."""

    names: Names = field(default_factory=Names)
    _numbers: dict[tuple[int, ...], int] = field(default_factory=dict)
    _flat: tuple[Numbers, Numbers] | None = None

    def number(self, values: Iterable[str]) -> int:
        """The number of this set, a new one when it is new."""
        key = tuple(sorted({self.names.number(value) for value in values}))
        if key not in self._numbers:
            self._flat = None
        return self._numbers.setdefault(key, len(self._numbers))

    def holding(self, value: str) -> Mask:
        """By number of set, whether it holds ``value``."""
        owners, members = self._members()
        held = np.zeros(len(self._numbers), dtype=bool)
        held[owners[members == self.names.numbers.get(value, -1)]] = True
        return held

    def most(self, counts: Sequence[int] | Numbers, limit: int) -> dict[str, int]:
        """The ``limit`` names counted most, given how often each set was counted."""
        owners, members = self._members()
        weights = np.asarray(counts)[owners]
        summed = np.bincount(members, weights=weights, minlength=len(self.names.numbers)).astype(np.intp)
        return self.names.most(summed, limit)

    def __len__(self) -> int:
        return len(self._numbers)

    def _members(self) -> tuple[Numbers, Numbers]:
        if self._flat is None:
            lengths = [len(key) for key in self._numbers]
            owners = np.repeat(np.arange(len(lengths), dtype=np.intp), lengths)
            self._flat = owners, np.array([n for key in self._numbers for n in key], dtype=np.intp)
        return self._flat
