"""A text with the words of time in it replaced by one private character each, so that short patterns can read it.

``next Tuesday, three weeks ago`` becomes ``{shift+1} {weekday2}, 3 {week} ago``: every word of the vocabulary one
character of the private use area, numbers in words their digits, everything else in lower case; with a map back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Protocol

__all__ = [
    "CLASSES",
    "HALVES",
    "LETTER",
    "ORDINAL",
    "UNITS",
    "NumeralLike",
    "Shadow",
    "Vocabulary",
    "class_range",
    "plain",
    "shade",
    "symbol",
    "value_of",
]

CLASSES = ("month", "weekday", "unit", "day", "season", "part", "shift", "edge", "span", "dual", "other", "tens",
           "era", "solar")  # fmt: skip
UNITS = ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "half", "year", "decade",
         "century", "weekend")  # fmt: skip
ORDINAL = "º"
_JOINERS = r"\u200c\u200d"
MARKS = (
    r"\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f"
    r"\u0981-\u0983\u09bc-\u09cd\u09d7\u0b82\u0bbe-\u0bcd\u0bd7"
    rf"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e{_JOINERS}"
)
LETTER = rf"(?:[^\W\d_]|[{MARKS}])"
"""One letter, or one of the vowel signs that ``\\w`` leaves out."""
_WITHIN = rf"[^\W\d_]|[{MARKS.removesuffix(_JOINERS)}]"
"""What no word begins behind: (bn) নেমে, went down, holds no month মে."""
HALVES = {"0.25": "¼", "0.5": "½", "0.75": "¾"}
_CASE = "[\u064b-\u0650]?"
"""The sign of a case behind an Arabic word."""
_BASE, _SIZE, _ZERO = 0xE000, 0x80, 0x40
_SHORT = 20
_HUNDRED = 100
_UNIT_REACH = 4
"""Characters between a vague number and its unit at most (dizaines d'années, dozens of years)."""
_SPACES = {ord(c): " " for c in "\u00a0\u202f\u2009\u2007\u3000\t\n"}
_MARKS = {ord("ʼ"): "'", ord("’"): "'", ord("′"): "'", ord("‘"): "'", ord("–"): "-", ord("—"): "-", ord("−"): "-",
          ord("‑"): "-", ord("〜"): "-", ord("～"): "-", ord("："): ":", ord("İ"): "i", ord("／"): "/"}  # fmt: skip


class NumeralLike(Protocol):
    """What is asked of a numeral of claims/numerals.py."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def value(self) -> Decimal: ...
    @property
    def ordinal(self) -> bool: ...
    @property
    def high(self) -> Decimal | None: ...


def symbol(name: str, value: int) -> str:
    """The private character for ``value`` (-60..60) of the class ``name``."""
    return chr(_BASE + CLASSES.index(name) * _SIZE + _ZERO + value)


def class_range(name: str) -> str:
    """The characters of a class as a range of a regular expression."""
    first = _BASE + CLASSES.index(name) * _SIZE
    return f"{chr(first)}-{chr(first + _SIZE - 1)}"


def value_of(character: str) -> int:
    """The value that ``symbol`` put into a character."""
    return (ord(character) - _BASE) % _SIZE - _ZERO


@cache
def _digit_table() -> dict[int, str]:
    starts = (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10)
    return {first + n: str(n) for first in starts for n in range(10)} | _SPACES | _MARKS


@cache
def _unlike() -> re.Pattern[str]:
    """What ``_digit_table`` changes; the search costs a tenth of the translation."""
    return re.compile(f"[{re.escape(''.join(map(chr, _digit_table())))}]")


def plain(text: str) -> str:
    """``text`` in lower case with ASCII digits, plain spaces, dashes and apostrophes; as long as before."""
    low = text if text.isascii() or _unlike().search(text) is None else text.translate(_digit_table())
    small = low.lower().replace("\u064b\u0627", "\u0627\u064b")  # عامًا is عاماً
    return small if len(small) == len(low) else "".join(c.lower()[:1] for c in low)


@dataclass(slots=True)  # frozen, making one takes five times as long
class Shadow:
    """The replaced text and the way back. ``classes`` holds the first characters of the classes that occur."""

    text: str
    classes: frozenset[str]
    _shadow_starts: tuple[int, ...]
    _starts: tuple[int, ...]
    _ends: tuple[int, ...]

    def start(self, index: int) -> int:
        """The offset in the original of the character at ``index``."""
        piece = bisect_right(self._shadow_starts, index) - 1
        return min(self._starts[piece] + index - self._shadow_starts[piece], self._ends[piece])

    def end(self, index: int) -> int:
        """The offset in the original after the character before ``index``."""
        piece = bisect_right(self._shadow_starts, index - 1) - 1
        step = index - self._shadow_starts[piece]
        size = self._shadow_starts[piece + 1] - self._shadow_starts[piece]
        if self._shadow_starts[piece + 1] == index or size != self._ends[piece] - self._starts[piece]:
            return self._ends[piece]  # of a number in words no part is left out
        return min(self._starts[piece] + step, self._ends[piece])


class Vocabulary:
    """The words of time of one language, as one regular expression over a tree of their letters."""

    def __init__(
        self, words: Iterable[tuple[str, str]], *, spaced: bool, prefixes: str, capital: frozenset[str]
    ) -> None:
        self._exact: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._small: dict[str, str] = {}
        first, last = symbol("unit", -_ZERO), symbol("unit", _ZERO - 1)
        for word, character in words:
            if word in capital and first <= character <= last:
                self._small[word] = character  # id minggu is a week, Minggu is Sunday
                continue
            table, key = (self._stems, word[:-1]) if word.endswith("*") else (self._exact, word)
            table.setdefault(key, character)
        self._capital = capital
        body = _tree_pattern([(w, "") for w in self._exact] + [(w, "*") for w in self._stems], spaced)
        left = rf"(?<!{_WITHIN})" + (f"[{prefixes}]{{0,2}}" if prefixes else "")
        self._pattern = re.compile(f"{left if spaced else ''}(?P<w>{body})" if body else r"(?!)")
        self._memory: dict[str, str] = {}

    def tag_word(self, word: str) -> str | None:
        """The character for ``word`` when the whole of it is in the vocabulary."""
        return self._exact.get(word)

    def tags(self, low: str, text: str) -> list[tuple[int, int, str]]:
        """Place and character of every word of the vocabulary in ``low``, the plain form of ``text``."""
        found = []
        for match in self._pattern.finditer(low):
            word = match["w"]
            start, end = match.span("w")
            character = self._memory.get(word)
            if character is None:
                character = self._memory[word] = self._lookup(word)
            if word in self._capital and not any(c.isupper() for c in text[start:end]):
                small = self._small.get(word)
                if small is None:
                    continue
                character = small
            if "\u064b" <= low[end : end + 1] <= "\u0650":
                end += 1  # عامٍ
            found.append((start, end, character))
        return found

    def _lookup(self, word: str) -> str:
        if word in self._exact:
            return self._exact[word]
        return next(self._stems[word[:n]] for n in range(len(word), 0, -1) if word[:n] in self._stems)


def shade(low: str, tags: Sequence[tuple[int, int, str]], numerals: Sequence[NumeralLike]) -> Shadow:
    """``low`` with ``tags`` and the numerals in words put in; a word of the vocabulary is no number."""
    pieces = [(start, end, character) for start, end, character in tags]
    counted = {numeral.end for numeral in numerals if numeral.value > 1 or low[numeral.end - 1 : numeral.end].isdigit()}
    for numeral in numerals:
        digits = _digits(low, numeral) if numeral.high is None else _vague_digits(numeral, tags)
        if digits is not None and digits.startswith("-"):  # au moins trois jours
            cut = low.find(" ", numeral.start, numeral.end) + 1
            pieces += [(cut, numeral.end, digits[1:])] if cut else []
        elif digits is not None:
            inside = [p for p in pieces if p[0] < numeral.end and numeral.start < p[1]]
            if _counts_next(inside, numeral, pieces) and numeral.start - 1 not in counted:
                inside = []
                pieces = [p for p in pieces if p[0] != numeral.start]
            covers = [p for p in inside if p[0] <= numeral.start and numeral.end <= p[1]]
            if any(not _is_number(low, p, numeral, counted) for p in covers):
                continue
            pieces = [p for p in pieces if p not in inside]
            pieces.append((numeral.start, numeral.end, digits))
    pieces.sort()
    return _joined(low, pieces, frozenset(chr(ord(c) - (ord(c) - _BASE) % _SIZE) for _, _, c in tags))


def _counts_next(
    inside: Sequence[tuple[int, int, str]], numeral: NumeralLike, pieces: Sequence[tuple[int, int, str]]
) -> bool:
    """A word that is a unit and a number too (vi năm, year and five) is the number right before another unit."""
    if len(inside) != 1 or inside[0][:2] != (numeral.start, numeral.end):
        return False
    units = symbol("unit", -_ZERO), symbol("unit", _ZERO - 1)
    if not units[0] <= inside[0][2] <= units[1]:
        return False  # thứ Hai tuần trước, Monday of last week
    return any(start == numeral.end + 1 and units[0] <= put <= units[1] for start, _, put in pieces)


def _is_number(low: str, piece: tuple[int, int, str], numeral: NumeralLike, counted: Set[int]) -> bool:
    """Whether a word of the vocabulary is a number here; ``counted`` are the places where numerals end.

    "sept" is short for a month only after a day, and seven elsewhere; "second" is a unit only after a number."""
    start, end, character = piece
    if character == symbol("unit", 0):
        left = len(low[:start].rstrip(" -"))
        return numeral.ordinal and left not in counted
    month = character >= symbol("month", 0) and character <= symbol("month", _ZERO - 1) and value_of(character) > _SHORT
    return month and low[end : end + 1] != "." and not low[:start].rstrip()[-1:].isdigit()


def _digits(low: str, numeral: NumeralLike) -> str | None:
    written = low[numeral.start : numeral.end]
    value = numeral.value
    if any(c in "0123456789" for c in written) and not any(c.isalpha() for c in written):
        whole = value == value.to_integral_value() and value >= 1000
        return str(int(value)) if whole and " " in written else None
    if _reaches_too_far(written, value):
        return None
    if value != value.to_integral_value():
        mark = HALVES.get(str((value % 1).normalize()))
        return f"{int(value)}{mark}" if value > 1 and mark and not numeral.ordinal else None
    return f"{int(value)}{ORDINAL}" if numeral.ordinal else str(int(value))


def _vague_digits(numeral: NumeralLike, tags: Sequence[tuple[int, int, str]]) -> str | None:
    """The lower end of tens of years, right before the unit; thousands of years are no length."""
    if numeral.high is None or numeral.high >= _HUNDRED or numeral.value != numeral.value.to_integral_value():
        return None
    units = symbol("unit", -_ZERO), symbol("unit", _ZERO - 1)
    near = any(0 <= start - numeral.end <= _UNIT_REACH and units[0] <= put <= units[1] for start, _, put in tags)
    return str(int(numeral.value)) if near else None


def _reaches_too_far(written: str, value: Decimal) -> bool:
    """Whether a number that begins with digits took the word after it for a digit (1일 is a day, not eleven)."""
    match = re.match(r"\d+$|\d+(?=\D)", written)
    if match is None or match.end() == len(written):
        return False
    ratio = value / Decimal(match[0]) if int(match[0]) else Decimal(1)
    return len(written) - match.end() == 1 and ratio < 10 and not written[-1].isascii()


def _joined(low: str, pieces: Sequence[tuple[int, int, str]], classes: frozenset[str]) -> Shadow:
    out: list[str] = []
    shadow_starts, starts, ends = [], [], []
    place = length = 0
    for start, end, put in [*pieces, (len(low), len(low), "")]:
        if start < place:
            continue
        for text, first, last in ((low[place:start], place, start), (put, start, end)):
            if text:
                out.append(text)
                shadow_starts.append(length)
                starts.append(first)
                ends.append(last)
                length += len(text)
        place = end
    shadow_starts.append(length)
    starts.append(len(low))
    ends.append(len(low))
    return Shadow("".join(out), classes, tuple(shadow_starts), tuple(starts), tuple(ends))


def _tree_pattern(words: Sequence[tuple[str, str]], spaced: bool) -> str:
    """A pattern that matches the longest of ``words``; "*" lets any letters follow."""
    ends = {mark for word, mark in words if not word}
    branches: dict[str, list[tuple[str, str]]] = {}
    for word, mark in words:
        if word:
            branches.setdefault(word[0], []).append((word[1:], mark))
    options = [re.escape(letter) + _tree_pattern(rest, spaced) for letter, rest in sorted(branches.items())]
    if "*" in ends:
        options.append(f"{LETTER}*" if spaced else "")
    elif ends:
        options.append(f"(?={_CASE}(?!{LETTER}|(?<=\\d)\\d))" if spaced else "")
    return "".join(options) if len(options) < 2 else f"(?:{'|'.join(options)})"
