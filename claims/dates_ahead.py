"""Whether the words of a clause tell of what is to come, so that "Friday" is the next one."""

from __future__ import annotations

import re
from functools import cache

from configs.language.dates import DatesSection

__all__ = ["is_ahead"]

_REACH = 60
"""Characters of the clause that are looked at on either side."""
_CLAUSE = re.compile(r"[,;:!?…—،؛。，、！？\u2013\n]|\.(?!\d)")
_JOINED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that write words together."""


def is_ahead(section: DatesSection, before: str, after: str) -> bool:
    """Whether ``before`` or ``after`` the weekday, in its clause and lower case, a word tells of the future.

    "The vote is planned for Friday" means the Friday that comes; "he said on Friday that he will go" the last one.
    """
    both, front = _words(section.planned), _words(f"{section.planned} {section.planned_before}")
    head, tail = _CLAUSE.split(before[-_REACH:])[-1], _CLAUSE.split(after[:_REACH])[0]
    if _ends_with(section.from_day, head) or (section.from_day_on and _turned(section.from_day_on, head, tail)):
        return True
    if _ends_with(f"{section.from_day} {section.from_or_since}", head):
        front = both = _words(f"{section.planned} {section.planned_before} {section.must}")
    return (front is not None and front.search(head) is not None) or (
        both is not None and both.search(tail) is not None
    )


def _ends_with(words: str, head: str) -> bool:
    """Whether one of ``words`` (phrases with underscores) stands right before the weekday."""
    written = " " + head.rstrip()
    return bool(words.strip()) and written.endswith(tuple(" " + word.replace("_", " ") for word in words.split()))


def _turned(pairs: str, head: str, tail: str) -> bool:
    """Whether the day stands between the two words of a pair: von Freitag an."""
    both = (pair.split("|") for pair in pairs.split())
    return any(_ends_with(first, head) and tail.split()[:1] == [last] for first, last in both)


@cache
def _words(words: str) -> re.Pattern[str] | None:
    parts = [_pattern(word.replace("_", " ")) for word in words.split()]
    return re.compile("|".join(parts)) if parts else None


def _pattern(word: str) -> str:
    if _JOINED.search(word):
        return re.escape(word)
    return rf"(?<!\w){re.escape(word.rstrip('*'))}" + ("" if word.endswith("*") else r"(?!\w)")
