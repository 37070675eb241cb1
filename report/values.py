"""Figures' values as JSON and back, without loss."""

from __future__ import annotations

from decimal import Decimal

from records.claim import FigureKind, Value

__all__ = ["ISO_KINDS", "JsonValue", "json_value", "read_value"]

JsonValue = int | float | str
ISO_KINDS: frozenset[FigureKind] = frozenset({"date", "time", "duration"})
"""Kinds whose values are ISO 8601 text when they are text at all."""

_LONGEST_PLAIN = 10**30


def json_value(value: Value) -> JsonValue:
    """``value`` as a JSON number where that loses nothing, else as text.

    Whole amounts become integers, others the shortest decimal that reads back as the same Decimal. Amounts that no
    plain number holds (more digits than a double has, 10^30 and above, infinity) become decimal text.

    >>> [json_value(Decimal(v)) for v in ("12", "1.50", "1E+6", "0.12345678901234567890")]
    [12, 1.5, 1000000, '0.12345678901234567890']
    """
    if isinstance(value, str):
        return value
    if not value.is_finite() or abs(value) >= _LONGEST_PLAIN:
        return str(value)
    if value == value.to_integral_value():
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else str(value)


def read_value(value: JsonValue, kind: FigureKind | None = None) -> Value:
    """The other way round: text stays text for the kinds of ``ISO_KINDS``, everything else is a Decimal.

    Raises:
        ArithmeticError: text that is no number, for a kind that needs one.

    >>> read_value("2026-06-10", "date"), read_value(1.5, "money")
    ('2026-06-10', Decimal('1.5'))
    """
    if isinstance(value, str) and kind in ISO_KINDS and not _is_number(value):
        return value
    return Decimal(value) if isinstance(value, int | str) else Decimal(repr(value))


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).lstrip("-").isdigit()
