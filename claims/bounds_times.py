"""What bounds a length of time or an age, as the words beside it say: at least three days, 3日以上."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from claims.context_left import MODIFIERS
from claims.grammar import FigureGrammar
from claims.phrases import Meaning
from claims.tokens import UNSPACED, Token
from records.claim import Figure, Modifier

__all__ = ["bound_times"]

_BOUNDED = frozenset({"duration", "age"})
_UNSPACED = re.compile(f"[{UNSPACED}]")
_PLAIN = frozenset({"about", "at-least"})
"""What one word beside a time may say; "over" and "up to" in one word are "during" and "until" in many languages, where
words stand apart."""


def bound_times(text: str, tokens: Sequence[Token], times: Sequence[Figure], grammar: FigureGrammar) -> list[Figure]:
    """``times`` with the modifiers of the lengths and ages that had none."""
    return [
        replace(time, modifier=_modifier(text, tokens, time, grammar))
        if time.kind in _BOUNDED and time.modifier == "exact" and time.low == time.high
        else time
        for time in times
    ]


def _bounds(tokens: Sequence[Token], first: int, found: tuple[int, Meaning], grammar: FigureGrammar) -> bool:
    if found[0] == 1 and (tokens[first - 1].word,) in grammar.toward:
        return False  # na třináct let: for thirteen years
    return found[0] > 1 or found[1].code in _PLAIN or tokens[first - 1].word in grammar.bounds_of_times


def _modifier(text: str, tokens: Sequence[Token], time: Figure, grammar: FigureGrammar) -> Modifier:
    first = bisect_left(tokens, time.start, key=lambda token: token.start)
    found = grammar.before.find(text, tokens, first - 1) if first else None
    if found is not None and found[1].role == "modifier" and _bounds(tokens, first, found, grammar):
        return MODIFIERS[found[1].code]
    last = bisect_left(tokens, time.end, key=lambda token: token.start)
    for place in range(first + 1, min(last + 1, len(tokens))):
        behind = grammar.after.find(text, tokens, place) if tokens[place].word != "+" else None
        if behind is None or behind[1].role != "modifier":
            continue
        touches = tokens[place].start == tokens[place - 1].end  # 两天多, 2日以上
        if not touches and _UNSPACED.match(tokens[place].word) and behind[0] == 1 and _goes_on(text, tokens[place]):
            continue  # 84세 여성: the syllable 여 begins a word
        if touches or (place == last and (behind[0] > 1 or behind[1].code in _PLAIN)):  # három nap alatt: within
            return MODIFIERS[behind[1].code]
    return "exact"


def _goes_on(text: str, token: Token) -> bool:
    return _UNSPACED.match(text[token.end : token.end + 1]) is not None
