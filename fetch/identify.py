"""Names the language of a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from configs.language.schema import language_codes, load_language
from configs.once import once

__all__ = ["Guess", "identify_language", "is_known_language"]

# py3langid knows 97 languages; these have no news of their own to read, and take short texts from their neighbours
# ("Пожар на пароме" is Belarusian to it, Portuguese headlines are Galician or Latin).
_NO_PRESS = frozenset(
    [
        "an",
        "br",
        "eo",
        "fo",
        "ga",
        "gl",
        "jv",
        "la",
        "lb",
        "nb",
        "nn",
        "oc",
        "se",
        "vo",
        "wa",
        "xh",
        "zu",
        "ht",
        "ku",
        "mg",
        "rw",
        "dz",
    ]
) | frozenset(
    [
        "ace",
        "bcl",
        "ext",
        "gcf",
        "gom",
        "grc",
        "gug",
        "hbo",
        "kik",
        "pcm",
        "fuv",
        "gcr",
        "guw",
        "kab",
        "lij",
        "ltg",
        "uzs",
        "sdh",
        "crh",
        "ary",
        "arz",
        "vec",
        "wuu",
        "yue",
        "zxx",
        "nso",
    ]
)
_WORDS = regex.compile(r"[\p{L}\p{M}]+")
_FEWEST_LETTERS = 12
_LETTERS_THAT_TELL = 40
_LONGEST = 4000
_NO_CHANCE = 1e-9
"""Share below which a language's file, some hundredths of a second each, is not read to see which letters it has."""


@dataclass(frozen=True, slots=True)
class Guess:
    """``language`` is a primary subtag, None when nothing can be told; ``confidence`` is 0..1."""

    language: str | None
    confidence: float


def identify_language(text: str) -> Guess:
    """The likeliest language of ``text``, by py3langid over the languages that have a press.

    A language whose own letters the text lacks is passed over. A text of fewer than 12 letters is nobody's.
    """
    letters = "".join(_WORDS.findall(text[:_LONGEST])).casefold()
    if len(letters) < _FEWEST_LETTERS and letters.isascii():
        return Guess(None, 0.0)
    ranked = [
        (code, float(share))
        for code, share in _identifier().rank(_plain(text[:_LONGEST]))
        if share > _NO_CHANCE and not _lacks(code, letters)
    ]
    total = sum(share for _, share in ranked)
    if not ranked or total <= 0:
        return Guess(None, 0.0)
    code, share = ranked[0]
    return Guess(code, share / total)


def is_known_language(tag: str) -> bool:
    """Whether anything is known of the language of ``tag`` (BCP 47): a file of ours, CLDR's data or py3langid's."""
    from babel import localedata
    from babel.core import get_global

    code = tag.replace("_", "-").split("-")[0].lower()
    if code in language_codes() or code in _identifier().labels or code in get_global("language_aliases"):
        return True
    return code != "root" and bool(localedata.exists(code))


def _plain(text: str) -> str:
    """Headlines in capitals look like no language at all."""
    return text.lower() if text.isupper() else text


@once
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(language_codes())
    identifier.set_languages(sorted(code for code in identifier.labels if code not in _NO_PRESS or code in known))
    return identifier


@cache
def _own_letters(code: str) -> frozenset[str]:
    config = load_language(code)
    return frozenset() if config is None else frozenset(config.sentences.letters)


def _lacks(code: str, letters: str) -> bool:
    own = _own_letters(code)
    return bool(own) and own.isdisjoint(letters) and (len(letters) >= _LETTERS_THAT_TELL or not letters.isascii())
