"""Reads the subject that opens a sentence in languages whose verb comes second."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from claims.attribution_names import Mention, read_before
from claims.cues import ARTICLE, LINK, PARTICLE, PRONOUN, SKIP, STOP, SUBJUNCTIVE, THAT, TO, Cue, Lexicon
from claims.quotes_words import POINT, QUOTE, WORD, Row, Token, Unit

__all__ = ["is_known_name", "opening_subject", "stands_beside"]

_LONGEST = 16


def opening_subject(row: Row, unit: Unit, cue: Cue | None, lexicon: Lexicon) -> Mention | None:
    """The noun phrase before the first finite verb of ``unit``; None where a preposition or a quote opens the sentence.

    The verb is the first word in lower case that no noun phrase can hold: ``cue`` itself, an auxiliary, or any other.
    """
    first = unit.first
    tokens = row.tokens
    while first < unit.last and (
        tokens[first].kind == POINT or (tokens[first].tag & SKIP and not _names(tokens[first]))
    ):
        first += 1
    if first >= unit.last or tokens[first].kind == QUOTE:
        return None
    opening = tokens[first]
    if opening.tag & (STOP | THAT | TO) and not opening.tag & (ARTICLE | PRONOUN):
        return None
    end = _verb(tokens, first, min(unit.last, first + _LONGEST), cue)
    if end is None or end == first:
        return None
    return read_before(tokens, first, end, lexicon)


def stands_beside(row: Row, mention: Mention, cue: Cue) -> bool:
    """Whether ``mention`` is a name right before ``cue`` or among the two words after it."""
    if mention.kind != "name" or mention.score < 2:
        return mention.kind == "pronoun" and (mention.last == cue.first or mention.first == cue.last)
    return mention.last == cue.first or 0 <= mention.first - cue.last <= 3


def is_known_name(row: Row, mention: Mention) -> bool:
    """Whether the word that opens a sentence has its capital elsewhere too: a name or noun, no adverb."""
    word = regex.escape(row.tokens[mention.first].text)
    return mention.kind == "pronoun" or regex.search(rf"[\p{{L}},] {word}(?!\p{{L}})", row.text) is not None


def _names(token: Token) -> bool:
    return token.text[0].isupper() and not token.tag


def _verb(tokens: Sequence[Token], first: int, last: int, cue: Cue | None) -> int | None:
    for i in range(first, last):
        token = tokens[i]
        if cue is not None and i == cue.first and i > first:
            return i
        if token.kind == QUOTE or (token.kind == POINT and token.text in ":;"):
            return None
        if (
            token.kind != WORD
            or not token.text[0].islower()
            or token.tag & (ARTICLE | LINK | PARTICLE | STOP | PRONOUN)
        ):
            continue
        if token.tag & (SKIP | SUBJUNCTIVE):
            return i
        following = tokens[i + 1] if i + 1 < last else None
        if (
            following is not None
            and following.kind == WORD
            and following.text[0].isupper()
            and not following.tag & ARTICLE
        ):
            continue  # an adjective before its noun
        return i
    return None
