"""The review app over HTTP: reading without scripts, deciding once, and staying shut to strangers."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from records.errors import InputError
from report.access import Access, RateLimit, check_binding
from report.exports import as_csv
from report.inbox import Filters
from tests.report.client import TestClient, open_client
from tests.report.memory import MemoryStore
from tests.report.story import load_report
from tests.report.test_render import EVIL, Page, _hostile

TOKEN = "correct-horse-battery"


def _client(store: MemoryStore | None = None, access: Access | None = None) -> TestClient:
    return open_client(store or MemoryStore(load_report()), access)


def _form_token(client: TestClient, path: str = "/d/d-toll") -> str:
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', client.get(path).text)
    assert found is not None
    return found[1]


def _decide(client: TestClient, state: str, seen: int = 0, path: str = "/d/d-toll", **more: str) -> Any:
    """The answer; its class is that of httpx or of httpx2, whichever starlette's client finds."""
    form = {"form_token": _form_token(client, path), "state": state, "seen": str(seen), **more}
    return client.post(path, data=form)


@pytest.mark.parametrize(
    "path",
    ["/", "/d/d-toll", "/s/karsk-bridge", "/stories", "/record", "/login", "/outlets", "/check-outlet", "/audit"],
)
def test_every_page_reads_without_scripts_and_loads_only_ours(path: str) -> None:
    response = _client().get(path)
    assert response.status_code == 200
    page = Page(response.text)
    assert page.tags["main"] == 1
    assert page.tags["h1"] == 1
    assert all(src.startswith("/static/") for src in page.values("src"))
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name == "style"]
    assert page.tags["style"] == 0
    policy = response.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert response.headers["x-content-type-options"] == "nosniff"


def test_the_inbox_lists_the_gravest_first_and_narrows() -> None:
    client = _client()
    rows = re.findall(r'data-row="([^"]+)"', client.get("/").text)
    assert rows[:3] == ["d-toll", "d-not", "d-speaker"]
    assert len(rows) == 10
    assert re.findall(r'data-row="([^"]+)"', client.get("/?kind=silent-edit").text) == ["d-built"]
    assert re.findall(r'data-row="([^"]+)"', client.get("/?language=ar&severity=medium").text) == ["d-cost"]
    assert re.findall(r'data-row="([^"]+)"', client.get("/?words=INSPECTION").text) == ["d-inspected"]
    assert "No discrepancy is like that" in client.get("/?state=confirmed").text
    assert client.get("/?kind=nonsense&first=someday&page=-3").status_code == 200


def test_filters_survive_their_own_url() -> None:
    filters = Filters.of({"story": "a&b", "kind": "quote-altered", "state": "all", "first": "2026-03-01"})
    assert filters.query() == "story=a%26b&kind=quote-altered&state=all&first=2026-03-01"
    assert Filters().query(page=3) == "page=3"


def test_a_verdict_is_kept_with_its_history_and_undone() -> None:
    store = MemoryStore(load_report())
    client = _client(store)
    assert _decide(client, "confirmed", note="checked the page").status_code == 303
    assert _decide(client, "new", seen=1).headers["location"] == "/d/d-toll"
    assert [(v.state, v.by, v.note) for v in store.history("d-toll")] == [
        ("confirmed", "ada", "checked the page"),
        ("new", "ada", ""),
    ]
    assert "checked the page" in client.get("/d/d-toll").text


def test_the_inbox_offers_to_undo_what_was_decided_in_it() -> None:
    store = MemoryStore(load_report())
    client = _client(store)
    form = {"form_token": _form_token(client), "decision": "confirmed 0 d-toll", "back": "/?page=1"}
    back = client.post("/decide", data=form, follow_redirects=False).headers["location"]
    assert back == "/?page=1&decided=d-toll"
    undo = re.search(r'class="undo" name="decision" value="([^"]+)"', client.get(back).text)
    assert undo is not None
    again = client.post("/decide", data={**form, "decision": undo[1]}, follow_redirects=False).headers["location"]
    assert again == "/?page=1"
    assert [verdict.state for verdict in store.history("d-toll")] == ["confirmed", "new"]
    assert 'class="undo"' not in client.get(back).text


def test_an_address_that_is_none_is_a_page_too() -> None:
    answer = _client().get("/nosuch")
    assert answer.status_code == 404
    assert Page(answer.text).tags["h1"] == 1
    assert "There is no page of this address." in answer.text


def test_two_reviewers_never_overwrite_each_other() -> None:
    store = MemoryStore(load_report())
    _decide(_client(store, Access(reviewer="ada")), "confirmed")
    late = _decide(_client(store, Access(reviewer="bo")), "dismissed", seen=0, reason="same")
    assert late.status_code == 409
    assert "ada decided" in late.text
    assert [v.by for v in store.history("d-toll")] == ["ada"]


def test_bulk_dismissal_takes_one_kind_of_one_story() -> None:
    store = MemoryStore(load_report())
    client = _client(store)
    form = {"form_token": _form_token(client), "story": "karsk-bridge", "kind": "figure-conflict", "reason": "misread"}
    assert client.post("/bulk", data=form).status_code == 303
    assert store.inbox(Filters(state="dismissed")).total == 3
    assert client.post("/bulk", data={**form, "reason": "because"}).status_code == 400


@pytest.mark.parametrize("form", [{}, {"form_token": "0" * 64}, {"form_token": "é"}])
def test_a_form_of_another_site_is_refused(form: dict[str, str]) -> None:
    store = MemoryStore(load_report())
    client = _client(store)
    client.get("/")
    assert client.post("/d/d-toll", data={**form, "state": "confirmed", "seen": "0"}).status_code == 403
    assert store.history("d-toll") == []


