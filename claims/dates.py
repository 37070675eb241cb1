"""Dates, times, durations and ages of a text, with their places and values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from claims.dates_ages import age_of_years, read_bare_ages
from claims.dates_compounds import read_compounds
from claims.dates_grammar import TimeGrammar, time_grammar
from claims.dates_join import joined
from claims.dates_readers import READERS
from claims.dates_reading import Found, Reading
from claims.dates_tags import NumeralLike, Shadow, class_range, plain, shade, value_of
from records.claim import Figure, Modifier

__all__ = ["find_times"]

_BUDDHIST = 543
"""Years by which the Thai calendar is ahead: 2568 is 2025."""
_DIGIT = re.compile(r"\d")
_SHORT_CENTURY = re.compile(r"\b[IVXХ]+ \w{1,3}\.")
"""XIX w., XX a.: no word of the vocabulary and no digit."""
_OF_MONTHS = frozenset({"day", "month"})
_MONTH_BEFORE = re.compile(rf"[{class_range('month')}],? *$")
_GROUPED = re.compile(r"\d[^\w,]\d{3}\s*$")
_NOUN = re.compile(r"\s*([^\W\d_]{4,})")
_OLDEST = 1500
"""Months of years before this one are of chronicles; the news counts "1340 cases in April"."""
_MINUTES = re.compile(r"\d[.:]\d\d")


def find_times(
    text: str, language: str, published: datetime | None, numerals: Sequence[NumeralLike]
) -> tuple[Figure, ...]:
    """Figures of kind ``date``, ``time``, ``duration`` and ``age`` in ``text``, first to last, none overlapping.

    ``language`` is a BCP 47 tag, ``numerals`` are those of the same text. Dates are ISO days, low the first and high
    the last meant; times ``HH:MM``; durations ISO 8601; ages Decimal years. What is relative to ``published`` (None
    when unknown) is left out where no value can be given. Empty for a language without a file.
    """
    grammar = time_grammar(_primary(language))
    if grammar is None or not text:
        return ()
    low = plain(text)
    tags = grammar.vocabulary.tags(low, text)
    compounds = [*read_compounds(low, text, grammar), *read_bare_ages(text, numerals, tags, grammar)]
    named = tags or numerals or compounds or _DIGIT.search(low) or _names_noon(low, grammar)
    if not named and _SHORT_CENTURY.search(text) is None:
        return ()
    shadow = shade(low, tags, numerals)
    today = published.date() if published is not None else None
    found = [*_matches(text, shadow, grammar, today, numerals), *compounds]
    chosen = [(start, end, age_of_years(text, start, end, one, grammar)) for start, end, one in _longest(found, low)]
    return tuple(
        Figure(start, end, text[start:end], one.kind, one.low, one.high, modifier=_modifier(low, start, one, grammar))
        for start, end, one in joined(low, chosen, grammar)
    )


def _names_noon(low: str, grammar: TimeGrammar) -> bool:
    return grammar.points is not None and grammar.points.search(low) is not None


def _modifier(low: str, start: int, one: Found, grammar: TimeGrammar) -> Modifier:
    """A time "shortly before" or "just after" which something happened is about that time."""
    if one.kind == "time" and grammar.near is not None and grammar.near.search(low, max(0, start - 20), start + 14):
        return "about"
    return one.modifier


def _primary(language: str) -> str:
    primary = language.replace("_", "-").split("-")[0].lower()
    return {"nb": "no", "nn": "no", "iw": "he", "in": "id"}.get(primary, primary)


def _matches(
    original: str, shadow: Shadow, grammar: TimeGrammar, today: date | None, numerals: Sequence[NumeralLike]
) -> Iterator[tuple[int, int, Found]]:
    text = shadow.text
    values = {n.start: n.value for n in numerals}
    values |= {-n.start - 1: n.high for n in numerals if n.high is not None}
    for template, starts in grammar.templates.of(text, shadow.classes, _DIGIT.search(text) is not None):
        matches = template.pattern.finditer(text) if starts is None else _from(starts, text, template.pattern)
        for match in matches:
            reading = _reading(match, original, shadow, grammar, today, values)
            start, end = match.span()
            if template.group in _OF_MONTHS and reading.has("y") and _counts_behind_month(reading, match):
                end = match.start("y")
                reading.slots = {**reading.slots, "y": ""}
            found = READERS[template.group](reading)
            if found is not None:
                if template.group == "year" and not reading.has("edge"):
                    start = min(at for at in map(match.start, _years_of(match)) if at >= 0)
                if template.group == "oldyear":
                    start = match.start("n")
                while start < end and text[start] == " ":
                    start += 1
                while end > start and text[end - 1] in " ,":
                    end -= 1
                yield shadow.start(start), shadow.end(end), found


def _counts_behind_month(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the four digits behind a month count what follows: (fr) en avril, 1 340 cas; (de) im April 1340 Fälle.

    They are written as no year is, or no event of the news is of that year and a noun stands behind them.
    """
    if "y" not in match.re.groupindex:
        return False  # of an era or another calendar
    year = match.start("y")
    behind = match.string[match.end("y") : match.end()].strip()
    if year < 0 or behind or _MONTH_BEFORE.search(match.string, 0, year) is None:
        return False
    if _GROUPED.search(reading.written):
        return True
    noun = _NOUN.match(reading.follows) if reading.number("y") < _OLDEST and not reading.has("d") else None
    return noun is not None and noun[1][0].islower() != reading.grammar.section.noun_capitals


