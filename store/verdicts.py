"""What reviewers decided, with its whole history; two of them at once never overwrite one another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, RowMapping, insert, select, update

from records.errors import InputError, SynopticError
from store.database import Store
from store.findings import next_change
from store.schema import findings, verdicts

__all__ = ["DecidedMeanwhileError", "State", "StoredVerdict", "decide", "dismiss_kind", "history_of", "undo"]

State = Literal["new", "confirmed", "dismissed", "unsure"]


@dataclass(frozen=True, slots=True)
class StoredVerdict:
    """One decision; ``id`` grows with every decision, ``reason`` and ``note`` say why."""

    id: int
    finding: str
    state: State
    by: str
    at: datetime
    reason: str | None = None
    note: str = ""


class DecidedMeanwhileError(SynopticError):
    """Somebody else decided after what the reviewer saw; nothing was written. ``verdict`` is theirs."""

    def __init__(self, verdict: StoredVerdict) -> None:
        super().__init__(f"{verdict.by} decided {verdict.state!r} meanwhile; look at it and decide again.")
        self.verdict = verdict


def decide(
    store: Store, finding: str, state: State, by: str, seen: int, reason: str | None = None, note: str = ""
) -> StoredVerdict:
    """Adds a decision, on disk when this returns. ``seen`` is the id of the last decision that ``by`` saw, 0 for none.

    Raises:
        DecidedMeanwhileError: another decision came after ``seen``.
        InputError: there is no such finding.
    """
    with store.write() as connection:
        change = next_change(connection)  # first of all, as everybody does who touches findings
        query = select(findings.c.verdict, findings.c.fingerprint).where(findings.c.id == finding)
        row = connection.execute(query).one_or_none()
        if row is None:
            raise InputError(f"finding {finding!r}: there is none of this id; compare its story again.")
        if row.verdict != seen:
            raise DecidedMeanwhileError(_verdict(_last(connection, finding)))
        return _write(connection, store.clock(), finding, row.fingerprint, state, by, reason, note, change)


def undo(store: Store, finding: str, by: str, seen: int) -> StoredVerdict:
    """Goes back to what was decided before the last decision; a second undo takes the first one back.

    The history keeps every step.

    Raises:
        DecidedMeanwhileError: as ``decide``.
        InputError: there is no such finding, or nothing was decided on it.
    """
    past = history_of(store, finding)
    if not past:
        raise InputError(f"finding {finding!r}: nothing was decided that could be undone.")
    before = past[-2] if len(past) > 1 else None
    if before is None:
        return decide(store, finding, "new", by, seen, note="undone")
    return decide(store, finding, before.state, by, seen, before.reason, before.note)


def dismiss_kind(store: Store, story: str, kind: str, by: str, reason: str) -> int:
    """Dismisses every new finding of a kind in a story; how many."""
    query = (
        select(findings.c.id, findings.c.fingerprint)
        .where(findings.c.story == story, findings.c.kind == kind, findings.c.state == "new")
        .order_by(findings.c.id)
    )
    with store.write() as connection:
        change = next_change(connection)
        rows = connection.execute(query).all()
        for key, fingerprint in rows:
            _write(connection, store.clock(), key, fingerprint, "dismissed", by, reason, "", change)
        return len(rows)


def history_of(store: Store, finding: str) -> tuple[StoredVerdict, ...]:
    """The decisions on a finding, oldest first."""
    query = select(verdicts).where(verdicts.c.finding == finding).order_by(verdicts.c.id)
    with store.read() as connection:
        return tuple(_verdict(row._mapping) for row in connection.execute(query))


def _last(connection: Connection, finding: str) -> RowMapping:
    query = select(verdicts).where(verdicts.c.finding == finding).order_by(verdicts.c.id.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise InputError(f"finding {finding!r}: nothing was decided on it yet; look at it again.")
    return row._mapping


def _write(
    connection: Connection,
    now: datetime,
    finding: str,
    fingerprint: str,
    state: State,
    by: str,
    reason: str | None,
    note: str,
    change: int,
) -> StoredVerdict:
    row = {"finding": finding, "state": state, "by": by, "at": now, "reason": reason, "note": note}
    key = connection.execute(insert(verdicts).values(**row, fingerprint=fingerprint)).inserted_primary_key
    assert key is not None
    values = {"state": state, "verdict": key[0], "changed": change}
    connection.execute(update(findings).where(findings.c.id == finding).values(**values))
    return StoredVerdict(key[0], finding, state, by, now, reason, note)


def _verdict(row: RowMapping) -> StoredVerdict:
    return StoredVerdict(row["id"], row["finding"], row["state"], row["by"], row["at"], row["reason"], row["note"])
