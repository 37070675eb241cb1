"""A small internet on loopback: sixty outlets in fifteen languages with a thousand pages, and hosts that misbehave.

Each outlet has an address of its own in 127.0.0.0/8 and shares one port, so that hosts are told apart as the real ones
are. The server counts what every host is asked, how many requests at once, and how soon after the last one.
"""

from __future__ import annotations

import gzip
import hashlib
import select
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml

from configs.outlet import OutletConfig

__all__ = ["CITIES", "Host", "Internet", "Page", "serve_internet"]

TEXTS = Path(__file__).parent.parent / "fixtures" / "internet" / "pages.yml"
NOW = datetime(2026, 6, 10, 12, tzinfo=UTC)
CITIES = ("Arvika", "Belmar", "Corun", "Dalmat", "Evora", "Fasano", "Gorlitz", "Hamar", "Imola", "Jaszvar")
_BOMB = gzip.compress(b"\0" * 60_000_000)


@dataclass
class Page:
    """What a host sends; ``fault`` names how it goes wrong, ``times`` how often it does before it is well."""

    headline: str
    paragraphs: tuple[str, ...]
    language: str = "en"
    published: datetime = NOW
    fault: str = ""
    times: int = 10**9
    extra: str = ""
    """Markup around the article that is no part of it."""

    def html(self) -> bytes:
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.paragraphs)
        return (
            f"<!doctype html><html lang={self.language}><head><meta charset=utf-8>"
            f"<title>{escape(self.headline)}</title>"
            f'<meta property="article:published_time" content="{self.published.isoformat()}"></head>'
            f"<body><article><h1>{escape(self.headline)}</h1>{body}{self.extra}</article></body></html>"
        ).encode()


@dataclass
class Host:
    """One outlet's host: its pages by path, its feed, and what it counted."""

    name: str
    address: str
    language: str
    pages: dict[str, Page] = field(default_factory=dict)
    feed: str = "rss"
    robots: str = ""
    pause: float = 0.0
    asked: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    open: list[socket.socket] = field(default_factory=list)
    most_at_once: int = 0
    shortest_gap: float = 1e9
    last_end: float = 0.0

    def forget(self) -> None:
        """Begins to count anew."""
        self.asked, self.statuses = [], Counter()
        self.most_at_once, self.shortest_gap, self.last_end = 0, 1e9, 0.0


@dataclass
class Internet:
    """All hosts by address."""

    hosts: dict[str, Host]
    port: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    closing: threading.Event = field(default_factory=threading.Event)

    def home(self, host: Host) -> str:
        return f"http://{host.address}:{self.port}/"

    def url(self, host: Host, path: str) -> str:
        return self.home(host).rstrip("/") + path

    def outlets(self) -> dict[str, OutletConfig]:
        """Every host as an outlet's file would describe it."""
        return {
            host.name: OutletConfig.model_validate(
                {
                    "name": host.name.title(),
                    "home": self.home(host),
                    "languages": [host.language],
                    "country": "XX",
                    "feeds": [{"url": "/feed", "kind": "sitemap" if host.feed == "sitemap" else "feed"}],
                    "politeness": {"pause_seconds": host.pause},
                    "expected": {"sentences": [2, 400]},
                    "allow_private": True,
                }
            )
            for host in self.hosts.values()
        }

    @property
    def asked(self) -> int:
        return sum(len(host.asked) for host in self.hosts.values())

    def pages(self) -> Iterator[tuple[Host, str, Page]]:
        for host in self.hosts.values():
            for path, page in host.pages.items():
                yield host, path, page


@cache
def _texts() -> dict[str, Any]:
    texts: dict[str, Any] = yaml.safe_load(TEXTS.read_text("utf-8"))
    return texts


