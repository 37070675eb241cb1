"""Tells a page without an article from one with: consent walls, paywalls, lists of links, one word."""

from __future__ import annotations

from typing import Literal

import regex
from lxml.html import HtmlElement

from configs.language.schema import language_codes, load_language
from configs.once import once
from fetch.metadata import Metadata

__all__ = ["why_no_article"]

_SHORT = 120
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
_TEXT_BEFORE = 4000


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
    if words >= fewest:
        return None
    if words == 0:
        return "no article on the page; give the address of one article, not of a section or a video."
    return f"no article: {words} word{'' if words == 1 else 's'}, {text[:60]!r}; check the address."


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
