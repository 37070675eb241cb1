"""The discrepancies of every story, each kept once however often it is found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, RowMapping, insert, select, update

from records.discrepancy import Discrepancy
from records.version import Version
from store.batches import in_batches
from store.database import Store, insert_new
from store.schema import changes, findings, verdicts

__all__ = [
    "Saved",
    "StoredFinding",
    "find_finding",
    "finding_key",
    "fingerprint_of",
    "next_change",
    "save_findings",
    "story_findings",
]

_GRADES = {"high": 0, "medium": 1, "low": 2}
_AUTHOR = "synoptic"


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of the discrepancies of a run, as keys: ``gone`` were there before and are not found any more."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A discrepancy of a story and what reviewers made of it. ``verdict`` is the id of the last decision, or 0."""

    key: str
    story: str
    title: str
    discrepancy: Discrepancy
    first_seen: datetime
    last_seen: datetime
    present: bool
    state: str
    verdict: int


@cache
def _codec() -> TypeAdapter[Discrepancy]:
    return TypeAdapter(Discrepancy)


def finding_key(story: str, discrepancy: str) -> str:
    """Names a discrepancy over all stories."""
    return f"{story}.{discrepancy}"


def fingerprint_of(discrepancy: Discrepancy, versions: Mapping[str, Version]) -> str:
    """A digest of what a verdict was about: the kind, the values of the sides, and the sentences of the evidence.

    Offsets, ids, confidence and wording of the summary are left out: a paragraph added above changes nothing.
    """
    sides = sorted("\x1e".join([side.value, *sorted(_places(side.evidence, versions))]) for side in discrepancy.sides)
    return hashlib.sha256("\x1d".join([discrepancy.kind, *sides]).encode("utf-8", "surrogatepass")).hexdigest()


def _places(evidence: Iterable[Any], versions: Mapping[str, Version]) -> Iterable[str]:
    for place in evidence:
        version = versions.get(place.version)
        sentence = None if version is None else version.sentence_at(place.start)
        words = place.text if version is None or sentence is None else version.sentence_text(sentence)
        yield "\x1f".join(("" if version is None else version.url, " ".join(words.split()), place.text))


def next_change(connection: Connection) -> int:
    """The number of this transaction among those that touch findings; the next one waits for this one to end."""
    connection.execute(update(changes).values(number=changes.c.number + 1))
    return int(connection.execute(select(changes.c.number)).scalar_one())


def save_findings(
    store: Store, story: str, title: str, versions: Sequence[Version], found: Sequence[Discrepancy]
) -> Saved:
    """Keeps the discrepancies ``found`` by a run of ``story``; a verdict stays unless its finding changed.

    A finding whose fingerprint changed after a verdict is new again; its history says so. All of it or nothing is kept.
    """
    by_id = {version.id: version for version in versions}
    rows = {finding_key(story, d.id): _row(story, title, d, by_id) for d in found}
    with store.write() as connection:
        change = next_change(connection)  # first of all: another run of the story waits here until this one ends
        now = store.clock()
        before = {
            key: (fingerprint, state, present)
            for key, fingerprint, state, present in connection.execute(
                select(findings.c.id, findings.c.fingerprint, findings.c.state, findings.c.present).where(
                    findings.c.story == story
                )
            )
        }
        new = [key for key in rows if key not in before]
        known = [key for key in rows if key in before]
        changed = [key for key in known if rows[key]["fingerprint"] != before[key][0]]
        reopened = [key for key in changed if before[key][1] != "new"]
        gone = [key for key in before if key not in rows and before[key][2]]
        seen = {"last_seen": now, "present": True, "changed": change}
        fresh = {**seen, "first_seen": now, "state": "new", "verdict": 0}
        insert_new(connection, findings, [rows[key] | fresh for key in new])
        for key in known:
            connection.execute(update(findings).where(findings.c.id == key).values(**rows[key], **seen))
        for batch in in_batches(gone):
            missed = {"present": False, "changed": seen["changed"]}
            connection.execute(update(findings).where(findings.c.id.in_(batch)).values(**missed))
        for key in reopened:
            _reopen(connection, key, rows[key]["fingerprint"], now)
    return Saved(tuple(new), tuple(k for k in known if k not in reopened), tuple(reopened), tuple(gone))


def _row(story: str, title: str, found: Discrepancy, versions: Mapping[str, Version]) -> dict[str, Any]:
    words = [title, found.summary, *(e.text for side in found.sides for e in side.evidence)]
    inside = [versions[v] for side in found.sides for v in side.versions if v in versions]
    return {
        "id": finding_key(story, found.id),
        "story": story,
        "title": title,
        "kind": found.kind,
        "severity": found.severity,
        "grade": _GRADES[found.severity],
        "confidence": found.confidence,
        "fingerprint": fingerprint_of(found, versions),
        "words": "\n".join(dict.fromkeys(words)).casefold(),
        "record": _codec().dump_json(found).decode(),
        "outlets": _listed(version.outlet for version in inside),
        "languages": _listed(version.language_code for version in inside),
    }


def _listed(values: Iterable[str]) -> str:
    return json.dumps(sorted(set(values)), ensure_ascii=False)


def _reopen(connection: Connection, key: str, fingerprint: str, now: datetime) -> None:
    row = {
        "finding": key,
        "state": "new",
        "by": _AUTHOR,
        "at": now,
        "note": "opened again: the finding or its text changed",
        "fingerprint": fingerprint,
    }
    identity = connection.execute(insert(verdicts).values(**row)).inserted_primary_key
    assert identity is not None
    connection.execute(update(findings).where(findings.c.id == key).values(state="new", verdict=identity[0]))


def find_finding(store: Store, key: str) -> StoredFinding | None:
    """The finding of this key, None when there is none."""
    with store.read() as connection:
        row = connection.execute(select(findings).where(findings.c.id == key)).one_or_none()
    return None if row is None else _stored(row._mapping)


def story_findings(store: Store, story: str, gone: bool = False) -> tuple[StoredFinding, ...]:
    """The findings of a story, gravest first; with ``gone`` also those that its last run did not find any more."""
    query = select(findings).where(findings.c.story == story).order_by(findings.c.grade, findings.c.id)
    if not gone:
        query = query.where(findings.c.present)
    with store.read() as connection:
        return tuple(_stored(row._mapping) for row in connection.execute(query))


def _stored(row: RowMapping) -> StoredFinding:
    return StoredFinding(
        key=row["id"],
        story=row["story"],
        title=row["title"],
        discrepancy=_codec().validate_json(row["record"]),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        present=row["present"],
        state=row["state"],
        verdict=row["verdict"],
    )
