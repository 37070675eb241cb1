"""The inbox of a big store: 100,000 discrepancies over 2,000 stories, 20 readers and 2 writers at once.

usage: python -m bench.review [--data DIR] [--json FILE] [--findings N] [--seconds S] [--store FILE]

Readers ask for inbox pages with changing filters and look at each for half a second; two writers confirm and
dismiss, five times a second each. The server is a process of its own; ``inbox_p95_ms`` is what a reader waits, from
asking to the last byte, ``peak_mb`` the memory of the server. Readers share the machine with the server, so they ask
with the plain client of the standard library, which costs it least. ``--store`` keeps the filled store for another run.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import get_args
from urllib.parse import urlencode

from bench.metrics import show_metrics, write_metrics
from records.discrepancy import Discrepancy, DiscrepancyKind, Evidence, Severity, Side
from records.errors import UnavailableError
from records.version import Sentence, Version
from store.database import Store, open_store
from store.findings import save_findings

__all__ = ["main"]

READERS, WRITERS, LOOK_SECONDS = 20, 2, 0.5
LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "uk", "ru", "pl", "nl", "ar", "zh", "ja", "tr", "cs", "sv")
OUTLETS = [(f"outlet-{number:02d}", language) for number, language in enumerate(LANGUAGES)]
START = datetime(2026, 1, 1, tzinfo=UTC)
SERVER = """
import sys
from report.access import Access
from report.app import create_app, serve
from report.shelf import Shelf
from store.database import open_store
shelf, access = Shelf(open_store(sys.argv[1])), Access(reviewer="bench")
serve(create_app(shelf, access), shelf, access, port=int(sys.argv[2]))
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Fills a store, measures, prints a table, and writes the metrics when asked to."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="synoptic-bench-") as folder:
        path = Path(folder) / "synoptic.db"
        if options.store is not None and options.store.is_file():
            shutil.copyfile(options.store, path)
        else:
            _make(path, options)
        load = _measure(path, options.seconds)
    waits = load.waits
    metrics = {"inbox_p95_ms": statistics.quantiles(waits, n=20)[-1] * 1000, "peak_mb": load.peak_mb}
    print(f"pages read {len(waits):,} ({len(waits) / options.seconds:.0f} a second), decisions {load.decisions:,}")
    print(f"median {statistics.median(waits) * 1000:.1f} ms, slowest {max(waits) * 1000:.1f} ms")
    print(f"server {load.cpu_seconds / len(waits) * 1000:.1f} ms of processor time a page, everything else included")
    print(f"server memory {load.first_mb:.0f} MB after a quarter of the time, {load.last_mb:.0f} MB at the end")
    show_metrics(metrics)
    write_metrics(metrics, options.json)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="not needed: the findings are made up")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--findings", type=int, default=100_000)
    parser.add_argument("--stories", type=int, default=2_000)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--store", type=Path, help="filled when it is not there, else used as it is")
    return parser.parse_args(arguments)


def _make(path: Path, options: argparse.Namespace) -> None:
    began, clock = time.perf_counter(), _Clock()
    with open_store(path, clock) as store:
        _fill(store, clock, options.findings, options.stories)
    print(f"{options.findings:,} findings of {options.stories:,} stories kept in {time.perf_counter() - began:.0f} s")
    if options.store is not None:
        shutil.copyfile(path, options.store)


