"""What CLDR (through Babel) knows of a locale's figures: marks, scale words, currencies, units, percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claims.grammar_signs import CURRENCIES
from claims.units import UNITS

__all__ = ["locale_tables"]


def locale_tables(locale_name: str) -> dict[str, Any]:
    """The tables of one locale, ready to be written as JSON; words in lower case.

    ``compact`` scale word -> number, ``currencies`` name -> code, ``symbols`` sign -> code, ``units`` name -> unit.
    """
    from babel import Locale

    locale = Locale.parse(locale_name)
    symbols = locale.number_symbols["latn"]
    return {
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "compact": dict(sorted(_scales(locale))),
        "currencies": dict(sorted(_currency_names(locale))),
        "symbols": dict(sorted(_currency_symbols(locale))),
        "units": dict(sorted(_unit_names(locale))),
    }


def _scales(locale: Any) -> Iterator[tuple[str, int]]:
    for width in ("long", "short"):
        for forms in locale.compact_decimal_formats.get(width, {}).values():
            for power, pattern in forms.items():
                text = str(getattr(pattern, "pattern", pattern)).split(";")[0]
                zeros = text.count("0")
                word = re.sub(r"[0'\u00a4\u200f\u200e]+", "", text).replace("\u00a0", " ").strip().lower()
                if word and zeros and (len(word) > 1 or not word.isascii()):
                    yield word, 10 ** (len(str(power)) - zeros)


def _currency_names(locale: Any) -> Iterator[tuple[str, str]]:
    plurals = locale._data["currency_names_plural"]
    for code in CURRENCIES:
        names = {locale.currencies.get(code, ""), *plurals.get(code, {}).values()}
        yield from ((name.lower(), code) for name in names if name and name != code and "(" not in name)


def _currency_symbols(locale: Any) -> Iterator[tuple[str, str]]:
    for code in CURRENCIES:
        symbol = locale.currency_symbols.get(code, "").strip("\u200f\u200e")
        if symbol and symbol != code:
            yield symbol, code


def _unit_names(locale: Any) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for width in ("long", "short"):
        for unit in UNITS:
            patterns = locale._data["unit_patterns"].get(unit, {}).get(width, {})
            for pattern in (form for count, form in patterns.items() if count != "per"):
                name = re.sub(r"\{0\}", "", pattern).strip().replace("\u00a0", " ").strip("\u200f\u200e ")
                name = name.lower() if width == "long" else name
                if isinstance(pattern, str) and name and name not in seen and len(name) < 40:
                    seen.add(name)
                    yield name, unit
