"""Lengths of time as ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

__all__ = ["iso_duration", "years_of"]

_LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_AS = {"fortnight": (14, "day"), "quarter": (3, "month"), "half": (6, "month"), "decade": (10, "year"),
       "century": (100, "year"), "weekend": (2, "day")}  # fmt: skip
_SMALLER = {"minute": (60, "second"), "hour": (60, "minute"), "day": (24, "hour"), "week": (7, "day"),
            "year": (12, "month")}  # fmt: skip
_CLOCK = ("hour", "minute", "second")
_ORDER = ("year", "month", "week", "day", "hour", "minute", "second")
_YEARS = {"year": Decimal(1), "month": Decimal(1) / 12, "week": Decimal(7) / 365, "day": Decimal(1) / 365,
          "decade": Decimal(10), "hour": Decimal(1) / 8760}  # fmt: skip


def iso_duration(parts: Mapping[str, Decimal]) -> str | None:
    """``{"hour": 1.5}`` is PT1H30M. Fractions go to smaller units where those divide evenly (half a month does not).

    None when nothing is left or the amount is absurd.
    """
    amounts: dict[str, Decimal] = {}
    for unit, amount in parts.items():
        factor, base = _AS.get(unit, (1, unit))
        amounts[base] = amounts.get(base, Decimal(0)) + amount * factor
    for unit in _ORDER:
        _carry_down(amounts, unit)
    if not amounts or max(amounts.values()) > 10**12 or not any(amounts.values()):
        return None
    written = {unit: f"{_plain(amounts[unit])}{_LETTERS[unit]}" for unit in _ORDER if amounts.get(unit)}
    days = "".join(text for unit, text in written.items() if unit not in _CLOCK)
    clock = "".join(text for unit, text in written.items() if unit in _CLOCK)
    return f"P{days}{'T' + clock if clock else ''}"


def _carry_down(amounts: dict[str, Decimal], unit: str) -> None:
    amount = amounts.get(unit)
    if amount is None or unit not in _SMALLER or amount == amount.to_integral_value():
        return
    whole = amount.to_integral_value(rounding="ROUND_FLOOR")
    factor, smaller = _SMALLER[unit]
    rest = (amount - whole) * factor
    if rest != rest.to_integral_value():
        return
    amounts[unit] = whole
    amounts[smaller] = amounts.get(smaller, Decimal(0)) + rest


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def years_of(amount: Decimal, unit: str) -> Decimal | None:
    """An age in years, to four decimals; None for units in which no age is given."""
    factor = _YEARS.get(unit)
    if factor is None:
        return None
    years = (amount * factor).quantize(Decimal("0.0001"))
    return amount if unit == "year" else Decimal(_plain(years))
