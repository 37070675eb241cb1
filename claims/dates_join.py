"""Two values with a word of range between them as one: 3 May to 5 June, between 2014 and 2018, 08:00–10:00."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from claims.dates_grammar import TimeGrammar
from claims.dates_reading import Found

__all__ = ["joined"]

_ONE_UNIT = re.compile(r"PT?(\d+)([YMWDHS])")
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_Placed = tuple[int, int, Found]


def joined(low: str, placed: Sequence[_Placed], grammar: TimeGrammar) -> list[_Placed]:
    """``placed`` (in order) with neighbours of one kind made one where the text says "to" between them."""
    out: list[_Placed] = []
    for start, end, one in placed:
        pair = _of_one_year(low, out[-1], start, end, one) if out else None
        if pair is not None and _is_range(low, pair[0], start, end, pair[1], grammar):
            first, last = pair
            last = _same_half_of_day(first[2], last)
            out[-1] = first[0], end, Found(one.kind, first[2].low, last.high, first[2].modifier)
        else:
            out.append((start, end, one))
    return out


def _same_half_of_day(first: Found, last: Found) -> Found:
    """午後5時から6時, from five to six in the evening: the second hour is in the half of the day of the first."""
    if last.kind != "time" or str(last.high) >= str(first.low) or not str(last.high) < "12:00":
        return last
    later = f"{int(str(last.high)[:2]) + 12:02d}{str(last.high)[2:]}"
    return last if later <= str(first.low) else Found("time", later, later, last.modifier)


def _of_one_year(low: str, first: _Placed, start: int, end: int, one: Found) -> tuple[_Placed, Found]:
    """3 March to 5 June 2019: the year of one day is that of the other, or the one beside it at a turn of the year."""
    if first[2].kind != "date" or one.kind != "date":
        return first, one
    written = low[first[0] : first[1]], low[start:end]
    years = [_YEAR.search(text) for text in written]
    if (years[0] is None) == (years[1] is None) or not all(_DIGIT.search(text) for text in written):
        return first, one
    if years[0] is None:
        moved = _moved(first[2], str(one.low)[:4], lambda low, high: low < str(one.low))
        return (first if moved is None else (first[0], first[1], moved)), one
    moved = _moved(one, str(first[2].low)[:4], lambda low, high: high > str(first[2].high))
    return first, one if moved is None else moved


def _moved(found: Found, year: str, fits: Callable[[str, str], bool]) -> Found | None:
    """``found`` in ``year``, or in the year before or after where only that ``fits``; None where no such day is."""
    for other in (int(year), int(year) - 1, int(year) + 1):
        ends = [f"{other:04d}{str(day)[4:]}" for day in (found.low, found.high)]
        if str(found.low)[:4] == str(found.high)[:4] and fits(*ends) and all(map(_is_day, ends)):
            return Found("date", ends[0], ends[1], found.modifier)
    return None


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _grows(first: Found, second: Found) -> bool:
    """5歳から14歳, 2년에서 3년: two points of the same unit, the greater one last."""
    if isinstance(first.high, str) and isinstance(second.low, str):
        sizes = [_ONE_UNIT.fullmatch(value) for value in (first.high, second.low)]
        if sizes[0] is None or sizes[1] is None or sizes[0][2] != sizes[1][2]:
            return False
        return int(sizes[0][1]) < int(sizes[1][1]) and first.low == first.high and second.low == second.high
    points = first.low == first.high and second.low == second.high
    return isinstance(first.high, Decimal) and isinstance(second.low, Decimal) and points and first.high < second.low


def _by_endings(low: str, first: _Placed, start: int, end: int, grammar: TimeGrammar) -> bool:
    """2 Ekim'den 22 Ekim'e kadar: the ending of the first says from, a word behind the second (or its own ending, et 2.
    veebruarist 30. märtsini) says until."""
    words = grammar.section.words
    endings, until = words.get("fromending", ()), words.get("until", ())
    if not endings or not low[first[0] : start].rstrip().endswith(endings):
        return False
    behind = low[end : end + 16]
    gap = low[first[1] : start].strip()
    if gap and gap not in endings:
        return False
    if low[start:end].endswith(words.get("untilending", ())):
        return True
    return any(behind.lstrip("'’abcdefghijklmnopqrstuvwxyz").lstrip().startswith(word) for word in until)


def _opens_between(low: str, first: _Placed, grammar: TimeGrammar) -> bool:
    """Whether a word for "between" or "from" stands before ``first`` or opens it."""
    return grammar.between is not None and (
        grammar.between.search(low[: first[0]]) is not None or grammar.opens_range.match(low, first[0]) is not None
    )


def _is_range(  # noqa: PLR0911 - one return a rule
    low: str, first: _Placed, start: int, end: int, one: Found, grammar: TimeGrammar
) -> bool:
    if first[2].kind != one.kind:
        return False
    if one.kind in {"age", "duration"}:
        gap = low[first[1] : start]
        if not _grows(first[2], one) or grammar.joiner.fullmatch(gap) is None:
            return False
        words = grammar.section.words
        conjunction = gap.strip() in words.get("conjunction", words.get("and", ()))
        return not conjunction or _opens_between(low, first, grammar)  # два 18-годишњака и 20-годишњи: two ages
    if one.kind not in {"date", "time"}:
        return False
    if one.kind == "date" and str(first[2].high) >= str(one.high):
        return False
    gap = low[first[1] : start]
    if _by_endings(low, first, start, end, grammar):
        return True
    if len(gap) > 20 or first[2].low == one.low:
        return False
    if not gap.strip() and grammar.joiner_and is not None:
        leads = grammar.joiner_and.match(low, start)  # "с 8:00 до 9:00": the second time holds its preposition
        gap = low[first[1] : leads.end()] if leads is not None else gap
    if grammar.joiner.fullmatch(gap):
        return True
    between = _opens_between(low, first, grammar) or low[end : end + 12].lstrip().startswith(
        grammar.section.words.get("betweenafter", ())
    )
    return between and grammar.joiner_and is not None and grammar.joiner_and.fullmatch(gap) is not None
