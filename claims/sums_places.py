"""Adding a number to its place, and multiplying by a scale what is smaller than it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.sums_state import Addition, Part
from claims.words import Atom, place_of

__all__ = ["add", "multiply"]

_HUNDRED = Decimal(100)
_DOZEN = Decimal(12)
_FIVE = Decimal(5)


def add(state: Addition, index: int, atom: Atom) -> int:
    """Adds a number where its place is free, or closes a pair (nineteen ninety, chín ba); items used, 0 for none."""
    if state.parts and state.parts[-1].high is not None:
        return 0
    if not state.parts or (atom.value and atom.value < state.room() and _fits(state, index, atom)):
        return _add_first(state, index, atom)
    if state.lexicon.short_tens and _is_short_ten(state, index, atom):
        state.parts[-1] = replace(state.parts[-1], value=state.parts[-1].value * 10 + atom.value, room=Decimal(0))
        return 1
    last = state.parts[-1].value
    plain = len(state.parts) == 1 and not state.scaled and atom.digits is None and state.words
    if state.lexicon.year_pairs and plain and 11 <= last <= 99 and 10 <= atom.value <= 99:
        state.parts[-1] = Part(last * 100 + atom.value, place_of(atom.value), state.parts[-1].first, Decimal(1))
        return 1
    return 0


def _is_short_ten(state: Addition, index: int, atom: Atom) -> bool:
    """Chín ba is 93; alone, a digit and the next one are "eight or nine", and five is the word for year."""
    last = state.parts[-1]
    digits = atom.digits is None and state.words and last.room == 1 and 1 < last.value < 10 and atom.value < 10
    inside = len(state.parts) > 1 or state.scale_at(index + 1)
    alone = atom.value != last.value + 1 and last.value != _FIVE and atom.value > 1
    return digits and atom.value > 0 and (inside or alone)


def _fits(state: Addition, index: int, atom: Atom) -> bool:
    """Digits after a scale in words join only when they fill its place ("18 bin 500") or a scale follows."""
    if atom.digits is None or state.items[index].close:
        return True
    following = state.items[index + 1].atom if index + 1 < len(state.items) else None
    if following is not None and following.kind == "scale":
        return following.value >= 1000 or atom.value * following.value < state.room()
    fills = state.lexicon.digits_after_scales or atom.value * 10 >= state.room()
    return not atom.digits and fills


def _add_first(state: Addition, index: int, atom: Atom) -> int:
    run = state.digit_run(index) if state.lexicon.positional else 0
    if run == 2 and _one_after_the_other(state, index, atom):
        state.push(index, atom)
        state.parts[-1] = replace(state.parts[-1], high=atom.value + 1)
        state.about = True
        return 2
    if run > 1:
        value = Decimal("".join(str(int(item.atom.value)) for item in state.items[index : index + run]))
        if value < state.room():
            state.parts.append(Part(value, Decimal(0), index, Decimal(1)))
            state.numbered = True
            return run
    state.push(index, atom)
    if state.lexicon.short_tens and len(state.parts) > 1 and _ends_short(state, index, atom):
        _elide(state, index)
    if state.lexicon.elide and run == 1 and len(state.parts) > 1 and not state.more(index):
        _elide(state, index)
    return 1


def _one_after_the_other(state: Addition, index: int, atom: Atom) -> bool:
    """七八个, seven or eight; with a decimal mark or more digits it is a number."""
    following = state.items[index + 2].atom.kind if index + 2 < len(state.items) else ""
    plain = all(item.size == 1 for item in state.items[index : index + 2]) and following not in {"point", "number"}
    return plain and atom.value > 0 and state.items[index + 1].atom.value == atom.value + 1


def _ends_short(state: Addition, index: int, atom: Atom) -> bool:
    following = state.items[index + 1].atom.kind if index + 1 < len(state.items) else ""
    single = state.items[index].size == 1  # lẻ tư is a four behind "and"
    return single and atom.digits is None and 0 < atom.value < 10 and not following


def _elide(state: Addition, index: int) -> None:
    """三千五 is 3500: a last digit right after a scale counts tenths of it, unless 零 stands between."""
    before = state.parts[-2]
    if state.items[index - 1].atom.kind == "scale" and before.room >= 100:
        last = state.parts.pop()
        state.parts.append(Part(last.value * before.room / 10, before.room / 10, last.first, before.room / 10))


def multiply(state: Addition, index: int, atom: Atom) -> int:  # noqa: PLR0911 - one return a rule
    """Multiplies the parts smaller than the scale; items used, 0 where the number ends before it."""
    scale = atom.value
    if scale == _DOZEN and len(state.parts) == 1 and state.parts[0].value >= _DOZEN:
        return _dozens(state)
    cut = len(state.parts)
    while cut and state.parts[cut - 1].value < scale and (state.parts[cut - 1].high or 0) < scale * 1000:
        cut -= 1
    before = state.parts[cut - 1].room if cut else Decimal("Infinity")
    if cut < len(state.parts) and scale >= before:
        return _retreat(state, cut)
    if cut == len(state.parts) and scale >= before:
        return 0
    popped = state.parts[cut:]
    del state.parts[cut:]
    if not popped and len(state.parts) and not state.parts[-1].value:
        return 0
    amount = sum((part.value for part in popped), Decimal(0)) if popped else Decimal(1)
    if scale == _HUNDRED and 0 < state.lexicon.most_hundreds <= amount:
        state.parts += popped
        return 0
    step = popped[-1].step * scale if popped else scale
    high = popped[-1].high if popped else None
    top = None if high is None else (high + 1) * scale - 1
    first = popped[0].first if popped else index
    if state.fraction and not popped:
        return 0
    state.fraction = False
    state.scaled = True
    total = scale * (popped[-1].scale if len(popped) == 1 else 1)
    state.parts.append(Part(amount * scale, scale, first, step, top, total))
    return 1


def _dozens(state: Addition) -> int:
    """Fifty dozen: no place of the decimal system, so it takes the whole number before it."""
    part = state.parts[0]
    if part.high is not None or not state.numbered:
        return 0
    state.parts[0] = Part(part.value * _DOZEN, Decimal(0), part.first, part.step * _DOZEN)
    return 1


def _retreat(state: Addition, cut: int) -> int:
    """The words since part ``cut`` belong to the next number."""
    first = state.parts[cut].first
    del state.parts[cut:]
    while first and state.items[first - 1].atom.kind == "joiner":
        first -= 1
    state.used = first
    state.items = state.items[:first]
    return 0
