"""Reads the subject that opens a sentence in languages whose verb comes second."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from claims.attribution_names import Mention, first_name, read_after, read_before
from claims.attribution_phrases import phrase_after
from claims.cues import (
    ARTICLE,
    LINK,
    PARTICLE,
    PRONOUN,
    ROLE,
    SKIP,
    STOP,
    SUBJUNCTIVE,
    TERRITORY,
    THAT,
    TITLE,
    TO,
    Cue,
    Lexicon,
)
from claims.quotes_words import POINT, QUOTE, WORD, Row, Token, Unit

__all__ = ["inverted_subject", "is_known_name", "opening_subject", "stands_beside"]

_COMMAS = frozenset(",،、，՝")
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
    if not _is_adverbial(row, first, end):
        found = read_before(tokens, first, end, lexicon) or _headed(row, first, end, lexicon)
        return found or phrase_after(tokens, first, end, lexicon)
    return None if opening.tag & SKIP else read_before(tokens, first, end, lexicon)


def _headed(row: Row, first: int, end: int, lexicon: Lexicon) -> Mention | None:
    """The name that opens the sentence, what is said of it between commas left out."""
    comma = next((i for i in range(first, end) if row.tokens[i].text in _COMMAS), None)
    return first_name(row.tokens, first, comma, lexicon) if comma is not None else None


def inverted_subject(row: Row, unit: Unit, cue: Cue | None, last: int, lexicon: Lexicon) -> Mention | None:
    """Who follows the finite verb where a preposition or an adverb opens the sentence: "Zuletzt bat X".

    None where a noun phrase, which may be the subject, stands before the verb, and where an oblique phrase follows it.
    """
    tokens = row.tokens
    first = unit.first
    while first < last and tokens[first].kind == POINT:
        first += 1
    end = _verb(tokens, first, min(last, first + _LONGEST), cue)
    if end is None or end == first or not _is_adverbial(row, first, end):
        return None
    verb = cue if cue is not None and cue.first == end else None
    found = read_after(tokens, verb.last if verb is not None else end + 1, last, lexicon)
    if found is None or tokens[found.first].low in lexicon.section.oblique_articles:
        return None
    return found


def _is_adverbial(row: Row, first: int, end: int) -> bool:
    """Whether tokens ``first`` .. ``end`` before the verb are a prepositional phrase or one adverb."""
    opening = row.tokens[first]
    if opening.tag & STOP and not opening.tag & (ARTICLE | PRONOUN):
        return True
    if opening.kind != WORD or end - first > 1 or opening.tag & (ARTICLE | PRONOUN | ROLE | TITLE | TERRITORY):
        return False
    return bool(opening.tag & SKIP) or not is_known_name(row, Mention(first, end, "name"))


def stands_beside(row: Row, mention: Mention, cue: Cue) -> bool:
    """Whether ``mention`` is a name right before ``cue`` or among the two words after it."""
    if mention.kind != "name" or mention.score < 2:
        return mention.kind == "pronoun" and (mention.last == cue.first or mention.first == cue.last)
    between = row.tokens[mention.last : cue.first]
    if len(between) <= 2 and all(t.tag & SKIP for t in between) and mention.last <= cue.first:
        return True
    return 0 <= mention.first - cue.last <= 3


def is_known_name(row: Row, mention: Mention) -> bool:
    """Whether the word that opens a sentence has its capital elsewhere too: a name or noun, no adverb."""
    word = regex.escape(row.tokens[mention.first].text)
    return mention.kind == "pronoun" or regex.search(rf"[\p{{L}},] {word}(?!\p{{L}})", row.text) is not None


def _names(token: Token) -> bool:
    return token.text[0].isupper() and not token.tag


def _verb(tokens: Sequence[Token], first: int, last: int, cue: Cue | None) -> int | None:
    inside = False
    for i in range(first, last):
        token = tokens[i]
        if token.kind == WORD and token.tag & ARTICLE:
            inside = True
        elif token.kind != WORD or token.text[0].isupper():
            inside = False
        elif inside and not token.tag & (SKIP | SUBJUNCTIVE):
            continue  # between an article and its noun
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
