"""One number of a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Numeral"]


@dataclass(slots=True)  # frozen, making one takes five times as long
class Numeral:
    """A number at ``start``..``end`` of the text.

    ``value`` to ``high`` (None for a point) is what it means; ``step`` is the place value of the last digit written,
    after scaling ("1.2 million": 100000). ``words``: spelled out throughout. ``ordinal``: third, 3rd. ``about``: a word
    that is rough by itself (quinzaine, dozens). ``fraction``: a third, two thirds, ½. ``bare_scale``: a scale word
    alone ("million"). ``scaled``: a scale word took part. ``role`` and ``code``: the unit within a compound word.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    ordinal: bool = False
    words: bool = False
    high: Decimal | None = None
    about: bool = False
    fraction: bool = False
    bare_scale: bool = False
    scale: Decimal = Decimal(1)
    first: int = 0
    last: int = 0
    role: str = ""
    code: str = ""
