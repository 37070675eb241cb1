"""Numbers that belong together: ranges, one in five, 12 of 61, 3-1, euros and cents."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.context import Reading, read_unit_cue, scaled_by
from claims.grammar import FigureGrammar
from claims.joins_moves import has_moved
from claims.joins_ratios import closes_whole, counted_back, read_ratio, spanning
from claims.joins_scores import are_score, mark_sets
from claims.tokens import Token
from claims.units import SMALLER_UNITS

__all__ = ["join_readings"]

_DASHES = frozenset("-–—‑−~〜～∼－֊")
_APOSTROPHES = frozenset("'’")
_STOPS = frozenset(".!?。")
_SCORE_REACH = 8
_REACH = 4
_CLOSER_REACH = 3
_TEN = 10
_LEAST_SCALE = 1000
_MOST_GOALS = 30


def join_readings(tokens: Sequence[Token], readings: list[Reading], grammar: FigureGrammar) -> list[Reading]:
    """The readings with those that belong together joined or given one ``group``."""
    mark_sets(tokens, readings, grammar)
    joined: list[Reading] = []
    at = 0
    group = 0
    while at < len(readings):
        left = readings[at]
        right = readings[at + 1] if at + 1 < len(readings) else None
        back = 0 if right is None else counted_back(tokens, left, right, grammar)
        if right is not None and (back or right.core - left.right <= _REACH):
            between = tuple(token.word for token in tokens[left.right + back : right.core])
            if between[-1:] == ("s",) and between[:1] in grammar.out_of and between[-2] in _APOSTROPHES:
                between = between[:1]  # eight of Scotland's ten species
            _share_scale(left, right, between, grammar)
            bare = tuple(token.word for token in tokens[left.right : right.left])
            made = _cents(tokens, left, right, between, grammar) or _range(tokens, left, right, between, grammar)
            if made is None and bare != between:
                made = _range_of_bounds(tokens, left, right, bare, grammar)
            made = (
                made or _scaled_money(left, right, between) or _feet_and_inches(tokens, left, right, between, grammar)
            )
            made = made or read_ratio(tokens, left, right, between, grammar)
            if made is not None:
                readings[at + 1] = made
                at += 1
                continue
            if _grouped(tokens, left, right, between, grammar):
                group = group if left.group is not None else group + 1
                left.group = right.group = group
        joined.append(left)
        at += 1
    return joined


def _share_scale(left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar) -> None:
    """ "Two and 1.4 billion": a number right before "and" has the scale of the one after it."""
    one, other = left.numeral, right.numeral
    shares = len(between) == 1 and between[0] in grammar.conjunctions and left.right == one.last
    odd = one.ordinal or one.fraction or other.ordinal or other.fraction or one.words != other.words
    if shares and not odd and right.core == other.first and one.scale == 1 < other.scale > left.low:
        scaled_by(left, other.scale)


def _scaled_money(left: Reading, right: Reading, between: tuple[str, ...]) -> Reading | None:
    """75 USD million: a scale behind the currency."""
    numeral = right.numeral
    vague = (
        numeral.high is not None and numeral.words and numeral.last - numeral.first == 1 and right.low >= _LEAST_SCALE
    )
    if left.role != "money" or between or not (numeral.bare_scale or vague) or numeral.first > left.right:
        return None
    scaled_by(left, Decimal(10) ** right.low.adjusted() if vague else numeral.scale)
    return spanning(left, right)


def _ends(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Whether nothing follows that the number could count: It costs 15 dollars 50."""
    at = reading.right
    return at >= len(tokens) or not tokens[at].word[0].isalpha() or tokens[at].word in grammar.stops


