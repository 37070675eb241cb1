"""Days, months and countries that CLDR knows of a language."""

from __future__ import annotations

__all__ = ["calendar_words", "territory_names"]


def calendar_words(locale_code: str) -> frozenset[str]:
    """Days and months as CLDR writes them, capitals included: "марта" is March, "Марта" a woman."""
    from babel import Locale

    locale = Locale.parse(locale_code)
    found: set[str] = set()
    for width in ("wide", "abbreviated"):
        for names in (locale.days["format"][width], locale.months["format"][width]):
            found |= {str(name).rstrip(".") for name in names.values()}
    # "Jan" is a man more often than a month without a day
    return frozenset(name for name in found if len(name) > 3 or not name.isascii())


def territory_names(locale_code: str) -> list[str]:
    """Countries of one word, in lower case, as CLDR names them."""
    from babel import Locale

    names = Locale.parse(locale_code).territories
    return [str(name).lower() for code, name in names.items() if len(code) == 2 and " " not in name]
