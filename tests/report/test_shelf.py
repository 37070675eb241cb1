"""The database behind the app answers as the store in memory does, and loses nothing when it is killed."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest

from records.report import Report
from report.contract import contract_json
from report.inbox import Conflict, Filters, Inbox
from report.shelf import Shelf
from store.database import Store, open_store
from store.findings import save_findings
from store.runs import save_run
from tests.report.client import open_client
from tests.report.memory import MemoryStore
from tests.report.story import load_report

STORY = "karsk-bridge"


def keep(store: Store, report: Report, signature: str = "one") -> None:
    """Saves a report as a run does."""
    save_findings(store, report.story_id, report.title, report.versions, report.discrepancies)
    text = contract_json(report).decode()
    save_run(store, report.story_id, report.title, signature, len(report.versions), text)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    report = load_report()
    with open_store(tmp_path / "synoptic.db", clock=lambda: report.run.started) as opened:
        keep(opened, report)
        yield opened


def _shown(inbox: Inbox) -> tuple[list[str], int]:
    return [f.discrepancy.id for f in inbox.findings], inbox.total


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(state=None),
        Filters(kind="figure-conflict", severity="high"),
        Filters(kind="quote-altered", severity="low", state=None),
        Filters(severity="low"),
        Filters(outlet="misto-uk"),
        Filters(language="zh"),
        Filters(story="none"),
        Filters(story=STORY, first=date(2026, 3, 2), last=date(2026, 3, 2)),
        Filters(first=date(2026, 3, 3)),
        Filters(words="INSPECTION"),
        Filters(words="100%_"),
        Filters(state="confirmed"),
    ],
)
def test_the_same_filters_show_the_same(store: Store, filters: Filters) -> None:
    shelf, memory = Shelf(store), MemoryStore(load_report())
    assert _shown(shelf.inbox(filters)) == _shown(memory.inbox(filters))
    counts = shelf.inbox(filters).counts
    expected = memory.inbox(filters).counts
    assert {k: dict(v) for k, v in counts.items()} == {k: dict(sorted(v.items())) for k, v in expected.items()}


def test_walking_on_visits_every_finding_once(store: Store) -> None:
    shelf, filters = Shelf(store), Filters()
    order = [f.id for f in shelf.inbox(filters).findings]
    at, walked = order[0], [order[0]]
    while (following := shelf.around(at, filters)[1]) is not None:
        assert shelf.around(following, filters)[0] == at
        walked.append(following)
        at = following
    assert walked == order
    assert shelf.around("none", filters) == (None, None)


def test_a_decided_finding_still_knows_its_neighbours(store: Store) -> None:
    shelf, filters = Shelf(store), Filters()
    first, second, third, *_ = [f.id for f in shelf.inbox(filters).findings]
    shelf.decide(second, "confirmed", "ada", 0)
    assert shelf.around(second, filters) == (first, third)


def test_the_second_of_two_reviewers_is_told(store: Store) -> None:
    shelf = Shelf(store)
    identity = f"{STORY}.d-toll"
    made = shelf.decide(identity, "confirmed", "ada", 0)
    with pytest.raises(Conflict, match="ada decided"):
        shelf.decide(identity, "dismissed", "bo", 0, "same")
    shelf.decide(identity, "dismissed", "bo", made.id, "same", "on second thoughts")
    assert [(v.state, v.by) for v in shelf.history(identity)] == [("confirmed", "ada"), ("dismissed", "bo")]
    finding = shelf.finding(identity)
    assert finding is not None
    assert finding.verdict is not None
    assert (finding.state, finding.verdict.note) == ("dismissed", "on second thoughts")


def test_counts_of_a_small_store_are_never_old(store: Store) -> None:
    shelf = Shelf(store)
    assert shelf.inbox(Filters()).total == 10
    assert shelf.dismiss_kind(STORY, "figure-conflict", "ada", "misread") == 3
    assert shelf.inbox(Filters()).counts["state"] == {"new": 7, "dismissed": 3}
    assert shelf.inbox(Filters()).total == 7


def test_a_verdict_survives_the_next_run_and_a_vanished_finding_is_shown_as_it_was(store: Store) -> None:
    shelf = Shelf(store)
    shelf.decide(f"{STORY}.d-toll", "confirmed", "ada", 0)
    shelf.decide(f"{STORY}.d-cost", "confirmed", "ada", 0)
    report = load_report()
    rest = tuple(d for d in report.discrepancies if d.id != "d-cost")
    later = replace(report, discrepancies=rest, run=replace(report.run, seconds={}))
    keep(store, later, "two")
    client = open_client(shelf)
    assert [f.discrepancy.id for f in shelf.inbox(Filters(state="confirmed")).findings] == ["d-toll"]
    page = client.get(f"/d/{STORY}.d-cost")
    assert page.status_code == 200
    assert "did not find this any more" in page.text
    assert "about 3.8 million EUR" in page.text


@pytest.mark.parametrize("path", ["/", f"/d/{STORY}.d-toll", f"/s/{STORY}", "/stories", "/record", "/feed.atom"])
def test_every_page_is_made_from_the_database(store: Store, path: str) -> None:
    client = open_client(Shelf(store))
    assert client.get(path).status_code == 200
    assert "Bridge collapse" in client.get(f"/d/{STORY}.d-toll").text


SERVER = """
import sys
from report.access import Access
from report.app import create_app, serve
from report.shelf import Shelf
from store.database import open_store
shelf, access = Shelf(open_store(sys.argv[1])), Access(reviewer="ada", secret=b"s" * 32)
serve(create_app(shelf, access), shelf, access, port=int(sys.argv[2]))
"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _serve(path: Path, port: int) -> subprocess.Popen[bytes]:
    root = Path(__file__).resolve().parents[2]
    made = subprocess.Popen([sys.executable, "-c", SERVER, str(path), str(port)], cwd=root)
    for _ in range(200):
        try:
            httpx.get(f"http://127.0.0.1:{port}/login", timeout=1)
            return made
        except httpx.TransportError:
            time.sleep(0.1)
    made.kill()
    raise AssertionError("the server did not start within 20 s")


