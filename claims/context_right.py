"""What stands behind a number: its unit, currency or percent sign, and the words that bound it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claims.context_left import MODIFIERS, MOST_PHRASES
from claims.context_reading import Reading, scaled_by, take_scaled
from claims.grammar import FigureGrammar
from claims.phrases import Meaning
from claims.tokens import UNSPACED, Token
from claims.units import UNITS

__all__ = ["look_right", "scale_letter"]

_UNSPACED = re.compile(f"[{UNSPACED}]")
_WEIGHT_REACH = 9
_CUE_REACH = 16
_TEN = 10
_MOST_TENTHS = 100
_AMOUNTS = frozenset({"unit", "money", "percent", "points", "cents"})
"""What no ordinal is an amount of: a second-degree murder charge."""
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "TWD", "SGD", "MXN", "ARS", "CLP", "COP", "BRL"})
"""What a dollar sign may stand for: $15,000元 is no yuan."""
_SCALES = {
    "c": "temperature-celsius",
    "celsius": "temperature-celsius",
    "centigrade": "temperature-celsius",
    "f": "temperature-fahrenheit",
    "fahrenheit": "temperature-fahrenheit",
    "k": "temperature-kelvin",
}
"""What may stand behind a word for degrees, in every language that writes Latin letters."""
_ELIDED = frozenset("ld")
"""Words that lose their vowel before another; 4892 m'lik is metres."""
_APOSTROPHES = frozenset("'’")
_HEAT = frozenset("cf")
_LONE_SCALES = frozenset("ck")
"""Scales of one letter that is a word, or the beginning of one with an apostrophe (c'est), in some language."""


