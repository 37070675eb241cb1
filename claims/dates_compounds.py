"""Number and unit in one word: дводенні, zweitägige, девятилетняя, 3-річний."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claims.compounds import split_stems
from claims.dates_grammar import TimeGrammar
from claims.dates_reading import Found, read_number
from claims.durations import iso_duration

__all__ = ["read_compounds"]

_ADULT, _AGED = 16, 100
"""Years of an adjective that are an age beside any word that nothing lasts by."""


def read_compounds(low: str, text: str, grammar: TimeGrammar) -> Iterator[tuple[int, int, Found]]:
    """Durations and ages of compound words; a compound of years is an age before a word for a person or a name."""
    if grammar.compounds is None or not any(stem in low for stem, _ in grammar.compound_units):
        return
    for match in grammar.compounds.finditer(low):
        count = _count(match["n"], grammar)
        unit = next((unit for stem, unit in grammar.compound_units if match["unit"].startswith(stem)), None)
        if count is None or unit is None:
            continue
        if unit in {"year", "age"} and (unit == "age" or _is_age(match.end(), low, text, count, grammar)):
            yield match.start(), match.end(), Found("age", count, count)
            continue
        iso = iso_duration({unit: count})
        if iso is not None:
            yield match.start(), match.end(), Found("duration", iso, iso)


def _count(written: str, grammar: TimeGrammar) -> Decimal | None:
    if written[0].isdigit():
        return read_number(written)
    stems = split_stems(written, sorted(grammar.compound_numbers, key=len, reverse=True))
    if stems is None:
        return None
    total = Decimal(0)
    for stem in stems:
        value = grammar.compound_numbers[stem]
        total = total * value if value >= 100 > total > 0 else total + value
    return total


def _is_age(end: int, low: str, text: str, count: Decimal, grammar: TimeGrammar) -> bool:
    if count > 110:
        return False
    if grammar.persons is not None and grammar.persons.match(low, end):
        return True
    if grammar.others is not None and _ADULT <= count < _AGED and grammar.others.match(low, end):
        return True
    return text[end : end + 2].strip().isupper() and not grammar.section.noun_capitals
