"""The columns in memory are never older than the database, whoever wrote to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from configs.place import CONFIGS
from records.discrepancy import Discrepancy
from report.columns import Column, Sets
from report.inbox import PAGE_SIZE, Filters
from report.shelf import Shelf
from store.database import Store, open_store
from store.findings import save_findings
from store.runs import save_run
from tests.report.client import open_client
from tests.report.story import load_report
from tests.store.samples import TickingClock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "synoptic.db", clock=TickingClock()) as opened:
        yield opened


def keep(store: Store, story: str, *found: Discrepancy) -> None:
    """A run of ``story`` that finds these."""
    save_findings(store, story, f"Story {story}", load_report().versions, found)


def ids(shelf: Shelf, filters: Filters = Filters(), page: int = 1) -> list[str]:  # noqa: B008 - frozen
    return [f.id for f in shelf.inbox(filters, page).findings]


def test_what_others_write_is_seen_at_once(store: Store) -> None:
    one, two, *_ = load_report().discrepancies
    keep(store, "a", one, two)
    ours, theirs = Shelf(store), Shelf(store)
    assert len(ids(ours)) == len(ids(theirs)) == 2
    theirs.decide(f"a.{one.id}", "confirmed", "bo", 0)
    assert ids(ours) == [f"a.{two.id}"]
    assert ours.inbox(Filters()).counts["state"] == {"confirmed": 1, "new": 1}
    keep(store, "b", one)
    assert ids(ours)[0] == f"b.{one.id}"
    keep(store, "a", two)
    assert ids(ours, Filters(state="confirmed")) == []


def test_a_search_is_kept_up_with_what_comes_later(store: Store) -> None:
    one, two, three, *_ = load_report().discrepancies
    keep(store, "a", replace(one, summary="A heron on the bridge."), two)
    shelf, heron = Shelf(store), Filters(words="HERON")
    assert ids(shelf, heron) == [f"a.{one.id}"]
    keep(store, "b", replace(three, summary="Two herons."))
    assert ids(shelf, heron) == [f"a.{one.id}", f"b.{three.id}"]  # of one day, the surer of two grave ones first
    keep(store, "a", replace(one, summary="No bird at all."), two)
    assert ids(shelf, heron) == [f"b.{three.id}"]


def test_every_page_of_many_is_another_part_of_the_whole(store: Store) -> None:
    one = load_report().discrepancies[0]
    number = 2 * PAGE_SIZE + 7
    for story in ("a", "b"):
        keep(store, story, *(replace(one, id=f"d{n:04d}") for n in range(number)))
    shelf = Shelf(store)
    walked = [identity for page in range(1, 7) for identity in ids(shelf, page=page)]
    assert walked == [f"{story}.d{n:04d}" for story in ("a", "b") for n in range(number)]
    assert shelf.inbox(Filters(story="a")).total == number
    assert shelf.inbox(Filters()).titles == {"a": "Story a", "b": "Story b"}


def test_columns_grow_as_far_as_they_are_written() -> None:
    column = Column()
    column.put(0, 7)
    column.put(50_000, 8)
    assert (len(column.get(50_001)), column.get(50_001)[-1], column.get(1)[0]) == (50_001, 8, 7)


def test_sets_of_names_count_every_name() -> None:
    sets = Sets()
    assert [sets.number(["a", "b"]), sets.number(["b", "a", "b"]), sets.number(["c"]), sets.number([])] == [0, 0, 1, 2]
    assert list(sets.holding("b")) == [True, False, False]
    assert sets.most(np.array([5, 2, 9]), 10) == {"a": 5, "b": 5, "c": 2}


def test_a_finding_whose_run_was_killed_before_its_report_can_be_decided(store: Store) -> None:
    one = load_report().discrepancies[0]
    keep(store, "a", one)
    client = open_client(Shelf(store))
    page = client.get(f"/d/a.{one.id}")
    token = re.search(r'name="form_token" value="([0-9a-f]+)"', page.text)
    assert page.status_code == 200
    assert token is not None
    form = {"form_token": token[1], "state": "confirmed", "seen": "0"}
    assert [client.post(f"/d/a.{one.id}", data=form).status_code for _ in range(2)] == [303, 409]


def test_counts_follow_the_state_but_its_own(store: Store) -> None:
    one, two, *_ = load_report().discrepancies
    keep(store, "a", one, two)
    shelf = Shelf(store)
    shelf.decide(f"a.{one.id}", "confirmed", "ada", 0)
    counts = shelf.inbox(Filters(state="confirmed")).counts
    assert counts["state"] == {"confirmed": 1, "new": 1}
    assert counts["kind"] == {one.kind: 1}
    assert sum(counts["severity"].values()) == 1
    assert [f.state for f in shelf.inbox(Filters(state=None)).findings].count("confirmed") == 1


def test_two_stories_of_one_title_are_told_apart(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two, *_ = load_report().discrepancies
    for story, title in (("fire-1", "Fire"), ("fire-2", "Fire"), ("flood", "Flood")):
        save_findings(store, story, title, load_report().versions, (one, two))
        save_run(store, story, title, story, 2, "{}")
    shelf = Shelf(store)
    assert shelf.inbox(Filters()).titles == {"fire-1": "Fire (fire-1)", "fire-2": "Fire (fire-2)", "flood": "Flood"}
    client = open_client(shelf)
    assert "<small>Fire (fire-2)</small>" in client.get("/?story=fire-2").text
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "other.yml").write_text("id: flood\ntitle: Flood\nabout: [Water.]\n", encoding="utf-8")
    (tmp_path / "stories" / "good.yml").write_text("id: good\ntitle: Good\nabout: [Rain.]\n", encoding="utf-8")
    monkeypatch.setenv(CONFIGS, str(tmp_path))
    page = client.get("/stories").text
    assert "<bdi>Fire (fire-1)</bdi>" in page and "<bdi>Flood</bdi>" in page
    assert "rename it to flood.yml" in page and "<bdi>Good</bdi>" in page
