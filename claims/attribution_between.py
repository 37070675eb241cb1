"""What stands between a verb of saying and its subject, no part of it: adverbs, a place, an agency that is told."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution_phrases import is_name_word
from claims.cues import ARTICLE, BODY, LINK, PRONOUN, ROLE, SKIP, STOP, THAT, TITLE, TO, Lexicon
from claims.quotes_words import POINT, WORD, Token
from configs.agencies import agency_names

__all__ = ["past_complement", "pieces_of", "skip_leads", "told_agency"]

_ASIDE = 8
"""Within how many tokens of a verb its subject begins behind a prepositional phrase."""


def told_agency(tokens: Sequence[Token], lo: int, hi: int) -> int:
    """Where the agency begins that is told something, behind who tells it: "sagte Anna Roe | der Agentur Reuters"."""
    at = next((i for i in range(lo, hi) if tokens[i].text in agency_names()), lo)
    while at > lo and tokens[at - 1].tag & (BODY | ARTICLE):
        at -= 1
    return at if at > lo + 1 and tokens[at].tag & ARTICLE else hi


def skip_leads(tokens: Sequence[Token], first: int, last: int) -> int:
    """Past adverbs, auxiliaries and times, the article or preposition before a time included ("el jueves")."""
    start = first
    while first < last:
        token = tokens[first]
        if (token.tag & SKIP and not token.tag & (ROLE | PRONOUN)) or token.text in "–—-":
            first += 1
        elif first > start and tokens[first - 1].tag & STOP and token.text in agency_names():
            first += 1  # "disse à Reuters a diretora"
        elif token.tag & (ARTICLE | STOP) and first + 1 < last and _is_time(tokens[first + 1]):
            first += 2
        else:
            break
    return first


def past_complement(  # noqa: PLR0911 - one rule a line
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon
) -> int:
    """Past what stands between a verb and its subject: "contó en el juicio la viuda", "řekl novinářům mluvčí"."""
    if first >= last or tokens[first].kind != WORD:
        return first
    opening, at = tokens[first], first
    if opening.tag & STOP and not opening.tag & (SKIP | PRONOUN | ROLE):
        subject = _later_subject(tokens, first, last)
        if subject is not None:
            return subject
        if any(t.tag & BODY for t in tokens[first + 1 : min(last, first + 4)]):
            return first  # "сообщили в министерстве обороны": the body that the preposition rules speaks
        at = first + 1
        while at < last and tokens[at].tag & ARTICLE and not tokens[at].tag & ROLE:
            at += 1
        at += 1
        while at < last and tokens[at].tag & (SKIP | STOP) == SKIP:
            at += 1
    elif lexicon.section.datives and opening.low.endswith(lexicon.section.datives) and opening.text[0].islower():
        at = first + 1
    else:
        return first
    if at >= last or tokens[at].kind != WORD:
        return first
    token = tokens[at]
    if token.tag & (ARTICLE | ROLE | TITLE):
        return at
    if token.tag & (STOP | THAT | TO | SKIP):
        return first
    if token.text[0].isupper():  # "заверили в мэрии Тарска": whose it is
        return at if at + 1 < last and is_name_word(tokens[at + 1], lexicon) else first
    return at if not lexicon.section.articles else first


def _later_subject(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where an office begins behind a prepositional phrase: "dijo en rueda de prensa | el director general"."""
    for i in range(first + 2, min(last - 1, first + _ASIDE)):
        token, previous = tokens[i], tokens[i - 1]
        if token.kind != WORD or token.tag & (THAT | TO):
            return None
        ruled = previous.tag & (STOP | LINK | ARTICLE)
        if ruled or (token.tag & (STOP | LINK) and not token.tag & ARTICLE):
            continue
        head = tokens[i + 1] if token.tag & ARTICLE else token
        if head.kind == WORD and head.tag & (ROLE | TITLE | BODY):
            return i
    return None


def _is_time(token: Token) -> bool:
    return bool(token.tag & SKIP) and len(token.text) > 3 and not token.tag & (ARTICLE | STOP | LINK | PRONOUN)


def pieces_of(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """The stretches between commas and brackets; brackets and what they hold are left out."""
    pieces: list[tuple[int, int]] = []
    lo = first
    depth = 0
    for i in range(first, last):
        text = tokens[i].text
        if text in "([（" and tokens[i].kind == POINT:
            if depth == 0 and lo < i:
                pieces.append((lo, i))
            depth += 1
        elif text in ")]）" and tokens[i].kind == POINT:
            depth = max(0, depth - 1)
            lo = i + 1
        elif depth == 0 and text in {",", "،", "、", "，", "–", "—", ":", ";", "：", "；", "|", "/"}:
            if lo < i:
                pieces.append((lo, i))
            lo = i + 1
    if depth == 0 and lo < last:
        pieces.append((lo, last))
    return pieces
