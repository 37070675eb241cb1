"""Numbers written in digits, in any script, with the marks of a locale."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from claims.tokens import MARKS_OF_WORDS

__all__ = ["FRACTIONS", "DigitMarks", "read_digits"]

_SPACES = "\u00a0\u202f\u2009\u2007"
_APOSTROPHES = "'’"
FRACTIONS = {
    chr(code): Decimal(str(unicodedata.numeric(chr(code)))) for code in (*range(0xBC, 0xBF), *range(0x2150, 0x215F))
}
"""Characters that are a fraction: ½ -> 0.5."""

_LISTED = "日月年時階号章区次期位条項回番代面組班丁巻話節"
"""What Japanese numbers parted by a dot count where they are a list: 7・8月, 1・2階."""
_AMOUNTED = "%％倍度ポパ万億兆キ㌔㌢㍍㌘トミセメグリドユ"
"""Beginnings of what is counted in hundredths; 3・11 and 9・11 are days."""
_DOTTED = rf"(?<!・\d)(?<!・\d\d)[・･](?:\d(?!\d|[・･]\d|[{_LISTED}])|\d\d(?=[{_AMOUNTED}]))"
"""The decimal point of Japanese papers: マグニチュード5・2."""


@dataclass(frozen=True, slots=True)
class DigitMarks:
    """``decimal`` and ``group`` hold every character that a locale writes in that place; ``spoken`` are words for the
    decimal mark that stand between digits."""

    decimal: str
    group: str
    spoken: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, decimal: str, group: str, more_groups: str = "", more_decimals: str = "", spoken: tuple[str, ...] = ()
    ) -> DigitMarks:
        """The marks of a locale; a group mark that is a space stands for every kind of space."""
        groups = set(group + more_groups) | set(_SPACES + _APOSTROPHES + "٬")
        if groups & set(_SPACES) and (group.isspace() or any(c.isspace() for c in more_groups)):
            groups.add(" ")
        decimals = set(decimal + more_decimals) | {"٫"}
        return cls("".join(sorted(decimals)), "".join(sorted(groups - (decimals - {group} - set(more_groups)))), spoken)

    def pattern(self) -> str:
        """A regular expression (one group) of everything that may be one number in digits."""
        spaces = "".join(c for c in self.group if c.isspace())
        pieces = [r"\.\d+", r"['’٬٫·]\d+"]
        pieces += [r",\d+"] if "," in self.decimal else [r",\d{3}(?!\d)", r",\d{2}(?=(?:,\d\d)*,\d{3}(?!\d))"]
        pieces += [r"[，،]\d{3}(?!\d)", r"．\d+", _DOTTED]
        if "/" in self.decimal:
            pieces.append(r"/\d+(?!\d*/)")
        if self.spoken:
            pieces.append(rf" (?:{'|'.join(map(re.escape, self.spoken))}) \d+")
        if spaces:
            pieces.append(rf"[{re.escape(spaces)}]\d{{3}}(?!\d|s\b)")  # not the 777s of "18 777s"
        power = r"(?:[eE][+-]?\d{1,2}(?!\w)|\^[+-]*\d{1,2}(?!\w)|\s?[x×]\s?10\^?[-−+]?\d{1,2}(?!\w))"
        # 1 414 021 100: two groups can be no list
        apart = r"(?<![\d.,])(?![0٠۰０])\d{1,3}(?:[ \u3000]\d{3}){2,}(?![\d \u3000]*\d)"
        bare = rf"(?<![\w.{MARKS_OF_WORDS}])\.\d+" + (r"|(?<!\S),\d+" if "," in self.decimal else "")
        return rf"(?:{apart}|\d+|{bare})(?:{'|'.join(pieces)})*{power}?"


_POWER = re.compile(r"(?:[eE]|\s?[x×]\s?10\^?)([-−+]?\d{1,2})$")
_EXPONENT = re.compile(r"\^([+-]*)(\d{1,2})$")


def read_digits(written: str, marks: DigitMarks) -> tuple[Decimal, int] | None:  # noqa: PLR0911 - one return a rule
    """The value of ``written`` and how many decimals it has; None when it is a code, a date or an address.

    >>> read_digits("1.234,5", DigitMarks.of(",", "."))
    (Decimal('1234.5'), 1)
    >>> read_digits("1.5", DigitMarks.of(",", "."))
    (Decimal('1.5'), 1)
    """
    plain = _ascii_digits(written)
    for word in marks.spoken:
        whole, _, decimals = plain.partition(f" {word} ")
        if decimals.isdigit():
            read = read_digits(whole, marks)
            return read and (Decimal(f"{read[0]}.{decimals}"), len(decimals))
    power = _POWER.search(plain) or _EXPONENT.search(plain)
    if power is not None and len(plain) > len(power[0]):
        return _powered(read_digits(plain[: power.start()], marks), power)
    if plain.startswith(",") and "," in marks.decimal:
        plain = plain.replace(",", ".", 1)
    if plain.startswith("."):
        plain = "0" + plain
        if plain.count(".") == 1 and plain[2:].isdigit():
            return Decimal(plain), len(plain) - 2
    if plain.isdigit():
        return (Decimal(plain), 0) if len(plain) <= 30 else None
    if len(plain) > 60:
        return None
    separators = [c for c in plain if not c.isdigit()]
    pieces = re.split(r"\D", plain)
    if len(set(separators)) == 1:
        return _one_mark(separators, pieces, marks)
    last = separators[-1]
    if separators.count(last) > 1 or last in " '’٬" + _SPACES or len({*separators[:-1]}) > 1:
        return None
    if not _grouped(pieces[:-1]) or any(c not in ".,٬'’" + _SPACES + " " for c in separators[:-1]):
        return None
    return Decimal("".join(pieces[:-1]) + "." + pieces[-1]), len(pieces[-1])


def _powered(base: tuple[Decimal, int] | None, power: re.Match[str]) -> tuple[Decimal, int] | None:
    """1.3x10^6 and 12e-1 scale, 2^10 multiplies itself."""
    if base is None:
        return None
    if power.re is _POWER:
        return base[0].scaleb(int(power[1].replace("−", "-"))), 0
    exponent = int(power[2]) * (-1) ** power[1].count("-")
    return (base[0] ** exponent, 0) if base[0] or exponent > 0 else None


def _one_mark(separators: list[str], pieces: list[str], marks: DigitMarks) -> tuple[Decimal, int] | None:
    mark = separators[0]
    grouped = _grouped(pieces)
    thousands = grouped and mark == "," and pieces[-1] == "000"  # 330,000 has no three decimals in any language
    if mark in marks.decimal and len(separators) == 1 and not (grouped and mark in marks.group) and not thousands:
        return Decimal(".".join(pieces)), len(pieces[1])
    if grouped and (mark in marks.group or len(separators) > 1 or thousands):
        return Decimal("".join(pieces)), 0
    if len(separators) == 1 and mark == "." and grouped and pieces[0] != "0" and "." not in marks.decimal:
        return Decimal("".join(pieces)), 0  # 94.000 where the comma is the decimal mark
    if len(separators) == 1 and mark in ".,·・･":
        return Decimal(".".join(pieces)), len(pieces[1])
    return None


def _grouped(pieces: list[str]) -> bool:
    """1,234,567 or, as in India, 12,34,567."""
    if len(pieces) < 2 or len(pieces[-1]) != 3 or not 1 <= len(pieces[0]) <= 3 or pieces[0] == "0":
        return len(pieces) == 1
    middle = {len(piece) for piece in pieces[1:-1]}
    return middle <= {3} or (middle <= {2} and len(pieces[0]) <= 2)


def _ascii_digits(written: str) -> str:
    if written.isascii():
        return written
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else _WIDE.get(c, c) for c in written)


_WIDE = {"，": ",", "．": ".", "،": "٬"}
