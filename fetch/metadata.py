"""What a page says about itself: headline, time of publication, authors, language, and whether it is behind a wall."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any

import regex
from lxml.html import HtmlElement

from configs.language.schema import language_codes, load_language
from configs.once import once

__all__ = ["Metadata", "json_ld", "moment_of", "plain_text", "read_metadata", "types_of"]

_ARTICLE_TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReviewNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "WebPage",
        "Report",
        "TechArticle",
        "SocialMediaPosting",
    ]
)
_DATE_KEYS = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "publish-date", "publishdate",
    "publication_date", "cxenseparse:recs:publishtime", "date", "pubdate", "last-modified",
)  # fmt: skip
_AUTHOR_KEYS = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "sailthru.author")
_TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "parsely-title")
_SITE_TAIL = regex.compile(r"\s+[|–—•·:-]\s+[^|–—•·]{2,40}$")
_URL = regex.compile(r"^https?://")


@dataclass(frozen=True, slots=True)
class Metadata:
    """``published`` is aware, None when the page does not say. ``article_body`` is JSON-LD's copy of the text."""

    headline: str = ""
    published: datetime | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    types: frozenset[str] = frozenset()
    article_body: str = ""
    behind_wall: bool = False
    kind: str = ""
    """What Open Graph calls the page: ``article``, ``video.other`` …"""


def read_metadata(tree: HtmlElement) -> Metadata:
    """What JSON-LD, then meta tags, then the markup of ``tree`` say."""
    things = list(json_ld(tree))
    article = next((t for t in things if types_of(t) & (_ARTICLE_TYPES - {"WebPage"})), None) or next(
        (t for t in things if types_of(t) & _ARTICLE_TYPES), {}
    )
    metas = _metas(tree)
    return Metadata(
        headline=_headline(tree, article, metas),
        published=_published(tree, article, metas),
        authors=_authors(tree, article, metas),
        language=_language(tree, article),
        types=frozenset().union(*(types_of(thing) for thing in things)) if things else frozenset(),
        article_body=plain_text(article.get("articleBody")),
        behind_wall=str(article.get("isAccessibleForFree", "")).lower() == "false",
        kind=next(iter(metas.get("og:type", ())), "").lower(),
    )


def json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every thing that the page's JSON-LD tells of, those inside others too; what is no JSON is passed over."""
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        try:
            parsed = json.loads((script.text or "").strip().strip(";"), strict=False)
        except ValueError:
            continue
        yield from _flat(parsed)


def _flat(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for part in node:
            yield from _flat(part)
    elif isinstance(node, dict):
        yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _flat(node.get(key))


def types_of(thing: dict[str, Any]) -> frozenset[str]:
    """The schema.org types of a thing of JSON-LD."""
    kind = thing.get("@type", ())
    return frozenset(str(k) for k in (kind if isinstance(kind, list) else [kind]))


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if key and content:
            found.setdefault(key, []).append(content)
    return found


def _headline(tree: HtmlElement, article: dict[str, Any], metas: dict[str, list[str]]) -> str:
    claimed = plain_text(article.get("headline")) or next((metas[key][0] for key in _TITLE_KEYS if key in metas), "")
    shown = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    shown = [text for text in shown if text]
    for text in shown:
        if claimed and _alike(text, claimed):
            return text
    if len(shown) == 1 and len(shown[0].split()) >= 3:
        return shown[0]
    title = " ".join((tree.findtext(".//title") or "").split())
    return (
        claimed or next((t for t in shown if t and t.casefold() in title.casefold()), "") or _SITE_TAIL.sub("", title)
    )


def _alike(shown: str, claimed: str) -> bool:
    a, b = shown.casefold(), claimed.casefold()
    if a in b or b in a:
        return True
    words_a, words_b = set(a.split()), set(b.split())
    return len(words_a & words_b) >= 0.6 * min(len(words_a), len(words_b))


def _published(tree: HtmlElement, article: dict[str, Any], metas: dict[str, list[str]]) -> datetime | None:
    candidates = [plain_text(article.get("datePublished"))]
    candidates += [metas[key][0] for key in _DATE_KEYS[:-3] if key in metas]
    candidates += [e.get("content") or e.get("datetime") or "" for e in tree.xpath('//*[@itemprop="datePublished"]')]
    candidates += [
        e.get("datetime") or "" for e in tree.xpath("//time[@pubdate]|//article//time|//header//time|//time")
    ]
    candidates += [metas[key][0] for key in _DATE_KEYS[-3:] if key in metas]
    candidates.append(plain_text(article.get("dateCreated")))
    return next((when for when in map(moment_of, candidates) if when is not None), None)


def moment_of(text: str) -> datetime | None:
    """An ISO 8601 time, loosely; None for a time that is none. Without a zone it is UTC."""
    text = text.strip()
    mended = regex.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", regex.sub(r"\s+(?=[+-]\d)", "", text)).replace("Z", "+00:00")
    try:
        when = datetime.fromisoformat(mended)
    except ValueError:
        return _mail_date(text)
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)


def _mail_date(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)


def _authors(tree: HtmlElement, article: dict[str, Any], metas: dict[str, list[str]]) -> tuple[str, ...]:
    author = article.get("author", ())
    people = [plain_text(a.get("name")) if isinstance(a, dict) else plain_text(a) for a in _listed(author)]
    if not any(people):
        people = [name for key in _AUTHOR_KEYS for name in metas.get(key, ())]
    if not any(people):
        marked = tree.xpath('//*[@itemprop="author"]//*[@itemprop="name"]|//*[@itemprop="author" or @rel="author"]')
        people = [" ".join(e.text_content().split()) for e in marked]
    names = [_byline_start().sub("", name).strip(" ,;") for name in people]
    return tuple(dict.fromkeys(n for n in names if n and _URL.match(n) is None and len(n) < 80))


@once
def _byline_start() -> regex.Pattern[str]:
    """What stands before an author's name, in any language: bylines of agencies are often in another one."""
    words = {word for code in language_codes() if (config := load_language(code)) for word in config.pages.byline}
    return regex.compile(rf"^(?:{'|'.join(map(regex.escape, sorted(words)))})(?:\s*:\s*|\s+)", regex.IGNORECASE)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _language(tree: HtmlElement, article: dict[str, Any]) -> str | None:
    root = tree.getroottree().getroot()
    tag = (
        plain_text(article.get("inLanguage"))
        or root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    )
    tag = (tag or "").strip().replace("_", "-")
    return tag if regex.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) is not None else None


def plain_text(value: Any) -> str:
    """A JSON value as a line of text, empty where it is none."""
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""
