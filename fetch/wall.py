"""Tells a page without an article from one with: consent walls, paywalls, galleries, videos, lists of links."""

from __future__ import annotations

from typing import Literal

import regex
from lxml.html import HtmlElement

from configs.language.schema import language_codes, load_language
from configs.once import once
from fetch.metadata import Metadata

__all__ = ["speaks_of_wall", "why_no_article"]

_SHORT = 120
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
_TEXT_BEFORE = 4000
_ARTICLE = frozenset({"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle"})
_GALLERY = frozenset({"ImageGallery", "MediaGallery"})
_MANY_PICTURES = 8


def why_no_article(tree: HtmlElement, about: Metadata, text: str, words: int, fewest: int) -> str | None:
    """Why a page from which ``text`` (of ``words`` words) was read holds no article; None when it does."""
    if words < _SHORT:
        shown = text or " ".join(tree.text_content().split())[:_TEXT_BEFORE]
        if (
            about.behind_wall
            or (words < fewest and _wall("paywall").search(shown) is not None)
            or _mostly(_wall("paywall"), text)
        ):
            return f"a paywall ({words} words before it); only the outlet's subscribers can read it, leave it out."
        if (words < fewest and _wall("consent").search(shown) is not None) or _mostly(_wall("consent"), text):
            return "a consent page instead of the article; save the page after agreeing and give it as a file."
        kind = _other_kind(tree, about, words, fewest)
        if kind is not None:
            return kind
    if words >= fewest:
        return None
    if words == 0:
        return "no article on the page; give the address of one article, not of a section or a video."
    return f"no article: {words} word{'' if words == 1 else 's'}, {text[:60]!r}; check the address."


def speaks_of_wall(line: str) -> bool:
    """Whether a line has words of a paywall or of a question for consent, in any language."""
    return _wall("paywall").search(line) is not None or _wall("consent").search(line) is not None


def _other_kind(tree: HtmlElement, about: Metadata, words: int, fewest: int) -> str | None:
    """Of what kind a page with little text is: one to watch or to look at. An article with a video in it is one."""
    is_article = bool(about.types & _ARTICLE) or about.kind == "article"
    if is_article and words >= fewest:
        return None
    told = f"({words} word{'' if words == 1 else 's'} beside"
    if about.kind.startswith("video") or "VideoObject" in about.types or _holds(tree, "video"):
        return f"a video page {told} the video); give the address of an article."
    pictures = sum(1 for _ in tree.iter("figure"))
    if about.types & _GALLERY or "gallery" in about.kind or pictures >= _MANY_PICTURES:
        return f"a gallery {told} {pictures or 'its'} pictures); give the address of an article."
    return None


def _holds(tree: HtmlElement, tag: str) -> bool:
    return next(tree.iter(tag), None) is not None


@once
def _wall(kind: Literal["consent", "paywall"]) -> regex.Pattern[str]:
    """The words of all languages: a wall is often not in the language of its article."""
    words = {
        word for code in language_codes() if (config := load_language(code)) for word in getattr(config.pages, kind)
    }
    spaced = "|".join(regex.escape(word) for word in sorted(words) if _UNSPACED.search(word) is None)
    unspaced = "|".join(regex.escape(word) for word in sorted(words) if _UNSPACED.search(word) is not None)
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{spaced})|{unspaced}", regex.IGNORECASE)


def _mostly(pattern: regex.Pattern[str], text: str) -> bool:
    """Whether at least half of the lines match, and there is at least one."""
    lines = text.split("\n") if text else []
    return bool(lines) and 2 * sum(pattern.search(line) is not None for line in lines) >= len(lines)
