"""Letters of another script that look like those of the word they stand in: "мaj" with a Latin a and j."""

from __future__ import annotations

import re

__all__ = ["mend_scripts"]

_MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_WORD = re.compile("[A-Za-z\u0400-\u04ff]*[\u0400-\u04ff][A-Za-z\u0400-\u04ff]*")
_CYRILLIC = str.maketrans("aceijopsxyABCEHIJKMOPSTXY", "асеіјорѕхуАВСЕНІЈКМОРЅТХУ")
"""Pairs of confusable letters (Unicode Technical Standard 39)."""


def mend_scripts(text: str) -> str:
    """``text``, as long as before, with Latin letters inside Cyrillic words replaced by the Cyrillic ones they look
    like. Found in real texts of a Serbian corpus, where no word of a number would be known otherwise; a word that has
    a Latin letter without a double stays as it is.
    """
    if text.isascii() or _MIXED.search(text) is None:
        return text
    return _WORD.sub(_mended, text)


def _mended(match: re.Match[str]) -> str:
    written = match[0]
    mended = written.translate(_CYRILLIC)
    return written if any("A" <= c <= "z" for c in mended) else mended
