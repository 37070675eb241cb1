"""Every number of a text, in digits, in words and in both together, with its value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.bounds import is_bounded
from claims.compounds import Compound
from claims.digits import FRACTIONS, read_digits
from claims.glue import segment
from claims.lexicon import NumberGrammar, number_grammar, primary_code
from claims.sums import Sum, add_up
from claims.tokens import UNSPACED, Token, tokenize
from claims.words import Atom, Item, place_of

__all__ = ["Numeral", "numerals_of", "read_numerals"]

_SLASHES = frozenset("/⁄／")
_LOWER = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 100})
_K_GAP = 2
_LONGEST_COUNTER = 6
_UNSPACED = re.compile(f"[{UNSPACED}]")
_DOZEN = 12
_SCALED = Atom("number", Decimal(1))
_MEMO_SIZE = 20000
_HYPHENS = frozenset("-‑")
_THOUSAND = 1000
_LARGEST_SIMPLE = 20
"""Ordinals up to twenty are denominators in the lexicon; larger ones are told by what follows them."""
_MOST_POWER = 99
_PERCENT = frozenset("%％﹪")
_TIMES = frozenset("×xX✕")
_MILLION = Decimal(10**6)
_MOST_MEGA = 1000
_BARS = frozenset("-–/")
_TENTH = Decimal("0.1")
_BILLION = Decimal(10**9)
_GAPS = frozenset({" ", "\u00a0", "\u202f", "\u2009", "-", "‑", "\u00ad", "\n"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``start``..``end`` of the text.

    ``value`` to ``high`` (None for a point) is what it means; ``step`` is the place value of the last digit written,
    after scaling ("1.2 million": 100000). ``words``: spelled out throughout. ``ordinal``: third, 3rd. ``about``: a word
    that is rough by itself (quinzaine, dozens). ``fraction``: a third, two thirds, ½. ``bare_scale``: a scale word
    alone ("million"). ``scaled``: a scale word took part. ``role`` and ``code``: the unit within a compound word.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    ordinal: bool = False
    words: bool = False
    high: Decimal | None = None
    about: bool = False
    fraction: bool = False
    bare_scale: bool = False
    scale: Decimal = Decimal(1)
    first: int = 0
    last: int = 0
    role: str = ""
    code: str = ""


def read_numerals(text: str, language: str) -> tuple[Numeral, ...]:
    """All numbers of ``text``, first to last, not overlapping; ``language`` is a BCP 47 tag, known or not."""
    grammar = number_grammar(primary_code(language))
    return numerals_of(text, tokenize(text, grammar.pattern, grammar.fold), grammar)


def numerals_of(text: str, tokens: Sequence[Token], grammar: NumberGrammar) -> tuple[Numeral, ...]:
    """The numbers among ``tokens``; ``first`` and ``last`` of a numeral index them, ``last`` exclusive."""
    dull, compounds = grammar.dull, grammar.compounds
    found: list[Numeral] = []
    at = 0
    for place in [n for n, (_, _, word, _) in enumerate(tokens) if word not in dull]:
        if place < at:
            continue
        at = place
        token = tokens[at]
        word = token.word
        if not token.digits and _is_dull(word, grammar):
            continue
        size = _other_alone(tokens, at, grammar) if word in grammar.others else 0
        if size:
            at += size
            continue
        if token.digits or _may_begin(word, grammar):
            numeral = _read_at(text, tokens, at, grammar)
            if numeral is not None:
                numeral = _joined(text, tokens, found, numeral, grammar)
                found.append(numeral)
                at = numeral.last
                continue
        if word[:2] in compounds.heads:
            compound = compounds.read(word)
            if compound is not None:
                found.append(_of_compound(token, compound, at))
        at += 1
    return tuple(found)


def _may_begin(word: str, grammar: NumberGrammar) -> bool:
    glued = grammar.tables.glued or grammar.section.proclitics
    return word in grammar.starters or word in FRACTIONS or bool(glued and word[:2] in grammar.heads and len(word) > 2)


def _is_dull(word: str, grammar: NumberGrammar) -> bool:
    """Whether no number begins with ``word``, whatever is around it; remembered, since most words are such."""
    if word in grammar.starters or word in grammar.others or word in FRACTIONS:
        return False
    head = word[:2]
    if head in grammar.heads and (word[:3] in grammar.begins or head in grammar.begins) and _may_begin(word, grammar):
        phrases = grammar.lexicon.phrases
        behind = any(word.startswith(c) and word[len(c) :] in phrases for c in grammar.section.proclitics)
        if word in phrases or behind or (word not in grammar.fixed and _pieces(word, grammar) is not None):
            return False
    if head in grammar.compounds.heads and grammar.compounds.read(word) is not None:
        return False
    if len(grammar.dull) > _MEMO_SIZE:
        grammar.dull.clear()
    grammar.dull.add(word)
    return True


def _joined(
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


def _of_compound(token: Token, compound: Compound, at: int) -> Numeral:
    value = compound.value
    step = place_of(value)
    return Numeral(
        token.start, token.end, value, step, words=True, first=at, last=at + 1, role=compound.role, code=compound.code
    )


def _with_upper(text: str, tokens: Sequence[Token], lower: Numeral, grammar: NumberGrammar) -> Numeral:
    """三分之二: the whole, the joiner, the part."""
    size = _over(tokens, lower.last, grammar)
    if not size or lower.last + size >= len(tokens) or not lower.value:
        return lower
    items, counts = _items(text, tokens, lower.last + size, grammar)
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
    if not apart and not _gap(text, upper.end, tokens[at].start):
        return upper
    lower = _read_at(text, tokens, at, grammar)
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


def _other(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> int:
    """How many tokens at ``at`` are a word that only looks like a number (十分, enough), unless it heads a fraction."""
    for phrase in grammar.others[tokens[at].word]:
        if tuple(token.word for token in tokens[at : at + len(phrase)]) == phrase and _is_together(tokens, at, phrase):
            inside = range(at + 1, min(at + len(phrase), len(tokens)))
            return 0 if any(_over(tokens, index, grammar) for index in inside) else len(phrase)
    return 0


def _is_together(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether no space parts signs that are one word where words have no spaces inside: 만남, but not 3만 남았다."""
    last = at + len(phrase)
    return not _UNSPACED.match(phrase[0]) or all(
        one.end == other.start for one, other in zip(tokens[at : last - 1], tokens[at + 1 : last], strict=True)
    )


