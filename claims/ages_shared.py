"""Ages told by a number alone, in a text that names another age: la mujer, de 84 años, y su nieto, de cinco."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.context import Reading
from claims.dates_grammar import TimeGrammar
from records.claim import Figure

__all__ = ["share_ages"]

_OLDEST = 110
_REACH = 48
_ENDS = re.compile(r"\s?[,.;)!?）、。]|$")
_BRACKETED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][（(]$")
_CLOSED = re.compile("[）)]")
_YOUNGEST = 10
"""The youngest in brackets: smaller numbers there count things in a list."""


def share_ages(text: str, readings: list[Reading], times: Sequence[Figure], grammar: TimeGrammar) -> list[Figure]:
    """``times`` and the ages among ``readings``, which are taken out of these: numbers that end their clause behind a
    word for a person, where an age was told before; behind "who is"; and in brackets behind a name where the script
    has no capitals (田中さん（84）)."""
    found = list(times)
    if not readings:
        return found
    low = text.lower()
    aged = [time.start for time in times if time.kind == "age"]
    persons = grammar.persons_before if aged else None
    whose = grammar.section.words.get("agewho", ())
    for reading in list(readings):
        if not _may_be(reading) or _ENDS.match(text, reading.end) is None:
            continue
        start = reading.start
        shared = persons is not None and min(aged) < start and persons.search(low, max(0, start - _REACH), start)
        bracketed = not grammar.section.spaced and reading.low >= _YOUNGEST and _is_bracketed(text, reading)
        if shared or bracketed or low[:start].endswith(tuple(f" {words} " for words in whose)):
            readings.remove(reading)
            found.append(Figure(start, reading.end, text[start : reading.end], "age", reading.low, reading.low))
    return found


def _may_be(reading: Reading) -> bool:
    numeral = reading.numeral
    plain = not (reading.role or numeral.ordinal or numeral.fraction or reading.ranged or reading.group is not None)
    whole = reading.low == reading.high and reading.step == 1 and 0 < reading.low <= _OLDEST
    return plain and whole and reading.modifier == "exact"


def _is_bracketed(text: str, reading: Reading) -> bool:
    return _BRACKETED.search(text, 0, reading.start) is not None and _CLOSED.match(text, reading.end) is not None
