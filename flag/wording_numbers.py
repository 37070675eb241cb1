"""Numbers that one wording has and another of the same language has not, figures and bare digits alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import regex

from records.claim import Figure

__all__ = ["NumberChange", "changed_numbers"]

_DIGITS = regex.compile(r"(?:\p{L}+-?)?\d+(?:[.,'’\u00a0\u202f]\d+)*")
_DURATION = regex.compile(r"PT?(\d+)[A-Z]")
_APART = regex.compile(r"[^\d]")
NumberChange = tuple[str, str, float]
"""Numbers of each text as written, and how sure it is, 0..1, that they stand for one another."""


def changed_numbers(
    a: str, b: str, left: Sequence[tuple[Figure, str]], right: Sequence[tuple[Figure, str]]
) -> NumberChange | None:
    """The numbers that stand in one text only; None where either has none of its own.

    ``left`` and ``right`` are the figures of ``a`` and ``b``, each with its words. Digits are compared as digits, so
    that "272.000" is "272,000"; what figures alone can tell ("three", "570 thousand") as the values that were read.
    """
    mine, yours = _numbers(a, left), _numbers(b, right)
    lost, new = mine - yours, yours - mine
    if not lost or not new:
        return None
    sure = 1.0 if lost.total() == new.total() else 0.8
    if any(_is_rounded(x, y) for x in lost for y in new):
        sure = 0.3
    return ", ".join(sorted(lost)), ", ".join(sorted(new)), round(sure - 0.05 * (max(lost.total(), new.total()) - 1), 3)


def _numbers(text: str, figures: Sequence[tuple[Figure, str]]) -> Counter[str]:
    """Every run of digits without its separators, names such as "A4" whole, and the value of each figure in words."""
    found = Counter(_written(match.group()) for match in _DIGITS.finditer(text))
    for figure, words in figures:
        value = None if any(c.isdigit() for c in words) else _plain(figure.low)
        if value is not None:
            found[value] += 1
    return found


def _written(run: str) -> str:
    return run.lower() if run[0].isalpha() else _APART.sub("", run).lstrip("0") or "0"


def _plain(value: Decimal | str) -> str | None:
    """A whole number as digits, the count of a duration; None for dates and fractions in words."""
    if isinstance(value, str):
        duration = _DURATION.fullmatch(value)
        return duration[1] if duration is not None else None
    number = Decimal(value).normalize()
    return f"{number:f}" if number == number.to_integral_value() else None


def _is_rounded(one: str, other: str) -> bool:
    """Whether one number is the other, rounded: within a fiftieth, and with more zeros at its end."""
    if not (one.isdigit() and other.isdigit()):
        return False
    a, b = int(one), int(other)
    zeros = len(one) - len(one.rstrip("0")), len(other) - len(other.rstrip("0"))
    return zeros[0] != zeros[1] and max(zeros) > 1 and abs(a - b) * 50 <= max(a, b)
