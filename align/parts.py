"""The parts of a sentence that another writer may well make a sentence of."""

from __future__ import annotations

import regex

__all__ = ["parts_of"]

_CLOSING = r"[\p{Pe}\p{Pf}\"'’”]*"
_OPENING = r"[\p{Ps}\p{Pi}\p{Pd}\"'„¿¡\s]*"
_SHORTENED = r"(?<!\b\p{Lu}\p{L}{0,2}\.)"
_ENDS = regex.compile(
    rf"(?<=[\p{{STerm}}…]{_CLOSING}){_SHORTENED}\s+(?={_OPENING}[\p{{Lu}}\p{{Lt}}\p{{Lo}}])"
    rf"|(?<=[;:؛]{_CLOSING})\s+"
    rf"|(?<=[。！？；：]{_CLOSING})(?={_OPENING}[\p{{L}}\p{{N}}])"
)
"""Ends of sentences by Unicode's property, semicolons and colons. No full stop ends a part after a short word with a
capital ("Dr. Weiler") or before a number ("No. 51"); the signs of Chinese and Japanese need no blank after them."""
_SIGNS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_LETTERS_OF_A_SIGN = 3


def parts_of(text: str, least: int) -> list[str]:
    """The parts of a sentence, ``[text]`` where it has one; none has under ``least`` letters, a sign of Chinese,
    Japanese or Korean counting as three."""
    parts: list[str] = []
    for piece in filter(None, (piece.strip() for piece in _ENDS.split(text))):
        if parts and (_letters(parts[-1]) < least or _letters(piece) < least):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
    return parts if len(parts) > 1 else [text]


def _letters(text: str) -> int:
    return len(text) + (_LETTERS_OF_A_SIGN - 1) * len(_SIGNS.findall(text))
