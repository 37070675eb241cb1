"""Text as tokens for the figure grammar: numbers in digits, words, single ideographs, signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

__all__ = ["MARKS_OF_WORDS", "UNSPACED", "Fold", "Token", "TokenPattern", "split_phrase", "token_pattern", "tokenize"]

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


_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class TokenPattern:
    """How text is cut: ``near`` where all of it lies below U+10000, nearly always, which takes two thirds of the time
    of ``far``. Groups: 1 what parts a token from the one before, 2 the token."""

    near: re.Pattern[str]
    far: re.Pattern[str]

    def pieces(self, text: str) -> list[tuple[str, str]]:
        """Every token of ``text`` behind what parts it from the one before."""
        return (self.far if _ASTRAL.search(text) else self.near).findall(text)


@lru_cache(maxsize=256)
def token_pattern(numbers: str, marks: str) -> TokenPattern:
    """A token is a word, an ideograph, a number in digits or any other sign; ``marks`` may stand inside words."""

    def compiled(word: str) -> re.Pattern[str]:
        more = f"(?:[{re.escape(marks)}]{word})*" if marks else ""
        return re.compile(rf"([\s_]*+)({word}{more}|[{UNSPACED}]|{numbers}|[^\s\w])")

    return TokenPattern(compiled(f"[{_letters()}]++"), compiled(rf"(?:[{_letters()}]++|[^\W\d_\u0000-\uffff]++)+"))


def tokenize(text: str, pattern: TokenPattern, fold: Fold) -> list[Token]:
    """The tokens of ``text`` in order, without white space, underscores and hyphens inside words."""
    text = text.replace("İ", "i")  # whose lower case is two characters
    lower = text.lower()
    translated = fold.of(lower)
    folded = translated if len(translated) == len(lower) == len(text) else None
    tokens: list[Token] = []
    last = len(text) - 1
    end = 0
    for gap, written in pattern.pieces(text):
        start = end + len(gap)
        end = start + len(written)
        word = folded[start:end] if folded is not None else written.lower().translate(fold)
        first = written[0]
        digits = False
        if not first.isalpha():
            if first in _HYPHENS and start > 0 and end <= last and text[end].isalpha() and _in_word(text[start - 1]):
                continue
            digits = first.isdecimal() or (end - start > 1 and first in _POINTS)
        if word:
            tokens.append(_new(Token, (start, end, word, digits)))
    return tokens


def _in_word(character: str) -> bool:
    """Whether a word goes on behind ``character``: a letter or the vowel sign of one (दो-तिहाई)."""
    return character.isalpha() or ("\u0900" <= character <= "\u0dff" and not character.isdecimal())


def split_phrase(phrase: str, pattern: TokenPattern, fold: Fold) -> tuple[str, ...]:
    """A phrase of a language file as the words that ``tokenize`` would make of it."""
    return tuple(token.word for token in tokenize(phrase, pattern, fold))
