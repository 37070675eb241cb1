"""``python -m claims.generate [CODE ...]``: writes configs/numerals/CODE.json from CLDR, ICU and num2words."""

from __future__ import annotations

import json
import sys
from typing import Any

from claims.generate.cldr import locale_tables
from claims.generate.learn import learn_atoms
from claims.generate.spellings import spellings, tokens_of
from configs.language.numerals import NUMERALS_DIR
from configs.language.schema import language_codes, load_language

__all__ = ["MORE_LANGUAGES", "generate", "main"]

MORE_LANGUAGES = ("is",)
"""Languages without a language file: their numerals and units are read all the same."""


def generate(code: str) -> dict[str, Any]:
    """The generated tables of one language; needs PyICU, num2words and Babel."""
    config = load_language(code)
    locale = (config.locale if config is not None else None) or {"no": "nb"}.get(code, code)
    spelled = tuple(spellings(code))
    atoms = learn_atoms((number, ordinal, tokens_of(words)) for number, ordinal, words in spelled)
    joiners = {"words": sorted(atoms.joiners), "rooms": sorted(atoms.lexicon.joiner_rooms - {0})}
    return {
        "code": code,
        **locale_tables(locale),
        **{name: dict(sorted(atoms.tables[name].items())) for name in ("cardinals", "scales", "ordinals")},
        "joiners": joiners,
        "glued": atoms.glued or any("\xad" in words for _, _, words in spelled),
        "inverted": atoms.lexicon.inverted,
    }


def main(codes: list[str]) -> None:
    """Writes the files of ``codes``, or of every language."""
    NUMERALS_DIR.mkdir(exist_ok=True)
    for code in codes or sorted({*language_codes(), *MORE_LANGUAGES}):
        text = json.dumps(generate(code), ensure_ascii=False, indent=0, sort_keys=False)
        (NUMERALS_DIR / f"{code}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
