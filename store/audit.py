"""What was done with the review pages, and by whom: a log that is only ever added to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from store.database import Store
from store.schema import audit, verdicts

__all__ = ["AuditEntry", "audit_entries", "write_audit"]

_LONGEST_SUBJECT = 500


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing done: by whom, from which ``address`` (empty for verdicts), to what."""

    at: datetime
    by: str
    action: str
    subject: str
    address: str = ""


def write_audit(store: Store, by: str, address: str, action: str, subject: str = "") -> None:
    """Adds an entry, on disk when this returns. Verdicts need none: their own table is never changed either."""
    with store.write() as connection:
        row = {"at": store.clock(), "by": by, "address": address, "action": action}
        connection.execute(insert(audit).values(**row, subject=subject[:_LONGEST_SUBJECT]))


def audit_entries(store: Store, before: datetime | None = None, limit: int = 100) -> tuple[AuditEntry, ...]:
    """The last entries and verdicts, or the last ones before a time; newest first."""
    a, v = audit.c, verdicts.c
    others = select(a.at, a.by, a.action, a.subject, a.address).order_by(a.id.desc()).limit(limit)
    decided = select(v.at, v.by, v.state, v.finding).order_by(v.id.desc()).limit(limit)
    if before is not None:
        others, decided = others.where(a.at < before), decided.where(v.at < before)
    with store.read() as connection:
        found = [AuditEntry(*row) for query in (others, decided) for row in connection.execute(query)]
    return tuple(sorted(found, key=lambda entry: entry.at, reverse=True)[:limit])
