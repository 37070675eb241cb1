"""The entries of a live blog: each is a text of its own, with its own time; the page as one text contradicts itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import regex
from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from fetch.metadata import json_ld, moment_of, plain_text, types_of

__all__ = ["LIVE_BLOG", "Entry", "is_live_blog", "live_entries"]

LIVE_BLOG = "LiveBlogPosting"
_ARTICLE = frozenset({"NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle"})
_BREAK = regex.compile(r"<\s*(?:br|/p|/li|/div|/h\d)\b[^>]*>|\n", regex.IGNORECASE)
_HEADLINE_WORDS = 14


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; ``id`` stays the same when its text is edited. ``text`` has one paragraph a line."""

    id: str
    headline: str
    published: datetime | None
    text: str


def is_live_blog(tree: HtmlElement, types: frozenset[str]) -> bool:
    """Whether the page says that it is a live blog, and not an article too; ``types`` are those of its JSON-LD."""
    marked = tree.xpath(f'//*[contains(@itemtype, "schema.org/{LIVE_BLOG}")]')
    return (LIVE_BLOG in types or bool(marked)) and not types & _ARTICLE


def live_entries(tree: HtmlElement) -> tuple[Entry, ...]:
    """The entries of a live blog in the order of the page, as JSON-LD or else microdata give them; each id once."""
    found = [*_from_json_ld(tree)] or [*_from_microdata(tree)]
    return tuple({entry.id: entry for entry in reversed(found)}.values())[::-1]


def _from_json_ld(tree: HtmlElement) -> Iterator[Entry]:
    for thing in json_ld(tree):
        if LIVE_BLOG in types_of(thing):
            updates = thing.get("liveBlogUpdate")
            for update in updates if isinstance(updates, list) else [updates]:
                if isinstance(update, dict):
                    yield from _entry(
                        str(update.get("@id") or update.get("url") or ""),
                        plain_text(update.get("headline")),
                        plain_text(update.get("datePublished")),
                        _paragraphs(update.get("articleBody")),
                    )


def _from_microdata(tree: HtmlElement) -> Iterator[Entry]:
    for element in tree.xpath('//*[@itemprop="liveBlogUpdate"]'):
        headline = _first(element, './/*[@itemprop="headline"]')
        bodies = element.xpath('.//*[@itemprop="articleBody"]') or [element]
        lines = [line for body in bodies for line in _lines(html.tostring(body, encoding="unicode", with_tail=False))]
        times = element.xpath('.//*[@itemprop="datePublished"]') or element.xpath(".//time")
        time = next((one.get("content") or one.get("datetime") or "" for one in times), "")
        yield from _entry(str(element.get("id") or ""), headline, time, [line for line in lines if line != headline])


def _entry(address: str, headline: str, published: str, paragraphs: list[str]) -> Iterator[Entry]:
    if not paragraphs:
        return
    title = headline or " ".join(paragraphs[0].split()[:_HEADLINE_WORDS])
    fragment = urlsplit(address).fragment or (address if regex.fullmatch(r"[\w.-]{1,80}", address) else "")
    made = hashlib.sha256(f"{published}\x1f{headline or paragraphs[0]}".encode()).hexdigest()[:12]
    yield Entry(fragment or f"entry-{made}", title, moment_of(published), "\n".join(paragraphs))


def _first(element: HtmlElement, path: str) -> str:
    return next((" ".join(found.text_content().split()) for found in element.xpath(path)), "")


def _paragraphs(value: Any) -> list[str]:
    return _lines(value) if isinstance(value, str) else []


def _lines(markup: str) -> list[str]:
    """The lines of a text that may hold markup."""
    lines = []
    for part in _BREAK.split(markup):
        try:
            text = str(html.fromstring(f"<div>{part}</div>").xpath("string()")) if regex.search("[<&]", part) else part
        except (ParserError, ValueError):
            text = part
        lines.append(" ".join(text.split()))
    return [line for line in lines if line]
