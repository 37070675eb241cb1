"""A news server on this machine whose pages are as bad as a test needs them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["NewsServer", "article", "serve"]

_BLOCK = b" " * 65536
_MEGABYTE = 16 * _BLOCK


def article(headline: str, *paragraphs: str) -> bytes:
    """A page with one article."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{headline}</title></head>"
        f"<body><article><h1>{headline}</h1>{body}</article></body></html>"
    ).encode()


@dataclass
class NewsServer:
    """``pages`` by path; ``held`` paths answer once ``release`` is set; ``huge`` ones have so many megabytes."""

    pages: dict[str, bytes] = field(default_factory=dict)
    huge: dict[str, int] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    marked: bool = True
    """Whether a page that a reader has already is answered with 304, whatever became of it."""
    asked: threading.Event = field(default_factory=threading.Event)
    """Set when somebody waits for a held page."""
    release: threading.Event = field(default_factory=threading.Event)
    answers: list[tuple[str, int]] = field(default_factory=list)
    """Path and status, in the order of answers."""
    sent: int = 0
    """Bytes of huge pages that were taken."""
    port: int = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def serve(site: NewsServer) -> Iterator[NewsServer]:
    """``site`` on a free port of 127.0.0.1."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path in site.held:
                site.asked.set()
                site.release.wait(60)
            try:
                self._answer()
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def _answer(self) -> None:
            mark = f'"{self.path}"'
            if self.path in site.huge:
                self._huge(site.huge[self.path])
            elif self.path not in site.pages:
                self._head(404, 0, mark)
            elif site.marked and self.headers.get("if-none-match") == mark:
                self._head(304, 0, mark)
            else:
                self._head(200, len(site.pages[self.path]), mark)
                self.wfile.write(site.pages[self.path])

        def _head(self, status: int, length: int, mark: str) -> None:
            site.answers.append((self.path, status))
            self.send_response(status)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-length", str(length))
            self.send_header("etag", mark)
            self.end_headers()

        def _huge(self, megabytes: int) -> None:
            """A page that does not say how long it is, and ends when its connection does."""
            site.answers.append((self.path, 200))
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"<html><body><article><p>Long.")
            for _ in range(megabytes):
                self.wfile.write(_MEGABYTE)
                site.sent += len(_MEGABYTE)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the screen."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        site.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            site.release.set()
            server.shutdown()
            thread.join(10)
