"""What the review pages ask of the store: outlets, unsure pages, the audit log."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from store.audit import audit_entries, write_audit
from store.database import Store, open_store
from store.findings import save_findings
from store.outlets import outlet_faults, outlet_samples, outlet_totals
from store.runs import save_run
from store.schema import listings, memberships
from store.unsure import decide_page, unsure_pages
from store.verdicts import decide
from store.versions import save_version
from tests.store.samples import TickingClock, conflict, version


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with open_store(where, TickingClock()) as opened:
        yield opened


def _list(store: Store, url: str, why: str = "") -> None:
    with store.write() as connection:
        now = store.clock()
        row = {"url": url, "outlet": "packet", "title": "A fire", "listed": "x", "state": "read", "stage": "extract"}
        more = {"why": why, "tries": 1, "matched": "", "first_seen": now, "next_check": now}
        connection.execute(insert(listings).values(**row, **more))


def test_outlets_are_told_by_what_was_read_and_what_was_not(store: Store) -> None:
    url = "https://packet.example/a"
    save_version(store, version("packet", "Twelve were hurt.", url))
    save_version(store, version("packet", "Thirteen were hurt.", url))
    fault = {"outlet": "gazette", "url": "https://gazette.example/a", "stage": "fetch", "why": "no answer"}
    save_run(store, "fire", "The fire", "s1", 2, json.dumps({"unusable": [fault | {"why": "older"}]}))
    save_run(store, "fire", "The fire", "s2", 2, json.dumps({"unusable": [fault]}))
    _list(store, "https://packet.example/b", "a paywall")
    _list(store, "https://packet.example/c")
    totals = outlet_totals(store)
    assert (totals["packet"].texts, totals["packet"].revisions) == (2, 1)
    assert (totals["packet"].listed, totals["packet"].faults, totals["gazette"].faults) == (2, 1, 1)
    assert [(f.outlet, f.why) for f in outlet_faults(store)] == [("packet", "a paywall"), ("gazette", "no answer")]
    assert outlet_faults(store, "nobody") == ()
    newest = outlet_samples(store, "packet")[0]
    assert (newest.headline, newest.first, newest.sentences) == ("Fire", "Thirteen were hurt.", 2)


def test_one_of_two_reviewers_says_whether_a_page_belongs(store: Store) -> None:
    url = "https://packet.example/b"
    _list(store, url)
    with store.write() as connection:
        row = {"story": "fire", "url": url, "outlet": "packet", "state": "unsure", "score": 0.5, "why": "one name"}
        connection.execute(insert(memberships).values(**row, by="synoptic", at=store.clock()))
    assert [(page.title, page.why) for page in unsure_pages(store)] == [("A fire", "one name")]
    assert decide_page(store, "fire", url, True, "ada")
    assert not decide_page(store, "fire", url, False, "bo")
    assert unsure_pages(store) == ()


def test_the_log_holds_verdicts_and_the_rest_in_the_order_of_time(store: Store) -> None:
    one, other = version("a", "12 hurt."), version("b", "13 hurt.")
    save_findings(store, "fire", "The fire", (one, other), [conflict(one, other, "12", "13")])
    key = f"fire.{conflict(one, other, '12', '13').id}"
    write_audit(store, "ada", "127.0.0.1", "signed in")
    decide(store, key, "confirmed", "ada", 0)
    write_audit(store, "ada", "127.0.0.1", "export", "x" * 1000)
    entries = audit_entries(store)
    assert [entry.action for entry in entries] == ["export", "confirmed", "signed in"]
    assert (entries[1].subject, entries[1].address, len(entries[0].subject)) == (key, "", 500)
    assert [entry.action for entry in audit_entries(store, before=entries[1].at)] == ["signed in"]
