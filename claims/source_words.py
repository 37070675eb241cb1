"""Words for a source that are numbers too: "26 secondo la sindaca", "15 mil segundo a polícia" is no 15,002."""

from __future__ import annotations

from functools import cache

import regex

from claims.cues_forms import all_forms
from claims.cues_lexicon import load_lexicon
from claims.lexicon import number_grammar

__all__ = ["hide_source_words"]

_LARGE = 3
"""Digits from which nobody counts seconds by the number."""


def hide_source_words(text: str, code: str) -> str:
    """``text``, as long as before, with a comma for each word "according to" that stands behind a number and before an
    article, a name or a body.

    Where the word is the plural of the second too (segons), only behind a number of three digits or more, or in words.
    """
    known = _known(code)
    if not known or not any(word in text.lower() for word in known):
        return text
    return _pattern(code).sub(lambda match: "," + " " * (len(match.group()) - 1), text)


@cache
def _known(code: str) -> tuple[str, ...]:
    """The words before a source that are numbers too: segundo, secondo, segons."""
    grammar = number_grammar(code)
    words = {*load_lexicon(code).section.sources_before, *grammar.section.claim_before}
    return tuple(sorted(word for word in words if " " not in word and word in grammar.lexicon.phrases))


@cache
def _pattern(code: str) -> regex.Pattern[str]:
    lexicon, grammar = load_lexicon(code), number_grammar(code)
    numbers = [word for word, found in grammar.lexicon.phrases.items() if any(a.kind != "ordinal" for _, a in found)]
    number = "|".join(regex.escape(word) for word in sorted(numbers, key=len, reverse=True) if word.isalpha())
    articles = "|".join(regex.escape(word) for word in sorted({*lexicon.section.articles}, key=len, reverse=True))
    bodies = "|".join(regex.escape(word) for word in all_forms((*lexicon.section.bodies, *lexicon.section.roles)))
    behind = rf"(?=\s+(?:(?i:{articles})(?:\s|(?<=['’]))|\p{{Lu}}|(?i:{bodies})\b))"
    found = []
    for word in _known(code):
        digits = (
            rf"\d[\d.,\u00a0\u202f ]{{{_LARGE - 2},}}\d\s" if word.endswith("s") else r"(?<![\d.,])(?!1\s)\d[\d.,]*\s"
        )
        found.append(rf"(?<=(?:{digits}|\b(?i:{number})\s)\s*)(?i:{regex.escape(word)})\b{behind}")
    return regex.compile("|".join(found))
