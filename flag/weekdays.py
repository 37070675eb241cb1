"""A date whose weekday is not that of its day: "Saturday, 8 February", where others say that the 8th was a Sunday."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import regex

from configs.calendar_names import calendar_names
from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.sides import FigureSide, chosen_of
from records.claim import Figure

__all__ = ["has_wrong_weekday", "weekday_sides"]

_TWO = 2
_DIGIT = regex.compile(r"\p{Nd}")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")


def weekday_sides(story: StoryEvidence, fact: Fact) -> list[FigureSide] | None:
    """The sides of a day that all texts agree on, but one gives another weekday with it than two others do and than it
    has; None where there are none such. The figures of the sides have their weekday as unit."""
    chosen = {version: chosen_of(figures) for version, figures in fact.mentions.items()}
    days = {(figure.low, figure.high) for figure in chosen.values()}
    if len(days) != 1 or any(figure.kind != "date" or figure.low != figure.high for figure in chosen.values()):
        return None
    own = date.fromisoformat(str(next(iter(days))[0])[:10]).isoweekday()
    told = {v: number for v, f in chosen.items() if (number := _weekday_of(story, f)) is not None}
    wrong = {v: number for v, number in told.items() if number != own and _DIGIT.search(chosen[v].text)}
    if len(wrong) != 1 or sum(number == own for number in told.values()) < _TWO:
        return None
    ((odd, number),) = wrong.items()
    right = {v: replace(f, unit=calendar.day_name[own - 1]) for v, f in chosen.items() if v != odd}
    return [FigureSide(right), FigureSide({odd: replace(chosen[odd], unit=calendar.day_name[number - 1])})]


def has_wrong_weekday(story: StoryEvidence, figure: Figure) -> bool:
    """Whether a day in digits stands with the weekday of another one: one of the two is a slip."""
    if figure.kind != "date" or figure.low != figure.high or _DIGIT.search(figure.text) is None:
        return False
    number = _weekday_of(story, figure)
    return number is not None and number != date.fromisoformat(str(figure.low)[:10]).isoweekday()


def _weekday_of(story: StoryEvidence, figure: Figure) -> int | None:
    """The weekday, 1 is Monday, that stands in the words of a date."""
    pattern, numbers = _weekdays(story.versions[figure.version].language_code)
    found = pattern.search(figure.text.lower()) if pattern is not None else None
    return numbers[found.group()] if found is not None else None


@cache
def _weekdays(language: str) -> tuple[regex.Pattern[str] | None, Mapping[str, int]]:
    """The names of the weekdays: CLDR's and the forms that the language adds."""
    named = calendar_names(language).get("weekdays", {})
    numbers = {name: int(number) for number, names in named.items() for name in names}
    config = load_language(language)
    for number, forms in (config.dates.weekdays if config is not None else {}).items():
        numbers |= {form.replace("_", " "): number for form in forms.split()}
    if not numbers:
        return None, {}
    words = "|".join(regex.escape(name) for name in sorted(numbers, key=len, reverse=True))
    return regex.compile(words if _UNSPACED.search(words) else rf"(?<!\p{{L}})(?:{words})"), numbers