def _years_of(match: re.Match[str]) -> list[str]:
    return [name for name in ("era", "y", "by", "yy") if name in match.re.groupindex]


def _from(starts: Sequence[int], text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Matches that begin at one of ``starts``, none overlapping."""
    found: list[re.Match[str]] = []
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            found.append(match)
    return found


def _reading(
    match: re.Match[str],
    original: str,
    shadow: Shadow,
    grammar: TimeGrammar,
    today: date | None,
    values: dict[int, Decimal],
) -> Reading:
    text = shadow.text
    slots = match.groupdict("")
    slots |= {name.split("__")[0]: written for name, written in slots.items() if "__" in name and written}
    for name in ("dd", "dx"):
        slots["d"] = slots.get(name) or slots.get("d", "")
    if slots.get("by"):
        slots["y"] = str(int(slots["by"]) - _BUDDHIST)
    if slots.get("era"):
        base = list(grammar.section.eras.values())[value_of(slots["era"])]
        slots["y"] = str(base + int(slots.get("jy") or 1))
    numbers = {}
    for name in ("n", "n2", "n3"):
        if slots.get(name):
            value = values.get(shadow.start(match.start(name)))
            if value is not None:
                numbers[name] = value
            high = values.get(-shadow.start(match.start(name)) - 1)
            if high is not None:
                numbers[f"{name}_high"] = high
    start, end = match.span()
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    stop = shadow.end(end)
    word = original[shadow.start(start) : shadow.end(start + 1)].lower() if start < end else ""
    whole, follows = match[0].strip(), original[stop : stop + 24]
    source = original[shadow.start(start) : stop]
    return Reading(slots, today, grammar, before, after, whole, word, text, numbers, follows, source.lower(), source)


def _longest(found: Sequence[tuple[int, int, Found]], low: str) -> list[tuple[int, int, Found]]:
    """The longest matches; of one length a date goes first, then a time whose minutes are written (10.15 uur)."""
    chosen: list[tuple[int, int, Found]] = []

    def order(one: tuple[int, int, Found]) -> tuple[int, int, int]:
        start, end, value = one
        clock = value.kind == "time" and _MINUTES.search(low, start, end) is not None
        return start - end, start, 0 if value.kind == "date" else 1 if clock else 2

    for start, end, one in sorted(found, key=order):
        if all(end <= other[0] or other[1] <= start for other in chosen):
            chosen.append((start, end, one))
    return sorted(chosen, key=lambda f: f[0])
