"""A small news server on 127.0.0.1 with the demo's outlets: feeds, pages, conditional answers.

``python -m flows.demo.server [PORT]`` serves it for a look.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from configs.outlet import OutletConfig, load_outlet
from flows.demo.articles import load_demo_outlets
from flows.demo.site import SitePage, render_site

__all__ = ["DEMO_STORY", "demo_outlets", "serve_demo"]

DEMO_STORY = "berlin-talks"
"""The watched story of ``configs/stories/`` that the demo compares."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    pages: Mapping[str, SitePage]


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the rendered pages; 304 to a reader that has the page already."""

    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "SynopticDemo"

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Keeps quiet: the demo's output is its own."""

    def _answer(self, with_body: bool) -> None:
        path = urlsplit(self.path).path
        page = self.server.pages.get(path)
        if page is None:
            self._send(HTTPStatus.NOT_FOUND, b"no such page\n", {"Content-Type": "text/plain"}, with_body)
            return
        marks = {
            "ETag": page.etag,
            "Last-Modified": format_datetime(page.modified.astimezone(UTC), usegmt=True),
            "Cache-Control": "no-cache",
        }
        if self._has_it(page):
            self._send(HTTPStatus.NOT_MODIFIED, b"", marks, with_body=False)
        else:
            self._send(HTTPStatus.OK, page.body, {**marks, "Content-Type": page.content_type}, with_body)

    def _has_it(self, page: SitePage) -> bool:
        """Whether the reader's marks name this page; the ETag decides when both are given (RFC 9110, 13.2.2)."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return page.etag in (tag.strip().removeprefix("W/") for tag in tags.split(","))
        since = self.headers.get("If-Modified-Since")
        if since is None:
            return False
        try:
            return page.modified.replace(microsecond=0) <= parsedate_to_datetime(since)
        except (ValueError, TypeError):
            return False

    def _send(self, status: HTTPStatus, body: bytes, headers: Mapping[str, str], with_body: bool) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)


@contextmanager
def serve_demo(port: int = 0) -> Iterator[str]:
    """Serves the demo's outlets while the block runs; gives the base url, without a slash at its end.

    ``port`` 0 takes any free one.

    Raises:
        OSError: the port is taken.
    """
    with _Server(("127.0.0.1", port), _Handler) as server:
        base_url = f"http://127.0.0.1:{server.server_address[1]}"
        server.pages = render_site(base_url)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield base_url
        finally:
            server.shutdown()
            thread.join()


def demo_outlets() -> dict[str, OutletConfig]:
    """The demo's outlets by name, as their files in ``configs/outlets/`` say; feeds are paths below the base url."""
    return {outlet.outlet: load_outlet(outlet.outlet) for outlet in load_demo_outlets()}


def main(arguments: list[str]) -> int:
    """Serves until Ctrl-C."""
    port = int(arguments[0]) if arguments and arguments[0].isdigit() else 8770
    try:
        with serve_demo(port) as base_url:
            sys.stdout.write(f"{base_url}/  (Ctrl-C ends it)\n")
            sys.stdout.flush()
            threading.Event().wait()
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        sys.stderr.write(f"port {port}: {error.strerror}; give another one: python -m flows.demo.server 8771\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
