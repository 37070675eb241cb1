"""Names of months and weekdays read from CLDR; ``python -m claims.calendar_names`` writes ``configs/calendar.json``
anew."""

from __future__ import annotations

import json
from typing import Any

from configs.calendar_names import CALENDAR_FILE
from configs.language.schema import language_codes, load_language

__all__ = ["cldr_names"]


def cldr_names(locale_name: str) -> dict[str, dict[str, list[str]]]:
    """The same tables, read from Babel: format and stand-alone forms, no abbreviation that is not short for a name."""
    from babel import Locale, localedata

    localedata._cache.clear()  # Babel 2.18 writes the stand-alone names of one locale into the next that lacks them
    locale = Locale.parse(locale_name)
    wide = {str(n): _forms(locale.months, "wide", n) for n in range(1, 13)}
    short = {str(n): _forms(locale.months, "abbreviated", n) for n in range(1, 13)}
    return {
        "months": wide,
        "short_months": {n: [w for w in words if w not in wide[n]] for n, words in short.items()},
        "weekdays": {str(n + 1): _forms(locale.days, "wide", n) for n in range(7)},
    }


def _forms(table: Any, width: str, number: int) -> list[str]:
    forms = (str(table[use][width][number]).lower().rstrip(".") for use in ("format", "stand-alone"))
    return list(dict.fromkeys(form for form in forms if form and not form[0].isdigit()))


def _write() -> None:
    tables = {}
    for code in language_codes():
        config = load_language(code)
        tables[code] = cldr_names((config.locale if config else None) or code)
    text = json.dumps(tables, ensure_ascii=False, indent=1, sort_keys=True)
    CALENDAR_FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
