"""What a match of a template of time can begin with, and what can follow that.

Trying a template only where it can begin, instead of at every letter, is what makes reading times quick.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claims.dates_tags import CLASSES, LETTER, ORDINAL, Vocabulary, class_range

__all__ = [
    "DIGIT",
    "LONG",
    "NUMBER",
    "PIECE",
    "LeadReader",
    "Leads",
    "Opening",
    "class_of",
    "leads_in_words",
    "marks_of",
]

NUMBER = "#"
DIGIT = "0"
"""Any digit, among the signs that may follow."""
LONG = 5
"""Numbers of so many digits and more are alike."""
PIECE = re.compile(r"\{([\w.+-]+)\}|([\[\]()|])|(\s+)|([^\W\d_]" + LETTER + r"*\*?)|(\d+)|(.)", re.S)
_RUN = re.compile(r"[^\W\d_]+(?!\w)")
_SHORT = frozenset({1, 2})
_LENGTHS = {
    **dict.fromkeys(("d", "dd", "dx", "mo", "h", "min", "cent", "o", "jy"), _SHORT),
    "q": frozenset({1}),
    **dict.fromkeys(("mi", "yy"), frozenset({2})),
    "dec": frozenset({2, 4}),
    "cty": frozenset({3, 4}),
    **dict.fromkeys(("y", "by", "hhmm"), frozenset({4})),
    "ey": frozenset(range(1, LONG)),
    "n": frozenset(range(1, LONG + 1)),
}
"""Slot of a number -> how many digits it may have."""
_DEEPEST = 8
_BEHIND_AMOUNTS = frozenset(".,½¼¾")
_LOOKS_AHEAD = frozenset({"nomore", "nodigit", "ends", "unlinked", "noword", "nounit", "apart"})


class Opening(NamedTuple):
    """What stands behind a lead: ``follows`` are the signs behind spaces, a class of words by its first sign, ``DIGIT``
    for any digit; None where any may stand there, or none. ``lengths`` are the digits of ``NUMBER``."""

    follows: frozenset[str] | None
    lengths: frozenset[int] = frozenset()


Leads = Mapping[str, Opening] | None
"""By what a match begins with: a word, ``NUMBER``, the first sign of a class of words; empty where the language lacks
the words. None when it can't be told: the template is then tried everywhere."""


@cache
def class_of(character: str) -> str:
    """The first character of the class of words that ``character`` stands for; other characters as they are."""
    for name in CLASSES:
        if class_range(name)[0] <= character <= class_range(name)[2]:
            return class_range(name)[0]
    return character


def sign_set(sign: str) -> str:
    """What a set of a pattern holds for a sign of ``Opening.follows``."""
    ranges = (class_range(name) for name in CLASSES)
    return r"\d" if sign == DIGIT else next((r for r in ranges if r[0] == sign), re.escape(sign))


def marks_of(ordinals: str) -> frozenset[str]:
    """The signs that a mark of an ordinal begins with; ``ordinals`` are the marks of the language, parted by spaces."""
    return frozenset({ORDINAL, *("-" if ordinals.split() else ""), *(mark[0] for mark in ordinals.split())})


def leads_in_words(text: str) -> int:
    """How many characters of the template ``text`` are a word or a slot of words that it begins with."""
    piece = PIECE.match(text)
    base = (piece[1] or "").partition(".")[0].rstrip("2") if piece is not None else ""
    words = piece is not None and (piece[1] or piece[4]) and base not in {*CLASSES, *_LENGTHS}
    return piece.end() if piece is not None and words else 0


