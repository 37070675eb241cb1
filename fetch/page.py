"""Fetches a page into the archive, asking only for what has changed, and again where a fault may pass."""

from __future__ import annotations

from dataclasses import dataclass

from fetch.archive import Archive
from fetch.download import Downloader, TemporaryError
from fetch.hosts import Manners
from fetch.response import Response

__all__ = ["Fetched", "fetch_page"]

_FIRST_WAIT_SECONDS, _LONGEST_BACKOFF_SECONDS, _JITTER_SECONDS = 0.5, 10.0, 0.5


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page in the archive: its ``record``, the answer stored there, and whether it is ``new`` since the last time."""

    record: str
    response: Response
    new: bool


def fetch_page(
    url: str, downloader: Downloader, archive: Archive, manners: Manners | None = None, tries: int = 1
) -> Fetched:
    """The page at ``url``, archived. A page that the server calls unchanged is read from the archive.

    The archive is the kept cache: every answer is there once, and its marks make the next request a conditional one.
    Nothing is answered from it without asking, however long a server calls a page fresh: a silent edit would hide.
    A fault that may pass is tried again, up to ``tries`` times in all, after the host's Retry-After where it gave one.

    Raises:
        UnusableError: as ``Downloader.get``; ``TemporaryError`` when another try may do.
    """
    import stamina

    stamina.instrumentation.set_on_retry_hooks(())  # what becomes of a page is told once, at its end
    longest = downloader.settings.longest_wait_seconds

    def again(error: Exception) -> bool | float:
        if not isinstance(error, TemporaryError):
            return False
        if error.retry_after is None:
            return True
        return error.retry_after if error.retry_after <= longest else False

    for attempt in stamina.retry_context(
        on=again,
        attempts=tries,
        timeout=None,
        wait_initial=_FIRST_WAIT_SECONDS,
        wait_max=_LONGEST_BACKOFF_SECONDS,
        wait_jitter=_JITTER_SECONDS,
    ):
        with attempt:
            return _fetch(url, downloader, archive, manners)
    raise AssertionError("stamina gives at least one attempt")


def _fetch(url: str, downloader: Downloader, archive: Archive, manners: Manners | None) -> Fetched:
    known = archive.latest(url)
    if known is not None and (known.etag is not None or known.last_modified is not None):
        response = downloader.get(url, known.etag, known.last_modified, manners)
    else:
        response = downloader.get(url, manners=manners)
    if response.not_modified and known is not None:
        return Fetched(known.record, archive.read(known.record), new=False)
    record = archive.keep(url, response)
    return Fetched(record, response, new=known is None or record != known.record)
