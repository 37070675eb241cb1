"""What the words of a noun phrase tell of it as a source: of what kind it is, that it is nobody, that it is denied."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from claims.cues_lexicon import load_lexicon
from claims.lexicon import number_grammar
from claims.quotes_words import lowered
from configs.language.figures_sources import WIDE_KINDS
from configs.language.schema import load_language
from records.span import Span

__all__ = [
    "is_account",
    "is_kind_word",
    "is_nobody",
    "kind_places",
    "kinds_told",
    "negating_phrases",
    "negating_words",
    "tells_a_kind",
]

_TOPICS = frozenset(
    {
        *("health", "victims", "accused", "agents", "farmers", "fishermen", "workers"),
        *("embassy", "port", "occupation", "seller", "buyer", "shareholders"),
    }
)
"""Kinds whose words tell as often what something is about: "salute" of a patient and of a ministry, the workers of whom
a figure is told."""
_MATTERS = frozenset({"media"})
"""Kinds of whom one is told, not who tells: "the mayor told state television"."""


def tells_a_kind(words: str, code: str) -> bool:
    """Whether one of the words is that of a kind of source: police, union, insurers."""
    pattern = _kind_words(code, _TOPICS)
    return pattern is not None and pattern.search(lowered(words)) is not None


def kind_places(sentence: str, code: str) -> list[Span]:
    """Where the words of ``sentence`` stand by which a source is told to be of a kind, other than a wide one."""
    return _places(sentence, _kind_words(code, _MATTERS | WIDE_KINDS))


def is_account(words: str, code: str) -> bool:
    """Whether one of the words is one for figures themselves: numbers, toll, estimate."""
    pattern = _account_words(code)
    return pattern is not None and pattern.search(words.lower()) is not None


@cache
def _account_words(code: str) -> regex.Pattern[str] | None:
    words = number_grammar(code).section.claim_accounts
    stems = "|".join(regex.escape(word).replace(r"\*", r"\w*") for word in words)
    whole = rf"(?<!\w)(?:{stems})(?!\w)" if load_lexicon(code).section.spaced else stems
    return regex.compile(whole) if words else None


def is_kind_word(words: str, code: str) -> bool:
    """Whether ``words`` are one of the words for a kind and no more: cơ quan, Behörde; Gesundheitsbehörde is more."""
    pattern = _kind_words(code, frozenset())
    if pattern is None or pattern.fullmatch(words) is None:
        return False
    listed = {word for found in number_grammar(code).section.claim_kinds.values() for word in found}
    return any(words.startswith(word.strip("*")) for word in listed)


def kinds_told(words: str, code: str) -> frozenset[str]:
    """The kinds of source that ``words`` tell, wide ones only where there is no other."""
    told = [
        (kind, place)
        for kind in number_grammar(code).section.claim_kinds
        for place in _places(words, _kind_words(code, _all_but(kind, code)))
    ]
    found = {kind for kind, place in told if not any(other.covers(place) and other != place for _, other in told)}
    return frozenset(found - WIDE_KINDS or found)


@cache
def _all_but(kind: str, code: str) -> frozenset[str]:
    return frozenset(number_grammar(code).section.claim_kinds) - {kind}


def _places(words: str, pattern: regex.Pattern[str] | None) -> list[Span]:
    return [] if pattern is None else [Span(*match.span()) for match in pattern.finditer(lowered(words))]


@cache
def _kind_words(code: str, but: frozenset[str]) -> regex.Pattern[str] | None:
    kinds = [words for kind, words in number_grammar(code).section.claim_kinds.items() if kind not in but]
    stems = "|".join(
        regex.escape(word).replace(r"\*", r"\w*")
        for word in sorted({w for words in kinds for w in words}, reverse=True)
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
