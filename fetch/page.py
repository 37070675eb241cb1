"""Fetches a page into the archive, asking only for what has changed."""

from __future__ import annotations

from dataclasses import dataclass

from fetch.archive import Archive
from fetch.download import Downloader
from fetch.response import Response

__all__ = ["Fetched", "fetch_page"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page in the archive: its ``record``, the answer stored there, and whether it is ``new`` since the last time."""

    record: str
    response: Response
    new: bool


def fetch_page(url: str, downloader: Downloader, archive: Archive) -> Fetched:
    """The page at ``url``, archived. A page that the server calls unchanged is read from the archive.

    Raises:
        UnusableError: as ``Downloader.get``; ``TemporaryError`` when another try may do.
    """
    known = archive.latest(url)
    if known is not None and (known.etag is not None or known.last_modified is not None):
        response = downloader.get(url, known.etag, known.last_modified)
    else:
        response = downloader.get(url)
    if response.not_modified and known is not None:
        return Fetched(known.record, archive.read(known.record), new=False)
    record = archive.keep(url, response)
    return Fetched(record, response, new=known is None or record != known.record)
