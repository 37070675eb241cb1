"""Values too far from one another to be two readings of one thing, unless what is counted is surely the same."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from flag.context import FigureContexts
from flag.cues import toll_of
from flag.evidence import StoryEvidence
from flag.intervals import interval
from flag.slips import is_slip
from records.claim import Figure

__all__ = ["are_far_apart", "are_vaguely_apart", "is_double", "is_own_day", "lost_digit", "same_digits"]

_AMOUNTS = frozenset({"count", "money", "percent", "measure", "duration", "age"})
_DIGITS_OF_SUM = 3
"""Digits before its zeros of a number that is hardly twice another one by chance. Of 678 figures changed in 117 gold
stories such an excuse for fewer digits hid 7, and kept nothing false away (2026-11)."""
_VAGUE = 4
"""Times its lowest value that the highest of a count without a number is: "hundreds" may be 200 to 999."""
_BESIDE_VAGUE = 10
_DIGITS = regex.compile(r"\p{Nd}+")
Pair = tuple[Figure, Figure]


def are_far_apart(pairs: Sequence[Pair], contexts: FigureContexts, story: StoryEvidence) -> bool:
    """Whether the values of two facts are so many times one another that chance brought them together.

    Not so where one is the other by a slip of the pen or in another unit (84 feet for 84 metres), where both count the
    dead or both the hurt, and where what both count is alike.
    """
    settings = story.settings
    if any(one.kind not in _AMOUNTS or not _is_far(one, other, settings.far_times) for one, other in pairs):
        return False
    slips = (is_slip, same_digits, lost_digit, _wrong_digit)
    if any(slip(one, other) for one, other in pairs for slip in slips):
        return False
    if all(toll_of(story, one) is not None and toll_of(story, one) == toll_of(story, other) for one, other in pairs):
        return False
    counted = [like for one, other in pairs if (like := contexts.subject(one, other)) is not None]
    return not counted or sum(counted) / len(counted) < settings.far_subject


def _is_far(one: Figure, other: Figure, times: float) -> bool:
    found = (interval(one.kind, one.low, one.high), interval(other.kind, other.low, other.high))
    spans = [span for span in found if span is not None]
    if len(spans) < 2:
        return False
    small, large = sorted(((span.low + span.high) / 2 for span in spans), key=abs)
    return small * large >= 0 and abs(large) > abs(small) * Decimal(str(times))


def same_digits(one: Figure, other: Figure) -> bool:
    """Whether both are written with the same number: a unit was mistaken."""
    a, b = _DIGITS.findall(one.text), _DIGITS.findall(other.text)
    return bool(a) and a == b


def lost_digit(one: Figure, other: Figure) -> bool:
    """Whether one number is the other without one of its digits: 14 months, 4 months."""
    if one.kind == "count" and not all(_DIGITS.search(figure.text) for figure in (one, other)):
        return False  # "four of them" beside 46
    if one.kind == "duration" and ("T" in str(one.low)) != ("T" in str(other.low)):
        return False  # an hour, ten days; but four hours, forty minutes
    short, long = sorted(("".join(_DIGITS.findall(str(figure.low))) for figure in (one, other)), key=len)
    return len(long) == len(short) + 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def _wrong_digit(one: Figure, other: Figure) -> bool:
    """Whether two amounts of one unit differ in one digit: 45 days, 15 days."""
    if one.kind == "count" or (one.kind, one.unit) != (other.kind, other.unit):
        return False
    a, b = ("".join(_DIGITS.findall(str(figure.low))) for figure in (one, other))
    return len(a) == len(b) > 1 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def is_double(pairs: Sequence[Pair]) -> bool:
    """Whether one value is just twice the other, as "640 from each side" beside "1,280 in all"; 4,000 for 8,000 may as
    well be a slip."""
    return all(_twice(one, other) for one, other in pairs)


def _twice(one: Figure, other: Figure) -> bool:
    if one.kind != "count" or not (isinstance(one.low, Decimal) and isinstance(other.low, Decimal)):
        return False
    small, large = sorted((one.low, other.low))
    return large == 2 * small and len(str(int(large)).rstrip("0")) >= _DIGITS_OF_SUM


def is_own_day(story: StoryEvidence, figure: Figure) -> bool:
    """Whether a date is the day on which its version came out, or the one before, told by no number: "on Wednesday".

    Every text tells on what day it speaks; that another gives another day for what happened is no contradiction.
    """
    published = story.versions[figure.version].published
    if figure.kind != "date" or published is None or figure.low != figure.high or _DIGITS.search(figure.text):
        return False
    value = interval("date", figure.low, figure.high)
    return value is not None and 0 <= published.date().toordinal() - int(value.low) <= 1


def are_vaguely_apart(pairs: Sequence[Pair]) -> bool:
    """Whether most pairs are a vague count and a number ten times out of it: "tens of thousands" are stranded, and 355
    flights are cancelled."""
    return 2 * sum(_is_out_of(a, b) or _is_out_of(b, a) for a, b in pairs) > len(pairs)


def _is_out_of(vague: Figure, exact: Figure) -> bool:
    values = (vague.low, vague.high, exact.low, exact.high)
    if vague.kind != "count" or not all(isinstance(value, Decimal) for value in values):
        return False
    low, high, least, most = (Decimal(value) for value in values)
    if low <= 0 or high < _VAGUE * low or most >= _VAGUE * max(least, Decimal(1)):
        return False
    return most * _BESIDE_VAGUE < low or least > high * _BESIDE_VAGUE
