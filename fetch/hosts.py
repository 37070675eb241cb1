"""Takes turns at a host: one request at a time, a pause between two, and no request before it asked to be let alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from configs.outlet import OutletConfig

__all__ = ["HostGate", "Manners", "NotYetError", "manners_of", "origin_of"]


@dataclass(frozen=True, slots=True)
class Manners:
    """How a host is treated: seconds between two requests, whether its robots.txt is obeyed.

    ``private_origin`` (scheme, host and port) may lie on a private network although no other address may.
    """

    pause_seconds: float = 1.0
    robots: bool = True
    private_origin: str | None = None


def manners_of(outlet: OutletConfig) -> Manners:
    """How the file of an outlet asks to treat it.

    ``allow_private`` is for the host of its home alone: neither a redirect nor a link to another one is trusted, and a
    home that is only a path (the demo's) trusts nobody.
    """
    private = origin_of(outlet.home) if outlet.allow_private and "://" in outlet.home else None
    return Manners(outlet.politeness.pause_seconds, outlet.politeness.robots, private)


class NotYetError(Exception):
    """The host asked to be let alone for ``seconds`` more, longer than anybody waits here."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the host asked to be let alone for {seconds:.0f} s more")
        self.seconds = seconds


@dataclass(slots=True)
class _Host:
    turn: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    quiet_until: float = 0.0


class HostGate:
    """Shared by all threads of a process; ``now`` and ``sleep`` are passed in by tests."""

    def __init__(
        self,
        longest_wait: float = 60.0,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._longest_wait = longest_wait
        self._now, self._sleep = now, sleep
        self._hosts: dict[str, _Host] = {}
        self._adding = threading.Lock()

    @contextmanager
    def turn(self, url: str, pause_seconds: float) -> Iterator[None]:
        """Waits until the host of ``url`` may be asked; nobody else asks it inside the block.

        Raises:
            NotYetError: it asked to be let alone for longer than the longest wait.
        """
        host = self._host(url)
        with host.turn:
            wait = max(host.free_at, host.quiet_until) - self._now()
            if host.quiet_until - self._now() > self._longest_wait:
                raise NotYetError(host.quiet_until - self._now())
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                host.free_at = self._now() + pause_seconds

    def let_alone(self, url: str, seconds: float) -> None:
        """Nobody asks the host of ``url`` for the next ``seconds`` (its Retry-After)."""
        host = self._host(url)
        host.quiet_until = max(host.quiet_until, self._now() + seconds)

    def _host(self, url: str) -> _Host:
        name = urlsplit(url).netloc.rpartition("@")[2].lower()
        with self._adding:
            return self._hosts.setdefault(name, _Host())


def origin_of(url: str) -> str:
    """Scheme, host and port of ``url``.

    >>> origin_of("HTTPS://News.example/a"), origin_of("http://[::1]:81/")
    ('https://news.example:443', 'http://[::1]:81')
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}"
