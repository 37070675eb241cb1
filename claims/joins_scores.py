"""Numbers that are the result of a match: 3-1, 3:1, 3比1, and the sets of one, 6-4, 2-6, 7-5."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.context import Reading
from claims.grammar import FigureGrammar
from claims.tokens import Token

__all__ = ["are_score", "mark_sets"]

_REACH = 8
"""Tokens beside two numbers in which a word for a match stands."""
_MOST_GOALS, _MOST_POINTS = 30, 200
_SIGNS = frozenset("-–—‑−~〜～∼－֊:")


def mark_sets(tokens: Sequence[Token], readings: Sequence[Reading], grammar: FigureGrammar) -> None:
    """Marks the numbers of a list of results, one of which falls: then "2-6" among them is no range."""
    pairs = [pair for pair in pairwise(readings) if _touch(tokens, *pair)]
    for n, (left, right) in enumerate(pairs):
        others = (*pairs[max(0, n - 1) : n], *pairs[n + 1 : n + 2])
        beside = [pair for pair in others if _follow(tokens, pair, (left, right), grammar)]
        if any(pair[0].low > pair[1].low or left.low > right.low for pair in beside):
            for reading in (left, right):
                reading.score = True


def _touch(tokens: Sequence[Token], left: Reading, right: Reading) -> bool:
    """Whether a sign alone, and no space, parts two plain numbers in digits that could be points of a set."""
    between = tokens[left.right : right.left]
    plain = not (left.role or right.role or left.numeral.words or right.numeral.words or left.numeral.ordinal)
    close = left.end + 1 == right.start and len(between) == 1 and between[0].word in _SIGNS
    return plain and close and max(left.low, right.low) <= _MOST_GOALS


def _follow(
    tokens: Sequence[Token], one: tuple[Reading, Reading], other: tuple[Reading, Reading], grammar: FigureGrammar
) -> bool:
    """Whether a comma, or a word for "and", parts two pairs of a list, in whichever order."""
    first, second = sorted((one, other), key=lambda pair: pair[0].start)
    between = {token.word for token in tokens[first[1].right : second[0].left]}
    return 0 < len(between) <= 2 and between <= {",", ";", "(", ")"} | grammar.conjunctions


def are_score(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> bool:
    """Whether two numbers are the result of a match."""
    if left.role or right.role or left.numeral.words or right.numeral.words or max(left.low, right.low) >= _MOST_POINTS:
        return False
    signed = len(between) == 1 and between[0] in _SIGNS
    if signed and ((left.score and right.score) or _is_result(left, right)):
        return True
    joined = between in grammar.score_joiners and left.low >= right.low and left.low <= _MOST_GOALS
    near = tokens[max(0, left.left - _REACH) : right.right + _REACH] if signed or joined else ()
    return any(token.word in grammar.score_cues for token in near)


def _is_result(left: Reading, right: Reading) -> bool:
    """2-0: digits around a dash that fall can't be a range; small ones are a result."""
    touching = left.end + 1 == right.start and left.end == left.numeral.end
    return touching and right.low <= left.low <= _MOST_GOALS and not (left.ranged or right.ranged)
