"""Finds what stands in quotation marks, whichever marks a press uses and however they nest or break."""

from __future__ import annotations

from dataclasses import dataclass

import regex

__all__ = ["Marked", "find_marked", "trim"]

CLOSERS = {
    "«": "»", "»": "«»", "„": "“”\"‟", "“": "”\"“", "”": "”“", "‟": "”", "\"": "\"”", "״": "״\"",
    "＂": "＂", "〝": "〟〞",
    "‹": "›", "›": "‹›", "‚": "‘’", "‘": "’'", "’": "’", "'": "'’", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄",
}  # fmt: skip
"""What may close each opening mark. One shape opens in one press and closes in the next, so context decides."""
_SINGLE = frozenset("'’‘‚‹›")
_APOSTROPHES = frozenset("'’‘")
_EITHER = frozenset("»“”\"״＂'’›‘")
"""Marks that open in some presses and close in others."""
_MARKS = regex.compile("[" + "".join(sorted(set("".join(CLOSERS)) | set("".join(CLOSERS.values())))) + r"]|\n\s*")
_BEFORE_OPENING = frozenset("([{<—–-―‒/:;,.。、，：（…|¿¡=+*•")
_CLOSED_SCRIPTS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_ELISION = regex.compile(
    r"'(?:\d0s|n'|tis\b|twas\b|em\b|cause\b)|’(?:\d0s|n’|tis\b|twas\b|em\b|cause\b)", regex.IGNORECASE
)
_HEBREW_OPENING = regex.compile(r"(?<!\p{Hebrew})\p{Hebrew}{1,3}[\"״](?=\p{Hebrew}{2,}|\d)")
_DOUBLED_OPENING = regex.compile(r"(?<![\p{L}\p{N},.!?;:'`])(?:''|``)(?=[\p{L}\p{N}“‘'\[($£€])")
_DOUBLED_CLOSING = regex.compile(r"(?<=[\p{L}\p{N},.!?…;:)\]'])''(?![\p{L}\p{N}'])")
"""Two single marks that an agency's wire writes for one double mark."""
_SPACES = " \t\n\r\u00a0\u202f\u2009\u200a\u2003\u3000\ufeff\u200e\u200f"


@dataclass(slots=True)
class Marked:
    """Text in marks: ``start``..``end`` inside the marks and trimmed, ``outer_start``..``outer_end`` with them.

    ``depth`` is 0 for the outermost. ``closed`` is False when the paragraph ends first. ``goes_on`` says that the piece
    is the next paragraph of the piece before it. ``dash`` says that dialogue dashes part it from the telling.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    mark: str
    depth: int = 0
    closed: bool = True
    goes_on: bool = False
    dash: bool = False
    signed: tuple[int, int] | None = None
    """Where a transcript names who speaks, before the words: “WALLACE: Let's start …”."""


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    first: int
    goes_on: bool = False


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` moved inwards past spaces."""
    while start < end and text[start] in _SPACES:
        start += 1
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return start, end


def find_marked(text: str) -> list[Marked]:
    """Everything in quotation marks, by start; a quote over several paragraphs as one piece a paragraph."""
    if "''" not in text and "``" not in text:
        return _find_marked(text)
    found = _find_marked(_DOUBLED_CLOSING.sub('" ', _DOUBLED_OPENING.sub(' "', text)))
    for piece in found:
        if text[piece.outer_start : piece.outer_start + 1] in {"'", "`"} and piece.mark == '"':
            piece.outer_start -= 1
        if text[piece.outer_end - 1 : piece.outer_end + 1] == "''":
            piece.outer_end += 1
    return found


def _find_marked(text: str) -> list[Marked]:
    stack: list[_Open] = []
    found: list[Marked] = []
    skip_until = 0
    for match in _MARKS.finditer(text):
        at, mark = match.start(), match.group()
        if at < skip_until:
            continue
        if mark[0] == "\n":
            if stack:
                skip_until = _end_paragraph(text, match.start(), match.end(), stack, found)
            continue
        _read_mark(text, at, mark, stack, found)
    if stack:
        _give_up(text, len(text), stack, found)
    found = [m for m in found if m.start < m.end]
    found.sort(key=lambda m: (m.outer_start, -m.outer_end))
    return _with_depths(found)


def _read_mark(text: str, at: int, mark: str, stack: list[_Open], found: list[Marked]) -> None:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in _APOSTROPHES and _is_apostrophe(text, at, before, after, stack):
        return
    opens = mark in CLOSERS and _can_open(text, at, mark, before, after)
    nests = opens and bool(stack) and stack[-1].mark == mark == "“" and _opens_name(text, at)
    if stack and not nests and not (opens and _is_space(before) and mark in _EITHER):
        for depth in range(len(stack) - 1, -1, -1):
            if mark in CLOSERS[stack[depth].mark] and _can_close(mark, before, after):
                opened = stack[depth]
                del stack[depth:]
                found.append(_piece(text, opened, at, at + 1))
                return
            if mark not in _EITHER:
                continue
            if stack[depth].mark not in _SINGLE:
                break
    if opens:
        stack.append(_Open(mark, at, at + 1))


