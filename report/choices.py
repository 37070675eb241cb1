"""What the inbox offers to narrow by: each field with its values, counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from report.inbox import Filters, Inbox
from report.wording import KINDS, language_name

__all__ = ["Choice", "choices_of"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of the filters: its values with the words for each, and the one that is chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str | None


def choices_of(inbox: Inbox, filters: Filters) -> list[Choice]:
    """The fields in the order of the form; a chosen value is offered even when nothing is counted for it."""
    kinds: dict[str, str] = {kind: name for kind, (name, _) in KINDS.items()}
    return [
        _choice("story", inbox.counts, filters.story, lambda story: inbox.titles.get(story, story)),
        _choice("kind", inbox.counts, filters.kind, lambda kind: kinds.get(kind, kind)),
        _choice("severity", inbox.counts, filters.severity, str),
        _choice("outlet", inbox.counts, filters.outlet, str),
        _choice("language", inbox.counts, filters.language, language_name),
    ]


def _choice(
    name: str, counts: Mapping[str, Mapping[str, int]], chosen: str | None, words: Callable[[str], str]
) -> Choice:
    values = counts.get(name, {})
    options = [(value, f"{words(value)} ({count:,})") for value, count in values.items()]
    if chosen is not None and chosen not in values:
        options.insert(0, (chosen, words(chosen)))
    return Choice(name, name.capitalize(), tuple(options), chosen)
