"""Of which discrepancies somebody was told already."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from store.batches import in_batches
from store.database import Store, insert_new
from store.schema import notices

__all__ = ["note_told", "untold"]


def untold(store: Store, findings: Sequence[str]) -> tuple[str, ...]:
    """Those of ``findings`` (keys) that nobody was told of."""
    told: set[str] = set()
    with store.read() as connection:
        for batch in in_batches(findings):
            told |= set(connection.execute(select(notices.c.finding).where(notices.c.finding.in_(batch))).scalars())
    return tuple(key for key in findings if key not in told)


def note_told(store: Store, findings: Sequence[str]) -> None:
    """Notes that somebody was told of ``findings``."""
    with store.write() as connection:
        insert_new(connection, notices, [{"finding": key, "told": store.clock()} for key in findings])
