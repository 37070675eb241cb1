"""Downloads within limits, over httpx's own seam for fakes and over a real socket."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from configs.pipeline import FetchSettings
from fetch.archive import Archive
from fetch.download import Downloader, TemporaryError
from fetch.guard import is_public
from fetch.page import fetch_page
from records.errors import UnusableError

NOON = datetime(2026, 6, 10, 12, tzinfo=UTC)
Answer = Callable[[httpx.Request], httpx.Response]


def downloader(answer: Answer, **settings: float) -> Downloader:
    def unread(request: httpx.Request) -> httpx.Response:
        """The answer as a server's: httpx reads a given content at once, which no real answer is."""
        made = answer(request)
        if not made.is_stream_consumed:
            return made
        return httpx.Response(made.status_code, headers=made.headers, stream=httpx.ByteStream(made.content))

    return Downloader(FetchSettings.model_validate(settings), httpx.MockTransport(unread), clock=lambda: NOON)


def test_answer_is_kept_as_it_came() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert "Synoptic" in request.headers["user-agent"]
        return httpx.Response(200, content=b"<p>hi</p>", headers={"ETag": '"a"', "Content-Type": "text/html"})

    response = downloader(answer).get("https://x.example/a")
    assert (response.status, response.body, response.etag) == (200, b"<p>hi</p>", '"a"')
    assert response.fetched == NOON and response.content_type == "text/html" and not response.not_modified


def test_a_large_page_is_refused_while_it_streams() -> None:
    sent = []

    def chunks() -> Iterator[bytes]:
        for number in range(1000):
            sent.append(number)
            yield b"x" * 50_000

    with pytest.raises(UnusableError, match=r"https://x\.example/big: more than 200,000 bytes"):
        downloader(lambda _: httpx.Response(200, content=chunks()), largest_page_bytes=200_000).get(
            "https://x.example/big"
        )
    assert len(sent) < 10


def test_a_gzip_bomb_is_refused() -> None:
    bomb = gzip.compress(b"\0" * 5_000_000)
    assert len(bomb) < 10_000
    with pytest.raises(UnusableError, match="too large"):
        downloader(
            lambda _: httpx.Response(200, stream=httpx.ByteStream(bomb), headers={"content-encoding": "gzip"}),
            largest_page_bytes=1_000_000,
        ).get("https://x.example/bomb")


@pytest.mark.parametrize("status", [404, 403, 410, 451])
def test_a_refusal_is_final(status: int) -> None:
    with pytest.raises(UnusableError, match=f"answered {status}") as raised:
        downloader(lambda _: httpx.Response(status)).get("https://x.example/")
    assert not isinstance(raised.value, TemporaryError)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_tired_server_is_temporary(status: int) -> None:
    with pytest.raises(TemporaryError) as raised:
        downloader(lambda _: httpx.Response(status, headers={"Retry-After": "7"})).get("https://x.example/")
    assert raised.value.retry_after == 7


def test_redirects_are_followed_and_limited() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/end":
            return httpx.Response(200, content=b"there")
        return httpx.Response(302, headers={"location": "/end" if request.url.path == "/start" else "/loop"})

    reached = downloader(answer).get("https://x.example/start")
    assert (reached.url, reached.final_url) == ("https://x.example/start", "https://x.example/end")
    with pytest.raises(UnusableError, match="more than 5 redirects"):
        downloader(answer).get("https://x.example/loop")


def test_time_limits_and_no_answer() -> None:
    def silent(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("")

    def unreachable(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("[Errno -2] Name or service not known")

    with pytest.raises(TemporaryError, match="silent for 20 s"):
        downloader(silent).get("https://x.example/")
    with pytest.raises(TemporaryError, match=r"no answer .*not known"):
        downloader(unreachable).get("https://x.example/")


@pytest.mark.parametrize("url", ["ftp://x.example/a", "file:///etc/passwd", "nonsense", "http://", "https:///path"])
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(UnusableError, match="no web address"):
        downloader(lambda _: httpx.Response(200)).get(url)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.1.2.3", "169.254.169.254", "[::ffff:127.0.0.1]"]
)
def test_private_addresses_are_refused(host: str) -> None:
    with Downloader() as real, pytest.raises(UnusableError, match=r"private address.*allow_private"):
        real.get(f"http://{host}:9/")


def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with Downloader(allow_private=True) as real, pytest.raises(TemporaryError, match="no answer"):
        real.get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:4700::1111", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("::ffff:10.0.0.1", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_only_what_changed_is_fetched_again(tmp_path: Path) -> None:
    body = [b"first"]

    def answer(request: httpx.Request) -> httpx.Response:
        tag = f'"{body[0].decode()}"'
        if request.headers.get("if-none-match") == tag:
            return httpx.Response(304, headers={"etag": tag})
        return httpx.Response(200, content=body[0], headers={"etag": tag})

    archive, source = Archive(tmp_path), downloader(answer)
    first = fetch_page("https://x.example/", source, archive)
    again = fetch_page("https://x.example/", source, archive)
    body[0] = b"second"
    changed = fetch_page("https://x.example/", source, archive)
    assert [first.new, again.new, changed.new] == [True, False, True]
    assert first.record == again.record != changed.record
    assert archive.read(first.record).body == b"first"
    assert archive.read(changed.record).body == changed.response.body == b"second"


def test_archive_notices_changed_bytes_and_leaves_no_half_files(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    record = fetch_page("https://x.example/", downloader(lambda _: httpx.Response(200, content=b"abc")), archive).record
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 2 and not any(path.name.startswith(".") for path in files)
    path, other = archive.path_of(record), archive.path_of("f" * 24 + "-1")
    other.parent.mkdir()
    other.write_bytes(path.read_bytes())
    with pytest.raises(UnusableError, match="changed on disk"):
        archive.read("f" * 24 + "-1")
    path.write_bytes(other.read_bytes()[:-500])
    with pytest.raises(UnusableError, match="can't be read"):
        archive.read(record)
    with pytest.raises(UnusableError, match="can't be read"):
        archive.read("nothing-here")


def test_two_threads_keep_the_same_page(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    response = downloader(lambda _: httpx.Response(200, content=b"abc")).get("https://x.example/")
    records: list[str] = []
    threads = [threading.Thread(target=lambda: records.append(archive.keep("u", response))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(records) == 8 and len(set(records)) == 1
    assert archive.read(records[0]).body == b"abc"
