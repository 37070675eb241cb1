"""Reads what an outlet lists: RSS, Atom, JSON Feed, a news sitemap, a section page of links."""

from __future__ import annotations

import calendar
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import regex

from configs.outlet import Feed
from fetch.charset import decode_page
from records.errors import UnusableError

__all__ = ["FeedItem", "read_feed", "read_listing"]

_TAG = regex.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item: an absolute ``url``, ``title`` and ``summary`` without markup, ``published`` aware or None.

    ``updated`` is when the outlet says that it last changed the page, None where it does not say.
    """

    url: str
    title: str
    summary: str = ""
    published: datetime | None = None
    updated: datetime | None = None


def read_listing(body: bytes, url: str, feed: Feed) -> tuple[FeedItem, ...]:
    """The items of ``body``, found at ``url``, read as the outlet's file says, each address once.

    Raises:
        UnusableError: the bytes are nothing of that kind.
    """
    if feed.kind == "feed":
        return read_feed(body, url)
    items = _sitemap_items(body, url) if feed.kind == "sitemap" else _section_items(body, url, feed.links)
    return _once(items)


def _once(items: list[FeedItem]) -> tuple[FeedItem, ...]:
    return tuple({item.url: item for item in reversed(items)}.values())[::-1]


def read_feed(body: bytes, url: str) -> tuple[FeedItem, ...]:
    """The items of the feed ``body`` that was found at ``url``, each address once, in the feed's order.

    Raises:
        UnusableError: the bytes are no feed.
    """
    items = _json_items(body, url) if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else _xml_items(body, url)
    return _once(items)


def _sitemap_items(body: bytes, url: str) -> list[FeedItem]:
    """The pages of a sitemap, with what Google's news extension says of them."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    found: list[Any] = [] if root is None else _nodes(root, '//*[local-name()="url"]')
    if not found:
        raise UnusableError(
            "fetch", f"{url}: no sitemap of pages; {_what(body)}. Check the address in the outlet's file."
        )
    items = []
    for entry in found:
        address, title, published, changed = (
            " ".join(_nodes(entry, f'.//*[local-name()="{name}"]/text()')[:1]).strip()
            for name in ("loc", "title", "publication_date", "lastmod")
        )
        if address:
            items.append(FeedItem(urljoin(url, address), _plain(title), "", _iso(published), _iso(changed)))
    return items


def _nodes(element: Any, path: str) -> list[Any]:
    return list(element.xpath(path))


def _section_items(body: bytes, url: str, pattern: str | None) -> list[FeedItem]:
    """The links of a page whose path matches ``pattern``; their words are the titles."""
    from lxml import html

    text = decode_page(body)
    tree: Any = None if not text or "<" not in text else html.document_fromstring(text.encode(), parser=_utf8_parser())
    found = []
    for link in () if tree is None else tree.iter("a"):
        address = urljoin(url, (link.get("href") or "").strip()).partition("#")[0]
        path = regex.sub(r"^\w+://[^/]+", "", address)
        if address.startswith("http") and regex.search(pattern or ".", path):
            found.append(FeedItem(address, " ".join(link.text_content().split())))
    if not found:
        raise UnusableError(
            "fetch", f"{url}: no link whose path matches {pattern!r}; check links in the outlet's file."
        )
    return found


def _utf8_parser() -> Any:
    from lxml import html

    return html.HTMLParser(encoding="utf-8")


def _xml_items(body: bytes, url: str) -> list[FeedItem]:
    import feedparser

    feed = feedparser.parse(body, response_headers={"content-location": url})
    if not feed.get("version") and not feed.entries:
        raise UnusableError("fetch", f"{url}: no feed; {_what(body)}. Check the address in the outlet's file.")
    found = []
    for entry in feed.entries:
        link = entry.get("link") or (entry.get("id") if str(entry.get("id", "")).startswith("http") else None)
        if link:
            # past feedparser's own get, which gives one for the other and warns that it will not for ever
            changed = _moment(dict.get(entry, "updated_parsed"))
            when = _moment(dict.get(entry, "published_parsed")) or changed
            title, summary = _plain(entry.get("title", "")), _plain(entry.get("summary", ""))
            found.append(FeedItem(urljoin(url, link), title, summary, when, changed))
    if not found and (feed.get("bozo") or feed.entries):
        why = " ".join(str(feed.get("bozo_exception", "no item has a link")).split())[:120]
        raise UnusableError("fetch", f"{url}: a broken feed that lists no page ({why}); look at it in a browser.")
    return found


def _moment(stamp: Any) -> datetime | None:
    try:
        return None if stamp is None else datetime.fromtimestamp(calendar.timegm(stamp), UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _json_items(body: bytes, url: str) -> list[FeedItem]:
    try:
        feed: dict[str, Any] = json.loads(body.decode("utf-8-sig"))
        entries = feed["items"]
    except (ValueError, KeyError, TypeError):
        raise UnusableError(
            "fetch", f"{url}: JSON, but no JSON Feed (no 'items'); check the address in the outlet's file."
        ) from None
    return [
        FeedItem(
            urljoin(url, str(entry["url"])),
            _plain(str(entry.get("title") or "")),
            _plain(str(entry.get("summary") or entry.get("content_text") or "")),
            _iso(entry.get("date_published")),
            _iso(entry.get("date_modified")),
        )
        for entry in entries
        if isinstance(entry, dict) and entry.get("url")
    ]


def _iso(text: object) -> datetime | None:
    try:
        when = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)


def _plain(markup: str) -> str:
    from html import unescape

    return " ".join(unescape(_TAG.sub(" ", markup)).split())


def _what(body: bytes) -> str:
    start = body[:300].lstrip().lower()
    if not start:
        return "the answer is empty"
    return "it is a web page" if start.startswith((b"<!doctype html", b"<html")) else "it is neither RSS, Atom nor JSON"
