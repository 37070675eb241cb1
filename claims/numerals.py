"""Every number of a text, in digits, in words and in both together, with its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.digits import FRACTIONS, read_digits
from claims.glue import segment
from claims.lexicon import NumberGrammar, number_grammar, primary_code
from claims.tokens import Token, tokenize
from claims.words import Atom, Item, Sum, add_up

__all__ = ["Numeral", "numerals_of", "read_numerals"]

_MEMO_SIZE = 20000
_GAPS = frozenset({" ", "\u00a0", "\u202f", "\u2009", "-", "‑", "\u00ad", "\n"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``start``..``end`` of the text.

    ``value`` to ``high`` (None for a point) is what it means; ``step`` is the place value of the last digit written,
    after scaling ("1.2 million": 100000). ``words``: spelled out throughout. ``ordinal``: third, 3rd. ``about``: a word
    that is rough by itself (quinzaine, dozens). ``fraction``: a third, two thirds, ½. ``bare_scale``: a scale word
    alone ("million"). ``scaled``: a scale word took part.
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


def read_numerals(text: str, language: str) -> tuple[Numeral, ...]:
    """All numbers of ``text``, first to last, not overlapping; ``language`` is a BCP 47 tag, known or not."""
    grammar = number_grammar(primary_code(language))
    return numerals_of(text, tokenize(text, grammar.pattern, grammar.fold), grammar)


def numerals_of(text: str, tokens: Sequence[Token], grammar: NumberGrammar) -> tuple[Numeral, ...]:
    """The numbers among ``tokens``; ``first`` and ``last`` of a numeral index them, ``last`` exclusive."""
    phrases, heads = grammar.lexicon.phrases, grammar.heads
    glued = grammar.tables.glued or bool(grammar.section.proclitics)
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        word = token.word
        if token.digits or word in phrases or word in FRACTIONS or (glued and word[:2] in heads and len(word) > 3):
            numeral = _read_at(text, tokens, at, grammar)
            if numeral is not None:
                found.append(numeral)
                at = numeral.last
                continue
        at += 1
    return tuple(found)


def _read_at(text: str, tokens: Sequence[Token], at: int, grammar: NumberGrammar) -> Numeral | None:
    items, counts = _items(text, tokens, at, grammar)
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
        start, end, value, total.step, total.ordinal, total.words, total.high, total.about, total.fraction,
        total.bare_scale, total.scale, at, last,
    )
    if used == 1 and " ".join(t.word for t in tokens[at:last]) in grammar.not_alone:
        return None
    return _with_ordinal_mark(text, tokens, numeral, grammar)


def _signed(text: str, tokens: Sequence[Token], at: int) -> bool:
    """A minus sign right before the digits, and nothing that it could join to them."""
    if not at or tokens[at - 1].word not in {"-", "−", "－"} or tokens[at - 1].end != tokens[at].start:
        return False
    start = tokens[at - 1].start
    return start == 0 or (text[start - 1] in " (\u00a0" and not (at > 1 and tokens[at - 2].digits))


def _whole_tokens(
    items: list[Item], counts: list[int], total: Sum, grammar: NumberGrammar
) -> tuple[Sum | None, int]:
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
        close = bool(items) and token.start == items[-1].end
        if items and not close and not _gap(text, items[-1].end, token.start):
            break
        size = _take(tokens, words, at, grammar, items, counts, close)
        if not size:
            break
        at += size
    return items, counts


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


def _take(
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
        items.append(Item(token.start, token.end, Atom("number", value[0], digits=value[1]), close))
        counts.append(at + 1)
        return 1
    if token.word in FRACTIONS:
        items.append(Item(token.start, token.end, Atom("half" if items else "number", FRACTIONS[token.word]), close))
        counts.append(at + 1)
        return 1
    before = items[-1].atom if items else None
    found = grammar.lexicon.atoms(words, at, before) if token.word in grammar.lexicon.phrases else None
    if found is not None:
        size, atom = found
        items.append(Item(token.start, tokens[at + size - 1].end, atom, close))
        counts.append(at + size)
        return size
    pieces = _pieces(token.word, grammar)
    if pieces is None:
        return 0
    start = token.start
    for piece, atom in pieces:
        items.append(Item(start, start + len(piece), atom, close))
        counts.append(at + 1)
        start += len(piece)
        close = True
    return 1


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
            rest = _pieces(word[len(clitic) :], grammar) or _known(word[len(clitic) :], grammar)
            if rest is not None:
                joiner = next((a for r, a in grammar.lexicon.phrases.get(clitic, ()) if not r), Atom("clitic"))
                return ((clitic, joiner), *rest)
    for suffix in grammar.section.suffixes:
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            stem = word[: -len(suffix)]
            rest = _known(stem, grammar) or (segment(stem, grammar.lexicon) if grammar.tables.glued else None)
            if rest is not None:
                return (*rest[:-1], (word[len(word) - len(suffix) - len(rest[-1][0]) :], rest[-1][1]))
    return None


def _known(word: str, grammar: NumberGrammar) -> tuple[tuple[str, Atom], ...] | None:
    atom = next((a for rest, a in grammar.lexicon.phrases.get(word, ()) if not rest), None)
    return None if atom is None else ((word, atom),)


def _gap(text: str, start: int, end: int) -> bool:
    return end - start <= 2 and all(c in _GAPS for c in text[start:end])


def _with_ordinal_mark(text: str, tokens: Sequence[Token], numeral: Numeral, grammar: NumberGrammar) -> Numeral:
    """3rd, 5-й, 1er, 4º: digits with a mark that makes them an ordinal."""
    if numeral.words or numeral.last >= len(tokens) or not grammar.ordinal_marks:
        return numeral
    at = numeral.last
    if tokens[at].word in {"-", "‑", "'", ".", ":"} and tokens[at].start == numeral.end and at + 1 < len(tokens):
        at += 1
    mark = tokens[at]
    if mark.word in grammar.ordinal_marks and mark.start == tokens[at - 1].end:
        return replace(numeral, ordinal=True, end=mark.end, last=at + 1)
    return numeral
