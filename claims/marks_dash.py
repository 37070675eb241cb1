"""Finds direct speech that dashes, not marks, set apart, and parts the telling that a press puts inside the marks."""

from __future__ import annotations

from itertools import pairwise

import regex

from claims.cues import ROLE, SKIP, Lexicon, find_cues
from claims.marks import Marked, trim
from claims.quotes_words import WORD, Token

__all__ = ["find_dashed", "part_insets"]

_START = regex.compile(r"(?:(?<=^|\n)|(?<=[.!?…»”\":] ))[—–―-](?=\s?\p{L}|\s?[¿¡«“„\"])\s?")
_INNER = regex.compile(r"(?<=[\s,.!?…])[—–―](?=\s?\S)|(?<=\s)-(?=\s\S)|(?<=\p{L})[—–](?=[.,;:]?\s)")
_INSET = regex.compile(r"[,.!?…]?(?:\s*[—–―-]\s+|\s+[—–―])(?=\p{Ll})")
_COMMA = regex.compile(r"[,.]\s+(?=\p{L})|[!?…;]\s+(?=\p{Ll})")
_ENDS = regex.compile(r"[.!?…]+(?=\s|$)")
_TELLING_SHORT = regex.compile(r"[^.,;:!?\n]{4,80}[.,]\s+")
_TELLING_APPOSED = regex.compile(r"[^.,;:!?\n]{4,80}, [^.,;:!?\n]{4,60}[.,]\s+")
_NAMED = 9
"""Within how many words of a dash a telling without a known verb names who speaks."""
_LEAD = 4
"""How many words may come between the dash or comma and the verb of saying."""
_TELLING = 130
"""How many letters a telling inside speech may have."""


def find_dashed(text: str, lexicon: Lexicon) -> list[Marked]:
    """Speech after a dash at the start of a paragraph or sentence, where a verb of saying confirms it."""
    found: list[Marked] = []
    if not lexicon.section.dash:
        return found
    starts = [(m.start(), m.end()) for m in _START.finditer(text) if not _tells_on(text, m.start(), m.end())]
    for number, (outer, first) in enumerate(starts):
        stop = text.find("\n", first)
        stop = len(text) if stop < 0 else stop
        follower = starts[number + 1][0] if number + 1 < len(starts) and starts[number + 1][0] < stop else None
        if found and found[-1].outer_end > first:
            continue
        pieces = _speech(text, outer, first, follower if follower is not None else stop, lexicon)
        if not pieces and text[max(0, outer - 2) : outer] == ": ":
            if not _leads_in(text, outer, lexicon):
                continue
            pieces = [_piece(text, outer, first, follower if follower is not None else stop)]
        if not pieces and found and _same_paragraph(text, found[-1].end, outer):
            end = follower if follower is not None else stop
            pieces = [_piece(text, outer, first, end)]
        found += pieces
    return found


def _leads_in(text: str, outer: int, lexicon: Lexicon) -> bool:
    """Whether the sentence before the colon and dash at ``outer`` has a verb of saying."""
    start = max(text.rfind(sign, 0, outer - 2) for sign in ".!?\n") + 1
    tokens = _tokens(text, max(start, outer - _TELLING), outer, lexicon)
    return any(cue.kind == "verb" for cue in find_cues(tokens, 0, len(tokens), lexicon))


def _tells_on(text: str, at: int, first: int) -> bool:
    """Whether the dash leads back to the telling: after "?", "!" or a shortened word a small letter follows it."""
    return at > 1 and text[at - 2 : at] in {"? ", "! ", "… ", ". "} and text[first : first + 1].islower()


def _same_paragraph(text: str, one: int, other: int) -> bool:
    return "\n" not in text[one:other]


def _piece(text: str, outer: int, first: int, end: int) -> Marked:
    start, stop = trim(text, first, end)
    while stop > start and text[stop - 1] in ",":
        stop -= 1
    return Marked(start, stop, outer, max(stop, outer + 1), text[outer], dash=True)


def _speech(text: str, outer: int, first: int, end: int, lexicon: Lexicon) -> list[Marked]:
    """The pieces of speech between ``first`` and ``end``; none when no telling with a verb of saying is there."""
    for match in _INNER.finditer(text, first, end):
        if _tells(text, match.end(), end, lexicon):
            rest = _after_telling(text, match.end(), end)
            pieces = [_piece(text, outer, first, match.start())]
            if rest is not None:
                pieces.append(_piece(text, rest[0], rest[1], end))
            return [p for p in pieces if p.end > p.start]
    for match in _COMMA.finditer(text, first, end):
        if text[match.start()] != "." and _tells(text, match.end(), end, lexicon, sign=text[match.start()]):
            return [_piece(text, outer, first, match.start() + (text[match.start()] in "!?…;"))]
    return []


