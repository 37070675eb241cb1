"""Which templates of time are worth trying on one text, by the words that they begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.dates_templates import Template

__all__ = ["Choice", "Choices"]

_MEMO_SIZE = 4000
_ANYWHERE = ""
Choice = tuple[Template, tuple[str, ...] | None]
"""A template and what of the text it can begin with; None when it has to be tried everywhere."""
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
        self._memo: dict[tuple[frozenset[str], bool, frozenset[str]], tuple[Choice, ...]] = {}

    def of(self, classes: frozenset[str], digits: bool, leads: Iterable[str]) -> tuple[Choice, ...]:
        """The templates, in their order, that can match a text with words of these ``classes``, with or without
        ``digits``, in which ``leads`` occur."""
        key = classes, digits, frozenset(leads)
        found = self._memo.get(key)
        if found is None:
            if len(self._memo) > _MEMO_SIZE:
                self._memo.clear()
            found = self._memo[key] = self._choose(*key)
        return found

    def _choose(self, classes: frozenset[str], digits: bool, leads: frozenset[str]) -> tuple[Choice, ...]:
        chosen: dict[int, list[str]] = {}
        for lead in (_ANYWHERE, *leads):
            for needs, needs_digit, places in self._groups.get(lead, ()):
                if (digits or not needs_digit) and needs <= classes:
                    for place in places:
                        chosen.setdefault(place, []).append(lead)
        return tuple(
            (self.templates[place], None if names[0] == _ANYWHERE else tuple(names))
            for place, names in sorted(chosen.items())
        )
