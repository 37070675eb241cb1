"""Words that bind what is said to a condition, a time, a place or an exception."""

from __future__ import annotations

from functools import lru_cache

from configs.language.schema import load_language
from flag.phrases import Phrases
from flag.polarity import phrases_of, plain_text
from records.span import Span

__all__ = ["find_limits", "find_times"]


@lru_cache(maxsize=64)
def _pattern(language: str) -> Phrases | None:
    config = load_language(language)
    if config is None:
        return None
    section = config.polarity
    return phrases_of(list(dict.fromkeys((*section.limits, *section.turning))), section)


@lru_cache(maxsize=64)
def _plain_pattern(language: str) -> Phrases | None:
    config = load_language(language)
    if config is None:
        return None
    section = config.polarity
    return phrases_of([word for word in section.limits if word not in section.turning], section)


@lru_cache(maxsize=8192)
def find_limits(text: str, language: str) -> tuple[Span, ...]:
    """The places of words such as "if", "until", "except", "only" in ``text``; empty for a language without data."""
    pattern = _pattern(language.replace("_", "-").split("-")[0].lower())
    return () if pattern is None else tuple(Span(*match.span()) for match in pattern.finditer(plain_text(text)))


@lru_cache(maxsize=8192)
def find_times(text: str, language: str) -> tuple[Span, ...]:
    """The places of such words as bind a time or place ("until", "under"), without those that bind to a condition
    ("if", "as long as")."""
    pattern = _plain_pattern(language.replace("_", "-").split("-")[0].lower())
    return () if pattern is None else tuple(Span(*match.span()) for match in pattern.finditer(plain_text(text)))