@dataclass(frozen=True, slots=True)
class LeadReader:
    """Reads how templates of one language open; ``marks`` are the signs that the mark of an ordinal begins with."""

    words: Mapping[str, tuple[str, ...]]
    vocabulary: Vocabulary
    marks: frozenset[str]
    spaced: bool
    slots: frozenset[str]
    """All slots that are no words of the language; what one of them opens with may not be known here."""

    def read(self, text: str, behind: str = "", depth: int = 0) -> Leads:
        """The leads of the template ``text``, in front of the template ``behind``."""
        if text[:1] in {"[", "("}:
            choices, rest = _bracketed(text)
            after = f"{rest} {behind}"
            found = [self.read(choice, after, depth + 1) for choice in choices]
            return _joined([*found, self.read(rest, behind, depth + 1)] if text[0] == "[" else found)
        piece = PIECE.match(text)
        if piece is None or depth > _DEEPEST:
            return None
        slot, _, _, word, _, _ = piece.groups()
        after = f"{text[piece.end() :]} {behind}"
        if word:
            return self._read_word(text, word, after)
        return self._read_slot(slot.partition(".")[0], after, depth) if slot else None

    def _read_word(self, text: str, word: str, after: str) -> Leads:
        whole = word.rstrip("*")
        if self.spaced:
            run = _RUN.match(text)
            if run is None or text[run.end() : run.end() + 1] == "*":
                return None
            word = run[0]
        else:
            word = whole
        lead = class_of(self.vocabulary.tag_word(word) or word)
        return {lead: Opening(self.signs(after) if word == whole else None)}

    def _read_slot(self, base: str, after: str, depth: int) -> Leads:
        kind = base.rstrip("2")
        if kind in CLASSES:
            return {class_range(kind)[0]: Opening(self.signs(after))}
        if kind in _LENGTHS:
            follows = self.marks if kind == "o" else self.signs(after)
            if follows is not None and kind in {"d", "n"}:
                follows |= self.marks if kind == "d" else _BEHIND_AMOUNTS
            return {NUMBER: Opening(follows, _LENGTHS[kind])}
        if base in self.slots or kind in self.slots:
            return None
        return _joined(self.read(text, after, depth + 1) for text in self.words.get(base, ()))

    def signs(self, text: str, depth: int = 0) -> frozenset[str] | None:
        """The signs that a match of ``text`` begins with, behind spaces; None when that can be any, or none."""
        text = text.lstrip()
        piece = PIECE.match(text)
        if piece is None or depth > _DEEPEST:
            return None
        slot, bracket, _, word, digits, other = piece.groups()
        if bracket:
            choices, rest = _bracketed(text)
            choices = [f"{choice} {rest}" for choice in choices]
            return (
                None if bracket not in "[(" else self._any([*choices, rest] if bracket == "[" else choices, depth + 1)
            )
        if slot:
            return self._slot_signs(slot.partition(".")[0], text[piece.end() :], depth)
        if word:
            return frozenset({(self.vocabulary.tag_word(word.rstrip("*")) or word)[0]})
        return frozenset({DIGIT if digits else other})

    def _slot_signs(self, base: str, rest: str, depth: int) -> frozenset[str] | None:
        kind = base.rstrip("23")
        if kind in CLASSES:
            return frozenset({class_range(kind)[0]})
        if kind in _LENGTHS:
            return frozenset({DIGIT})
        if base in _LOOKS_AHEAD:
            return self.signs(rest, depth + 1)
        if base in {"open", "close"}:
            after = self.signs(rest, depth + 1)
            return None if after is None else after | {"(" if base == "open" else ")"}
        if base in self.slots or kind in self.slots:
            return self.marks if base == "mark" else None
        return self._any((f"{text} {rest}" for text in self.words.get(base, ())), depth + 1)

    def _any(self, texts: Iterable[str], depth: int) -> frozenset[str] | None:
        found: set[str] = set()
        for text in texts:
            signs = self.signs(text, depth)
            if signs is None:
                return None
            found |= signs
        return frozenset(found)


def _joined(listed: Iterable[Leads]) -> Leads:
    found: dict[str, Opening] = {}
    for leads in listed:
        if leads is None:
            return None
        for lead, one in leads.items():
            other = found.get(lead, Opening(frozenset()))
            follows = None if one.follows is None or other.follows is None else one.follows | other.follows
            found[lead] = Opening(follows, one.lengths | other.lengths)
    return found


def _bracketed(text: str) -> tuple[list[str], str]:
    """The choices inside the bracket that ``text`` begins with, and what stands behind it."""
    level, at, cuts = 1, 0, [0]
    while level and at + 1 < len(text):
        at += 1
        level += {"[": 1, "(": 1, "]": -1, ")": -1}.get(text[at], 0)
        if text[at] == "|" and level == 1:
            cuts.append(at)
    choices = [text[a + 1 : b].strip() for a, b in zip(cuts, [*cuts[1:], at], strict=True)]
    return choices, text[at + 1 :].lstrip()