def test_a_server_killed_after_a_verdict_lost_nothing(store: Store, tmp_path: Path) -> None:
    port = _free_port()
    server = _serve(tmp_path / "synoptic.db", port)
    identities = [f.id for f in Shelf(store).inbox(Filters()).findings]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        found = re.search(r'name="form_token" value="([0-9a-f]+)"', client.get("/").text)
        assert found is not None
        for identity in identities[:4]:
            form = {"form_token": found[1], "state": "confirmed", "seen": "0"}
            assert client.post(f"/d/{identity}", data=form).status_code == 303
    os.kill(server.pid, signal.SIGKILL)
    server.wait()
    assert sorted(f.id for f in Shelf(store).inbox(Filters(state="confirmed")).findings) == sorted(identities[:4])
    assert Shelf(store).inbox(Filters()).total == len(identities) - 4


def test_a_server_killed_among_verdicts_keeps_each_that_it_answered(store: Store, tmp_path: Path) -> None:
    port = _free_port()
    server = _serve(tmp_path / "synoptic.db", port)
    identities = [f.id for f in Shelf(store).inbox(Filters()).findings]
    answered: list[str] = []
    asking = threading.Thread(target=_decide_on, args=(port, identities * 50, answered))
    asking.start()
    while len(answered) < 3:
        time.sleep(0.001)
    os.kill(server.pid, signal.SIGKILL)  # while the next verdict is being sent, written or answered
    server.wait()
    asking.join()
    shelf = Shelf(store)
    kept = [verdict for identity in identities for verdict in shelf.history(identity)]
    assert len(answered) <= len(kept) <= len(answered) + 1
    for identity in identities:
        finding, history = shelf.finding(identity), shelf.history(identity)
        assert finding is not None
        assert finding.verdict == (history[-1] if history else None)
        assert finding.state == (history[-1].state if history else "new")


def _decide_on(port: int, identities: list[str], answered: list[str]) -> None:
    """Decides on one after the other until the server is gone."""
    seen: dict[str, int] = {}
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        token = re.search(r'name="form_token" value="([0-9a-f]+)"', client.get("/").text)
        assert token is not None
        for number, identity in enumerate(identities, 1):
            state = ("confirmed", "dismissed", "unsure")[number % 3]
            form = {"form_token": token[1], "state": state, "seen": str(seen.get(identity, 0))}
            try:
                assert client.post(f"/d/{identity}", data=form).status_code == 303
            except httpx.TransportError:
                return
            seen[identity] = number
            answered.append(identity)
