"""Tells a page without an article from one with: consent walls, paywalls, lists of links, one word."""

from __future__ import annotations

import regex
from lxml.html import HtmlElement

from fetch.metadata import Metadata

__all__ = ["why_no_article"]

# Words of consent and subscription walls; each script's own, matched anywhere in what is left of a short page.
_CONSENT = regex.compile(
    r"cookies?\b|cookie-|consent|gdpr|einwilligung|zustimmen|datenschutz|consentement|consentimiento|consentimento|"
    r"consenso|куки|файл\w* cookie|згод|согласи|zgod[aęy]|samtykke|toestemming|çerez|同意|クッキー|쿠키",
    regex.IGNORECASE,
)
_PAYWALL = regex.compile(
    r"subscri(?:be|ber|ption)|already a member|sign in to (?:read|continue)|log in to (?:read|continue)|"
    r"abonn(?:ieren|ement|enten|és?\b|ez)|abonné|suscr[ií]b|suscriptor|assin(?:ante|e já|atura)|abbonat|abbonament|"
    r"подпи(?:ска|ш)|передплат|підписк|prenumerat|abonament|購読|会員限定|订阅|구독",
    regex.IGNORECASE,
)
_SHORT = 120


def why_no_article(tree: HtmlElement, about: Metadata, text: str, words: int, fewest: int) -> str | None:
    """Why a page from which ``text`` (of ``words`` words) was read holds no article; None when it does."""
    if words < _SHORT:
        shown = text or " ".join(tree.text_content().split())[:4000]
        if about.behind_wall or (words < fewest and _PAYWALL.search(shown) is not None) or _mostly(_PAYWALL, text):
            return f"a paywall ({words} words before it); only the outlet's subscribers can read it, leave it out."
        if (words < fewest and _CONSENT.search(shown) is not None) or _mostly(_CONSENT, text):
            return "a consent page instead of the article; save the page after agreeing and give it as a file."
    if words >= fewest:
        return None
    if words == 0:
        return "no article on the page; give the address of one article, not of a section or a video."
    return f"no article: {words} word{'' if words == 1 else 's'}, {text[:60]!r}; check the address."


def _mostly(pattern: regex.Pattern[str], text: str) -> bool:
    """Whether at least half of the lines match, and there is at least one."""
    lines = text.split("\n") if text else []
    return bool(lines) and 2 * sum(pattern.search(line) is not None for line in lines) >= len(lines)
