"""A language written in two scripts: what its file gives in Cyrillic holds in Latin letters too."""

from __future__ import annotations

from typing import Any

__all__ = ["with_latin"]

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
