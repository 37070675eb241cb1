"""Which templates of time are worth trying on one text, and where: by what they begin with and what they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claims.dates_leads import DIGIT, LONG, NUMBER, Opening, class_of
from claims.dates_templates import Template

__all__ = ["Choices"]

_MEMO_SIZE = 1000
_CLASS = "\ue000-\uf8ff"
"""The characters that stand for words of time."""
_PLACE = re.compile(rf"(\d+|[{_CLASS}]|(?<![^\W\d_])[^\W\d_]++(?=\s*[\d{_CLASS}]))(?=\s*(\S?))")
"""Where a template may begin, and the sign that follows: a number, a word of time, another word before one of them."""
_Literals = tuple[tuple[str, ...], ...]
_Groups = dict[int, list[tuple[_Literals, list[int]]]]
"""By what classes templates need (a place in ``Choices._needs``): the literals they need, and their own places."""
_Word = tuple[str, re.Pattern[str], _Groups]
_Met = tuple[tuple[int, ...], list[_Word]]
"""The needs that a text meets, and the words that templates begin with that need no more."""


class Choices:
    """``templates`` of a language that parts words by spaces (``spaced``) or not.

    A word that only opens templates in which a number or a word of time comes next is looked for before such; every
    other word anywhere.
    """

    def __init__(self, templates: Sequence[Template], *, spaced: bool) -> None:
        self.templates = templates
        self._needs = sorted({_needs(template) for template in templates}, key=sorted)
        self._need_of = [self._needs.index(_needs(template)) for template in templates]
        self._anywhere = self._grouped(n for n, template in enumerate(templates) if template.leads is None)
        self._openings: dict[str, dict[Opening, list[int]]] = {}
        free: dict[str, list[int]] = {}
        for index, template in enumerate(templates):
            for lead, opening in (template.leads or {}).items():
                if _is_placed(lead, opening, spaced):
                    self._openings.setdefault(lead, {}).setdefault(opening, []).append(index)
                else:
                    free.setdefault(lead, []).append(index)
        self._words: list[_Word] = [
            (word, _word_pattern(word, spaced), self._grouped(free[word])) for word in sorted(free)
        ]
        openings = chain.from_iterable(self._openings.values())
        self._follows = frozenset(chain.from_iterable(opening.follows or () for opening in openings))
        self._wordy = frozenset(chain.from_iterable(groups for _, _, groups in self._words))
        self._kinds: dict[str, str] = {}
        self._placed: dict[str, _Groups] = {}
        self._met: dict[frozenset[str], _Met] = {}
        self._words_met: dict[tuple[int, ...], list[_Word]] = {}

    def of(self, text: str, classes: frozenset[str], digits: bool) -> Iterator[tuple[Template, Sequence[int] | None]]:
        """The templates, in their order, that can match ``text``, which has words of these ``classes`` and, maybe,
        ``digits``; and the places where they can begin, in order, None for any place."""
        met, words = self._met_by(classes | {NUMBER} if digits else classes)
        starts: dict[int, list[int] | None] = dict.fromkeys(_fitting(text, self._anywhere, met))
        for key, places in self._places(text).items():
            groups = self._placed.get(key)
            _add(_fitting(text, self._placed_at(key) if groups is None else groups, met), places, starts)
        for word, pattern, groups in words:
            if word in text:
                indexes = _fitting(text, groups, met)
                places = [match.start() for match in pattern.finditer(text)] if indexes else []
                if places:
                    _add(indexes, places, starts)
        for index in sorted(starts):
            yield self.templates[index], starts[index]

    def _places(self, text: str) -> dict[str, list[int]]:
        """Places by a key: what begins there (numbers by their digits) and the kind of sign that follows."""
        found: dict[str, list[int]] = {}
        for match in _PLACE.finditer(text):
            lead, sign = match.groups()
            if lead not in self._openings:
                if lead[0].isdecimal():
                    lead = str(min(len(lead), LONG))
                elif (lead := class_of(lead)) not in self._openings:
                    continue
            kind = self._kinds.get(sign)
            key = f"{self._kind_of(sign) if kind is None else kind} {lead}"
            found.setdefault(key, []).append(match.start())
        return found

    def _placed_at(self, key: str) -> _Groups:
        """The templates that begin at a place of this ``key``."""
        sign, _, lead = key.partition(" ")
        size = int(lead) if lead.isdecimal() else 0
        openings = self._openings.get(NUMBER if size else lead, {})
        fitting = (listed for opening, listed in openings.items() if _goes_on(opening, size, sign))
        if len(self._placed) > _MEMO_SIZE:
            self._placed.clear()
        groups = self._placed[key] = self._grouped(sorted(chain.from_iterable(fitting)))
        return groups

    def _kind_of(self, sign: str) -> str:
        """``sign``, what stands for others like it, or nothing: what templates can tell apart."""
        kinds = (sign, class_of(sign), DIGIT if sign.isdecimal() else "")
        kind = next((kind for kind in kinds if kind in self._follows), "")
        if len(self._kinds) <= _MEMO_SIZE:
            self._kinds[sign] = kind
        return kind

    def _met_by(self, has: frozenset[str]) -> _Met:
        """Of a text that has words of these classes and, with ``NUMBER``, digits."""
        found = self._met.get(has)
        if found is None:
            if len(self._met) > _MEMO_SIZE:
                self._met.clear()
            met = tuple(n for n, needs in enumerate(self._needs) if needs <= has)
            found = self._met[has] = met, self._words_of(tuple(need for need in met if need in self._wordy))
        return found

    def _words_of(self, met: tuple[int, ...]) -> list[_Word]:
        if met not in self._words_met:
            self._words_met[met] = [word for word in self._words if not word[2].keys().isdisjoint(met)]
        return self._words_met[met]

    def _grouped(self, indexes: Iterable[int]) -> _Groups:
        groups: dict[int, dict[_Literals, list[int]]] = {}
        for index in indexes:
            groups.setdefault(self._need_of[index], {}).setdefault(self.templates[index].literals, []).append(index)
        return {need: list(by_literals.items()) for need, by_literals in groups.items()}


def _needs(template: Template) -> frozenset[str]:
    return template.needs | {NUMBER} if template.needs_digit else template.needs


def _is_placed(lead: str, opening: Opening, spaced: bool) -> bool:
    """Whether ``_PLACE`` finds every place where ``lead`` can open a template."""
    if lead == NUMBER or class_of(lead) != lead or _is_class(lead):
        return True
    follows = opening.follows
    return spaced and follows is not None and all(sign == DIGIT or _is_class(sign) for sign in follows)


def _is_class(sign: str) -> bool:
    return "\ue000" <= sign <= "\uf8ff"


def _goes_on(opening: Opening, size: int, sign: str) -> bool:
    follows = opening.follows
    fits = size in opening.lengths if size else True
    return fits and (follows is None or sign in follows or class_of(sign) in follows)


def _word_pattern(word: str, spaced: bool) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])" if spaced else f"(?={re.escape(word)})")


def _fitting(text: str, groups: _Groups, met: Iterable[int]) -> list[int]:
    """The templates of ``groups`` whose needs are ``met`` and whose literals are in the text."""
    found: list[int] = []
    for need in met:
        for literals, indexes in groups.get(need, ()):
            if not literals or _holds(text, literals):
                found += indexes
    return found


def _add(indexes: Iterable[int], places: list[int], starts: dict[int, list[int] | None]) -> None:
    for index in indexes:
        if index not in starts:
            starts[index] = places
        elif (before := starts[index]) is not None:
            starts[index] = sorted({*before, *places})


def _holds(text: str, literals: _Literals) -> bool:
    """Whether ``text`` holds one of each of ``literals``; quicker than a pattern."""
    for choices in literals:
        for choice in choices:
            if choice in text:
                break
        else:
            return False
    return True
