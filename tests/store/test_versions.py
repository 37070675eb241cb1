"""Versions, revisions and pages are kept once, whoever saves them and however often."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from store.database import open_store
from store.pages import StoredPage, last_page, save_page
from store.versions import latest_version, revisions_of, save_version
from tests.store.samples import TickingClock, version

URL = "https://a.example/1"


def test_the_same_text_keeps_its_number_and_a_new_text_gets_the_next(where: str) -> None:
    with open_store(where) as store:
        bodies = ["Twelve people.", "Thirteen people.", "Twelve people."]
        assert [save_version(store, version("a", body, URL)).revision for body in bodies] == [1, 2, 1]
        assert save_version(store, version("b", "Twelve people.", "https://b.example/1")).revision == 1


def test_a_version_comes_back_as_it_went_in(where: str) -> None:
    with open_store(where) as store:
        saved = save_version(store, version("a", "Двенадцать “people” \U0001f525.", URL))
        assert latest_version(store, URL) == saved
        assert latest_version(store, "https://never.example") is None


def test_the_latest_is_what_the_page_says_now_even_when_it_went_back(where: str) -> None:
    with open_store(where, clock=TickingClock()) as store:
        for body in ("One.", "Two.", "One."):
            save_version(store, version("a", body, URL))
        latest = latest_version(store, URL)
        assert latest is not None and latest.text.endswith("One.")
        assert [v.revision for v in revisions_of(store, URL)] == [1, 2]


def test_a_text_knows_since_when_its_page_has_it(where: str) -> None:
    with open_store(where, clock=TickingClock()) as store:
        bodies = ("One.", "Two.", "One.")
        saved = [save_version(store, replace(version("a", body, URL), archive=f"archive/{body}")) for body in bodies]
        first, second, again = (one.first_read for one in saved)
        assert first is not None and second is not None and first < second and again == first
        assert [one.first_read for one in revisions_of(store, URL)] == [first, second]
        assert save_version(store, version("b", "One.", "https://given.example/1")).first_read is None


def test_a_page_is_new_once(where: str) -> None:
    with open_store(where, clock=TickingClock()) as store:
        first = StoredPage(URL, "0" * 64, 200, "text/html", '"tag1"', None, "archive/1")
        again = StoredPage(URL, "0" * 64, 200, "text/html", '"tag2"', None, "archive/1")
        assert [save_page(store, page) for page in (first, again)] == [True, False]
        assert last_page(store, URL) == again
        assert save_page(store, StoredPage(URL, "1" * 64, 200))
        found = last_page(store, URL)
        assert found is not None and found.sha256 == "1" * 64


def _save_all(path: str, worker: int) -> list[int]:
    with open_store(path) as store:
        return [save_version(store, version("a", f"Text {number}.", URL)).revision for number in range(12)]


def test_processes_that_save_the_same_texts_at_once_make_no_duplicates(where: str) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        numbers = pool.starmap(_save_all, [(where, n) for n in range(3)])
    assert numbers[0] == numbers[1] == numbers[2]
    assert sorted(numbers[0]) == list(range(1, 13))


def test_threads_of_one_store_neither(where: str) -> None:
    with open_store(where) as store, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: save_version(store, version("a", f"Text {n % 5}.", URL)).revision, range(80)))
        assert sorted(set(found)) == [1, 2, 3, 4, 5]
        assert len(revisions_of(store, URL)) == 5
