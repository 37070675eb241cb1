"""Where in a text a template of time can begin: at some words, at words of some classes, at numbers.

Trying a template there only, instead of at every letter, is what makes reading times quick.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from claims.dates_tags import CLASSES, Vocabulary, class_range

__all__ = ["NUMBER", "Leads", "leads_of"]

NUMBER = "#"
_FIRST = re.compile(r"\{([\w.+-]+)\}|([^\W\d_]+)(?!\w)|(.)", re.S)
_PLACES = re.compile("\\d+|[^\\W\\d_]+|[\ue000-\uf8ff]")
_DIGITS = re.compile(r"\d+")
_NUMBERS = frozenset({"d", "mo", "y", "yy", "n", "o", "h", "hhmm", "mi", "min", "q", "cent", "cty", "dec", "ey"})
_DEEPEST = 6
_ONLY_NUMBERS = frozenset({NUMBER})


class Leads:
    """The places of one text by what begins there: one of ``wanted`` (words, ``NUMBER``, first signs of classes)."""

    def __init__(self, text: str, wanted: frozenset[str]) -> None:
        self.places: dict[str, list[int]] = {}
        if wanted == _ONLY_NUMBERS:
            places = [match.start() for match in _DIGITS.finditer(text)]
            self.places = {NUMBER: places} if places else {}
            return
        for match in _PLACES.finditer(text):
            written = match[0]
            if written not in wanted:
                first = written[0]
                if "\ue000" <= first <= "\uf8ff":
                    written = _class_of(written)
                elif first.isdecimal():
                    written = NUMBER
                if written not in wanted:
                    continue
            self.places.setdefault(written, []).append(match.start())

    def of(self, words: frozenset[str]) -> Sequence[int]:
        """The places of any of ``words``, in order."""
        if len(words) == 1:
            return self.places[next(iter(words))]
        names = words & self.places.keys()
        if len(names) == 1:
            return self.places[next(iter(names))]
        return sorted(place for name in names for place in self.places[name])


@cache
def _class_of(character: str) -> str:
    """The first character of the class of words that ``character`` stands for; other characters as they are."""
    for name in CLASSES:
        if class_range(name)[0] <= character <= class_range(name)[2]:
            return class_range(name)[0]
    return character


def leads_of(  # noqa: PLR0911 - one return a rule
    text: str, words: Mapping[str, tuple[str, ...]], vocabulary: Vocabulary, depth: int = 0
) -> frozenset[str] | None:
    """What a match of the template ``text`` begins with; None when that can't be told (it is then tried everywhere)."""
    if text[:1] in "[(":
        return _bracketed(text, words, vocabulary, depth)
    first = _FIRST.match(text)
    if first is None or depth > _DEEPEST:
        return None
    slot, word, _ = first.groups()
    if word:
        tagged = vocabulary.tag_word(word)
        return (
            None if text[first.end() : first.end() + 1] == "*" else frozenset({_class_of(tagged) if tagged else word})
        )
    if not slot:
        return None
    base = slot.partition(".")[0]
    kind = base.rstrip("2")
    if kind in CLASSES:
        return frozenset({class_range(kind)[0]})
    if kind in _NUMBERS:
        return frozenset({NUMBER})
    return _any_of(words.get(base, ()), words, vocabulary, depth + 1)


def _any_of(
    texts: Sequence[str], words: Mapping[str, tuple[str, ...]], vocabulary: Vocabulary, depth: int
) -> frozenset[str] | None:
    found: set[str] = set()
    for text in texts:
        leads = leads_of(text, words, vocabulary, depth)
        if leads is None:
            return None
        found |= leads
    return frozenset(found) if texts else None


def _bracketed(
    text: str, words: Mapping[str, tuple[str, ...]], vocabulary: Vocabulary, depth: int
) -> frozenset[str] | None:
    level, at, cuts = 1, 0, [0]
    while level and at + 1 < len(text):
        at += 1
        level += {"[": 1, "(": 1, "]": -1, ")": -1}.get(text[at], 0)
        if text[at] == "|" and level == 1:
            cuts.append(at)
    choices = [text[a + 1 : b].strip() for a, b in zip(cuts, [*cuts[1:], at], strict=True)]
    rest = [text[at + 1 :].lstrip()] if text[0] == "[" else []
    return _any_of([*choices, *rest], words, vocabulary, depth + 1)
