"""A number with what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.grammar_signs import SCALED_CODES
from claims.numeral import Numeral
from records.claim import Modifier

__all__ = ["Reading", "scaled_by", "take_scaled"]


@dataclass(slots=True)
class Reading:
    """A number with what belongs to it: tokens ``left``..``right`` (``core`` where the modifiers end), and
    where the expression lies in the text.

    ``role`` is percent, points, basis-points, tenths, money, cents or unit, "" for a plain number; ``code`` is the
    currency or CLDR unit. ``low`` and ``high`` are in the unit as written. ``from_phrase`` tells whether the unit was
    this number's own or shared with the other end of its range. ``ranked``: it is a place in an order.
    """

    numeral: Numeral
    left: int
    core: int
    right: int
    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    role: str = ""
    code: str = ""
    modifier: Modifier = "exact"
    group: int | None = None
    shared: bool = False
    score: bool = False
    ranged: bool = False
    percent_of: bool = False
    numbered: bool = False
    ranked: bool = False


def scaled_by(reading: Reading, factor: Decimal) -> None:
    """Multiplies the amount and its step."""
    reading.low *= factor
    reading.high *= factor
    reading.step *= factor


def take_scaled(reading: Reading) -> None:
    """120 MEUR, MSEK 45: the code of the currency holds its scale."""
    code, scale = SCALED_CODES[reading.code]
    scaled_by(reading, Decimal(scale))
    reading.role, reading.code = "money", code
