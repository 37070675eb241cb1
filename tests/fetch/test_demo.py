"""The demo: served, found through its feeds, extracted word for word; its gold is in its texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from configs.watch import load_watched_story
from fetch.archive import Archive
from fetch.download import Downloader
from fetch.extract import Page, extract_page
from fetch.page import fetch_page
from fetch.story import collect_pages
from flows.demo.articles import DemoArticle, DemoOutlet, load_demo_outlets
from flows.demo.server import DEMO_STORY, demo_outlets, serve_demo

GOLD = Path(__file__).parent.parent / "fixtures" / "stories" / "berlin-talks" / "gold.yaml"
ARTICLES = [(outlet, article) for outlet in load_demo_outlets() for article in outlet.articles]
IDS = [f"{outlet.slug}/{article.slug.split('/')[-1]}" for outlet, article in ARTICLES]


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    with serve_demo() as url:
        yield url


@pytest.fixture(scope="module")
def downloader() -> Iterator[Downloader]:
    with Downloader(allow_private=True) as downloader:
        yield downloader


@pytest.fixture(params=ARTICLES, ids=IDS)
def shown(
    request: pytest.FixtureRequest, base_url: str, downloader: Downloader
) -> tuple[DemoOutlet, DemoArticle, Page]:
    outlet, article = request.param
    url = base_url + outlet.path_of(article)
    response = downloader.get(url)
    return outlet, article, extract_page(response.body, url, response.content_type)


def test_text_is_the_articles_paragraphs(shown: tuple[DemoOutlet, DemoArticle, Page]) -> None:
    _, article, page = shown
    assert page.text.split("\n") == list(article.body)


def test_headline_time_author_language(shown: tuple[DemoOutlet, DemoArticle, Page]) -> None:
    outlet, article, page = shown
    assert page.headline == article.headline
    assert page.authors == (article.author,)
    assert (page.language or "").split("-")[0] == outlet.language
    assert page.published == article.published


def test_feeds_lead_to_the_story_and_nothing_else(base_url: str, downloader: Downloader, tmp_path: Path) -> None:
    outlets = demo_outlets()
    found = collect_pages(outlets, load_watched_story(DEMO_STORY), downloader, Archive(tmp_path), base_url)
    assert found.unusable == ()
    assert found.items == len(ARTICLES)
    assert {c.outlet: c.url.removeprefix(base_url) for c in found.candidates} == {
        outlet.outlet: outlet.path_of(outlet.articles[0]) for outlet in load_demo_outlets()
    }
    assert len(found.candidates) == len(outlets) == 7
    assert all(c.published is not None and "Berlin" in c.why for c in found.candidates)


def test_a_second_run_fetches_conditionally(base_url: str, downloader: Downloader, tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    url = base_url + "/kestrel/feed.xml"
    first = fetch_page(url, downloader, archive)
    second = fetch_page(url, downloader, archive)
    assert first.new and not second.new
    assert second.record == first.record
    assert second.response.body == first.response.body
    known = archive.latest(url)
    assert known is not None
    assert downloader.get(url, etag=known.etag).not_modified
    assert downloader.get(url, last_modified=known.last_modified).not_modified
    assert not downloader.get(url, etag='"another"', last_modified=known.last_modified).not_modified


def test_every_page_says_that_it_is_fiction(base_url: str, downloader: Downloader) -> None:
    for outlet, article in ARTICLES:
        page = downloader.get(base_url + outlet.path_of(article)).body.decode()
        assert outlet.labels.fiction.replace("'", "&#39;") in page
        assert article.caption.replace("'", "&#39;").replace('"', "&#34;") in page


def _gold() -> dict[str, Any]:
    gold: dict[str, Any] = yaml.safe_load(GOLD.read_text("utf-8"))
    return gold


@pytest.mark.parametrize("section", ["discrepancies", "updates", "claimants", "agreements"])
def test_gold_evidence_stands_in_the_texts(section: str) -> None:
    texts = {o.outlet: "\n".join([o.articles[0].headline, "", *o.articles[0].body]) for o in load_demo_outlets()}
    for planted in _gold()[section]:
        for outlet, words in planted["evidence"].items():
            times = texts[outlet].count(words)
            assert times == 1, f"{planted['id']}: {words!r} is {times} times in {outlet}"
        assert len(planted["evidence"]) >= 3
        assert planted.get("outlier", next(iter(planted["evidence"]))) in planted["evidence"]


def test_gold_plants_every_kind() -> None:
    gold = _gold()
    kinds = {planted.get("kind", "figure-conflict") for planted in gold["discrepancies"]}
    assert kinds == {"figure-conflict", "quote-altered", "quote-misattributed", "quote-truncated"}
    assert gold["updates"] and gold["claimants"]


def test_gold_speakers_stand_in_the_texts() -> None:
    everything = "\n".join(paragraph for o in load_demo_outlets() for paragraph in o.articles[0].body)
    for names in _gold()["same_speaker"]:
        assert [name for name in names if name not in everything] == []
