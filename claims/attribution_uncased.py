"""Reads who speaks in scripts without capitals: by the particle of the subject and the offices beside the name."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from claims.attribution_phrases import Mention
from claims.attribution_uncased_names import name_in
from claims.cues import (
    ARTICLE,
    BODY,
    COMPLEMENT,
    LINK,
    PRONOUN,
    ROLE,
    SKIP,
    STOP,
    THAT,
    TO,
    Lexicon,
    begins_cue,
)
from claims.quotes_words import POINT, WORD, Token

__all__ = ["officer", "read_uncased", "subject_before"]

_COMMAS = frozenset(",،、，՝")
_OPENING, _CLOSING = frozenset("(（"), frozenset(")）")
_FULL_NAME = 2
_LONGEST_SUBJECT = 9
"""How many tokens at its start may name whom a sentence is about."""


def subject_before(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """The subject that a particle marks among tokens ``first`` .. ``last``: its ends and the end of the particle.

    None when the language has no such particle or none stands there.
    """
    section = lexicon.section
    for mark in section.subject_marks:
        for i in range(first + 1, last):
            if tokens[i].text == mark and (tokens[i - 1].kind == WORD or tokens[i - 1].text in _CLOSING):
                return _clause_start(tokens, first, i), i, i + 1
    for suffix in section.subject_suffixes:
        for i in range(first, last):
            token = tokens[i]
            marked = token.kind == WORD and token.text.endswith(suffix) and len(token.text) > len(suffix)
            if token.text == suffix and i > first and tokens[i - 1].text in _CLOSING:
                return _clause_start(tokens, first, i), i, i + 1  # "최고경영자(CEO)는"
            if marked and section.attributives and token.text.endswith(section.attributives):
                continue
            if marked and not token.tag & (SKIP | STOP | THAT):
                return _clause_start(tokens, first, i), i + 1, i + 1
    return None


def officer(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The person whom a sentence without capitals begins with: a name beside an office or title; None for others."""
    marked = subject_before(tokens, first, last, lexicon)
    found = read_uncased(tokens, *marked[:2], lexicon) if marked is not None else None
    if found is None:
        found = read_uncased(tokens, first, min(last, first + _LONGEST_SUBJECT), lexicon)
    if found is None or found.kind != "name" or found.score < 3:
        return None
    beyond = marked is None and found.last - found.first > _FULL_NAME + 1 and lexicon.section.spaced
    return Mention(found.first, found.first + _FULL_NAME, "name", found.score) if beyond else found


def _clause_start(tokens: Sequence[Token], first: int, at: int) -> int:
    start = _past_bracket(tokens, first, at)
    while start > first and tokens[start - 1].kind == WORD and not tokens[start - 1].tag & (STOP | SKIP | THAT):
        start = _past_bracket(tokens, first, start - 1)
    return start


def _past_bracket(tokens: Sequence[Token], first: int, at: int) -> int:
    """Back over a bracket that ends right before ``at``: an age, a short name."""
    if at <= first or tokens[at - 1].text not in _CLOSING:
        return at
    return next((i for i in range(at - 2, max(first, at - 8) - 1, -1) if tokens[i].text in _OPENING), at)


