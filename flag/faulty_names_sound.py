"""Which name a translation changed, where the original's script has no capitals: known by the sound of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import regex

from flag.evidence import NameLikeness
from records.span import Span

__all__ = ["changed_sound"]

_WORD = regex.compile(r"[\p{L}\p{M}\u200c]+")
_CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}'’-]+")
_KNOWN, _OTHER = 0.7, 0.5
"""From here one name, and under this another. NTREX-128, names of persons who are credited, each time another
capitalised word in the family name's place in the English: found 22 of 30 (ar), 8 of 18 (fa), 12 of 23 (he), 22 of 29
(hi), 24 of 32 (ja); its human translations raise 11 alarms in 6,580 sentences of these five."""
_SCRIPTS = regex.compile(r"[\p{Arabic}\p{Hebrew}\p{Devanagari}\p{Katakana}]")
"""Scripts without capitals that write words apart and nearly as they sound. In Han a foreign name's sound is too vague,
and Korean, Georgian and Armenian names carry titles and endings that were taken for family names."""


def changed_sound(
    text: str,
    english: str,
    persons: Sequence[str],
    likeness: NameLikeness,
    is_common: Callable[[str], bool],
) -> tuple[Span, str] | None:
    """The place of a person's family name in ``text`` that ``english`` has not, and the name that it has instead.

    Found where a first name is known again in the English by its sound, the family name after it sounds like nothing in
    the English, and the English one like nothing in ``text``. ``is_common``: an English word that names a country, a
    month or a day.
    """

    def alike(mine: str, english_word: str) -> float:
        return likeness(mine, english_word, None, None)  # with a language, titles would be left out of names

    capitals = [word for found in _CAPITALISED.findall(english) for word in found.split("-") if word]
    for first, family in _names(text, persons):
        words = _WORD.findall(text)
        for known, instead in _capital_pairs(english):
            if alike(first, known) < _KNOWN or is_common(instead):
                continue
            if max(alike(family.of(text), word) for word in capitals) >= _OTHER:
                continue
            heard = [word for word in instead.split("-") if word]
            if all(alike(word, part) < _OTHER for word in words for part in heard):
                return family, instead
    return None


def _names(text: str, persons: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """First name and place of the family name of each of ``persons`` that stands in ``text`` whole."""
    for person in persons:
        words = list(_WORD.finditer(person))
        start = text.find(person)
        if start >= 0 and len(words) in (2, 3) and _SCRIPTS.search(words[-1].group()):
            yield words[0].group(), Span(start + words[-1].start(), start + words[-1].end())


def _capital_pairs(english: str) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(_CAPITALISED.finditer(english)):
        if english[one.end() : other.start()] == " ":
            yield one.group(), other.group()
