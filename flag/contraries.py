"""Words of contrary meaning: of two texts in one language, and by the contrasts that all languages share."""

from __future__ import annotations

from functools import lru_cache

import regex

from configs.language.schema import load_language
from flag.phrases import Phrases
from flag.polarity import not_inside, phrases_of, places_of, plain_text
from records.span import Span

__all__ = ["contrary_words", "read_contrasts"]

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_BARE = 7
"""Letters that a word has at least without the prefix that makes a contrary of it."""


@lru_cache(maxsize=64)
def _antonyms(language: str) -> tuple[tuple[Phrases, Phrases], ...]:
    config = load_language(language)
    if config is None:
        return ()
    section = config.polarity
    pairs = []
    for line in section.antonyms:
        sides = [phrases_of(side, section) for side in _sides(line)]
        if sides[0] is not None and sides[1] is not None:
            pairs.append((sides[0], sides[1]))
    return tuple(pairs)


def contrary_words(a: str, b: str, language: str) -> tuple[tuple[Span, Span], ...]:
    """Words of ``a`` and ``b`` (one language) that mean the contrary of one another: places in each.

    A pair counts when each text has one of the two words only, so that "rose, then fell" is left alone.
    """
    one, other = plain_text(a), plain_text(b)
    found = []
    for left, right in _antonyms(language):
        places = [(places_of(left, text), places_of(right, text)) for text in (one, other)]
        (al, ar), (bl, br) = places
        if al and br and not ar and not bl:
            found.append((al[0], br[0]))
        elif ar and bl and not al and not br:
            found.append((ar[0], bl[0]))
    return (*found, *_prefixed(one, other, language))


def _prefixed(a: str, b: str, language: str) -> list[tuple[Span, Span]]:
    """Words of which one is the other with a prefix that makes a contrary of it, each in one text only."""
    config = load_language(language)
    prefixes = config.polarity.contrary_prefixes if config is not None else ()
    if not prefixes:
        return []
    one, other = ({m.group(): Span(*m.span()) for m in _WORD.finditer(text)} for text in (a, b))
    found = []
    for here, there, swapped in ((one, other, False), (other, one, True)):
        for word, place in here.items():
            bare = next((word[len(p) :] for p in prefixes if word.startswith(p) and len(word) - len(p) >= _BARE), None)
            if bare is not None and bare in there and bare not in here and word not in there:
                found.append((there[bare], place) if swapped else (place, there[bare]))
    return found


@lru_cache(maxsize=64)
def _contrasts(language: str) -> tuple[tuple[str, Phrases, Phrases], ...]:
    config = load_language(language)
    if config is None:
        return ()
    section = config.polarity
    listed = {name: _sides(line) for name, line in section.contrasts.items()}
    listed["excluded"] = (section.unexcluded, section.excluded)
    found = []
    for name, (left, right) in listed.items():
        first, second = (phrases_of(side, section, clitics=True) for side in (left, right))
        if first is not None and second is not None:
            found.append((name, first, second))
    return tuple(found)


def _sides(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of ``rise*, grow / fall*``, on each side of the stroke."""
    first, _, second = ([word.strip() for word in side.split(",") if word.strip()] for side in (line.partition("/")))
    return tuple(first), tuple(second)


@lru_cache(maxsize=8192)
def read_contrasts(text: str, language: str) -> tuple[tuple[str, int, Span], ...]:
    """(name, 0 or 1 for its first or second pole, place) of each contrast of which ``text`` has one pole only.

    A word inside a longer phrase of the other pole counts for nothing: "rule out" in "cannot rule out".
    """
    lower = plain_text(text)
    found = []
    for name, first, second in _contrasts(language.replace("_", "-").split("-")[0].lower()):
        poles = places_of(first, lower), places_of(second, lower)
        places = [not_inside(mine, yours) for mine, yours in (poles, poles[::-1])]
        if bool(places[0]) != bool(places[1]):
            pole = 0 if places[0] else 1
            found.append((name, pole, places[pole][0]))
    return tuple(found)
