"""The one number that begins at a token, if one does: its sign, its scale letter, its ordinal mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.bounds import is_bounded
from claims.lexicon import NumberGrammar
from claims.numeral import Numeral
from claims.numeral_items import is_gap, items_at
from claims.numeral_lookalikes import over_at
from claims.sums import Sum, add_up
from claims.tokens import UNSPACED, Token
from claims.words import Item

__all__ = ["read_at"]

_K_GAP = 2
_ABBREVIATION = 3
_LONGEST_COUNTER = 10
_UNSPACED = re.compile(f"[{UNSPACED}]")
_DOZEN = 12
_HOUR_TENS, _HUNDRED = 10, 100  # tens stand behind no decimal point
_PERCENT = frozenset("%％﹪")
_MILLION = Decimal(10**6)
_MOST_MEGA = 1000
_TENTH = Decimal("0.1")
_BILLION = Decimal(10**9)


def read_at(text: str, tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> Numeral | None:  # noqa: PLR0911 - one return a rule
    """The number whose first token is ``at``; None where none begins, or where it counts for nothing there."""
    if _inside_korean(text, tokens[at].start):
        return None
    items, counts = items_at(text, tokens, at, grammar)
    if len(counts) > 1 and counts[0] == counts[1] and items[0].atom.kind in {"clitic", "joiner"}:
        items, counts = items[1:], counts[1:]  # to-eight, and-ten: the number begins behind the clitic
    if not items:
        return None
    total = add_up(items, grammar.lexicon)
    if total is None:
        return None
    total, used = _whole_tokens(items, counts, total, grammar)
    if grammar.section.not_decimals and used and total is not None:
        total, used = _without_minutes(tokens, items, counts, total, used, grammar)
    if total is None or not used or (total.ordinal and total.value < 0):
        return None  # las ocho menos cuarto
    last = counts[used - 1]
    end = tokens[last - 1].end
    start = items[0].start
    if items[0].atom.kind == "joiner":
        return None
    value = total.value
    if tokens[at].digits and _signed(text, tokens, at):
        value, start = -value, tokens[at - 1].start
    elif (
        tokens[at].digits and at and tokens[at - 1].word in grammar.quarters and is_gap(text, tokens[at - 1].end, start)
    ):
        value, start = value + grammar.quarters[tokens[at - 1].word] * total.scale, tokens[at - 1].start
    numeral = Numeral(
        start,
        end,
        value,
        total.step,
        total.ordinal,
        total.words,
        total.high,
        total.about,
        total.fraction,
        total.bare_scale,
        total.scale,
        at,
        last,
    )
    if numeral.bare_scale and value == _DOZEN and _UNSPACED.match(tokens[at].word):
        return None  # 打 is "to hit" more often than a dozen
    if grammar.section.particles and not is_bounded(text, tokens, numeral, grammar):
        return None
    if not tokens[at].digits and _loose(tokens, at, last, grammar, start - tokens[at].start):
        return None
    return _with_ordinal_mark(text, tokens, _thousands(text, tokens, numeral), grammar)


def _inside_korean(text: str, start: int) -> bool:
    """Whether ``start`` lies inside a Korean word: a number in words begins one, and few signs do (다, 이, 서)."""
    if not (start and "\uac00" <= text[start] <= "\ud7af"):
        return False
    return "\uac00" <= text[start - 1] <= "\ud7af" or text[start - 1].isdigit()


def _is_mega(text: str, tokens: Sequence[Token], numeral: Numeral) -> bool:
    """10M views: a capital written onto the digits; 10m is a length."""
    at = numeral.last
    alone = not text[tokens[at].end : tokens[at].end + 1].isalnum()
    return text[numeral.end : numeral.end + 1] == "M" and alone and numeral.scale == 1 and numeral.value < _MOST_MEGA


def _thousands(text: str, tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """40k is 40,000, and 1.2b is 1.2 billion; 12b is an address."""
    at = numeral.last
    if at >= len(tokens) or not tokens[at - 1].digits:
        return numeral
    if tokens[at].word == "b" and numeral.step == _TENTH and numeral.scale == 1 and tokens[at].start == numeral.end:
        value, step = numeral.value * _BILLION, numeral.step * _BILLION
        return replace(numeral, value=value, step=step, end=tokens[at].end, last=at + 1, scale=_BILLION)
    if tokens[at].word == "m" and _is_mega(text, tokens, numeral):
        value, step = numeral.value * _MILLION, numeral.step * _MILLION
        return replace(numeral, value=value, step=step, end=tokens[at].end, last=at + 1, scale=_MILLION)
    if tokens[at].word != "k":
        return numeral
    alone = at + 1 == len(tokens) or not tokens[at + 1].word[0].isalnum()
    if tokens[at].start == numeral.end or (alone and tokens[at].start - numeral.end <= _K_GAP):
        value, step = numeral.value * 1000, numeral.step * 1000
        return replace(numeral, value=value, step=step, end=tokens[at].end, last=at + 1, scale=Decimal(1000))
    return numeral


def _loose(  # noqa: PLR0911 - one return a rule
    tokens: Sequence[Token], at: int, last: int, grammar: NumberGrammar, clitic: int
) -> bool:
    """A word that counts only in company: not the whole text, and no unit or classifier right after it.

    The first ``clitic`` letters are no part of the number.
    """
    if last - at == 1 and len(tokens) > 1 and tokens[at].word in grammar.section.never_alone:
        return last >= len(tokens) or not over_at(tokens, last, grammar)  # 사분의 일, one quarter
    if last - at == 1 and tokens[at].word in grammar.not_last:
        return last >= len(tokens) or not tokens[last].word[0].isalpha() or tokens[last].word in grammar.conjunctions
    if (
        " ".join(token.word for token in tokens[at:last])[max(0, clitic) :] not in grammar.not_alone
        or len(tokens) == last - at
        or _mark_before(tokens, at, grammar.ordinal_before)
        or _mark_before(tokens, at, grammar.percent_before)
    ):
        return False
    definite = grammar.section.definite
    if definite and clitic and at and all(token.word.startswith(definite) for token in tokens[at - 1 : at + 1]):
        return False  # الدول السبع, the seven states
    if last >= len(tokens):
        return True
    if definite and last - at == 1 and tokens[at].word in grammar.section.definite_parts:
        return not tokens[last].word.startswith(definite) and not _is_noun(tokens[last].word, definite, grammar)
    if definite and _is_noun(tokens[last].word, definite, grammar):
        return False
    words = tuple(token.word for token in tokens[last : last + _LONGEST_COUNTER])
    counted = any(words[:size] in grammar.counters for size in range(1, len(words) + 1))
    counted = counted or words[0] in grammar.section.counted_nouns
    counted = counted or (bool(_UNSPACED.match(words[0])) and _is_marked(words, grammar))
    if counted or over_at(tokens, last, grammar) or _part_of(tokens, last, grammar):
        return False
    if grammar.section.whole_endings and tokens[last - 1].word.endswith(grammar.section.whole_endings):
        return tokens[last].word not in grammar.starters  # üçte iki
    size = _mark_before(tokens, at, grammar.fractions)
    if size and _mark_before(tokens, at - size, grammar.ones):
        return False  # หนึ่งในสาม, one in three
    return not _ranges_on(tokens, last, grammar)


def _is_marked(words: Sequence[str], grammar: NumberGrammar) -> bool:
    """Whether a mark of ordinals follows: 二位, 三番目."""
    return any(" ".join(words[:size]) in grammar.ordinal_marks for size in (1, 2))


def _ranges_on(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> bool:
    """Whether a range goes on at ``at``, to a number that is counted itself: 五至十四岁, 一到三只."""
    for phrase in grammar.range_joiners:
        after = at + len(phrase)
        if after < len(tokens) and tuple(token.word for token in tokens[at:after]) == phrase:
            return tokens[after].digits or any(
                atom.kind == "number" for _, atom in grammar.lexicon.phrases.get(tokens[after].word, ())
            )
    return False


def _is_noun(word: str, definite: str, grammar: NumberGrammar) -> bool:
    """Whether what follows is an indefinite noun, which a number from three to ten counts (خمس نقاط)."""
    plural = grammar.section.plural_endings
    indefinite = word[0].isalpha() and not word.startswith(definite) and (not plural or word.endswith(plural))
    return len(word) > 2 and indefinite and word not in grammar.section.stops


def _part_of(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> bool:
    """Whether words that make a fraction of two numbers stand at ``at``, and a number after them (one in 20)."""
    for phrase in grammar.fractions:
        after = at + len(phrase)
        if after < len(tokens) and tuple(token.word for token in tokens[at:after]) == phrase:
            return tokens[after].digits or tokens[after].word in grammar.lexicon.phrases
    return False


def _mark_before(tokens: Sequence[Token], at: int, marks: tuple[tuple[str, ...], ...]) -> int:
    """How many tokens right before ``at`` are one of ``marks``, which make an ordinal (第) or a percentage (百分之)."""
    for phrase in marks:
        size = len(phrase)
        if size <= at and tuple(token.word for token in tokens[at - size : at]) == phrase:
            return size if tokens[at].start - tokens[at - 1].end <= 1 else 0
    return 0


def _signed(text: str, tokens: Sequence[Token], at: int) -> bool:
    """A minus sign right before the digits, and nothing that it could join to them."""
    if not at or tokens[at - 1].word not in {"-", "−", "－"} or tokens[at - 1].end != tokens[at].start:
        return False
    start = tokens[at - 1].start
    if start and "\u3041" <= text[start - 1] <= "\u3096":
        return True  # 答えは-1: nothing parts a Japanese particle from the sign
    if start and _UNSPACED.match(text[start - 1]) and at + 1 < len(tokens) and tokens[at + 1].word in _PERCENT:
        return True  # 前年比−5%
    return start == 0 or (text[start - 1] in " (\u00a0" and not (at > 1 and tokens[at - 2].digits))


def _whole_tokens(items: list[Item], counts: list[int], total: Sum, grammar: NumberGrammar) -> tuple[Sum | None, int]:
    """A number never ends inside a word: cut back to the last whole word."""
    used = total.used
    while used and used < len(items) and counts[used] == counts[used - 1]:
        used -= 1
    while used and items[used - 1].atom.kind == "joiner":
        used -= 1
    if used == total.used:
        return total, used
    shorter = add_up(items[:used], grammar.lexicon) if used else None
    return (shorter, used) if shorter is not None and shorter.used == used else (None, 0)


def _without_minutes(
    tokens: Sequence[Token], items: list[Item], counts: list[int], total: Sum, used: int, grammar: NumberGrammar
) -> tuple[Sum | None, int]:
    """七点一刻, 七点半, 十点二十分 are of an hour: the number ends before the word that is a point elsewhere."""
    last = counts[used - 1]
    point = next((n for n, item in enumerate(items[:used]) if item.atom.kind == "point"), 0)
    minutes = any(
        _HOUR_TENS <= item.atom.value < _HUNDRED or 0 < item.atom.value < 1 for item in items[point + 1 : used]
    )
    quarters = last < len(tokens) and tokens[last].word in grammar.section.not_decimals
    if not point or not (minutes or quarters):
        return total, used
    shorter = add_up(items[:point], grammar.lexicon)
    return (shorter, point) if shorter is not None and shorter.used == point else (total, used)


def _with_ordinal_mark(  # noqa: PLR0911 - one return a rule
    text: str, tokens: Sequence[Token], numeral: Numeral, grammar: NumberGrammar
) -> Numeral:
    """3rd, 5-й, 1er, 4º, 第三: a number with a mark that makes it an ordinal."""
    size = _mark_before(tokens, numeral.first, grammar.ordinal_before)
    if size and not _mark_before(tokens, numeral.first, grammar.not_ordinal_before):
        return replace(numeral, ordinal=True, start=tokens[numeral.first - size].start)
    at = numeral.last
    if _is_dotted(text, tokens, numeral, grammar):
        return replace(numeral, ordinal=True)
    if at >= len(tokens) or not grammar.ordinal_marks:
        return numeral
    if numeral.words and not _UNSPACED.match(tokens[at].word):
        return numeral
    if tokens[at].word in {"-", "‑", "'", ".", ":"} and tokens[at].start == numeral.end and at + 1 < len(tokens):
        at += 1
    for last in (min(at + 2, len(tokens)), at + 1):
        mark = " ".join(token.word for token in tokens[at:last])
        if last == at + 1 and _UNSPACED.match(tokens[at].word) and _is_counter(tokens, at, grammar):
            return numeral  # 이십 위안: yuan, 4등급: a grade
        if mark in grammar.ordinal_marks and (tokens[at].start == tokens[at - 1].end or numeral.words):
            collective = grammar.section.collective_marks.get(mark, "").split()
            ordinal = tokens[numeral.last - 1].word[-1:] not in collective
            return replace(numeral, ordinal=ordinal, end=tokens[last - 1].end, last=last)
    return numeral


def _is_dotted(text: str, tokens: Sequence[Token], numeral: Numeral, grammar: NumberGrammar) -> bool:
    """84. tenisačica svijeta: digits and a point within a sentence, where nouns have no capitals."""
    at, section = numeral.last, grammar.section
    if not section.ordinal_dot or section.head == "capital" or numeral.words or at + 1 >= len(tokens):
        return False
    whole = numeral.value == numeral.value.to_integral_value() and numeral.last - numeral.first == 1
    dot, after = tokens[at], tokens[at + 1]
    spaced = dot.word == "." and dot.start == numeral.end and after.start == dot.end + 1
    return whole and spaced and text[after.start].islower() and len(after.word) > _ABBREVIATION


def _is_counter(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> bool:
    """Whether a counter or a currency of several signs begins here."""
    words = tuple(token.word for token in tokens[at : at + _LONGEST_COUNTER])
    return any(words[:size] in grammar.counters for size in range(2, len(words) + 1))
