"""Measures of two systems: a translator who turns miles into kilometres rounds."""

from __future__ import annotations

from decimal import Decimal

import regex

from records.claim import Figure

__all__ = ["converted_alike", "is_fahrenheit", "may_be_converted"]

_DIGITS = regex.compile(r"\p{Nd}+(?:[.,'’  ]\p{Nd}+)*")
_ROUNDED = Decimal("0.06")
"""Share that a conversion may be off: 85 mph is given as 140 km/h, half an inch as 12 mm (mt_ntrex, 2026-11)."""
_ONE_DIGIT = Decimal("0.25")
"""The same where one digit is given: half an inch as 1 cm."""
_IN_WORDS = 1
"""Digits of a number in words: "two centimetres", "half an inch"."""
_FEWEST = 2
_FACTORS = {"m/s": Decimal("3.6")}
"""What a unit that is metric too has of its SI unit: kilometres per hour."""
_HOT = 50
"""Degrees of no scale that are Fahrenheit's where weather is told: 31 degrees are Celsius's."""
_RISE_OFF = Decimal("1.2")
_DEGREES = frozenset({"deg", "degC"})
_NO_SCALE = frozenset({"K", "deg"})
"""Units of scales with a zero of their own, of which no share is taken."""


def converted_alike(one: Figure, other: Figure) -> bool:
    """Whether one is a round number of metric units and the other of inches, miles or pounds, and it may be that,
    converted and rounded."""
    if one.unit != other.unit or one.unit in _NO_SCALE or one.low != one.high or other.low != other.high:
        return False
    if _is_metric(one) == _is_metric(other):
        return False
    a, b = Decimal(one.low), Decimal(other.low)
    share = _ONE_DIGIT if _written_digits(one if _is_metric(one) else other) == 1 else _ROUNDED
    return a > 0 and b > 0 and abs(a - b) <= share * max(a, b)


def may_be_converted(metric: Figure, other: Figure) -> bool:
    """Whether the first is a measure in metric units and the second one in inches, miles or pounds."""
    same = metric.kind == other.kind == "measure" and metric.unit == other.unit and metric.unit not in _NO_SCALE
    return same and _is_metric(metric) and not _is_metric(other)


def is_fahrenheit(one: Figure, other: Figure) -> bool:
    """Whether degrees of no scale are those of Celsius beside them, told in Fahrenheit: 93 degrees, 34 °C; or about so
    many degrees more: 20 degrees, 11 °C."""
    units = {one.unit, other.unit}
    if not units <= _DEGREES or units == {"degC"}:
        return False
    a, b = Decimal(one.low), Decimal(other.low)
    bare, celsius = (a, b) if (a > b if len(units) == 1 else one.unit == "deg") else (b, a)
    rise = one.modifier == other.modifier == "about"
    if rise and abs(bare * 5 / 9 - celsius) <= _RISE_OFF:
        return True
    return bare >= _HOT and abs((bare - 32) * 5 / 9 - celsius) <= 1


def _is_metric(figure: Figure) -> bool:
    """Whether the figure has hardly more digits in metric units than are written: an inch has three, a mile seven;
    the noughts that end 300 feet are none."""
    written = _DIGITS.search(figure.text)
    told = regex.sub(r"\P{Nd}", "", written.group()).rstrip("0") if written is not None else " "
    most = max(len(told) + 1, _FEWEST)
    factors = {Decimal(1), _FACTORS.get(figure.unit or "", Decimal(1))}
    return any(_digits(Decimal(figure.low) * factor) <= most for factor in factors)


def _digits(value: Decimal) -> int:
    return len(value.quantize(Decimal("0.000001")).normalize().as_tuple().digits)


def _written_digits(figure: Figure) -> int:
    written = _DIGITS.search(figure.text)
    return len(regex.findall(r"\p{Nd}", written.group())) if written is not None else _IN_WORDS
