"""Where the words for a source end, and the clause of a verb of saying."""

from __future__ import annotations

from claims.cues import ARTICLE, BODY, LINK, ROLE, STOP, THAT, TITLE
from claims.quotes_words import POINT, QUOTE, WORD, Row

__all__ = ["clause_end", "source_end"]

_CLAUSE_ENDS = frozenset(":;：；–—")


def source_end(row: Row, first: int, last: int, cased: bool) -> int:
    """Where the source ends when no comma is near to end it: after its first noun and what is tied to that."""
    for i in range(first, min(last, first + 9)):
        token = row.tokens[i]
        if token.kind == POINT and token.text != ".":
            return last if cased else i
        if token.kind == QUOTE:
            return i
    i = first
    while i < last:
        token = row.tokens[i]
        if token.kind != WORD or (i > first and token.tag & (THAT | STOP) and not token.tag & LINK):
            return i
        i += 1
        following = row.tokens[i] if i < last else None
        if following is None or following.kind != WORD:
            return i
        if token.tag & (ARTICLE | LINK | TITLE) or following.tag & LINK or following.text[0].isupper():
            continue
        if following.tag & ROLE and (token.tag & ROLE or i == first + 1):
            continue
        if following.tag & BODY or token.text.endswith(("'s", "’s")):
            continue  # "the city's health department"
        return i
    return last


def clause_end(row: Row, first: int, last: int) -> int:
    for i in range(first, last):
        token = row.tokens[i]
        if (token.kind == QUOTE and i > first + 1) or token.text in _CLAUSE_ENDS or token.tag & THAT:
            return i  # a quote right after the verb or its article is the name of who speaks: schrieb „Die Zeit“
    return last
