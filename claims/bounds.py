"""Where a number word ends, in a script that writes counters and particles onto it (두명이, 이십명의, but not 이유)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.tokens import Token

if TYPE_CHECKING:
    from claims.lexicon import NumberGrammar
    from claims.numeral import Numeral

__all__ = ["is_bounded"]

_LONGEST_COUNTER = 8


def is_bounded(
    text: str, tokens: Sequence[Token], numeral: Numeral, grammar: NumberGrammar, part: bool = False
) -> bool:
    """Whether nothing follows the number in its word but a counter of the language and particles.

    A number of one sign needs a counter of two signs or a space behind it, since it begins too many other words;
    as the upper ``part`` of a fraction (사분의 삼은) a particle will do.
    """
    if numeral.last >= len(tokens) or tokens[numeral.last].start != numeral.end:
        return True
    rest = _rest_of_word(text, numeral.end)
    if not rest:
        return True
    if any(tuple(t.word for t in tokens[numeral.last : numeral.last + len(p)]) == p for p in grammar.over):
        return True
    short = numeral.words and numeral.end - numeral.start == 1 and not (numeral.bare_scale or part)
    for size in range(min(_LONGEST_COUNTER, len(tokens) - numeral.last), 0, -1):
        words = tuple(token.word for token in tokens[numeral.last : numeral.last + size])
        known = words in grammar.counters or (not short and numeral.high is None and words in grammar.short_times)
        if known and (size > 1 or not short or words[0] in grammar.section.short_counters):
            after = text[tokens[numeral.last + size - 1].end : numeral.end + len(rest)]
            if not short or not after or after in grammar.section.particles:
                return True
    return not short and (rest in grammar.section.particles or not numeral.words)


def _rest_of_word(text: str, end: int) -> str:
    stop = end
    while stop < len(text) and "\uac00" <= text[stop] <= "\ud7af":
        stop += 1
    return text[end:stop]
