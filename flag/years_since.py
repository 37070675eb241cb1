"""Years that one text counts and another names: "the first title in 22 years", "the first since 2004"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from flag.evidence import StoryEvidence
from flag.facts import is_year
from records.claim import Figure

__all__ = ["counted_years", "years_ago"]

_YEARS = regex.compile(r"P(\d{1,3})Y")
_NAMED = regex.compile(r"\p{Nd}{4}")
_FEWEST = 2
"""Fewer years are told as "last year" and meet too many others."""
_TELLING, _TWO = 10, 2


def counted_years(story: StoryEvidence) -> dict[str, Figure]:
    """The lengths of years, by id, that answer a year which another version of the statement names, as the two years
    that they may have begun in, counted back from the publication; with them those of the statement that do not, where
    they stand alone in their sentence."""
    found: dict[str, Figure] = {}
    for statement in story.statements:
        told = [f for member in statement.members for s in member.sentences for f in story.figures_in(s)]
        named = [f for f in told if _names_a_year(f)]
        counted = [
            (f, begun) for f in told if (begun := _begun(story, f)) is not None and not _names_its_own(story, f, named)
        ]
        answers = {str(f.low) for f, begun in counted if _is_named(f, begun, named)}
        for figure, begun in counted:
            lone = not any(other.version == figure.version for other in named)
            alone = sum(other.sentence == figure.sentence for other, _ in counted) == 1
            if str(figure.low) in answers or (answers and lone and alone):
                low, high = f"{begun:04}-01-01", f"{begun + 1:04}-12-31"
                found[figure.id] = replace(figure, kind="date", low=low, high=high, unit=None, step=None)
    return found


def years_ago(story: StoryEvidence) -> dict[str, Figure]:
    """The years told as so many years ago, by id, as lengths of time, where two versions of the statement have one
    length of years, or one has that very length, and the version itself has none: "it is nine years since Finland last
    won" beside "the first win in 19 years"."""
    found: dict[str, Figure] = {}
    for statement in story.statements:
        told = [f for member in statement.members for s in member.sentences for f in story.figures_in(s)]
        lengths = {(f.version, str(f.low)) for f in told if _is_length(f)}
        for figure in told:
            ago = _ago(story, figure)
            if ago is None or any(version == figure.version for version, _ in lengths):
                continue
            agreed = max((sum(low == other for _, other in lengths) for _, low in lengths), default=0)
            if agreed >= _TWO or any(low == ago for _, low in lengths):
                found[figure.id] = replace(figure, kind="duration", low=ago, high=ago, unit=None, step=None)
    return found


def _is_length(figure: Figure) -> bool:
    years = _YEARS.fullmatch(str(figure.low)) if figure.kind == "duration" and figure.low == figure.high else None
    return years is not None and int(years[1]) >= _FEWEST


def _ago(story: StoryEvidence, figure: Figure) -> str | None:
    """The length of time from a year that is told by no number of its own up to the publication."""
    published = story.versions[figure.version].published
    if published is None or not is_year(figure) or str(figure.low)[:4] != str(figure.high)[:4]:
        return None
    years = published.year - int(str(figure.low)[:4])
    return f"P{years}Y" if years >= _FEWEST and _NAMED.search(figure.text) is None else None


def _begun(story: StoryEvidence, figure: Figure) -> int | None:
    """The first of the two years in which a whole number of years, up to the publication, may have begun."""
    years = _YEARS.fullmatch(str(figure.low)) if figure.kind == "duration" and figure.low == figure.high else None
    published = story.versions[figure.version].published
    if years is None or published is None or int(years[1]) < _FEWEST:
        return None
    return published.year - int(years[1]) - 1


def _is_named(figure: Figure, begun: int, named: Sequence[Figure]) -> bool:
    """Whether another version names one of the two years; of few years, which many things last, whether two do."""
    namers = {f.version for f in named if int(str(f.low)[:4]) - begun in (0, 1)} - {figure.version}
    return len(namers) >= (1 if int(str(figure.low)[1:-1]) >= _TELLING else _TWO)


def _names_its_own(story: StoryEvidence, figure: Figure, named: Sequence[Figure]) -> bool:
    """Whether its version names a year anywhere that none of ``named`` of other versions is."""
    others = {str(other.low) for other in named if other.version != figure.version}
    own = (f for f in story.claims[figure.version].figures if _names_a_year(f))
    return any(str(year.low) not in others for year in own)


def _names_a_year(figure: Figure) -> bool:
    one = str(figure.low)[:4] == str(figure.high)[:4]
    return figure.kind == "date" and one and is_year(figure) and _NAMED.search(figure.text) is not None
