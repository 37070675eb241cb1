"""Pictures of a whole story: when each version came, and which outlets disagree with which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from records.report import Report
from report.index import Index, VersionLabel, label_versions

__all__ = ["Disagreement", "Moment", "StoryTimeline", "disagreements", "story_timeline"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A version or revision at ``x`` percent of the story's time."""

    label: VersionLabel
    x: float
    when: datetime


@dataclass(frozen=True, slots=True)
class StoryTimeline:
    """One row an outlet, its revisions in order; between the first and the last publication known."""

    rows: tuple[tuple[str, tuple[Moment, ...]], ...]
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Outlets by outlets: how many discrepancies have them on different sides. ``most`` is the largest number."""

    outlets: tuple[str, ...]
    counts: dict[tuple[str, str], int]
    most: int

    def between(self, one: str, other: str) -> int:
        """How often the two stand on different sides."""
        return self.counts.get((one, other) if one < other else (other, one), 0)

    def shade(self, one: str, other: str) -> int:
        """0 (never) to 4 (most)."""
        count = self.between(one, other)
        return 0 if not count else max(1, round(4 * count / self.most))


def story_timeline(report: Report) -> StoryTimeline | None:
    """When each version was published, a later text of a page when it was first read (its own time often stays);
    None when fewer than two times are known.
    """
    came = [(when, label) for label in label_versions(report).values() if (when := _came(label)) is not None]
    times = sorted(when for when, _ in came)
    if len(times) < 2 or times[0] == times[-1]:
        return None
    whole = (times[-1] - times[0]).total_seconds()
    rows: dict[str, list[Moment]] = {}
    for when, label in sorted(came, key=lambda one: one[0]):
        share = (when - times[0]).total_seconds() / whole
        rows.setdefault(label.version.outlet, []).append(Moment(label, round(2 + share * 96, 2), when))
    return StoryTimeline(tuple((outlet, tuple(moments)) for outlet, moments in rows.items()), times[0], times[-1])


def disagreements(index: Index) -> Disagreement:
    """Counts every pair of outlets on different sides; updates, edits and our own faults are nobody's disagreement."""
    outlets = tuple(sorted({label.version.outlet for label in index.labels.values()}))
    counts: Counter[tuple[str, str]] = Counter()
    for discrepancy in index.report.discrepancies:
        if discrepancy.kind in {"figure-update", "silent-edit", "translation-fault"}:
            continue
        sides = [{index.labels[v].version.outlet for v in side.versions} for side in discrepancy.sides]
        counts.update(_apart(sides))
    return Disagreement(outlets, dict(counts), max(counts.values(), default=0))


def _apart(sides: Sequence[set[str]]) -> set[tuple[str, str]]:
    return {(min(a, b), max(a, b)) for one, other in combinations(sides, 2) for a in one for b in other if a != b}


def _came(label: VersionLabel) -> datetime | None:
    version = label.version
    later = label.revised and version.revision > 1
    return version.first_read if later and version.first_read is not None else version.published