def _other_alone(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> int:
    """As ``_other``, but 0 where number words go on right behind it: 사천오백 is no place in China."""
    size = _other(tokens, at, grammar)
    after = at + size
    goes_on = grammar.section.particles and after < len(tokens) and tokens[after].start == tokens[after - 1].end
    return 0 if goes_on and _all_numbers(tokens, at, size + 1, grammar) else size


def _other_scale(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> bool:
    """Whether a word that only begins with a scale (조각, 만큼) stands at ``at``, behind a number."""
    size = _other(tokens, at, grammar) if tokens[at].word in grammar.others else 0
    known = _known(tokens[at].word, grammar)
    return (
        bool(size) and known is not None and known[0][1].kind == "scale" and not _all_numbers(tokens, at, size, grammar)
    )


def _only(text: str, before: Item, token: Token, grammar: NumberGrammar) -> bool:
    """Whether a scale that is a particle too ("only") stands behind a number that no scale multiplies (하나만)."""
    if text[before.start : before.end] not in grammar.section.unscaled or token.word not in grammar.section.particles:
        return False
    return _is_scale(token.word, grammar)


def _is_scale(word: str, grammar: NumberGrammar) -> bool:
    return any(not rest and atom.kind == "scale" for rest, atom in grammar.lexicon.phrases.get(word, ()))


def _all_numbers(tokens: Sequence[Token], at: int, size: int, grammar: NumberGrammar) -> bool:
    return all(token.word in grammar.lexicon.phrases for token in tokens[at : at + size])


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


def _read_at(text: str, tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> Numeral | None:  # noqa: PLR0911 - one return a rule
    items, counts = _items(text, tokens, at, grammar)
    if len(counts) > 1 and counts[0] == counts[1] and items[0].atom.kind in {"clitic", "joiner"}:
        items, counts = items[1:], counts[1:]  # to-eight, and-ten: the number begins behind the clitic
    if not items:
        return None
    total = add_up(items, grammar.lexicon)
    if total is None:
        return None
    total, used = _whole_tokens(items, counts, total, grammar)
    if total is None or not used:
        return None
    last = counts[used - 1]
    end = tokens[last - 1].end
    start = items[0].start
    if items[0].atom.kind == "joiner":
        return None
    value = total.value
    if tokens[at].digits and _signed(text, tokens, at):
        value, start = -value, tokens[at - 1].start
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
    if (
        start
        and "\uac00" <= text[start] <= "\ud7af"
        and ("\uac00" <= text[start - 1] <= "\ud7af" or text[start - 1].isdigit())
    ):
        return None  # a Korean number begins a word
    if grammar.section.particles and not is_bounded(text, tokens, numeral, grammar):
        return None
    if not tokens[at].digits and _loose(tokens, at, last, grammar, start - tokens[at].start):
        return None
    return _with_ordinal_mark(text, tokens, _thousands(text, tokens, numeral), grammar)


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
        return last >= len(tokens) or not _over(tokens, last, grammar)  # 사분의 일, one quarter
    if last - at == 1 and tokens[at].word in grammar.not_last:
        return last >= len(tokens) or not tokens[last].word[0].isalpha() or tokens[last].word in grammar.conjunctions
    if (
        " ".join(token.word for token in tokens[at:last])[max(0, clitic) :] not in grammar.not_alone
        or len(tokens) == last - at
        or _mark_before(tokens, at, grammar.ordinal_before)
        or _mark_before(tokens, at, grammar.percent_before)
    ):
        return False
    if last >= len(tokens):
        return True
    definite = grammar.section.definite
    if definite and last - at == 1 and tokens[at].word in grammar.section.definite_parts:
        return not tokens[last].word.startswith(definite) and not _is_noun(tokens[last].word, definite, grammar)
    if definite and _is_noun(tokens[last].word, definite, grammar):
        return False
    words = tuple(token.word for token in tokens[last : last + _LONGEST_COUNTER])
    counted = any(words[:size] in grammar.counters for size in range(1, len(words) + 1))
    return not counted and not _over(tokens, last, grammar) and not _part_of(tokens, last, grammar)


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


def _over(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> int:
    """How many tokens at ``at`` are a joiner of a fraction that names the whole first (分之, 분의)."""
    for phrase in grammar.over:
        if tokens[at].word == phrase[0] and tuple(token.word for token in tokens[at : at + len(phrase)]) == phrase:
            return len(phrase)
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


def _items(text: str, tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> tuple[list[Item], list[int]]:
    """The run of number words and digits from token ``at``, and for each the index of the token after it."""
    items: list[Item] = []
    counts: list[int] = []
    words = _Words(tokens)
    while at < len(tokens):
        token = tokens[at]
        if items and token.word in _HYPHENS and _scale_after(tokens, at, grammar):
            at += 1
            token = tokens[at]
        close = bool(items) and token.start == items[-1].end
        if items and not close and not _gap(text, items[-1].end, token.start):
            break
        if items and token.word in grammar.others and _other_scale(tokens, at, grammar):
            break
        if items and grammar.section.unscaled and _only(text, items[-1], token, grammar):
            break
        size = _take(tokens, words, at, grammar, items, counts, close)
        if not size:
            break
        at += size
        if token.word in grammar.ended:
            break
    return items, counts


def _scale_after(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> bool:
    """Whether the hyphen at ``at`` ties a scale to the digits before it: 25-тысячная, 3-millionowy."""
    if at + 1 >= len(tokens) or not tokens[at - 1].digits or tokens[at].start != tokens[at - 1].end:
        return False
    if tokens[at + 1].start != tokens[at].end:
        return False
    entries = grammar.lexicon.phrases.get(tokens[at + 1].word, ())
    return any(not rest and atom.kind in {"scale", "ordinal"} and atom.value >= _THOUSAND for rest, atom in entries)


class _Words(Sequence[str]):
    """The words of tokens, as a sequence, without copying them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, key: int | slice) -> str | tuple[str, ...]:  # type: ignore[override]  # slices give tuples
        if isinstance(key, slice):
            return tuple(token.word for token in self.tokens[key])
        return self.tokens[key].word


def _take(  # noqa: PLR0911 - one return a rule
    tokens: Sequence[Token],
    words: _Words,
    at: int,
    grammar: NumberGrammar,
    items: list[Item],
    counts: list[int],
    close: bool,
) -> int:
    token = tokens[at]
    if token.digits:
        value = read_digits(token.word, grammar.marks)
        if value is None:
            return 0
        vulgar = _vulgar(tokens, at, grammar)
        if vulgar is not None and not (items and items[-1].atom.digits != 0):
            atom = Atom("half" if items else "number", vulgar, digits=None if items else 3)
            items.append(Item(token.start, tokens[at + 2].end, atom, close))
            counts.append(at + 3)
            return 3
        items.append(Item(token.start, token.end, Atom("number", value[0], digits=value[1]), close))
        counts.append(at + 1)
        return 1
    if token.word in FRACTIONS:
        items.append(Item(token.start, token.end, Atom("half" if items else "number", FRACTIONS[token.word]), close))
        counts.append(at + 1)
        return 1
    before = items[-1].atom if items else None
    if before is not None and before.digits is not None and token.word in grammar.section.not_after_digits:
        return 0
    if at and tokens[at - 1].word in grammar.single_after:
        before = before or _SCALED  # a vague word after "about" and its like is one thousand, not thousands
    found = grammar.lexicon.atoms(words, at, before) if token.word in grammar.lexicon.phrases else None
    if found is not None:
        size, atom = found
        if grammar.section.adds_by_joiner and items and items[-1].atom.value >= _LARGEST_SIMPLE:
            atom = _share_atom(tokens, at, size, atom, grammar)
        digit = items and size == 1 and token.word in grammar.section.not_final
        digit = digit and items[-1].atom.kind not in {"joiner", "point"}
        if digit and not _scale_behind(tokens, at + 1, grammar):
            return 0
        items.append(Item(token.start, tokens[at + size - 1].end, atom, close, size))
        counts.append(at + size)
        return size
    size = _behind_clitic(tokens, at, grammar, items, counts, close)
    if size:
        return size
    pieces = None if token.word in grammar.fixed else _pieces(token.word, grammar)
    if pieces is None:
        return 0
    start = token.start
    for piece, atom in pieces:
        items.append(Item(start, start + len(piece), atom, close))
        counts.append(at + 1)
        start += len(piece)
        close = True
    items[-1] = replace(items[-1], end=token.end)  # folding drops the vowel signs of a word
    return 1


def _share_atom(tokens: Sequence[Token], at: int, size: int, atom: Atom, grammar: NumberGrammar) -> Atom:
    """The meaning as a denominator of a word for a digit, where no digit can be added (ثلاثون خمس: thirty fifths)."""
    if size > 1 or atom.kind != "number" or atom.value > 10 or _scale_behind(tokens, at + 1, grammar):
        return atom
    entries = grammar.lexicon.phrases.get(tokens[at].word, ())
    return next((other for rest, other in entries if not rest and other.kind == "parts"), atom)


def _scale_behind(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> bool:
    return at < len(tokens) and _is_scale(tokens[at].word, grammar)


def _behind_clitic(
    tokens: Sequence[Token], at: int, grammar: NumberGrammar, items: list[Item], counts: list[int], close: bool
) -> int:
    """A number of two words behind "and": وستة عشر."""
    token = tokens[at]
    for clitic in grammar.section.proclitics if at + 1 < len(tokens) else ():
        if not token.word.startswith(clitic) or token.word[len(clitic) :] not in grammar.lexicon.phrases:
            continue
        words = (token.word[len(clitic) :], *(t.word for t in tokens[at + 1 : at + 3]))
        found = grammar.lexicon.atoms(words, 0)
        joiner = next((a for rest, a in grammar.lexicon.phrases.get(clitic, ()) if not rest), None)
        if found is None or found[0] < 2 or (items and joiner is None):
            return 0
        if items and joiner is not None:
            items.append(Item(token.start, token.start + len(clitic), joiner, close))
            counts.append(at + found[0])
        start = token.end - len(words[0])
        items.append(Item(start, tokens[at + found[0] - 1].end, found[1], close))
        counts.append(at + found[0])
        return found[0]
    return 0


def _vulgar(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> Decimal | None:
    """3/4 and 1/2: a fraction in digits; with more or larger parts it is a date or a ratio of something else."""
    if at + 2 >= len(tokens) or tokens[at + 1].word not in _SLASHES or not tokens[at + 2].digits:
        return None
    if tokens[at].end != tokens[at + 1].start or tokens[at + 1].end != tokens[at + 2].start:
        return None
    if at + 3 < len(tokens) and tokens[at + 3].word in _SLASHES and tokens[at + 3].start == tokens[at + 2].end:
        return None
    upper, lower = read_digits(tokens[at].word, grammar.marks), read_digits(tokens[at + 2].word, grammar.marks)
    if upper is None or lower is None or lower[0] not in _LOWER or not 0 < upper[0] < lower[0]:
        return None
    return upper[0] / lower[0]


def _pieces(word: str, grammar: NumberGrammar) -> tuple[tuple[str, Atom], ...] | None:
    if word in grammar.memo:
        return grammar.memo[word]
    if len(grammar.memo) > _MEMO_SIZE:
        grammar.memo.clear()
    pieces = segment(word, grammar.lexicon) if grammar.tables.glued else None
    if pieces is None:
        pieces = _without_clitic(word, grammar)
    grammar.memo[word] = pieces
    return pieces


def _without_clitic(word: str, grammar: NumberGrammar) -> tuple[tuple[str, Atom], ...] | None:
    """A number word behind proclitics (وعشرون) or before case endings (beşi)."""
    for clitic in grammar.section.proclitics:
        if word.startswith(clitic) and len(word) > len(clitic) + 1:
            rest = _known(word[len(clitic) :], grammar) or _pieces(word[len(clitic) :], grammar)
            if rest is not None:
                joiner = next((a for r, a in grammar.lexicon.phrases.get(clitic, ()) if not r), Atom("clitic"))
                return ((clitic, joiner), *rest)
    for suffix in grammar.section.suffixes:
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            stem = word[: -len(suffix)]
            rest = _known(stem, grammar) or (segment(stem, grammar.lexicon) if grammar.tables.glued else None)
            if rest is not None:
                grammar.ended.add(word)
                return (*rest[:-1], (word[len(word) - len(suffix) - len(rest[-1][0]) :], rest[-1][1]))
    return None


def _known(word: str, grammar: NumberGrammar) -> tuple[tuple[str, Atom], ...] | None:
    """The word as one atom; thousands behind a clitic (لآلاف السنين) are vague, for the number begins there."""
    atoms = [a for rest, a in grammar.lexicon.phrases.get(word, ()) if not rest]
    atom = next((a for a in atoms if a.kind == "vague"), atoms[0] if atoms else None)
    return None if atom is None else ((word, atom),)


def _gap(text: str, start: int, end: int) -> bool:
    return end - start <= 3 and all(c in _GAPS for c in text[start:end])


def _is_counter(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> bool:
    """Whether a counter or a currency of several signs begins here."""
    words = tuple(token.word for token in tokens[at : at + _LONGEST_COUNTER])
    return any(words[:size] in grammar.counters for size in range(2, len(words) + 1))


def _with_ordinal_mark(text: str, tokens: Sequence[Token], numeral: Numeral, grammar: NumberGrammar) -> Numeral:
    """3rd, 5-й, 1er, 4º, 第三: a number with a mark that makes it an ordinal."""
    size = _mark_before(tokens, numeral.first, grammar.ordinal_before)
    if size:
        return replace(numeral, ordinal=True, start=tokens[numeral.first - size].start)
    at = numeral.last
    if at >= len(tokens) or not grammar.ordinal_marks:
        return numeral
    if numeral.words and not _UNSPACED.match(tokens[at].word):
        return numeral
    if tokens[at].word in {"-", "‑", "'", ".", ":"} and tokens[at].start == numeral.end and at + 1 < len(tokens):
        at += 1
    for last in (min(at + 2, len(tokens)), at + 1):
        mark = " ".join(token.word for token in tokens[at:last])
        if numeral.words and last == at + 1 and _is_counter(tokens, at, grammar):
            return numeral  # 이십 위안: yuan
        if mark in grammar.ordinal_marks and (tokens[at].start == tokens[at - 1].end or numeral.words):
            collective = grammar.section.collective_marks.get(mark, "").split()
            ordinal = tokens[numeral.last - 1].word[-1:] not in collective
            return replace(numeral, ordinal=ordinal, end=tokens[last - 1].end, last=last)
    return numeral
