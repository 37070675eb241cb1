"""What a figure counts: the head noun of the words after (or before) the number."""

from __future__ import annotations

from collections.abc import Sequence

from claims.context import Reading
from claims.grammar import FigureGrammar
from claims.tokens import Token
from records.span import Span

__all__ = ["find_subject"]

_REACH = 6
_UNSPACED_NOUN = 4
_COUNTED = frozenset({"", "percent", "tenths", "class"})


def find_subject(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> Span | None:
    """The noun that is counted, as a span of ``text``; None for money and measures, and where nothing is named."""
    if reading.role not in _COUNTED or reading.score:
        return None
    section = grammar.numbers.section
    words = _words_after(text, tokens, reading, grammar)
    if not words:
        return None
    if _is_unspaced(words[0].word):
        return Span(words[0].start, words[-1].end)
    nouns = [
        token for token in words if not (token.word.endswith(section.subject_ignore_endings) and token is not words[-1])
    ] or words
    head = _head(text, nouns, grammar)
    return Span(head.start, head.end)


def _words_after(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> list[Token]:
    """The words up to a stop word, a sign or another number; skipped words (of, the) are left out at the start."""
    words: list[Token] = []
    for token in tokens[reading.right : reading.right + _REACH + len(words)]:
        if token.word in {"'", "’", "-"} and not words:
            continue
        if token.digits or not token.word[0].isalpha() or token.word in grammar.stops:
            break
        if token.word in grammar.skip:
            if words:
                break
            continue
        if words and _is_unspaced(token.word) != _is_unspaced(words[0].word):
            break
        if words and _is_unspaced(token.word) and (token.start != words[-1].end or len(words) >= _UNSPACED_NOUN):
            break
        words.append(token)
    return words


def _is_unspaced(word: str) -> bool:
    return (
        "\u3005" <= word[0] <= "\u30ff"
        or "\u3400" <= word[0] <= "\u9fff"
        or "\uac00" <= word[0] <= "\ud7af"
        or ("\u0e01" <= word[0] <= "\u0e4f")
    )


def _head(text: str, nouns: list[Token], grammar: FigureGrammar) -> Token:
    section = grammar.numbers.section
    if section.head == "capital":
        return next((t for t in nouns if text[t.start].isupper()), nouns[0])
    if section.head == "last":
        plural = next((t for t in nouns if section.plural_endings and t.word.endswith(section.plural_endings)), None)
        return plural if plural is not None else nouns[min(len(nouns), 2) - 1]
    return nouns[0]
