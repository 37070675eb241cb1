"""Widens a name to the body that bears it: "the company Eastern Yards", "the ministry of Transport"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution_phrases import Mention
from claims.cues import ARTICLE, BODY, LINK, PARTICLE, PRONOUN, ROLE, SKIP, STOP, THAT, TITLE, TO
from claims.quotes_words import POINT, QUOTE, WORD, Token

__all__ = ["as_body"]

_BETWEEN = 3
"""How many words may stand between the body's noun and its name."""
_LONGEST = 10


def as_body(tokens: Sequence[Token], lo: int, hi: int, mention: Mention, adjectives: tuple[str, ...] = ()) -> Mention:
    """``mention`` with the body's noun before it, as an office; unchanged where none stands there.

    ``lo`` .. ``hi`` is the stretch between commas that holds it. A name that begins with an adjective, told by
    ``adjectives``, goes on with its noun in small letters: "Společnost Východní loděnice".
    """
    if mention.kind == "pronoun":
        return mention
    head = _head(tokens, lo, mention)
    if head is None:
        return mention
    end = max(mention.last, head + 1)
    start = mention.first
    if head < mention.first and not all(t.kind == WORD and not t.tag & LINK for t in tokens[head : mention.first]):
        start = head
    while start > lo and start == head and tokens[start - 1].tag & BODY:
        start = head = head - 1
    if start == head and start > lo and tokens[start - 1].tag & ARTICLE:
        start -= 1
    while end < min(hi, start + _LONGEST) and _belongs(tokens, end, hi):
        end += 1
    if adjectives and end - 1 > head and end < hi and tokens[end - 1].low.endswith(adjectives):
        end += tokens[end].kind == WORD and not tokens[end].tag and tokens[end].text[0].islower()
    return Mention(start, end, "role", mention.score)


def _head(tokens: Sequence[Token], lo: int, mention: Mention) -> int | None:
    """Where the body's noun stands, in ``mention`` or before it with no person's office on the way."""
    for i in range(mention.last - 1, max(lo, mention.first - _BETWEEN) - 1, -1):
        token = tokens[i]
        if token.kind == QUOTE:
            continue
        if token.tag & BODY and not token.tag & ROLE:
            return None if _is_office(tokens, lo, i) else i
        if i < mention.first and (
            token.kind != WORD or token.tag & (ROLE | TITLE | THAT | TO) or (token.tag & STOP and not token.tag & LINK)
        ):
            return None
    return None


def _is_office(tokens: Sequence[Token], lo: int, at: int) -> bool:
    """Whether a person's office before the body makes it that person's: "director of the company"."""
    for i in range(at - 1, max(lo, at - 5) - 1, -1):
        token = tokens[i]
        if token.tag & (ROLE | TITLE) and not token.tag & BODY:
            return True
        if token.kind != WORD or (token.tag & STOP and not token.tag & (LINK | ARTICLE)):
            return False
    return False


def _belongs(tokens: Sequence[Token], at: int, hi: int) -> bool:
    """Whether the token at ``at`` goes on with the body's name: a capital, marks, or a link that leads to one."""
    token = tokens[at]
    if token.kind == QUOTE:
        return tokens[at - 1].kind == WORD and bool(tokens[at - 1].tag & BODY)
    if token.kind == POINT:
        return False
    if token.tag & (LINK | PARTICLE) and not token.tag & (THAT | TO) and at + 1 < hi:
        following = tokens[at + 1]
        plain = bool(tokens[at - 1].tag & BODY) and not following.tag & (STOP | SKIP | THAT | TO | PRONOUN)
        return following.kind == WORD and (following.text[0].isupper() or bool(following.tag & (LINK | BODY)) or plain)
    if token.tag & BODY:
        return True
    if tokens[at - 1].tag & LINK:
        plain = not token.tag & (STOP | SKIP | THAT | TO | PRONOUN | ROLE)
        return plain or token.text[0].isupper()  # "Министерството на | транспорта", "Astilleros del | Este"
    return token.text[0].isupper() and not token.tag & (STOP | SKIP | THAT | PRONOUN | ROLE | TITLE)
