"""What stands beside a number: its unit, currency or percent sign, and the words that bound it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.context_left import MODIFIERS, look_left
from claims.context_reading import Reading, scaled_by
from claims.context_right import look_right, scale_letter
from claims.grammar import FigureGrammar
from claims.numeral import Numeral
from claims.tokens import Token
from claims.units import CUED
from records.claim import Modifier

__all__ = ["Reading", "read_context", "read_unit_cue", "scaled_by"]

_CLOSE = Decimal("0.000001")
_PERCENT_SIGNS = "%％٪"
_CUE_REACH = 3
_TURNED: dict[Modifier, Modifier] = {"less-than": "at-least", "more-than": "at-most"}
_NOBODY_REACH = 7
_TWO = 2
_ARTICLE = 3
"""Letters of the longest article between a word for "about" and a share."""
_POINT_REACH = 2
"""Short words between a share and the point it is of: three tenths | of a | point."""
_MOST_POINTS = 10
"""What decimal points of a percentage stay under; an index stands at 7,200.5 points."""
_HYPHENS = frozenset("-\u2011\u05be")


def read_context(text: str, tokens: Sequence[Token], numeral: Numeral, grammar: FigureGrammar) -> Reading:
    """The number with its unit and modifiers, looked for to its left, then to its right."""
    numeral = _not_negative(text, tokens, numeral, grammar)
    if numeral.ordinal and numeral.start < tokens[numeral.first].start:
        numeral = _at_an_amount(text, tokens, numeral, grammar)
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
    named = _before_article(tokens, first, grammar)
    reading.numbered = named > 0 and tokens[named - 1].word in grammar.ordinal_nouns
    reading.ranked = _is_ranked(text, tokens, numeral, grammar)
    if numeral.ordinal and first and tokens[first - 1].word in grammar.every:
        _every(tokens, reading, grammar)
    look_left(text, tokens, reading, grammar)
    if reading.modifier in _TURNED and _denied(text, tokens, reading, grammar):
        reading.modifier = _TURNED[reading.modifier]
    scale_letter(text, tokens, reading, grammar)
    look_right(text, tokens, reading, grammar)
    read_unit_cue(tokens, reading, grammar)
    if reading.role == "points" and _is_sport(text, reading, grammar):
        reading.role = ""
    _of_percentages(text, tokens, reading, grammar)
    if numeral.fraction and reading.modifier == "exact" and numeral.first > 1:
        found = grammar.before.find(text, tokens, numeral.first - _TWO)  # casi la mitad, ruim de helft
        article = tokens[numeral.first - 1]
        bounds = found is not None and found[0] == 1 and found[1].role == "modifier"  # por encima de la media: the mean
        if found is not None and bounds and article.end - article.start <= _ARTICLE:
            reading.modifier = MODIFIERS[found[1].code]
            reading.left = numeral.first - 1 - found[0]
    return reading


def _denied(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Whether nobody stands before the bound in its clause: nobody may earn less than 15 euros."""
    for at in range(reading.left - 1, max(-1, reading.left - 1 - _NOBODY_REACH), -1):
        if not tokens[at].word[0].isalpha():
            return False
        if grammar.nobody.find(text, tokens, at) is not None:
            return True
    return False


