"""From one number to another: two points and no range where something moved, "rose from 12 to 15", or the second is
less than the first: "from 15 to 12"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.context import Reading, scaled_by
from claims.grammar import FigureGrammar
from claims.tokens import Token

__all__ = ["has_moved"]

_BEFORE, _AFTER = 9, 5
"""Tokens before and behind two numbers in which the verb of moving stands."""
_STOPS = frozenset(".!?;:。،؛")
_UNSPACED = "\u2e80"
"""The first of the letters that are tokens of their own."""
_FARTHEST = 10
"""How many times as large one of two numbers may be before a scale behind the other is taken for its own alone."""


def has_moved(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> bool:
    """Whether ``left`` is where ``right`` came from; then it takes unit and scale of it where it names none."""
    if not _tells(tokens, left, right, between, grammar):
        return False
    if not left.role and right.core == right.numeral.first:
        scale = right.numeral.scale
        bare = right.low / scale
        shares = left.numeral.scale == 1 < scale and max(left.low, bare) <= _FARTHEST * min(left.low, bare)
        if shares:
            scaled_by(left, scale)
        if shares or left.numeral.scale > 1 or scale == 1:
            left.role, left.code = right.role, right.code
    return True


def _tells(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> bool:
    if not between or (set(between) <= grammar.conjunctions and ((), between) not in grammar.ranges):
        return False  # between 12 and 15
    behind = tokens[right.right :][:_AFTER] if between in grammar.move_joiners else ()
    if _moves(behind, grammar):
        return True  # 12'den 15'e yükseldi
    first = left.core
    openers = (opener for opener, joiner in grammar.ranges if opener and joiner == between)
    opened = (opener for opener in openers if _words(tokens[max(0, first - len(opener)) : first]) == opener)
    start = next((first - len(opener) for opener in opened), None)
    if start is None:
        return False
    return _falls(left, right) or _moves(_clause(tokens[max(0, start - _BEFORE) : start]), grammar)


def _falls(left: Reading, right: Reading) -> bool:
    """Whether the second number is less than the first, as no range is: "the deficit, from 3.9 to 3.2 percent"; a scale
    behind the second may be of both."""
    bare = right.low / right.numeral.scale
    shared = left.numeral.scale == 1 and bare < left.low <= _FARTHEST * bare
    return right.low < left.low or shared


def _moves(tokens: Sequence[Token], grammar: FigureGrammar) -> bool:
    """Whether a verb of moving stands among the tokens before the end of a clause."""
    end = next((n for n, token in enumerate(tokens) if token.word in _STOPS), len(tokens))
    unspaced = "".join(_words(tokens[:end]))
    within = any(move >= _UNSPACED and move in unspaced for move in grammar.moves)
    return within or any(token.word.startswith(grammar.moves) for token in tokens[:end])


def _clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens behind the last sign that ends a clause."""
    return tokens[max((n + 1 for n, token in enumerate(tokens) if token.word in _STOPS), default=0) :]


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.word for token in tokens)
