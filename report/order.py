"""In which order discrepancies are shown and written."""

from __future__ import annotations

from collections.abc import Iterable

from records.discrepancy import Discrepancy, Severity

__all__ = ["SEVERITIES", "by_severity"]

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")


def by_severity(discrepancies: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """The gravest and surest first; the id breaks ties, so that the order is the same in every run."""
    return tuple(sorted(discrepancies, key=lambda d: (SEVERITIES.index(d.severity), -d.confidence, d.kind, d.id)))
