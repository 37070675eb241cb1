"""Numbers that turn into one another by a slip of the pen: swapped digits, a wrong digit, a misplaced point."""

from __future__ import annotations

from decimal import Decimal

from records.claim import Figure, Value

__all__ = ["is_slip", "is_telling_slip"]

_SWAPPED_DIGITS = 3
"""Of two digits one pair in eleven is the other swapped."""


def is_slip(one: Figure, other: Figure) -> bool:
    """Whether one value is the other with two digits swapped, or ten, a hundred or a thousand times it."""
    if not (isinstance(one.low, Decimal) and isinstance(other.low, Decimal)):
        return False
    a, b = one.low, other.low
    if not a or not b or a == b:
        return False
    large, small = max(abs(a), abs(b)), min(abs(a), abs(b))
    return large / small in (10, 100, 1000) or _swapped(a, b)


def is_telling_slip(one: Figure, other: Figure) -> bool:
    """Whether the slip is in a number of so many digits that two numbers are hardly that alike by chance."""
    if not is_slip(one, other):
        return False
    digits = min(_significant(one.low), _significant(other.low))
    return digits >= (
        _SWAPPED_DIGITS if _significant(one.low, zeros=True) == _significant(other.low, zeros=True) else 2
    )


def _significant(value: Value, zeros: bool = False) -> int:
    """How many digits are written before the zeros at the end; with ``zeros`` all of the whole number."""
    digits = f"{abs(Decimal(value)):f}"
    return len(digits.split(".", maxsplit=1)[0]) if zeros else len(digits.replace(".", "").strip("0"))


def _swapped(a: Decimal, b: Decimal) -> bool:
    one, other = (f"{value.normalize():f}" for value in (a, b))
    if len(one) != len(other):
        return False
    apart = [n for n, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
