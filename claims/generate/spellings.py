"""How ICU's spell-out rules and num2words write numbers, in every rule set that they have for a language."""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections.abc import Iterable, Iterator

__all__ = ["NUMBERS", "ORDINALS", "spellings", "tokens_of"]

NUMBERS: tuple[int, ...] = (
    *range(101),
    *range(101, 130),
    *range(130, 1000, 10),
    *range(1000, 10000, 1000),
    *(1001, 1100, 1200, 1234, 2345, 5678, 9999, 10000, 11000, 12000, 20000, 21000, 100000, 200000, 500000),
    *(m * 10**n for n in (5, 6, 7, 8, 9, 12) for m in (1, 2, 3, 4, 5)),
    *(m * 10**15 for m in (1, 2, 5)),
)
ORDINALS: tuple[int, ...] = (*range(1, 101), *range(200, 1000, 100), 1000, 2000, 10**6, 10**9)
_UNSPACED = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_FINANCIAL = ("financial", "numbering-year", "numbering-days", "duration")
_NUM2WORDS = {"no": "no", "pt": "pt", "zh": None, "sr": "sr"}
_CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")


def tokens_of(spelled: str) -> tuple[str, ...]:
    """A spelled number as lower-case words; a soft hyphen (ICU's mark of a glued compound) parts them too.

    >>> tokens_of("f\\u00fcnf\\u00adund\\u00adzwanzig")
    ('fünf', 'und', 'zwanzig')
    """
    plain = unicodedata.normalize("NFC", spelled).replace("ʼ", "'").replace("’", "'").lower()
    parts = (part for part in re.split(r"[\s\xad\u200b\-,]+", plain) if part)
    return tuple(token for part in parts for token in (part if _UNSPACED.match(part) else (part,)))


def spellings(language: str) -> Iterator[tuple[int, bool, str]]:
    """Every known way to write ``NUMBERS`` and ``ORDINALS``: number, whether an ordinal, the words; smallest first."""
    rows = {*_icu_rows(language), *_num2words_rows(language)}
    yield from sorted(rows, key=lambda row: (row[1], row[0], len(row[2]), row[2]))


def _icu_rows(language: str) -> Iterator[tuple[int, bool, str]]:
    import icu

    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    for index in range(rules.getNumberOfRuleSetNames()):
        name = rules.getRuleSetName(index)
        if any(part in name for part in _FINANCIAL):
            continue
        ordinal = "ordinal" in name
        rules.setDefaultRuleSet(name)
        for number in ORDINALS if ordinal else NUMBERS:
            spelled = rules.format(number)
            if not re.search(r"\d", spelled):
                yield number, ordinal, spelled


def _num2words_rows(language: str) -> Iterator[tuple[int, bool, str]]:
    import num2words

    code = _NUM2WORDS.get(language, language)
    if code is None or code not in num2words.CONVERTER_CLASSES:
        return
    for ordinal, numbers in ((False, NUMBERS), (True, ORDINALS)):
        for number in numbers:
            for options in _options(language, ordinal):
                spelled = _num2words(number, code, ordinal, options)
                if spelled is not None and not re.search(r"\d", spelled):
                    yield number, ordinal, spelled


def _options(language: str, ordinal: bool) -> Iterable[dict[str, object]]:
    yield {}
    if language in {"uk", "ru", "be"} and importlib.util.find_spec("num2words"):
        for case in _CASES:
            for gender in ("masculine", "feminine", "neuter"):
                yield {"case": case, "gender": gender}
                if ordinal:
                    yield {"case": case, "plural": True}


def _num2words(number: int, code: str, ordinal: bool, options: dict[str, object]) -> str | None:
    import num2words

    short = {
        "case": {
            "nominative": "n",
            "genitive": "g",
            "dative": "d",
            "accusative": "a",
            "instrumental": "i",
            "locative": "p",
        },
        "gender": {"masculine": "m", "feminine": "f", "neuter": "n"},
    }
    try:
        coded = {key: short[key][str(value)] if key in short else value for key, value in options.items()}
        spelled: str = num2words.num2words(number, ordinal=ordinal, lang=code, **coded)
    except (NotImplementedError, TypeError, KeyError, IndexError, ValueError, OverflowError, AttributeError):
        return None
    return spelled
