"""Every number of a text, in digits, in words and in both together, with its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.compounds import Compound
from claims.digits import FRACTIONS
from claims.lexicon import NumberGrammar, number_grammar, primary_code
from claims.numeral import Numeral
from claims.numeral_at import read_at
from claims.numeral_items import pieces_of
from claims.numeral_joins import joined
from claims.numeral_lookalikes import other_alone
from claims.numeral_spelled import spelled_runs
from claims.tokens import Token, tokenize
from claims.words import place_of

__all__ = ["Numeral", "numerals_of", "read_numerals"]

_MEMO_SIZE = 20000


def read_numerals(text: str, language: str) -> tuple[Numeral, ...]:
    """All numbers of ``text``, first to last, not overlapping; ``language`` is a BCP 47 tag, known or not."""
    grammar = number_grammar(primary_code(language))
    return numerals_of(text, tokenize(text, grammar.pattern, grammar.fold), grammar)


def numerals_of(text: str, tokens: Sequence[Token], grammar: NumberGrammar) -> tuple[Numeral, ...]:
    """The numbers among ``tokens``; ``first`` and ``last`` of a numeral index them, ``last`` exclusive."""
    dull, compounds = grammar.dull, grammar.compounds
    found: list[Numeral] = []
    at = 0
    openers = grammar.openers
    if openers:
        places = [n for n, (_, _, word, digits) in enumerate(tokens) if digits or word in openers]
    else:
        heads = grammar.first_letters
        places = [
            n for n, (_, _, word, digits) in enumerate(tokens) if digits or (word[:2] in heads and word not in dull)
        ]
    for place in places:
        if place < at:
            continue
        at = place
        token = tokens[at]
        word = token.word
        if not token.digits and not openers and _is_dull(word, grammar):
            continue
        size = other_alone(tokens, at, grammar) if word in grammar.others else 0
        if size:
            at += size
            continue
        if token.digits or (_may_begin(word, grammar) and _goes_on(tokens, at, grammar)):
            numeral = read_at(text, tokens, at, grammar)
            if numeral is not None:
                numeral = joined(text, tokens, found, numeral, grammar)
                found.append(numeral)
                at = numeral.last
                continue
        if word[:2] in compounds.heads:
            compound = compounds.read(word)
            if compound is not None:
                found.append(_of_compound(token, compound, at))
        at += 1
    return tuple(found) if not grammar.section.spelled else _with_spelled(text, tokens, found, grammar)


def _with_spelled(
    text: str, tokens: Sequence[Token], found: list[Numeral], grammar: NumberGrammar
) -> tuple[Numeral, ...]:
    """``found`` and the numbers spelled in syllables, which are read from their signs."""
    for written, place in spelled_runs(text, tokens, grammar):
        signs = tokenize(written, grammar.pattern, grammar.fold)
        numeral = read_at(written, signs, 0, grammar)
        if numeral is None or numeral.last != len(signs):
            continue
        found = [other for other in found if other.end <= place.start or place.end <= other.start]
        found.append(replace(numeral, start=place.start, end=place.end, first=place.first, last=place.last))
    return tuple(sorted(found, key=lambda numeral: numeral.start))


def _may_begin(word: str, grammar: NumberGrammar) -> bool:
    glued = grammar.tables.glued or grammar.section.proclitics
    return word in grammar.starters or word in FRACTIONS or bool(glued and word[:2] in grammar.heads and len(word) > 2)


def _goes_on(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> bool:
    """Whether a number may begin at token ``at``, given the next one: "die", "los" and "un" begin phrases of numbers
    only (die Hälfte), and stand in nearly every sentence.
    """
    word = tokens[at].word
    seconds = grammar.seconds.get(word)
    if seconds is None:
        if len(grammar.seconds) > _MEMO_SIZE:
            grammar.seconds.clear()
        seconds = grammar.seconds[word] = _seconds(word, grammar)
    return not seconds or (at + 1 < len(tokens) and tokens[at + 1].word in seconds)


def _seconds(word: str, grammar: NumberGrammar) -> frozenset[str]:
    """The words of which one must follow ``word`` for a number to begin with it; empty where it may stand alone."""
    entries = grammar.lexicon.phrases.get(word, ())
    alone = any(not rest and atom.kind != "joiner" for rest, atom in entries)
    behind = any(word.startswith(c) and word[len(c) :] in grammar.lexicon.phrases for c in grammar.section.proclitics)
    if not entries or alone or behind or word in FRACTIONS:
        return frozenset()
    if word not in grammar.fixed and pieces_of(word, grammar) is not None:
        return frozenset()
    return frozenset(rest[0] for rest, _ in entries if rest) or frozenset({""})


def _is_dull(word: str, grammar: NumberGrammar) -> bool:
    """Whether no number begins with ``word``, whatever is around it; remembered, since most words are such."""
    if word in grammar.starters or word in grammar.others or word in FRACTIONS:
        return False
    head = word[:2]
    if head in grammar.heads and (word[:3] in grammar.begins or head in grammar.begins) and _may_begin(word, grammar):
        phrases = grammar.lexicon.phrases
        behind = any(word.startswith(c) and word[len(c) :] in phrases for c in grammar.section.proclitics)
        if word in phrases or behind or (word not in grammar.fixed and pieces_of(word, grammar) is not None):
            return False
    if head in grammar.compounds.heads and grammar.compounds.read(word) is not None:
        return False
    if len(grammar.dull) > _MEMO_SIZE:
        grammar.dull.clear()
    grammar.dull.add(word)
    return True


def _of_compound(token: Token, compound: Compound, at: int) -> Numeral:
    value = compound.value
    step = place_of(value)
    ordinal = compound.role == "ordinal"
    role = "" if ordinal else compound.role
    return Numeral(
        token.start, token.end, value, step, ordinal, words=True, first=at, last=at + 1, role=role, code=compound.code
    )
