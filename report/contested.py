"""What claimants contest, for the page and the Markdown: no discrepancy, and nobody's error."""

from __future__ import annotations

from dataclasses import dataclass

from records.discrepancy import Contested
from report.index import Index, VersionLabel

__all__ = ["ContestedView", "view_contested"]


@dataclass(frozen=True, slots=True)
class ContestedView:
    """One contested figure: each side's value with its claimant, and the versions that print it."""

    record: Contested
    sides: tuple[tuple[str, tuple[VersionLabel, ...]], ...]


def view_contested(index: Index, contested: Contested) -> ContestedView:
    """``contested`` with the labels of its versions."""
    sides = tuple((side.value, tuple(index.labels[v] for v in side.versions)) for side in contested.sides)
    return ContestedView(contested, sides)