def read_uncased(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The speaker in the noun phrase that tokens ``first`` .. ``last`` hold or begin."""
    if first < last and _is_clause(tokens[first], lexicon):
        return None
    first = _past_lead(tokens, first, last, lexicon)
    end = first
    while end < last:
        token = tokens[end]
        closing = _bracket_end(tokens, end, last)
        if closing is not None:
            end = closing
            continue
        if token.kind == POINT and token.text not in {"·", "・", "."}:
            if token.text in {"،", ",", "，"} and _apposed(tokens, end, last):
                end += 1
                continue
            break
        if end > first and token.tag & (STOP | SKIP | THAT | TO) and not token.tag & (ROLE | LINK):
            break
        if end > first and (begins_cue(tokens, end, last, lexicon) or _is_told(tokens, end, last, lexicon)):
            break
        if end - first >= 2 and not token.tag and _matches(lexicon.name_ends, token):
            break
        end += 1
    if end < last and end - first > 1 and tokens[end].low in lexicon.section.object_marks:
        end -= 1
    while first < end and tokens[end - 1].kind == POINT:
        end -= 1
    if first >= end:
        return None
    if tokens[first].tag & PRONOUN and not any(t.tag & (ROLE | BODY) for t in tokens[first + 1 : end]):
        return Mention(first, first + 1, "pronoun")
    first = _past_attributive(tokens, first, end, lexicon)
    return name_in(tokens, first, end, lexicon)


def _past_lead(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> int:
    while first < last and (
        (tokens[first].tag & (SKIP | STOP | COMPLEMENT) and not tokens[first].tag & ROLE)
        or _matches(lexicon.told, tokens[first])
        or (lexicon.section.verb_first and _begins_with_verb(tokens[first], lexicon))
    ):
        first += 1
    return first


def _bracket_end(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """Where a short bracket that opens at ``at`` is closed and more follows; else None."""
    if tokens[at].text not in _OPENING:
        return None
    closing = next((i for i in range(at + 1, min(last, at + 6)) if tokens[i].text in _CLOSING), None)
    return closing + 1 if closing is not None and closing + 1 < last else None


def _past_attributive(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> int:
    """Past a clause that says who somebody is, where blanks part the words: "चार साल … मांगने वाले | अभियोजक"."""
    endings = lexicon.section.attributives
    if not lexicon.section.spaced or not endings:
        return first
    found = [i for i in range(first, last - 1) if tokens[i].kind == WORD and tokens[i].text.endswith(endings)]
    return found[-1] + 1 if found else first


def _is_told(tokens: Sequence[Token], at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the word at ``at`` says for whom something is told: no apposition nor a name follows it."""
    if not _matches(lexicon.told, tokens[at]):
        return False
    following = tokens[at + 1] if at + 1 < last else None
    if following is None or following.kind != WORD:
        return following is None or following.text not in _COMMAS
    return bool(following.tag) or not tokens[at - 1].tag & ROLE  # "the director of-the-company Samer Haddad"


def _begins_with_verb(token: Token, lexicon: Lexicon) -> bool:
    """Whether ``token`` is a verb of saying, or one with a conjunction written before it."""
    low = token.low
    return low in lexicon.entries or any(
        low.startswith(p) and low[len(p) :] in lexicon.entries for p in lexicon.section.prefixes
    )


def _matches(shapes: regex.Pattern[str] | None, token: Token) -> bool:
    return shapes is not None and token.kind == WORD and shapes.fullmatch(token.text) is not None


def _apposed(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether what was read so far is an office and the comma at ``at`` brings the name."""
    office = next((i for i in range(at - 1, max(-1, at - 6), -1) if tokens[i].tag & ROLE), None)
    if office is not None and _enclosed(tokens, at, last):
        return True
    if office is None or sum(t.kind == WORD and not t.tag for t in tokens[office + 1 : at]) > 1:
        return False  # the name stands there already: what follows the comma is said of it
    return at + 1 < last and tokens[at + 1].kind == WORD and not tokens[at + 1].tag & (STOP | THAT | SKIP)


def _is_clause(token: Token, lexicon: Lexicon) -> bool:
    """Whether ``token`` begins a reported clause: its word for "that" is written with it (שצבאו, "that his army")."""
    prefixes = lexicon.section.that_prefixes
    if not prefixes or token.tag or not token.text.startswith(prefixes):
        return False
    return len(token.text) > 3 and token.text not in lexicon.section.that_names


def _enclosed(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether the comma at ``at`` and one more hold two to four plain words: a name."""
    for i in range(at + 1, min(last, at + 6)):
        if tokens[i].kind == POINT:
            return i - at > 2 and tokens[i].text in _COMMAS
        if tokens[i].tag & ~ARTICLE:
            return False
    return False
