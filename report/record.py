"""How often a finding was real, by kind, outlet and language: what reviewers' verdicts teach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report.inbox import Filters, ReviewStore

__all__ = ["Share", "interval", "precision_by"]


@dataclass(frozen=True, slots=True)
class Share:
    """Of the decided findings of ``name``, how many were confirmed; ``low``..``high`` is where the truth may lie."""

    name: str
    confirmed: int
    dismissed: int
    low: float
    high: float

    @property
    def precision(self) -> float:
        """Confirmed over confirmed and dismissed; unsure counts for neither."""
        return self.confirmed / (self.confirmed + self.dismissed)


def precision_by(
    store: ReviewStore, fields: tuple[str, ...] = ("kind", "outlet", "language")
) -> dict[str, list[Share]]:
    """For each field, its values with at least one decision, the most decided first."""
    confirmed = store.inbox(Filters(state="confirmed")).counts
    dismissed = store.inbox(Filters(state="dismissed")).counts
    return {field: _shares(confirmed.get(field, {}), dismissed.get(field, {})) for field in fields}


def interval(hits: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of ``hits`` of ``total`` (Wilson 1927); 0..1 when there is nothing.

    >>> [round(x, 2) for x in interval(8, 10)]
    [0.49, 0.94]
    """
    if total == 0:
        return 0.0, 1.0
    z, share = 1.96, hits / total
    middle = share + z * z / (2 * total)
    spread = z * ((share * (1 - share) + z * z / (4 * total)) / total) ** 0.5
    scale = 1 + z * z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def _shares(confirmed: Mapping[str, int], dismissed: Mapping[str, int]) -> list[Share]:
    names = sorted({*confirmed, *dismissed}, key=lambda n: (-confirmed.get(n, 0) - dismissed.get(n, 0), n))
    made = []
    for name in names:
        yes, no = confirmed.get(name, 0), dismissed.get(name, 0)
        if yes + no:
            made.append(Share(name, yes, no, *interval(yes, yes + no)))
    return made
