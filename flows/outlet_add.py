"""What ``synoptic outlets add URL`` finds out about an outlet, and the file that it writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import regex
import yaml
from lxml import html
from rapidfuzz import fuzz

from configs.outlet import Feed, is_web_address, outlet_schema
from fetch.charset import decode_page
from fetch.download import Downloader
from fetch.feeds import FeedItem, read_listing
from fetch.hosts import Manners, origin_of
from fetch.identify import identify_language
from records.errors import InputError, UnusableError

__all__ = ["FoundFeed", "FoundOutlet", "find_outlet", "outlet_yaml", "write_outlet"]

_FEED_TYPES = ("rss", "atom", "feed+json", "application/json")
_USUAL = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/feeds/posts/default", "/sitemap-news.xml",
          "/news-sitemap.xml", "/sitemap_news.xml")  # fmt: skip
"""Where outlets keep feeds that they do not link."""
_MOST_FEEDS = 5
_COMMENTS = regex.compile(r"comment|kommentar|commentaire", regex.IGNORECASE)
_GENERIC = frozenset(["com", "org", "net", "info", "news", "co", "gov", "edu", "tv", "eu"])


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that could be read, with what it lists."""

    feed: Feed
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True)
class FoundOutlet:
    """What the pages of ``home`` say; ``issues`` are sentences for the person who adds it."""

    key: str
    name: str
    home: str
    language: str | None
    country: str | None
    feeds: tuple[FoundFeed, ...]
    issues: tuple[str, ...]


def find_outlet(url: str, downloader: Downloader, manners: Manners) -> FoundOutlet:
    """Reads the front page at ``url`` and the feeds that it links, else those in the usual places.

    Raises:
        UnusableError: the front page can't be fetched or is no page.
    """
    answer = downloader.get(url, manners=manners)
    text = decode_page(answer.body, answer.content_type) or ""
    if "<" not in text:
        raise UnusableError("fetch", f"{url}: no web page; give the address of the outlet's front page.")
    tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    home = origin_of(answer.final_url).removesuffix(":443").removesuffix(":80") + "/"
    linked = list(_linked_feeds(tree, answer.final_url))
    feeds = _readable(linked, downloader, manners) or _readable(
        [Feed(url=urljoin(home, path), kind="sitemap" if "sitemap" in path else "feed") for path in _USUAL],
        downloader,
        manners,
        most=2,
    )
    titles = " ".join(f"{item.title}. {item.summary}" for feed in feeds for item in feed.items[:20])
    language = _language(tree, titles)
    country = _country(urlsplit(home).hostname or "", tree)
    issues = []
    if not feeds:
        issues.append("no feed was found; write one under feeds:, or a section page with kind: section and links:.")
    if language is None:
        issues.append("the language could not be told; write it under languages:.")
    if country is None:
        issues.append("the country could not be told; write it under country:.")
    return FoundOutlet(_key(home), _name(tree, home), home, language, country, tuple(feeds), tuple(issues))


def _linked_feeds(tree: html.HtmlElement, base: str) -> Iterator[Feed]:
    seen = set()
    for link in tree.iter("link"):
        kind, address = (link.get("type") or "").lower(), (link.get("href") or "").strip()
        is_feed = "alternate" in (link.get("rel") or "").lower() and any(name in kind for name in _FEED_TYPES)
        if is_feed and address and not _COMMENTS.search(f"{address} {link.get('title') or ''}"):
            url = urljoin(base, address)
            if url not in seen and is_web_address(url) and "wp-json" not in url:
                seen.add(url)
                yield Feed(url=url)


def _readable(feeds: list[Feed], downloader: Downloader, manners: Manners, most: int = _MOST_FEEDS) -> list[FoundFeed]:
    found: list[FoundFeed] = []
    for feed in feeds:
        if len(found) < most:
            try:
                items = read_listing(downloader.get(feed.url, manners=manners).body, feed.url, feed)
            except UnusableError:
                continue
            if items:
                found.append(FoundFeed(feed, items))
    return found


