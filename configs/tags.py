"""Words of a fixed form that files hold: codes of languages and countries, checked against CLDR, names of stories."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, Field

__all__ = ["LANGUAGE_TAG", "UNKNOWN_COUNTRY", "UNKNOWN_LANGUAGE", "Country", "Language", "StoryName"]

UNKNOWN_LANGUAGE, UNKNOWN_COUNTRY = "und", "XX"
"""What stands for "not told": the language is then told from each text."""
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_STORY = "[a-z0-9-]+"
_NO_LANGUAGE = frozenset({"mul", "zxx", "root"})
_NO_COUNTRY = frozenset({"ZZ", "XA", "XB", "EZ", "QO"})
"""CLDR's regions that are no country: unknown, pseudo-locales, the euro zone, outlying Oceania."""


@cache
def _languages() -> dict[str, str]:
    """Code to English name."""
    from babel import Locale
    from babel.core import get_global

    named = {code: str(name) for code, name in Locale("en").languages.items() if code not in _NO_LANGUAGE}
    return {**dict.fromkeys(map(str, get_global("language_aliases")), ""), **named}


@cache
def _countries() -> dict[str, str]:
    """Code to English name."""
    from babel import Locale

    named = {code: str(name) for code, name in Locale("en").territories.items() if re.fullmatch("[A-Z]{2}", code)}
    return {code: name for code, name in named.items() if code not in _NO_COUNTRY}


def _a_language(tag: str) -> str:
    primary = re.split("[-_]", tag, maxsplit=1)[0].lower()
    if LANGUAGE_TAG.fullmatch(tag) and primary in _languages():
        return tag
    meant = _code_of(tag, _languages())
    raise ValueError("expected a language's code (BCP 47) such as en, pt-BR" + _perhaps(meant))


def _a_country(code: str) -> str:
    if code in _countries() or code == UNKNOWN_COUNTRY:
        return code
    meant = code.upper() if code.upper() in _countries() else _code_of(code, _countries())
    raise ValueError("expected a country's two capitals (ISO 3166-1) such as GB" + _perhaps(meant))


def _perhaps(code: str | None) -> str:
    return "" if code is None else f", perhaps {code}"


def _code_of(word: str, names: dict[str, str]) -> str | None:
    """The code whose English name ``word`` is, or nearly is."""
    codes = {name.casefold(): code for code, name in names.items() if name}
    near = get_close_matches(word.casefold(), list(codes), 1, 0.8)
    return codes[near[0]] if near else None


def _a_story_name(id: str) -> str:
    if not re.fullmatch(_STORY, id):
        raise ValueError("expected a name of small letters, digits and - such as ferry-fire")
    return id


def _of_form(pattern: str, *examples: str) -> Any:
    """For the JSON schema, by which editors complete and check."""
    return Field(json_schema_extra={"pattern": f"^{pattern}$", "examples": list(examples)})


Language = Annotated[str, AfterValidator(_a_language), _of_form(LANGUAGE_TAG.pattern, "en", "pt-BR")]
Country = Annotated[str, AfterValidator(_a_country), _of_form("[A-Z]{2}", "GB")]
StoryName = Annotated[str, AfterValidator(_a_story_name), _of_form(_STORY, "ferry-fire")]
