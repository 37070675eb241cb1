"""Who may review: loopback, a token, or a proxy's user header; signed cookies and CSRF tokens."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from records.errors import InputError

__all__ = ["ACCESS_COOKIE", "Access", "RateLimit", "check_binding", "is_loopback"]

ACCESS_COOKIE = "synoptic"
_DAY = 86_400
_NAME = 60


def is_loopback(host: str) -> bool:
    """Whether ``host`` (a name or address, without a port) is this machine only."""
    if host.strip("[]").lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def check_binding(host: str, token: str | None, user_header: str | None) -> None:
    """Refuses to serve others than this machine without a way to know who they are.

    Raises:
        InputError: ``host`` is no loopback address, and there is neither a token nor a user header; or a short token.
    """
    if token is not None and len(token) < 16:
        raise InputError("--token: shorter than 16 characters; make one with `openssl rand -hex 16`.")
    if not is_loopback(host) and token is None and user_header is None:
        raise InputError(
            f"--host {host!r}: reachable from other machines; add --token, or name the user header of a reverse proxy."
        )


@dataclass(frozen=True, slots=True)
class Access:
    """Signs who a reviewer is and proves that a form is ours. ``now`` is a clock in seconds.

    Without ``token`` and ``user_header`` everybody on this machine is ``reviewer``.
    """

    reviewer: str = "reviewer"
    token: str | None = None
    user_header: str | None = None
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    now: Callable[[], float] = time.time

    @property
    def is_open(self) -> bool:
        """Whether nobody has to sign in."""
        return self.token is None and self.user_header is None

    def admits(self, offered: str) -> bool:
        """Whether ``offered`` is the token, compared in constant time."""
        return self.token is not None and hmac.compare_digest(offered.encode(), self.token.encode())

    def cookie(self, name: str) -> str:
        """A cookie that says ``name`` for twelve hours."""
        clean = " ".join(name.split())[:_NAME] or self.reviewer
        body = f"{clean.encode().hex()}.{int(self.now()) + _DAY // 2}.{secrets.token_hex(8)}"
        return f"{body}.{self._sign('cookie', body)}"

    def name_of(self, cookie: str | None) -> str | None:
        """Who the cookie says; None for a forged, old or missing one."""
        body, _, signature = (cookie or "").rpartition(".")
        if not body or not hmac.compare_digest(signature.encode(), self._sign("cookie", body).encode()):
            return None
        name, until, _ = body.split(".")
        return bytes.fromhex(name).decode() if int(until) > self.now() else None

    def form_token(self, cookie: str) -> str:
        """What every form of the holder of ``cookie`` must bring back."""
        return self._sign("form", cookie)

    def is_ours(self, cookie: str | None, form_token: str | None) -> bool:
        """Whether a form came from a page that we made for the holder of ``cookie``."""
        return cookie is not None and hmac.compare_digest(self.form_token(cookie).encode(), (form_token or "").encode())

    def _sign(self, purpose: str, body: str) -> str:
        return hmac.new(self.secret, f"{purpose}:{body}".encode(), hashlib.sha256).hexdigest()


@dataclass(slots=True)
class RateLimit:
    """At most ``most`` attempts in ``seconds``, over everybody: guessing a token is not worth trying."""

    most: int = 8
    seconds: float = 60.0
    now: Callable[[], float] = time.monotonic
    _tries: deque[float] = field(default_factory=deque)

    def allows(self) -> bool:
        """Counts one attempt, and whether it is within the limit."""
        while self._tries and self._tries[0] < self.now() - self.seconds:
            self._tries.popleft()
        self._tries.append(self.now())
        return len(self._tries) <= self.most
