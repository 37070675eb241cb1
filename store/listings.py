"""The pages that feeds listed: which of them are to be asked for, and what became of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select, update

from store.batches import in_batches
from store.database import Store, insert_new
from store.schema import listings

__all__ = [
    "Listed",
    "Listing",
    "count_listed",
    "due_listings",
    "list_entries",
    "list_pages",
    "note_listing",
    "note_matched",
    "unmatched_listings",
]


@dataclass(frozen=True, slots=True)
class Listed:
    """One item of a feed. ``digest`` names what the feed says of it: another one means that the page changed."""

    url: str
    title: str
    published: datetime | None
    digest: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A listed page. ``state`` is ``new``, ``read`` or ``unusable`` (at ``stage``, because of ``why``)."""

    url: str
    outlet: str
    title: str
    published: datetime | None
    state: str
    stage: str
    why: str
    archive: str | None
    tries: int
    first_seen: datetime


_NEVER = datetime(9999, 1, 1, tzinfo=UTC)
_FIELDS = ("url", "outlet", "title", "published", "state", "stage", "why", "archive", "tries", "first_seen")


def list_pages(store: Store, outlet: str, items: Sequence[Listed]) -> int:
    """Notes what a feed of ``outlet`` lists; the number of addresses that were never listed before.

    A page of which the feed says something new is due at once. What is listed as it was changes nothing.
    """
    by_url = {item.url: item for item in items}
    known: dict[str, str] = {}
    with store.read() as connection:
        for batch in in_batches(list(by_url)):
            query = select(listings.c.url, listings.c.listed).where(listings.c.url.in_(batch))
            known |= {row.url: row.listed for row in connection.execute(query)}
    new = [item for item in by_url.values() if item.url not in known]
    changed = [item for item in by_url.values() if known.get(item.url, item.digest) != item.digest]
    if not new and not changed:
        return 0
    with store.write() as connection:
        now = store.clock()
        for some in in_batches(new):
            insert_new(connection, listings, [_row(outlet, item, now) for item in some])
        for item in changed:
            values = {"title": item.title, "published": item.published, "listed": item.digest, "next_check": now}
            connection.execute(update(listings).where(listings.c.url == item.url).values(**values))
    return len(new)


def list_entries(store: Store, outlet: str, entries: Sequence[tuple[str, str, datetime | None]]) -> None:
    """Notes the entries (address, title, time) of a live blog as read: they are never asked for, their page is."""
    with store.write() as connection:
        now = store.clock()
        rows = [
            _row(outlet, Listed(url, title, published, ""), now) | {"state": "read", "next_check": _NEVER}
            for url, title, published in entries
        ]
        for some in in_batches(rows):
            insert_new(connection, listings, list(some))


def _row(outlet: str, item: Listed, now: datetime) -> dict[str, Any]:
    return {
        "url": item.url,
        "outlet": outlet,
        "title": item.title,
        "published": item.published,
        "listed": item.digest,
        "state": "new",
        "stage": "",
        "why": "",
        "archive": None,
        "tries": 0,
        "matched": "",
        "first_seen": now,
        "next_check": now,
    }


def count_listed(store: Store, outlet: str, since: datetime) -> int | None:
    """How many pages of ``outlet`` were first listed from ``since`` on; None when nothing was listed before."""
    rows = select(func.count(), func.min(listings.c.first_seen)).where(listings.c.outlet == outlet)
    with store.read() as connection:
        total, first = connection.execute(rows).one()
        if not total or first >= since:
            return None
        return int(connection.execute(rows.where(listings.c.first_seen >= since)).one()[0])


def due_listings(store: Store, outlet: str, since: datetime, most: int) -> tuple[Listing, ...]:
    """The pages of ``outlet`` that are to be asked for now, those that wait longest first, at most ``most``.

    Pages published before ``since`` (first listed, where the feed gives no time) have had their time.
    """
    moment = listings.c.published
    recent = (moment >= since) | (moment.is_(None) & (listings.c.first_seen >= since))
    query = (
        select(*(listings.c[name] for name in _FIELDS))
        .where(listings.c.outlet == outlet, listings.c.next_check <= store.clock(), recent)
        .order_by(listings.c.next_check, listings.c.url)
        .limit(most)
    )
    with store.read() as connection:
        return tuple(Listing(*row) for row in connection.execute(query))


def note_listing(
    store: Store,
    url: str,
    state: str,
    next_check: datetime,
    tries: int = 0,
    stage: str = "",
    why: str = "",
    archive: str | None = None,
) -> None:
    """Keeps what became of a page, and when it is due again; an ``archive`` record that was there stays."""
    values: dict[str, Any] = {"state": state, "next_check": next_check, "tries": tries, "stage": stage, "why": why}
    if archive is not None:
        values["archive"] = archive
    with store.write() as connection:
        connection.execute(update(listings).where(listings.c.url == url).values(**values))


def unmatched_listings(store: Store, digest: str) -> tuple[Listing, ...]:
    """The pages that were read and not yet held against the stories; ``digest`` names the stories as they are now."""
    query = (
        select(*(listings.c[name] for name in _FIELDS))
        .where(listings.c.state == "read", listings.c.matched != digest)
        .order_by(listings.c.first_seen, listings.c.url)
    )
    with store.read() as connection:
        return tuple(Listing(*row) for row in connection.execute(query))


def note_matched(store: Store, urls: Sequence[str], digest: str) -> None:
    """Notes that ``urls`` were held against the stories that ``digest`` names; empty to have them held again."""
    for batch in in_batches(urls):
        with store.write() as connection:
            connection.execute(update(listings).where(listings.c.url.in_(batch)).values(matched=digest))