def make_internet(
    outlets: int = 60, pages: int = 1000, seed: int = 7, languages: Sequence[str] | None = None
) -> Internet:
    """Hosts 127.1.0.1 and up, in turn in each language; the first page of each tells of the same event."""
    hosts = {}
    languages = languages or sorted(_texts())
    for number in range(outlets):
        language = languages[number % len(languages)]
        host = Host(f"outlet-{number}-{language}", f"127.1.{number // 200}.{number % 200 + 1}", language)
        host.feed = ("rss", "atom", "json", "sitemap")[number % 4]
        share = pages // outlets + (number < pages % outlets)
        for n in range(share):
            host.pages[f"/{language}/{n}.html"] = _page(host, number, n, seed)
        hosts[host.address] = host
    return Internet(hosts)


def _page(host: Host, number: int, n: int, seed: int) -> Page:
    texts = _texts()[host.language]
    published = NOW - timedelta(hours=n + number % 5, minutes=number)
    if n == 0:
        toll = "12" if number % 7 else "21"
        filled = [text.format(n=toll) for text in texts["event"]]
    else:
        figure = int(hashlib.sha256(f"{seed}/{number}/{n}".encode()).hexdigest()[:6], 16) % 900 + 20
        kind = texts["own"][n % len(texts["own"])]
        filled = [text.format(n=figure, city=CITIES[(number * 3 + n) % len(CITIES)]) for text in kind]
    return Page(filled[0], tuple(filled[1:]), host.language, published)


Answer = Callable[["_Handler", Page], None]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    internet: Internet

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader that hangs up on a bomb is no error of the server."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the screen."""

    def do_GET(self) -> None:
        net = self.server.internet
        host = net.hosts[self.connection.getsockname()[0]]
        with net.lock:
            host.asked.append(self.path)
            host.open = [one for one in host.open if not _hung_up(one)] + [self.connection]
            host.most_at_once = max(host.most_at_once, len(host.open))
            if host.last_end:
                host.shortest_gap = min(host.shortest_gap, time.monotonic() - host.last_end)
        try:
            self._answer(net, host)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            with net.lock:
                host.open = [one for one in host.open if one is not self.connection]
                host.last_end = time.monotonic()

    def _answer(self, net: Internet, host: Host) -> None:
        if self.path == "/robots.txt":
            self.send(200 if host.robots else 404, host.robots.encode(), "text/plain")
        elif self.path == "/":
            links = "<link rel=alternate type='application/rss+xml' href='/feed'>"
            front = (
                f"<html lang={host.language}><head><title>{host.name} | News</title>{links}</head><body>x</body></html>"
            )
            self.send(200, front.encode())
        elif self.path == "/feed":
            body, kind = feed_of(net, host)
            self.send(200, body, kind)
        elif self.path in host.pages:
            page = host.pages[self.path]
            if page.fault and page.times > 0:
                page.times -= 1
                FAULTS[page.fault](self, page)
            else:
                self.send(200, page.html())
        else:
            self.send(404, b"no such page")

    def send(
        self,
        status: int,
        body: bytes,
        kind: str = "text/html; charset=utf-8",
        length: int | None = None,
        more: tuple[tuple[str, str], ...] = (),
    ) -> None:
        mark = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if status == 200 and self.headers.get("if-none-match") == mark:
            status, body = 304, b""
        host = self.server.internet.hosts[self.connection.getsockname()[0]]
        host.statuses[status] += 1
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body) if length is None else length))
        if status in (200, 304):
            self.send_header("etag", mark)
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _hung_up(connection: socket.socket) -> bool:
    """Whether the reader has given up an answer that this server is still busy with."""
    try:
        return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def _hanging(handler: _Handler, page: Page) -> None:
    """Says nothing until the reader hangs up."""
    handler.close_connection = True
    until = time.monotonic() + 60
    while time.monotonic() < until and not handler.server.internet.closing.wait(0.05):
        readable, _, _ = select.select([handler.connection], [], [], 0)
        if readable and not handler.connection.recv(1, socket.MSG_PEEK):
            return


