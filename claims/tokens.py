"""Text as tokens for the figure grammar: numbers in digits, words, single ideographs, signs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["MARKS_OF_WORDS", "UNSPACED", "Token", "split_phrase", "token_pattern", "tokenize"]

MARKS_OF_WORDS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u0640\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u0b82\u0bbe-\u0bd7\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d\u00ad"
)
UNSPACED = "\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e01-\u0e4f"
"""Scripts in which every character is a token: Han, kana, Hangul, Thai."""


_new = tuple.__new__  # twice as quick as Token(...), and tokens are made by the million
_HYPHENS = frozenset("-\u2010\u2011\u00ad")


class Token(NamedTuple):
    """``word`` is folded for look-up; ``digits`` says that the token is a number in digits."""

    start: int
    end: int
    word: str
    digits: bool = False


@lru_cache(maxsize=256)
def token_pattern(numbers: str, marks: str) -> re.Pattern[str]:
    """Groups: 1 digits, 2 an ideograph, 3 a word, none: any other sign. ``marks`` may stand inside words."""
    inner = f"[{re.escape(marks)}]" if marks else "(?!)"
    letter = rf"(?:[^\W\d_{UNSPACED}]|[{MARKS_OF_WORDS}])"
    return re.compile(rf"({numbers})|([{UNSPACED}])|({letter}+(?:{inner}{letter}+)*)|[^\s\w]")


def tokenize(text: str, pattern: re.Pattern[str], fold: dict[int, str]) -> list[Token]:
    """The tokens of ``text`` in order, without white space, underscores and hyphens inside words."""
    text = text.replace("İ", "i")  # whose lower case is two characters
    lower = text.lower()
    translated = lower.translate(fold)
    folded = translated if len(translated) == len(lower) == len(text) else None
    tokens: list[Token] = []
    last = len(text) - 1
    for match in pattern.finditer(text):
        start, end = match.span()
        inside = end - start == 1 and text[start] in _HYPHENS and 0 < start < last
        if inside and text[start - 1].isalpha() and text[end].isalpha():
            continue
        word = folded[start:end] if folded is not None else text[start:end].lower().translate(fold)
        if word:
            tokens.append(_new(Token, (start, end, word, match.lastindex == 1)))
    return tokens


def split_phrase(phrase: str, pattern: re.Pattern[str], fold: dict[int, str]) -> tuple[str, ...]:
    """A phrase of a language file as the words that ``tokenize`` would make of it."""
    return tuple(token.word for token in tokenize(phrase, pattern, fold))
