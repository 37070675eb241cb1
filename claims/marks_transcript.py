"""Parts the name that a transcript puts before somebody's words from those words: “WALLACE: Let's start with …”."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from claims.marks import Marked

__all__ = ["part_names"]

_NAME = regex.compile(r"(\p{Lu}[\p{Lu}\p{M}.'’\- ]{1,30}):\s+(?=\S)")
_LEAST = 2
"""How many pieces of a text must begin so: one alone may be a heading."""


def part_names(text: str, pieces: Sequence[Marked]) -> None:
    """Cuts the names off those of ``pieces`` that begin with one in capitals and a colon, where several do."""
    found = [(piece, match) for piece in pieces if (match := _NAME.match(text, piece.start, piece.end)) is not None]
    if len(found) < _LEAST:
        return
    for piece, match in found:
        piece.signed = match.span(1)
        piece.start = match.end()
        piece.goes_on = False
