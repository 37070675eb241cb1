"""What the inbox filters, counts and orders by, of every finding, held in memory and kept up with the database.

SQL needs half a second to count 100,000 findings under a filter, for each of the six fields of each page; a column of
numbers needs a tenth of a millisecond. The database stays the only truth: every answer first takes in the rows that
changed since the last one (``findings.changed``), whoever changed them, in this process or another.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, select

from report.columns import Column, Mask, Names, Numbers, Sets
from report.inbox import Filters
from report.searches import Found, Searches
from report.wording import told_apart
from store.schema import findings

__all__ = ["OPTIONS", "Catalogue", "Page"]

OPTIONS = 60
"""How many values of a field are offered to choose from, the most frequent first."""
_SORT = ("kind", "severity", "state")
_CHUNK = 8_192
_SEVERAL = {"outlet": "outlets", "language": "languages"}
_ORDER = {"first": "int64", "grade": "intp", "doubt": "float64"}
_TABLE = findings.c
_COLUMNS = (
    *(_TABLE[name] for name in ("id", "title", "story", *_SORT, *_SEVERAL.values())),
    *(_TABLE[name] for name in ("first_seen", "grade", "confidence", "present", "changed")),
)


@dataclass(frozen=True, slots=True)
class Page:
    """The ids of one page, each with the number of its last change; how many the filters let through; counts by field
    and value; titles of all stories, told apart."""

    ids: tuple[tuple[str, int], ...]
    total: int
    counts: dict[str, dict[str, int]]
    titles: dict[str, str]


class Catalogue:
    """Answers are as fresh as ``connection``; safe for threads. Memory: about 0.3 kB a finding."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._stories = Names()
        self._sorts: dict[tuple[str, ...], int] = {}  # kind, severity and state, of which there are few together
        self._sets = {name: Sets() for name in _SEVERAL}
        self._columns = {name: Column() for name in ("story", "sort", *_SEVERAL, "day", "changed")}
        self._columns["present"] = Column("bool")
        self._columns |= {name: Column(kind) for name, kind in _ORDER.items()}
        self._titles: dict[str, str] = {}
        self._names: dict[str, str] | None = None
        self._order: Numbers = np.zeros(0, dtype=np.intp)
        self._searches = Searches()
        self._seen, self._is_ordered = -1, True

    def page(self, connection: Connection, filters: Filters, start: int, size: int) -> Page:
        """The findings that ``filters`` let through, the newest day, gravest and surest first, from ``start`` on.

        ``counts["state"]`` ignores the state filter.
        """
        found = self._look(connection, filters)
        with self._lock:
            self._follow(connection)
            wide = self._mask(connection, filters, found)
            narrow = self._of_state(wide, filters)
            changed = self._get("changed")
            ids = tuple((self._ids[place], int(changed[place])) for place in self._first(narrow, start, size))
            counts = self._counts(np.flatnonzero(wide), np.flatnonzero(narrow), filters)
            if self._names is None:
                self._names = told_apart(self._titles)
            return Page(ids, int(np.count_nonzero(narrow)), counts, self._names)

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

    def _first(self, mask: Mask, start: int, size: int) -> list[int]:
        """The places of ``mask`` in the inbox's order, from the ``start``-th on; looks no further than needed."""
        places: list[int] = []
        for low in range(0, len(self._order), _CHUNK):
            part = self._order[low : low + _CHUNK]
            hits = part[mask[part]]
            places += hits[max(0, start) : start + size - len(places)].tolist() if len(hits) > start else []
            start = max(0, start - len(hits))
            if len(places) >= size:
                break
        return places

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
        if self._titles.get(row.story) != row.title:
            self._titles[row.story], self._names = row.title, None
        self._columns["story"].put(place, self._stories.number(row.story))
        sort = tuple(str(getattr(row, name)) for name in _SORT)
        self._columns["sort"].put(place, self._sorts.setdefault(sort, len(self._sorts)))
        self._columns["changed"].put(place, row.changed)
        for name, column in _SEVERAL.items():
            self._columns[name].put(place, self._sets[name].number(json.loads(getattr(row, column))))
        self._columns["day"].put(place, row.first_seen.toordinal())
        self._columns["present"].put(place, row.present)
        key = (
            -row.first_seen.toordinal(),
            row.grade,
            -row.confidence,
        )  # a day's of all stories, gravest first
        if is_new or key != tuple(self._columns[name].get(place + 1)[-1] for name in _ORDER):
            self._is_ordered = False
            for name, value in zip(_ORDER, key, strict=True):
                self._columns[name].put(place, value)

    def _get(self, name: str) -> Any:
        return self._columns[name].get(len(self._ids))

    def _mask(self, connection: Connection, filters: Filters, found: Found | None) -> Mask:
        """By place, what passes all filters but the one of state."""
        mask: Mask = self._get("present").copy()
        if filters.kind is not None or filters.severity is not None:
            mask &= self._of_sort(filters.kind, filters.severity, None)
        if filters.story is not None:
            mask &= self._get("story") == self._stories.numbers.get(filters.story, -1)
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
        passing: Mask = mask & self._of_sort(None, None, filters.state)
        return passing

    def _of_sort(self, *wanted: str | None) -> Mask:
        """By place, what is of this kind, severity and state, as far as they are given."""
        allowed = [all(want in (None, part) for want, part in zip(wanted, sort, strict=True)) for sort in self._sorts]
        mask: Mask = np.array(allowed, dtype=bool)[self._get("sort")]
        return mask

    def _counts(self, wide: Numbers, places: Numbers, filters: Filters) -> dict[str, dict[str, int]]:
        counts: dict[str, Counter[str]] = {name: Counter() for name in _SORT}
        for sort, number in zip(self._sorts, self._count("sort", wide, len(self._sorts)), strict=True):
            kind, severity, state = sort
            if number:
                counts["state"][state] += int(number)
            if number and filters.state in (None, state):
                counts["kind"][kind] += int(number)
                counts["severity"][severity] += int(number)
        stories = self._count("story", places, len(self._stories.numbers))
        return {
            **{name: dict(sorted(counted.items())) for name, counted in counts.items()},
            "story": self._stories.most(stories, OPTIONS),
            **{name: sets.most(self._count(name, places, len(sets)), OPTIONS) for name, sets in self._sets.items()},
        }

    def _count(self, name: str, places: Numbers, size: int) -> Numbers:
        counted: Numbers = np.bincount(self._get(name).take(places), minlength=size)
        return counted
