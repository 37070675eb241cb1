"""Which name a translation changed: beside a name that both texts have, each has another that the other has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import regex
from anyascii import anyascii
from babel import Locale, UnknownLocaleError
from rapidfuzz import fuzz

from flag.evidence import NameLikeness
from flag.faulty_names_sound import changed_sound
from records.span import Span

__all__ = ["changed_name"]

_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}'’-]*")
_NEXT = regex.compile(r"[ \u00a0]")
_SAME, _ALIKE = 80.0, 65.0
_SHORTEST = 3
_SOUNDS = (("sch", "s"), ("sh", "s"), ("ch", "k"), ("zh", "s"), ("th", "t"), ("ph", "f"), ("kh", "k"), ("gh", "g"),
           ("tz", "s"), ("ts", "s"), ("dz", "s"), ("cz", "s"), ("sz", "s"), ("ck", "k"), ("x", "ks"), ("c", "k"),
           ("q", "k"), ("w", "v"), ("z", "s"), ("j", "g"), ("b", "v"), ("d", "t"))  # fmt: skip
"""Letters that romanisations write for one sound or for sounds near it."""


def changed_name(
    text: str, language: str, english: str, persons: Sequence[str], likeness: NameLikeness
) -> tuple[Span, str] | None:
    """The place of a person's name in ``text`` that ``english`` has in no form, and the name that it has instead.

    ``persons``: names as ``text`` writes them. Found where a first and a family name stand side by side: the first is
    known again in the English by its sound in Latin letters, the family name is not, and the one that follows in the
    English is not in ``text``. Other names are not compared: those of things and places are mostly translated.
    ``likeness`` tells how alike two names sound; it reads the scripts that have no capitals.
    """
    named = {word for person in persons for word in _WORD.findall(person)}
    theirs = tuple(_pairs(english))
    for known, other in _pairs(text):
        if not {known.of(text), other.of(text)} <= named or _is_common(other.of(text), language):
            continue
        for one, instead in theirs:
            if not _is_same(known.of(text), one.of(english)):
                continue
            mine, yours = other.of(text), instead.of(english)
            if not _is_in(mine, english) and not _is_in(yours, text) and not _is_common(yours, "en"):
                return other, yours
    return changed_sound(text, english, persons, likeness, lambda word: _is_common(word, "en"))


def _pairs(text: str) -> Iterator[tuple[Span, Span]]:
    """Each two words with capitals that follow one another."""
    words = [Span(*match.span()) for match in _WORD.finditer(text)]
    runs: list[list[Span]] = []
    for word in words:
        if not _is_capital(word.of(text)):
            continue
        if runs and _NEXT.fullmatch(text[runs[-1][-1].end : word.start]):
            runs[-1].append(word)
        else:
            runs.append([word])
    for run in runs:
        yield from pairwise(run)


def _is_capital(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0].isupper() and word[1:].islower()


def _is_same(one: str, other: str) -> bool:
    a, b = _sound(one), _sound(other)
    return len(a) > 1 and fuzz.ratio(a, b) >= _SAME and _folded(one)[:1] == _folded(other)[:1]


def _is_in(name: str, text: str) -> bool:
    sound, folded = _sound(name), _folded(name)
    for match in _WORD.finditer(text):
        other = _folded(match.group())
        if folded[:3] == other[:3] or fuzz.ratio(folded, other) >= _SAME - 20:
            return True
        if fuzz.ratio(sound, _sound(match.group())) >= _ALIKE and _sound(match.group())[:1] == sound[:1]:
            return True
    return False


def _is_common(word: str, language: str) -> bool:
    return _folded(word)[:5] in _translated_words(language.split("-", maxsplit=1)[0])


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """Consonants of a word as sounds, the first letter kept."""
    folded = _folded(word)
    for letters, sound in _SOUNDS:
        folded = folded.replace(letters, sound)
    kept = folded[:1] + regex.sub(r"[aeiouyh]", "", folded[1:])
    return regex.sub(r"(.)\1+", r"\1", kept)


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    return regex.sub(r"[^a-z0-9]", "", anyascii(text).lower())


@lru_cache(maxsize=64)
def _translated_words(language: str) -> frozenset[str]:
    """How the words of names begin that every language has its own for."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = [*locale.territories.values(), *locale.languages.values()]
    names += [name for width in locale.months["format"].values() for name in width.values()]
    names += [name for width in locale.days["format"].values() for name in width.values()]
    return frozenset(_folded(word)[:5] for name in names for word in _WORD.findall(str(name)) if len(word) > _SHORTEST)
