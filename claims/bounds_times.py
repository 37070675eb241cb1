"""What bounds a length of time or an age, as the words beside it say: at least three days, 3日以上."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from claims.context_left import MODIFIERS
from claims.grammar import FigureGrammar
from claims.tokens import Token
from records.claim import Figure, Modifier

__all__ = ["bound_times"]

_BOUNDED = frozenset({"duration", "age"})
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


def _modifier(text: str, tokens: Sequence[Token], time: Figure, grammar: FigureGrammar) -> Modifier:
    first = bisect_left(tokens, time.start, key=lambda token: token.start)
    found = grammar.before.find(text, tokens, first - 1) if first else None
    if found is not None and found[1].role == "modifier" and (found[0] > 1 or found[1].code in _PLAIN):
        return MODIFIERS[found[1].code]
    last = bisect_left(tokens, time.end, key=lambda token: token.start)
    for place in range(first + 1, min(last + 1, len(tokens))):
        behind = grammar.after.find(text, tokens, place) if tokens[place].word != "+" else None
        if behind is None or behind[1].role != "modifier":
            continue
        touches = tokens[place].start == tokens[place - 1].end  # 两天多, 2日以上
        if touches or (place == last and (behind[0] > 1 or behind[1].code in _PLAIN)):  # három nap alatt: within
            return MODIFIERS[behind[1].code]
    return "exact"
