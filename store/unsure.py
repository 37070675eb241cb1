"""Pages of which nobody is sure whether they belong to a story: a reviewer says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from store.database import Store
from store.schema import listings, memberships

__all__ = ["UnsurePage", "decide_page", "unsure_pages"]


@dataclass(frozen=True, slots=True)
class UnsurePage:
    """A page that may tell a story: its ``score`` (0..1) and ``why`` it was taken for one."""

    story: str
    url: str
    outlet: str
    title: str
    score: float
    why: str
    at: datetime


def unsure_pages(store: Store, limit: int = 100) -> tuple[UnsurePage, ...]:
    """The pages that wait for somebody to say, the latest first."""
    m = memberships.c
    query = (
        select(m.story, m.url, m.outlet, listings.c.title, m.score, m.why, m.at)
        .join_from(memberships, listings, listings.c.url == m.url, isouter=True)
        .where(m.state == "unsure")
        .order_by(m.at.desc(), m.url)
        .limit(limit)
    )
    with store.read() as connection:
        return tuple(UnsurePage(*row[:3], row[3] or row[1], *row[4:]) for row in connection.execute(query))


def decide_page(store: Store, story: str, url: str, belongs: bool, by: str) -> bool:
    """Takes a page in or leaves it out; False when it no longer waits: somebody else said, and that stays."""
    m = memberships.c
    waiting = (m.story == story) & (m.url == url) & (m.state == "unsure")
    with store.write() as connection:
        values = {"state": "in" if belongs else "out", "by": by, "at": store.clock()}
        return connection.execute(update(memberships).where(waiting).values(**values)).rowcount == 1
