"""Outlets, archived records and the audit log over HTTP."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI

from configs.pipeline import FetchSettings
from flows.review import run_review
from flows.review_outlets import outlet_checker
from records.errors import InputError, UnavailableError
from records.report import Report
from report.access import Access
from report.app import create_app
from report.inbox import StoryLine
from report.outlets import CheckedPage, OutletCheck, OutletForm
from store.unsure import UnsurePage
from tests.flows.server import NewsServer, article, serve
from tests.report.client import TestClient, open_client
from tests.report.memory import NOON, MemoryStore
from tests.report.story import load_report
from tests.report.test_app import _decide, _form_token

FORM = {"name": "The Packet", "home": "https://packet.example", "feeds": "/rss", "languages": "en", "country": "gb"}


def _asked(app: FastAPI) -> TestClient:
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)


def test_outlets_are_listed_with_what_was_read_and_what_was_not() -> None:
    client = open_client(MemoryStore(load_report()))
    page = client.get("/outlets").text
    for words in ("The Kestrel", "le-matin-fr", "no file in configs/outlets/", "nordnytt-sv", "consent wall"):
        assert words in page
    assert "Spreebote" in client.get("/outlets/demo-spreebote").text
    assert "could not be used" in client.get("/outlets/nordnytt-sv").text
    assert client.get("/outlets/nobody").status_code == 404


def test_a_form_checks_an_outlet_and_shows_its_file() -> None:
    seen: list[OutletForm] = []

    def check(form: OutletForm) -> OutletCheck:
        seen.append(form)
        page = CheckedPage("https://packet.example/1", "<b>Fire</b>", None, "en", "First.", "Last.", 2)
        return OutletCheck("configs/outlets/packet-example.yml", "name: The Packet\n", (), (page,))

    store = MemoryStore(load_report())
    client = _asked(create_app(store, Access(reviewer="ada"), check_outlet=check))
    form = {**FORM, "form_token": _form_token(client, "/check-outlet"), "kind": "public"}
    page = client.post("/check-outlet", data=form).text
    assert seen == [OutletForm("The Packet", "https://packet.example", "/rss", "en", "gb", "public")]
    assert "configs/outlets/packet-example.yml" in page
    assert "&lt;b&gt;Fire" in page
    assert [(entry.by, entry.action) for entry in store.noted] == [("ada", "outlet checked")]
    statuses = [client.post("/check-outlet", data=form).status_code for _ in range(6)]
    assert statuses == [200] * 5 + [429]


def test_the_form_asks_no_private_address_and_names_every_fault() -> None:
    check = outlet_checker(FetchSettings(connect_seconds=2, read_seconds=2))
    wrong = check(OutletForm("", "packet", "", "", "Britain"))
    assert [fault.partition(":")[0] for fault in wrong.faults] == ["name", "home", "languages", "country"]
    assert "such as GB, perhaps GB" not in " ".join(wrong.faults) and "(found 'BRITAIN')" in wrong.faults[3]
    assert wrong.yaml == ""
    inside = check(OutletForm("Inside", "http://127.0.0.1:9", "/feed", "en", "GB"))
    assert "private" in inside.faults[0] or "own machine" in inside.faults[0] or "127.0.0.1" in inside.faults[0]
    assert "feeds:\n  - /feed\n" in inside.yaml


def _archived(report: Report, path: Path) -> MemoryStore:
    first = replace(report.versions[0], archive=str(path))
    return MemoryStore(replace(report, versions=(first, *report.versions[1:])))


def test_an_archived_record_is_saved_never_shown(tmp_path: Path) -> None:
    report, archive = load_report(), tmp_path / "archive"
    archive.mkdir()
    (archive / "a.warc.gz").write_bytes(b"<script>alert(1)</script>")
    address = f"/archive/{report.story_id}/{report.versions[0].id}"
    client = _asked(create_app(_archived(report, archive / "a.warc.gz"), archive=archive))
    answer = client.get(address)
    assert answer.content == b"<script>alert(1)</script>"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert address in client.get("/d/d-toll").text


def test_nothing_outside_the_archive_is_given_out(tmp_path: Path) -> None:
    report, archive = load_report(), tmp_path / "archive"
    archive.mkdir()
    (tmp_path / "secret").write_text("mine")
    for path in (tmp_path / "secret", archive / ".." / "secret", archive / "none"):
        client = _asked(create_app(_archived(report, path), archive=archive))
        assert client.get(f"/archive/{report.story_id}/{report.versions[0].id}").status_code == 404
    assert open_client(MemoryStore(report)).get("/archive/none/none").status_code == 404


def test_what_was_done_is_written_down() -> None:
    store = MemoryStore(load_report())
    token = "correct-horse-battery"
    client = open_client(store, Access(token=token))
    client.post("/login", data={"name": "Mallory", "token": "guess"})
    client.post("/login", data={"name": "Bo", "token": token})
    client.get("/export.csv")
    client.post("/d/d-toll", data={"state": "confirmed"})
    form = {"form_token": _form_token(client), "story": "karsk-bridge", "kind": "figure-conflict", "reason": "misread"}
    client.post("/bulk", data=form)
    assert [(entry.by, entry.action) for entry in store.noted] == [
        ("Mallory", "sign-in refused"),
        ("Bo", "signed in"),
        ("Bo", "export"),
        ("Bo", "form refused"),
        ("Bo", "bulk dismissal"),
    ]
    page = client.get("/audit").text
    assert "3 figure-conflict of karsk-bridge: misread" in page
    assert client.get("/audit?before=nonsense").status_code == 200


def test_a_verdict_from_the_inbox_names_what_was_seen() -> None:
    store = MemoryStore(load_report())
    client = open_client(store, Access(reviewer="ada"))
    form = {"form_token": _form_token(client), "decision": "dismissed 0 d-toll", "reason": "old"}
    assert client.post("/decide", data={**form, "back": "/?page=2"}).headers["location"] == "/?page=2&decided=d-toll"
    assert client.post("/decide", data=form).status_code == 409
    assert [(v.state, v.reason) for v in store.history("d-toll")] == [("dismissed", "old")]
    for wrong in ("", "dismissed", "perhaps 0 d-cost", "confirmed x"):
        assert client.post("/decide", data={**form, "decision": wrong}).status_code in (400, 404)
    assert _decide(client, "new", seen=1).status_code == 303


def test_a_reviewer_says_which_pages_belong() -> None:
    store = MemoryStore(load_report())
    store.doubtful = [UnsurePage("karsk-bridge", "https://a.example/<x>", "a", "<b>Bridge", 0.5, "One name.", NOON)]
    client = open_client(store, Access(reviewer="ada"))
    assert "&lt;b&gt;Bridge" in client.get("/stories").text
    form = {"form_token": _form_token(client), "story": "karsk-bridge", "url": "https://a.example/<x>"}
    assert client.post("/stories", data=form).status_code == 400
    assert client.post("/stories", data={**form, "belongs": "yes"}).status_code == 303
    assert client.post("/stories", data={**form, "belongs": "no"}).status_code == 409
    assert [(entry.by, entry.action) for entry in store.noted] == [("ada", "page taken in")]


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(InputError, match="name another --port"):
            run_review(tmp_path, "127.0.0.1", taken.getsockname()[1], None, "ada")
    with pytest.raises(InputError, match="compare a story first"):
        run_review(tmp_path, "127.0.0.1", 0, None, "ada")


def test_a_fault_that_we_know_of_is_told_on_the_page() -> None:
    class Broken(MemoryStore):
        def stories(self) -> Sequence[StoryLine]:
            raise UnavailableError("the database does not answer; start it")

    answer = open_client(Broken(load_report())).get("/stories")
    assert answer.status_code == 500
    assert "the database does not answer; start it" in answer.text


def test_the_form_reads_a_private_outlet_where_it_may_and_its_box_is_ticked() -> None:
    page = article("Bridge closed", "Fourteen cars collided in fog on the bridge over the Ilma.", "Nobody was hurt.")
    with serve(NewsServer(pages={"/1": page})) as site:
        site.pages["/feed"] = (
            f"<rss version='2.0'><channel><item><title>Bridge closed</title><link>{site.url('/1')}</link></item>"
            "</channel></rss>"
        ).encode()
        settings = FetchSettings(connect_seconds=2, read_seconds=2, tries=1)
        form = OutletForm("Inside", site.url("/"), "/feed", "en", "GB")
        refused = outlet_checker(settings, private=True)(form)
        assert "tick 'on a private network'" in refused.faults[0] and not refused.pages
        assert outlet_checker(settings)(replace(form, allow_private=True)).faults[0].startswith("allow_private: ")
        assert site.answers == []
        found = outlet_checker(settings, private=True)(replace(form, allow_private=True))
        assert found.faults == () and "allow_private: true\n" in found.yaml
        assert [(one.headline, one.end) for one in found.pages] == [("Bridge closed", "Nobody was hurt.")]


@pytest.mark.parametrize("may", [True, False])
def test_the_box_is_there_only_where_nobody_else_can_send_the_form(may: bool) -> None:
    app = create_app(MemoryStore(load_report()), Access(reviewer="ada"), private_checks=may)
    assert ('name="allow_private"' in _asked(app).get("/check-outlet").text) == may