def _slow(handler: _Handler, page: Page) -> None:
    body = page.html()
    handler.send(200, body[:100], length=len(body))
    handler.wfile.flush()
    handler.server.internet.closing.wait(0.5)
    handler.wfile.write(body[100:])


def _truncated(handler: _Handler, page: Page) -> None:
    body = page.html()
    handler.send(200, body[: len(body) // 2], length=len(body))
    handler.close_connection = True


def _bomb(handler: _Handler, page: Page) -> None:
    handler.send(200, _BOMB, more=(("content-encoding", "gzip"),))


def _huge(handler: _Handler, page: Page) -> None:
    handler.send(200, page.html(), length=50_000_000)
    for _ in range(50):
        handler.wfile.write(b" " * 1_000_000)


def _redirect(where: str) -> Answer:
    def answer(handler: _Handler, page: Page) -> None:
        handler.send(302, b"", more=(("location", where.replace("{here}", handler.path)),))

    return answer


def _status(status: int, *more: tuple[str, str]) -> Answer:
    return lambda handler, page: handler.send(status, b"not now", more=more)


FAULTS: dict[str, Answer] = {
    "slow": _slow,
    "hanging": _hanging,
    "429": _status(429, ("retry-after", "1")),
    "429 for long": _status(429, ("retry-after", "3600")),
    "500": _status(500),
    "404": _status(404),
    "truncated": _truncated,
    "wrong charset": lambda handler, page: handler.send(200, page.html(), "text/html; charset=iso-8859-1"),
    "loop": _redirect("{here}"),
    "private": _redirect("http://127.0.0.1:9/secret"),
    "metadata": _redirect("http://169.254.169.254/latest/meta-data/"),
    "gzip bomb": _bomb,
    "huge": _huge,
    "empty": lambda handler, page: handler.send(200, b""),
    "consent": lambda handler, page: handler.send(
        200, b"<html><body><p>We use cookies. Please give your consent to our cookies to go on.</p></body></html>"
    ),
}


def feed_of(net: Internet, host: Host) -> tuple[bytes, str]:
    """The feed of a host in its kind, and its content type."""
    pages = [(net.url(host, path), page) for path, page in host.pages.items()]
    if host.feed == "broken":
        return b"<rss><channel><item><title>half a feed", "application/rss+xml"
    if host.feed == "html":
        return b"<!doctype html><html><body>moved</body></html>", "text/html"
    if host.feed == "json":
        import json

        items = [{"id": u, "url": u, "title": p.headline, "date_published": p.published.isoformat()} for u, p in pages]
        return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode(), "application/json"
    if host.feed == "atom":
        entries = "".join(
            f"<entry><id>{u}</id><title>{escape(p.headline)}</title><link href='{u}'/>"
            f"<published>{p.published.isoformat()}</published></entry>"
            for u, p in pages
        )
        return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>{entries}</feed>".encode(), "application/xml"
    if host.feed == "sitemap":
        entries = "".join(
            f"<url><loc>{u}</loc><news:news><news:publication_date>{p.published.isoformat()}</news:publication_date>"
            f"<news:title>{escape(p.headline)}</news:title></news:news></url>"
            for u, p in pages
        )
        space = "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"
        return (
            f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' {space}>{entries}</urlset>".encode(),
            "x/xml",
        )
    guid = "same for all" if host.feed == "duplicate guids" else None
    entries = "".join(
        f"<item><guid isPermaLink='false'>{guid or u}</guid><title>{escape(p.headline)}</title><link>{u}</link>"
        f"<pubDate>{format_datetime(p.published)}</pubDate></item>"
        for u, p in pages
    )
    return f"<rss version='2.0'><channel><title>x</title>{entries}</channel></rss>".encode(), "application/rss+xml"


@contextmanager
def serve_internet(net: Internet) -> Iterator[Internet]:
    """``net`` on a free port of every address of loopback while the block runs."""
    with _Server(("", 0), _Handler) as server:
        server.internet = net
        net.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield net
        finally:
            net.closing.set()
            server.shutdown()
            thread.join(10)
