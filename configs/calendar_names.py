"""Names of months and weekdays as CLDR has them, kept as ``calendar.json`` so that Babel need not be loaded."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

__all__ = ["CALENDAR_FILE", "calendar_names"]

CALENDAR_FILE = Path(__file__).resolve().parent / "calendar.json"


@cache
def _tables() -> dict[str, dict[str, dict[str, list[str]]]]:
    tables: dict[str, dict[str, dict[str, list[str]]]] = json.loads(CALENDAR_FILE.read_text(encoding="utf-8"))
    return tables


def calendar_names(language: str) -> dict[str, dict[str, list[str]]]:
    """``months``, ``short_months`` (1..12) and ``weekdays`` (1 is Monday) of ``language``, lower case."""
    return _tables().get(language, {})
