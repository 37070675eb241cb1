"""What a host's robots.txt lets us read (RFC 9309), by protego."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from fetch.hosts import origin_of

__all__ = ["Robots", "Rules"]

_KEPT_SECONDS = 3600.0
"""RFC 9309 asks for a day at most; a long-running watcher should see a new refusal sooner."""
_LONGEST_DELAY = 30.0
_LARGEST = 500_000
"""Bytes that are read of a robots.txt, as RFC 9309 asks."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Whether one url may be read, and the seconds between two requests that the host asks for."""

    allowed: bool = True
    delay_seconds: float = 0.0


@dataclass(slots=True)
class _Kept:
    text: str | None
    at: float


@dataclass(slots=True)
class Robots:
    """Reads each host's file once an hour. ``read`` gives the body of a robots.txt, None where nothing is forbidden.

    ``read`` raises when the host does not answer: then nothing of it may be read (RFC 9309, 2.3.1.4).
    """

    agent: str
    read: Callable[[str], bytes | None]
    now: Callable[[], float] = time.monotonic
    _files: dict[str, _Kept] = field(default_factory=dict)
    _locks: dict[str, threading.Lock] = field(default_factory=dict)
    _adding: threading.Lock = field(default_factory=threading.Lock)

    def rules(self, url: str) -> Rules:
        """The rules for ``url``; whatever ``read`` raises."""
        text = self._file(origin_of(url))
        if text is None:
            return Rules()
        from protego import Protego

        parsed = Protego.parse(text)
        delay = min(parsed.crawl_delay(self.agent) or 0.0, _LONGEST_DELAY)
        return Rules(bool(parsed.can_fetch(url, self.agent)), delay)

    def _file(self, origin: str) -> str | None:
        with self._adding:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            kept = self._files.get(origin)
            if kept is None or self.now() - kept.at > _KEPT_SECONDS:
                body = self.read(f"{origin}/robots.txt")
                text = None if body is None else body[:_LARGEST].decode("utf-8-sig", "replace")
                kept = self._files[origin] = _Kept(text, self.now())
            return kept.text
