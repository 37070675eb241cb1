"""A number and what it is a number of in one word: двухметровый, trójwymiarowy, háromszoros."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

__all__ = ["Compound", "Compounds", "compounds_of", "split_stems"]

_LETTERS = r"[^\W\d_]*"
_MEMO_SIZE = 20000


@dataclass(frozen=True, slots=True)
class Compound:
    """``role`` and ``code`` as of ``claims.phrases.Meaning``, or ``ordinal`` (zweitgrößte); both empty where the word
    only counts."""

    value: Decimal
    role: str
    code: str


@dataclass(slots=True)
class Compounds:
    """The compounds of one language; ``heads`` are the first two letters that one may have."""

    numbers: Mapping[str, Decimal]
    seconds: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str] | None
    heads: frozenset[str]
    memo: dict[str, Compound | None] = field(default_factory=dict)

    def read(self, word: str) -> Compound | None:
        """What ``word`` (folded, lower case) says, None when it is no compound."""
        if word in self.memo:
            return self.memo[word]
        if len(self.memo) > _MEMO_SIZE:
            self.memo.clear()
        self.memo[word] = found = self._read(word)
        return found

    def _read(self, word: str) -> Compound | None:
        match = None if self.pattern is None else self.pattern.fullmatch(word)
        stems = None if match is None else split_stems(match["n"], sorted(self.numbers, key=len, reverse=True))
        if match is None or stems is None:
            return None
        total = Decimal(0)
        for stem in stems:
            value = self.numbers[stem]
            total = total * value if value >= 100 > total > 0 else total + value
        meaning = next((code for stem, code in self.seconds if match["second"].startswith(stem)), "")
        if total == 1 and not meaning:
            return None  # einfach, einmalig, einseitig
        if meaning.startswith("/"):
            return Compound(round(total * 100 / int(meaning[1:]), 4), "percent", "")
        if meaning.isdigit():
            return Compound(total * int(meaning), "", "")
        if meaning in {"percent", "ordinal"}:
            return Compound(total, meaning, "")
        return Compound(total, "unit" if meaning else "", meaning)


def compounds_of(numbers: Mapping[str, Decimal], seconds: Mapping[str, str]) -> Compounds:
    """``seconds``: second part, with ``*`` for any ending -> unit, ``percent``, a power of ten, "/3" (thirds) or
    nothing."""
    if not numbers or not seconds:
        return Compounds({}, (), None, frozenset())
    ends = "|".join(
        re.escape(second.rstrip("*")) + (_LETTERS if second.endswith("*") else "")
        for second in sorted(seconds, key=len, reverse=True)
    )
    stems = "|".join(re.escape(stem) for stem in sorted(numbers, key=len, reverse=True))
    ordered = sorted(((second.rstrip("*"), code) for second, code in seconds.items()), key=lambda s: -len(s[0]))
    pattern = re.compile(rf"(?P<n>(?:{stems})+?)-?(?P<second>{ends})")
    return Compounds(numbers, tuple(ordered), pattern, frozenset(stem[:2] for stem in numbers))


def split_stems(written: str, stems: Sequence[str]) -> list[str] | None:
    """``written`` as stems, the longest that leave a rest which splits too (педесет-осмо)."""
    if not written:
        return []
    for stem in stems:
        rest = split_stems(written[len(stem) :], stems) if written.startswith(stem) else None
        if rest is not None:
            return [stem, *rest]
    return None
