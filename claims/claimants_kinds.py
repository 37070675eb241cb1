"""What the words of a noun phrase tell of it as a source: of what kind it is, that it is nobody, that it is denied."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from claims.cues_lexicon import load_lexicon
from claims.lexicon import number_grammar
from configs.language.schema import load_language

__all__ = ["is_nobody", "negating_phrases", "negating_words", "tells_a_kind"]


def tells_a_kind(words: str, code: str) -> bool:
    """Whether one of the words is that of a kind of source: police, union, insurers."""
    pattern = _kind_words(code)
    return pattern is not None and pattern.search(words.lower()) is not None


@cache
def _kind_words(code: str) -> regex.Pattern[str] | None:
    kinds = number_grammar(code).section.claim_kinds.values()
    stems = "|".join(
        regex.escape(word).replace(r"\*", r"\w*") for word in sorted({w for words in kinds for w in words})
    )
    whole = load_lexicon(code).section.spaced
    return regex.compile(rf"(?<!\w)(?:{stems})(?!\w)" if whole else stems) if stems else None


@cache
def negating_words(code: str) -> frozenset[str]:
    """The single words of a language that deny what follows."""
    config = load_language(code)
    words = config.polarity.negators if config is not None else ()
    return frozenset(word for word in words if word.isalpha())


@cache
def negating_phrases(code: str) -> tuple[tuple[str, ...], ...]:
    """What denies what follows, word by word: ("not",), ("no", "longer")."""
    config = load_language(code)
    phrases = config.polarity.negators if config is not None else ()
    return tuple(tuple(phrase.split()) for phrase in phrases if phrase.replace(" ", "").isalpha())


def is_nobody(words: Sequence[str], code: str) -> bool:
    """Whether a phrase, its ``words`` in small letters, names no source but what was known: "preliminary figures"."""
    pattern = _nobody_words(code)
    return pattern is not None and bool(words) and all(pattern.fullmatch(word) is not None for word in words)


@cache
def _nobody_words(code: str) -> regex.Pattern[str] | None:
    section = number_grammar(code).section
    stems = "|".join(regex.escape(word.lower()).replace(r"\*", r"\w*") for word in section.claim_nobody)
    return regex.compile(stems) if stems else None
