"""In which order tests run: the long ones begin first, each worker with a share of them, so that none waits for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

__all__ = ["dealt"]

Test = TypeVar("Test")


def dealt(tests: Sequence[Test], seconds: Sequence[float], workers: int) -> list[Test]:
    """``tests`` so ordered that each of ``workers`` equal parts begins with its share of the long ones, longest first.

    pytest-xdist's ``worksteal`` gives every worker one part, and takes from the ends of the parts of those who are
    behind. ``seconds`` is how long each test takes, 0.0 where it is short; short ones stay in their order.
    """
    order = sorted((n for n, long in enumerate(seconds) if long), key=lambda n: (-seconds[n], n))
    short = [n for n, long in enumerate(seconds) if not long]
    begins: list[list[int]] = [[] for _ in range(workers)]
    for n in order:
        min(begins, key=lambda part: sum(seconds[m] for m in part)).append(n)
    found: list[int] = []
    for part, begin in enumerate(begins):
        size = (len(tests) - len(found)) // (workers - part)
        rest = max(0, size - len(begin))
        found += [*begin, *short[:rest]]
        del short[:rest]
    return [tests[n] for n in [*found, *short]]
