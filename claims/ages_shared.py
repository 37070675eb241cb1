"""Ages told by a number alone, in a text that names another age: la mujer, de 84 años, y su nieto, de cinco."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from claims.context import Reading
from claims.dates_grammar import TimeGrammar
from records.claim import Figure, Modifier

__all__ = ["share_ages"]

_OLDEST = 110
_REACH = 48
_LINK = 8
"""Characters that a comma and a word for "and" take at most."""
_YEARS = re.compile(r"P\d{1,2}Y")
_ALONE = re.compile(r"\w+")
_OF = re.compile(r"\s(?:d[ei]\s|d['’])")
"""What the years are of, and no age: con más de 20 años de experiencia."""
_TWO_WORDS = re.compile(r"(\s\S+)(\s\S+)")
_ENDS = re.compile(r"\s?[,.;)!?）、。]|$")
_BRACKETED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][（(]$")
_LIMITS: dict[str, Modifier] = {"agesunder": "less-than", "agesover": "more-than", "agesupto": "at-most"}
"""Words of a language that bound the age of people, and what they say of it."""
_CLOSED = re.compile("[）)]")
_YOUNGEST = 10
"""The youngest in brackets: smaller numbers there count things in a list."""


def share_ages(text: str, readings: list[Reading], times: Sequence[Figure], grammar: TimeGrammar) -> list[Figure]:
    """``times`` and the ages among ``readings``, which are taken out of these: numbers that end their clause behind a
    word for a person, where an age was told before; behind "who is"; and in brackets behind a name where the script
    has no capitals (田中さん（84）)."""
    low = text.lower()
    found = [_limited(low, time, grammar.section.words) for time in _of_persons(low, times, grammar)]
    if not readings:
        return found
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


def _of_persons(low: str, times: Sequence[Figure], grammar: TimeGrammar) -> list[Figure]:
    """``times`` where years that share their unit are ages, beside a word for a person or between commas: dos niños de
    4 y 7 años; los detenidos, de 27 y 34 años, salieron; 4 და 7 წლის ორი ბიჭი."""
    found = sorted(times, key=lambda time: time.start)
    words = grammar.section.words
    links = words.get("personlink", ())
    if not links and "ofperson" not in words:
        return found
    apposed = _apposed(links)
    for last in range(len(found) - 1, 0, -1):
        first = last
        while first and _shares_years(found[first - 1], found[first]):
            first -= 1
        if first == last:
            continue
        start, end = found[first].start, found[last].end
        back = max(0, start - _REACH)
        parted = apposed.search(low, back, start) is not None and _ENDS.match(low, end) is not None
        if parted or (_after_person(low, back, start, grammar) if links else _before_person(low, end, grammar)):
            for at in range(first, last + 1):
                age = Decimal(str(found[at].low)[1:-1])
                found[at] = replace(found[at], kind="age", low=age, high=age)
    return found


def _limited(low: str, time: Figure, words: Mapping[str, tuple[str, ...]]) -> Figure:
    """``time`` as the age it is where people are told apart by it: Kinder unter fünf Jahren, люди старше 65 лет."""
    if time.kind != "duration" or time.low != time.high or _YEARS.fullmatch(str(time.low)) is None:
        return time
    if _OF.match(low, time.end) is not None:
        return time
    for key, modifier in _LIMITS.items():
        pattern = _limit(words.get(key, ()), words.get("people", ()), words.get(f"{key}than", ()))
        if pattern is not None and pattern.search(low, max(0, time.start - _REACH), time.start) is not None:
            age = Decimal(str(time.low)[1:-1])
            return replace(time, kind="age", low=age, high=age, modifier=modifier)
    return time


@cache
def _limit(bounds: tuple[str, ...], people: tuple[str, ...], than: tuple[str, ...]) -> re.Pattern[str] | None:
    """A word for people and one of ``bounds``; or one of ``than``, which is said of people only."""
    ways = [f"(?:{_either(people)}),? (?:{_either(bounds)})"] if bounds and people else []
    ways += [_either(than)] if than else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})\s$") if ways else None


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)


@cache
def _apposed(links: tuple[str, ...]) -> re.Pattern[str]:
    """A comma and a word that ties an age to somebody, where the language has one, up to the end."""
    tie = rf"(?:{'|'.join(map(re.escape, links))})\s" if links else ""
    return re.compile(rf",\s{tie}$")


def _after_person(low: str, back: int, start: int, grammar: TimeGrammar) -> bool:
    return grammar.persons_before is not None and grammar.persons_before.search(low, back, start) is not None


def _before_person(low: str, end: int, grammar: TimeGrammar) -> bool:
    """Whether a word for a person follows, maybe behind how many they are."""
    persons = grammar.persons
    return persons is not None and any(
        persons.match(low, end + len(words)) for words in _words(low[end : end + _REACH])
    )


def _words(behind: str) -> tuple[str, ...]:
    """Nothing, the first word and the first two words of ``behind``."""
    found = _TWO_WORDS.match(behind)
    return ("",) if found is None else ("", found[1], found[1] + found[2])


def _shares_years(left: Figure, right: Figure) -> bool:
    """Whether ``left`` is a number alone that has the years of ``right``, close behind it."""
    years = all(
        one.kind == "duration" and one.low == one.high and _YEARS.fullmatch(str(one.low)) for one in (left, right)
    )
    return years and _ALONE.fullmatch(left.text) is not None and 0 < right.start - left.end <= _LINK


def _may_be(reading: Reading) -> bool:
    numeral = reading.numeral
    plain = not (reading.role or numeral.ordinal or numeral.fraction or reading.ranged or reading.group is not None)
    whole = reading.low == reading.high and reading.step == 1 and 0 < reading.low <= _OLDEST
    return plain and whole and reading.modifier == "exact"


def _is_bracketed(text: str, reading: Reading) -> bool:
    return _BRACKETED.search(text, 0, reading.start) is not None and _CLOSED.match(text, reading.end) is not None
