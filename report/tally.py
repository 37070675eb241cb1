"""How many findings of each sort there are, counted in memory: SQL needs a second for every page of a big store."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from report.inbox import Filters
from store.schema import finding_tags, findings, runs, verdicts

__all__ = ["OPTIONS", "Tally"]

OPTIONS = 60
"""How many values of a field are offered to choose from, the most frequent first."""
_EXACT_UP_TO = 5_000
_LOOK_AGAIN_SECONDS = 5.0
_KEPT_SEARCHES, _KEPT_COUNTS = 32, 500
_OVERLAP = timedelta(minutes=1)
_SINGLE = ("story", "kind", "severity", "state")
_SEVERAL = ("outlet", "language")

Mask = NDArray[np.bool_]


@dataclass(slots=True)
class _Names:
    """Values of a field as small numbers."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, value: str) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


class Tally:
    """Counts of findings by field under filters, kept up with the database; safe for threads.

    How many wait, and how many are decided, is exact at once. The counts beside the filters, and what new runs found,
    are exact in stores of up to 5,000 findings and at most five seconds old in bigger ones. Memory grows with the
    findings (about 0.2 kB each), not with time.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._names = {name: _Names() for name in (*_SINGLE, *_SEVERAL)}
        self._places: dict[str, int] = {}
        self._columns = {name: np.zeros(0, dtype=np.int32) for name in (*_SINGLE, "day", "present")}
        self._tagged: dict[str, list[tuple[int, ...]]] = {name: [] for name in _SEVERAL}
        self._tags = {name: (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32)) for name in _SEVERAL}
        self._held: OrderedDict[str, Mask] = OrderedDict()
        self._kept: OrderedDict[Filters, tuple[float, dict[str, dict[str, int]]]] = OrderedDict()
        self._looked = float("-inf")
        self._seen: datetime | None = None
        self._verdict = 0

    def counts(self, connection: Connection, filters: Filters) -> dict[str, dict[str, int]]:
        """For each field, its most frequent values under ``filters``, by name; ``state`` ignores the state filter."""
        with self._lock:
            self._follow(connection)
            wide = self._mask(connection, filters)
            states = self._count("state", wide)
            at, kept = self._kept.get(filters, (float("-inf"), {}))
            if len(self._places) <= _EXACT_UP_TO or self._now() - at > _LOOK_AGAIN_SECONDS:
                kept = self._count_others(wide, filters)
                self._kept[filters] = (self._now(), kept)
                while len(self._kept) > _KEPT_COUNTS:
                    self._kept.popitem(last=False)
            return {"state": states, **kept}

    def _count_others(self, wide: Mask, filters: Filters) -> dict[str, dict[str, int]]:
        state = self._names["state"].numbers.get(filters.state or "", -1)
        mask = wide if filters.state is None else wide & (self._columns["state"] == state)
        shown = {name: self._count(name, mask) for name in _SINGLE if name != "state"}
        return shown | {name: self._count_tags(name, mask) for name in _SEVERAL}

    def _follow(self, connection: Connection) -> None:
        """Takes in what changed since the last time: whole stories after runs, single findings after verdicts."""
        if len(self._places) <= _EXACT_UP_TO or self._now() - self._looked > _LOOK_AGAIN_SECONDS:
            self._looked = self._now()
            self._read(connection, self._compared(connection))
        newer = select(verdicts.c.id, verdicts.c.finding, verdicts.c.state).where(verdicts.c.id > self._verdict)
        for identity, finding, state in connection.execute(newer.order_by(verdicts.c.id)):
            self._verdict = identity
            if finding in self._places:
                self._columns["state"][self._places[finding]] = self._names["state"].number(state)

    def _compared(self, connection: Connection) -> list[str] | None:
        """Stories compared since the last look, None for all; a minute of overlap allows for runs half written."""
        latest = connection.execute(select(func.max(runs.c.last_seen))).scalar()
        before, self._seen = self._seen, latest
        if before is None:
            return None
        recent = select(runs.c.story).where(runs.c.last_seen >= before - _OVERLAP).distinct()
        return sorted(connection.execute(recent).scalars())

    def _read(self, connection: Connection, stories: Sequence[str] | None) -> None:
        c, t = findings.c, finding_tags.c
        rows = select(c.id, c.story, c.kind, c.severity, c.state, c.first_seen, c.present)
        tagged = select(t.finding, t.field, t.value)
        if stories is not None:
            rows = rows.where(c.story.in_(stories))
            tagged = tagged.where(t.finding.in_(select(c.id).where(c.story.in_(stories))))
        size = len(self._places)
        for identity, *values, first_seen, present in _streamed(connection, rows):
            place = self._places.setdefault(identity, len(self._places))
            self._grow(place + 1)
            for name, value in zip(_SINGLE, values, strict=True):
                self._columns[name][place] = self._names[name].number(value)
            self._columns["day"][place], self._columns["present"][place] = first_seen.toordinal(), present
        if len(self._places) > size or stories:
            self._held.clear()
            self._read_tags(connection, tagged)

    def _grow(self, size: int) -> None:
        if size > len(self._columns["day"]):
            spare = np.zeros(max(1_000, size), dtype=np.int32)
            self._columns = {name: np.concatenate([column, spare]) for name, column in self._columns.items()}

    def _read_tags(self, connection: Connection, query: Any) -> None:
        """Tags come ordered by finding; equal sets of tags, of which a story has few, are kept once."""
        shared: dict[tuple[int, ...], tuple[int, ...]] = {}
        for name in _SEVERAL:
            self._tagged[name] += [()] * (len(self._places) - len(self._tagged[name]))
            numbers = self._names[name]
            of_field = query.where(finding_tags.c.field == name).order_by(finding_tags.c.finding)
            for identity, group in groupby(_streamed(connection, of_field), key=itemgetter(0)):
                values = tuple(numbers.number(value) for _, _, value in group)
                if identity in self._places:
                    self._tagged[name][self._places[identity]] = shared.setdefault(values, values)
            lengths = _numbers(len(values) for values in self._tagged[name])
            owners = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
            self._tags[name] = (owners, _numbers(chain.from_iterable(self._tagged[name])))

    def _mask(self, connection: Connection, filters: Filters) -> Mask:
        mask: Mask = self._columns["present"] == 1
        for name, value in (("story", filters.story), ("kind", filters.kind), ("severity", filters.severity)):
            if value is not None:
                mask &= self._columns[name] == self._names[name].numbers.get(value, -1)
        for name, value in (("outlet", filters.outlet), ("language", filters.language)):
            if value is not None:
                owners, values = self._tags[name]
                mask &= _at(owners[values == self._names[name].numbers.get(value, -1)], len(mask))
        if filters.first is not None:
            mask &= self._columns["day"] >= filters.first.toordinal()
        if filters.last is not None:
            mask &= self._columns["day"] <= filters.last.toordinal()
        if filters.words is not None:
            mask &= self._holding(connection, filters.words)
        return mask

    def _holding(self, connection: Connection, words: str) -> Mask:
        """Findings with ``words``; kept for the next page of the same search."""
        if words not in self._held:
            query = select(findings.c.id).where(findings.c.words.contains(words.casefold(), autoescape=True))
            places = [self._places[i] for i in connection.execute(query).scalars() if i in self._places]
            self._held[words] = _at(np.array(places, dtype=np.int32), len(self._columns["day"]))
            while len(self._held) > _KEPT_SEARCHES:
                self._held.popitem(last=False)
        return self._held[words]

    def _count(self, name: str, mask: Mask) -> dict[str, int]:
        return self._most(name, self._columns[name][mask])

    def _count_tags(self, name: str, mask: Mask) -> dict[str, int]:
        owners, values = self._tags[name]
        return self._most(name, values[mask[owners]])

    def _most(self, name: str, values: NDArray[np.int32]) -> dict[str, int]:
        counts = np.bincount(values, minlength=len(self._names[name].numbers))
        names = list(self._names[name].numbers)
        best = [int(n) for n in np.argsort(-counts, kind="stable")[:OPTIONS] if counts[n]]
        return dict(sorted((names[n], int(counts[n])) for n in best))


def _streamed(connection: Connection, query: Any) -> Any:
    return connection.execution_options(yield_per=5_000).execute(query)


def _numbers(values: Iterable[int]) -> NDArray[np.int32]:
    return np.fromiter(values, dtype=np.int32)


def _at(places: NDArray[np.int32], size: int) -> Mask:
    mask = np.zeros(size, dtype=bool)
    mask[places] = True
    return mask
