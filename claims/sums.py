"""Numbers in words and mixed with digits: one small machine that adds and multiplies the atoms of a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.words import Atom, Item, Lexicon, place_of

__all__ = ["Sum", "add_up"]

_TEN = Decimal(10)
_HUNDRED = Decimal(100)
_DOZEN = Decimal(12)
_FIVE = Decimal(5)
_TENS = frozenset(Decimal(n) for n in range(20, 100, 10))


@dataclass(frozen=True, slots=True)
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


@dataclass(slots=True)
class _Part:
    value: Decimal
    room: Decimal
    first: int
    step: Decimal
    high: Decimal | None = None
    scale: Decimal = Decimal(1)


def add_up(items: Sequence[Item], lexicon: Lexicon) -> Sum | None:
    """The longest number that starts at the first of ``items``; None when they do not start one."""
    machine = _Machine(items, lexicon)
    return machine.run()


class _Machine:
    """Parts are kept largest first; a scale multiplies the parts at the end that are smaller than it."""

    def __init__(self, items: Sequence[Item], lexicon: Lexicon) -> None:
        self.items = items
        self.lexicon = lexicon
        self.parts: list[_Part] = []
        self.used = 0
        self.negative = False
        self.ordinal = False
        self.about = False
        self.fraction = False
        self.words = True
        self.scaled = False
        self.numbered = False

    def run(self) -> Sum | None:
        index = 0
        if self.items and self.items[0].atom.kind == "minus":
            self.negative = True
            index = 1
        while index < len(self.items) and (not self.ordinal or self._goes_on(index)):
            if self.fraction and self.items[index].atom.kind != "scale":
                break
            took = self._take(index)
            if not took:
                break
            index += took
            self.used = index
        return self._sum()

    def _take(self, index: int) -> int:  # noqa: PLR0911 - one return a rule
        """Takes the item at ``index``; how many items were used, 0 when the number ends before it."""
        atom = self.items[index].atom
        match atom.kind:
            case "number":
                return self._divide_by_two_words(index) or self._add(index, atom)
            case "scale":
                return self._multiply(index, atom)
            case "ordinal":
                return self._end_ordinal(index, atom)
            case "joiner":
                return self._join(index)
            case "point":
                return self._decimals(index)
            case "parts":
                return self._divide(index, atom)
            case "half":
                return self._half(index, atom)
            case "vague":
                return self._vague(index, atom)
        return 0

    def _room(self) -> Decimal:
        return self.parts[-1].room if self.parts else Decimal("Infinity")

    def _push(self, index: int, atom: Atom) -> None:
        value = atom.value
        step = Decimal(1).scaleb(-atom.digits) if atom.digits is not None else place_of(value)
        room = place_of(value) if value == value.to_integral_value() else Decimal(0)
        if atom.digits is not None:
            self.words = False
            room = Decimal(0)
        self.parts.append(_Part(value, room, index, step))
        self.numbered = True
        self.about = self.about or atom.about

    def _add(self, index: int, atom: Atom) -> int:
        if self.parts and self.parts[-1].high is not None:
            return 0
        if not self.parts or (atom.value and atom.value < self._room() and self._fits(index, atom)):
            return self._first(index, atom)
        if self.lexicon.short_tens and self._is_short_ten(index, atom):
            self.parts[-1] = replace(self.parts[-1], value=self.parts[-1].value * 10 + atom.value, room=Decimal(0))
            return 1
        last = self.parts[-1].value
        plain = len(self.parts) == 1 and not self.scaled and atom.digits is None and self.words
        if self.lexicon.year_pairs and plain and 11 <= last <= 99 and 10 <= atom.value <= 99:
            self.parts[-1] = _Part(last * 100 + atom.value, place_of(atom.value), self.parts[-1].first, Decimal(1))
            return 1
        return 0

    def _is_short_ten(self, index: int, atom: Atom) -> bool:
        """Chín ba is 93; alone, a digit and the next one are "eight or nine", and five is the word for year."""
        last = self.parts[-1]
        digits = atom.digits is None and self.words and last.room == 1 and 1 < last.value < 10 and atom.value < 10
        inside = len(self.parts) > 1 or self._scale_at(index + 1)
        alone = atom.value != last.value + 1 and last.value != _FIVE and atom.value > 1
        return digits and atom.value > 0 and (inside or alone)

    def _scale_at(self, index: int) -> bool:
        return index < len(self.items) and self.items[index].atom.kind == "scale"

    def _fits(self, index: int, atom: Atom) -> bool:
        """Digits after a scale in words join only when they fill its place ("18 bin 500") or a scale follows."""
        if atom.digits is None or self.items[index].close:
            return True
        following = self.items[index + 1].atom if index + 1 < len(self.items) else None
        if following is not None and following.kind == "scale":
            return following.value >= 1000 or atom.value * following.value < self._room()
        return not atom.digits and atom.value * 10 >= self._room()

    def _first(self, index: int, atom: Atom) -> int:
        run = self._digit_run(index) if self.lexicon.positional else 0
        if run > 1:
            value = Decimal("".join(str(int(item.atom.value)) for item in self.items[index : index + run]))
            if value < self._room():
                self.parts.append(_Part(value, Decimal(0), index, Decimal(1)))
                self.numbered = True
                return run
        self._push(index, atom)
        if self.lexicon.short_tens and len(self.parts) > 1 and self._ends_short(index, atom):
            self._elide(index)
        if self.lexicon.elide and run == 1 and len(self.parts) > 1 and not self._more(index):
            self._elide(index)
        return 1

    def _ends_short(self, index: int, atom: Atom) -> bool:
        following = self.items[index + 1].atom.kind if index + 1 < len(self.items) else ""
        single = self.items[index].size == 1  # lẻ tư is a four behind "and"
        return single and atom.digits is None and 0 < atom.value < 10 and not following

    def _digit_run(self, index: int) -> int:
        size = 0
        for item in self.items[index:]:
            if item.atom.kind != "number" or item.atom.value >= 10 or item.atom.digits is not None:
                break
            if size and not item.close:
                break
            size += 1
        return size

    def _more(self, index: int) -> bool:
        return index + 1 < len(self.items) and self.items[index + 1].close

    def _elide(self, index: int) -> None:
        """三千五 is 3500: a last digit right after a scale counts tenths of it, unless 零 stands between."""
        before = self.parts[-2]
        if self.items[index - 1].atom.kind == "scale" and before.room >= 100:
            last = self.parts.pop()
            self.parts.append(_Part(last.value * before.room / 10, before.room / 10, last.first, before.room / 10))

    def _multiply(self, index: int, atom: Atom) -> int:  # noqa: PLR0911 - one return a rule
        scale = atom.value
        if scale == _DOZEN and len(self.parts) == 1 and self.parts[0].value >= _DOZEN:
            return self._dozens()
        cut = len(self.parts)
        while cut and self.parts[cut - 1].value < scale and (self.parts[cut - 1].high or 0) < scale * 1000:
            cut -= 1
        before = self.parts[cut - 1].room if cut else Decimal("Infinity")
        if cut < len(self.parts) and scale >= before:
            return self._retreat(cut)
        if cut == len(self.parts) and scale >= before:
            return 0
        popped = self.parts[cut:]
        del self.parts[cut:]
        if not popped and len(self.parts) and not self.parts[-1].value:
            return 0
        amount = sum((part.value for part in popped), Decimal(0)) if popped else Decimal(1)
        if scale == _HUNDRED and 0 < self.lexicon.most_hundreds <= amount:
            self.parts += popped
            return 0
        step = popped[-1].step * scale if popped else scale
        high = popped[-1].high if popped else None
        top = None if high is None else (high + 1) * scale - 1
        first = popped[0].first if popped else index
        if self.fraction and not popped:
            return 0
        self.fraction = False
        self.scaled = True
        total = scale * (popped[-1].scale if len(popped) == 1 else 1)
        self.parts.append(_Part(amount * scale, scale, first, step, top, total))
        return 1

    def _dozens(self) -> int:
        """Fifty dozen: no place of the decimal system, so it takes the whole number before it."""
        part = self.parts[0]
        if part.high is not None or not self.numbered:
            return 0
        self.parts[0] = _Part(part.value * _DOZEN, Decimal(0), part.first, part.step * _DOZEN)
        return 1

    def _retreat(self, cut: int) -> int:
        """The words since part ``cut`` belong to the next number."""
        first = self.parts[cut].first
        del self.parts[cut:]
        while first and self.items[first - 1].atom.kind == "joiner":
            first -= 1
        self.used = first
        self.items = self.items[:first]
        return 0

    def _end_ordinal(self, index: int, atom: Atom) -> int:  # noqa: PLR0911 - one return a rule
        if self.parts and self.parts[-1].high is not None:
            return 0
        if not self.parts:
            room = place_of(atom.value) if self.lexicon.ordinal_chains else Decimal(0)
            self.parts.append(_Part(atom.value, room, index, Decimal(1)))
        elif self._is_lower(index, atom):
            return self._divide(index, atom)
        elif atom.value < self._room():
            self._push(index, atom)
        elif atom.value >= 100 and place_of(atom.value) == atom.value and self.parts[-1].value < atom.value:
            if not self._multiply(index, atom):
                return 0
        elif self._can_divide() and atom.value > 2:
            return self._divide(index, atom)
        else:
            return 0
        self.ordinal = self.words  # "25-тысячный" counts, "двадцать пятый" does not
        if self._ordinal_goes_on(index):
            self.parts[-1] = _Part(
                self.parts[-1].value + self.items[index + 2].atom.value, Decimal(0), index, Decimal(1)
            )
            return 3
        return 1

    def _ordinal_goes_on(self, index: int) -> bool:
        """الخامس والأربعين: the unit as an ordinal, and the tens behind a joiner."""
        if not self.lexicon.inverted or index + 2 >= len(self.items) or self.items[index].atom.value >= _TEN:
            return False
        joiner, tens = self.items[index + 1].atom, self.items[index + 2].atom
        return joiner.kind == "joiner" and tens.kind in {"number", "ordinal"} and tens.value in _TENS

    def _is_lower(self, index: int, atom: Atom) -> bool:
        """Whether an ordinal after a number can only be the whole of a fraction: veinte quintos, twintig vijfde."""
        if self.ordinal or not self.numbered or self.scaled or not self.words or self.items[index].close:
            return False
        tens = self.lexicon.inverted and self.parts[-1].value in _TENS and 2 < atom.value < 10
        return tens or (self.lexicon.ordinal_chains and 2 < atom.value < 100)

    def _goes_on(self, index: int) -> bool:
        """Whether an ordinal of several words goes on where each is an ordinal: centésimo vigésimo quinto."""
        atom = self.items[index].atom
        return self.lexicon.ordinal_chains and atom.kind == "ordinal" and 0 < atom.value < self._room()

    def _divide_by_two_words(self, index: int) -> int:
        """Three twenty-firsts: tens and a denominator under ten after a number are one denominator."""
        tens = self.items[index].atom
        lower = self.items[index + 1].atom if index + 1 < len(self.items) else None
        if lower is None or lower.kind != "parts" or lower.value >= 10 or self.lexicon.ordinal_chains:
            return 0
        if tens.value not in _TENS or tens.digits is not None or not self.words or self.lexicon.inverted:
            return 0
        return 2 if self.parts and self._divide(index, Atom("parts", tens.value + lower.value)) else 0

    def _can_divide(self) -> bool:
        """Whether what was read may be the upper part of a fraction: "three twenty-firsts", "five eighths"."""
        one = len(self.parts) == 1 and not self.scaled and self.numbered and not self.fraction
        return one and 1 <= self.parts[-1].value < 100 and self.parts[-1].value % 10 != 0

    def _join(self, index: int) -> int:  # noqa: PLR0911 - one return a rule
        """A joiner counts only when what follows makes the same number go on."""
        if not self.parts or index + 1 >= len(self.items):
            return 0
        if self._share_follows(index + 1):
            return self._add_share(index + 1) + 1
        following = self.items[index + 1].atom
        last = self.parts[-1]
        close = following.digits == 0 and self.items[index + 1].close and self.items[index].close
        hundred = following.digits == 0 and last.room == _HUNDRED and self.scaled
        if following.kind in {"number", "ordinal"} and (following.digits is None or close or hundred):
            if self.lexicon.inverted and last.value < 10 and following.value in _TENS and self.words:
                return self._invert(index + 1, following)
            if last.room and int(last.room) in self._rooms() and following.value < last.room:
                took = self._take(index + 1)
                return took + 1 if took else 0
        if (
            following.kind == "scale"
            and (self.lexicon.elide or self.lexicon.positional)
            and following.value > last.value
        ):
            took = self._take(index + 1)
            return took + 1 if took else 0
        if (
            following.kind == "scale"
            and self.scaled
            and following.value < last.room
            and int(last.room) in self._rooms()
        ):
            took = self._take(index + 1)
            return took + 1 if took else 0
        if following.kind == "parts" and self.lexicon.inverted and last.value < 10 and following.value in _TENS:
            return self._invert(index + 1, Atom("ordinal", following.value))
        if following.kind in {"half", "parts"} and self.numbered:
            took = self._half(index + 1, following)
            return took + 1 if took else 0
        return 0

    def _share_follows(self, index: int) -> bool:
        """ "and two thirds": a small number and a denominator, read as their own fraction."""
        counted = self.numbered or self.scaled
        if index + 1 >= len(self.items) or not counted or self.parts[-1].high is not None:
            return False
        upper, lower = self.items[index].atom, self.items[index + 1].atom
        small = upper.kind == "number" and upper.digits is None and 1 <= upper.value < 20
        return small and lower.kind == "parts" and upper.value < lower.value

    def _add_share(self, index: int) -> int:
        upper, lower = self.items[index].atom, self.items[index + 1].atom
        last = self.parts[-1]
        after = self.items[index + 2].atom if index + 2 < len(self.items) else None
        unit = last.room if self.scaled and last.room >= 1000 and not (after and after.kind == "scale") else Decimal(1)
        share = upper.value / lower.value * unit
        self.parts[-1] = _Part(last.value + share, Decimal(0), last.first, share)
        return 2

    def _rooms(self) -> set[int]:
        return self.lexicon.joiner_rooms

    def _invert(self, index: int, tens: Atom) -> int:
        last = self.parts[-1]
        if len(self.parts) > 1 and last.value + tens.value >= self.parts[-2].room:
            return 0
        self.parts[-1] = _Part(last.value + tens.value, Decimal(1), last.first, Decimal(1))
        self.ordinal = tens.kind == "ordinal"
        return 2

    def _decimals(self, index: int) -> int:
        if not self.parts or not self.numbered:
            return 0
        if self.scaled and self.parts[-1].room > 1000:
            return 1 + self._add_share(index + 1) if self._share_follows(index + 1) else 0  # cinco billones con ...
        beside = (self.items[index - 1], *self.items[index + 1 : index + 2])
        if any(item.atom.digits is not None for item in beside):
            return 0  # only words are spoken: "en 2023 con 85.000 euros" holds two numbers
        if self._share_follows(index + 1):
            return 1 + self._add_share(index + 1)  # diez con tres cuartos
        hundreds = self._hundreds(index + 1)
        if hundreds is not None:
            return self._with_decimals(str(int(hundreds.value))) * (1 + hundreds.used)
        digits = ""
        at = index + 1
        while (
            at < len(self.items)
            and self.items[at].atom.kind in {"number", "joiner"}
            and (self.items[at].atom.value < 100 or not digits)
        ):
            if self.items[at].atom.kind == "joiner":
                following = self.items[at + 1].atom if at + 1 < len(self.items) else None
                if not self._was_tens or following is None or following.kind != "number" or following.value > 9:
                    break
                at += 1
                continue
            piece = str(int(self.items[at].atom.value))
            tens_then_unit = len(digits) >= 2 and digits[-1] == "0" and digits[-2] != "0" and len(piece) == 1
            digits = digits[:-1] + piece if tens_then_unit and self._was_tens else digits + piece
            self._was_tens = len(piece) == 2 and piece[1] == "0"
            at += 1
        return self._with_decimals(digits) * (at - index)

    def _with_decimals(self, digits: str) -> int:
        if not digits:
            return 0
        last = self.parts[-1]
        step = Decimal(1).scaleb(-len(digits))
        self.parts[-1] = _Part(last.value + Decimal(int(digits)) * step, Decimal(0), last.first, step)
        return 1

    def _hundreds(self, index: int) -> Sum | None:
        """Decimals read as a number of hundreds: coma quinientos doce."""
        first = self.items[index].atom if index < len(self.items) else None
        if first is None or first.kind != "number" or first.value < 100 or first.digits is not None:
            return None
        found = add_up(self.items[index:], self.lexicon)
        return found if found is not None and found.value < 1000 and not (found.ordinal or found.fraction) else None

    _was_tens = False

    def _divide(self, index: int, atom: Atom) -> int:
        if self.parts and (not self.numbered or self.parts[-1].high is not None or self.fraction):
            return 0
        if not self.words and (len(self.parts) > 1 or self.scaled or self.parts[-1].value >= 100):
            return 0
        if atom.value == 1:
            return 0
        amount = sum((part.value for part in self.parts), Decimal(0)) if self.parts else Decimal(1)
        self.parts.clear()
        self.parts.append(_Part(amount / atom.value, Decimal(0), index, Decimal(1) / atom.value))
        self.fraction = True
        return 1

    def _half(self, index: int, atom: Atom) -> int:
        if not self.parts or self.parts[-1].high is not None:
            return 0
        share = Decimal(1) / atom.value if atom.kind == "parts" else atom.value
        last = self.parts[-1]
        least = 100 if self.lexicon.short_tens else 1000
        unit = last.room if self.scaled and last.room >= least else Decimal(1)
        if unit == 1 and last.room > 1 and not self.numbered:
            return 0
        self.parts[-1] = _Part(last.value + share * unit, Decimal(0), last.first, share * unit)
        return 1

    def _vague(self, index: int, atom: Atom) -> int:
        if self.parts:
            return 0
        self.about = True
        self.parts.append(_Part(atom.value, Decimal(0), index, atom.value, atom.high))
        return 1

    def _sum(self) -> Sum | None:
        if not self.parts or not self.used:
            return None
        value = sum((part.value for part in self.parts), Decimal(0))
        high = self.parts[-1].high
        top = None if high is None else high + sum((part.value for part in self.parts[:-1]), Decimal(0))
        step = min(part.step for part in self.parts)
        sign = -1 if self.negative else 1
        bare = self.scaled and not self.numbered and high is None
        return Sum(
            self.used,
            sign * value,
            step,
            top,
            self.ordinal,
            self.about,
            self.words,
            self.fraction,
            bare,
            self.parts[0].scale if len(self.parts) == 1 else Decimal(1),
        )
