"""Downloads one url within limits and with manners; parses nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpx

from configs.pipeline import FetchSettings
from fetch.guard import GuardedTransport, PrivateAddressError
from fetch.hosts import HostGate, Manners, NotYetError, origin_of
from fetch.response import Exchange, Response
from fetch.robots import Robots
from fetch.unpack import ACCEPTED, PackingError, TooLargeError, unpack
from records.errors import UnusableError

__all__ = ["ALLOW_PRIVATE", "Downloader", "TemporaryError"]

ALLOW_PRIVATE = "set allow_private in the outlet's file"
"""What is told of an address on a private network; before there is a file, the command has an option instead."""

_TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})


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
    """Kept connections, one to a host at a time; close it, or use it in ``with``. Safe to share between threads."""

    def __init__(
        self,
        settings: FetchSettings | None = None,
        transport: httpx.BaseTransport | None = None,
        allow_private: bool = False,
        clock: Callable[[], datetime] = _now,
        gate: HostGate | None = None,
    ) -> None:
        self.settings = settings or FetchSettings()
        self._clock = clock
        self._gate = gate or HostGate(self.settings.longest_wait_seconds)
        self._open = self._client(transport or httpx.HTTPTransport())
        self._guarded = self._open if transport or allow_private else self._client(GuardedTransport())
        # pages of one's own machine and tests need no manners unless some are asked for
        plain = allow_private or transport is not None
        self._manners = Manners(0.0, False) if plain else Manners(self.settings.pause_seconds, self.settings.robots)
        self._robots: dict[str | None, Robots] = {}

    def _client(self, transport: httpx.BaseTransport) -> httpx.Client:
        return httpx.Client(
            transport=transport,
            follow_redirects=False,
            timeout=httpx.Timeout(self.settings.read_seconds, connect=self.settings.connect_seconds),
            headers={"user-agent": self.settings.user_agent, "accept-encoding": ACCEPTED},
        )

    def __enter__(self) -> Downloader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the connections."""
        self._open.close()
        self._guarded.close()

    def get(
        self, url: str, etag: str | None = None, last_modified: str | None = None, manners: Manners | None = None
    ) -> Response:
        """The page at ``url``; with the marks of an earlier answer, only if it has changed since.

        Raises:
            TemporaryError: no answer, a time limit, or a status that asks to come back later.
            UnusableError: a status that refuses, a refusal by robots.txt, a redirect loop, a page over the size limit,
                a private address, or a url that is none.
        """
        marks = {"if-none-match": etag, "if-modified-since": last_modified}
        headers = {name: value for name, value in marks.items() if value is not None}
        return self._follow(url, headers, manners or self._manners)

    def _follow(self, url: str, headers: Mapping[str, str], manners: Manners) -> Response:
        """Follows redirects one by one: each is a request of its own, under the manners and limits of its host."""
        here, past = url, list[Exchange]()
        for _ in range(self.settings.most_redirects + 1):
            if not _is_web_address(here):
                raise UnusableError("fetch", f"{here!r} is no web address; write http:// or https:// and a host.")
            past.append(self._ask(here, headers, manners, self._pause(here, manners)))
            answer = {name.lower(): value for name, value in past[-1].headers}
            if past[-1].status not in _MOVED or "location" not in answer:
                return self._response(url, past, answer)
            here = urljoin(here, answer["location"]).partition("#")[0]
        raise UnusableError(
            "fetch", f"{url}: more than {self.settings.most_redirects} redirects; use the address they end at."
        )

    def _pause(self, url: str, manners: Manners) -> float:
        """Seconds between two requests to the host of ``url``, after asking its robots.txt."""
        if not manners.robots:
            return manners.pause_seconds
        key = manners.private_origin
        if key not in self._robots:
            self._robots[key] = Robots(
                self.settings.user_agent.partition("/")[0], lambda file: self._robots_file(file, manners)
            )
        rules = self._robots[key].rules(url)
        if not rules.allowed:
            raise UnusableError(
                "fetch",
                f"{url}: robots.txt of the host asks not to read it; leave it out, or save the page and give the file.",
            )
        return max(manners.pause_seconds, rules.delay_seconds)

    def _robots_file(self, url: str, manners: Manners) -> bytes | None:
        """The file; None where there is none, which forbids nothing (RFC 9309, 2.3.1.3)."""
        polite = Manners(manners.pause_seconds, False, manners.private_origin)
        try:
            return self._follow(url, {}, polite).body
        except TemporaryError as error:
            raise TemporaryError("fetch", f"its robots.txt can't be read: {error.why}", error.retry_after) from None
        except UnusableError:
            return None

    def _ask(self, url: str, headers: Mapping[str, str], manners: Manners, pause: float) -> Exchange:
        trusted = manners.private_origin is not None and origin_of(url) == manners.private_origin
        client = self._open if trusted else self._guarded
        try:
            with self._gate.turn(url, pause):
                return self._stream(client, url, headers)
        except NotYetError as error:
            raise TemporaryError("fetch", f"{url}: {error}; try again later.", error.seconds) from None
        except PrivateAddressError as error:
            raise UnusableError("fetch", f"{url}: {error}; {ALLOW_PRIVATE} if that is meant.") from None
        except (httpx.TimeoutException, _TooLong) as error:
            raise TemporaryError("fetch", f"{url}: {self._slowness(error)}; try again later.") from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            raise UnusableError("fetch", f"{url}: {_one_line(error)}; check the address in a browser.") from None
        except httpx.HTTPError as error:
            raise TemporaryError(
                "fetch", f"{url}: no answer ({_one_line(error)}); check the address and the network, then try again."
            ) from None

    def _stream(self, client: httpx.Client, url: str, headers: Mapping[str, str]) -> Exchange:
        started = time.monotonic()
        with client.stream("GET", url, headers=dict(headers)) as answer:
            self._refuse_status(url, answer)
            length = answer.headers.get("content-length", "")
            self._refuse_size(url, int(length) if length.isdigit() else 0)
            address = _server_address(answer)
            raw = b"" if answer.status_code == 304 else self._raw(url, answer, started)
            return Exchange(
                url=str(answer.url),
                asked=tuple(answer.request.headers.multi_items()),
                status=answer.status_code,
                reason=answer.reason_phrase,
                headers=tuple(answer.headers.multi_items()),
                raw=raw,
                at=self._clock(),
                address=address,
            )

    def _raw(self, url: str, answer: httpx.Response, started: float) -> bytes:
        chunks, size = [], 0
        for chunk in answer.iter_raw():
            size += len(chunk)
            self._refuse_size(url, size)
            if time.monotonic() - started > self.settings.total_seconds:
                raise _TooLong
            chunks.append(chunk)
        return b"".join(chunks)

    def _response(self, url: str, past: list[Exchange], headers: Mapping[str, str]) -> Response:
        last = past[-1]
        try:
            body = unpack(last.raw, headers.get("content-encoding", ""), self.settings.largest_page_bytes)
        except TooLargeError:
            raise self._too_large(url) from None
        except PackingError as error:
            raise UnusableError("fetch", f"{url}: {error}; check the address in a browser.") from None
        return Response(
            url, last.url, last.status, body, last.at, headers, not_modified=last.status == 304, exchanges=tuple(past)
        )

    def _refuse_size(self, url: str, size: int) -> None:
        if size > self.settings.largest_page_bytes:
            raise self._too_large(url)

    def _too_large(self, url: str) -> UnusableError:
        return UnusableError(
            "fetch",
            f"{url}: more than {self.settings.largest_page_bytes:,} bytes, too large for an article; check the url, or "
            "raise fetch.largest_page_bytes in configs/pipeline.yml.",
        )

    def _slowness(self, error: Exception) -> str:
        settings = self.settings
        if isinstance(error, httpx.ConnectTimeout):
            return f"no connection within {settings.connect_seconds:g} s"
        if isinstance(error, _TooLong):
            return f"not finished after {settings.total_seconds:g} s"
        return f"silent for {settings.read_seconds:g} s"

    def _refuse_status(self, url: str, answer: httpx.Response) -> None:
        status = answer.status_code
        if 200 <= status < 300 or status == 304 or status in _MOVED:
            return
        why = f"{url}: the server answered {status} {answer.reason_phrase}".rstrip()
        if status in _TEMPORARY:
            wait = _seconds(answer.headers.get("retry-after", ""), self._clock())
            if wait is not None:
                self._gate.let_alone(url, wait)
            raise TemporaryError("fetch", f"{why}; try again later.", wait)
        raise UnusableError("fetch", f"{why}; check the address in a browser.")


def _seconds(retry_after: str, now: datetime) -> float | None:
    """The header Retry-After, a number of seconds or a date, as seconds from ``now``; None when it says nothing."""
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - now).total_seconds())
    except (ValueError, TypeError):
        return None


def _server_address(answer: httpx.Response) -> str | None:
    """Whom we talk to; asked before the body is read, which may end the connection."""
    stream = answer.extensions.get("network_stream")
    try:
        server = None if stream is None else stream.get_extra_info("server_addr")
    except OSError:
        return None
    return str(server[0]) if isinstance(server, tuple) else None


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a bracket that never closes, a port over 65535
        return False


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