def _language(tree: html.HtmlElement, titles: str) -> str | None:
    guess = identify_language(titles)
    said = (tree.get("lang") or "").strip().replace("_", "-")
    if said and (guess.language is None or said.split("-")[0].lower() == guess.language):
        return said
    return guess.language


def _name(tree: html.HtmlElement, home: str) -> str:
    for path in ('//meta[@property="og:site_name"]/@content', '//meta[@name="application-name"]/@content'):
        names = [" ".join(str(name).split()) for name in tree.xpath(path)]
        if any(names):
            return next(name for name in names if name)
    title = " ".join((tree.findtext(".//title") or "").split())
    parts = [part for part in regex.split(r"\s+[|–—·:-]\s+", title) if part]
    host = urlsplit(home).hostname or home
    return max(parts, key=lambda part: fuzz.partial_ratio(part.casefold(), host), default=host)


def _country(host: str, tree: html.HtmlElement) -> str | None:
    """From the last part of the host, else from the locale that the page gives."""
    last = host.rpartition(".")[2]
    if len(last) == 2 and last.isalpha() and last not in _GENERIC:
        return {"uk": "GB"}.get(last, last.upper())
    locales = [str(one) for one in tree.xpath('//meta[@property="og:locale"]/@content')] + [tree.get("lang") or ""]
    regions = Counter(found.group(1).upper() for one in locales if (found := regex.search(r"[-_]([A-Za-z]{2})$", one)))
    return regions.most_common(1)[0][0] if regions else None


def _key(home: str) -> str:
    """The name of the file: the host without what every host has."""
    parts = (urlsplit(home).hostname or "").removeprefix("www.").split(".")
    is_number = parts[-1].isdigit()  # of an address without a name
    kept = parts if is_number else [part for part in parts[:-1] if part not in _GENERIC and part != "ac"] or parts
    return regex.sub(r"[^a-z0-9-]+", "-", "-".join(kept).lower()).strip("-") or "outlet"


def outlet_yaml(found: FoundOutlet, allow_private: bool = False) -> str:
    """The outlet's file, with comments that say what may be changed."""

    def word(value: str) -> str:
        return str(yaml.safe_dump(value, allow_unicode=True, width=1000)).partition("\n")[0]

    lines = [
        "# yaml-language-server: $schema=outlet.schema.json",
        "# Every field is explained in configs/outlet.py; 'synoptic outlets check' shows what would be kept.",
        f"name: {word(found.name)}",
        f"home: {found.home}",
        f"languages: [{found.language or 'und'}]  # BCP 47, the main one first",
        f"country: {found.country or 'XX'}  # ISO 3166-1",
        "kind: private  # agency, public, private or state",
        "feeds:" if found.feeds else "feeds: []",
    ]
    for one in found.feeds:
        kind = "" if one.feed.kind == "feed" else f", kind: {one.feed.kind}"
        lines.append(f"  - {{url: {word(one.feed.url)}{kind}}}  # {len(one.items)} items when it was added")
    lines += [
        "politeness: {pause_seconds: 1.0, robots: true}",
        "# expected: {articles_a_day: [5, 300], sentences: [3, 400]}  # outside of it a run warns",
        "# hints: {headline: //h1, body: //div[@class='story'], remove: [//aside]}  # XPaths, where extraction errs",
    ]
    if allow_private:
        lines.append("allow_private: true")
    return "\n".join([*lines, "verified: never  # the day when somebody last looked, YYYY-MM-DD", ""])


def write_outlet(found: FoundOutlet, folder: Path, allow_private: bool = False) -> Path:
    """Writes the file into ``folder`` and gives its path.

    Raises:
        InputError: there is one of that name, or the folder can't be written.
    """
    path = folder / f"{found.key}.yml"
    if path.exists():
        raise InputError(f"{path}: there is a file of this name; give --name another one, or change it by hand.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(outlet_yaml(found, allow_private), encoding="utf-8")
        (folder / "outlet.schema.json").write_text(outlet_schema(), encoding="utf-8")  # the file names it
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror}); name another folder with --configs.") from None
    return path
