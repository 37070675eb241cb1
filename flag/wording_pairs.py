"""What a second wording in the same language changes: a "not", a number, a name, the force, a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from configs.pipeline import FlagSettings
from flag.contraries import contrary_words
from flag.polarity import read_polarity
from flag.wording_modality import force_of
from flag.wording_names import changed_names
from flag.wording_numbers import changed_numbers
from flag.wording_swaps import find_swap
from records.claim import Figure

__all__ = ["ChangeKind", "WordChange", "Wording", "changed_force", "changed_negation", "pair_changes"]

ChangeKind = Literal["negation", "number", "name", "modality", "word", "turned"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A text with the figures that were read in it, each with its words."""

    text: str
    language: str
    figures: tuple[tuple[Figure, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of one text and what stands for them in the other; ``score`` 0..1, how sure a change of meaning is."""

    kind: ChangeKind
    left: str
    right: str
    score: float


def pair_changes(one: Wording, other: Wording, settings: FlagSettings) -> Sequence[WordChange]:
    """Every change that scores what ``settings`` ask of its kind, the gravest kind first.

    Nothing here is compared across languages. ``quote-altered`` flags by these changes, and the benchmark ranks them.
    """
    found = [
        changed_negation(one, other),
        _number(one, other),
        _name(one, other),
        changed_force(one, other, settings.swap_shared),
        _word(one, other, settings),
    ]
    least = {
        "negation": settings.negation_score,
        "number": settings.number_score,
        "name": settings.name_score,
        "modality": 0.0,
        "word": 0.0,
        "turned": 0.0,
    }
    return [change for change in found if change is not None and change.score >= least[change.kind]]


def changed_negation(one: Wording, other: Wording) -> WordChange | None:
    """How many more negations one text has; words such as "fail" on the other side, or negations there, answer some."""
    a, b = read_polarity(one.text, one.language), read_polarity(other.text, other.language)
    more, fewer = (a, b) if len(a.negations) > len(b.negations) else (b, a)
    extra = len(more.negations) - len(fewer.negations)
    if not extra or not (a.known and b.known):
        return None
    score = extra / (1.0 + 0.1 * len(fewer.implicit) + 0.5 * len(fewer.negations))
    words = more.negations[0].of(one.text if more is a else other.text)
    return WordChange("negation", words if more is a else "", words if more is b else "", min(round(score, 3), 1.0))


def _number(one: Wording, other: Wording) -> WordChange | None:
    found = changed_numbers(one.text, other.text, one.figures, other.figures)
    return None if found is None else WordChange("number", *found)


def _name(one: Wording, other: Wording) -> WordChange | None:
    found = changed_names(one.text, other.text, one.language)
    return WordChange("name", found[0].left, found[0].right, found[0].score) if found else None


def changed_force(one: Wording, other: Wording, shared: float) -> WordChange | None:
    """A "may", "must" or "will" exchanged, where the texts share at least ``shared`` of their other words."""
    forces = [force_of(read_polarity(w.text, w.language)) for w in (one, other)]
    swap = find_swap(one.text, other.text, one.language, shared)
    if swap is None or forces[0] == forces[1] or "mixed" in forces:
        return None
    return WordChange("modality", swap.left, swap.right, 0.75)


def _word(one: Wording, other: Wording, settings: FlagSettings) -> WordChange | None:
    """Words of contrary meaning, or any word exchanged in a text that is the same else."""
    contrary = contrary_words(one.text, other.text, one.language)
    swap = find_swap(one.text, other.text, one.language, settings.swap_shared)
    if len(contrary) == 1:
        left, right = contrary[0]
        return WordChange("word", left.of(one.text), right.of(other.text), 0.6 + (0.2 if swap is not None else 0.0))
    if swap is None or any(_may_deny(words, one.language) for words in (swap.left, swap.right)):
        return None
    return WordChange("word", swap.left, swap.right, round(0.55 * swap.shared, 3))


def _may_deny(words: str, language: str) -> bool:
    """Whether a negation, or a word such as "failed", is among ``words``: the negation is judged by itself."""
    reading = read_polarity(words, language)
    return bool(reading.negations or reading.implicit)
