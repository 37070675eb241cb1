"""The templates of dates in digits, by the order in which a language writes them; see claims/dates_templates.py."""

from __future__ import annotations

__all__ = ["NUMERIC", "RANGES"]

RANGES = (
    "{dd}. {mo}. {to} {d2}. {mo2}. {y}",
    "{dd}.{mo}.{to}{d2}.{mo2}.{y}",
    "{between} {dd}. {mo}. {and} {d2}. {mo2}. {y}",
)
"""From one day to another in digits, the year behind the second, where days go first."""
NUMERIC = {
    "dmy": (
        "{dd}.{mo}.{y}",
        "{d}/{mo}/{y}",
        "{d}-{mo}-{y}",
        "{d}. {mo}. {y}",
        "{d}/{mo}/{yy}{nomore}",
        "{dd}.{mo}.{yy}{nomore}",
    ),
    "mdy": (
        "{mo}/{d}/{y}",
        "{mo}-{d}-{y}",
        "{dd}.{mo}.{y}",
        "{dx}/{mo}/{y}",
        "{dx}-{mo}-{y}",
        "{mo}/{d}/{yy}{nomore}",
    ),
    "ymd": ("{y}.{mo}.{d}", "{y}. {mo}. {d}"),
}
