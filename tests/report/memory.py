"""A review store in memory: what the app's tests put in by the front door."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from records.discrepancy import DiscrepancyKind
from records.report import Report
from report.inbox import PAGE_SIZE, Conflict, Decided, Filters, Finding, Inbox, State, StoryLine, Verdict
from report.order import SEVERITIES
from store.audit import AuditEntry
from store.outlets import OutletFault, OutletSample, OutletTotals
from store.unsure import UnsurePage

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class MemoryStore:
    """Findings of the given reports; decisions under a lock."""

    def __init__(self, *reports: Report) -> None:
        self._lock = threading.Lock()
        self._reports = {r.story_id: r for r in reports}
        self._findings = {f.id: f for r in reports for f in _findings(r)}
        self._verdicts: list[Verdict] = []
        self.noted: list[AuditEntry] = []
        self.doubtful: list[UnsurePage] = []

    def inbox(self, filters: Filters, page: int = 1) -> Inbox:
        with self._lock:
            any_state = [f for f in self._findings.values() if _passes(f, filters)]
        passed = [f for f in any_state if filters.state in (None, f.state)]
        passed.sort(
            key=lambda f: (
                -f.found.timestamp(),
                SEVERITIES.index(f.discrepancy.severity),
                -f.discrepancy.confidence,
                f.id,
            )
        )
        counts: dict[str, Counter[str]] = {
            "state": Counter(f.state for f in any_state),
            "story": Counter(f.story_id for f in passed),
            "kind": Counter(f.discrepancy.kind for f in passed),
            "severity": Counter(f.discrepancy.severity for f in passed),
            "outlet": Counter(o for f in passed for o in f.outlets),
            "language": Counter(o for f in passed for o in f.languages),
        }
        part = passed[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
        return Inbox(tuple(part), len(passed), counts, {f.story_id: f.story_title for f in passed})

    def finding(self, identity: str) -> Finding | None:
        return self._findings.get(identity)

    def key(self, story_id: str, discrepancy: str) -> str:
        return discrepancy

    def around(self, identity: str, filters: Filters) -> tuple[str | None, str | None]:
        ids = [f.id for f in self.inbox(filters).findings]
        if identity not in ids:
            return None, ids[0] if ids else None
        at = ids.index(identity)
        return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)

    def report(self, story_id: str) -> Report | None:
        return self._reports.get(story_id)

    def stories(self) -> Sequence[StoryLine]:
        return [
            StoryLine(
                r.story_id,
                r.title,
                len(r.versions),
                len(r.discrepancies),
                sum(f.story_id == r.story_id and f.state == "new" for f in self._findings.values()),
                r.run.started,
            )
            for r in self._reports.values()
        ]

    def history(self, identity: str) -> Sequence[Verdict]:
        return [v for v in self._verdicts if v.finding == identity]

    def decide(
        self, identity: str, state: State, by: str, seen: int, reason: str | None = None, note: str = ""
    ) -> Verdict:
        with self._lock:
            last = max((v for v in self._verdicts if v.finding == identity), key=lambda v: v.id, default=None)
            if last is not None and last.id != seen:
                raise Conflict(last)
            verdict = Verdict(len(self._verdicts) + 1, identity, state, by, NOON, reason, note)
            self._verdicts.append(verdict)
            self._findings[identity] = replace(self._findings[identity], state=state, verdict=verdict)
            return verdict

    def dismiss_kind(self, story_id: str, kind: DiscrepancyKind, by: str, reason: str) -> int:
        waiting = [
            f.id
            for f in self._findings.values()
            if f.story_id == story_id and f.discrepancy.kind == kind and f.state == "new"
        ]
        for identity in waiting:
            last = self.history(identity)
            self.decide(identity, "dismissed", by, last[-1].id if last else 0, reason)
        return len(waiting)

    def note(self, by: str, address: str, action: str, subject: str = "") -> None:
        self.noted.append(AuditEntry(NOON, by, action, subject, address))

    def audit(self, before: datetime | None = None) -> Sequence[AuditEntry]:
        return [entry for entry in reversed(self.noted) if before is None or entry.at < before]

    def outlets(self) -> Mapping[str, OutletTotals]:
        outlets = Counter(v.outlet for r in self._reports.values() for v in r.versions)
        faults = Counter(u.outlet for r in self._reports.values() for u in r.unusable)
        return {o: OutletTotals(outlets[o], 0, NOON if outlets[o] else None, 0, faults[o]) for o in {*outlets, *faults}}

    def outlet_samples(self, outlet: str) -> Sequence[OutletSample]:
        return [
            OutletSample(v.url, v.headline, v.language, v.published, NOON, v.text[:80], v.text[-80:], len(v.text), 3)
            for r in self._reports.values()
            for v in r.versions
            if v.outlet == outlet
        ]

    def outlet_faults(self, outlet: str | None = None) -> Sequence[OutletFault]:
        return [
            OutletFault(u.outlet, u.url, u.stage, u.why, NOON)
            for r in self._reports.values()
            for u in r.unusable
            if outlet in (None, u.outlet)
        ]

    def unsure(self) -> Sequence[UnsurePage]:
        return self.doubtful

    def place(self, story_id: str, url: str, belongs: bool, by: str) -> bool:
        before = len(self.doubtful)
        self.doubtful = [page for page in self.doubtful if (page.story, page.url) != (story_id, url)]
        return len(self.doubtful) < before

    def decided(self) -> Sequence[Decided]:
        return [
            Decided(
                f.id,
                f.discrepancy.kind,
                f.discrepancy.confidence,
                f.outlets,
                f.languages,
                NOON,
                f.state == "confirmed",
                f.verdict.reason if f.verdict else None,
            )
            for f in self._findings.values()
            if f.state in {"confirmed", "dismissed"}
        ]

    def waiting(self) -> Mapping[str, Sequence[float]]:
        found: dict[str, list[float]] = {}
        for f in self._findings.values():
            if f.state == "new":
                found.setdefault(f.discrepancy.kind, []).append(f.discrepancy.confidence)
        return found


def _findings(report: Report) -> list[Finding]:
    versions = {v.id: v for v in report.versions}
    found = []
    for discrepancy in report.discrepancies:
        inside = [versions[v] for side in discrepancy.sides for v in side.versions]
        found.append(
            Finding(
                id=discrepancy.id,
                story_id=report.story_id,
                story_title=report.title,
                discrepancy=discrepancy,
                outlets=tuple(sorted({v.outlet for v in inside})),
                languages=tuple(sorted({v.language_code for v in inside})),
                found=report.run.started,
            )
        )
    return found


def _passes(finding: Finding, filters: Filters) -> bool:
    record = finding.discrepancy
    return (
        filters.story in (None, finding.story_id)
        and filters.kind in (None, record.kind)
        and filters.severity in (None, record.severity)
        and (filters.outlet is None or filters.outlet in finding.outlets)
        and (filters.language is None or filters.language in finding.languages)
        and (filters.first is None or filters.first <= finding.found.date())
        and (filters.last is None or finding.found.date() <= filters.last)
        and (filters.words is None or filters.words.casefold() in record.summary.casefold())
    )
