"""Tells Chinese names apart that sound alike: 李强 is not Li Keqiang, 王伟 not 王维, Chen Ming not Chen Min.

A Chinese given name is one or two syllables out of some four hundred, so that a likeness of sounds, by which names are
one in other scripts, joins strangers. Here syllables are compared one by one, where a name surely is Chinese: a common
family name and one or two signs, or syllables of pinyin alone. What is not surely so is left to the sounds.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import regex
from anyascii import anyascii

from claims.names_sound import allowance, sound_distance, sounds
from configs.language.schema import load_language

__all__ = ["are_two_chinese"]

_HAN: Final = regex.compile(r"\p{Han}{2,4}")
_LATIN: Final = regex.compile(r"[\p{Latin}'’.\- ]+")
_WORDS: Final = regex.compile(r"\p{Latin}+")
_VOWELS: Final = regex.compile(r"[aeiouy]+")
_FIRST, _LAST = 0x4E00, 0x9FA5
"""The block of signs whose readings make the syllables of pinyin."""
_LONGEST: Final = 6
"""Letters of the longest syllable of pinyin ("zhuang")."""
_ALIKE: Final = 0.9
_MOST: Final = 3
"""Syllables of a family name and a given name."""

Syllables = tuple[str, ...]


@lru_cache(maxsize=65536)
def are_two_chinese(a: str, b: str) -> bool:
    """Whether ``a`` and ``b``, names without titles in Chinese signs or Latin letters, surely are two people's."""
    one, other = sorted((a.strip(), b.strip()), key=lambda name: not _HAN.fullmatch(name))
    if _HAN.fullmatch(one) and _HAN.fullmatch(other):
        return _is_native(one) and _is_native(other) and _differ_in_signs(one, other)
    if _HAN.fullmatch(one) and _LATIN.fullmatch(other):
        return _is_native(one) and _differ_in_readings(one, other)
    if _LATIN.fullmatch(one) and _LATIN.fullmatch(other):
        return _differ_in_pinyin(one, other)
    return False


def _is_native(name: str) -> bool:
    return name[0] in _families()


def _differ_in_signs(one: str, other: str) -> bool:
    """Whether two names of one sound have a sign that is no other spelling of the other's."""
    if len(one) != len(other) or _reading(one) != _reading(other):
        return False
    return any(a != b and not _are_spellings(a, b) for a, b in zip(one, other, strict=True))


def _are_spellings(a: str, b: str) -> bool:
    """Whether one sign is only of the simplified script and the other only of the traditional one."""
    simplified, traditional = _scripts()
    only = [
        (sign in simplified and sign not in traditional, sign in traditional and sign not in simplified)
        for sign in (a, b)
    ]
    return only in ([(True, False), (False, True)], [(False, True), (True, False)])


def _differ_in_readings(signs: str, latin: str) -> bool:
    """Whether the signs read otherwise than the Latin name, syllable by syllable, the family name first or last."""
    mine = _reading(signs)
    words = _latin_words(latin)
    if len(words) < 2:
        return False
    read = _readings(words)
    if read:
        return not any(mine in _orders(syllables) for syllables in read)
    if any(len(_VOWELS.findall(word)) != 1 for word in words):
        return False
    return len(words) != len(mine) or not any(_sound_alike(mine, order) for order in _orders(tuple(words)))


def _differ_in_pinyin(one: str, other: str) -> bool:
    """Whether two names of pinyin, each with a Chinese family name, are of other syllables."""
    read = [_readings(words) if len(words := _latin_words(name)) > 1 else set() for name in (one, other)]
    if not all(read) or not all(any(_has_family(s) for s in found) for found in read):
        return False
    return not any(a in _orders(b) for a in read[0] for b in read[1])


def _has_family(syllables: Syllables) -> bool:
    families = _family_readings()
    return len(syllables) <= _MOST and (syllables[0] in families or syllables[-1] in families)


def _orders(syllables: Syllables) -> tuple[Syllables, Syllables]:
    """As written, and with the family name moved from the end to the front."""
    return syllables, (syllables[-1], *syllables[:-1])


def _sound_alike(mine: Syllables, yours: Syllables) -> bool:
    """Whether another reading of the signs is likely: of eight Korean and Cantonese names 0.06 to 0.70, of seven pairs
    of two people 0.72 and 1.09 to 1.54 of what one syllable may differ."""
    shares = []
    for syllable, word in zip(mine, yours, strict=True):
        a, b = sounds(syllable), sounds(word)
        shares.append(sound_distance(a, b, "Hani", "") / allowance(a, b, "Hani", ""))
    return sum(shares) / len(shares) <= _ALIKE


def _reading(signs: str) -> Syllables:
    return tuple(_syllable(sign) for sign in signs)


def _syllable(sign: str) -> str:
    return str(anyascii(sign)).strip().lower()


def _latin_words(name: str) -> list[str]:
    plain = str(anyascii(name.replace("ü", "u").replace("Ü", "U"))).lower()
    return [word.replace("v", "u") if "v" in word and word[0] in "ln" else word for word in _WORDS.findall(plain)]


def _readings(words: Iterable[str]) -> set[Syllables]:
    """Every way to read ``words`` as syllables of pinyin; none where one of them is no pinyin."""
    read: set[Syllables] = {()}
    for word in words:
        parts = _split(word)
        if not parts:
            return set()
        read = {(*before, *part) for before in read for part in parts}
    return read


@lru_cache(maxsize=65536)
def _split(word: str) -> tuple[Syllables, ...]:
    if not word:
        return ((),)
    found: list[Syllables] = []
    for end in range(1, min(len(word), _LONGEST) + 1):
        if word[:end] in _pinyin():
            found.extend((word[:end], *rest) for rest in _split(word[end:]))
    return tuple(found)


@lru_cache(maxsize=1)
def _pinyin() -> frozenset[str]:
    """The syllables of pinyin, u for ü."""
    return frozenset(_syllable(chr(code)) for code in range(_FIRST, _LAST + 1))


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    config = load_language("zh")
    return frozenset(config.names.families) if config is not None else frozenset()


@lru_cache(maxsize=1)
def _family_readings() -> frozenset[str]:
    return frozenset(_syllable(sign) for sign in _families())


@lru_cache(maxsize=1)
def _scripts() -> tuple[frozenset[str], frozenset[str]]:
    """(signs of the simplified script, signs of the traditional one), as CC-CEDICT has them."""
    from zhon import cedict

    return frozenset(cedict.simplified), frozenset(cedict.traditional)
