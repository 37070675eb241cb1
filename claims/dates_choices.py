"""Which templates of time are worth trying on one text, and where: by what they begin with and what they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from claims.dates_leads import DIGIT, LONG, NUMBER, Opening, class_of, sign_set
from claims.dates_tags import CLASSES, class_range
from claims.dates_templates import Template

__all__ = ["Choices"]

_MEMO_SIZE = 1000
_ANY = "any"
"""In the place of a sign: whatever follows."""
_CLASS = "\ue000-\uf8ff"
"""The characters that stand for words of time."""
_PLACE = re.compile(rf"(\d+|[{_CLASS}])(?=\s*(\S?))")
"""Where a template may begin, and the sign that follows: a number, a word of time."""
_WORD_BEHIND = re.compile(r"(?<![^\W\d_])([^\W\d_]++)\s*+$")
"""The word that a text ends with."""
_Literals = tuple[tuple[str, ...], ...]
_Groups = list[tuple[int, _Literals, list[int]]]
"""Templates, by their place in the list, that need the same classes (a bit each) and literals in the text."""
_Word = tuple[str, re.Pattern[str], _Groups]
_MOST_PLANS = 200


class _Plan(NamedTuple):
    """The templates that can match where a text has words of certain classes, which leaves a tenth of all: those tried
    anywhere, those that a word opens, and those of the keys of places met so far.
    """

    anywhere: _Groups
    words: Sequence[_Word]
    placed: dict[str, _Groups]


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
        self._has_words = any(lead != NUMBER and not _is_class(lead) for lead in self._leads)
        self._plans: dict[int, _Plan] = {}

    def of(self, text: str, classes: frozenset[str], digits: bool) -> Iterator[tuple[Template, Sequence[int] | None]]:
        """The templates, in their order, that can match ``text``, which has words of these ``classes`` and, maybe,
        ``digits``; and the places where they can begin, in order, None for any place."""
        has = self._mask(classes | {NUMBER} if digits else classes)
        plan = self._plans.get(has) or self._planned(has)
        starts: dict[int, list[int] | None] = dict.fromkeys(_holding(text, plan.anywhere))
        for key, places in self._places(text).items():
            groups = plan.placed.get(key)
            _add(_holding(text, self._placed_at(key, has, plan) if groups is None else groups), places, starts)
        for word, pattern, groups in plan.words:
            if word in text:
                places = [match.start() for match in pattern.finditer(text)]
                if places:
                    _add(_holding(text, groups), places, starts)
        for index in sorted(starts):
            yield self.templates[index], starts[index]

    def _planned(self, has: int) -> _Plan:
        """The plan for texts with the classes of the mask ``has``; remembered, since few masks are common."""
        if len(self._plans) >= _MOST_PLANS:
            self._plans.clear()
        words = [(word, pattern, _fitting(groups, has)) for word, pattern, groups in self._words]
        plan = _Plan(_fitting(self._anywhere, has), [one for one in words if one[2]], {})
        self._plans[has] = plan
        return plan

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
        end = 0
        for match in _PLACE.finditer(text):
            lead, sign = match.groups()
            start = match.start()
            if self._has_words and start > end:
                word = _WORD_BEHIND.search(text, end, start)
                if word is not None and word[1] in self._leads:
                    found.setdefault(self._key(word[1], lead[0]), []).append(word.start())
            end = match.end()
            if lead[0].isdecimal():
                lead = str(min(len(lead), LONG))
            elif lead not in self._leads and (lead := class_of(lead)) not in self._leads:
                continue
            found.setdefault(self._key(lead, sign), []).append(start)
        return found

    def _key(self, lead: str, sign: str) -> str:
        kind = self._kinds.get(sign)
        return f"{self._kind_of(sign) if kind is None else kind} {lead}"

    def _placed_at(self, key: str, has: int, plan: _Plan) -> _Groups:
        """The templates of the ``plan`` that begin at a place of this ``key``."""
        sign, _, lead = key.partition(" ")
        size = int(lead) if lead.isdecimal() else 0
        by_sign = self._leads.get(NUMBER if size else lead, {})
        listed = chain.from_iterable(by_sign.get(one, ()) for one in {_ANY, sign, class_of(sign)})
        if len(plan.placed) > _MEMO_SIZE:
            plan.placed.clear()
        indexes = {index for lengths, index in listed if not size or size in lengths}
        groups = plan.placed[key] = _fitting(self._grouped(sorted(indexes)), has)
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


def _fitting(groups: _Groups, has: int) -> _Groups:
    """The ``groups`` that need no more than ``has``."""
    return [group for group in groups if group[0] & has == group[0]]


def _holding(text: str, groups: _Groups) -> list[int]:
    """The templates of ``groups`` whose literals are in the text."""
    found: list[int] = []
    for _, literals, indexes in groups:
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
