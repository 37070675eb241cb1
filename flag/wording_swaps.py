"""Two wordings of one quote in one language that are the same but for a word or two: what stands for what."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import regex
from anyascii import anyascii
from rapidfuzz import fuzz

from configs.language.schema import load_language

__all__ = ["Swap", "find_swap", "is_content_word"]

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*")
_LONGEST = 3
"""Words of a stretch that may stand for another; a longer one is another wording, not another word."""
_ALIKE = 72.0
"""Percent of likeness from which two words are forms of one."""


@dataclass(frozen=True, slots=True)
class Swap:
    """The words of each text that stand for the other's; ``shared`` is the share of words that are the same, 0..1."""

    left: str
    right: str
    shared: float


@lru_cache(maxsize=8192)
def find_swap(a: str, b: str, language: str, least: float) -> Swap | None:
    """The only stretch in which ``a`` and ``b`` differ, when they share ``least`` of their words else; None otherwise.

    A stretch of function words alone, of forms of one word, or that only one text has is no swap.
    """
    one, other = [m.group() for m in _WORD.finditer(a)], [m.group() for m in _WORD.finditer(b)]
    if min(len(one), len(other)) < 3:
        return None
    matcher = SequenceMatcher(None, [w.casefold() for w in one], [w.casefold() for w in other], autojunk=False)
    blocks = [block for block in matcher.get_opcodes() if block[0] != "equal"]
    changed = [block for block in blocks if _matters(one[block[1] : block[2]], other[block[3] : block[4]], language)]
    same = sum(block.size for block in matcher.get_matching_blocks())
    shared = 2 * same / (len(one) + len(other))
    if len(changed) != 1 or shared < least:
        return None
    _, i1, i2, j1, j2 = changed[0]
    if not i2 - i1 or not j2 - j1 or max(i2 - i1, j2 - j1) > _LONGEST:
        return None
    left, right = one[i1:i2], other[j1:j2]
    if any(_alike(x, y) for x in left for y in right if is_content_word(x, language) and is_content_word(y, language)):
        return None
    return Swap(" ".join(left), " ".join(right), shared)


def _matters(left: list[str], right: list[str], language: str) -> bool:
    return any(is_content_word(word, language) for word in [*left, *right])


def is_content_word(word: str, language: str) -> bool:
    """Whether ``word`` is none of the articles, prepositions, pronouns and adverbs of its language."""
    return word.casefold() not in _function_words(language) and (len(word) > 2 or not word.isascii())


@lru_cache(maxsize=64)
def _function_words(language: str) -> frozenset[str]:
    """Articles, prepositions, pronouns and adverbs of the language file; modals are content here."""
    config = load_language(language)
    if config is None:
        return frozenset()
    section, polarity = config.quotes, config.polarity
    listed = [
        *section.articles, *section.stops, *section.links, *section.particles, *section.that, *section.skips,
        *section.pronouns_he, *section.pronouns_she, *section.pronouns_they, *section.to, *polarity.conjunctions,
    ]  # fmt: skip
    told = {word for word in (*polarity.possible, *polarity.necessary) if "*" not in word}
    return frozenset(word.casefold() for word in listed if "(" not in word) - told


def _alike(one: str, other: str) -> bool:
    a, b = (str(anyascii(word)).lower() for word in (one, other))
    if fuzz.ratio(a, b) >= _ALIKE:
        return True
    shared = min(len(a), len(b), 5)
    return shared >= 4 and a[:shared] == b[:shared]
