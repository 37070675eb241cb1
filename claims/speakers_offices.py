"""Whether a family name alone is somebody else's than the full name before it, by the office or title beside it."""

from __future__ import annotations

from functools import lru_cache

import regex

from claims.cues import ROLE, TITLE, Lexicon
from claims.cues_lexicon import load_lexicon

__all__ = ["is_other_office"]

_STEM = 5
"""Letters of an office that must agree: endings differ by case and gender."""
_ENDING = 2
_BEFORE, _AFTER = 60, 60
"""Letters around a full name in which its office stands, behind a comma where it follows."""


def is_other_office(lone: str, full: str, text: str, language: str) -> bool:
    """Whether ``text`` puts one office before ``lone`` (a family name alone) and none but others beside ``full``.

    "Minister Anna Berg ... the driver Berg", "Mrs Berg ... Mr Berg": two people. False where either has no office.
    """
    lexicon = load_lexicon(language)
    if not lexicon.section.cased or not text:
        return False
    mine, yours = _before_lone(lone, text, language), _around_full(full, text, language)
    if not mine or not yours:
        return False
    offices = {o for o in mine if len(o) > 1}, {o for o in yours if len(o) > 1}
    genders = {o for o in mine if len(o) == 1}, {o for o in yours if len(o) == 1}
    if all(genders) and not genders[0] & genders[1]:
        return True
    return all(offices) and not any(_is_one_office(a, b) for a in offices[0] for b in offices[1])


def _is_one_office(one: str, other: str) -> bool:
    """Whether two words begin alike, or one ends with the other: "haridusminister" is "minister" in short."""
    short, long = sorted((one, other), key=len)
    return short[:_STEM] == long[:_STEM] or short[: max(_STEM, len(short) - _ENDING)] in long


@lru_cache(maxsize=4096)
def _before_lone(name: str, text: str, language: str) -> frozenset[str]:
    """The offices that stand right before ``name``, with nothing between."""
    lexicon = load_lexicon(language)
    found: set[str] = set()
    for match in regex.finditer(rf"(?<![\p{{L}}-]){regex.escape(name)}(?![\p{{L}}-])", text):
        words = _words(text[max(0, match.start() - _BEFORE) : match.start()], lexicon)
        if words and text[: match.start()].rstrip()[-1:].isalpha():
            found |= _office(words[-1], lexicon)
    return frozenset(found)


@lru_cache(maxsize=4096)
def _around_full(name: str, text: str, language: str) -> frozenset[str]:
    """The offices before a full name, up to a sign, and behind the comma after it."""
    lexicon = load_lexicon(language)
    found: set[str] = set()
    for match in regex.finditer(rf"(?<![\p{{L}}-]){regex.escape(name)}(?![\p{{L}}-])", text):
        before = regex.split(r"[.!?,;:\n«»„“”\"]\s", text[max(0, match.start() - _BEFORE) : match.start()])[-1]
        after = regex.match(r", ([^.!?;:\n]*)", text[match.end() : match.end() + _AFTER])
        for word in [*_words(before, lexicon), *(_words(after.group(1), lexicon) if after is not None else [])]:
            found |= _office(word, lexicon)
    return frozenset(found)


def _words(text: str, lexicon: Lexicon) -> list[str]:
    return [m.group() for m in lexicon.pattern.finditer(text) if m.group(1)]


def _office(word: str, lexicon: Lexicon) -> set[str]:
    """An office in lower case; a title that tells a man or a woman is "m" or "w"."""
    low, tag = word.lower(), lexicon.tag(word)
    if not tag & (ROLE | TITLE):
        return set()
    gender = {"m"} if low in lexicon.words_he else {"w"} if low in lexicon.words_she else set()
    return gender if tag & TITLE else {low} | gender
