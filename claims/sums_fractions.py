"""Denominators and halves: three fifths, two and a half, and two thirds."""

from __future__ import annotations

from decimal import Decimal

from claims.sums_state import Addition, Part
from claims.words import Atom

__all__ = ["add_half", "add_share", "divide", "divide_by_two_words", "share_follows"]

_HALF, _MOST_HALVES = 2, 5
_TEN, _TWENTY = Decimal(10), Decimal(20)
_TENS = frozenset(Decimal(n) for n in range(20, 100, 10))


def divide(state: Addition, index: int, atom: Atom) -> int:
    """Makes what was read the upper part of a fraction; items used, 0 where it can be none."""
    if state.parts and (not state.numbered or state.parts[-1].high is not None or state.fraction):
        return 0
    if not state.words and (len(state.parts) > 1 or state.scaled or state.parts[-1].value >= 100):
        return 0
    if atom.value == 1:
        return 0
    amount = sum((part.value for part in state.parts), Decimal(0)) if state.parts else Decimal(1)
    if atom.value == _HALF and amount > _MOST_HALVES and state.words:
        return 0  # five halves are two and a half, seven halves are seven matches drawn
    state.parts.clear()
    state.parts.append(Part(amount / atom.value, Decimal(0), index, Decimal(1) / atom.value))
    state.fraction = True
    return 1


def divide_by_two_words(state: Addition, index: int) -> int:
    """Three twenty-firsts: tens and a denominator under ten after a number are one denominator."""
    tens = state.items[index].atom
    lower = state.items[index + 1].atom if index + 1 < len(state.items) else None
    if lower is None or lower.kind != "parts" or lower.value >= 10 or state.lexicon.ordinal_chains:
        return 0
    if tens.value not in _TENS or tens.digits is not None or not state.words or state.lexicon.inverted:
        return 0
    return 2 if state.parts and divide(state, index, Atom("parts", tens.value + lower.value)) else 0


def add_half(state: Addition, index: int, atom: Atom) -> int:
    """Adds a half or a share of the last scale: two and a half million."""
    if not state.parts or state.parts[-1].high is not None:
        return 0
    share = Decimal(1) / atom.value if atom.kind == "parts" else atom.value
    last = state.parts[-1]
    least = 100 if state.lexicon.short_tens else 1000
    unit = last.room if state.scaled and last.room >= least else Decimal(1)
    if unit == 1 and last.room > 1 and not state.numbered:
        return 0
    state.parts[-1] = Part(last.value + share * unit, Decimal(0), last.first, share * unit)
    return 1


def share_follows(state: Addition, index: int) -> bool:
    """ "and two thirds": a small number and a denominator, read as their own fraction."""
    counted = state.numbered or state.scaled
    if index + 1 >= len(state.items) or not counted or state.parts[-1].high is not None:
        return False
    upper, lower = state.items[index].atom, state.items[index + 1].atom
    last = state.parts[-1]
    if state.lexicon.tens_joined and last.room == _TEN and last.value >= _TWENTY and upper.value < _TEN:
        return False
    small = upper.kind == "number" and upper.digits is None and 1 <= upper.value < 20
    return small and lower.kind == "parts" and upper.value < lower.value


def add_share(state: Addition, index: int) -> int:
    """Adds the fraction at ``index``: and two thirds."""
    upper, lower = state.items[index].atom, state.items[index + 1].atom
    last = state.parts[-1]
    after = state.items[index + 2].atom if index + 2 < len(state.items) else None
    unit = last.room if state.scaled and last.room >= 1000 and not (after and after.kind == "scale") else Decimal(1)
    share = upper.value / lower.value * unit
    state.parts[-1] = Part(last.value + share, Decimal(0), last.first, share)
    return 2