def _feet_and_inches(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> Reading | None:
    """6ft 2in, five feet and two inches: one length; six pounds three ounces: one weight."""
    if not right.role and left.code == "length-foot" and right.right < len(tokens):
        after = tokens[right.right]
        ends = right.right + 1 >= len(tokens) or not tokens[right.right + 1].word[0].isalnum()
        if after.word == "in" and (after.start == right.end or ends):  # 6ft 2in; else it is the preposition
            right.role, right.code, right.right, right.end = "unit", "length-inch", right.right + 1, after.end
    parts = SMALLER_UNITS.get((left.code, right.code)) if left.role == right.role == "unit" else None
    joined = not between or (len(between) == 1 and between[0] in grammar.conjunctions)
    if parts is None or not joined or right.low >= parts or left.low != left.low.to_integral_value():
        return None
    left.low = left.high = left.low + right.low / parts
    left.step = right.step / parts
    return spanning(left, right)


def _closes(tokens: Sequence[Token], left: Reading, right: Reading) -> bool:
    """Whether a plain number ends the clause behind a sum of money and "and": 25 euros con 50."""
    at = right.right
    written = right.step == 1 or right.numeral.words
    plain = right.low >= _TEN and written and left.right > left.numeral.last and left.numeral.scale == 1
    return plain and not right.role and (at >= len(tokens) or tokens[at].word in _STOPS)


def _cents(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> Reading | None:
    """Two euros fifty cents, seventy-five dollars sixty-three, 15 dollars 50."""
    if left.role != "money" or len(between) > 1 or right.low >= 100 or right.low <= 0:
        return None
    whole = left.low == left.low.to_integral_value()
    if right.role == "money-tenths" and whole and right.low < _TEN:
        left.low = left.high = left.low + right.low / 10
        left.step = Decimal("0.1")
        return spanning(left, right)
    linked = not between or between[0] in grammar.cents_links
    if whole and linked and right.numeral.fraction and right.numeral.words and 0 < right.low < 1:
        left.low = left.high = left.low + right.low  # tre euro ventitre centesimi: the word for cents is hundredths
        left.step = Decimal("0.01")
        return spanning(left, right)
    named = right.role == "cents"
    if left.step == Decimal("0.1") and right.low < _TEN and not whole:  # 50元6角3分
        at = right.numeral.last
        small = not right.role and at < len(tokens) and tokens[at].word in grammar.numbers.section.cents_after_tenths
        if small:
            right.right, right.end = at + 1, tokens[at].end
        whole = named = named or small
    if between and between[0] in grammar.cents_links and _closes(tokens, left, right):
        between = ()
    small = (right.numeral.words and right.low > 1) or (
        right.low >= 10 and right.step == 1 and _ends(tokens, right, grammar)
    )
    bare = not right.role and not between and small and left.right > left.numeral.last
    if not whole or not (named or bare) or right.numeral.ordinal:
        return None
    left.low = left.high = left.low + right.low / 100
    left.step = Decimal("0.01")
    return spanning(left, right)


def _range(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> Reading | None:
    shared = not right.role and left.role in {"percent", "money"} and left.core < left.numeral.first  # yüzde 30 ila 43
    if (
        left.ranged
        or left.score
        or left.numeral.ordinal != right.numeral.ordinal
        or not (shared or left.role in {"", right.role})
    ):
        return None
    share = left.numeral.fraction and left.numeral.words and right.low > 1 and right.role != "percent"
    own = not left.role and left.right > left.numeral.last and left.step < 1 <= right.step
    if share or own or left.numeral.high is not None or right.numeral.high is not None:
        return None  # med en femtedel till 2,4 miljarder; of 6.2 degrees, to 214 dead
    if not _is_range(tokens, left, right, between, grammar) or has_moved(tokens, left, right, between, grammar):
        return None
    if grammar.numbers.section.scores_reversed and _is_reversed_score(tokens, left, right, between, grammar):
        return None
    scale = right.numeral.scale
    low = left.low
    if not left.role and left.numeral.scale == 1 and scale > 1 and low * scale < right.low:
        scaled_by(left, scale)
    if left.low >= right.low:
        left.low, left.high = low, low
        return None
    left.high = right.high
    left.step = min(left.step, right.step)
    left.role, left.code = right.role or left.role, right.code or left.code
    left.ranged = True
    left.modifier = "about" if "about" in {left.modifier, right.modifier} else "exact"
    if left.role == "unit":
        read_unit_cue(tokens, left, grammar)  # 時速35～40マイル
    return spanning(left, right)


def _range_of_bounds(
    tokens: Sequence[Token], left: Reading, right: Reading, bare: tuple[str, ...], grammar: FigureGrammar
) -> Reading | None:
    """Between 3 million and more than 10 million: a word that bounds one end stands inside the range."""
    opened = [opener for opener, joiner in grammar.ranges if opener and joiner == bare]
    if not any(tuple(t.word for t in tokens[max(0, left.left - len(o)) : left.left]) == o for o in opened):
        return None
    return _range(tokens, left, right, bare, grammar)


def _is_reversed_score(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> bool:
    """0-1 and a word of winning near: the result of a match, the winner's goals last."""
    digits = not (left.numeral.words or right.numeral.words or left.role or right.role)
    if not digits or len(between) != 1 or right.low > _MOST_GOALS or right.right > right.numeral.last:
        return False
    near = tokens[max(0, left.left - _SCORE_REACH) : right.right + _SCORE_REACH]
    return any(token.word in grammar.score_cues for token in near)


def _is_range(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> bool:
    if len(between) == 1 and between[0] in _DASHES:
        return True
    if not between:
        return (
            not closes_whole(tokens, left, right, grammar)
            and left.numeral.words
            and right.numeral.words
            and tokens[right.core].start - left.end == 1
            and left.right == left.numeral.last  # 两场四分: the counter parts them
            and (right.low - left.low in ({1, 2, 5, 10} if left.low > 1 else {1}))
            and right.low < 100
        )
    for opener, joiner in grammar.ranges:
        if between != joiner:
            continue
        size = len(opener)
        if not size and grammar.range_closers and joiner[0] in grammar.conjunctions:
            return any(
                token.word in grammar.range_closers for token in tokens[right.right : right.right + _CLOSER_REACH]
            )
        if not size or tuple(token.word for token in tokens[max(0, left.core - size) : left.core]) == opener:
            return True
    return False


def _grouped(
    tokens: Sequence[Token], left: Reading, right: Reading, between: tuple[str, ...], grammar: FigureGrammar
) -> bool:
    if between in grammar.out_of and left.role == right.role == "" and left.low < right.low:
        return True
    if left.role == right.role == "money" and between in {("(",), ("/",)}:
        return True
    if are_score(tokens, left, right, between, grammar):
        left.score = right.score = True
        return True
    return False
