"""Versions as they were first seen, one revision for each text that a page had."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, select, update

from records.version import Version, substance_digest
from store.database import Store, insert_new
from store.schema import versions

__all__ = ["archived_paths", "latest_version", "recent_versions", "reread_version", "revisions_of", "save_version"]

_TRIES = 20


@cache
def _codec() -> TypeAdapter[Version]:
    return TypeAdapter(Version)


def save_version(store: Store, version: Version) -> Version:
    """``version`` with the revision number that its text has among the texts of its url, from 1.

    A text that says the same, be its labels and counters other ones, has the same number and is kept as it was first
    seen, whoever saves it and however often; only "last seen" moves.
    """
    for _ in range(_TRIES):
        with store.write() as connection:
            claimed = _claim_revision(connection, version, store)
        if claimed is not None:
            revision, first = claimed
            return _read_at(replace(version, revision=revision), first)
    raise RuntimeError(f"{version.url!r}: no revision number was free in {_TRIES} tries")


def _claim_revision(connection: Connection, version: Version, store: Store) -> tuple[int, datetime] | None:
    """The number and when the text was first seen; None when another writer took it (PostgreSQL lets two begin)."""
    now = store.clock()
    alike = (versions.c.sha256 == version.sha256) | (versions.c.substance == substance_digest(version.text))
    same = (versions.c.url == version.url) & alike
    seen = select(versions.c.revision, versions.c.first_seen).where(same).order_by(versions.c.revision).limit(1)
    found = connection.execute(seen).first()
    if found is not None:
        one = (versions.c.url == version.url) & (versions.c.revision == found.revision)
        connection.execute(update(versions).where(one).values(last_seen=now))
        return int(found.revision), found.first_seen
    last = connection.execute(select(func.max(versions.c.revision)).where(versions.c.url == version.url)).scalar()
    revision = int(last or 0) + 1
    insert_new(
        connection, versions, [_row(replace(version, revision=revision)) | {"first_seen": now, "last_seen": now}]
    )
    taken = connection.execute(seen).first()
    return None if taken is None else (int(taken.revision), taken.first_seen)


def _read_at(version: Version, first_seen: datetime) -> Version:
    """A page that was fetched knows since when; a file that somebody gave was not read anywhere."""
    return version if version.archive is None else replace(version, first_read=first_seen)


def _versions(rows: Iterable[Any]) -> Iterator[Version]:
    for row in rows:
        yield _read_at(_codec().validate_json(row.record), row.first_seen)


def _row(version: Version) -> dict[str, Any]:
    return {
        "url": version.url,
        "sha256": version.sha256,
        "substance": substance_digest(version.text),
        "revision": version.revision,
        "outlet": version.outlet,
        "language": version.language,
        "published": version.published,
        "headline": version.headline,
        "record": _codec().dump_json(replace(version, first_read=None)).decode(),  # the row knows it
    }


def reread_version(store: Store, version: Version) -> None:
    """Puts ``version`` in the place of the text that its url and revision had: the same page, read better.

    Nothing changes where another revision has that text already.
    """
    one = (versions.c.url == version.url) & (versions.c.revision == version.revision)
    twin = (versions.c.url == version.url) & (versions.c.sha256 == version.sha256)
    with store.write() as connection:
        if connection.execute(select(versions.c.id).where(twin)).first() is None:
            connection.execute(update(versions).where(one).values(**_row(version)))


def latest_version(store: Store, url: str) -> Version | None:
    """The text that the page at ``url`` was last seen with, None when it was never saved."""
    order = (versions.c.last_seen.desc(), versions.c.revision.desc())
    query = select(versions.c.record, versions.c.first_seen).where(versions.c.url == url).order_by(*order).limit(1)
    with store.read() as connection:
        return next(_versions(connection.execute(query)), None)


def revisions_of(store: Store, url: str) -> tuple[Version, ...]:
    """Every text that the page at ``url`` had, by revision number."""
    query = select(versions.c.record, versions.c.first_seen).where(versions.c.url == url).order_by(versions.c.revision)
    with store.read() as connection:
        return tuple(_versions(connection.execute(query)))


def archived_paths(store: Store) -> tuple[str, ...]:
    """Where the pages are archived that versions were read from."""
    with store.read() as connection:
        records = connection.execute(select(versions.c.record)).scalars()
        return tuple(path for record in records if (path := json.loads(record).get("archive")))


def recent_versions(store: Store, since: datetime) -> tuple[Version, ...]:
    """The last text of every archived page that was first seen from ``since`` on, by address."""
    query = (
        select(versions.c.record, versions.c.first_seen)
        .where(versions.c.first_seen >= since)
        .order_by(versions.c.url, versions.c.revision)
    )
    with store.read() as connection:
        found = list(_versions(connection.execute(query)))
    return tuple({version.url: version for version in found if version.archive is not None}.values())
