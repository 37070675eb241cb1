"""A difference between versions, with the evidence that a reviewer checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Contested", "Discrepancy", "DiscrepancyKind", "Evidence", "Severity", "Side"]

DiscrepancyKind = Literal[
    "figure-conflict",
    "figure-update",
    "claimant-conflict",
    "quote-altered",
    "quote-truncated",
    "quote-misattributed",
    "translation-fault",
    "silent-edit",
]
Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one version that hold a value: ``version.text[start:end] == text``."""

    version: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """The versions that agree on one value. ``value`` is that value in English, as understood."""

    value: str
    evidence: tuple[Evidence, ...]

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions of this side, each once, in the order of the evidence."""
        return tuple(dict.fromkeys(e.version for e in self.evidence))


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two or more sides on one matter. ``id`` is stable over runs; ``outliers`` is empty without a clear majority.

    ``confidence`` is 0..1. ``summary`` is one English sentence to act on; ``why`` says how the check came to it.
    """

    id: str
    kind: DiscrepancyKind
    severity: Severity
    confidence: float
    summary: str
    statement: str | None
    outliers: tuple[str, ...]
    sides: tuple[Side, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Contested:
    """One thing on which claimants give different figures, as the two sides of a war do: nobody's error.

    The ``value`` of a side names the figure and who claims it.
    """

    summary: str
    statement: str | None
    sides: tuple[Side, ...]
