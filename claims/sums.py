"""Numbers in words and mixed with digits: the atoms of a language added and multiplied, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.sums_fractions import add_half, add_share, divide, divide_by_two_words, share_follows
from claims.sums_ordinals import end_with_ordinal
from claims.sums_places import add, multiply
from claims.sums_state import Addition, Part
from claims.words import Atom, Item, Lexicon, place_of

__all__ = ["Sum", "add_up"]

_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_TENS = frozenset(Decimal(n) for n in range(20, 100, 10))


@dataclass(slots=True)  # frozen, making one takes five times as long
class Sum:
    """What ``add_up`` read: ``used`` items make ``value`` (to ``high`` when vague); ``step`` is its last place."""

    used: int
    value: Decimal
    step: Decimal
    high: Decimal | None = None
    ordinal: bool = False
    about: bool = False
    words: bool = True
    fraction: bool = False
    bare_scale: bool = False
    scale: Decimal = Decimal(1)


def add_up(items: Sequence[Item], lexicon: Lexicon) -> Sum | None:
    """The longest number that starts at the first of ``items``; None when they do not start one."""
    if len(items) == 1 and items[0].atom.kind == "number":
        return _alone(items[0].atom)
    state = Addition(items, lexicon)
    index = 0
    if items and items[0].atom.kind == "minus":
        state.negative = True
        index = 1
    while index < len(state.items) and (not state.ordinal or state.goes_on(index)):
        if state.fraction and state.items[index].atom.kind != "scale":
            break
        took = _take(state, index)
        if not took:
            break
        index += took
        state.used = index
    return _total(state)


def _alone(atom: Atom) -> Sum:
    """A number of one word or in digits, as most are: nothing to add up, which saves a hundredth of all the time.

    The sum with nothing writes a power out (1E+10), as longer sums do.
    """
    step = place_of(atom.value) if atom.digits is None else Decimal(1).scaleb(-atom.digits)
    return Sum(1, atom.value + 0, step, about=atom.about, words=atom.digits is None)


def _take(state: Addition, index: int) -> int:  # noqa: PLR0911 - one return a rule
    """Takes the item at ``index``; how many items were used, 0 when the number ends before it."""
    atom = state.items[index].atom
    match atom.kind:
        case "number":
            if _begins_anew(state, index):
                return 0
            return divide_by_two_words(state, index) or add(state, index, atom)
        case "scale":
            return multiply(state, index, atom)
        case "ordinal":
            return end_with_ordinal(state, index, atom)
        case "joiner":
            return _join(state, index)
        case "point":
            return _decimals(state, index)
        case "parts":
            return divide(state, index, atom)
        case "half":
            return add_half(state, index, atom)
        case "vague":
            return _vague(state, index, atom)
    return 0


def _begins_anew(state: Addition, index: int) -> bool:
    """Whether a word for "one" behind digits and a scale opens another phrase: 320 millions | un an plus tôt."""
    atom = state.items[index].atom
    if state.words or not state.scaled or atom.digits is not None or atom.value != 1:
        return False
    return index + 1 >= len(state.items) or state.items[index + 1].atom.kind != "scale"


def _join(state: Addition, index: int) -> int:  # noqa: PLR0911 - one return a rule
    """A joiner counts only when what follows makes the same number go on."""
    if not state.parts or index + 1 >= len(state.items):
        return 0
    if share_follows(state, index + 1):
        return add_share(state, index + 1) + 1
    following = state.items[index + 1].atom
    last = state.parts[-1]
    close = following.digits == 0 and state.items[index + 1].close and state.items[index].close
    hundred = following.digits == 0 and last.room == _HUNDRED and state.scaled
    hundred = hundred or (
        state.lexicon.mixed_joins and following.digits == 0 and state.scaled and last.room == _THOUSAND
    )
    if following.kind in {"number", "ordinal"} and (following.digits is None or close or hundred):
        if state.lexicon.inverted and last.value < 10 and following.value in _TENS and state.words:
            return _invert(state, index + 1, following)
        if last.room and int(last.room) in state.rooms() and following.value < last.room:
            took = _take(state, index + 1)
            return took + 1 if took else 0
    if following.kind == "scale" and (state.lexicon.elide or state.lexicon.positional) and following.value > last.value:
        took = _take(state, index + 1)
        return took + 1 if took else 0
    if following.kind == "scale" and state.scaled and following.value < last.room and int(last.room) in state.rooms():
        took = _take(state, index + 1)
        return took + 1 if took else 0
    if following.kind == "parts" and state.lexicon.inverted and last.value < 10 and following.value in _TENS:
        return _invert(state, index + 1, Atom("ordinal", following.value))
    if following.kind in {"half", "parts"} and state.numbered:
        took = add_half(state, index + 1, following)
        return took + 1 if took else 0
    return 0


def _invert(state: Addition, index: int, tens: Atom) -> int:
    last = state.parts[-1]
    if len(state.parts) > 1 and last.value + tens.value >= state.parts[-2].room:
        return 0
    state.parts[-1] = Part(last.value + tens.value, Decimal(1), last.first, Decimal(1))
    state.ordinal = tens.kind == "ordinal"
    return 2


def _decimals(state: Addition, index: int) -> int:
    if not state.parts or not state.numbered:
        return 0
    if state.scaled and state.parts[-1].room > 1000:
        return 1 + add_share(state, index + 1) if share_follows(state, index + 1) else 0  # cinco billones con ...
    beside = (state.items[index - 1], *state.items[index + 1 : index + 2])
    if any(item.atom.digits is not None for item in beside):
        return 0  # only words are spoken: "en 2023 con 85.000 euros" holds two numbers
    if share_follows(state, index + 1):
        return 1 + add_share(state, index + 1)  # diez con tres cuartos
    hundreds = _hundreds(state, index + 1)
    if hundreds is not None:
        return _with_decimals(state, str(int(hundreds.value))) * (1 + hundreds.used)
    digits = ""
    at = index + 1
    while (
        at < len(state.items)
        and state.items[at].atom.kind in {"number", "joiner"}
        and (state.items[at].atom.value < 100 or not digits)
    ):
        if state.items[at].atom.kind == "joiner":
            following = state.items[at + 1].atom if at + 1 < len(state.items) else None
            if not state.was_tens or following is None or following.kind != "number" or following.value > 9:
                break
            at += 1
            continue
        piece = str(int(state.items[at].atom.value))
        tens_then_unit = len(digits) >= 2 and digits[-1] == "0" and digits[-2] != "0" and len(piece) == 1
        digits = digits[:-1] + piece if tens_then_unit and state.was_tens else digits + piece
        state.was_tens = len(piece) == 2 and piece[1] == "0"
        at += 1
    return _with_decimals(state, digits) * (at - index)


def _with_decimals(state: Addition, digits: str) -> int:
    if not digits:
        return 0
    last = state.parts[-1]
    step = Decimal(1).scaleb(-len(digits))
    state.parts[-1] = Part(last.value + Decimal(int(digits)) * step, Decimal(0), last.first, step)
    return 1


def _hundreds(state: Addition, index: int) -> Sum | None:
    """Decimals read as a number of hundreds: coma quinientos doce."""
    first = state.items[index].atom if index < len(state.items) else None
    if first is None or first.kind != "number" or first.value < 100 or first.digits is not None:
        return None
    found = add_up(state.items[index:], state.lexicon)
    return found if found is not None and found.value < 1000 and not (found.ordinal or found.fraction) else None


def _vague(state: Addition, index: int, atom: Atom) -> int:
    if state.parts:
        return 0
    state.about = True
    state.parts.append(Part(atom.value, Decimal(0), index, atom.value, atom.high))
    return 1


def _total(state: Addition) -> Sum | None:
    if not state.parts or not state.used:
        return None
    value = sum((part.value for part in state.parts), Decimal(0))
    high = state.parts[-1].high
    top = None if high is None else high + sum((part.value for part in state.parts[:-1]), Decimal(0))
    step = min(part.step for part in state.parts)
    sign = -1 if state.negative else 1
    bare = state.scaled and not state.numbered and high is None
    return Sum(
        state.used,
        sign * value,
        step,
        top,
        state.ordinal,
        state.about,
        state.words,
        state.fraction,
        bare,
        state.parts[0].scale if len(state.parts) == 1 else Decimal(1),
    )