@pytest.mark.parametrize("form", [{"state": "perhaps"}, {"state": "dismissed", "reason": "because"}, {"state": ""}])
def test_an_unknown_decision_is_refused(form: dict[str, str]) -> None:
    client = _client()
    assert client.post("/d/d-toll", data={"form_token": _form_token(client), **form}).status_code == 400


def test_what_is_not_there_is_said() -> None:
    client = _client()
    assert client.get("/d/none").status_code == 404
    assert client.get("/s/none").status_code == 404
    assert _decide(client, "confirmed", seen=0, path="/d/d-toll").status_code == 303
    form = {"form_token": _form_token(client), "state": "confirmed"}
    assert client.post("/d/none", data=form).status_code == 404


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y"])
def test_going_back_stays_with_us(back: str) -> None:
    assert _decide(_client(), "unsure", back=back).headers["location"] == "/d/d-toll"


def test_a_strange_host_name_is_refused() -> None:
    client = _client()
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"Host": "localhost:8400"}).status_code == 200


def test_with_a_token_everything_waits_for_sign_in() -> None:
    client = _client(access=Access(token=TOKEN))
    for path in ("/", "/d/d-toll", "/export.json", "/feed.atom"):
        assert client.get(path).headers["location"] == "/login"
    assert client.post("/d/d-toll", data={"state": "confirmed"}).headers["location"] == "/login"
    assert client.post("/login", data={"name": "Bo", "token": "wrong"}).status_code == 403
    assert client.post("/login", data={"name": "Bo", "token": TOKEN}).status_code == 303
    page = client.get("/").text
    assert "<bdi>Bo</bdi>" in page
    client.get("/logout")
    assert client.get("/").headers["location"] == "/login"


def test_guessing_is_slow() -> None:
    client = _client(access=Access(token=TOKEN))
    tries = [client.post("/login", data={"name": "x", "token": "guess"}).status_code for _ in range(10)]
    assert tries == [403] * 8 + [429] * 2
    clock = iter([0.0, 0.0, 0.0, 0.0, 100.0, 100.0, 100.0]).__next__
    limit = RateLimit(most=1, seconds=60, now=clock)
    assert [limit.allows(), limit.allows()] == [True, False]


def test_a_proxy_names_the_user_or_nobody_comes_in() -> None:
    store = MemoryStore(load_report())
    client = _client(store, Access(user_header="X-User"))
    assert client.get("/").status_code == 401
    client.headers["X-User"] = "Cleo"
    assert _decide(client, "confirmed").status_code == 303
    assert store.history("d-toll")[-1].by == "Cleo"


def test_a_cookie_is_forged_or_old() -> None:
    clock = [0.0]
    access = Access(now=lambda: clock[0])
    cookie = access.cookie("Ada Ünal")
    assert access.name_of(cookie) == "Ada Ünal"
    assert access.name_of(cookie[:-1] + ("0" if cookie[-1] != "0" else "1")) is None
    assert access.name_of("a.b.c") is None
    assert Access(now=lambda: 0.0).name_of(cookie) is None
    clock[0] = 100_000.0
    assert access.name_of(cookie) is None


@pytest.mark.parametrize(
    ("host", "token", "header", "fine"),
    [
        ("127.0.0.1", None, None, True),
        ("::1", None, None, True),
        ("localhost", None, None, True),
        ("0.0.0.0", None, None, False),
        ("0.0.0.0", TOKEN, None, True),
        ("0.0.0.0", "short", None, False),
        ("192.168.1.4", None, "X-User", True),
        ("news.example", None, None, False),
    ],
)
def test_other_machines_only_with_a_token_or_a_proxy(
    host: str, token: str | None, header: str | None, fine: bool
) -> None:
    if fine:
        check_binding(host, token, header)
    else:
        with pytest.raises(InputError, match="--"):
            check_binding(host, token, header)


def test_hostile_texts_stay_texts() -> None:
    report = _hostile()
    report = replace(report, discrepancies=tuple(replace(d, id=f"e{n}") for n, d in enumerate(report.discrepancies)))
    client = _client(MemoryStore(report))
    for path in ("/", "/d/e0", "/d/e5", "/s/karsk-bridge"):
        response = client.get(path)
        page = Page(response.text)
        assert response.status_code == 200
        assert (page.tags["script"], page.tags["img"]) == (2, 0)
        assert all(not link.startswith("javascript:") for link in page.values("href"))
    assert EVIL not in client.get("/feed.atom").text


def test_exports_hold_what_the_filters_show() -> None:
    client = _client()
    _decide(client, "confirmed", note="=cmd|' /C calc'!A0")
    rows = list(csv.DictReader(io.StringIO(client.get("/export.csv?state=all").text)))
    assert len(rows) == 10
    toll = next(row for row in rows if row["id"] == "d-toll")
    assert (toll["state"], toll["by"], toll["note"][:2]) == ("confirmed", "ada", "'=")
    assert len(json.loads(client.get("/export.json").text)["findings"]) == 9
    assert client.get("/export.md?kind=silent-edit").text.startswith("# 1 discrepancy")
    feed = ET.fromstring(client.get("/feed.atom").content)
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 9
    assert as_csv([]).count("\r\n") == 1


def test_the_record_counts_what_was_real() -> None:
    client = _client()
    _decide(client, "confirmed")
    _decide(client, "dismissed", path="/d/d-cost", reason="misread")
    page = client.get("/record").text
    assert "50 %" in page
    assert "Figures conflict" in page
