"""Words written in two ways, in two scripts or with letters that are one character or two: the file gives one."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["with_composed", "with_latin"]

_LETTERS = str.maketrans(
    dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dž"}
)
"""Serbian, letter by letter (Pravopis srpskoga jezika; ISO 9 is another)."""


def with_latin(value: Any) -> Any:
    """``value`` (the lists, tables and texts of a language file) with each Cyrillic word in Latin letters beside it.

    Lists get the Latin entries at their end, tables Latin keys, texts of words the Latin words behind the others; what
    the file gives in Latin letters itself stays.
    """
    if isinstance(value, dict):
        return _table(value)
    if isinstance(value, list):
        return _listed(value)
    latin = _latin(value) if isinstance(value, str) else value
    if isinstance(value, str) and " / " in value:  # the two poles of a contrast
        return " / ".join(", ".join(dict.fromkeys((pole, _latin(pole)))) for pole in value.split(" / "))
    return value if latin == value else f"{value} {latin}"


def _table(table: dict[Any, Any]) -> dict[Any, Any]:
    out = {key: with_latin(entry) for key, entry in table.items()}
    for key, entry in table.items():
        latin = _latin(key) if isinstance(key, str) else key
        out.setdefault(latin, with_latin(entry))
    return out


def _listed(values: list[Any]) -> list[Any]:
    """Lists of lists are patterns: each stands once more, in Latin letters throughout."""
    more = [[_latin(word) for word in value] if isinstance(value, list) else _latin(value) for value in values]
    return [*values, *(value for value in more if value not in values)]


def _latin(text: Any) -> Any:
    return text.translate(_LETTERS) if isinstance(text, str) else text


_DOTTED = {
    "\u0915\u093c": "\u0958", "\u0916\u093c": "\u0959", "\u0917\u093c": "\u095a", "\u091c\u093c": "\u095b",
    "\u0921\u093c": "\u095c", "\u0922\u093c": "\u095d", "\u092b\u093c": "\u095e", "\u092f\u093c": "\u095f",
    "\u09a1\u09bc": "\u09dc", "\u09a2\u09bc": "\u09dd", "\u09af\u09bc": "\u09df",
}  # fmt: skip
"""Letters of Devanagari and Bengali with a dot below, as two characters (as Unicode's NFC has them) and as one, which
keyboards make."""
_PAIR = re.compile("|".join(_DOTTED))
_DOTS = frozenset("\u093c\u09bc")


def with_composed(value: Any) -> Any:
    """``value`` (as in ``with_latin``) with each word that has a dotted letter of two characters also in one."""
    if isinstance(value, dict):
        out = {key: with_composed(entry) for key, entry in value.items()}
        return out | {other: out[key] for key in value if (other := _composed(key)) not in value}
    if isinstance(value, list):
        more = [[_composed(word) for word in one] if isinstance(one, list) else _composed(one) for one in value]
        return [*value, *(one for old, one in zip(value, more, strict=True) if one != old)]
    if not isinstance(value, str) or _DOTS.isdisjoint(value):
        return value
    if ", " in value or " / " in value:  # sides of a contrast: each gets its own
        return " / ".join(", ".join(dict.fromkeys((side, _composed(side)))) for side in value.split(" / "))
    return f"{value} {_composed(value)}"


def _composed(text: Any) -> Any:
    if not isinstance(text, str) or _DOTS.isdisjoint(text):
        return text
    return _PAIR.sub(lambda pair: _DOTTED[pair[0]], text)
