"""Tells forms that look like a verb of saying and report nothing here: passives, nouns, a clause's opening phrase."""

from __future__ import annotations

from collections.abc import Sequence

from claims.cues import (
    ARTICLE,
    BODY,
    LINK,
    PARTICLE,
    PRONOUN,
    ROLE,
    SKIP,
    STOP,
    TERRITORY,
    THAT,
    TITLE,
    TO,
    Cue,
    Lexicon,
)
from claims.quotes_words import POINT, QUOTE, WORD, Row, Token, Unit

__all__ = ["is_unsaid", "opens_clause"]

_COMMAS = frozenset(",،、，՝")
_PHRASE = 4
"""How many words a phrase of time or place before the comma has at most."""
_AGENT = 6
"""Within how many tokens of a passive verb its agent is named."""


def is_unsaid(row: Row, unit: Unit, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether ``cue`` is a passive verb that names nobody ("is expected to") or a noun ("the states led by").

    Of 18 such passives without "that" behind them in PolNeAR (2026-11) two report something.
    """
    if cue.kind not in {"verb", "weak", "object"} or cue.last - cue.first > 1:
        return False
    return _is_passive(row.tokens, unit, cue, lexicon) or _is_plural(row.tokens, unit, cue, lexicon)


def _is_passive(tokens: Sequence[Token], unit: Unit, cue: Cue, lexicon: Lexicon) -> bool:
    at = cue.first - 1
    while (
        at > unit.first and tokens[at].kind == WORD and tokens[at].tag & SKIP and tokens[at].low not in lexicon.passives
    ):
        at -= 1
    if at < unit.first or tokens[at].low not in lexicon.passives:
        return False
    if tokens[cue.first].low in lexicon.citing or tokens[cue.first].low.endswith(lexicon.section.gerunds):
        return False
    behind = tokens[cue.last : min(unit.last, cue.last + _AGENT)]
    if any(t.kind == QUOTE for t in behind[:1]) or any(t.tag & THAT for t in behind[:2]):
        return False
    if cue.kind == "weak" and behind and behind[0].tag & PRONOUN:
        return False  # "are convinced this is"
    return not any(t.low in lexicon.agents for t in behind)


def _is_plural(tokens: Sequence[Token], unit: Unit, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a word that is a noun as well has nothing behind it that a verb of saying takes."""
    if tokens[cue.first].low not in lexicon.noun_verbs or cue.last >= unit.last:
        return False
    following = tokens[cue.last]
    previous = tokens[cue.first - 1] if cue.first > unit.first else None
    if following.kind == QUOTE or following.tag & (THAT | PRONOUN | ARTICLE):
        return False
    if previous is not None and previous.low in lexicon.passives:
        return False  # "is warning voters"
    if following.kind == POINT or following.tag & TO:
        owned = previous is None or previous.tag & (ARTICLE | STOP) or previous.text.endswith(("'s", "’s", "s'", "s’"))
        named = previous is not None and previous.kind == WORD and (previous.tag or previous.text[0].isupper())
        return bool(owned) or not named
    return not (following.kind == WORD and following.text[0].isupper())


def opens_clause(row: Row, unit: Unit, comma: int, lexicon: Lexicon) -> bool:
    """Whether what stands before the comma can be a clause: no name with its apposition, no phrase of time or place.

    "Ann Roe, chairman of the council, said ...", "But in July 2012, ...".
    """
    tokens = row.tokens
    first = unit.first
    while first < comma and (tokens[first].kind == POINT or tokens[first].low in lexicon.conjunctions):
        first += 1
    end = _piece_end(tokens, first, comma)
    if not lexicon.auxiliaries:
        ruled = first < comma and tokens[first].tag & STOP and not tokens[first].tag & (ARTICLE | THAT)
        return not (ruled and end == comma and comma - first <= _PHRASE)
    if end - first == 1 and end < comma and not tokens[first].tag & (ROLE | BODY):
        first, end = end + 1, _piece_end(tokens, end + 1, comma)  # "However, ..."
    words = [t for t in tokens[first:end] if t.kind == WORD]
    if not words or any(t.low in lexicon.auxiliaries for t in words) or any(t.kind == QUOTE for t in tokens[first:end]):
        return True
    if words[0].tag & STOP and not words[0].tag & (ARTICLE | PRONOUN) and end < comma:
        return any(t.low in lexicon.auxiliaries for t in tokens[end:comma])
    named = ROLE | BODY | LINK | ARTICLE | PARTICLE | TITLE | TERRITORY
    return not all(t.text[0].isupper() or t.tag & named or t.low in lexicon.conjunctions for t in words)


def _piece_end(tokens: Sequence[Token], first: int, last: int) -> int:
    return next((i for i in range(first, last) if tokens[i].text in _COMMAS), last)
