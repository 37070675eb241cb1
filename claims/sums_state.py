"""What is known of a number while its words are read: the parts added so far, largest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from claims.words import Atom, Item, Lexicon, place_of

__all__ = ["Addition", "Part"]


@dataclass(slots=True)
class Part:
    """``value`` from item ``first`` on; numbers under ``room`` may still be added; ``step`` is its last place."""

    value: Decimal
    room: Decimal
    first: int
    step: Decimal
    high: Decimal | None = None
    scale: Decimal = Decimal(1)


@dataclass(slots=True)
class Addition:
    """Parts are kept largest first; a scale multiplies the parts at the end that are smaller than it.

    ``used`` items are read. ``words``: no digits took part; ``scaled``: a scale word did; ``numbered``: a number did.
    """

    items: Sequence[Item]
    lexicon: Lexicon
    parts: list[Part] = field(default_factory=list)
    used: int = 0
    negative: bool = False
    ordinal: bool = False
    about: bool = False
    fraction: bool = False
    words: bool = True
    scaled: bool = False
    numbered: bool = False
    was_tens: bool = False

    def room(self) -> Decimal:
        return self.parts[-1].room if self.parts else Decimal("Infinity")

    def push(self, index: int, atom: Atom) -> None:
        value = atom.value
        step = Decimal(1).scaleb(-atom.digits) if atom.digits is not None else place_of(value)
        room = place_of(value) if value == value.to_integral_value() else Decimal(0)
        if atom.digits is not None:
            self.words = False
            room = Decimal(0)
        self.parts.append(Part(value, room, index, step))
        self.numbered = True
        self.about = self.about or atom.about

    def more(self, index: int) -> bool:
        return index + 1 < len(self.items) and self.items[index + 1].close

    def digit_run(self, index: int) -> int:
        size = 0
        for item in self.items[index:]:
            if item.atom.kind != "number" or item.atom.value >= 10 or item.atom.digits is not None:
                break
            if size and not item.close:
                break
            size += 1
        return size

    def goes_on(self, index: int) -> bool:
        """Whether an ordinal of several words goes on where each is an ordinal: centésimo vigésimo quinto."""
        atom = self.items[index].atom
        return self.lexicon.ordinal_chains and atom.kind == "ordinal" and 0 < atom.value < self.room()

    def can_divide(self) -> bool:
        """Whether what was read may be the upper part of a fraction: "three twenty-firsts", "five eighths"."""
        one = len(self.parts) == 1 and not self.scaled and self.numbered and not self.fraction
        return one and 1 <= self.parts[-1].value < 100 and self.parts[-1].value % 10 != 0

    def rooms(self) -> set[int]:
        return self.lexicon.joiner_rooms

    def scale_at(self, index: int) -> bool:
        return index < len(self.items) and self.items[index].atom.kind == "scale"
