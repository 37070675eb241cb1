"""What came back for a url."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

__all__ = ["Response"]


@dataclass(frozen=True, slots=True)
class Response:
    """One answer of a server: ``url`` asked, ``final_url`` after redirects, header names in lower case.

    ``fetched`` is aware. ``not_modified``: the page is as it was when ``etag`` or ``last_modified`` were given out,
    and ``body`` is empty.
    """

    url: str
    final_url: str
    status: int
    body: bytes
    fetched: datetime
    headers: Mapping[str, str] = field(default_factory=dict)
    not_modified: bool = False

    @property
    def etag(self) -> str | None:
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        return self.headers.get("last-modified")

    @property
    def content_type(self) -> str | None:
        return self.headers.get("content-type")
