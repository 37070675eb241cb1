"""How hosts are treated: one request at a time, pauses, robots.txt, Retry-After, tries; what a page may not reach."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest

from configs.outlet import OutletConfig
from configs.pipeline import FetchSettings
from fetch.archive import Archive
from fetch.download import Downloader, TemporaryError
from fetch.hosts import HostGate, Manners, NotYetError, manners_of
from fetch.page import fetch_page
from fetch.unpack import PackingError, TooLargeError, unpack
from records.errors import UnusableError

NOON = datetime(2026, 6, 10, 12, tzinfo=UTC)
URL = "https://x.example/a"
POLITE = Manners(0.0, True)


class Time:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now, self.slept = 1000.0, list[float]()

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def gate(time: Time, longest: float = 60.0) -> HostGate:
    return HostGate(longest, time, time.sleep)


def downloader(answer: Callable[[httpx.Request], httpx.Response], time: Time | None = None) -> Downloader:
    def unread(request: httpx.Request) -> httpx.Response:
        made = answer(request)
        return httpx.Response(made.status_code, headers=made.headers, stream=httpx.ByteStream(made.content))

    settings = FetchSettings(longest_wait_seconds=60)
    return Downloader(settings, httpx.MockTransport(unread), clock=lambda: NOON, gate=gate(time) if time else None)


def test_a_pause_between_two_requests_to_one_host_and_none_between_two_hosts() -> None:
    time = Time()
    turns = gate(time)
    for url in ("https://a.example/1", "https://b.example/1", "https://a.example/2"):
        with turns.turn(url, 2.0):
            pass
    assert time.slept == [2.0]


def test_nobody_asks_a_host_while_another_does() -> None:
    turns, inside, most = HostGate(), [0], [0]

    def ask() -> None:
        with turns.turn(URL, 0.0):
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            inside[0] -= 1

    threads = [threading.Thread(target=ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]


def test_a_host_that_asks_to_be_let_alone() -> None:
    time = Time()
    turns = gate(time)
    turns.let_alone(URL, 30)
    with turns.turn("https://x.example/b", 0.0):
        assert time.slept == [30]
    turns.let_alone(URL, 3600)
    with pytest.raises(NotYetError, match="3600 s"), turns.turn(URL, 0.0):
        pass


@pytest.mark.parametrize("wait", ["7", format_datetime(NOON + timedelta(seconds=7), usegmt=True)])
def test_retry_after_is_waited_for_then_the_page_is_there(tmp_path: Path, wait: str) -> None:
    answers = iter([httpx.Response(429, headers={"retry-after": wait}), httpx.Response(200, content=b"<p>here</p>")])
    time = Time()
    with pytest.raises(TemporaryError) as raised:
        downloader(lambda _: httpx.Response(429, headers={"retry-after": wait}), time).get(URL)
    assert raised.value.retry_after == 7
    time = Time()
    page = downloader(lambda _: next(answers), time)
    with pytest.raises(TemporaryError):
        fetch_page(URL, page, Archive(tmp_path))
    assert fetch_page(URL, page, Archive(tmp_path)).response.body == b"<p>here</p>"
    assert time.slept == [7.0]


def test_a_fault_that_passes_is_tried_again_and_a_refusal_is_not(tmp_path: Path) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(500 if len(asked) < 3 else 200, content=b"<p>here</p>")

    assert fetch_page(URL, downloader(answer), Archive(tmp_path), tries=3).new and len(asked) == 3
    refused: list[str] = []

    def refuse(request: httpx.Request) -> httpx.Response:
        refused.append(request.url.path)
        return httpx.Response(403)

    with pytest.raises(UnusableError, match="403"):
        fetch_page("https://x.example/b", downloader(refuse), Archive(tmp_path), tries=3)
    assert len(refused) == 1


def robots(text: str | int) -> Downloader:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(text) if isinstance(text, int) else httpx.Response(200, content=text.encode())
        return httpx.Response(200, content=b"<p>here</p>")

    return downloader(answer, Time())


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: *\nDisallow: /a", False),
        ("User-agent: Synoptic\nDisallow: /", False),
        ("User-agent: Other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\nAllow: /a$", True),
        ("", True),
        (404, True),
        (403, True),
    ],
)
def test_robots(text: str | int, allowed: bool) -> None:
    source = robots(text)
    if allowed:
        assert source.get(URL, manners=POLITE).status == 200
    else:
        with pytest.raises(UnusableError, match=r"robots\.txt of the host asks not to read it"):
            source.get(URL, manners=POLITE)
        assert source.get(URL, manners=Manners(0.0, False)).status == 200


def test_a_host_whose_robots_txt_fails_is_not_read() -> None:
    with pytest.raises(TemporaryError, match=r"robots\.txt can't be read"):
        robots(503).get(URL, manners=POLITE)


def test_a_private_outlet_opens_its_own_host_alone() -> None:
    fields = {"name": "X", "home": "http://127.0.0.1:81/", "languages": ["en"], "country": "GB", "allow_private": True}
    manners = manners_of(OutletConfig.model_validate(fields))
    assert manners.private_origin == "http://127.0.0.1:81"
    with Downloader() as real:
        quick = Manners(0.0, False, manners.private_origin)
        with pytest.raises(TemporaryError, match="no answer"):
            real.get("http://127.0.0.1:81/x", manners=quick)
        for other in ("http://127.0.0.1:82/x", "http://127.0.0.2:81/x", "http://10.0.0.1/", "http://[::1]:81/"):
            with pytest.raises(UnusableError, match="private address"):
                real.get(other, manners=quick)


def test_unpacking_stops_at_the_limit() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    with pytest.raises(TooLargeError):
        unpack(bomb, "gzip", 1_000_000)
    with pytest.raises(TooLargeError):
        unpack(gzip.compress(bomb), "gzip, gzip", 1_000_000)
    with pytest.raises(TooLargeError):
        unpack(gzip.compress(b"\0" * 600) * 4, "gzip", 2000)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (b"text", ""),
        (b"text", "identity"),
        (gzip.compress(b"text", mtime=0), "gzip"),
        (gzip.compress(b"te", mtime=0) + gzip.compress(b"xt", mtime=0), "x-gzip"),
        (zlib.compress(b"text"), "deflate"),
        (zlib.compress(b"text")[2:-4], "deflate"),
        (gzip.compress(zlib.compress(b"text"), mtime=0), "deflate, gzip"),
    ],
)
def test_packings(raw: bytes, encoding: str) -> None:
    assert unpack(raw, encoding, 100) == b"text"


@pytest.mark.parametrize(
    ("raw", "encoding"), [(b"text", "gzip"), (gzip.compress(b"text", mtime=0)[:-9], "gzip"), (b"x", "br")]
)
def test_broken_packings(raw: bytes, encoding: str) -> None:
    with pytest.raises(PackingError):
        unpack(raw, encoding, 100)


def test_the_record_holds_what_went_over_the_wire(tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    packed = gzip.compress("<p>Übermut</p>".encode())

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/a":
            return httpx.Response(301, headers={"location": "/b"}, stream=httpx.ByteStream(b""))
        headers = {"content-encoding": "gzip", "transfer-encoding": "chunked", "etag": '"1"'}
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(packed))

    source = Downloader(FetchSettings(), httpx.MockTransport(answer), clock=lambda: NOON)
    archive = Archive(tmp_path)
    fetched = fetch_page(URL, source, archive)
    assert archive.read(fetched.record).body == "<p>Übermut</p>".encode()
    assert archive.read(fetched.record).final_url == "https://x.example/b"
    with archive.path_of(fetched.record).open("rb") as file:
        records = [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
            for r in ArchiveIterator(file, check_digests="raise")
        ]
    assert [kind for kind, _, _ in records] == ["warcinfo", "response", "request", "response", "request"]
    assert records[3] == ("response", "https://x.example/b", "<p>Übermut</p>".encode())


def test_pruning_keeps_the_evidence(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    bodies = iter(range(3))
    source = downloader(lambda _: httpx.Response(200, content=str(next(bodies)).encode()))
    records = [fetch_page(f"https://x.example/{n}", source, archive).record for n in range(3)]
    later = datetime.now(UTC) + timedelta(days=1)
    assert archive.prune([records[0]], later, None) == 2
    assert [archive.record_of(str(path)) for path in archive.records()] == [records[0]]
    assert archive.prune([records[0]], later, 1) == 0
