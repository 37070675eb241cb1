"""What the inbox filters, counts and orders by, of every finding, held in memory and kept up with the database.

SQL needs half a second to count 100,000 findings under a filter, for each of the six fields of each page; a column of
numbers needs a tenth of a millisecond. The database stays the only truth: every answer first takes in the rows that
changed since the last one (``findings.changed``), whoever changed them, in this process or another.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, select

from report.columns import Column, Mask, Names, Numbers, Sets
from report.inbox import Filters
from report.searches import Found, Searches
from store.schema import findings

__all__ = ["OPTIONS", "Catalogue", "Page"]

OPTIONS = 60
"""How many values of a field are offered to choose from, the most frequent first."""
_SINGLE = ("story", "kind", "severity", "state")
_SEVERAL = {"outlet": "outlets", "language": "languages"}
_ORDER = {"first": "int64", "grade": "intp", "doubt": "float64"}
_TABLE = findings.c
_COLUMNS = (
    *(_TABLE[name] for name in ("id", "title", *_SINGLE, *_SEVERAL.values())),
    *(_TABLE[name] for name in ("first_seen", "grade", "confidence", "present", "changed")),
)


@dataclass(frozen=True, slots=True)
class Page:
    """The ids of one page; how many the filters let through; counts by field and value; titles of stories."""

    ids: tuple[str, ...]
    total: int
    counts: dict[str, dict[str, int]]
    titles: dict[str, str]


class Catalogue:
    """Answers are as fresh as ``connection``; safe for threads. Memory: about 0.3 kB a finding."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._names = {name: Names() for name in _SINGLE}
        self._sets = {name: Sets() for name in _SEVERAL}
        self._columns = {name: Column() for name in (*_SINGLE, *_SEVERAL, "day", "present")}
        self._columns |= {name: Column(kind) for name, kind in _ORDER.items()}
        self._titles: dict[str, str] = {}
        self._order: Numbers = np.zeros(0, dtype=np.intp)
        self._searches = Searches()
        self._seen, self._is_ordered = -1, True

    def page(self, connection: Connection, filters: Filters, start: int, size: int) -> Page:
        """The findings that ``filters`` let through, newest, gravest and surest first, from ``start`` on.

        ``counts["state"]`` ignores the state filter.
        """
        found = self._look(connection, filters)
        with self._lock:
            self._follow(connection)
            wide = self._mask(connection, filters, found)
            narrow = self._of_state(wide, filters)
            ordered = self._order[narrow[self._order]]
            ids = tuple(self._ids[place] for place in ordered[start : start + size])
            counts = self._counts(wide, np.flatnonzero(narrow))
            return Page(ids, len(ordered), counts, {story: self._titles[story] for story in counts["story"]})

    def around(self, connection: Connection, identity: str, filters: Filters) -> tuple[str | None, str | None]:
        """The ids before and after a finding, which itself need not pass; Nones for a finding that is not known."""
        found = self._look(connection, filters)
        with self._lock:
            self._follow(connection)
            if identity not in self._places:
                return None, None
            at = int(np.flatnonzero(self._order == self._places[identity])[0])
            passing = self._of_state(self._mask(connection, filters, found), filters)[self._order]
            before, after = np.flatnonzero(passing[:at]), np.flatnonzero(passing[at + 1 :])
            return (
                self._ids[self._order[before[-1]]] if len(before) else None,
                self._ids[self._order[at + 1 + after[0]]] if len(after) else None,
            )

    def _look(self, connection: Connection, filters: Filters) -> Found | None:
        return None if filters.words is None else self._searches.look(connection, filters.words.casefold())

    def _follow(self, connection: Connection) -> None:
        """Takes in the rows that changed; the order is made anew only when a finding came or moved."""
        seen = self._seen
        for row in self._changed(connection):
            self._take(row)
            seen = max(seen, row.changed)
        self._seen = seen
        if not self._is_ordered:
            first, grade, doubt = (self._get(name) for name in _ORDER)
            self._order = np.lexsort((doubt, grade, first))  # stable: places, and so ids of one run, break ties
            self._is_ordered = True

    def _changed(self, connection: Connection) -> Iterable[Row[Any]]:
        """The rows that are new to us, by id: findings of one run that are alike stand in that order."""
        if self._seen < 0:
            return connection.execute(select(*_COLUMNS).order_by(_TABLE.id), execution_options={"yield_per": 5_000})
        query = select(*_COLUMNS).where(_TABLE.changed > self._seen)
        # not sorted by SQL: SQLite would walk the whole index of ids rather than the few rows that changed
        return sorted(connection.execute(query), key=lambda row: str(row.id))

    def _take(self, row: Row[Any]) -> None:
        is_new = row.id not in self._places
        place = self._places.setdefault(row.id, len(self._places))
        if is_new:
            self._ids.append(row.id)
        self._titles[row.story] = row.title
        for name in _SINGLE:
            self._columns[name].put(place, self._names[name].number(getattr(row, name)))
        for name, column in _SEVERAL.items():
            self._columns[name].put(place, self._sets[name].number(json.loads(getattr(row, column))))
        self._columns["day"].put(place, row.first_seen.toordinal())
        self._columns["present"].put(place, row.present)
        key = (-int(row.first_seen.timestamp() * 1e6), row.grade, -row.confidence)
        if is_new or key != tuple(self._columns[name].get(place + 1)[-1] for name in _ORDER):
            self._is_ordered = False
            for name, value in zip(_ORDER, key, strict=True):
                self._columns[name].put(place, value)

    def _get(self, name: str) -> Any:
        return self._columns[name].get(len(self._ids))

    def _mask(self, connection: Connection, filters: Filters, found: Found | None) -> Mask:
        """By place, what passes all filters but the one of state."""
        mask: Mask = self._get("present") == 1
        for name, value in (("story", filters.story), ("kind", filters.kind), ("severity", filters.severity)):
            if value is not None:
                mask &= self._get(name) == self._names[name].numbers.get(value, -1)
        for name, value in (("outlet", filters.outlet), ("language", filters.language)):
            if value is not None:
                mask &= self._sets[name].holding(value)[self._get(name)]
        if filters.first is not None:
            mask &= self._get("day") >= filters.first.toordinal()
        if filters.last is not None:
            mask &= self._get("day") <= filters.last.toordinal()
        if filters.words is not None:
            mask &= self._searches.holding(connection, filters.words.casefold(), found, self._places)
        return mask

    def _of_state(self, mask: Mask, filters: Filters) -> Mask:
        if filters.state is None:
            return mask
        passing: Mask = mask & (self._get("state") == self._names["state"].numbers.get(filters.state, -1))
        return passing

    def _counts(self, wide: Mask, places: Numbers) -> dict[str, dict[str, int]]:
        counts = {"state": self._most("state", np.flatnonzero(wide))}
        counts |= {name: self._most(name, places) for name in _SINGLE if name != "state"}
        for name, sets in self._sets.items():
            numbers = np.bincount(self._get(name).take(places), minlength=len(sets))
            counts[name] = sets.most(numbers, OPTIONS)
        return counts

    def _most(self, name: str, places: Numbers) -> dict[str, int]:
        names = self._names[name]
        return names.most(np.bincount(self._get(name).take(places), minlength=len(names.numbers)), OPTIONS)