def scale_letter(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
    """$250m, 5k, 3m people, 9m tonnes: a letter right behind the digits that scales money, a unit or what is counted in
    millions."""
    at = reading.right
    if at >= len(tokens) or reading.numeral.words:
        return
    scale = grammar.numbers.section.money_scales.get(tokens[at].word)
    if scale is None or tokens[at].start - reading.end > (1 if reading.role == "money" else 0):
        return
    follows = grammar.after.find(text, tokens, at + 1)
    money = reading.role == "money" or (follows is not None and follows[1].role == "money")
    if money or (tokens[at].start == reading.end and (scale == 1000 or _is_scaled(text, tokens, at, follows, grammar))):
        scaled_by(reading, scale)
        reading.right, reading.end = at + 1, tokens[at].end


def _is_scaled(
    text: str, tokens: Sequence[Token], at: int, follows: tuple[int, Meaning] | None, grammar: FigureGrammar
) -> bool:
    """Whether a unit or a noun of ``scaled_nouns`` stands one space behind a letter that may be a unit itself."""
    if at + 1 >= len(tokens) or text[tokens[at].end : tokens[at + 1].start] != " ":
        return False
    nouns = grammar.numbers.section.scaled_nouns
    return (follows is not None and follows[1].role == "unit") or tokens[at + 1].word in nouns


def look_right(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
    """Gives ``reading`` the unit, currency or percent sign behind its number and the words that bound it."""
    at = reading.right
    if at < len(tokens) and tokens[at].word in _HEAT and tokens[at].start == reading.end:
        _heat(text, tokens, at, reading, grammar)
    if at + 1 < len(tokens) and tokens[at].word == "-" and _compound_behind(tokens, at, reading, grammar):
        return
    for _ in range(MOST_PHRASES):
        at = _past_hyphen(tokens, at, reading)
        found = grammar.after.find(text, tokens, at)
        if found is None and not reading.role:
            at, found = _past_links(text, tokens, at, grammar)
        if found is None:
            return
        size, meaning = _without_number(tokens, at, found, grammar)
        last = at + size
        if meaning.role == "modifier":
            if reading.modifier == "exact":
                reading.modifier = MODIFIERS[meaning.code]
            reading.right = at = last
            continue
        if not _may_take(text, tokens, at, last, reading, meaning):
            return
        if _is_piece(tokens, at, last, grammar) or _counts_times(tokens, at, last, reading, grammar):
            reading.right = last
            return
        if meaning.role == "class":
            reading.right = at = last
            continue
        if not reading.role:
            last = _take_meaning(text, tokens, at, last, reading, meaning, grammar)
            last = _half_behind(tokens, last, reading, grammar)
        reading.right, reading.end = last, tokens[last - 1].end
        at = last


def _compound_behind(tokens: Sequence[Token], at: int, reading: Reading, grammar: FigureGrammar) -> bool:
    """360-километровую, 40-працэнтнай: digits, a hyphen and the second part of a compound word; what it tells."""
    if reading.role or reading.numeral.words or _past_hyphen(tokens, at, reading) == at:
        return False
    word = tokens[at + 1].word
    code = next((code for stem, code in grammar.numbers.compounds.seconds if word.startswith(stem)), "")
    if code not in UNITS and code != "percent":
        return False
    reading.role, reading.code = ("percent", "") if code == "percent" else ("unit", code)
    reading.right, reading.end = at + 2, tokens[at + 1].end
    return True


def _heat(text: str, tokens: Sequence[Token], at: int, reading: Reading, grammar: FigureGrammar) -> None:
    """Under 2C, 104F: a capital written onto the digits is a scale where the text speaks of heat."""
    if reading.role or reading.numeral.words or not text[tokens[at].start].isupper():
        return
    first = reading.numeral.first
    if grammar.names.find(text, tokens, first - 1) is None and any(t.word in grammar.heat_cues for t in tokens):
        reading.role, reading.code = "unit", _SCALES[tokens[at].word]
        reading.right, reading.end = at + 1, tokens[at].end


def _without_number(
    tokens: Sequence[Token], at: int, found: tuple[int, Meaning], grammar: FigureGrammar
) -> tuple[int, Meaning]:
    """12 m 2 dm is no area: a digit a space behind the unit begins the next number."""
    size, meaning = found
    last = at + size - 1
    if meaning.role != "unit" or size < 2 or not tokens[last].digits or tokens[last].start == tokens[last - 1].end:
        return found
    shorter = [other for rest, other in grammar.after.exact.get(tokens[at].word, ()) if not rest]
    return (1, shorter[0]) if shorter else found


def _may_take(text: str, tokens: Sequence[Token], at: int, last: int, reading: Reading, meaning: Meaning) -> bool:
    """Whether what tokens ``at``..``last`` mean belongs to the number before them."""
    if reading.numeral.ordinal and meaning.role in _AMOUNTS:
        return False
    again = reading.role == meaning.role == "percent"  # نسبة 34 في المائة
    if reading.role and not (again or (reading.role == meaning.role == "money" and _same_money(reading, meaning))):
        return False
    if meaning.role in {"money", "unit"} and at > reading.numeral.last and _counted(tokens, at, reading):
        return False
    if meaning.role == "money" and last < len(tokens) and _begins_compound(text, tokens, last):
        return False  # en euro-asiatisk
    if meaning.role in {"cents", "tenths", "money-tenths"} and not _may_be_part(tokens, at, reading, meaning):
        return False
    return _own_sign(text, tokens, at, last, reading) and not _bare_letter(tokens, at, last, reading, meaning)


def _is_piece(tokens: Sequence[Token], first: int, last: int, grammar: FigureGrammar) -> bool:
    """十八块奖牌: the name of the currency counts the pieces of what follows."""
    if last - first > 1 or tokens[first].word not in grammar.numbers.section.piece_money or last >= len(tokens):
        return False
    return tokens[last].word[0].isalpha() and tokens[last].word not in grammar.stops


def _counts_times(tokens: Sequence[Token], first: int, last: int, reading: Reading, grammar: FigureGrammar) -> bool:
    """2度の敗北: a name of a unit that counts times, as no word of heat or angles stands near."""
    doubtful, strangers = grammar.numbers.section.doubtful_units, grammar.strangers
    if strangers and last - first == 1 and tokens[first].word in strangers:
        beside = tokens[max(0, first - _WEIGHT_REACH) : last + _WEIGHT_REACH]
        written = f" {' '.join(token.word for token in beside)} "
        return any(stranger in written for stranger in strangers[tokens[first].word])
    if not doubtful or reading.high >= _TEN or reading.step < 1:
        return False
    cues = doubtful.get("".join(token.word for token in tokens[first:last]))
    near = tokens[max(0, first - _CUE_REACH) : last + _CUE_REACH] if cues else ()
    written = "".join(token.word for token in near)
    return cues is not None and not any(cue in written for cue in cues)


def _begins_compound(text: str, tokens: Sequence[Token], last: int) -> bool:
    end = tokens[last - 1].end
    return text[end : end + 1] in {"-", "‑"} and tokens[last].start == end + 1 and tokens[last].word[0].isalpha()


def _take_meaning(
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    reading: Reading,
    meaning: Meaning,
    grammar: FigureGrammar,
) -> int:
    """Gives the number what tokens ``first``..``last`` mean; where the expression ends (20 degrees C)."""
    reading.role, reading.code = meaning.role, meaning.code
    if meaning.role == "scaled-money":
        take_scaled(reading)
    name = "".join(token.word for token in tokens[first:last])
    weight = grammar.numbers.section.weights.get(name) if meaning.role == "money" else None
    if weight is not None and _tells_weight(tokens, first, grammar):
        reading.role, reading.code = "unit", weight
    scale = _SCALES.get(tokens[last].word) if meaning.code == "angle-degree" and last < len(tokens) else None
    if scale is not None and (tokens[last].word not in _LONE_SCALES or _stands_alone(text, tokens, last)):
        reading.code, last = scale, last + 1
    return last


def _half_behind(tokens: Sequence[Token], at: int, reading: Reading, grammar: FigureGrammar) -> int:
    """两米半: half a unit written onto the unit, where it begins no other word (两米半径)."""
    halves = grammar.numbers.section.half_after_unit
    if at >= len(tokens) or tokens[at].word not in halves or tokens[at].start != tokens[at - 1].end:
        return at
    if reading.numeral.high is not None or reading.low != reading.low.to_integral_value():
        return at
    words = tuple(token.word for token in tokens[at : at + 2])
    if any(phrase[:2] == words for phrase in grammar.numbers.others.get(tokens[at].word, ())):
        return at
    half = Decimal("0.5")
    reading.low, reading.high, reading.step = reading.low + half, reading.high + half, half
    return at + 1


def _tells_weight(tokens: Sequence[Token], at: int, grammar: FigureGrammar) -> bool:
    """Whether a word near the name of a currency says that it is a weight: it weighed 550 pounds."""
    near = tokens[max(0, at - _WEIGHT_REACH) : at + _WEIGHT_REACH]
    cues = grammar.numbers.section.weight_cues
    if grammar.numbers.section.weights and _UNSPACED.match(cues[0]):
        written = "".join(token.word for token in near)
        return any(cue in written for cue in cues)
    return any(token.word in cues for token in near)


def _stands_alone(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a letter is the scale of a temperature: 20 graden C; "degrees a" would go on."""
    return text[tokens[at].start].isupper() or at + 1 >= len(tokens) or not tokens[at + 1].word[0].isalpha()


def _bare_letter(tokens: Sequence[Token], first: int, last: int, reading: Reading, meaning: Meaning) -> bool:
    """A number in words never has its unit as one letter (un quart l'an), and none is written onto the next word
    (en 1538 l'Inquisition)."""
    word = tokens[first].word
    letter = last - first == 1 and len(word) == 1 and word.isascii()
    elided = (
        letter
        and word in _ELIDED
        and last < len(tokens)
        and tokens[last].word in _APOSTROPHES
        and tokens[last].start == tokens[first].end
    )
    return meaning.role == "unit" and letter and (reading.numeral.words or elided)


def _counted(tokens: Sequence[Token], at: int, reading: Reading) -> bool:
    """Whether a classifier stands between the number and what may be a currency, in a script without spaces."""
    return tokens[at - 1].end == tokens[at].start and _UNSPACED.match(tokens[at].word) is not None


def _may_be_part(tokens: Sequence[Token], at: int, reading: Reading, meaning: Meaning) -> bool:
    """Tenths and cents of one sign (成, 分) stand right behind their number, no classifier between (四个成员)."""
    if len(tokens[at].word) > 1 or tokens[at].word.isascii():
        return True
    plain = at == reading.numeral.last and not reading.numeral.bare_scale
    return plain and (meaning.role == "cents" or reading.high <= _MOST_TENTHS)


def _same_money(reading: Reading, meaning: Meaning) -> bool:
    """ "$5 million US dollars", "¥5 billion yuan": the name after the number is the surer one."""
    if reading.code != meaning.code and meaning.code and (reading.code not in _DOLLARS or meaning.code in _DOLLARS):
        reading.code = meaning.code
    return True


def _past_hyphen(tokens: Sequence[Token], at: int, reading: Reading) -> int:
    """six-foot, 10-percent: a hyphen between digits and a word."""
    if at + 1 >= len(tokens) or tokens[at].word not in {"-", "‑", "'"} or tokens[at + 1].digits:
        return at
    if tokens[at].start == tokens[at - 1].end and tokens[at + 1].start == tokens[at].end:
        return at + 1
    return at


def _past_links(
    text: str, tokens: Sequence[Token], at: int, grammar: FigureGrammar
) -> tuple[int, tuple[int, Meaning] | None]:
    start = at
    while at < len(tokens) and at - start < 2 and tokens[at].word in grammar.links:
        at += 1
        found = grammar.after.find(text, tokens, at)
        if found is not None and found[1].role != "modifier":
            return at, found
    return start, None


def _own_sign(text: str, tokens: Sequence[Token], first: int, last: int, reading: Reading) -> bool:
    """A sign that stands right before another number belongs to that number ("in 2019 $5")."""
    written = text[tokens[first].start : tokens[last - 1].end]
    if last < len(tokens) and tokens[last].digits and tokens[last].start == tokens[last - 1].end:
        return written in "%٪％" or (written.isalpha() and tokens[first].start == tokens[first - 1].end)
    return True
