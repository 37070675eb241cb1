"""What stands beside a number: its unit, currency or percent sign, and the words that bound it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.grammar import FigureGrammar
from claims.numeral import Numeral
from claims.phrases import Meaning
from claims.tokens import UNSPACED, Token
from claims.units import CUED
from records.claim import Modifier

__all__ = ["Reading", "read_context", "scaled_by"]

_UNSPACED = re.compile(f"[{UNSPACED}]")
_MOVE_REACH = 3
_MOST_PHRASES = 4
_CLOSE = Decimal("0.000001")
_PERCENT_SIGNS = "%％٪"
_CUE_REACH = 3
_WEIGHT_REACH = 9
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
_LONE_SCALES = frozenset("ck")
"""Scales of one letter that is a word, or the beginning of one with an apostrophe (c'est), in some language."""
_MODIFIERS: dict[str, Modifier] = {
    "about": "about",
    "at-least": "at-least",
    "at-most": "at-most",
    "more-than": "more-than",
    "less-than": "less-than",
}


@dataclass(slots=True)
class Reading:
    """A number with what belongs to it: tokens ``left``..``right`` (``core`` where the modifiers end), and
    where the expression lies in the text.

    ``role`` is percent, points, basis-points, tenths, money, cents or unit, "" for a plain number; ``code`` is the
    currency or CLDR unit. ``low`` and ``high`` are in the unit as written. ``from_phrase`` tells whether the unit was
    this number's own or shared with the other end of its range.
    """

    numeral: Numeral
    left: int
    core: int
    right: int
    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    role: str = ""
    code: str = ""
    modifier: Modifier = "exact"
    group: int | None = None
    shared: bool = False
    score: bool = False
    ranged: bool = False
    percent_of: bool = False
    numbered: bool = False


def read_context(text: str, tokens: Sequence[Token], numeral: Numeral, grammar: FigureGrammar) -> Reading:
    """The number with its unit and modifiers, looked for to its left, then to its right."""
    numeral = _not_negative(text, tokens, numeral, grammar)
    numeral = _third_of_several(tokens, numeral, grammar)
    high = numeral.value if numeral.high is None else numeral.high
    reading = Reading(
        numeral,
        numeral.first,
        numeral.first,
        numeral.last,
        numeral.start,
        numeral.end,
        numeral.value,
        high,
        numeral.step,
        numeral.role,
        numeral.code,
    )
    if numeral.about:
        reading.modifier = "about"
    first = numeral.first
    reading.numbered = first > 0 and tokens[first - 1].word in grammar.ordinal_nouns
    _look_left(text, tokens, reading, grammar)
    _scale_letter(tokens, reading, grammar)
    _look_right(text, tokens, reading, grammar)
    _unit_cue(tokens, reading, grammar)
    if reading.role == "points" and _is_sport(text, reading, grammar):
        reading.role = ""
    return reading


def _third_of_several(tokens: Sequence[Token], numeral: Numeral, grammar: FigureGrammar) -> Numeral:
    """ "A third state" is one after two others, "a third of them" and "up by a third" are shares."""
    last = numeral.last
    if not numeral.fraction or last - numeral.first != 2 or last >= len(tokens) or not numeral.words:
        return numeral
    word = tokens[last].word
    if tokens[numeral.first].word.isdigit() or not word[0].isalpha() or word in grammar.part_links | grammar.stops:
        return numeral
    atoms = [atom for rest, atom in grammar.numbers.lexicon.phrases.get(tokens[last - 1].word, ()) if not rest]
    place = next((atom.value for atom in atoms if atom.kind == "ordinal"), None)
    if place is None or abs(numeral.value * place - 1) > _CLOSE:
        return numeral
    return replace(numeral, value=place, step=Decimal(1), fraction=False, ordinal=True)


def _is_sport(text: str, reading: Reading, grammar: FigureGrammar) -> bool:
    """Whether "points" (ポイント) are those of a match: no percentage in the text, but a word of sport."""
    section = grammar.numbers.section
    written = text[reading.numeral.end : reading.end].lower()
    if any(word in written for word in section.percent) or any(sign in text for sign in _PERCENT_SIGNS):
        return False
    return any(cue in text for cue in section.score_cues) and not any(word in text for word in section.percent)


def _not_negative(text: str, tokens: Sequence[Token], numeral: Numeral, grammar: FigureGrammar) -> Numeral:
    """ "pelo menos 12" is no minus twelve."""
    if numeral.value >= 0 or not tokens[numeral.first].word.isalpha():
        return numeral
    found = grammar.before.find(text, tokens, numeral.first)
    if found is None or found[0] < 2:
        return numeral
    first = numeral.first + 1
    return replace(numeral, value=-numeral.value, first=first, start=tokens[first].start)


def scaled_by(reading: Reading, factor: Decimal) -> None:
    """Multiplies the amount and its step."""
    reading.low *= factor
    reading.high *= factor
    reading.step *= factor


def _look_left(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
    at = reading.left - 1
    skipped = False
    for _ in range(_MOST_PHRASES):
        found = grammar.before.find(text, tokens, at) if at >= 0 else None
        if found is None:
            if skipped or at < 1 or tokens[at].word not in grammar.links:
                return
            skipped, at = True, at - 1
            continue
        size, meaning = found
        first = at - size + 1
        if meaning.role == "modifier":
            if reading.modifier == "exact" and not _moved_to(tokens, first, at, grammar):
                reading.modifier = _MODIFIERS[meaning.code]
        elif reading.role == meaning.role == "money" and meaning.exact is not None and _touching(tokens, at, reading):
            reading.code = meaning.code
            reading.start, reading.core = tokens[first].start, first
        elif reading.role or not _adjacent_sign(text, tokens, first, at, reading, meaning):
            return
        else:
            reading.role, reading.code = meaning.role, meaning.code
            reading.start = tokens[first].start
            reading.core = first
        reading.left = first
        at = first - 1
        skipped = False
        if meaning.role == "percent" and at >= 0 and tokens[at].word in grammar.numbers.section.minus:
            reading.low, reading.high = -reading.high, -reading.low  # eksi yüzde beş
            reading.left, reading.start = at, tokens[at].start
            at -= 1


def _touching(tokens: Sequence[Token], last: int, reading: Reading) -> bool:
    """AUD$45: a code right before the sign says which dollar."""
    return tokens[last].end == tokens[reading.core].start


def _adjacent_sign(
    text: str, tokens: Sequence[Token], first: int, last: int, reading: Reading, meaning: Meaning
) -> bool:
    """A currency before a number is a sign or a code, a space away at most and not the unit of a number before it."""
    gap = tokens[reading.left].start - tokens[last].end
    if meaning.role == "percent":
        return gap <= 1 and (tokens[last].word.isalpha() or gap == 0)
    if meaning.role != "money" or gap > 1:
        return False
    written = text[tokens[first].start : tokens[last].end]
    if (
        _is_word(written)
        and meaning.exact is None
        and (written == written.lower() or (len(written) > 2 and written.istitle()))
    ):
        return False  # "Frank" and "Jen" begin sentences and are names
    before = first - 1
    return gap == 0 or before < 0 or not (tokens[before].digits and tokens[first].start == tokens[before].end)


def _is_word(written: str) -> bool:
    """Letters only, with their vowel signs, in one word or more (đô la, डॉलर)."""
    return all(c.isalpha() or c == " " or unicodedata.category(c)[0] == "M" for c in written)


def _scale_letter(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
    """$250m, 5k: a letter right behind the digits that scales money."""
    at = reading.right
    if at >= len(tokens) or reading.numeral.words:
        return
    scale = grammar.numbers.section.money_scales.get(tokens[at].word)
    if scale is None or tokens[at].start - reading.end > (1 if reading.role == "money" else 0):
        return
    follows = grammar.after.find("", tokens, at + 1)
    money = reading.role == "money" or (follows is not None and follows[1].role == "money")
    if money or (scale == 1000 and tokens[at].start == reading.end):
        scaled_by(reading, scale)
        reading.right, reading.end = at + 1, tokens[at].end


def _moved_to(tokens: Sequence[Token], first: int, last: int, grammar: FigureGrammar) -> bool:
    """Whether the words ``first``..``last`` say what a figure came to: a verb of moving stands close before them."""
    if tuple(token.word for token in tokens[first : last + 1]) not in grammar.toward:
        return False
    return any(token.word.startswith(grammar.moves) for token in tokens[max(0, first - _MOVE_REACH) : first])


def _look_right(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
    at = reading.right
    for _ in range(_MOST_PHRASES):
        at = _past_hyphen(tokens, at, reading)
        found = grammar.after.find(text, tokens, at)
        if found is None and not reading.role:
            at, found = _past_links(text, tokens, at, grammar)
        if found is None:
            return
        size, meaning = found
        last = at + size
        if meaning.role == "modifier":
            if reading.modifier == "exact":
                reading.modifier = _MODIFIERS[meaning.code]
            reading.right = at = last
            continue
        if not _may_take(text, tokens, at, last, reading, meaning):
            return
        if meaning.role == "class":
            reading.right = at = last
            continue
        if not reading.role:
            last = _take_meaning(text, tokens, at, last, reading, meaning, grammar)
            last = _half_behind(tokens, last, reading, grammar)
        reading.right, reading.end = last, tokens[last - 1].end
        at = last


def _may_take(text: str, tokens: Sequence[Token], at: int, last: int, reading: Reading, meaning: Meaning) -> bool:
    """Whether what tokens ``at``..``last`` mean belongs to the number before them."""
    if reading.numeral.ordinal and meaning.role in _AMOUNTS:
        return False
    if reading.role and not (reading.role == "money" and meaning.role == "money" and _same_money(reading, meaning)):
        return False
    if meaning.role in {"money", "unit"} and at > reading.numeral.last and _counted(tokens, at, reading):
        return False
    if meaning.role == "unit" and tokens[last - 1].digits and tokens[last - 1].start > tokens[last - 2].end:
        return False  # 12 m 2 dm is no area
    if meaning.role in {"cents", "tenths", "money-tenths"} and not _may_be_part(tokens, at, reading, meaning):
        return False
    return _own_sign(text, tokens, at, last, reading) and not _bare_letter(tokens, at, last, reading, meaning)


def _unit_cue(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
    """摂氏40度, 时速120公里: a word before the number says which degrees, or that the way is one of an hour."""
    if not grammar.unit_cues or (reading.role and reading.role != "unit"):
        return
    at = reading.left
    while at and reading.left - at < _CUE_REACH and tokens[at - 1].word in grammar.cue_links:
        at -= 1
    for phrase, cue in grammar.unit_cues.items():
        size = len(phrase)
        if size > at or tuple(token.word for token in tokens[at - size : at]) != phrase:
            continue
        code = CUED.get((cue, reading.code))
        if code is not None:
            reading.role, reading.code = "unit", code
            reading.start, reading.left = tokens[at - size].start, at - size
            return


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
    """A number in words never has its unit as one letter (un quart l'an)."""
    word = tokens[first].word
    letter = last - first == 1 and len(word) == 1 and word.isascii()
    return meaning.role == "unit" and letter and reading.numeral.words


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
