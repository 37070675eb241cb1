"""Words, punctuation and quotes of a text as one row of tokens, and the units (sentences) that they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from claims.marks import Marked

__all__ = ["QUOTE", "Ends", "Row", "Token", "Unit", "last_inside", "lowered", "read_row", "word_pattern"]

WORD, POINT, QUOTE = 0, 1, 2
_ENDS = frozenset(".!?…。！？؟।۔॥։")
_SHORT = r"\p{Lu}{2,}:\p{Ll}{1,4}(?!\w)"
"""A short name with its Finnish or Swedish ending: STT:n."""
_WORD = (
    rf"{_SHORT}|"
    r"[\w\u200c]+(?:['’\-‐‑./·׳][\w\u200c]+|(?<=\p{Hebrew})[\"״]\p{Hebrew}(?!\p{Hebrew}))*[׳]?"
)
_ELIDED = r"\w{1,6}['’](?=\w)|[\w\u200c]+(?:[\-‐‑.][\w\u200c]+)*"
_CLOSING = frozenset("\"'“”‘’»«›‹」』״")
_ROMAN = regex.compile(r"[IVX]{1,5}")
_VOWELS = regex.compile(r"[\u064B-\u0652\u0640\u05B0-\u05C7]")
"""Arabic and Hebrew vowel signs and doublings, which only some outlets write: قدّرت."""
_LATIN = "\u0590"
_NEWLINE = regex.compile(r"\n")


@dataclass(slots=True)
class Token:
    """A word, a sign or a whole quote; ``low`` is the word in lower case, ``quote`` the number of the quote or -1."""

    start: int
    end: int
    text: str
    low: str
    kind: int
    quote: int = -1
    tag: int = 0


@dataclass(slots=True)
class Unit:
    """A sentence with the quotes in it: tokens ``first`` up to, not including, ``last``; ``paragraph`` from 0."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Ends:
    """What tells a period that ends a sentence from one that does not.

    ``titles`` are in lower case without their period, ``abbreviations`` as written, ``calendar`` holds days and months;
    ``ordinals`` says that "19." may be an ordinal, ``leads`` are the lower-case words before which it is one.
    """

    cased: bool = True
    titles: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    ordinals: bool = False
    leads: frozenset[str] = frozenset()


def last_inside(text: str, token: Token) -> str:
    """The last letter or sign within a quote's marks."""
    at = token.end - 1
    while at > token.start and (text[at] in _CLOSING or text[at].isspace()):
        at -= 1
    return text[at]


def word_pattern(spaced: bool, elision: bool, words: Sequence[str]) -> regex.Pattern[str]:
    """What a token is: by spaces, or, where a script has none, by the ``words`` that cut it."""
    if spaced:
        word = _ELIDED if elision else _WORD
        return regex.compile(rf"({word})|\n|[^\s\w]")
    known = "|".join(regex.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"
    return regex.compile(rf"({known}|(?:(?!{known})[\w・·])+)|\n|[^\s\w]")


@dataclass(slots=True)
class Row:
    """All tokens of a text."""

    text: str
    tokens: list[Token]
    units: list[Unit]
    spaced: bool = True


def lowered(text: str) -> str:
    """``text`` in lower case, of the same length: İ is i, not i with a dot above it."""
    return text.replace("İ", "i").lower()


def read_row(text: str, top: Sequence[Marked], pattern: regex.Pattern[str], ends: Ends) -> Row:
    """The tokens and units of ``text``, with each piece of ``top`` (disjoint, by start) as one token."""
    tokens: list[Token] = []
    breaks: set[int] = set()
    at = 0
    for number, piece in enumerate([*top, None]):
        stop = piece.outer_start if piece is not None else len(text)
        for match in pattern.finditer(text, at, stop):
            word = match.group()
            if word == "\n":
                breaks.add(len(tokens))
            else:
                kind = WORD if match.group(1) else POINT
                low = _VOWELS.sub("", word.lower()) if word[0] > _LATIN else lowered(word)
                tokens.append(Token(match.start(), match.end(), word, low, kind))
        if piece is not None:
            tokens.append(Token(piece.outer_start, piece.outer_end, "", "", QUOTE, number))
            at = piece.outer_end
    return Row(text, tokens, _split(text, tokens, top, breaks, ends))


def _split(text: str, tokens: list[Token], top: Sequence[Marked], breaks: set[int], ends: Ends) -> list[Unit]:
    units: list[Unit] = []
    first = paragraph = 0
    for i in range(1, len(tokens)):
        newline = i in breaks
        if newline or _ends_here(text, tokens, i, top, ends):
            units.append(Unit(first, i, paragraph))
            first = i
        if newline:
            paragraph += 1
    if tokens:
        units.append(Unit(first, len(tokens), paragraph))
    return units


def _ends_here(  # noqa: PLR0911 - one rule a line
    text: str, tokens: list[Token], i: int, top: Sequence[Marked], ends: Ends
) -> bool:
    """Whether a sentence ends before token ``i``."""
    cased = ends.cased
    last, this = tokens[i - 1], tokens[i]
    if last.kind == WORD:
        return False
    if last.kind == QUOTE:
        piece = top[last.quote]
        spaced = this.start > last.end or not cased
        return (
            piece.end > piece.start and text[piece.end - 1] in _ENDS and spaced and _may_begin(this, cased, text, last)
        )
    if last.text not in _ENDS:
        return False
    if last.text in "。！？।۔॥؟։":
        return this.kind != POINT
    if this.start == last.end and this.kind != QUOTE:
        return False
    if last.text == "." and i > 1:
        word = tokens[i - 2]
        if word.kind == WORD and word.end == last.start and _is_shortened(tokens, i - 2, this, ends):
            return False
    return _may_begin(this, cased, text, last)


def _is_shortened(tokens: list[Token], at: int, following: Token, ends: Ends) -> bool:
    """Whether the period after the word at ``at`` belongs to it: an initial, an abbreviation, an ordinal."""
    word = tokens[at]
    if _is_initial(word) or word.low in ends.titles or word.text in ends.abbreviations:
        return True
    if ends.ordinals and at > 0 and _ROMAN.fullmatch(word.text) and tokens[at - 1].text[:1].isupper():
        return True  # Benedikt XVI.
    if not ends.ordinals or not word.text.isdigit() or len(word.text) > 2 or following.kind != WORD:
        return False
    return following.text in ends.calendar or (at > 0 and tokens[at - 1].low in ends.leads)


def _is_initial(word: Token) -> bool:
    return (len(word.text) == 1 and word.text.isupper()) or ("." in word.text and len(word.text) <= 6)


def _may_begin(this: Token, cased: bool, text: str, last: Token) -> bool:
    if this.kind == POINT:
        return this.text in "—–-―¿¡([" and this.start > last.end and last.kind == POINT
    if this.kind == QUOTE:
        return True
    if not cased:
        return this.start > last.end
    return not this.text[0].islower()
