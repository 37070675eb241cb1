"""Numbers that turn into one another by a slip of the pen: swapped digits, a wrong digit, a misplaced point."""

from __future__ import annotations

from decimal import Decimal

import regex

from records.claim import Figure, Value

__all__ = ["is_slip", "is_telling_slip"]

_SWAPPED_DIGITS = 3
"""Of two digits one pair in eleven is the other swapped."""
_SHORTEST_MONTH = 27
_USUAL = 31
_LENGTH = regex.compile(r"P(?P<part>T?)(?P<number>\d+)(?P<unit>[A-Z])")


def is_slip(one: Figure, other: Figure) -> bool:
    """Whether one value is the other with two digits swapped, or ten, a hundred or a thousand times it, sounds alike,
    is the same day of another month, or as many days as the other weeks."""
    if one.kind == other.kind == "duration":
        return _is_swapped_length(one, other) or _is_of_another_unit(one, other)
    if one.kind == other.kind == "date":
        return _is_date_slip(one, other)
    if not (isinstance(one.low, Decimal) and isinstance(other.low, Decimal)):
        return False
    a, b = one.low, other.low
    if not a or not b or a == b:
        return False
    large, small = max(abs(a), abs(b)), min(abs(a), abs(b))
    return large / small in (10, 100, 1000) or _swapped(a, b) or _sound_alike(small, large)


def _is_swapped_length(one: Figure, other: Figure) -> bool:
    digits = [regex.sub(r"\D", "", str(figure.low)) for figure in (one, other)]
    return min(map(len, digits)) >= _SWAPPED_DIGITS and _are_swapped(*digits)


def _is_of_another_unit(one: Figure, other: Figure) -> bool:
    """Whether two lengths of time have one number, larger than those that texts are full of, and two units: 74 days, 74
    weeks."""
    lengths = [_LENGTH.fullmatch(str(figure.low)) for figure in (one, other)]
    (part, number, unit), (other_part, other_number, other_unit) = (
        match.groups() if match else ("", "", "") for match in lengths
    )
    return number == other_number and int(number or 0) > _USUAL and (part, unit) != (other_part, other_unit)


def _sound_alike(small: Decimal, large: Decimal) -> bool:
    """Whether the numbers are a -teen and its -ty: fifteen and fifty are mistaken for one another in many languages."""
    return 13 <= small <= 19 and large == (small - 10) * 10


def _is_date_slip(one: Figure, other: Figure) -> bool:
    """Whether two dates are one day of two months, or two years with swapped digits."""
    a, b = str(one.low), str(other.low)
    spans = [str(figure.high) != str(figure.low) for figure in (one, other)]
    years = all(str(f.low)[5:] == "01-01" and str(f.high)[5:] == "12-31" for f in (one, other))
    if years:
        return _are_swapped(a[:4], b[:4])
    days = [(str(f.low)[8:10], str(f.high)[8:10]) for f in (one, other)]
    whole = any(first == "01" and int(last) > _SHORTEST_MONTH for first, last in days) and all(spans)
    return a[:4] == b[:4] and a[5:7] != b[5:7] and days[0] == days[1] and not whole


def is_telling_slip(one: Figure, other: Figure) -> bool:
    """Whether the slip is in a number of so many digits that two numbers are hardly that alike by chance."""
    if not is_slip(one, other):
        return False
    if one.kind == "duration":
        return _is_swapped_length(one, other)
    if one.kind == "date":
        return True
    digits = min(_significant(one.low), _significant(other.low))
    return digits >= (
        _SWAPPED_DIGITS if _significant(one.low, zeros=True) == _significant(other.low, zeros=True) else 2
    )


def _significant(value: Value, zeros: bool = False) -> int:
    """How many digits are written before the zeros at the end; with ``zeros`` all of the whole number."""
    digits = f"{abs(Decimal(value)):f}"
    return len(digits.split(".", maxsplit=1)[0]) if zeros else len(digits.replace(".", "").strip("0"))


def _swapped(a: Decimal, b: Decimal) -> bool:
    return _are_swapped(f"{a.normalize():f}", f"{b.normalize():f}")


def _are_swapped(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    apart = [n for n, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
