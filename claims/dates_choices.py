"""Which templates of time are worth trying on one text, and where: by what they begin with and what they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claims.dates_leads import DIGIT, LONG, NUMBER, Opening, class_of, sign_set
from claims.dates_tags import CLASSES, class_range
from claims.dates_templates import Template

__all__ = ["Choices"]

_MEMO_SIZE = 1000
_ANY = "any"
"""In the place of a sign: whatever follows."""
_CLASS = "\ue000-\uf8ff"
"""The characters that stand for words of time."""
_PLACE = re.compile(rf"(\d+|[{_CLASS}]|(?<![^\W\d_])[^\W\d_]++(?=\s*[\d{_CLASS}]))(?=\s*(\S?))")
"""Where a template may begin, and the sign that follows: a number, a word of time, another word before one of them."""
_Literals = tuple[tuple[str, ...], ...]
_Groups = list[tuple[int, _Literals, list[int]]]
"""Templates, by their place in the list, that need the same classes (a bit each) and literals in the text."""
_Word = tuple[str, re.Pattern[str], _Groups]


class Choices:
    """``templates`` of a language that parts words by spaces (``spaced``) or not.

    A word that only opens templates in which a number or a word of time comes next is looked for before such; every
    other word anywhere.
    """

    def __init__(self, templates: Sequence[Template], *, spaced: bool) -> None:
        self.templates = templates
        self._masks: dict[frozenset[str], int] = {}
        self._bits = {
            name: 1 << place for place, name in enumerate((NUMBER, *(class_range(name)[0] for name in CLASSES)))
        }
        self._needs = [self._mask(_needs(template)) for template in templates]
        self._anywhere = self._grouped(n for n, template in enumerate(templates) if template.leads is None)
        self._leads: dict[str, dict[str, list[tuple[frozenset[int], int]]]] = {}
        free: dict[str, list[tuple[Opening, int]]] = {}
        for index, template in enumerate(templates):
            for lead, opening in (template.leads or {}).items():
                if _is_placed(lead, opening, spaced):
                    by_sign = self._leads.setdefault(lead, {})
                    for sign in (_ANY,) if opening.follows is None else opening.follows:
                        by_sign.setdefault(sign, []).append((opening.lengths, index))
                elif opening.follows is None or opening.follows:
                    free.setdefault(lead, []).append((opening, index))
        self._words: list[_Word] = [
            (word, _word_pattern(word, [one for one, _ in listed], spaced), self._grouped(n for _, n in listed))
            for word, listed in sorted(free.items())
        ]
        self._follows = frozenset(chain.from_iterable(self._leads.values()))
        self._kinds: dict[str, str] = {}
        self._placed: dict[str, _Groups] = {}

    def of(self, text: str, classes: frozenset[str], digits: bool) -> Iterator[tuple[Template, Sequence[int] | None]]:
        """The templates, in their order, that can match ``text``, which has words of these ``classes`` and, maybe,
        ``digits``; and the places where they can begin, in order, None for any place."""
        has = self._mask(classes | {NUMBER} if digits else classes)
        starts: dict[int, list[int] | None] = dict.fromkeys(_fitting(text, self._anywhere, has))
        for key, places in self._places(text).items():
            groups = self._placed.get(key)
            _add(_fitting(text, self._placed_at(key) if groups is None else groups, has), places, starts)
        for word, pattern, groups in self._words:
            if word in text:
                places = [match.start() for match in pattern.finditer(text)]
                if places:
                    _add(_fitting(text, groups, has), places, starts)
        for index in sorted(starts):
            yield self.templates[index], starts[index]

    def _mask(self, classes: frozenset[str]) -> int:
        mask = self._masks.get(classes)
        if mask is None:
            if len(self._masks) > _MEMO_SIZE:
                self._masks.clear()
            mask = self._masks[classes] = sum(self._bits[name] for name in classes)
        return mask

    def _places(self, text: str) -> dict[str, list[int]]:
        """Places by a key: what begins there (numbers by their digits) and the kind of sign that follows."""
        found: dict[str, list[int]] = {}
        for match in _PLACE.finditer(text):
            lead, sign = match.groups()
            if lead not in self._leads:
                if lead[0].isdecimal():
                    lead = str(min(len(lead), LONG))
                elif (lead := class_of(lead)) not in self._leads:
                    continue
            kind = self._kinds.get(sign)
            key = f"{self._kind_of(sign) if kind is None else kind} {lead}"
            found.setdefault(key, []).append(match.start())
        return found

    def _placed_at(self, key: str) -> _Groups:
        """The templates that begin at a place of this ``key``."""
        sign, _, lead = key.partition(" ")
        size = int(lead) if lead.isdecimal() else 0
        by_sign = self._leads.get(NUMBER if size else lead, {})
        listed = chain.from_iterable(by_sign.get(one, ()) for one in {_ANY, sign, class_of(sign)})
        if len(self._placed) > _MEMO_SIZE:
            self._placed.clear()
        indexes = {index for lengths, index in listed if not size or size in lengths}
        groups = self._placed[key] = self._grouped(sorted(indexes))
        return groups

    def _kind_of(self, sign: str) -> str:
        """``sign``, what stands for others like it, or nothing: what templates can tell apart."""
        kinds = (sign, class_of(sign), DIGIT if sign.isdecimal() else "")
        kind = next((kind for kind in kinds if kind in self._follows), "")
        if len(self._kinds) <= _MEMO_SIZE:
            self._kinds[sign] = kind
        return kind

    def _grouped(self, indexes: Iterable[int]) -> _Groups:
        groups: dict[tuple[int, _Literals], list[int]] = {}
        for index in indexes:
            groups.setdefault((self._needs[index], self.templates[index].literals), []).append(index)
        return [(*key, listed) for key, listed in groups.items()]


def _needs(template: Template) -> frozenset[str]:
    return template.needs | {NUMBER} if template.needs_digit else template.needs


def _is_placed(lead: str, opening: Opening, spaced: bool) -> bool:
    """Whether ``_PLACE`` finds every place where ``lead`` can open a template."""
    follows = opening.follows
    if lead == NUMBER or _is_class(lead):
        return True
    return spaced and follows is not None and all(sign == DIGIT or _is_class(sign) for sign in follows)


def _is_class(sign: str) -> bool:
    return "\ue000" <= sign <= "\uf8ff"


def _word_pattern(word: str, openings: Iterable[Opening], spaced: bool) -> re.Pattern[str]:
    """``word`` before what may follow it. It stands before the look behind, so that a literal is searched for."""
    written = re.escape(word)
    signs: set[str] | None = set()
    for opening in openings:
        signs = None if signs is None or opening.follows is None else signs | opening.follows
    behind = rf"\s*[{''.join(map(sign_set, sorted(signs)))}]" if signs else ""
    if not spaced:
        return re.compile(f"(?={written}{behind})")
    return re.compile(rf"{written}(?<![^\W\d_]{written})(?![^\W\d_])(?={behind})")


def _fitting(text: str, groups: _Groups, has: int) -> list[int]:
    """The templates of ``groups`` that need no more than ``has`` and whose literals are in the text."""
    found: list[int] = []
    for needs, literals, indexes in groups:
        if needs & has == needs and (not literals or _holds(text, literals)):
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
