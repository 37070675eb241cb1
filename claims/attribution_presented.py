"""The names that a telling brings: the one it begins with, the last of several, one presented with age or office."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution_between import pieces_of
from claims.attribution_phrases import Mention, is_name_word
from claims.attribution_runs import best_name
from claims.cues import BODY, ROLE, Lexicon
from claims.quotes_words import WORD, Row, Token, Unit

__all__ = ["family_name", "first_name", "last_name", "presented_name"]

_PRESENTING = frozenset(",،(")
_NAME_WORDS = 3
"""Words of the longest name that is looked for before its age or office."""
_AGE_DIGITS = 2
_STEM = 4
"""Letters of a family name that no ending changes."""
_ENDING = 3
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


def family_name(row: Row, unit: Unit, lexicon: Lexicon) -> Mention | None:
    """The family name alone with which a sentence begins, where the text has it behind a given name too.

    "Ann Roe beat Jane Doe. Doe, 22, took it well.": the second sentence is about Doe, who did not speak before.
    """
    tokens = row.tokens
    at = next((i for i in range(unit.first, unit.last) if tokens[i].kind == WORD), unit.last)
    if at + 1 >= unit.last or not _may_be_family(tokens[at], lexicon):
        return None
    following = tokens[at + 1]
    if following.kind == WORD and not following.text[:1].islower():
        return None
    for i in range(1, len(tokens)):
        if i != at and _is_family_of(tokens[i].text, tokens[at].text) and _may_be_family(tokens[i - 1], lexicon):
            full = best_name(tokens, i - 1, i + 1, lexicon)
            if full is not None and full.score >= 3 and full.last - full.first == 2:
                return Mention(at, at + 1, "name", 2)
    return None


def _is_family_of(given: str, lone: str) -> bool:
    """Whether two words are one family name in two cases: Ferranteovou, Ferranteová."""
    return given == lone or (
        min(len(given), len(lone)) > _STEM
        and abs(len(given) - len(lone)) <= _ENDING
        and given.startswith(lone[: max(_STEM, len(lone) - 1)])
    )


def _may_be_family(token: Token, lexicon: Lexicon) -> bool:
    return token.kind == WORD and not token.tag and len(token.text) > 2 and is_name_word(token, lexicon)


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
