"""What a language leaves open and other versions don't: "1850 lidí" counts people where others count 1,850, and a
"29-летний" is as old as that where others give ages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import regex

from flag.evidence import StoryEvidence
from flag.one_currency import in_one_currency
from flag.slips import is_slip
from flag.years_since import counted_years, years_ago
from records.claim import Claims, Figure

__all__ = ["as_counted"]

_BARE = regex.compile(r"\d{4}")
_IN_YEARS = regex.compile(r"P\d{1,2}Y")
_WORD = regex.compile(r"\d{1,2}[-‐‑–]?\p{L}[\p{L}\p{M}]*")
"""A number and its years in one word: 29-letni, 29letý."""
_AGES = 2
"""Versions that must give ages."""
_MANY = 3
"""Versions that must count about as many, or give ages anywhere in their texts."""
_NEAR = Decimal("0.2")
"""Share of a count that reads like a year by which others may differ from it."""


def as_counted(story: StoryEvidence) -> StoryEvidence:
    """``story`` with years read as counts where other versions of the statement count that many, or a slip of it,
    years written into one word with their number as ages where others give ages, years counted as the year that others
    name, years ago as the length of time that others count, and sums of currencies of one name in one of them where the
    texts give one sum in two.

    A year that a second version of the statement has as a year, and that nobody counts, stays one.
    """
    counted = counted_years(story) | years_ago(story) | in_one_currency(story)
    for statement in story.statements:
        figures = [f for member in statement.members for s in member.sentences for f in story.figures_in(s)]
        counted |= _counted(figures) | _aged(figures, _AGES) | _aged_ranges(figures)
    counted |= _aged(list(story.figures.values()), _MANY)
    if not counted:
        return story
    return replace(story, claims={version: _with(claims, counted) for version, claims in story.claims.items()})


def _counted(figures: Sequence[Figure]) -> dict[str, Figure]:
    years = [(figure, as_count) for figure in figures if (as_count := _as_count(figure)) is not None]
    counts = [figure for figure in figures if figure.kind == "count"]
    found = {}
    for figure, as_count in years:
        others = [other for other in counts if other.version != figure.version]
        twins = {other.version for other, _ in years if other.low == figure.low} - {figure.version}
        equal = any(other.low == other.high == as_count.low for other in others)
        slipped = {other.version for other in others if other.low == other.high and is_slip(other, as_count)}
        near = {other.version for other in others if _is_near(other, as_count)}
        if equal or ((len(slipped) > 1 or len(near) >= _MANY) and not twins):
            found[figure.id] = as_count
    return found


def _is_near(other: Figure, as_count: Figure) -> bool:
    """Whether two counts are so near that one may be a slip of the other: 1,888 and 1,900."""
    low = other.low
    return isinstance(low, Decimal) and abs(low - Decimal(as_count.low)) <= _NEAR * Decimal(as_count.low)


def _aged(figures: Sequence[Figure], fewest: int) -> dict[str, Figure]:
    """Lengths of years of versions without an age, where ``fewest`` versions have ages: in one word with their number
    where nobody else has that length, else where a digit in its place, or both, are those of that many ages."""
    ages = [figure for figure in figures if figure.kind == "age" and isinstance(figure.low, Decimal)]
    points = [age for age in ages if age.low == age.high]
    told = {figure.version for figure in ages}
    lengths = [figure for figure in figures if figure.kind == "duration" and _IN_YEARS.fullmatch(str(figure.low))]
    found = {}
    for figure in lengths:
        if figure.version in told or len(told) < fewest or figure.low != figure.high:
            continue
        years = Decimal(str(figure.low)[1:-1])
        alone = all(other.version == figure.version or other.low != figure.low for other in lengths)
        word = fewest == _AGES and _WORD.fullmatch(figure.text)
        near = {age.version for age in points if _are_near(f"{years:02.0f}", f"{age.low:02.0f}")}
        if (alone and word) or (len(near) >= fewest and (alone or fewest == _AGES)):
            found[figure.id] = replace(figure, kind="age", low=years, high=years, unit=None, step=Decimal(1))
    return found


def _aged_ranges(figures: Sequence[Figure]) -> dict[str, Figure]:
    """Lengths from so many years to so many that begin or end like the ages of another version: "tra i 41 e i 78 anni"
    beside "aged 41 to 88"."""
    ages = [figure for figure in figures if figure.kind == "age" and figure.low != figure.high]
    found = {}
    for figure in figures:
        ends = [str(value) for value in (figure.low, figure.high)]
        if figure.kind != "duration" or ends[0] == ends[1] or not all(map(_IN_YEARS.fullmatch, ends)):
            continue
        low, high = (Decimal(end[1:-1]) for end in ends)
        if any(age.version != figure.version and (age.low == low or age.high == high) for age in ages):
            found[figure.id] = replace(figure, kind="age", low=low, high=high, unit=None, step=Decimal(1))
    return found


def _are_near(one: str, other: str) -> bool:
    """Whether two numbers of two digits have one of them in common, in its place, or both, swapped."""
    alike = sorted(one) == sorted(other) or any(a == b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) == len("58") and alike


def _as_count(figure: Figure) -> Figure | None:
    """A year of four bare digits as a count; None for every other figure."""
    digits = _BARE.fullmatch(figure.text)
    if figure.kind != "date" or digits is None:
        return None
    value = Decimal(int(figure.text))
    return replace(figure, kind="count", low=value, high=value, step=Decimal(1))


def _with(claims: Claims, counted: Mapping[str, Figure]) -> Claims:
    return replace(claims, figures=tuple(counted.get(figure.id, figure) for figure in claims.figures))
