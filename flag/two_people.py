"""Whether two names of speakers surely are two people's."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from flag.evidence import StoryEvidence
from records.claim import Quote

__all__ = ["surely_two"]

_VOWELLED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}]")
"""Alphabets that write their vowels; a name in any other script has been through a lossy transliteration."""

_SPELLED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Georgian}\p{Armenian}\p{Katakana}]")
"""Scripts that write vowels, and part the words of a name."""

_HAN = regex.compile(r"\p{Han}")
"""Syllables stand for sounds so loosely here that strangers are half alike, and one person's names much more."""


def surely_two(story: StoryEvidence, one: Iterable[Quote], other: Iterable[Quote]) -> bool:
    """Whether the speakers of ``one`` and of ``other`` (each one speaker id) are two people beyond doubt.

    They are not where the one name may be the other, a family name alone ("Ri", "Ry"). They are when a version quotes
    both, and so knows them apart. Else their names must be unlike in every clear
    spelling:
    clearly so where a script that loses sounds is on one side, and all the more where one version alone writes it.
    """
    mine, yours = list(one), list(other)
    left, right = _mentions(story, mine), _mentions(story, yours)
    if {name.casefold() for _, name in left} & {name.casefold() for _, name in right}:
        return False  # one name under two ids: a body was taken for its head
    if any(_is_one_name(story, a, b) for a in mine for b in yours):
        return False
    if {version for version, _ in left} & {version for version, _ in right}:
        return True
    ones, others = len({version for version, _ in left}), len({version for version, _ in right})
    return all(_unlike(story, a, b, ones, others) for a in _clearest(left) for b in _clearest(right))


def _is_one_name(story: StoryEvidence, one: Quote, other: Quote) -> bool:
    """Whether one is named by a family name alone, which may be the other's."""
    a, b = one.speaker or "", other.speaker or ""
    if not (_SPELLED.search(a) and _SPELLED.search(b)) or min(len(a.split()), len(b.split())) > 1:
        return False
    languages = (story.versions[quote.version].language for quote in (one, other))
    return story.name_likeness(a, b, *languages) >= story.settings.named_beside


def _clearest(mentions: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The spellings in alphabets that write vowels, where one person is named so somewhere; else all."""
    return {mention for mention in mentions if _VOWELLED.search(mention[1])} or mentions


def _mentions(story: StoryEvidence, quotes: Iterable[Quote]) -> set[tuple[str, str]]:
    """Version and written name, of every quote in the story that is credited to the speakers of ``quotes``."""
    ids = {quote.speaker_id for quote in quotes}
    return {(q.version, q.speaker) for q in story.quotes.values() if q.speaker_id in ids and q.speaker}


def _unlike(story: StoryEvidence, one: tuple[str, str], other: tuple[str, str], ones: int, others: int) -> bool:
    (version, name), (other_version, other_name) = one, other
    settings = story.settings
    far = [not _VOWELLED.search(name), not _VOWELLED.search(other_name)]
    limit = settings.two_people_likeness
    languages = story.versions[version].language, story.versions[other_version].language
    if any(far) and languages[0] != languages[1]:
        lone = (far[0] and ones == 1) or (far[1] and others == 1)
        across = settings.two_people_han if _HAN.search(name + other_name) else settings.two_people_across
        limit = settings.two_people_lone if lone else across
    return story.name_likeness(name, other_name, *languages) < limit
