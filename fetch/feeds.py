"""Reads what a feed lists: RSS, Atom, JSON Feed."""

from __future__ import annotations

import calendar
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import regex

from records.errors import UnusableError

__all__ = ["FeedItem", "read_feed"]

_TAG = regex.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item: an absolute ``url``, ``title`` and ``summary`` without markup, ``published`` aware or None."""

    url: str
    title: str
    summary: str = ""
    published: datetime | None = None


def read_feed(body: bytes, url: str) -> tuple[FeedItem, ...]:
    """The items of the feed ``body`` that was found at ``url``, each address once, in the feed's order.

    Raises:
        UnusableError: the bytes are no feed.
    """
    items = _json_items(body, url) if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else _xml_items(body, url)
    return tuple({item.url: item for item in reversed(items)}.values())[::-1]


def _xml_items(body: bytes, url: str) -> list[FeedItem]:
    import feedparser

    feed = feedparser.parse(body, response_headers={"content-location": url})
    if not feed.get("version") and not feed.entries:
        raise UnusableError("fetch", f"{url}: no feed; {_what(body)}. Check the address in the outlet's file.")
    found = []
    for entry in feed.entries:
        link = entry.get("link") or (entry.get("id") if str(entry.get("id", "")).startswith("http") else None)
        if link:
            stamp = entry.get("published_parsed") or entry.get("updated_parsed")
            when = None if stamp is None else datetime.fromtimestamp(calendar.timegm(stamp), UTC)
            title, summary = _plain(entry.get("title", "")), _plain(entry.get("summary", ""))
            found.append(FeedItem(urljoin(url, link), title, summary, when))
    return found


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
