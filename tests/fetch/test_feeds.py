"""Feeds, outlet files, watched stories, and which items belong to one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from configs.outlet import load_outlet, outlet_names
from configs.watch import WatchedStory, load_watched_story, watched_story_ids
from fetch.feeds import FeedItem, read_feed
from fetch.story import match_item
from records.errors import InputError, UnusableError

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>
<item><title>A &amp; B</title><link>/a</link><description>&lt;p&gt;One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;</description>
<pubDate>Mon, 15 Dec 2025 18:10:00 +0100</pubDate></item>
<item><title>again</title><link>/a</link></item><item><title>no link</title></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>A</title>
<link href="https://o.example/a"/><updated>2025-12-15T17:10:00Z</updated><summary>s</summary></entry></feed>"""
JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "a", "title": "A",
"content_text": "c", "date_published": "2025-12-15T17:10:00Z"}, {"id": "2"}]}"""
WHEN = datetime(2025, 12, 15, 17, 10, tzinfo=UTC)


def test_rss() -> None:
    assert read_feed(RSS, "https://o.example/feed") == (FeedItem("https://o.example/a", "A & B", "One two", WHEN),)


def test_atom() -> None:
    assert read_feed(ATOM, "https://o.example/feed") == (FeedItem("https://o.example/a", "A", "s", WHEN, WHEN),)


def test_json_feed() -> None:
    assert read_feed(JSON, "https://o.example/feed/x") == (FeedItem("https://o.example/feed/a", "A", "c", WHEN),)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><html><body>hello</body></html>", "web page"),
        (b'{"a": 1}', "no JSON Feed"),
        (b"\x00\xff\x13", "neither"),
    ],
)
def test_what_is_no_feed(body: bytes, why: str) -> None:
    with pytest.raises(UnusableError, match=why):
        read_feed(body, "https://o.example/feed")


def test_every_outlet_and_story_loads() -> None:
    names = outlet_names()
    assert len(names) >= 7
    for name in names:
        outlet = load_outlet(name)
        assert outlet.name and outlet.feeds
    for id in watched_story_ids():
        assert set(load_watched_story(id).outlets) <= set(names)


def test_faulty_outlet_file_names_every_fault(tmp_path: Path) -> None:
    (tmp_path / "blatt.yml").write_text(
        "name: Blatt\nhome: blatt.example\nlanguages: [de]\ncountry: Germany\nfeds: []\n"
    )
    with pytest.raises(InputError, match=r"blatt\.yml") as raised:
        load_outlet("blatt", tmp_path)
    assert "country" in str(raised.value) and "feds" in str(raised.value)
    with pytest.raises(InputError, match="did you mean blatt"):
        load_outlet("blatx", tmp_path)


STORY = WatchedStory(
    id="s",
    title="S",
    about=("Talks in Berlin with Umerov.",),
    keywords=(("Berlin", "Берлін", "柏林"), ("Umerov", "Умєров")),
    outlets=("o",),
    window={"start": datetime(2025, 12, 14, tzinfo=UTC), "end": datetime(2025, 12, 16, tzinfo=UTC)},  # type: ignore[arg-type]  # pydantic reads it
    seeds=("https://o.example/seed",),
)


@pytest.mark.parametrize(
    ("item", "taken"),
    [
        (FeedItem("u", "Talks in Berlin", "Umerov arrives", WHEN), True),
        (FeedItem("u", "Переговори в Берліні", "Умєрова зустріли", None), True),
        (FeedItem("u", "柏林会谈", "Umerov", WHEN), True),
        (FeedItem("u", "Concert in Berlin", "Nobody came", WHEN), False),
        (FeedItem("u", "Kumerov of Oberlin", "no such names", WHEN), False),
        (FeedItem("u", "Talks in Berlin", "Umerov arrives", datetime(2024, 1, 1, tzinfo=UTC)), False),
        (FeedItem("https://o.example/seed", "Anything", "", None), True),
    ],
)
def test_items_of_the_story(item: FeedItem, taken: bool) -> None:
    candidate = match_item("o", item, STORY)
    assert (candidate is not None) is taken
    assert candidate is None or (candidate.why and 0 < candidate.score <= 1)
