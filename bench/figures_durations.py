"""How long an ISO 8601 duration is."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["seconds_of"]

_SECONDS = {"Y": 31536000, "M": 2592000, "W": 604800, "D": 86400, "h": 3600, "m": 60, "s": 1}


def seconds_of(iso: str) -> Decimal:
    """The seconds of an ISO 8601 duration, a month of 30 and a year of 365 days."""
    days, _, clock = iso[1:].partition("T")
    pairs = re.findall(r"([\d.]+)([YMWD])", days) + [(n, u.lower()) for n, u in re.findall(r"([\d.]+)([HMS])", clock)]
    return sum((Decimal(number) * _SECONDS[unit] for number, unit in pairs), Decimal(0))
