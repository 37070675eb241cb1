"""Reads a news agency that is a source: "according to Reuters", where elsewhere "told Reuters" passes over the name."""

from __future__ import annotations

from functools import cache

from claims.attribution_phrases import Mention
from claims.cues import ARTICLE, BODY, LINK
from claims.quotes_words import WORD, Row
from configs.agencies import agency_names

__all__ = ["agency_at", "agency_before"]

_REACH = 4
"""Within how many tokens the name follows its article and noun: "la agencia EFE"."""


@cache
def _names() -> frozenset[str]:
    return frozenset(name for name in agency_names() if " " not in name)


def agency_at(row: Row, first: int, last: int) -> Mention | None:
    """The agency named at ``first``, with the article and the noun before its name; None for others."""
    for i in range(first, min(last, first + _REACH)):
        token = row.tokens[i]
        if token.kind != WORD:
            return None
        if token.text.split(":")[0] in _names():
            return Mention(first, i + 1, "role", 2)
        if not token.tag & (ARTICLE | BODY | LINK):
            return None
    return None


def agency_before(row: Row, first: int, last: int) -> Mention | None:
    """The agency named right before ``last``, with its article and noun; None for others."""
    if last <= first or row.tokens[last - 1].text.split(":")[0] not in _names():
        return None
    start = last - 1
    while start > first and row.tokens[start - 1].kind == WORD and row.tokens[start - 1].tag & (ARTICLE | BODY):
        start -= 1
    return Mention(start, last, "role", 2)
