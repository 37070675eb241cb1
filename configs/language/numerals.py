"""The generated tables of a language's figures: ``configs/numerals/<code>.json`` (``python -m claims.generate``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from configs.language.scripts import with_latin
from configs.load import Strict

__all__ = ["NUMERALS_DIR", "Joiners", "NumeralTables", "load_numerals"]

NUMERALS_DIR = Path(__file__).resolve().parent.parent / "numerals"


class Joiners(Strict):
    """Words for "and" inside a number, and the places after which they were seen (10: twenty-and-five)."""

    words: tuple[str, ...] = ()
    rooms: tuple[int, ...] = ()


class NumeralTables(Strict):
    """What CLDR, ICU and num2words know; words are lower case, phrases parted by one space."""

    code: str = ""
    decimal: str = "."
    group: str = ","
    compact: Mapping[str, int] = {}
    """Scale words of compact numbers: mln, Mrd., lakh."""
    currencies: Mapping[str, str] = {}
    symbols: Mapping[str, str] = {}
    units: Mapping[str, str] = {}
    """Name or symbol of a unit -> its CLDR name (see ``claims.units``)."""
    cardinals: Mapping[str, int] = {}
    scales: Mapping[str, int] = {}
    ordinals: Mapping[str, int] = {}
    joiners: Joiners = Joiners()
    glued: bool = False
    """Numbers are written in one word (fünfundzwanzig)."""
    inverted: bool = False
    """Units come before tens."""


@cache
def load_numerals(code: str, latin_too: bool = False) -> NumeralTables:
    """The tables of ``code``, with ``latin_too`` their Cyrillic words in Latin letters as well.

    Empty ones (English marks) for a language that nobody generated.
    """
    path = NUMERALS_DIR / f"{code}.json"
    if not path.is_file():
        return NumeralTables()
    raw = json.loads(path.read_text(encoding="utf-8"))
    return NumeralTables.model_validate(with_latin(raw) if latin_too else raw)
