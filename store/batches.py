"""Lists cut into pieces that every database takes as parameters of one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

__all__ = ["in_batches"]

Item = TypeVar("Item")


def in_batches(items: Sequence[Item], size: int = 500) -> Iterator[Sequence[Item]]:
    """``items`` in pieces of ``size``, the last one shorter.

    >>> list(in_batches("abcde", 2))
    ['ab', 'cd', 'e']
    """
    for start in range(0, len(items), size):
        yield items[start : start + size]
