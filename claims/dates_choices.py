"""Which templates of time are worth trying on one text, by the words that they begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.dates_templates import Template

__all__ = ["Choices"]

_MEMO_SIZE = 4000
_ANYWHERE = ""
_Literals = tuple[tuple[str, ...], ...]
_Group = tuple[frozenset[str], bool, _Literals, list[int]]


class Choices:
    """``templates`` by what they begin with and what they need; ``leads`` is all that one of them begins with."""

    def __init__(self, templates: Sequence[Template]) -> None:
        self.templates = templates
        self.leads = frozenset(lead for template in templates for lead in template.leads or ())
        grouped: dict[str, dict[tuple[frozenset[str], bool, _Literals], list[int]]] = {}
        for place, template in enumerate(templates):
            for lead in (_ANYWHERE,) if template.leads is None else template.leads:
                needs = template.needs, template.needs_digit, template.literals
                grouped.setdefault(lead, {}).setdefault(needs, []).append(place)
        self._groups: dict[str, list[_Group]] = {
            lead: [(*needs, places) for needs, places in groups.items()] for lead, groups in grouped.items()
        }
        self._memo: dict[tuple[str, bool, frozenset[str]], tuple[tuple[_Literals, list[int]], ...]] = {}

    def of(self, text: str, classes: frozenset[str], digits: bool, leads: Iterable[str]) -> Sequence[Template]:
        """The templates, in their order, that can match ``text``, which has words of these ``classes``, with or
        without ``digits``, and in which ``leads`` occur; all have their literals in it."""
        places: set[int] = set()
        for lead in (_ANYWHERE, *leads):
            for literals, group in self._of_lead(lead, classes, digits):
                if not literals or _holds(text, literals):
                    places.update(group)
        return [self.templates[place] for place in sorted(places)]

    def _of_lead(self, lead: str, classes: frozenset[str], digits: bool) -> tuple[tuple[_Literals, list[int]], ...]:
        key = lead, digits, classes
        found = self._memo.get(key)
        if found is None:
            if len(self._memo) > _MEMO_SIZE:
                self._memo.clear()
            found = self._memo[key] = tuple(
                (literals, places)
                for needs, digit, literals, places in self._groups.get(lead, ())
                if (digits or not digit) and needs <= classes
            )
        return found


def _holds(text: str, literals: _Literals) -> bool:
    """Whether ``text`` holds one of each of ``literals``; quicker than a pattern."""
    for choices in literals:
        for choice in choices:
            if choice in text:
                break
        else:
            return False
    return True
