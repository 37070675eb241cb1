"""How many times something is another beside an amount: "240 times the limit" and "240,000 units a litre"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from flag.facts import Fact
from records.claim import Figure

__all__ = ["are_multiple_and_amount"]

_REACH = 16
_LEAST = 10
"""Times that the values are one another at least: "rang five times" and "seven calls" may be of one thing."""


def are_multiple_and_amount(
    story: StoryEvidence, one: Fact, other: Fact, pairs: Sequence[tuple[Figure, Figure]]
) -> bool:
    """Whether the figures of one fact are told as times and none of the other, and the values are far apart."""
    told = [[_is_multiple(story, figure) for figure in fact.figures] for fact in (one, other)]
    first, second = (2 * sum(times) > len(times) for times in told)
    if first == second or any(told[0 if second else 1]):
        return False
    return all(
        isinstance(a.low, Decimal)
        and isinstance(b.low, Decimal)
        and max(abs(a.low), abs(b.low)) >= _LEAST * min(abs(a.low), abs(b.low))
        for a, b in pairs
    )


def _is_multiple(story: StoryEvidence, figure: Figure) -> bool:
    """Whether a word for "times" stands right behind a count."""
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    pattern = _pattern(version.language_code)
    if figure.kind != "count" or pattern is None:
        return False
    return pattern.match(version.text[figure.end : min(sentence.end, figure.end + _REACH)]) is not None


@cache
def _pattern(language: str) -> regex.Pattern[str] | None:
    config = load_language(language)
    words = config.updates.multiples if config is not None else ()
    return regex.compile(rf"[\s-]*(?:{'|'.join(map(regex.escape, words))})") if words else None
