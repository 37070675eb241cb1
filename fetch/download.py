"""Downloads one url within limits; parses nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx

from configs.pipeline import FetchSettings
from fetch.guard import GuardedTransport, PrivateAddressError
from fetch.response import Response
from records.errors import UnusableError

__all__ = ["Downloader", "TemporaryError"]

_TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504})


class TemporaryError(UnusableError):
    """The url may well answer later: worth another try. ``retry_after`` is in seconds, None when not said."""

    def __init__(self, stage: str, why: str, retry_after: float | None = None) -> None:
        super().__init__(stage, why)
        self.retry_after = retry_after


class _TooLong(Exception):
    """The total time is up."""


def _now() -> datetime:
    return datetime.now(UTC)


class Downloader:
    """One client with kept connections; close it, or use it in ``with``. Safe to share between threads."""

    def __init__(
        self,
        settings: FetchSettings | None = None,
        transport: httpx.BaseTransport | None = None,
        allow_private: bool = False,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self.settings = settings or FetchSettings()
        self._clock = clock
        if transport is None:
            transport = httpx.HTTPTransport() if allow_private else GuardedTransport()
        self._client = httpx.Client(
            transport=transport,
            follow_redirects=True,
            max_redirects=self.settings.most_redirects,
            timeout=httpx.Timeout(self.settings.read_seconds, connect=self.settings.connect_seconds),
            headers={"user-agent": self.settings.user_agent, "accept-encoding": "gzip, deflate"},
        )

    def __enter__(self) -> Downloader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the connections."""
        self._client.close()

    def get(self, url: str, etag: str | None = None, last_modified: str | None = None) -> Response:
        """The page at ``url``; with the marks of an earlier answer, only if it has changed since.

        Raises:
            TemporaryError: no answer, a time limit, or a status that asks to come back later.
            UnusableError: a status that refuses, a redirect loop, a page over the size limit, a private address, or a
                url that is none.
        """
        if not _is_web_address(url):
            raise UnusableError("fetch", f"{url!r} is no web address; write http:// or https:// and a host.")
        headers = {"if-none-match": etag, "if-modified-since": last_modified}
        try:
            return self._stream(url, {name: value for name, value in headers.items() if value is not None})
        except PrivateAddressError as error:
            raise UnusableError(
                "fetch", f"{url}: {error}; set allow_private in the outlet's file if that is meant."
            ) from None
        except httpx.TooManyRedirects:
            raise UnusableError(
                "fetch", f"{url}: more than {self.settings.most_redirects} redirects; use the address they end at."
            ) from None
        except (httpx.TimeoutException, _TooLong) as error:
            raise TemporaryError("fetch", f"{url}: {self._slowness(error)}; try again later.") from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.DecodingError, UnicodeError) as error:
            raise UnusableError("fetch", f"{url}: {_one_line(error)}; check the address in a browser.") from None
        except httpx.HTTPError as error:
            raise TemporaryError(
                "fetch", f"{url}: no answer ({_one_line(error)}); check the address and the network, then try again."
            ) from None

    def _stream(self, url: str, headers: dict[str, str]) -> Response:
        started = time.monotonic()
        with self._client.stream("GET", url, headers=headers) as answer:
            if answer.status_code != 304:
                _refuse_status(url, answer)
                self._refuse_size(url, int(answer.headers.get("content-length", "0") or 0))
            body = b"" if answer.status_code == 304 else self._body(url, answer, started)
            return Response(
                url=url,
                final_url=str(answer.url),
                status=answer.status_code,
                body=body,
                fetched=self._clock(),
                headers={name.lower(): value for name, value in answer.headers.items()},
                not_modified=answer.status_code == 304,
            )

    def _body(self, url: str, answer: httpx.Response, started: float) -> bytes:
        chunks, size = [], 0
        for chunk in answer.iter_bytes():
            size += len(chunk)
            self._refuse_size(url, size)
            if time.monotonic() - started > self.settings.total_seconds:
                raise _TooLong
            chunks.append(chunk)
        return b"".join(chunks)

    def _refuse_size(self, url: str, size: int) -> None:
        limit = self.settings.largest_page_bytes
        if size > limit:
            raise UnusableError(
                "fetch",
                f"{url}: more than {limit:,} bytes, too large for an article; check the url, or raise "
                "fetch.largest_page_bytes in configs/pipeline.yml.",
            )

    def _slowness(self, error: Exception) -> str:
        settings = self.settings
        if isinstance(error, httpx.ConnectTimeout):
            return f"no connection within {settings.connect_seconds:g} s"
        if isinstance(error, _TooLong):
            return f"not finished after {settings.total_seconds:g} s"
        return f"silent for {settings.read_seconds:g} s"


def _refuse_status(url: str, answer: httpx.Response) -> None:
    status = answer.status_code
    if 200 <= status < 300:
        return
    why = f"{url}: the server answered {status} {answer.reason_phrase}".rstrip()
    if status in _TEMPORARY:
        wait = answer.headers.get("retry-after", "")
        raise TemporaryError("fetch", f"{why}; try again later.", float(wait) if wait.isdigit() else None)
    raise UnusableError("fetch", f"{why}; check the address in a browser.")


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a bracket that never closes, a port over 65535
        return False


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
