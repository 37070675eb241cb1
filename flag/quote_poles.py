"""Contraries that change places: "not lost, taken" against "not taken, lost", "imports fell, exports grew" against
"exports fell, imports grew".

Which of two contraries is denied, or stands beside which of two others, is read in the original languages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations, pairwise

from configs.language.schema import load_language
from flag.contraries import read_contrasts
from flag.halves_contrast import contrasts
from flag.phrases import Phrases
from flag.polarity import phrases_of, plain_text, read_polarity
from flag.quote_change import READ, QuoteChange
from flag.quote_halves import STOPS, parted, whole_halves
from flag.word_rows import WordRows
from flag.wording_parts import Place

__all__ = ["pole_signs", "poles_turned"]

_FEWEST = 3
"""Versions that must agree against the one."""
_SURELY = 4
"""The same of a contrast that one half alone has: beside three that agree two of six told in 729 quotes of 208 stories
with gold are false, as one half is read wrongly; beside four all three told are right (2026-11)."""
_NOT = "not"
_FIRST, _LAST = "not, before", "not, behind"
"""Of a contrast that one half alone has only those are compared who deny in the same half of the text: what is said of
both things stands in the first ("I won not thanks to the skis" and "I won despite the skis")."""


def poles_turned(places: Mapping[str, Place], words: WordRows) -> QuoteChange | None:
    """The one version whose contraries stand the other way round than those of three others or more, who agree.

    Of a contrast that one half alone has, the words of its halves must be nearer to the other half of the others: of
    "a failure of vaccination, not of hygiene" the "failure" stands behind both in another language.
    """
    read = {v: pole_signs(place.text, place.language) for v, place in places.items() if place.direct}
    votes = Counter(key for signs in read.values() for key in signs)
    for key in sorted(key for key, number in votes.items() if number > _FEWEST):
        signs = {v: found[key] for v, found in read.items() if key in found}
        lone = [v for v in signs if list(signs.values()).count(signs[v]) == 1]
        if len(lone) != 1 or not _at_odds(read, lone[0]):
            continue
        if key[1] in (_FIRST, _LAST) and (
            len(signs) <= _SURELY or not _by_words({v: places[v] for v in signs}, lone[0], words)
        ):
            continue
        others = tuple(v for v in signs if v != lone[0])
        sides = {f"“{places[v].text}”": (v,) if v == lone[0] else others for v in (others[0], lone[0])}
        why = READ + "of two contraries this one denies, or says of the one thing, what the others do of the other."
        return QuoteChange("turned", sides, places, "high", "turned", why)
    return None


def _by_words(places: Mapping[str, Place], lone: str, words: WordRows) -> bool:
    """Whether the words of both halves of a version are nearer, in the mean, to the other half of the others."""
    halves = {v: pair for v, place in places.items() if (pair := parted(place.text, place.language)) is not None}
    found = contrasts(halves, {v: places[v].language for v in halves}, words)
    if lone not in found.versions:
        return False
    return float(found.rows[found.versions.index(lone)].sum()) < 0.0


def _at_odds(read: Mapping[str, Mapping[tuple[str, str], int]], lone: str) -> bool:
    """Whether nothing that a version says of contraries agrees with the others."""
    mine = read[lone]
    return not any(mine[key] == signs[key] for v, signs in read.items() if v != lone for key in mine.keys() & signs)


@lru_cache(maxsize=4096)
def pole_signs(text: str, language: str) -> Mapping[tuple[str, str], int]:
    """Name of a contrast and "not", or the names of two -> 0 or 1: which pole is denied, or which two stand together.

    A contrast that stands on both sides of a "not" with one pole tells nothing.
    """
    return dict(_denied(text, language)) | dict(_together(text, language))


def _denied(text: str, language: str) -> Iterator[tuple[tuple[str, str], int]]:
    halves = whole_halves(text, language)
    if halves is None:
        return
    no, yes = ({name: pole for name, pole, _ in read_contrasts(half, language)} for half in halves)
    side = _FIRST if _place_of(halves[0], text) < _place_of(halves[1], text) else _LAST
    for name in no.keys() | yes.keys():
        if name in no and name in yes:
            if no[name] != yes[name]:
                yield (name, _NOT), no[name]
        else:
            yield (name, side), no[name] if name in no else 1 - yes[name]


def _place_of(half: str, text: str) -> int:
    """Where the first word of a half stands in the text."""
    return text.find(half.split(maxsplit=1)[0])


def _together(text: str, language: str) -> Iterator[tuple[tuple[str, str], int]]:
    read = [
        ({name: pole for name, pole, _ in read_contrasts(clause, language)}, _denies(clause, language))
        for clause in _clauses(text, language)
    ]
    for (one, no), (other, also_no) in combinations(read, 2):
        turning = sorted(name for name in one.keys() & other.keys() if one[name] != other[name])
        for first, second in combinations(turning, 2):
            if no == also_no:
                yield (first, second), one[first] ^ one[second] ^ no


def _denies(clause: str, language: str) -> bool:
    return bool(read_polarity(clause, language).negations)


def _clauses(text: str, language: str) -> list[str]:
    """The text parted at its stops and before words such as "and", "while" and "but"."""
    opening = _opening(language)
    clauses = []
    for stretch in STOPS.split(text):
        starts = [m.start() for m in opening.finditer(plain_text(stretch))] if opening is not None else []
        bounds = [0, *starts, len(stretch)]
        clauses += [stretch[a:b] for a, b in pairwise(bounds) if stretch[a:b].strip()]
    return clauses


@lru_cache(maxsize=64)
def _opening(language: str) -> Phrases | None:
    config = load_language(language)
    if config is None:
        return None
    section = config.polarity
    return phrases_of((*section.conjunctions, *section.turning), section)
