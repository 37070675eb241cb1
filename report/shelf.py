"""The review app's store over the database of ``store/``."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, RowMapping, select

from records.discrepancy import Discrepancy, DiscrepancyKind
from records.report import Report
from report.inbox import PAGE_SIZE, Conflict, Filters, Finding, Inbox, State, StoryLine, Verdict
from report.narrow import after, before, conditions, newest_first
from report.read import read_report
from report.tally import Tally
from store.database import Store
from store.runs import last_report, story_rows
from store.schema import finding_tags, findings, verdicts
from store.verdicts import DecidedMeanwhileError, StoredVerdict, decide, dismiss_kind, history_of

__all__ = ["Shelf"]

_KEPT_REPORTS = 16


class Shelf:
    """``ReviewStore`` over an open store; safe for threads. Counts are as fresh as ``report.tally`` says."""

    def __init__(self, store: Store, now: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._tally = Tally(now)
        self._lock = threading.Lock()
        self._reports: OrderedDict[tuple[str, int], Report] = OrderedDict()

    def inbox(self, filters: Filters, page: int = 1) -> Inbox:
        """See ``ReviewStore``."""
        query = select(findings).where(*conditions(filters)).order_by(*newest_first(filters))
        with self._store.read() as connection:
            rows = connection.execute(query.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)).mappings().all()
            found = _findings(connection, rows)
            counts = self._tally.counts(connection, filters)
        states = counts["state"]
        total = sum(states.values()) if filters.state is None else states.get(filters.state, 0)
        return Inbox(found, total, counts)

    def finding(self, identity: str) -> Finding | None:
        """See ``ReviewStore``."""
        with self._store.read() as connection:
            rows = connection.execute(select(findings).where(findings.c.id == identity)).mappings().all()
            return next(iter(_findings(connection, rows)), None)

    def around(self, identity: str, filters: Filters) -> tuple[str | None, str | None]:
        """See ``ReviewStore``."""
        with self._store.read() as connection:
            row = connection.execute(select(findings).where(findings.c.id == identity)).mappings().one_or_none()
            if row is None:
                return None, None
            return (
                _first(connection, filters, before(row), newest_first(filters, turned=True)),
                _first(connection, filters, after(row), newest_first(filters)),
            )

    def report(self, story_id: str) -> Report | None:
        """See ``ReviewStore``; the last few are kept, read."""
        raw = last_report(self._store, story_id)
        if raw is None:
            return None
        key = (story_id, hash(raw))
        with self._lock:
            known = self._reports.get(key)
        if known is None:
            known = read_report(raw)
            with self._lock:
                self._reports[key] = known
                while len(self._reports) > _KEPT_REPORTS:
                    self._reports.popitem(last=False)
        return known

    def stories(self) -> Sequence[StoryLine]:
        """See ``ReviewStore``."""
        return [StoryLine(r.id, r.title, r.versions, r.findings, r.new, r.last) for r in story_rows(self._store)]

    def history(self, identity: str) -> Sequence[Verdict]:
        """See ``ReviewStore``."""
        return [_verdict(v) for v in history_of(self._store, identity)]

    def decide(
        self, identity: str, state: State, by: str, seen: int, reason: str | None = None, note: str = ""
    ) -> Verdict:
        """See ``ReviewStore``."""
        try:
            made = decide(self._store, identity, state, by, seen, reason, note)
        except DecidedMeanwhileError as meanwhile:
            raise Conflict(_verdict(meanwhile.verdict)) from None
        return _verdict(made)

    def dismiss_kind(self, story_id: str, kind: DiscrepancyKind, by: str, reason: str) -> int:
        """See ``ReviewStore``."""
        return dismiss_kind(self._store, story_id, kind, by, reason)


@cache
def _codec() -> TypeAdapter[Discrepancy]:
    return TypeAdapter(Discrepancy)


def _findings(connection: Connection, rows: Sequence[RowMapping]) -> tuple[Finding, ...]:
    tags = _tags(connection, [row["id"] for row in rows])
    last = _last_verdicts(connection, [row["verdict"] for row in rows if row["verdict"]])
    return tuple(
        Finding(
            id=row["id"],
            story_id=row["story"],
            story_title=row["title"],
            discrepancy=_codec().validate_json(row["record"]),
            outlets=tuple(tags.get((row["id"], "outlet"), ())),
            languages=tuple(tags.get((row["id"], "language"), ())),
            found=row["first_seen"],
            state=row["state"],
            verdict=last.get(row["verdict"]),
            present=row["present"],
        )
        for row in rows
    )


def _tags(connection: Connection, keys: Sequence[str]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    query = select(finding_tags).where(finding_tags.c.finding.in_(keys)).order_by(finding_tags.c.value)
    for key, name, value in connection.execute(query) if keys else ():
        found.setdefault((key, name), []).append(value)
    return found


def _last_verdicts(connection: Connection, ids: Sequence[int]) -> dict[int, Verdict]:
    if not ids:
        return {}
    query = select(verdicts).where(verdicts.c.id.in_(ids))
    return {
        row.id: Verdict(row.id, row.finding, row.state, row.by, row.at, row.reason, row.note)
        for row in connection.execute(query)
    }


def _first(connection: Connection, filters: Filters, where: ColumnElement[bool], order: Sequence[Any]) -> str | None:
    query = select(findings.c.id).where(*conditions(filters), where).order_by(*order).limit(1)
    found: str | None = connection.execute(query).scalar()
    return found


def _verdict(stored: StoredVerdict) -> Verdict:
    return Verdict(stored.id, stored.finding, stored.state, stored.by, stored.at, stored.reason, stored.note)
