"""Whom a sentence is about before its own "he said": "The chairman, Ann Roe, welcomed it, and she said: …"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from claims.attribution_memory import Memory
from claims.attribution_phrases import Mention
from claims.attribution_presented import first_name
from claims.attribution_uncased import officer
from claims.attribution_written import Speaker
from claims.cues import HE, SHE, Lexicon
from claims.quotes_words import QUOTE, Row, Token
from records.span import Span

__all__ = ["dotted_name", "note_before_pronoun"]

_NAME = 4
"""Words of the longest name of a person."""


def note_before_pronoun(row: Row, first: int, mention: Mention, lexicon: Lexicon, memory: Memory) -> None:
    """Takes note of the person with whom the sentence from token ``first`` on begins, where ``mention`` is a "he" or
    "she" further on in it; what stands before a quote in between is left out."""
    tokens = row.tokens
    if mention.kind != "pronoun" or not tokens[mention.first].tag & (HE | SHE):
        return
    start = max((i + 1 for i in range(first, mention.first) if tokens[i].kind == QUOTE), default=first)
    if lexicon.section.cased:
        about = _opening(tokens, start, mention.first, lexicon)
    else:
        dotted = dotted_name(row, start, mention.first, lexicon)
        if dotted is not None:
            memory.present(dotted)
            return
        about = officer(tokens, start, mention.first, lexicon)
    if about is not None:
        memory.meet(row, about, lexicon)


def _opening(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> Mention | None:
    about = first_name(tokens, start, at, lexicon) if start < at else None
    full = about is not None and about.kind == "name" and about.last - about.first <= _NAME
    return about if full else None  # no "critics of Marco Delvini"


def dotted_name(row: Row, first: int, last: int, lexicon: Lexicon) -> Speaker | None:
    """The last foreign name that its dot and its signs show: 塔拉·林盖特 of "女孩塔拉·林盖特今年12岁"."""
    if not lexicon.foreign_letters or first >= last:
        return None
    pattern = _dotted(lexicon.foreign_letters)
    found = list(pattern.finditer(row.text, row.tokens[first].start, row.tokens[last - 1].end))
    return Speaker(found[-1].group(), Span(*found[-1].span())) if found else None


@cache
def _dotted(letters: frozenset[str]) -> regex.Pattern[str]:
    signs = "[" + regex.escape("".join(sorted(letters))) + "]{1,6}"
    return regex.compile(rf"{signs}(?:·{signs})+")
