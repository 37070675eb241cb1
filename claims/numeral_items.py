"""A run of number words and digits, cut into the atoms that are added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.digits import FRACTIONS, read_digits
from claims.glue import segment
from claims.lexicon import NumberGrammar
from claims.numeral_lookalikes import is_only, is_scale, known_word, other_scale_at
from claims.numeral_scale_first import with_scales_behind
from claims.tokens import Token
from claims.words import Atom, Item

__all__ = ["is_gap", "items_at", "pieces_of"]

_SLASHES = frozenset("/⁄／")
_LOWER = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 100})
_SCALED = Atom("number", Decimal(1))
_MEMO_SIZE = 20000
_HYPHENS = frozenset("-‑")
_THOUSAND = 1000
_LARGEST_SIMPLE = 20
"""Ordinals up to twenty are denominators in the lexicon; larger ones are told by what follows them."""
_GAPS = frozenset({" ", "\u00a0", "\u202f", "\u2009", "-", "‑", "\u00ad", "\n"})


def items_at(text: str, tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> tuple[list[Item], list[int]]:
    """The run of number words and digits from token ``at``, and for each the index of the token after it."""
    items: list[Item] = []
    counts: list[int] = []
    while at < len(tokens):
        token = tokens[at]
        if items and token.word in _HYPHENS and _scale_after(tokens, at, grammar):
            at += 1
            token = tokens[at]
        close = bool(items) and token.start == items[-1].end
        if items and not close and not is_gap(text, items[-1].end, token.start):
            break
        if items and token.word in grammar.others and other_scale_at(tokens, at, grammar):
            break
        if items and grammar.section.unscaled and is_only(text, items[-1], token, grammar):
            break
        size = _take(tokens, at, grammar, items, counts, close)
        if not size:
            break
        at += size
        if token.word in grammar.ended:
            break
    return with_scales_behind(items) if grammar.section.scale_first else items, counts


def _scale_after(tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> bool:
    """Whether the hyphen at ``at`` ties a scale to the digits before it: 25-тысячная, 3-millionowy."""
    if at + 1 >= len(tokens) or not tokens[at - 1].digits or tokens[at].start != tokens[at - 1].end:
        return False
    if tokens[at + 1].start != tokens[at].end:
        return False
    entries = grammar.lexicon.phrases.get(tokens[at + 1].word, ())
    return any(not rest and atom.kind in {"scale", "ordinal"} and atom.value >= _THOUSAND for rest, atom in entries)


def _words(tokens: Sequence[Token], at: int, more: int) -> list[str]:
    """The word at token ``at`` and as many ``more`` as its longest phrase has; none, nearly always."""
    return [token.word for token in tokens[at : at + 1 + more]]


def _take(  # noqa: PLR0911 - one return a rule
    tokens: Sequence[Token],
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
    entries = grammar.lexicon.phrases.get(token.word)
    found = grammar.lexicon.atoms(_words(tokens, at, len(entries[0][0])), 0, before) if entries else None
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
    pieces = None if token.word in grammar.fixed else pieces_of(token.word, grammar)
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
    return at < len(tokens) and is_scale(tokens[at].word, grammar)


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


def pieces_of(word: str, grammar: NumberGrammar) -> tuple[tuple[str, Atom], ...] | None:
    """The atoms of a number in one word, glued or behind a clitic; None when it is none. Remembered."""
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
            rest = known_word(word[len(clitic) :], grammar) or pieces_of(word[len(clitic) :], grammar)
            if rest is not None:
                joiner = next((a for r, a in grammar.lexicon.phrases.get(clitic, ()) if not r), Atom("clitic"))
                return ((clitic, joiner), *rest)
    for suffix in grammar.section.suffixes:
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            stem = word[: -len(suffix)]
            rest = known_word(stem, grammar) or (segment(stem, grammar.lexicon) if grammar.tables.glued else None)
            if rest is not None:
                grammar.ended.add(word)
                return (*rest[:-1], (word[len(word) - len(suffix) - len(rest[-1][0]) :], rest[-1][1]))
    return None


def is_gap(text: str, start: int, end: int) -> bool:
    """Whether what lies between two places may stand inside one number."""
    return end - start <= 3 and all(c in _GAPS for c in text[start:end])