def _tells(text: str, at: int, end: int, lexicon: Lexicon, sign: str = "—") -> bool:
    """Whether a verb of saying stands among the first words at ``at``, before the sentence or clause ends.

    Behind a dash a name that a word in small letters leads to tells as well: no list holds every verb.
    """
    tokens = _tokens(text, at, min(end, at + _TELLING), lexicon)
    for i, token in enumerate(tokens):
        if token.text in ".!?…;" and not (i and len(tokens[i - 1].text) == 1):
            tokens = tokens[:i]
            break
    cues = [c for c in find_cues(tokens, 0, len(tokens), lexicon) if c.kind == "verb"]
    if not cues:
        return sign == "—" and _names_somebody(tokens)
    if sign == "," and any(t.text == "," for t in tokens[: cues[0].first]):
        return False  # a later comma leads to the verb
    lead = sum(t.kind == WORD and not t.tag & (SKIP | ROLE) for t in tokens[: cues[0].first])
    return cues[0].first == 0 or lead <= (_LEAD if tokens[0].text[:1].isupper() or tokens[0].tag else 1)


def _names_somebody(tokens: list[Token]) -> bool:
    """Whether the words are a verb, maybe an office, and a full name: "legyint Bakos Imre", "protesta Paca Molina"."""
    if len(tokens) < 3 or tokens[0].kind != WORD or tokens[0].tag or not tokens[0].text[0].islower():
        return False
    for one, other in pairwise(tokens[1:_NAMED]):
        if one.kind != WORD:
            return False
        if one.text[0].isupper() and other.kind == WORD and other.text[0].isupper():
            return not one.tag & SKIP
    return False


def _tokens(text: str, at: int, end: int, lexicon: Lexicon) -> list[Token]:
    return [
        Token(m.start(), m.end(), m.group(), m.group().lower(), WORD if m.group(1) else 1, -1, lexicon.tag(m.group()))
        for m in lexicon.pattern.finditer(text, at, end)
    ]


def _after_telling(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Where speech goes on after a telling: the dash that ends it and the first letter after that dash."""
    for match in _INNER.finditer(text, at + 1, end):
        first = match.end()
        while first < end and text[first] in " .,":
            first += 1
        if first < end and text[first] not in "\n":
            return match.start(), first
    return None


def part_insets(text: str, pieces: list[Marked], lexicon: Lexicon) -> list[Marked]:
    """``pieces`` with "«A, — said X. — B»" as two pieces, A and B, the telling between them outside of both."""
    parted: list[Marked] = []
    for piece in pieces:
        halves = _halves(text, piece, lexicon) if piece.depth == 0 else None
        parted += halves if halves is not None else [piece]
    return parted


def _halves(text: str, piece: Marked, lexicon: Lexicon) -> list[Marked] | None:
    for match in _INSET.finditer(text, piece.start, piece.end):
        if not _tells(text, match.end(), piece.end, lexicon):
            continue
        rest = _after_telling(text, match.end(), piece.end)
        if rest is not None and rest[0] - match.end() <= _TELLING:
            return _two(text, piece, match.start(), rest[1], match.group())
    if lexicon.section.insets:
        for match in regex.finditer(r",\s+(?=\p{Ll})", text, pos=piece.start, endpos=piece.end):
            for telling in (_TELLING_SHORT.match(text, match.end()), _TELLING_APPOSED.match(text, match.end())):
                if (
                    telling is not None
                    and telling.end() < piece.end
                    and _is_inset(text, match.end(), telling.end(), lexicon)
                ):
                    return _two(text, piece, match.start(), telling.end(), ",")
    return None


def _is_inset(text: str, first: int, end: int, lexicon: Lexicon) -> bool:
    tokens = _tokens(text, first, end, lexicon)
    cues = [c for c in find_cues(tokens, 0, len(tokens), lexicon) if c.kind == "verb"]
    named = any(t.kind == WORD and t.text[0].isupper() for t in tokens)
    return bool(cues) and named and all(t.tag & SKIP for t in tokens[: cues[0].first])


def _two(text: str, piece: Marked, first_end: int, second_start: int, sign: str) -> list[Marked]:
    end = first_end + (1 if sign[:1] in "!?…" else 0)
    start, stop = trim(text, piece.start, end)
    one = Marked(start, stop, piece.outer_start, stop, piece.mark, goes_on=piece.goes_on, dash=True)
    start, stop = trim(text, second_start, piece.end)
    two = Marked(start, stop, start, piece.outer_end, piece.mark, closed=piece.closed, dash=True)
    return [one, two] if two.end > two.start else [one]
