"""Numbers that the words around them make one: fractions, powers, mixed numbers, a quarter of a million."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.bounds import is_bounded
from claims.lexicon import NumberGrammar
from claims.numeral import Numeral
from claims.numeral_at import read_at
from claims.numeral_items import is_gap, items_at
from claims.numeral_lookalikes import over_at
from claims.sums import add_up
from claims.tokens import Token
from claims.words import Item, place_of

__all__ = ["joined"]

_THOUSAND = 1000
_LARGEST_SIMPLE = 20
"""Ordinals up to twenty are denominators in the lexicon; larger ones are told by what follows them."""
_MOST_POWER = 99
_TIMES = frozenset("×xX✕")
_BARS = frozenset("-–/")


def joined(
    text: str, tokens: Sequence[Token], found: list[Numeral], numeral: Numeral, grammar: NumberGrammar
) -> Numeral:
    """``numeral`` with the words of a fraction, a power or a mixed number around it; takes those out of ``found``."""
    if grammar.over and numeral.last < len(tokens):
        numeral = _with_upper(text, tokens, numeral, grammar)
    numeral = _with_lower(text, tokens, numeral, grammar)
    if not found:
        return numeral
    if numeral.bare_scale and _is_share_of(tokens, found[-1], numeral, grammar):
        numeral = _share_of_scale(found.pop(), numeral)
    if numeral.fraction and found and _is_mixed(tokens, found[-1], numeral, grammar):
        numeral = _mixed(found.pop(), numeral, scaled=not grammar.over)
    if grammar.section.powers and found:
        numeral = _with_base(tokens, found, numeral, grammar)
    if grammar.section.part_words and found:
        numeral = _with_part_word(tokens, found, numeral, grammar)
    return numeral


def _with_upper(text: str, tokens: Sequence[Token], lower: Numeral, grammar: NumberGrammar) -> Numeral:
    """三分之二: the whole, the joiner, the part."""
    size = over_at(tokens, lower.last, grammar)
    if not size or lower.last + size >= len(tokens) or not lower.value:
        return lower
    items, counts = items_at(text, tokens, lower.last + size, grammar)
    total = add_up(items, grammar.lexicon) if items else None
    if total is not None and total.value > lower.value:
        shorter = _without_particles(items, text, grammar)
        only = add_up(items[:shorter], grammar.lexicon)
        if shorter < len(items) and only is not None and only.value < lower.value:
            total = only  # 4분의 1만, only a quarter
    if total is None or total.high is not None or not counts[total.used - 1]:
        return lower
    last = counts[total.used - 1]
    value = total.value / lower.value
    if grammar.section.particles:
        upper = replace(lower, start=items[0].start, end=tokens[last - 1].end, words=total.words, last=last)
        if not is_bounded(text, tokens, upper, grammar, part=True):
            return lower  # 이분의 이야기, this person's story
    return replace(lower, end=tokens[last - 1].end, value=value, step=value, fraction=True, words=False, last=last)


def _without_particles(items: Sequence[Item], text: str, grammar: NumberGrammar) -> int:
    """How many of ``items`` are left without those at the end that may be particles (1만, 2만이)."""
    last = len(items)
    while last > 1:
        item = items[last - 1]
        if not item.close or text[item.start : item.end] not in grammar.section.particles:
            break
        last -= 1
    return last


def _with_lower(  # noqa: PLR0911 - one return a rule
    text: str, tokens: Sequence[Token], upper: Numeral, grammar: NumberGrammar
) -> Numeral:
    """Trois vingt-et-unièmes, twintig vijfentwintigste: a number, and a large ordinal that ends the clause."""
    at = upper.last
    apart = at + 1 < len(tokens) and tokens[at].word in _BARS and tokens[at].start > upper.end
    if apart and tokens[at + 1].start > tokens[at].end:
        at += 1  # five - eighths, vijf / achtste
    plain = upper.words and not (upper.ordinal or upper.fraction or upper.bare_scale or upper.high) and upper.scale == 1
    if not plain or at >= len(tokens) or not tokens[at].word[0].isalpha():
        return upper
    if not apart and not is_gap(text, upper.end, tokens[at].start):
        return upper
    lower = read_at(text, tokens, at, grammar)
    if lower is None or not ((lower.ordinal or (apart and lower.fraction)) and lower.words):
        return upper
    if apart and lower.last == at + 1:
        whole = lower.value if lower.ordinal else 1 / lower.value
        return _part(upper, replace(lower, value=whole)) if 2 < whole > upper.value else upper
    if lower.value <= max(upper.value, Decimal(_LARGEST_SIMPLE)):
        return upper
    if lower.last < len(tokens) and tokens[lower.last].word[0].isalpha():
        return upper if tokens[lower.last].word not in grammar.part_links else _part(upper, lower)
    return _part(upper, lower)


def _part(upper: Numeral, lower: Numeral) -> Numeral:
    value = upper.value / lower.value
    return replace(upper, end=lower.end, last=lower.last, value=value, step=value, fraction=True)


def _with_base(tokens: Sequence[Token], found: list[Numeral], exponent: Numeral, grammar: NumberGrammar) -> Numeral:
    """10の13乗 is a power, -127.32×10の13乗 what it multiplies too; takes what it is made of out of ``found``."""
    base = found[-1]
    links = [token.word for token in tokens[base.last : exponent.first]]
    at = exponent.last
    if at >= len(tokens) or tokens[at].word not in grammar.section.powers or len(links) != 1:
        return exponent
    if links[0] not in grammar.section.power_links or abs(exponent.value) > _MOST_POWER or not base.value:
        return exponent
    value, first = base.value**exponent.value, found.pop()
    between = tokens[found[-1].last : first.first] if found else ()
    if len(between) == 1 and between[0].word in _TIMES:
        first = found.pop()
        value *= first.value
    return replace(first, end=tokens[at].end, value=value, step=place_of(value), last=at + 1, words=False)


def _with_part_word(tokens: Sequence[Token], found: list[Numeral], lower: Numeral, grammar: NumberGrammar) -> Numeral:
    """Três vinte e um avos: two numbers in a row and a word that makes the second the whole; takes the first out."""
    at = lower.last
    upper = found[-1]
    if at >= len(tokens) or tokens[at].word not in grammar.section.part_words or upper.last != lower.first:
        return lower
    found.pop()
    value = upper.value / lower.value if lower.value else upper.value
    return replace(upper, end=tokens[at].end, value=value, step=value, fraction=True, last=at + 1)


def _is_mixed(tokens: Sequence[Token], whole: Numeral, share: Numeral, grammar: NumberGrammar) -> bool:
    """三又二分之一, 2と4分の1: a whole number, a joiner, and a fraction under one."""
    if whole.fraction or whole.ordinal or whole.high is not None or not 0 < share.value < 1:
        return False
    if share.words and not whole.words:
        return False  # nel 2020 e un terzo
    joiner = tuple(token.word for token in tokens[whole.last : share.first])
    return joiner in grammar.mixed and whole.value == whole.value.to_integral_value()


def _is_share_of(tokens: Sequence[Token], share: Numeral, scale: Numeral, grammar: NumberGrammar) -> bool:
    """A quarter of a million, un quart de million."""
    between = tokens[share.last : scale.first]
    links = grammar.section.links
    return share.fraction and share.value < 1 and len(between) in {1, 2} and all(t.word in links for t in between)


def _share_of_scale(share: Numeral, scale: Numeral) -> Numeral:
    value = share.value * scale.scale
    return replace(share, end=scale.end, last=scale.last, value=value, step=value, fraction=False, scale=scale.scale)


def _mixed(whole: Numeral, share: Numeral, scaled: bool) -> Numeral:
    """Added to what it is a share of: cinque miliardi e tre quarti is 5.75 billion."""
    part = share.value * (whole.scale if scaled and whole.scale >= _THOUSAND else 1)
    value = whole.value - part if whole.value < 0 else whole.value + part
    return replace(whole, end=share.end, value=value, step=part, last=share.last)
