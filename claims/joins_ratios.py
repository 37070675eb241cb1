"""Shares that two numbers make: one in five, four of ten, 三分之二, 5人に1人."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.context import Reading
from claims.grammar import FigureGrammar
from claims.tokens import Token

__all__ = ["closes_whole", "counted_back", "read_ratio", "spanning"]

_DASHES = frozenset("-–—‑−~〜～∼－֊")
_ROUND_WHOLES = frozenset({12, 15, 20, 25, 30, 40, 50, 100, 500, 1000, 10000, 100000, 1000000})
_RATES = frozenset({10, 20, 100, 500, 1000, 10000, 100000, 1000000})
"""Wholes of which so many are a rate: four out of ten, but nine out of twelve."""
_BACK_REACH = 9
_TWO = 2
_TEN = 10
_HUNDRED = 100


def spanning(left: Reading, right: Reading) -> Reading:
    """``left`` over the whole expression."""
    left.right, left.end = right.right, max(right.end, left.end)
    return left


def read_ratio(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> Reading | None:
    """The share that two numbers make with the words ``between`` them; None where they make none."""
    return (
        _one_of(tokens, left, right, between, grammar)
        or _share_by_ordinal(tokens, left, right, between, grammar)
        or _ratio(tokens, left, right, between, grammar)
        or _of_every(tokens, left, right, between, grammar)
    )


def _of_every(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> Reading | None:
    """از هر سه نفر یک نفر, of every three people one person: what is counted stands behind both, or is written with
    them, or is left out: প্রতি পাঁচজনের একজন, हर तीन में एक."""
    first, last = left.numeral.first, right.numeral.last
    odd = left.role or right.role or left.numeral.ordinal or right.numeral.ordinal or not right.low < left.low
    if not first or tokens[first - 1].word not in grammar.every or odd or not right.low <= _TEN:
        return None
    bare = left.right == left.numeral.last and left.low > _TWO
    if not (bare and (between in grammar.ratio or (not between and left.numeral.words))):
        whole, part = (tokens[at].word if at < len(tokens) else "" for at in (left.numeral.last, last))
        if len(part) < _TWO or not (whole.startswith(part) or part.startswith(whole)):
            return None
    left.low = left.high = left.step = right.low / left.low
    left.percent_of = True
    return spanning(left, right)


def counted_back(tokens: Sequence[Token], left: Reading, right: Reading, grammar: FigureGrammar) -> int:
    """十个成年人中有四个: how many tokens of a noun stand between the whole and the joiner of its part."""
    room = right.core - left.right
    if not grammar.ratio_back or left.right == left.numeral.last or not 2 <= room <= _BACK_REACH:
        return 0
    words = tuple(token.word for token in tokens[left.right : right.core])
    size = max((len(back) for back in grammar.ratio_back if words[-len(back) :] == back), default=0)
    noun = tokens[left.right : right.core - size]
    return len(noun) if size and all(t.word[0].isalpha() and t.word not in grammar.stops for t in noun) else 0


def _ratio(  # noqa: PLR0911 - one return a rule
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> Reading | None:
    """One in five is 20 percent; 三分之二 and 3分の2 name the whole first."""
    if left.role or right.role or left.numeral.ordinal:
        return None
    if left.numeral.scale != 1 and not (left.numeral.scale == _HUNDRED and between in grammar.divided_by):
        return None
    if grammar.dual_stops and right.low == _TWO and right.numeral.words:
        return None  # واحدة بدلا من علامتين: a dual is no whole
    if right.low < left.low and (
        between in grammar.ratio_part
        or (between in grammar.ratio_back and _is_share(right.low, left.low))
        or _of_whole(tokens, left, right, between, grammar)
    ):
        share = right.low / left.low
    elif (between in grammar.divided_by or (between in grammar.ratio_of_one and left.low == 1)) and right.low > 1:
        share = left.low / right.low
    elif (
        _ratio_joiner(tokens, left, right, between, grammar) and left.low < right.low and _is_whole(left.low, right.low)
    ):
        parts = left.low > 1 or between in grammar.partitives or right.low == _TWO or right.low in range(6, 10)
        if between in grammar.out_of and parts and right.low not in _RATES:
            return None  # six of the nine, einer von neun
        share = left.low / right.low
    elif not between and closes_whole(tokens, left, right, grammar) and _is_share(left.low, right.low):
        share = left.low / right.low
    elif between == ("/",) and 0 < left.low < right.low <= 100 and not left.numeral.words:
        if left.low != left.low.to_integral_value() or right.low != right.low.to_integral_value():
            return None
        share = left.low / right.low
    else:
        return None
    left.low = left.high = left.step = share
    left.percent_of = True
    return spanning(left, right)


def _one_of(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> Reading | None:
    """5人に1人, one person in five: both numbers have the same counter."""
    if between not in grammar.ratio_same or left.role or right.role or not 0 < right.low < left.low:
        return None
    counters = [tuple(token.word for token in tokens[one.numeral.last : one.right]) for one in (left, right)]
    if not counters[0] or counters[0] != counters[1] or not _is_share(right.low, left.low):
        return None
    left.low = left.high = left.step = right.low / left.low
    left.percent_of = True
    return spanning(left, right)


def _share_by_ordinal(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> Reading | None:
    """तीन का पाँचवाँ भाग, three fifths: both in words, and no other noun that the ordinal could count."""
    words = left.numeral.words and right.numeral.words and right.numeral.ordinal and not left.numeral.ordinal
    if between not in grammar.ordinal_links or not words or left.role or right.role or right.low <= 2:
        return None
    following = tokens[right.numeral.last].word if right.numeral.last < len(tokens) else ""
    if following[:1].isalpha() and following not in grammar.part_nouns:
        return None
    left.low = left.high = left.step = left.low / right.low
    left.percent_of = left.low < 1
    return spanning(left, right)


def _ratio_joiner(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> bool:
    """ "one in five", and "un Français sur deux", "quatre adultes sur dix" with the noun between; "ett underläge på
    fyra poäng" counts points."""
    if between in grammar.ratio:
        return True
    named = (left.low == 1 and left.numeral.words and between[1:] in grammar.ratio) or (
        left.low > 1 and between[1:] in grammar.ratio_noun
    )
    after = tokens[right.right] if right.right < len(tokens) else None
    counts = after is not None and (
        after.word in _DASHES or (after.word[0].isalpha() and after.word not in grammar.stops)
    )
    sure = between[1:] in grammar.ratio_noun
    return named and between[1:] not in grammar.partitives and (sure or not counts)


