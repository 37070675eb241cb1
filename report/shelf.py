"""The review app's store over the database of ``store/``."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache

from pydantic import TypeAdapter
from sqlalchemy import Connection, RowMapping, select

from records.discrepancy import Discrepancy, DiscrepancyKind
from records.report import Report
from report.catalogue import Catalogue
from report.inbox import PAGE_SIZE, Conflict, Decided, Filters, Finding, Inbox, State, StoryLine, Verdict
from report.read import read_report
from store.audit import AuditEntry, audit_entries, write_audit
from store.database import Store
from store.findings import finding_key
from store.outlets import OutletFault, OutletSample, OutletTotals, outlet_faults, outlet_samples, outlet_totals
from store.runs import last_report, story_rows
from store.schema import findings, verdicts
from store.unsure import UnsurePage, decide_page, unsure_pages
from store.verdicts import DecidedMeanwhileError, StoredVerdict, decide, dismiss_kind, history_of

__all__ = ["Shelf"]

_KEPT_REPORTS = 16
_KEPT_RECORDS = 4_096
_SHOWN = tuple(
    findings.c[name]
    for name in ("id", "story", "title", "record", "outlets", "languages", "first_seen", "state", "verdict", "present")
)
_LAST = verdicts.alias("last")


class Shelf:
    """``ReviewStore`` over an open store; safe for threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._catalogue = Catalogue()
        self._lock = threading.Lock()
        self._reports: OrderedDict[tuple[str, int], Report] = OrderedDict()
        self._found: OrderedDict[tuple[str, int], Finding] = OrderedDict()

    def inbox(self, filters: Filters, page: int = 1) -> Inbox:
        """See ``ReviewStore``."""
        with self._store.read() as connection:
            shown = self._catalogue.page(connection, filters, (page - 1) * PAGE_SIZE, PAGE_SIZE)
            return Inbox(self._shown(connection, shown.ids), shown.total, shown.counts, shown.titles)

    def _shown(self, connection: Connection, ids: Sequence[tuple[str, int]]) -> tuple[Finding, ...]:
        """Findings by id, read only when they changed since they were read last."""
        with self._lock:
            known = {key: self._found[key] for key in ids if key in self._found}
        missing = [key for key in ids if key not in known]
        if missing:
            read = {finding.id: finding for finding in _findings(connection, [identity for identity, _ in missing])}
            known |= {key: read[key[0]] for key in missing if key[0] in read}
            with self._lock:
                self._found.update(known)
                while len(self._found) > _KEPT_RECORDS:
                    self._found.popitem(last=False)
        return tuple(known[key] for key in ids if key in known)

    def finding(self, identity: str) -> Finding | None:
        """See ``ReviewStore``."""
        with self._store.read() as connection:
            return next(iter(_findings(connection, [identity])), None)

    def key(self, story_id: str, discrepancy: str) -> str:
        """See ``ReviewStore``."""
        return finding_key(story_id, discrepancy)

    def around(self, identity: str, filters: Filters) -> tuple[str | None, str | None]:
        """See ``ReviewStore``."""
        with self._store.read() as connection:
            return self._catalogue.around(connection, identity, filters)

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

    def note(self, by: str, address: str, action: str, subject: str = "") -> None:
        """See ``ReviewStore``."""
        write_audit(self._store, by, address, action, subject)

    def audit(self, before: datetime | None = None) -> Sequence[AuditEntry]:
        """See ``ReviewStore``."""
        return audit_entries(self._store, before)

    def outlets(self) -> Mapping[str, OutletTotals]:
        """See ``ReviewStore``."""
        return outlet_totals(self._store)

    def outlet_samples(self, outlet: str) -> Sequence[OutletSample]:
        """See ``ReviewStore``."""
        return outlet_samples(self._store, outlet)

    def outlet_faults(self, outlet: str | None = None) -> Sequence[OutletFault]:
        """See ``ReviewStore``."""
        return outlet_faults(self._store, outlet)

    def unsure(self) -> Sequence[UnsurePage]:
        """See ``ReviewStore``."""
        return unsure_pages(self._store)

    def place(self, story_id: str, url: str, belongs: bool, by: str) -> bool:
        """See ``ReviewStore``."""
        return decide_page(self._store, story_id, url, belongs, by)

    def decided(self) -> Sequence[Decided]:
        """See ``ReviewStore``."""
        f, v = findings.c, verdicts.c
        query = (
            select(f.id, f.kind, f.confidence, f.outlets, f.languages, v.at, f.state, v.reason)
            .join_from(findings, verdicts, v.id == f.verdict)
            .where(f.state.in_(("confirmed", "dismissed")))
            .order_by(v.id)
        )
        with self._store.read() as connection:
            return [
                Decided(
                    row.id,
                    row.kind,
                    row.confidence,
                    tuple(json.loads(row.outlets)),
                    tuple(json.loads(row.languages)),
                    row.at,
                    row.state == "confirmed",
                    row.reason,
                )
                for row in connection.execute(query)
            ]

    def waiting(self) -> Mapping[str, Sequence[float]]:
        """See ``ReviewStore``."""
        f = findings.c
        found: dict[str, list[float]] = {}
        with self._store.read() as connection:
            query = select(f.kind, f.confidence).where(f.state == "new", f.present)
            for kind, confidence in connection.execute(query):
                found.setdefault(kind, []).append(confidence)
        return found


@cache
def _codec() -> TypeAdapter[Discrepancy]:
    return TypeAdapter(Discrepancy)


@lru_cache(maxsize=_KEPT_RECORDS)
def _discrepancy(record: str) -> Discrepancy:
    return _codec().validate_json(record)


def _findings(connection: Connection, ids: Sequence[str]) -> tuple[Finding, ...]:
    """The findings of these ids, in their order, each with its last verdict."""
    query = select(*_SHOWN, *(column.label(f"last_{column.name}") for column in _LAST.c))
    query = query.join_from(findings, _LAST, _LAST.c.id == findings.c.verdict, isouter=True)
    rows = connection.execute(query.where(findings.c.id.in_(ids))).mappings() if ids else ()
    found = {row["id"]: _finding(row) for row in rows}
    return tuple(found[identity] for identity in ids if identity in found)


def _finding(row: RowMapping) -> Finding:
    return Finding(
        id=row["id"],
        story_id=row["story"],
        story_title=row["title"],
        discrepancy=_discrepancy(row["record"]),
        outlets=tuple(json.loads(row["outlets"])),
        languages=tuple(json.loads(row["languages"])),
        found=row["first_seen"],
        state=row["state"],
        verdict=None if row["last_id"] is None else _last_verdict(row),
        present=row["present"],
    )


def _last_verdict(row: RowMapping) -> Verdict:
    return Verdict(
        *(row[f"last_{name}"] for name in ("id", "finding", "state", "by", "at", "reason", "note")),
    )


def _verdict(stored: StoredVerdict) -> Verdict:
    return Verdict(stored.id, stored.finding, stored.state, stored.by, stored.at, stored.reason, stored.note)
