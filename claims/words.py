"""The words that numbers are made of, and the lexicon of a language that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

__all__ = ["Atom", "Item", "Lexicon", "place_of"]

_MOST_SCALE_DIGITS = 33


@dataclass(frozen=True, slots=True)
class Atom:
    """One word (or fixed phrase) of a number.

    ``kind``: ``number`` adds, ``scale`` multiplies what is smaller than it, ``ordinal`` adds and ends, ``joiner`` is
    "and", ``parts`` is a denominator (third, quarter: ``value`` 3, 4), ``point`` the decimal mark in words, ``minus``,
    ``half`` adds a fraction of the last scale ("and a half"), ``vague`` (dozens) runs from ``value`` to ``high``.
    ``digits`` is the number of decimals written, None for words. ``about`` marks a rough amount (une quinzaine).
    """

    kind: str
    value: Decimal = Decimal(0)
    high: Decimal | None = None
    digits: int | None = None
    about: bool = False


@dataclass(slots=True)  # frozen, making one takes five times as long
class Item:
    """An atom of ``size`` tokens at ``start``..``end``. ``close`` is whether nothing parts it from the item before."""

    start: int
    end: int
    atom: Atom
    close: bool = False
    size: int = 1


@dataclass(slots=True)
class Lexicon:
    """The number words of a language: phrases by first word, and how they combine.

    ``joiner_rooms`` are the places after which a joiner may stand (10: twenty-and-five; 100: hundred and five).
    ``inverted``: units come before tens (fünf-und-zwanzig). ``positional``: single digits in a
    row are a number; ``elide``: a last digit counts tenths of the scale (zh).
    ``most_hundreds`` bounds what a hundred multiplies (0: nothing); ``short_tens``: the word for ten may be left out.
    ``tens_joined``: "treinta y dos" is one number before a denominator too. ``ordinal_chains``: every word of an
    ordinal is one (vigésimo quinto), so that "veinte quintos" is four. ``digits_after_scales``: few digits join too;
    ``mixed_joins``: digits behind a thousand and a joiner do.
    """

    phrases: dict[str, list[tuple[tuple[str, ...], Atom]]] = field(default_factory=dict)
    joiner_rooms: set[int] = field(default_factory=set)
    inverted: bool = False
    positional: bool = False
    year_pairs: bool = False
    elide: bool = False
    ordinal_chains: bool = False
    most_hundreds: int = 0
    short_tens: bool = False
    tens_joined: bool = False
    digits_after_scales: bool = False
    mixed_joins: bool = False

    def learn(self, words: Sequence[str], atom: Atom) -> None:
        """Adds a phrase; the longest phrase of a first word is tried first, an earlier meaning is kept."""
        known = self.phrases.setdefault(words[0], [])
        rest = tuple(words[1:])
        if any(rest == other and atom.kind == old.kind for other, old in known):
            return
        known.append((rest, atom))
        known.sort(key=lambda entry: -len(entry[0]))

    def atoms(self, words: Sequence[str], at: int, before: Atom | None = None) -> tuple[int, Atom] | None:
        """The longest phrase that starts at word ``at``: how many words, and its atom.

        Of two meanings, ``before`` (the atom just read) decides: after a number "dozens" is a scale and, after a unit,
        "fifth" a part; alone they are vague and an ordinal.
        """
        entries = self.phrases.get(words[at], ())
        best: tuple[int, Atom] | None = None
        following = words[at + 1] if at + 1 < len(words) else ""
        for rest, atom in entries:
            size = len(rest) + 1
            if best is not None and size < best[0]:
                break
            if rest and (rest[0] != following or tuple(words[at + 1 : at + size]) != rest):
                continue
            if atom.kind == "half" and rest and before is None:
                continue  # "three quarters" begins a number as three parts
            if atom.kind == "vague" and before is not None and before.kind in _AMOUNTS:
                continue
            if best is None or _rank(atom, before) > _rank(best[1], before):
                best = size, atom
        return best


_AMOUNTS = frozenset({"number", "scale", "vague", "half"})
_RANKS = {"vague": 6, "number": 5, "scale": 4, "ordinal": 3, "parts": 2, "half": 1}
_RANKS_AFTER_SCALE = {"half": 7, "joiner": 6, "scale": 5, "number": 4, "ordinal": 3, "parts": 2, "vague": 0}
_RANKS_AFTER_NUMBER = {"half": 6, "scale": 5, "number": 4, "ordinal": 3, "parts": 2, "vague": 0}
_RANKS_AFTER_UNIT = {"half": 6, "scale": 5, "number": 4, "parts": 3, "ordinal": 2, "vague": 0}


def _rank(atom: Atom, before: Atom | None) -> int:
    if before is None or before.kind not in _AMOUNTS:
        return _RANKS.get(atom.kind, 0)
    if before.kind == "scale":
        return _RANKS_AFTER_SCALE.get(atom.kind, 0)
    if before.kind == "number" and before.value % 10:
        return _RANKS_AFTER_UNIT.get(atom.kind, 0)
    return _RANKS_AFTER_NUMBER.get(atom.kind, 0)


def place_of(value: Decimal) -> Decimal:
    """The place value of the last digit that is not zero: 2300 -> 100, 1.25 -> 0.01; 0 -> 1."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
