"""The end of a range of days that texts differ on: the second of "2 February to 30 March" beside "to 30 April"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import regex

from records.claim import Figure

__all__ = ["End", "differing_end", "place_of_end", "share_an_end"]

End = Literal["low", "high"]

_NUMBER = regex.compile(r"\p{Nd}+")
_YEAR = regex.compile(r"\p{Nd}{4}")
_LETTER = regex.compile(r"\p{L}")
_WORD = regex.compile(r"\S+\s*$")
_JOINED = regex.compile(r"[\s\p{P}]+$")
_BOTH = 2
"""Numbers of a range of days at least."""


def differing_end(values: Sequence[Figure]) -> End | None:
    """The end that ranges of days differ at, the other being the same; None of all else."""
    if any(figure.kind != "date" or figure.low == figure.high for figure in values):
        return None
    lows, highs = ({str(value) for value in ends} for ends in zip(*((f.low, f.high) for f in values), strict=True))
    if (len(lows) == 1) == (len(highs) == 1):
        return None
    return "low" if len(highs) == 1 else "high"


def share_an_end(one: Figure, other: Figure) -> bool:
    """Whether both are ranges that begin or end alike: 41 to 78 years, 41 to 88 years."""
    if one.kind != other.kind or one.low == one.high or other.low == other.high:
        return False
    return (one.low == other.low) != (one.high == other.high)


def place_of_end(figure: Figure, end: End) -> tuple[int, int]:
    """Where a range tells one of its ends in its text; the whole range where it is not told by two days in digits."""
    numbers = list(_NUMBER.finditer(figure.text))
    years = [match for match in numbers if _YEAR.fullmatch(match.group())]
    numbers = [match for match in numbers if match not in years] if len(years) % 2 else numbers
    if len(numbers) < _BOTH or len(numbers) % 2:
        return figure.start, figure.end
    cut = numbers[len(numbers) // 2].start()
    if _LETTER.search(figure.text, 0, numbers[0].start()) is not None:  # the month stands first: "February 2"
        word = _WORD.search(figure.text, 0, cut)
        cut = word.start() if word is not None else cut
    if end == "high":
        return figure.start + cut, figure.end
    return figure.start, figure.start + len(_JOINED.sub("", figure.text[:cut]))
