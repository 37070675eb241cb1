"""Which templates of time are worth trying on one text, by the words that they begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.dates_templates import Template

__all__ = ["Choices"]

_MEMO_SIZE = 4000
_ANYWHERE = ""
_Group = tuple[frozenset[str], bool, list[int]]


class Choices:
    """``templates`` by what they begin with and what they need; ``leads`` is all that one of them begins with."""

    def __init__(self, templates: Sequence[Template]) -> None:
        self.templates = templates
        self.leads = frozenset(lead for template in templates for lead in template.leads or ())
        grouped: dict[str, dict[tuple[frozenset[str], bool], list[int]]] = {}
        for place, template in enumerate(templates):
            for lead in (_ANYWHERE,) if template.leads is None else template.leads:
                needs = template.needs, template.needs_digit
                grouped.setdefault(lead, {}).setdefault(needs, []).append(place)
        self._groups: dict[str, list[_Group]] = {
            lead: [(*needs, places) for needs, places in groups.items()] for lead, groups in grouped.items()
        }
        self._memo: dict[tuple[str, bool, frozenset[str]], tuple[int, ...]] = {}

    def of(self, classes: frozenset[str], digits: bool, leads: Iterable[str]) -> Sequence[Template]:
        """The templates, in their order, that can match a text with words of these ``classes``, with or without
        ``digits``, in which ``leads`` occur."""
        lists = [places for lead in (_ANYWHERE, *leads) if (places := self._of_lead(lead, classes, digits))]
        if len(lists) == 1:
            return [self.templates[place] for place in lists[0]]
        return [self.templates[place] for place in sorted({place for places in lists for place in places})]

    def _of_lead(self, lead: str, classes: frozenset[str], digits: bool) -> tuple[int, ...]:
        key = lead, digits, classes
        found = self._memo.get(key)
        if found is None:
            if len(self._memo) > _MEMO_SIZE:
                self._memo.clear()
            fitting = (
                p for needs, digit, p in self._groups.get(lead, ()) if (digits or not digit) and needs <= classes
            )
            found = self._memo[key] = tuple(sorted(place for places in fitting for place in places))
        return found
