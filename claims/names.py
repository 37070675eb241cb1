"""Whether two written names are one person's, across scripts, romanisations, case endings and orders.

By rule, without a list of people: parts of the name are compared by sound (``claims.names_sound``), and a name is the
same when its family name is and no other part speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from claims.names_chinese import are_two_chinese
from claims.names_parts import Name, Part, parse_name
from claims.names_sound import VOWELS, allowance, sound_distance

__all__ = ["SAME", "is_name", "name_likeness", "same_person"]

SAME: Final = 0.7
"""Scores from here on mean one person; below, two or not known."""
_FAMILY_ALONE: Final = 0.9
_FIRST_ALONE: Final = 0.65
_GIVEN_FLOOR: Final = SAME
_GIVEN_FLOOR_ACROSS: Final = 0.35
_INITIAL: Final = 0.8
_INFLECTED: Final = 0.06
_NATIVE: Final = 0.9
"""A Chinese name of three signs says little by its sounds: of 16 people in other scripts none scores under 0.93
(2026-11), while strangers reach 0.8."""

_HAN: Final = 0.75
"""From which score a foreign name in Chinese signs and one in another script are one person's, where both have two
words: Han signs lose so many sounds that of 23,200 pairs of strangers 500 score 0.7 and 115 do 0.75, of 560 pairs of
one person 99.6 and 98.6 % (fixtures and 17 more people, 2026-11)."""
_UNSURE: Final = 0.69


def is_name(mention: str, language: str | None = None) -> bool:
    """Whether ``mention`` holds a name and not only a role ("the minister")."""
    return bool(parse_name(mention, language).parts)


@lru_cache(maxsize=262144)
def same_person(a: str, b: str, language_a: str | None = None, language_b: str | None = None) -> float:
    """How sure it is that ``a`` and ``b`` name one person, 0..1; one person from ``SAME`` on.

    Languages (BCP 47) tell which titles and case endings to take off. A family name alone is compared with the fuller
    name's; 0.0 when either holds no name.
    """
    left, right = parse_name(a, language_a), parse_name(b, language_b)
    if not left.parts or not right.parts:
        return 0.0
    if are_two_chinese(_words(left), _words(right)):
        return 0.0
    score = _names(left, left.parts, right, right.parts)
    if score < SAME and (len(left.glued) != len(left.parts) or len(right.glued) != len(right.parts)):
        score = max(score, _names(left, left.glued, right, right.glued))
    if (left.native or right.native) and left.script != right.script and score < _NATIVE:
        return 0.0
    if score < _HAN and left.script != right.script and "Hani" in {left.script, right.script}:
        return round(min(score, _UNSURE), 4) if min(len(left.parts), len(right.parts)) > 1 else round(score, 4)
    return round(score, 4)


def _words(name: Name) -> str:
    return " ".join(part.word for part in name.parts)


@lru_cache(maxsize=65536)
def name_likeness(a: str, b: str, language_a: str | None = None, language_b: str | None = None) -> float:
    """How alike two names are, 0..1, with no part that rules the other out: low only where nearly nothing fits.

    The mean over the parts of the shorter name of their best fit in the longer, and no less than ``same_person``. What
    is under ``SAME`` there is one person or two; to be sure of two, ask for little likeness here.
    """
    left, right = parse_name(a, language_a), parse_name(b, language_b)
    if not left.parts or not right.parts:
        return 1.0
    mine, yours = sorted((left, right), key=lambda name: len(name.parts))
    fits = [max(_similarity(p, q, mine.script, yours.script) for q in yours.parts) for p in mine.parts]
    mean = sum(fits) / len(fits)
    if left.unspaced or right.unspaced:
        mean = max(mean, _joined(mine.parts, yours.parts, mine, yours))
    return round(max(mean, same_person(a, b, language_a, language_b)), 4)


def _names(left: Name, mine: Sequence[Part], right: Name, yours: Sequence[Part]) -> float:
    if len(mine) > len(yours):
        return _names(right, yours, left, mine)
    if len(mine) == 1 and len(yours) == 1:
        return _single(mine[0], yours[0], left.script, right.script)
    if len(mine) == 1:
        alone = _alone(mine[0], left, yours, right)
        return max(alone, _joined(mine, yours, left, right)) if left.unspaced or left.script != right.script else alone
    score = _parts(mine, yours, left, right)
    if score >= SAME or len(mine) == len(yours):
        return score
    return max(score, _joined(mine, yours, left, right))


def _single(mine: Part, yours: Part, left: str, right: str) -> float:
    if mine.initial or yours.initial:
        return 0.0
    return _similarity(mine, yours, left, right, strict=True)


def _alone(mine: Part, left: Name, yours: Sequence[Part], right: Name) -> float:
    """One word against a fuller name: the family name counts, the first word may be it, another is a coincidence."""
    if mine.initial:
        return 0.0
    scores = [_similarity(mine, part, left.script, right.script, strict=True) for part in yours]
    family = scores[:1] if right.family_first and right.script else scores[1:]
    best = max(family) * _FAMILY_ALONE if family else 0.0
    first = scores[-1] if right.family_first and right.script else scores[0]
    return max(best, first * _FIRST_ALONE)


def _parts(mine: Sequence[Part], yours: Sequence[Part], left: Name, right: Name) -> float:
    """All parts of the shorter name must be found in the longer, in its order or with the family name moved."""
    if mine[-1].woman != yours[-1].woman and not _one_given(mine[0], yours[0], left.script, right.script):
        return 0.0
    scores = [[_similarity(p, q, left.script, right.script) for q in yours] for p in mine]
    orders = [list(range(len(mine)))]
    orders.append([*range(1, len(mine)), 0])
    orders.append([len(mine) - 1, *range(len(mine) - 1)])
    floor = _GIVEN_FLOOR if left.script == right.script else _GIVEN_FLOOR_ACROSS
    return max(_in_order([scores[i] for i in order], yours, order, floor) for order in orders)


def _one_given(mine: Part, yours: Part, left: str, right: str) -> bool:
    """Whether two given names are one with no ending undone: Jana Nováková is not Jan Novák.

    Across scripts a given name may differ as any name does, when both end in a vowel or both in a consonant.
    """
    one, other = mine.forms[0], yours.forms[0]
    score = _score_sounds(one, other, left, right)
    if left == right:
        return score >= 1.0
    ends_alike = (one[-1] in VOWELS) == (other[-1] in VOWELS)
    return score >= (_GIVEN_FLOOR if ends_alike else _FAMILY_ALONE)


def _in_order(scores: Sequence[Sequence[float]], yours: Sequence[Part], order: list[int], floor: float) -> float:
    """The mean score of the best monotone matching in which no part of the shorter name is left over.

    The last words are family names and must fit well; a given name may fit a little worse beside one that fits.
    """
    rows, columns = len(scores), len(yours)
    best = [[0.0] * (columns + 1)] + [[float("-inf")] * (columns + 1) for _ in range(rows)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            score = scores[i - 1][j - 1]
            step = best[i - 1][j - 1] + score if score >= floor else float("-inf")
            best[i][j] = max(best[i][j - 1], step)
    total = best[rows][columns]
    if total == float("-inf"):
        return 0.0
    mean = total / rows
    if columns > rows and scores[0][0] < 0.5 and scores[-1][-1] < 0.5:
        return mean * 0.8
    return mean if order == sorted(order) else mean * 0.98


def _joined(mine: Sequence[Part], yours: Sequence[Part], left: Name, right: Name) -> float:
    """Both names as one word: for scripts without blanks and for parts that are joined or not (Abdelfattah)."""
    if any(part.initial for part in (*mine, *yours)):
        return 0.0
    whole = "".join(part.forms[0] for part in mine)
    orders = [yours, [*yours[1:], yours[0]], [yours[-1], *yours[:-1]]]
    spaced = len(mine) > 1 and len(yours) > 1
    return max(
        _score_sounds(whole, "".join(part.forms[0] for part in order), left.script, right.script, spaced)
        for order in orders
    )


def _similarity(mine: Part, yours: Part, left: str, right: str, strict: bool = False) -> float:
    if mine.initial or yours.initial:
        return _INITIAL if mine.forms[0][:1] == yours.forms[0][:1] else 0.0
    best = 0.0
    for i, form in enumerate(mine.forms):
        for j, other in enumerate(yours.forms):
            score = _score_sounds(form, other, left, right, strict)
            best = max(best, score - _INFLECTED * ((i > 0) + (j > 0)) / 2)
    return best


def _score_sounds(mine: str, yours: str, left: str, right: str, strict: bool = False) -> float:
    """1.0 for the same sounds, ``SAME`` where the difference just fits the allowance, falling to 0.0 at three times it.

    ``strict`` halves the allowance where a script loses sounds: one word alone must fit better.
    """
    if mine == yours:
        return 1.0
    allowed = allowance(mine, yours, left, right)
    if strict and left != right:
        allowed *= 0.8
    share = sound_distance(mine, yours, left, right, allowed / (1.0 - SAME)) / allowed
    return max(0.0, 1.0 - (1.0 - SAME) * share)
