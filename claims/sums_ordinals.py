"""The ordinal at the end of a number, which may be the whole of a fraction: veinte quintos."""

from __future__ import annotations

from decimal import Decimal

from claims.sums_fractions import divide
from claims.sums_places import multiply
from claims.sums_state import Addition, Part
from claims.words import Atom, place_of

__all__ = ["end_with_ordinal"]

_TEN = Decimal(10)
_TENS = frozenset(Decimal(n) for n in range(20, 100, 10))


def end_with_ordinal(state: Addition, index: int, atom: Atom) -> int:  # noqa: PLR0911 - one return a rule
    """Adds or multiplies by an ordinal, after which the number ends; items used, 0 for none."""
    if state.parts and state.parts[-1].high is not None:
        return 0
    if not state.parts:
        room = place_of(atom.value) if state.lexicon.ordinal_chains else Decimal(0)
        state.parts.append(Part(atom.value, room, index, Decimal(1)))
    elif _is_lower(state, index, atom):
        return divide(state, index, atom)
    elif atom.value < state.room():
        state.push(index, atom)
    elif atom.value >= 100 and place_of(atom.value) == atom.value and state.parts[-1].value < atom.value:
        if not multiply(state, index, atom):
            return 0
    elif state.can_divide() and atom.value > 2:
        return divide(state, index, atom)
    else:
        return 0
    state.ordinal = state.words  # "25-тысячный" counts, "двадцать пятый" does not
    if _ordinal_goes_on(state, index):
        state.parts[-1] = Part(state.parts[-1].value + state.items[index + 2].atom.value, Decimal(0), index, Decimal(1))
        return 3
    return 1


def _ordinal_goes_on(state: Addition, index: int) -> bool:
    """الخامس والأربعين: the unit as an ordinal, and the tens behind a joiner."""
    if not state.lexicon.inverted or index + 2 >= len(state.items) or state.items[index].atom.value >= _TEN:
        return False
    joiner, tens = state.items[index + 1].atom, state.items[index + 2].atom
    return joiner.kind == "joiner" and tens.kind in {"number", "ordinal"} and tens.value in _TENS


def _is_lower(state: Addition, index: int, atom: Atom) -> bool:
    """Whether an ordinal after a number can only be the whole of a fraction: veinte quintos, twintig vijfde."""
    if state.ordinal or not state.numbered or state.scaled or not state.words or state.items[index].close:
        return False
    tens = state.lexicon.inverted and state.parts[-1].value in _TENS and 2 < atom.value < 10
    return tens or (state.lexicon.ordinal_chains and 2 < atom.value < 100)
