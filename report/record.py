"""How often a finding was real, by kind, outlet, language and month: what reviewers' verdicts teach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from report.inbox import Decided

__all__ = ["FIELDS", "Month", "Share", "interval", "precision_by", "precision_over_time"]


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


@dataclass(frozen=True, slots=True)
class Month:
    """What was decided in a month (``2026-03``): all of it, and by kind."""

    name: str
    share: Share
    kinds: Mapping[str, Share]


FIELDS: Mapping[str, Callable[[Decided], Iterable[str]]] = {
    "kind": lambda one: (one.kind,),
    "outlet": lambda one: one.outlets,
    "language": lambda one: one.languages,
    "reason": lambda one: (one.reason,) if one.reason else (),
}
"""What precision is told by; a finding counts once for each outlet and language in it."""


def precision_by(
    decided: Sequence[Decided], fields: tuple[str, ...] = ("kind", "outlet", "language")
) -> dict[str, list[Share]]:
    """For each field, its values with at least one decision, the most decided first."""
    return {field: _shares(decided, FIELDS[field]) for field in fields}


def precision_over_time(decided: Sequence[Decided]) -> list[Month]:
    """Month by month, the latest first, by the time of the decision."""
    months: dict[str, list[Decided]] = {}
    for one in decided:
        months.setdefault(f"{one.at:%Y-%m}", []).append(one)
    return [
        Month(
            name,
            _share(name, sum(one.confirmed for one in ones), sum(not one.confirmed for one in ones)),
            {share.name: share for share in _shares(ones, FIELDS["kind"])},
        )
        for name, ones in sorted(months.items(), reverse=True)
    ]


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


def _shares(decided: Iterable[Decided], names_of: Callable[[Decided], Iterable[str]]) -> list[Share]:
    yes, no = Counter[str](), Counter[str]()
    for one in decided:
        (yes if one.confirmed else no).update(names_of(one))
    names = sorted({*yes, *no}, key=lambda name: (-yes[name] - no[name], name))
    return [_share(name, yes[name], no[name]) for name in names]


def _share(name: str, yes: int, no: int) -> Share:
    return Share(name, yes, no, *interval(yes, yes + no))
