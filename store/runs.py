"""The last comparisons of every story: one row for each state that it was compared in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from store.database import Store, insert_one
from store.schema import findings, runs

__all__ = ["StoryRow", "known_run", "last_report", "save_run", "story_rows"]


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story as lists show it: versions of its last run, findings that are still there, and how many are undecided."""

    id: str
    title: str
    versions: int
    findings: int
    new: int
    last: datetime


def save_run(store: Store, story: str, title: str, signature: str, versions: int, report: str) -> bool:
    """Keeps the ``report`` (JSON text) of a comparison; True when ``signature`` is new for the story.

    ``signature`` is a digest of the texts compared and of the engines and settings: an equal one gives an equal report,
    so that comparing again adds no row.
    """
    now = store.clock()
    same = (runs.c.story == story) & (runs.c.signature == signature)
    unusable = json.dumps(json.loads(report).get("unusable", []), ensure_ascii=False)
    values = {"title": title, "versions": versions, "report": report, "unusable": unusable, "last_seen": now}
    with store.write() as connection:
        row = values | {"story": story, "signature": signature, "first_seen": now}
        if insert_one(connection, runs, row):
            return True
        connection.execute(update(runs).where(same).values(**values))
        return False


def known_run(store: Store, story: str, signature: str) -> str | None:
    """The report (JSON text) of an earlier comparison of the same texts with the same settings, None for none."""
    query = select(runs.c.report).where(runs.c.story == story, runs.c.signature == signature)
    with store.read() as connection:
        return connection.execute(query).scalar()


def last_report(store: Store, story: str) -> str | None:
    """The report (JSON text) of the story's last comparison, None when it was never compared."""
    order = (runs.c.last_seen.desc(), runs.c.id.desc())
    query = select(runs.c.report).where(runs.c.story == story).order_by(*order).limit(1)
    with store.read() as connection:
        return connection.execute(query).scalar()


def story_rows(store: Store) -> tuple[StoryRow, ...]:
    """All stories that were ever compared, the latest first."""
    rank = func.row_number().over(partition_by=runs.c.story, order_by=(runs.c.last_seen.desc(), runs.c.id.desc()))
    ranked = select(runs.c.story, runs.c.title, runs.c.versions, runs.c.last_seen, rank.label("rank")).subquery()
    totals = (
        select(findings.c.story, findings.c.state, func.count().label("number"))
        .where(findings.c.present)
        .group_by(findings.c.story, findings.c.state)
    )
    with store.read() as connection:
        numbers: dict[str, dict[str, int]] = {}
        for story, state, number in connection.execute(totals):
            numbers.setdefault(story, {})[state] = number
        query = select(ranked).where(ranked.c.rank == 1).order_by(ranked.c.last_seen.desc(), ranked.c.story)
        return tuple(
            StoryRow(
                row.story,
                row.title,
                row.versions,
                sum(numbers.get(row.story, {}).values()),
                numbers.get(row.story, {}).get("new", 0),
                row.last_seen,
            )
            for row in connection.execute(query)
        )