@dataclass(slots=True)
class _Clock:
    """The time of the story that is being filled in."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now


def _fill(store: Store, clock: _Clock, findings: int, stories: int) -> None:
    chance = random.Random(8)
    for number in range(stories):
        clock.now = START + timedelta(minutes=20 * number)
        versions = [_version(number, outlet, language) for outlet, language in chance.sample(OUTLETS, 5)]
        found = [_discrepancy(chance, n, versions) for n in range(findings // stories)]
        save_findings(store, f"story-{number:04d}", f"Story number {number}", versions, found)


def _version(story: int, outlet: str, language: str) -> Version:
    text = f"Story {story} as {outlet} has it\n\nThe ministry counted {story} people on the ferry when it left."
    sentence = Sentence(f"{outlet}:s0", 0, len(text))
    return Version(outlet, outlet, f"https://{outlet}.example/{story}", language, START, text[:20], text, (sentence,))


def _discrepancy(chance: random.Random, number: int, versions: list[Version]) -> Discrepancy:
    low = chance.randrange(10, 500)
    sides = [versions[:4], versions[4:]]
    return Discrepancy(
        id=f"d{number}",
        kind=chance.choice(get_args(DiscrepancyKind)),
        severity=chance.choice(get_args(Severity)),
        confidence=round(chance.uniform(0.3, 1), 3),
        summary=f"{versions[4].outlet} says {low + 7} people were on the ferry; four other outlets say {low}.",
        statement=None,
        outliers=(versions[4].id,),
        sides=tuple(
            Side(f"{low + 7 * place} people", tuple(Evidence(v.id, 0, 5, v.text[0:5]) for v in side))
            for place, side in enumerate(sides)
        ),
        why="The same thing, counted by the same ministry, with two values.",
    )


@dataclass(slots=True)
class _Load:
    """What readers waited, in seconds, and what became of the server."""

    waits: list[float] = field(default_factory=list)
    decisions: int = 0
    first_mb: float = 0.0
    last_mb: float = 0.0
    peak_mb: float = 0.0
    cpu_seconds: float = 0.0


def _measure(path: Path, seconds: float) -> _Load:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(path), str(port)])
    try:
        _await(port)
        load, until, before = _Load(), time.monotonic() + seconds, _cpu_seconds(server.pid)
        people = [threading.Thread(target=_read, args=(port, n, until, load)) for n in range(READERS)]
        people += [threading.Thread(target=_write, args=(port, n, until, load)) for n in range(WRITERS)]
        for person in people:
            person.start()
        time.sleep(seconds / 4)
        load.first_mb = _memory(server.pid, "VmRSS")
        for person in people:
            person.join()
        load.last_mb, load.peak_mb = _memory(server.pid, "VmRSS"), _memory(server.pid, "VmHWM")
        load.cpu_seconds = _cpu_seconds(server.pid) - before
        return load
    finally:
        server.terminate()
        server.wait()


def _await(port: int) -> None:
    for _ in range(600):
        try:
            _Browser(port).get("/login")
            return
        except OSError:
            time.sleep(0.1)
    raise UnavailableError("the review server did not start within 60 s; run `synoptic review` to see why")


class _Browser:
    """One person's browser: a connection that is kept, and the cookie."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookie = ""

    def get(self, path: str, query: dict[str, str] | None = None) -> str:
        """The page, whole.

        Raises:
            UnavailableError: any answer but 200.
        """
        status, text = self._ask("GET", f"{path}?{urlencode(query)}" if query else path)
        if status != HTTPStatus.OK:
            raise UnavailableError(f"{path} answered {status}; run `synoptic review` to see why")
        return text

    def post(self, path: str, form: dict[str, str]) -> int:
        """The status of the answer to a form."""
        return self._ask("POST", path, urlencode(form))[0]

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        headers = {"Cookie": self._cookie} if self._cookie else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        self._cookie = (answer.getheader("set-cookie") or self._cookie).split(";")[0]
        return answer.status, text


def _read(port: int, number: int, until: float, load: _Load) -> None:
    chance, browser = random.Random(number), _Browser(port)
    time.sleep(chance.uniform(0, LOOK_SECONDS))
    while time.monotonic() < until:
        began = time.perf_counter()
        browser.get("/", _filters(chance))
        load.waits.append(time.perf_counter() - began)
        time.sleep(LOOK_SECONDS)


def _filters(chance: random.Random) -> dict[str, str]:
    """Half of the pages are the bare inbox, as people use it; the rest narrow by one or two things."""
    outlet, language = chance.choice(OUTLETS)
    choices: dict[str, str] = {
        "story": f"story-{chance.randrange(2000):04d}",
        "kind": chance.choice(get_args(DiscrepancyKind)),
        "severity": chance.choice(get_args(Severity)),
        "outlet": outlet,
        "language": language,
        "state": chance.choice(["all", "confirmed", "dismissed"]),
        "page": str(chance.randrange(1, 20)),
        "words": chance.choice(["ferry", "number 17", "outlet-03"]),
    }
    wanted = chance.sample(sorted(choices), chance.choice([0, 0, 1, 2]))
    return {name: choices[name] for name in wanted}


def _write(port: int, number: int, until: float, load: _Load) -> None:
    chance, browser = random.Random(1000 + number), _Browser(port)
    token = re.search(r'name="form_token" value="([0-9a-f]+)"', browser.get("/"))
    if token is None:
        raise UnavailableError("the inbox has no form to decide with; its store is empty")
    while time.monotonic() < until:
        identity = f"story-{chance.randrange(2000):04d}.d{chance.randrange(50)}"
        form = {"form_token": token[1], "state": chance.choice(["confirmed", "dismissed"]), "seen": "0"}
        if browser.post(f"/d/{identity}", form) == HTTPStatus.SEE_OTHER:
            load.decisions += 1
        time.sleep(0.2)


def _cpu_seconds(process: int) -> float:
    """Processor time spent so far; 0 where there is no /proc."""
    stat = Path(f"/proc/{process}/stat")
    fields = stat.read_text().rpartition(")")[2].split() if stat.exists() else []
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def _memory(process: int, name: str) -> float:
    """A figure of /proc, in MB; 0 where there is no /proc."""
    status = Path(f"/proc/{process}/status")
    found = re.search(rf"^{name}:\s+(\d+) kB", status.read_text(), re.MULTILINE) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main()