def _of_whole(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> bool:
    """Üçte iki, on kişiden dokuzu: the whole has an ending of place, or the noun behind it one of coming from."""
    section = grammar.numbers.section
    if not section.whole_endings:
        return False
    if not between:
        told = bool(section.whole_noun_endings) or _is_share(right.low, left.low)  # (hu) háromból kettő counts both
        return told and left.numeral.words and tokens[left.right - 1].word.endswith(section.whole_endings)
    part = tokens[right.right - 1].word
    one = part in grammar.ones and part != min(grammar.ones, key=len)  # (az) üç nəfərdən biri
    possessed = (one or part not in grammar.numbers.lexicon.phrases) and part.isalpha()
    return len(between) == 1 and between[0].endswith(section.whole_noun_endings) and possessed


def closes_whole(tokens: Sequence[Token], left: Reading, right: Reading, grammar: FigureGrammar) -> bool:
    """Yksi viidestä, one in five: the ending of the second number in words makes it what the first is a part of."""
    endings = grammar.numbers.section.whole_last_endings
    if not endings or not (left.numeral.words and right.numeral.words) or not left.low < right.low:
        return False
    part, whole = tokens[left.numeral.last - 1].word, tokens[right.numeral.last - 1].word
    return whole.endswith(endings) and not part.endswith(endings)


def _is_share(part: Decimal, whole: Decimal) -> bool:
    """Whether a part of so many is a rate: 4 of 10, 1 of 5; three of four points are counted."""
    return _is_whole(part, whole) and ((part == 1 and whole > _TWO) or whole in _RATES)


def _is_whole(part: Decimal, whole: Decimal) -> bool:
    return whole == whole.to_integral_value() and part <= 10 and (whole <= 10 or whole in _ROUND_WHOLES)
