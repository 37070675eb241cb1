"""Finds the pages of a watched story in the feeds of its outlets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

import regex

from configs.outlet import OutletConfig
from configs.watch import WatchedStory
from fetch.archive import Archive
from fetch.download import Downloader
from fetch.feeds import FeedItem, read_feed
from fetch.page import fetch_page
from records.errors import UnusableError
from records.report import Unusable

__all__ = ["Candidate", "Collected", "collect_pages", "match_item"]

_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}'’-]{2,}")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that seems to belong to the story. ``score`` is 0..1; ``why`` is a sentence for the reviewer."""

    outlet: str
    url: str
    title: str
    published: datetime | None
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Collected:
    """The pages found, best of each outlet first, and the feeds that could not be read."""

    candidates: tuple[Candidate, ...]
    unusable: tuple[Unusable, ...]
    items: int = 0

    def of(self, outlet: str) -> tuple[Candidate, ...]:
        """The candidates of ``outlet``, the best first."""
        return tuple(candidate for candidate in self.candidates if candidate.outlet == outlet)


def collect_pages(
    outlets: Mapping[str, OutletConfig],
    story: WatchedStory,
    downloader: Downloader,
    archive: Archive,
    base_url: str | None = None,
) -> Collected:
    """Reads every feed of ``outlets`` (name to configuration) and picks the items that belong to ``story``.

    ``base_url`` completes addresses without a host, as the demo's outlets have them. A feed that can't be read is
    among ``unusable`` and stops nothing.
    """
    found: list[Candidate] = []
    unusable: list[Unusable] = []
    items = 0
    for name, outlet in outlets.items():
        mine: dict[str, Candidate] = {}
        for feed in outlet.feeds:
            url = urljoin(base_url or outlet.home, feed.url)
            try:
                listed = read_feed(fetch_page(url, downloader, archive).response.body, url)
            except UnusableError as error:
                unusable.append(Unusable(name, url, error.stage, error.why))
                continue
            items += len(listed)
            for item in listed:
                candidate = match_item(name, item, story)
                if candidate is not None:
                    mine.setdefault(item.url, candidate)
        found.extend(sorted(mine.values(), key=lambda candidate: (-candidate.score, candidate.url)))
    return Collected(tuple(found), tuple(unusable), items)


def match_item(outlet: str, item: FeedItem, story: WatchedStory) -> Candidate | None:
    """``item`` as a candidate, None when it is out of the window or names too few of the story's things."""
    if item.url in story.seeds:
        return Candidate(outlet, item.url, item.title, item.published, 1.0, "it is a seed of the story")
    if not story.window.holds(item.published):
        return None
    text = f"{item.title}\n{item.summary}".casefold()
    things = _things(story)
    named = [thing[0] for thing in things if any(_names(text, name) for name in thing)]
    if len(named) < story.at_least:
        return None
    why = f"title and summary name {', '.join(named)} ({len(named)} of {len(things)} things)"
    return Candidate(outlet, item.url, item.title, item.published, len(named) / len(things), why)


def _names(text: str, name: str) -> bool:
    """Whether a word of ``text`` begins with ``name``; where words are not parted by spaces, whether it is there."""
    word = regex.escape(name.casefold())
    unspaced = regex.search(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]", name) is not None
    return regex.search(word if unspaced else rf"(?<![\p{{L}}\p{{M}}]){word}", text) is not None


def _things(story: WatchedStory) -> tuple[tuple[str, ...], ...]:
    if story.keywords:
        return story.keywords
    names = dict.fromkeys(name for sentence in story.about for name in _NAME.findall(sentence))
    return tuple((name,) for name in names if len(name) >= _SHORTEST_STEM)
