"""Numbers of languages that put the scale before what it multiplies: (sw) milioni 2.1, elfu kumi na tano."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.words import Atom, Item

__all__ = ["with_scales_behind"]

_HUNDRED = 100
_TEN = 10


def with_scales_behind(items: Sequence[Item]) -> list[Item]:
    """``items`` with each scale behind the number that follows it, as the sum expects them: 2.1 milioni.

    The places stay in their order, only the atoms change them; a scale that no number follows is left where it is.
    """
    atoms = [item.atom for item in items]
    ordered: list[Atom] = []
    at = 0
    while at < len(atoms):
        size = _amount(atoms, at + 1, atoms[at]) if atoms[at].kind == "scale" else 0
        ordered += [*_turned(atoms[at + 1 : at + 1 + size]), atoms[at]]
        at += 1 + size
    return [replace(item, atom=atom) for item, atom in zip(items, ordered, strict=True)]


def _turned(atoms: Sequence[Atom]) -> list[Atom]:
    """An amount of hundreds has its own scale first: mia mbili."""
    return [atoms[1], atoms[0], *atoms[2:]] if atoms and atoms[0].kind == "scale" else list(atoms)


def _amount(atoms: Sequence[Atom], at: int, scale: Atom) -> int:
    """How many of ``atoms`` from ``at`` on multiply ``scale``: digits, a word, "kumi na tano", "mia mbili"."""
    kinds = [atom.kind for atom in atoms[at : at + 3]]
    if not kinds:
        return 0
    first = atoms[at]
    if first.kind == "number":
        few = first.digits is None and scale.value == _HUNDRED
        if few and not 0 < first.value < _TEN:
            return 0
        tens = first.digits is None and first.value >= _TEN and kinds[1:] == ["joiner", "number"]
        return 3 if tens and not few and atoms[at + 2].value < _TEN else 1
    hundreds = first.kind == "scale" and first.value == _HUNDRED < scale.value
    return 2 if hundreds and kinds[1:2] == ["number"] and atoms[at + 1].value < _TEN else 0
