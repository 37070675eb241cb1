"""Names of one person in many scripts against names of two people: precision and recall of ``claims.names``."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import yaml

from claims.names import SAME, same_person

__all__ = ["measure_names", "name_errors"]

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "names"


def measure_names() -> dict[str, float]:
    """``names_precision`` and ``names_recall``, 0..1, over all pairs of forms of each person and the pairs apart.

    A pair is taken for one person from ``SAME`` on, without being told any language. Precision counts the pairs that
    must stay apart, and each person against the next ten of the list (first forms), as chances to be wrong.
    """
    people = _load("people.yml")
    joined = [same_person(a, b) >= SAME for forms in people for a, b in combinations(dict.fromkeys(forms), 2)]
    apart = [same_person(a, b) >= SAME for a, b in [*_load("apart.yml"), *_strangers(people)]]
    right, wrong = sum(joined), sum(apart)
    return {
        "names_precision": right / (right + wrong) if right + wrong else 0.0,
        "names_recall": right / len(joined),
        "names_wrongly_joined": float(sum(same_person(a, b) >= SAME for a, b in _load("apart.yml"))),
        "names_pairs_apart": float(len(_load("apart.yml"))),
    }


def name_errors() -> tuple[list[tuple[float, str, str]], list[tuple[float, str, str]]]:
    """The pairs that are missed and the pairs that are wrongly joined, with their scores: for a person to read."""
    people = _load("people.yml")
    pairs = [(a, b) for forms in people for a, b in combinations(dict.fromkeys(forms), 2)]
    missed = [(same_person(a, b), a, b) for a, b in pairs if same_person(a, b) < SAME]
    strangers = [*_load("apart.yml"), *_strangers(people)]
    wrong = [(same_person(a, b), a, b) for a, b in strangers if same_person(a, b) >= SAME]
    return missed, wrong


def _strangers(people: list[list[str]]) -> Iterable[tuple[str, str]]:
    for number, forms in enumerate(people):
        for other in people[number + 1 : number + 11]:
            if same_person(forms[0], other[0]) < 1.0:
                yield from zip(forms, other, strict=False)


def _load(name: str) -> list[list[str]]:
    rows: list[list[str]] = yaml.safe_load((FIXTURES / name).read_text(encoding="utf-8"))
    return rows