def _of_percentages(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
    """Recule de 0,2 point à 7,1 %, bajó dos décimas, three tenths of the point: points of a percentage, where the text
    has one; half a point of what is no match always."""
    last = reading.numeral.last
    if reading.role:
        return
    if reading.numeral.fraction:
        at = last
        while at < min(last + _POINT_REACH, len(tokens) - 1) and len(tokens[at].word) <= _ARTICLE:
            at += 1  # three tenths of a point
        pointed = at < len(tokens) and tokens[at].word in grammar.bare_points
        whole = pointed and (at == last or len(tokens[at - 1].word) == 1)  # "half a point", not "half of the points"
        if whole and _is_sport(text, reading, grammar):
            whole = pointed = False
        tenths = tokens[last - 1].word in grammar.tenths_of_points
        if whole or ((pointed or tenths) and _has_percent(text, tokens, grammar)):
            reading.role = "points"
            if pointed:
                reading.right, reading.end = at + 1, tokens[at].end
    elif (
        reading.right == last < len(tokens)
        and tokens[last].word in grammar.bare_points
        and reading.step < 1
        and reading.high < _MOST_POINTS
        and _has_percent(text, tokens, grammar)
    ):
        reading.role = "points"
        reading.right, reading.end = last + 1, tokens[last].end


def _has_percent(text: str, tokens: Sequence[Token], grammar: FigureGrammar) -> bool:
    section = grammar.numbers.section
    words = {*section.percent, *section.percent_before}
    return any(sign in text for sign in _PERCENT_SIGNS) or any(token.word in words for token in tokens)


def _is_ranked(text: str, tokens: Sequence[Token], numeral: Numeral, grammar: FigureGrammar) -> bool:
    """Whether words beside a number make it a place in an order: world number three, la número 84 del mundo."""
    first, last = numeral.first, numeral.last
    if not first or numeral.fraction:
        return False
    if grammar.ranks_before.find(text, tokens, first - 1) is not None:
        return True
    named = grammar.names.find(text, tokens, first - 1) is not None
    return named and last < len(tokens) and grammar.ranks_after.find(text, tokens, last) is not None


def _every(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
    """Jeder dritte, every third driver: a share of 33 %; every third day is how often."""
    last, value = reading.numeral.last, reading.numeral.value
    if value < _TWO or (last < len(tokens) and (tokens[last].word,) in grammar.numbers.counters):
        return
    reading.low = reading.high = reading.step = 1 / value
    reading.percent_of = True
    reading.left = reading.core = reading.left - 1
    reading.start = tokens[reading.left].start


def _before_article(tokens: Sequence[Token], first: int, grammar: FigureGrammar) -> int:
    """The place behind the word before token ``first``, over an article written with the number (Hebrew, Arabic)."""
    articles = grammar.numbers.section.proclitics
    at = first - 1 if first > 1 and tokens[first - 1].word in _HYPHENS else first
    return at - 1 if at > 0 and tokens[at - 1].word in articles else first


def _at_an_amount(text: str, tokens: Sequence[Token], numeral: Numeral, grammar: FigureGrammar) -> Numeral:
    """อยู่ที่ 760 ปอนด์: the mark of ordinals is the preposition "at" before digits with a unit or a currency, and "to"
    in (ms) ke 14 darjah, ke negatif 14 darjah."""
    first = tokens[numeral.first].start
    if not grammar.numbers.not_ordinal_before and text[first - 1] != " ":
        return numeral
    if numeral.value < 0:
        return replace(numeral, ordinal=False, start=first)
    found = grammar.after.find(text, tokens, numeral.last)
    if found is None or found[1].role not in {"money", "unit", "percent"} or not tokens[numeral.first].digits:
        return numeral
    return replace(numeral, ordinal=False, start=first)


def _third_of_several(  # noqa: PLR0911 - one return a rule
    tokens: Sequence[Token], numeral: Numeral, grammar: FigureGrammar
) -> Numeral:
    """ "A third state" is one after two others, "a third of them" and "up by a third" are shares."""
    last = numeral.last
    if not numeral.fraction or last - numeral.first != 2 or not numeral.words:
        return numeral
    atoms = [atom for rest, atom in grammar.numbers.lexicon.phrases.get(tokens[last - 1].word, ()) if not rest]
    place = next((atom.value for atom in atoms if atom.kind == "ordinal"), None)
    if place is None or abs(numeral.value * place - 1) > _CLOSE:
        return numeral
    third = replace(numeral, value=place, step=Decimal(1), fraction=False, ordinal=True)
    if tokens[last - 1].word in grammar.numbers.section.not_parts:
        return third
    if last >= len(tokens):
        return numeral
    word = tokens[last].word
    if numeral.first and tokens[numeral.first - 1].word in grammar.by:
        return numeral  # cut by a fifth to 4 million
    if " ".join(token.word for token in tokens[numeral.first : last]) in grammar.numbers.section.sure_parts:
        return numeral
    if grammar.numbers.section.one_counts and tokens[numeral.first].word in grammar.ones:
        return numeral  # jedna trzecia miasta, одна треть
    if tokens[numeral.first].word.isdigit() or not word[0].isalpha() or word in grammar.part_links | grammar.stops:
        return numeral
    return third


def _is_sport(text: str, reading: Reading, grammar: FigureGrammar) -> bool:
    """Whether "points" (ポイント) are those of a match: no percentage in the text, but a word of sport."""
    section = grammar.numbers.section
    written = text[reading.numeral.end : reading.end].lower()
    percent = (*section.percent, *(word[:2] for word in section.percent_before))  # 个百分点
    if any(word in written for word in percent) or any(sign in text for sign in _PERCENT_SIGNS):
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


def read_unit_cue(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
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
