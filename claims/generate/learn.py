"""Turns spelled numbers into the few atoms that ``claims.words`` needs to read all of them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from claims.glue import segment
from claims.sums import add_up
from claims.words import Atom, Item, Lexicon, place_of

__all__ = ["Atoms", "learn_atoms"]


class Atoms:
    """The atoms learnt so far, and a lexicon of them that reads what is known already."""

    def __init__(self) -> None:
        self.lexicon = Lexicon(inverted=False)
        self.tables: dict[str, dict[str, int]] = {"cardinals": {}, "scales": {}, "ordinals": {}}
        self.joiners: set[str] = set()
        self.failed: list[tuple[int, bool, tuple[str, ...]]] = []
        self.glued = False

    def learn(self, table: str, words: tuple[str, ...], value: int) -> None:
        kind = {"cardinals": "number", "scales": "scale", "ordinals": "ordinal"}[table]
        key = " ".join(words)
        if key not in self.tables[table]:
            self.tables[table][key] = value
            self.lexicon.learn(words, Atom(kind, Decimal(value)))

    def join(self, word: str, room: int) -> None:
        self.joiners.add(word)
        self.lexicon.joiner_rooms.add(room)
        self.lexicon.learn((word,), Atom("joiner"))

    def read(self, words: tuple[str, ...]) -> tuple[int, bool] | None:
        """The number that all of ``words`` make, and whether it is an ordinal."""
        items: list[Item] = []
        at = 0
        while at < len(words):
            found = self.lexicon.atoms(words, at)
            if found is None:
                pieces = segment(words[at], self.lexicon)
                if pieces is None:
                    return None
                self.glued = True
                items.extend(Item(at, at + 1, atom, close=True) for _, atom in pieces)
                at += 1
                continue
            items.append(Item(at, at + found[0], found[1], close=True))
            at += found[0]
        total = add_up(items, self.lexicon)
        if total is None or total.used != len(items):
            return None
        return int(total.value), total.ordinal


def learn_atoms(rows: Iterable[tuple[int, bool, tuple[str, ...]]]) -> Atoms:
    """Atoms that read every row of (number, whether an ordinal, words), given smallest first."""
    atoms = Atoms()
    for number, ordinal, words in rows:
        if not words or atoms.read(words) in {(number, ordinal), (number, False)}:
            continue
        done = _learn_ordinal(atoms, number, words) if ordinal else _learn_cardinal(atoms, number, words)
        if not done:
            atoms.failed.append((number, ordinal, words))
    return atoms


def _learn_cardinal(atoms: Atoms, number: int, words: tuple[str, ...]) -> bool:
    if number > 20 and _learn_joiner(atoms, number, words):
        return True
    if number >= 100 and _is_round(number) and _learn_scale(atoms, number, words):
        return True
    if 100 < number < 1000 and len(words) > 1 and _learn_hundred(atoms, number, words):
        return True
    if number < 100 or (number < 1000 and number % 100 == 0 and len(words) == 1):
        atoms.learn("cardinals", words, number)
        return True
    return False


def _learn_hundred(atoms: Atoms, number: int, words: tuple[str, ...]) -> bool:
    """A form of 100 that stands only before smaller numbers (ciento, cento)."""
    rest = words[2:] if words[1] in atoms.joiners else words[1:]
    tail = atoms.read(rest)
    if tail is None or tail[1] or atoms.read(words[:1]) is not None or number - tail[0] != number // 100 * 100:
        return False
    atoms.learn("cardinals", words[:1], number - tail[0])
    if words[1] in atoms.joiners:
        atoms.join(words[1], 100)
    return True


def _is_round(number: int) -> bool:
    digits = str(number).rstrip("0")
    return len(digits) <= 2 and number % 100 == 0


def _learn_scale(atoms: Atoms, number: int, words: tuple[str, ...]) -> bool:
    if len(words) == 1:
        if number == int(place_of(Decimal(number))):
            atoms.learn("scales", words, number)
            return True
        return False
    for size in (1, 2):
        head, tail = words[:-size], words[-size:]
        if not head or (size == 2 and len(words) == 2):
            continue
        times = atoms.read(head)
        if times is not None and not times[1] and times[0] and number % times[0] == 0:
            scale = number // times[0]
            if scale >= 100 and scale == int(place_of(Decimal(scale))):
                atoms.learn("scales", tail, scale)
                return True
    return False


def _learn_joiner(atoms: Atoms, number: int, words: tuple[str, ...]) -> bool:
    for at in range(1, len(words) - 1):
        word = words[at]
        head, tail = atoms.read(words[:at]), atoms.read(words[at + 1 :])
        if head is None or tail is None or head[1] or tail[1]:
            continue
        if word in atoms.joiners or atoms.lexicon.atoms((word,), 0) is None:
            if head[0] + tail[0] == number and tail[0] < int(place_of(Decimal(head[0]))):
                atoms.join(word, int(place_of(Decimal(head[0]))))
                return True
            if 0 < head[0] < 10 and tail[0] % 10 == 0 and head[0] + tail[0] == number < 100:
                atoms.lexicon.inverted = True
                atoms.join(word, 0)
                return True
    last = words[-1]
    return _learn_prefixed(atoms, number, words, last)


def _learn_prefixed(atoms: Atoms, number: int, words: tuple[str, ...], last: str) -> bool:
    """Arabic and Hebrew write "and" onto the next word: وعشرون, ושבעה."""
    if len(words) != 2 or len(last) < 3 or number > 99:
        return False
    head, tail = atoms.read(words[:1]), atoms.read((last[1:],))
    if head is None or tail is None or head[0] + tail[0] != number:
        return False
    if atoms.read((last[0], last[1:])) is None:
        if head[0] < 10:
            atoms.lexicon.inverted = True
        atoms.join(last[0], int(place_of(Decimal(head[0]))) if head[0] >= 20 else 0)
        atoms.tables.setdefault("proclitics", {})[last[0]] = 1
    return True


def _learn_ordinal(atoms: Atoms, number: int, words: tuple[str, ...]) -> bool:
    for size in (1, 2):
        head, tail = words[:-size], words[-size:]
        if not head:
            continue
        if head[-1] in atoms.joiners and len(head) > 1:
            head = head[:-1]
        before = atoms.read(head)
        if before is None or before[1] or before[0] >= number:
            continue
        rest = number - before[0]
        if rest < int(place_of(Decimal(before[0]))) or (before[0] < 10 and atoms.lexicon.inverted):
            known = atoms.tables["ordinals"].get(" ".join(tail))
            if known is None:
                atoms.learn("ordinals", tail, rest)
            return atoms.read(words) == (number, True)
    if number <= 100 or _is_round(number):
        atoms.learn("ordinals", words, number)
        return True
    return False
