"""What ``synoptic outlets check`` shows: one feed and three articles of an outlet, as they would be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin

from configs.outlet import OutletConfig
from fetch.archive import Archive
from fetch.download import Downloader
from fetch.feeds import read_listing
from fetch.hosts import manners_of
from fetch.page import fetch_page
from flows.revisions import Source, archived_versions, version_at
from records.errors import UnusableError
from records.moment import written_time
from records.version import Version

__all__ = ["CheckedArticle", "CheckedOutlet", "check_outlet"]

_ARTICLES = 3


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """A page as it would be kept, or why it would not be."""

    url: str
    version: Version | None = None
    why: str = ""
    warnings: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """What is shown of it."""
        yield f"  {self.url}"
        if self.version is None:
            yield f"    NOT KEPT: {self.why}"
            return
        version = self.version
        first, last = version.sentences[min(1, len(version.sentences) - 1)], version.sentences[-1]
        yield f"    headline: {version.headline}"
        published = "NOT FOUND" if version.published is None else written_time(version.published)
        yield f"    published: {published}   authors: {', '.join(version.authors) or '-'}"
        yield f"    language: {version.language}   {len(version.sentences)} sentences, {len(version.text)} letters"
        yield f"    first: {version.sentence_text(first)[:160]}"
        yield f"    last:  {version.sentence_text(last)[-160:]}"
        for warning in self.warnings:
            yield f"    warning: {warning}"


@dataclass(slots=True)
class CheckedOutlet:
    """What the check found; ``faults`` are what must be mended before the outlet can be watched."""

    name: str
    items: int = 0
    faults: list[str] = field(default_factory=list)
    articles: list[CheckedArticle] = field(default_factory=list)

    @property
    def good(self) -> bool:
        return not self.faults and any(one.version is not None for one in self.articles)


def check_outlet(
    name: str, outlet: OutletConfig, downloader: Downloader, folder: Path, now: datetime, tries: int = 2
) -> CheckedOutlet:
    """Reads the first feed of ``outlet`` that can be read, and three pages that it lists; archives into ``folder``."""
    checked, archive, manners = CheckedOutlet(name), Archive(folder), manners_of(outlet)
    for feed in outlet.feeds:
        url = urljoin(outlet.home, feed.url)
        try:
            items = read_listing(fetch_page(url, downloader, archive, manners, tries).response.body, url, feed)
        except UnusableError as error:
            checked.faults.append(error.why)
            continue
        checked.items = len(items)
        for item in items[:_ARTICLES]:
            checked.articles.append(_article(name, item.url, outlet, downloader, archive, now))
        return checked
    if not outlet.feeds:
        checked.faults.append("it has no feeds; write one under feeds: in its file.")
    return checked


def _article(
    name: str, url: str, outlet: OutletConfig, downloader: Downloader, archive: Archive, now: datetime
) -> CheckedArticle:
    try:
        record = fetch_page(url, downloader, archive, manners_of(outlet)).record
        source = Source(name, name, url, outlet.only_language, outlet.hints)
        version, issues = version_at(url, archived_versions(source, record, archive, downloader.settings))
    except UnusableError as error:
        return CheckedArticle(url, why=error.why)
    return CheckedArticle(url, version, warnings=tuple(_warnings(version, outlet, now, [one.what for one in issues])))


def _warnings(version: Version, outlet: OutletConfig, now: datetime, issues: list[str]) -> Iterator[str]:
    yield from issues
    fewest, most = outlet.expected.sentences
    if not fewest <= len(version.sentences) <= most:
        yield f"{len(version.sentences)} sentences; the file expects {fewest} to {most} (expected.sentences)."
    if version.published is None:
        yield "no time of publication on the page; the feed's is used where it gives one."
    elif version.published > now:
        yield "it says that it is published in the future."
