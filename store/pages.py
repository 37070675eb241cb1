"""What a url answered, so that the next fetch can ask whether anything changed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, update

from store.database import Store, insert_new
from store.schema import pages

__all__ = ["StoredPage", "last_page", "save_page"]


@dataclass(frozen=True, slots=True)
class StoredPage:
    """One content of a url: ``sha256`` of its bytes, where they are archived, and what to ask the server with."""

    url: str
    sha256: str
    status: int
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    archive: str | None = None


def save_page(store: Store, page: StoredPage) -> bool:
    """Notes that ``page`` was seen now; True when its content is new for its url."""
    now = store.clock()
    same = (pages.c.url == page.url) & (pages.c.sha256 == page.sha256)
    answer = {name: getattr(page, name) for name in ("status", "content_type", "etag", "last_modified")}
    with store.write() as connection:
        known = connection.execute(select(pages.c.id).where(same)).scalar()
        if known is not None:
            connection.execute(update(pages).where(same).values(**answer, last_seen=now))
            return False
        row = {**answer, "url": page.url, "sha256": page.sha256, "archive": page.archive}
        insert_new(connection, pages, [row | {"first_seen": now, "last_seen": now}])
        return True


def last_page(store: Store, url: str) -> StoredPage | None:
    """The content that ``url`` was last seen with, None when it was never fetched."""
    names = ("url", "sha256", "status", "content_type", "etag", "last_modified", "archive")
    query = select(*(pages.c[name] for name in names)).where(pages.c.url == url).order_by(pages.c.last_seen.desc())
    with store.read() as connection:
        row = connection.execute(query.limit(1)).one_or_none()
    return None if row is None else StoredPage(*row)
