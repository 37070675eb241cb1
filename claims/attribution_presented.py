"""The names that a telling brings: the one it begins with, the last of several, one presented with age or office."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution_between import pieces_of
from claims.attribution_phrases import Mention, is_name_word
from claims.attribution_runs import best_name
from claims.cues import BODY, ROLE, Lexicon
from claims.quotes_words import WORD, Token

__all__ = ["first_name", "last_name", "presented_name"]

_PRESENTING = frozenset(",،(")
_NAME_WORDS = 3
"""Words of the longest name that is looked for before its age or office."""
_AGE_DIGITS = 2
_PRESENTED = 4
"""Within how many words of the comma an office begins."""


def first_name(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The full name, of two words or more, that a sentence begins with; None when it begins otherwise."""
    pieces = pieces_of(tokens, first, last)
    if not pieces or not lexicon.section.cased:
        return None
    lo, hi = pieces[0]
    name = best_name(tokens, lo, min(hi, lo + 8), lexicon)
    return name if name is not None and name.score >= 3 else None


def last_name(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """Whoever is surest named among the stretches of a telling, of equals the last; a governed full name at worst."""
    found = [best_name(tokens, lo, hi, lexicon) for lo, hi in pieces_of(tokens, first, last)]
    named = [mention for mention in found if mention is not None]
    sure = [m for m in named if m.score >= 2]
    full = [m for m in named if m.last - m.first >= 2]
    return max(reversed(sure), key=lambda m: m.score) if sure else (full[-1] if full else None)


def presented_name(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The full name that a sentence presents, with an age or an office behind its comma: "One of them is Ann Roe, 74,
    a retired teacher."; the last one of several."""
    if not lexicon.section.cased:
        return None
    for comma in range(last - 2, first + 1, -1):
        if tokens[comma].text not in _PRESENTING or not _tells_who(tokens, comma + 1, last):
            continue
        start = comma
        while start > first and comma - start < _NAME_WORDS and is_name_word(tokens[start - 1], lexicon):
            start -= 1
        if start == first and comma - start == _NAME_WORDS:
            start += 1  # the capital of a sentence: "Egyikük Berit Aasen"
        if comma - start >= 2 and not any(token.tag & BODY for token in tokens[start:comma]):
            return Mention(start, comma, "name", 3)
    return None


def _tells_who(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether an age or an office begins, with few words before it, at token ``at``."""
    for i in range(at, min(last, at + _PRESENTED)):
        token = tokens[i]
        if token.kind != WORD:
            return False
        if token.tag & ROLE or (i <= at + 1 and token.low.isdigit() and len(token.low) <= _AGE_DIGITS):
            return True
    return False
