"""``configs/nouns.yml``: nouns of news in classes whose members exclude one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import Field

from configs.load import Strict, load_yaml

__all__ = ["NOUNS_FILE", "Nouns", "load_nouns"]

NOUNS_FILE = Path(__file__).resolve().parent / "nouns.yml"


class _Written(Strict):
    classes: dict[str, tuple[str, ...]] = Field(min_length=1)
    """Name of a class to its things, each "fire / blaze"."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """``forms``: every English form to its thing, the first form; ``classes``: the things of each class."""

    forms: Mapping[str, str]
    classes: Mapping[str, tuple[str, ...]]

    def rivals(self, thing: str) -> tuple[str, ...]:
        """What stands in a class with ``thing``, itself left out."""
        found = (other for things in self.classes.values() if thing in things for other in things if other != thing)
        return tuple(dict.fromkeys(found))


@cache
def load_nouns() -> Nouns:
    """The nouns of ``nouns.yml``; a form that two things share belongs to the first."""
    written = load_yaml(NOUNS_FILE, _Written).classes
    forms: dict[str, str] = {}
    classes: dict[str, tuple[str, ...]] = {}
    for name, entries in written.items():
        split = [[form.strip() for form in entry.split("/")] for entry in entries]
        classes[name] = tuple(found[0] for found in split)
        for found in split:
            for form in found:
                forms.setdefault(form, found[0])
    return Nouns(forms, classes)
