"""Figures inside quotes: whether the versions' values can be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import regex

from flag.describe import describe_value
from flag.intervals import interval
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["cannot_be_one", "figure_sides"]

_COMPARED = frozenset({"count", "money", "percent", "percentage-point", "measure", "age", "ordinal", "score", "date",
                        "duration", "time"})  # fmt: skip
_WEEKS = (7, 14)
_DIGIT = regex.compile(r"\p{Nd}")


def figure_sides(
    figures: Mapping[str, Sequence[Figure]], published: Mapping[str, date | None]
) -> dict[str, dict[str, Figure]] | None:
    """Value -> version -> the one figure in which they differ; None when they agree.

    Figures of a kind that every version has are set aside. What is left is compared where it is one figure in each
    version: nothing is paired by guess. ``published`` are the days of the versions: the "today" of a speaker is one
    day, whether the outlet prints it on that day or the next.
    """
    by_kind: dict[str, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for version, found in figures.items():
        for figure in found:
            if figure.kind in _COMPARED:
                by_kind[figure.kind][version].append(figure)
    for kind in sorted(by_kind):
        left = _left_over(by_kind[kind], published)
        if len(left) < 2 or any(len(found) != 1 for found in left.values()):
            continue
        sides = _sides({version: found[0] for version, found in left.items()}, published)
        if len(sides) > 1:
            return sides
    return None


def _left_over(found: Mapping[str, Sequence[Figure]], published: Mapping[str, date | None]) -> dict[str, list[Figure]]:
    """The figures of each version that some other version has not; all of them where each has one."""
    if all(len(figures) == 1 for figures in found.values()):
        return {version: list(figures) for version, figures in found.items()}
    left: dict[str, list[Figure]] = {}
    for version, figures in found.items():
        others = [o for w, o in found.items() if w != version]
        left[version] = [f for f in figures if not all(any(_may_be_one(f, g, published) for g in o) for o in others)]
    return left


def _sides(single: Mapping[str, Figure], published: Mapping[str, date | None]) -> dict[str, dict[str, Figure]]:
    groups: list[list[str]] = []
    for version in single:
        home = next((g for g in groups if all(_may_be_one(single[version], single[w], published) for w in g)), None)
        if home is None:
            groups.append([version])
        else:
            home.append(version)
    return {describe_value(single[group[0]]): {version: single[version] for version in group} for group in groups}


def _may_be_one(a: Figure, b: Figure, published: Mapping[str, date | None]) -> bool:
    return not cannot_be_one(a, b) or _is_one_word_of_day(a, b, published)


def _is_one_word_of_day(a: Figure, b: Figure, published: Mapping[str, date | None]) -> bool:
    """Whether both are a day in words ("today", "tomorrow") as far from the day of their outlet."""
    days = [published.get(figure.version) for figure in (a, b)]
    if a.kind != "date" or None in days or any(_DIGIT.search(figure.text) for figure in (a, b)):
        return False
    values = [interval(figure.kind, figure.low, figure.high) for figure in (a, b)]
    far = [v.low - d.toordinal() for v, d in zip(values, days, strict=True) if v is not None and d is not None]
    return len(far) == 2 and far[0] == far[1]


def cannot_be_one(a: Figure, b: Figure) -> bool:
    """Whether two figures of one kind exclude each other, allowing for ranges, rounding and "at least"."""
    if a.unit is not None and b.unit is not None and a.unit != b.unit:
        return False
    if a.kind in {"duration", "time", "measure"}:
        return compare_figures(a, b) == "different"
    if _are_one_weekday(a, b):
        return False
    if isinstance(a.low, str) or isinstance(b.low, str):
        return str(a.high) < str(b.low) or str(b.high) < str(a.low)
    if _are_bounds(a, b):
        return abs(Decimal(str(a.low)) - Decimal(str(b.low))) > _between(a, b)
    (al, ah), (bl, bh) = _bounds(a), _bounds(b)
    return ah < bl or bh < al


def _are_one_weekday(a: Figure, b: Figure) -> bool:
    """Whether both are the same day of the week, one of them by its name alone: "on Saturday" of one speech is one day,
    however the verb beside it reads in each language."""
    days = [interval(figure.kind, figure.low, figure.high) for figure in (a, b) if figure.kind == "date"]
    first, second = (days[0], days[1]) if len(days) == len((a, b)) else (None, None)
    if first is None or second is None or not (first.is_point and second.is_point):
        return False
    worded = any(_DIGIT.search(figure.text) is None for figure in (a, b))
    return worded and abs(first.low - second.low) in _WEEKS


def _are_bounds(a: Figure, b: Figure) -> bool:
    """Whether both are the bound of something, in whatever words: "no class may have more than 24" of one is "24 at
    most" of another, and neither is 28."""
    return all(figure.modifier not in ("exact", "about") and figure.low == figure.high for figure in (a, b))


def _between(a: Figure, b: Figure) -> Decimal:
    """How far two bounds of one utterance may be apart: "at least 25" is "more than 24"."""
    grain = max(a.step or Decimal(0), b.step or Decimal(0)) / 2
    return max(grain, Decimal(1)) if a.kind == "count" and a.modifier != b.modifier else grain


def _bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    low, high = Decimal(str(figure.low)), Decimal(str(figure.high))
    slack = (figure.step or Decimal(0)) / 2
    if figure.modifier == "about":
        slack = max(slack, abs(high) / 10)
    low, high = low - slack, high + slack
    if figure.modifier in {"at-least", "more-than"}:
        high = max(high * 2, high)
    if figure.modifier in {"at-most", "less-than"}:
        low = min(low / 2, low)
    return low, high
