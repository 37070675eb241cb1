"""Tells words in marks that the sentence itself gives as somebody's or something's name: called, known as, so named."""

from __future__ import annotations

from collections.abc import Sequence

from claims.cues import ARTICLE, COMPLEMENT, LINK, ROLE, Lexicon
from claims.quotes_words import QUOTE, WORD, Row, Token, Unit

__all__ = ["is_called"]

_COMMAS = frozenset(",،、，՝")
_HYPHENS = frozenset("-‐‑")
_CLAUSE = 9
"""Within how many tokens of the comma "as the senator was called" shows its verb."""


def is_called(row: Row, unit: Unit, at: int, lexicon: Lexicon) -> bool:
    """Whether the quote at token ``at`` is a name by what stands beside it.

    The second part of a compound written onto it, a verb of being called right behind it or in the clause behind its
    comma, a reflexive before it with such a verb, or an office whose body it names. In German Wikinews (2026-11) 41
    pieces in marks stand so, one of them a quote.
    """
    tokens = row.tokens
    following = tokens[at + 1] if at + 1 < unit.last else None
    if following is not None and following.text in _HYPHENS and following.start == tokens[at].end:
        return True
    if at - 2 >= unit.first and tokens[at - 2].tag & ROLE and _is_of(tokens[at - 1], lexicon):
        return True
    behind = at + 2 if following is not None and following.tag & COMPLEMENT else at + 1
    if behind < unit.last and _calls(tokens, behind, unit.last, lexicon):
        return True
    if at > unit.first and tokens[at - 1].low in lexicon.selves:
        return any(t.low in lexicon.naming_verbs for t in tokens[unit.first : unit.last])
    return following is not None and following.text in _COMMAS and _clause_calls(tokens, at + 2, unit.last, lexicon)


def _calls(tokens: Sequence[Token], at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a verb of being called stands at ``at``, and not "heißt es", which reports."""
    if tokens[at].low not in lexicon.callings:
        return False
    return at + 1 >= last or (tokens[at].low, tokens[at + 1].low) not in lexicon.impersonal


def _is_of(token: Token, lexicon: Lexicon) -> bool:
    """Whether ``token`` ties a body to the office before it: "Sprecher der", "spokesman for"."""
    return bool(token.tag & LINK) and (bool(token.tag & ARTICLE) or not lexicon.section.articles)


def _clause_calls(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a clause such as "wie der Senator genannt wurde" or "so lautet der Titel" begins at ``first``."""
    if first >= last or tokens[first].low not in lexicon.called_so:
        return False
    itself = False
    for i in range(first + 1, min(last, first + _CLAUSE)):
        token = tokens[i]
        if token.kind == QUOTE or (token.kind != WORD and token.text in _COMMAS):
            return False
        itself = itself or token.low in lexicon.selves
        if _calls(tokens, i, last, lexicon) or (itself and token.low in lexicon.naming_verbs):
            return True
    return False
