"""What stands before a number: its currency or percent sign, and the words that bound it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from claims.context_reading import Reading, take_scaled
from claims.grammar import FigureGrammar
from claims.phrases import Meaning
from claims.tokens import Token
from records.claim import Modifier

__all__ = ["MODIFIERS", "MOST_PHRASES", "look_left"]

_MOVE_REACH = 10
MOST_PHRASES = 4
MODIFIERS: dict[str, Modifier] = {
    "about": "about",
    "at-least": "at-least",
    "at-most": "at-most",
    "more-than": "more-than",
    "less-than": "less-than",
}


def look_left(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> None:
    """Gives ``reading`` the currency or percent sign before its number and the words that bound it."""
    at = reading.left - 1
    skipped = False
    for _ in range(MOST_PHRASES):
        found = grammar.before.find(text, tokens, at) if at >= 0 else None
        if found is None:
            if skipped or at < 1 or tokens[at].word not in grammar.links:
                return
            skipped, at = True, at - 1
            continue
        size, meaning = found
        first = at - size + 1
        if meaning.role == "modifier":
            rough = reading.numeral.about and reading.modifier == "about"  # mais de uma centena
            if (reading.modifier == "exact" or rough) and not _moved_to(tokens, first, at, grammar):
                reading.modifier = MODIFIERS[meaning.code]
        elif reading.role == meaning.role == "money" and meaning.exact is not None and _touching(tokens, at, reading):
            reading.code = meaning.code
            reading.start, reading.core = tokens[first].start, first
        elif reading.role or not _adjacent_sign(text, tokens, first, at, reading, meaning, grammar):
            return
        else:
            reading.role, reading.code = meaning.role, meaning.code
            reading.start = tokens[first].start
            reading.core = first
            if meaning.role == "scaled-money":
                take_scaled(reading)
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
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    reading: Reading,
    meaning: Meaning,
    grammar: FigureGrammar,
) -> bool:
    """A currency before a number is a sign or a code, a space away at most and not the unit of a number before it;
    where names of units come first, any of them may stand there."""
    section = grammar.numbers.section
    gap = tokens[reading.left].start - tokens[last].end
    if meaning.role == "percent":
        free = not first or not tokens[first - 1].digits
        return gap <= 1 and (tokens[last].word.isalpha() or gap == 0 or (bool(section.percent_before) and free))
    if section.units_before and meaning.role in {"money", "unit"} and gap == 1:
        return True
    if meaning.role not in {"money", "scaled-money"} or gap > 1:
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


def _moved_to(tokens: Sequence[Token], first: int, last: int, grammar: FigureGrammar) -> bool:
    """Whether the words ``first``..``last`` say what a figure came to: a verb of moving stands close before them."""
    if tuple(token.word for token in tokens[first : last + 1]) not in grammar.toward:
        return False
    for at in range(first - 1, max(-1, first - 1 - _MOVE_REACH), -1):
        if tokens[at].word.startswith(grammar.moves):
            return True
        if (tokens[at].word,) in grammar.toward and tokens[at + 1].digits:
            return False  # falls to 3 degrees, and up to 20 cm of snow: the verb has its number
    return False
