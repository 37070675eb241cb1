"""What is costly to read is read once a process, however many threads ask for it at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache, wraps
from typing import ParamSpec, TypeVar

__all__ = ["once"]

Given = ParamSpec("Given")
Kept = TypeVar("Kept")


def once(read: Callable[Given, Kept]) -> Callable[Given, Kept]:
    """As ``functools.cache``, which lets threads that ask at once all do the work: here they wait for the first.

    >>> @once
    ... def square(number: int) -> int:
    ...     return number * number
    >>> square(4)
    16
    """
    kept, turn = cache(read), threading.RLock()

    @wraps(read)
    def one(*args: Given.args, **kwargs: Given.kwargs) -> Kept:
        with turn:
            return kept(*args, **kwargs)  # type: ignore[arg-type]  # cache types arguments as hashable

    return one