def _opens_name(text: str, at: int) -> bool:
    """Whether “ opens a name of a few signs within a quote that “ opened too, as Chinese writes it."""
    following = regex.match(r"“[\p{L}\p{N}][^“”\n]{0,40}”(?=\p{L})", text[at : at + 50])
    return following is not None and bool(_CLOSED_SCRIPTS.match(following.group()[1:]))


def _is_apostrophe(text: str, at: int, before: str, after: str, stack: list[_Open]) -> bool:
    if (before.isalnum() and after.isalnum()) and not _CLOSED_SCRIPTS.match(before):
        return not (stack and stack[-1].mark in "'‘" and _CLOSED_SCRIPTS.match(after))
    if _ELISION.match(text, at):
        return True
    if before.isalnum() and before in "sSxXzZ" and stack and stack[-1].mark in "'‘’":
        # a plural possessive in single marks: a later mark after punctuation closes better
        rest = text[at + 1 : at + 300].split("\n", 1)[0]
        better = regex.search(r"(?<=[,.!?…])['’](?=\W|$)", rest)
        return better is not None and not regex.search(r"(?<=\s)['‘](?=\w)", rest[: better.start()])
    return False


def _can_open(  # noqa: PLR0911 - one rule a line
    text: str, at: int, mark: str, before: str, after: str
) -> bool:
    if _is_space(after):
        return mark in "«‹„" or (mark == "“" and after in "\u00a0\u202f")
    if mark in "«‹„‚「『﹁﹃〝":
        return True
    if _is_space(before) or before in _BEFORE_OPENING or before in CLOSERS:
        return after not in ",.;:!?)]}" or (after in ".…" and text[at + 1 : at + 4] == "...")
    if before == "\u0640":
        return True  # an Arabic preposition drawn out to the mark: بـ"…"
    if before in "'’" and at > 1 and text[at - 2].isalpha():
        return True
    if mark in '"״' and "\u0590" <= before <= "\u05ff":
        return any(at >= n and _HEBREW_OPENING.match(text, at - n) for n in (1, 2, 3))
    return bool(_CLOSED_SCRIPTS.match(before))


def _can_close(mark: str, before: str, after: str) -> bool:
    if mark not in _EITHER:
        return True
    if _is_space(before):
        return _is_space(after) or not after.isalnum() or mark in "»›"
    return not (mark in '"״' and before.isalpha() and after.isalpha() and "\u0590" <= after <= "\u05ff")


def _is_space(char: str) -> bool:
    return char.isspace() or char in _SPACES


def _piece(text: str, opened: _Open, end: int, outer_end: int, closed: bool = True) -> Marked:
    start, stop = trim(text, opened.first, end)
    return Marked(start, stop, opened.at, outer_end, opened.mark, closed=closed, goes_on=opened.goes_on)


def _end_paragraph(text: str, at: int, after: int, stack: list[_Open], found: list[Marked]) -> int:
    """Carries an open quote into the paragraph at ``after``, or ends it; returns where reading goes on."""
    opened = stack[0]
    if opened.mark in _SINGLE or after >= len(text):
        _give_up(text, at, stack, found)
        return after
    reopened = text[after] in {opened.mark, *CLOSERS[opened.mark]} and text[after] in CLOSERS
    if not reopened and not _closes_later(text, after, opened.mark):
        _give_up(text, at, stack, found)
        return after
    found.append(_piece(text, opened, at, at))
    first = after + 1 if reopened else after
    stack[:] = [_Open(opened.mark, after, first, goes_on=True)]
    return first


def _closes_later(text: str, at: int, mark: str, paragraphs: int = 3) -> bool:
    """Whether the next few paragraphs close ``mark`` before they open it anew."""
    piece = text[at : at + 3000].split("\n\n", paragraphs)[:paragraphs]
    for match in _MARKS.finditer("\n\n".join(piece)):
        sign = match.group()
        if sign == mark and mark not in CLOSERS[mark]:
            return False
        place = at + match.start()
        if sign in "“„«" and sign != mark and place and _is_space(text[place - 1]):
            return False
        if sign in CLOSERS[mark]:
            before = text[place - 1]
            following = text[place + 1] if place + 1 < len(text) else " "
            return not _is_space(before) and not following.isalnum()
    return False


def _give_up(text: str, at: int, stack: list[_Open], found: list[Marked]) -> None:
    opened = stack[0]
    inner = any(m.outer_start > opened.at for m in found)
    if opened.mark not in _SINGLE and not inner:
        found.append(_piece(text, opened, at, at, closed=False))
    stack.clear()


def _with_depths(found: list[Marked]) -> list[Marked]:
    ends: list[int] = []
    for piece in found:
        while ends and ends[-1] <= piece.outer_start:
            ends.pop()
        piece.depth = len(ends)
        ends.append(piece.outer_end)
    return found
