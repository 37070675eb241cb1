"""Text as tokens for the figure grammar: numbers in digits, words, single ideographs, signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

__all__ = ["MARKS_OF_WORDS", "UNSPACED", "Fold", "Token", "split_phrase", "token_pattern", "tokenize"]

MARKS_OF_WORDS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u0640\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u0b82\u0bbe-\u0bd7\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d\u00ad"
)
UNSPACED = "\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e01-\u0e4f"
"""Scripts in which every character is a token: Han, kana, Hangul, Thai."""


_new = tuple.__new__  # twice as quick as Token(...), and tokens are made by the million
_HYPHENS = frozenset("-\u2010\u2011\u00ad")
_POINTS = frozenset(".,")
"""What a number in digits may begin with, besides a digit (.5)."""


class Token(NamedTuple):
    """``word`` is folded for look-up; ``digits`` says that the token is a number in digits."""

    start: int
    end: int
    word: str
    digits: bool = False


class Fold(dict[int, str]):
    """A table of ``str.translate`` that knows which texts it leaves alone."""

    def __init__(self, table: Mapping[int, str]) -> None:
        super().__init__(table)
        self._pattern = re.compile(f"[{re.escape(''.join(map(chr, table)))}]") if table else re.compile("(?!)")

    def of(self, text: str) -> str:
        """``text`` folded; a search costs a tenth of a translation, and most texts need none."""
        return text.translate(self) if self._pattern.search(text) else text


@cache
def _letters() -> str:
    """The letters and marks of words below U+10000 as ranges: a set of one test a character, five times as quick as
    a choice between classes."""
    every = "".join(map(chr, range(0x10000)))
    runs = re.finditer(rf"(?:[^\W\d_{UNSPACED}]|(?![{UNSPACED}])[{MARKS_OF_WORDS}])+", every)
    return "".join(f"{run[0][0]}-{run[0][-1]}" for run in runs)


@lru_cache(maxsize=256)
def token_pattern(numbers: str, marks: str) -> re.Pattern[str]:
    """Groups: 1 what parts a token from the one before, 2 the token: an ideograph, a word, a number in digits or any
    other sign. ``marks`` may stand inside words."""
    inner = f"[{re.escape(marks)}]" if marks else "(?!)"
    word = rf"(?:[{_letters()}]++|[^\W\d_\u0000-\uffff]++)+"
    token = rf"[{UNSPACED}]|{word}(?:{inner}{word})*|{numbers}|[^\s\w]"
    return re.compile(rf"((?:\s++|_++)*)({token})")


def tokenize(text: str, pattern: re.Pattern[str], fold: Fold) -> list[Token]:
    """The tokens of ``text`` in order, without white space, underscores and hyphens inside words."""
    text = text.replace("İ", "i")  # whose lower case is two characters
    lower = text.lower()
    translated = fold.of(lower)
    folded = translated if len(translated) == len(lower) == len(text) else None
    tokens: list[Token] = []
    last = len(text) - 1
    end = 0
    for gap, written in pattern.findall(text):
        start = end + len(gap)
        end = start + len(written)
        word = folded[start:end] if folded is not None else written.lower().translate(fold)
        if not word:
            continue
        first = written[0]
        digits = False
        if not first.isalpha():
            if first in _HYPHENS and start > 0 and end <= last and text[end].isalpha() and _in_word(text[start - 1]):
                continue
            digits = first.isdecimal() or (end - start > 1 and first in _POINTS)
        tokens.append(_new(Token, (start, end, word, digits)))
    return tokens


def _in_word(character: str) -> bool:
    """Whether a word goes on behind ``character``: a letter or the vowel sign of one (दो-तिहाई)."""
    return character.isalpha() or ("\u0900" <= character <= "\u0dff" and not character.isdecimal())


def split_phrase(phrase: str, pattern: re.Pattern[str], fold: Fold) -> tuple[str, ...]:
    """A phrase of a language file as the words that ``tokenize`` would make of it."""
    return tuple(token.word for token in tokenize(phrase, pattern, fold))
