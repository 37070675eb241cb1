"""Ages that no word names: "Ilona Vasko, 52, said", "Luca Rosetti, 61 anni, è"; told by the commas around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claims.dates_grammar import TimeGrammar
from claims.dates_reading import Found
from claims.dates_tags import NumeralLike

__all__ = ["age_of_years", "read_bare_ages"]

_YOUNGEST, _OLDEST = 5, 110
_ADULT, _AGED = 16, 100
"""Years that a noun between commas is old rather than lasts."""
_YEARS = re.compile(r"P(\d+)Y")
_NAME_BEFORE = r"(?<![^\W\d_])(?P<word>[^\W\d_]{{2,}})['’\"”»]?(?:,\s| \()(?:(?:{between}) )?$"
_CLOSED = re.compile(r"\s?[,;)]|[.](?:\s|$)")
_PARTED = re.compile(r"(?:,\s|\()(?=[^\d])|\)|[.;](?=\s|$)")
_GOES_ON = re.compile(r", [^\W\d_]{3,}")
_ADJECTIVE = re.compile(r"\d-\w{4,}$")
_WORDS = re.compile(r" ([\w’'-]+)(?: ([\w’'-]+))?(?: ([\w’'-]+))?(?: ([\w’'-]+))?")
_PERSON_REACH = 48
_NOUN = 4
"""Letters of the shortest word, not known as a person, that an age between commas may follow (presenter, 37, took)."""


@cache
def _name_before(between: tuple[str, ...]) -> re.Pattern[str]:
    """A name, a comma or bracket and, maybe, one of the words ``between``, up to the end."""
    words = "|".join(re.escape(word) for word in ("de", *between))
    return re.compile(_NAME_BEFORE.format(between=words))


@cache
def _when_was(when: tuple[str, ...], was: tuple[str, ...]) -> re.Pattern[str]:
    """ "when Kesha was", up to the end."""
    first, verbs = ("|".join(map(re.escape, words)) for words in (when, was))
    words = r"(?:[^\W\d_]+ ){0,2}(?P<word>[^\W\d_]+)"
    return re.compile(rf"(?<![^\W\d_])(?:(?i:{first})) {words} (?:{verbs}) $")


def age_of_years(text: str, start: int, end: int, one: Found, grammar: TimeGrammar) -> Found:
    """Years between two commas, or in brackets, behind a name are the age of who was named before them; those of an
    adjective, of the name behind it: 61-річний фермер Іван Вовк, a 61 éves Kovács János."""
    years = _YEARS.fullmatch(str(one.low)) if one.kind == "duration" and one.low == one.high else None
    if years is None or not _YOUNGEST <= int(years[1]) <= _OLDEST:
        return one
    if grammar.lasting is not None and grammar.lasting.match(text.lower(), end):
        return one  # чоловіка до дванадцяти років позбавлення волі
    before = _name_before(()).search(text, max(0, start - 40), start)
    behind = before is not None and _CLOSED.match(text, end) is not None and _is_somebody(before, text, start, years[1])
    adjectives = grammar.section.words.get("yearsold", ())
    adjective = _ADJECTIVE.search(text, start, end) is not None or text[start:end].endswith(adjectives or "\0")
    named = behind or (adjective and _names_somebody(text, end))
    if not named and not _of_person(text.lower(), start, end, int(years[1]), grammar):
        return one
    age = Decimal(years[1])
    return Found("age", age, age, one.modifier)


def _of_person(low: str, start: int, end: int, years: int, grammar: TimeGrammar) -> bool:
    """Whether the years are those of somebody: nepotul ei de cinci ani, barnebarn på fem år, 84 éves nő."""
    words = grammar.section.words
    links = words.get("personlink")
    if links is not None and grammar.persons_before is not None:
        anybody = grammar.somebody_before if _ADULT <= years < _AGED else None
        named = any(
            before is not None and before.search(low, max(0, start - _PERSON_REACH), start)
            for before in (grammar.persons_before, anybody)
        )
        return named and not low.startswith(tuple(f" {link} " for link in links), end)
    spent = tuple(f" {word}" for word in words.get("notofperson", ()))
    if grammar.persons is None or (spent and f" {low[:start].rstrip()}".endswith(spent)):
        return False
    for phrase in words.get("ofperson", ()):
        first = phrase.split()[0]
        behind = end - len(first) + len(phrase)
        if low.startswith(phrase, end - len(first)) and (
            grammar.persons.match(low, behind)
            or (grammar.others is not None and _ADULT <= years < _AGED and grammar.others.match(low, behind))
        ):
            return True
    return False


def _names_somebody(text: str, at: int) -> bool:
    """Whether a name of two words stands at ``at``, behind two words for what somebody is at most."""
    found = _WORDS.match(text, at)
    words = [word for word in found.groups() if word] if found is not None else []
    names = [word[0].isupper() for word in words]
    return any(first and second for first, second in pairwise(names)) if names[:1] != [True] else all(names[:2])


def _is_somebody(before: re.Match[str], text: str, start: int, years: str) -> bool:
    """A name, or any noun where digits that no contract or term lasts stand between commas: l'esterno, 24 anni, ha."""
    digits = _ADULT <= int(years) < _AGED and text.startswith(years, start)
    return _is_name(before) or (digits and len(before["word"]) >= _NOUN and "," in before[0])


def _is_name(before: re.Match[str]) -> bool:
    """A capital; where letters have none, only what stands in brackets."""
    first = before["word"][0]
    return first.isupper() or (first.lower() == first.upper() and before[0].rstrip().endswith("("))


def read_bare_ages(
    text: str, numerals: Sequence[NumeralLike], tags: Sequence[tuple[int, int, str]], grammar: TimeGrammar
) -> Iterator[tuple[int, int, Found]]:
    """ "Vasko, 52, said" where the language writes so: digits between commas behind a name or a word for a person."""
    if not grammar.section.bare_ages:
        return
    for numeral in numerals:
        written = text[numeral.start : numeral.end]
        if not (written.isdigit() and len(written) == 2) or numeral.start < 3:
            continue
        words = grammar.section.words
        if _PARTED.match(text, numeral.end) is None:
            continue
        before = _name_before(words.get("agebetween", ())).search(text, max(0, numeral.start - 40), numeral.start)
        if before is None and "agewas" in words:
            before = _when_was(words.get("agewhen", ()), words["agewas"]).search(
                text, max(0, numeral.start - 40), numeral.start
            )
        if before is None:
            continue
        place = before.start("word")
        person = grammar.persons is not None and grammar.persons.match(before["word"].lower()) is not None
        in_time = any(start <= place < end for start, end, _ in tags)
        noun = len(before["word"]) >= _NOUN and "," in before[0] and _GOES_ON.match(text, numeral.end)
        if (before["word"][0].isupper() or person or noun) and not in_time:
            yield numeral.start, numeral.end, Found("age", numeral.value, numeral.value)
