"""Degrees below zero that are told in words: nove gradi sotto zero, девять градусов мороза, bajo cero."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from claims.context_reading import Reading
from claims.grammar import FigureGrammar
from claims.tokens import Token
from records.claim import Figure, Modifier

__all__ = ["read_frost"]

_SCALES = {"celsius": "temperature-celsius", "fahrenheit": "temperature-fahrenheit"}
_HEAT = {"c": "temperature-celsius", "f": "temperature-fahrenheit"}
_DEGREES = frozenset({"temperature-celsius", "temperature-fahrenheit", "temperature-generic", "angle-degree"})
_TURNED: dict[Modifier, Modifier] = {
    "at-least": "at-most",
    "at-most": "at-least",
    "more-than": "less-than",
    "less-than": "more-than",
}
"""More than nine degrees below zero is less than -9."""
_VERB_REACH = 7
"""Tokens before the degrees in which a verb of freezing stands: "het vroor afgelopen nacht 14 graden"."""
_CLAUSE_ENDS = frozenset(".,;:!?–—")
_DASHES = frozenset("-−–—－")
_MINUS = "−"
_OPENERS = frozenset('(\u00a0\u202f\u2009[«“„" ')
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")


def read_frost(
    text: str, tokens: Sequence[Token], readings: list[Reading], times: Sequence[Figure], grammar: FigureGrammar
) -> tuple[list[Reading], Sequence[Figure]]:
    """The readings with degrees of frost made negative, and both without the "zero" that these are counted from."""
    taken: list[tuple[int, int]] = []
    for reading in readings:
        _name_degrees(text, tokens, reading, grammar)
        if reading.code in _DEGREES and reading.high > 0:
            span = _frost(text, tokens, reading, grammar) or _dashed(text, tokens, reading, grammar)
            if span is not None:
                taken.append(span)
                _turn(reading, *span)
    if not taken:
        return readings, times
    left = [r for r in readings if r.low < 0 or not any(a <= r.numeral.start < b for a, b in taken)]
    return left, [t for t in times if not any(a < t.end and t.start < b for a, b in taken)]


def _name_degrees(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
    """Reads as degrees what a word for points counts (el βαθμούς) where the text speaks of heat or frost, and a number
    with no unit right before several words of frost: temperatures of 14 below zero."""
    at = reading.right
    if reading.role or at >= len(tokens) or reading.numeral.ordinal or reading.numeral.fraction:
        return
    named = tokens[at].word in grammar.degree_nouns
    frost = grammar.frost_after.find(text, tokens, at + named)
    hot = named and any(token.word in grammar.heat_cues for token in tokens)
    heat = frost is None and tokens[at].word in _HEAT and tokens[at].start == reading.end
    if heat and text[tokens[at].start].isupper() and grammar.frost_after.find(text, tokens, at + 1) is not None:
        reading.role, reading.code = "unit", _HEAT[tokens[at].word]  # 22F below zero
        reading.right, reading.end = at + 1, tokens[at].end
    elif hot or (frost is not None and (named or frost[0] > 1)):
        reading.role, reading.code = "unit", "angle-degree"
        reading.right, reading.end = at + named, tokens[at - 1 + named].end


def _frost(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> tuple[int, int] | None:
    """Where the words of frost lie that stand right behind the degrees, or before them, or on both sides."""
    if tokens[reading.right - 1].word in grammar.frost_degrees:
        return tokens[reading.right - 1].start, tokens[reading.right - 1].end
    around = _around(tokens, reading, grammar)
    if around is not None:
        return around
    after = grammar.frost_after.find(text, tokens, reading.right)
    if after is not None and not _begins_number(tokens, reading.right + after[0], grammar):
        end = reading.right + after[0]
        if end < len(tokens) and reading.code == "angle-degree" and tokens[end].word in _SCALES:
            reading.code = _SCALES[tokens[end].word]  # 22 degrees below zero Fahrenheit
            end += 1
        return tokens[reading.right].start, tokens[end - 1].end
    for at in range(reading.numeral.first, reading.left - 1, -1):
        before = grammar.frost_before.find(text, tokens, at - 1)
        if before is not None:
            return tokens[at - before[0]].start, tokens[at - 1].end
    return _freezes(tokens, reading, grammar)


def _around(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> tuple[int, int] | None:
    """शून्य से 14 डिग्री नीचे, sıfırın 14 derece altında: zero before the degrees and what is below it behind them; the
    two numbers may have been taken for a range."""
    for opener, closer in grammar.frost_around:
        last = reading.right + len(closer)
        if _words(tokens[reading.right : last]) != closer:
            continue
        first = reading.left
        if reading.ranged and reading.low == 0 and _words(tokens[first : first + len(opener)]) == opener:
            reading.low = reading.high
            return tokens[first].start, tokens[last - 1].end
        for at in range(reading.numeral.first, reading.left - 1, -1):
            if _words(tokens[max(0, at - len(opener)) : at]) == opener:
                return tokens[at - len(opener)].start, tokens[last - 1].end
    return None


def _freezes(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> tuple[int, int] | None:
    """Where the degrees lie, if a verb of freezing stands before them in their clause."""
    if not grammar.frost_verbs:
        return None
    for at in range(reading.left - 1, max(-1, reading.left - 1 - _VERB_REACH), -1):
        if tokens[at].word in _CLAUSE_ENDS or tokens[at].digits:
            return None
        if tokens[at].word in grammar.frost_verbs:
            return reading.start, reading.end
    return None


def _dashed(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> tuple[int, int] | None:
    """Where the degrees lie with a dash before them that is their sign: "bei –8 °C", "par – 8 °C". One that stands
    apart is a sign behind a preposition, or if it is no dash of sentences."""
    at = reading.numeral.first - 1
    if at < 0 or tokens[at].word not in _DASHES or (at and tokens[at - 1].digits):
        return None
    dash, number = tokens[at], tokens[at + 1]
    before = text[dash.start - 1 : dash.start]
    if before and before not in _OPENERS and _UNSPACED.match(before) is None:
        return None  # Tag–8 Grad
    if dash.end == number.start:
        return dash.start, reading.end
    if not text[dash.end : number.start].isspace() or not number.digits:
        return None
    signed = dash.word == _MINUS or (at > 0 and tokens[at - 1].word in grammar.stops)
    return (dash.start, reading.end) if signed else None


def _turn(reading: Reading, start: int, end: int) -> None:
    reading.low, reading.high = -reading.high, -reading.low
    reading.low, reading.high = (value if value else Decimal(0) for value in (reading.low, reading.high))
    reading.modifier = _TURNED.get(reading.modifier, reading.modifier)
    reading.start, reading.end = min(reading.start, start), max(reading.end, end)


def _begins_number(tokens: Sequence[Token], at: int, grammar: FigureGrammar) -> bool:
    """14 grader minus två: a sign of the next number, no frost."""
    if at >= len(tokens):
        return False
    return tokens[at].digits or tokens[at].word in grammar.numbers.lexicon.phrases


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.word for token in tokens)
