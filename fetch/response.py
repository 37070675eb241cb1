"""What came back for a url."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

__all__ = ["Exchange", "Response"]

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer as they went over the wire: ``raw`` is the body before it is unpacked.

    A page reached through redirects has several. ``address`` is the server's, None when it is not known.
    """

    url: str
    asked: Headers
    status: int
    reason: str
    headers: Headers
    raw: bytes
    at: datetime
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """One answer of a server: ``url`` asked, ``final_url`` after redirects, header names in lower case.

    ``fetched`` is aware. ``not_modified``: the page is as it was when ``etag`` or ``last_modified`` were given out,
    and ``body`` is empty. ``exchanges`` is what the archive keeps, the redirects first.
    """

    url: str
    final_url: str
    status: int
    body: bytes
    fetched: datetime
    headers: Mapping[str, str] = field(default_factory=dict)
    not_modified: bool = False
    exchanges: tuple[Exchange, ...] = ()

    @property
    def etag(self) -> str | None:
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        return self.headers.get("last-modified")

    @property
    def content_type(self) -> str | None:
        return self.headers.get("content-type")
