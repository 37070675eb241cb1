"""Words that only look like a number, or like a part of one (十分, 만큼, 하나만)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.lexicon import NumberGrammar
from claims.tokens import UNSPACED, Token
from claims.words import Atom, Item

__all__ = ["all_numbers", "is_only", "is_scale", "known_word", "other_alone", "other_at", "other_scale_at", "over_at"]

_UNSPACED = re.compile(f"[{UNSPACED}]")


def other_at(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> int:
    """How many tokens at ``at`` are a word that only looks like a number (十分, enough), unless it heads a fraction."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    for phrase in grammar.others[tokens[at].word]:
        if phrase[1] != following:
            continue  # nearly all end here
        if tuple(token.word for token in tokens[at : at + len(phrase)]) == phrase and _is_together(tokens, at, phrase):
            inside = range(at + 1, min(at + len(phrase), len(tokens)))
            return 0 if any(over_at(tokens, index, grammar) for index in inside) else len(phrase)
    return 0


def other_alone(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> int:
    """As ``other_at``, but 0 where number words go on right behind it: 사천오백 is no place in China."""
    size = other_at(tokens, at, grammar)
    if size and _is_share(tokens, at, size, grammar):
        return 0
    after = at + size
    goes_on = grammar.section.particles and after < len(tokens) and tokens[after].start == tokens[after - 1].end
    return 0 if goes_on and all_numbers(tokens, at, size + 1, grammar) else size


def _is_share(tokens: Sequence[Token], at: int, size: int, grammar: NumberGrammar) -> bool:
    """Whether a longer word for a part begins here: หนึ่งในสาม, a third, and not หนึ่งใน, one of."""
    return any(
        atom.kind == "parts"
        and len(rest) >= size
        and tuple(t.word for t in tokens[at + 1 : at + 1 + len(rest)]) == rest
        for rest, atom in grammar.lexicon.phrases.get(tokens[at].word, ())
    )


def other_scale_at(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> bool:
    """Whether a word that only begins with a scale (조각, 만큼) stands at ``at``, behind a number."""
    size = other_at(tokens, at, grammar) if tokens[at].word in grammar.others else 0
    known = known_word(tokens[at].word, grammar)
    return (
        bool(size) and known is not None and known[0][1].kind == "scale" and not all_numbers(tokens, at, size, grammar)
    )


def is_only(text: str, before: Item, token: Token, grammar: NumberGrammar) -> bool:
    """Whether a scale that is a particle too ("only") stands behind a number that no scale multiplies (하나만)."""
    if text[before.start : before.end] not in grammar.section.unscaled or token.word not in grammar.section.particles:
        return False
    return is_scale(token.word, grammar)


def is_scale(word: str, grammar: NumberGrammar) -> bool:
    """Whether ``word`` alone multiplies what is before it."""
    return any(not rest and atom.kind == "scale" for rest, atom in grammar.lexicon.phrases.get(word, ()))


def _is_together(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether no space parts signs that are one word where words have no spaces inside: 만남, but not 3만 남았다."""
    last = at + len(phrase)
    return not _UNSPACED.match(phrase[0]) or all(
        one.end == other.start for one, other in zip(tokens[at : last - 1], tokens[at + 1 : last], strict=True)
    )


def all_numbers(tokens: Sequence[Token], at: int, size: int, grammar: NumberGrammar) -> bool:
    """Whether every one of ``size`` tokens is a number word."""
    return all(token.word in grammar.lexicon.phrases for token in tokens[at : at + size])


def over_at(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> int:
    """How many tokens at ``at`` are a joiner of a fraction that names the whole first (分之, 분의)."""
    for phrase in grammar.over:
        if tokens[at].word == phrase[0] and tuple(token.word for token in tokens[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def known_word(word: str, grammar: NumberGrammar) -> tuple[tuple[str, Atom], ...] | None:
    """The word as one atom; thousands behind a clitic (لآلاف السنين) are vague, for the number begins there."""
    atoms = [a for rest, a in grammar.lexicon.phrases.get(word, ()) if not rest]
    atom = next((a for a in atoms if a.kind == "vague"), atoms[0] if atoms else None)
    return None if atom is None else ((word, atom),)
