"""Which numbers a translation changed: figures of an original and its English that answer none of the other side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import regex

from flag.intervals import interval
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["Words", "changed_figures", "is_month", "unanswered_figures"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""How English months begin: what is translated is always English, and many languages write months as numbers."""
_DIGITS = regex.compile(r"\d+(?:[.,\u00a0\u202f'’٬٫ ]\d+)*")
_PARTS = regex.compile(r"\d+")
_DURATION_PARTS = regex.compile(r"[\d.]+")
_CONVERTED = Decimal("0.1")
"""Share that a length may be off when a translator put it into other units and rounded: 15 cm are "6 inches"."""
_FORTH = Decimal(10)
_CENTURY_DAYS, _DECADE_DAYS, _MONTH_DAYS = 36000, 3600, 27


@dataclass(frozen=True, slots=True)
class Words:
    """What one side says, with its place."""

    text: str
    start: int
    end: int


def changed_figures(
    text: str, figures: Sequence[Figure], offset: int, english: str, translated: Sequence[Figure]
) -> list[tuple[Words, Words]]:
    """Numbers of ``text`` that ``english`` has not, each with one of the English that ``text`` has not.

    A figure counts as changed when both sides have one too many: what only one side has is as often a figure that was
    not read as one that was lost. Digits that are part of no figure (days, numbers of roads and models) count too.
    ``figures`` have their places from ``offset`` on.
    """
    ours = [figure for figure in unanswered_figures(figures, translated, english) if not is_month(figure.text, english)]
    theirs = unanswered_figures(translated, figures, text)
    loose = _loose(text, figures, offset, english, translated)
    mine = [Words(f.text, f.start, f.end) for f in ours] + [w for w in loose if not is_month(w.text, english)]
    yours = [Words(f.text, f.start, f.end) for f in theirs] + _loose(english, translated, 0, text, figures)
    return list(zip(mine, yours, strict=False))


def unanswered_figures(figures: Sequence[Figure], others: Sequence[Figure], other_text: str) -> list[Figure]:
    """Figures that nothing of the other text answers: no value that may be the same, nor the same digits.

    Each figure of the other side answers one; what is left over may be answered by the same number of another kind.
    """
    free, left, digits = list(others), [], Counter(_digit_runs(other_text))
    for figure in figures:
        answer = next((other for other in free if _answers(figure, other)), None)
        if answer is None:
            left.append(figure)
        else:
            free.remove(answer)
            digits -= Counter(_digit_runs(answer.text))
    return [
        figure
        for figure in left
        if not (set(_digit_runs(figure.text)) and set(_digit_runs(figure.text)) <= set(digits))
        and not any(_same_number(figure, other) for other in free)
    ]


def _loose(text: str, figures: Sequence[Figure], offset: int, other_text: str, others: Sequence[Figure]) -> list[Words]:
    """Numbers in digits outside all ``figures`` that the other text has neither in digits nor as a value."""
    digits = set(_digit_runs(other_text)).union(*({str(n) for n in _said(other)} for other in others))
    digits |= {run.rstrip("0") for run in digits}  # "1.7" that is followed by a word for ten thousand
    return [
        Words(match.group(), match.start() + offset, match.end() + offset)
        for match in _DIGITS.finditer(text)
        if not any(f.start - offset < match.end() and match.start() < f.end - offset for f in figures)
        and not any({run, run.rstrip("0"), run.lstrip("0")} & digits for run in _digit_runs(match.group()))
    ]


def is_month(text: str, english: str) -> bool:
    """Whether ``text`` is a number that ``english`` says as the name of a month."""
    runs = _digit_runs(text)
    if len(runs) != 1 or not 1 <= int(runs[0]) <= 12:
        return False
    return regex.search(rf"\b{_MONTHS[int(runs[0]) - 1]}(?:\p{{Ll}}*\b|\.)", english) is not None


def _digit_runs(text: str) -> list[str]:
    """Numbers in digits, in ASCII and without separators, so that "1.200" and "1,200" are alike."""
    runs = [regex.sub(r"\D", "", run) for run in _DIGITS.findall(text)]
    return ["".join(str(int(digit)) for digit in run) for run in runs]


def _answers(one: Figure, other: Figure) -> bool:
    """Whether a translation of ``one`` may be ``other``: the same number, whatever is said of its exactness."""
    if _is_vague(one) and _is_vague(other):
        return _meet(one, other)
    if one.kind == other.kind == "measure" and _is_converted(one, other):
        return True
    if one.low != one.high and other.low != other.high:
        return (one.low, one.high) == (other.low, other.high)
    if one.low == other.low or one.high == other.high:
        return not (one.low != one.high and _writes_both(one)) and not (other.low != other.high and _writes_both(other))
    verdict = compare_figures(one, other)
    return verdict == "equal" or (verdict == "compatible" and not isinstance(one.low, Decimal))


def _writes_both(figure: Figure) -> bool:
    """Whether both ends of a range are written: "18 to 22", not "up to 22"."""
    return len(_digit_runs(figure.text)) > 1 and figure.kind != "date"


def _is_vague(figure: Figure) -> bool:
    """Whether only an order of magnitude is said: "thousands", "several million"."""
    if _PARTS.search(figure.text):
        return False
    low, spread = figure.low, figure.low != figure.high and figure.modifier == "about"
    if not isinstance(low, Decimal):
        return spread
    return low >= _FORTH and (spread or low.normalize().as_tuple().digits == (1,))


def _meet(one: Figure, other: Figure) -> bool:
    """Whether two orders of magnitude may be one; those of different kinds or of dates and spans always may."""
    if one.kind != other.kind or not isinstance(one.low, Decimal):
        return True
    (a, b), (c, d) = ((Decimal(figure.low), Decimal(figure.high)) for figure in (one, other))
    return a <= max(d, c * _FORTH) and c <= max(b, a * _FORTH)


def _is_converted(one: Figure, other: Figure) -> bool:
    """Whether two measures were written in units of another system and are the same but for rounding."""
    if one.unit != other.unit or _size(one) == _size(other):
        return False
    ends = ((Decimal(one.low), Decimal(other.low)), (Decimal(one.high), Decimal(other.high)))
    return all(abs(a - b) <= _CONVERTED * max(abs(a), abs(b)) for a, b in ends)


def _size(figure: Figure) -> tuple[int, ...]:
    """The first digits of the unit that a measure is written in: 1 for metres and kilometres, 2 5 4 for inches."""
    return figure.step.normalize().as_tuple().digits[:3] if figure.step else ()


def _same_number(one: Figure, other: Figure) -> bool:
    """Whether the number that one figure says is among those of the other, whatever each was taken for.

    "las dos" is an hour or two of something, "2年" two years or the second year, "a fifth" a share or a rank.
    """
    mine, yours = _main(one), _main(other)
    if one.kind == other.kind and one.kind not in ("date", "duration"):
        return bool(mine - {1}) and mine - {1} == yours - {1}
    return bool(mine) and bool(yours) and (mine <= _said(other) or yours <= _said(one))


@lru_cache(maxsize=16384)
def _main(figure: Figure) -> frozenset[Decimal]:
    """The number that a figure is about."""
    low, high = figure.low, figure.high
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        return frozenset((low.normalize(), high.normalize()))
    written = frozenset(Decimal(run) for run in _digit_runs(figure.text) if int(run))
    if written:
        return written
    if figure.kind == "time":
        return frozenset(n for n in _clock(str(low))[:1] if n)
    if figure.kind == "duration":
        return frozenset(Decimal(n).normalize() for n in _DURATION_PARTS.findall(str(low)) if Decimal(n))
    return frozenset(_period(figure)[:1])


@lru_cache(maxsize=16384)
def _said(figure: Figure) -> frozenset[Decimal]:
    """Every number that a reader may take out of a figure, its unit aside."""
    found = set(_main(figure)) | {Decimal(run) for run in _digit_runs(figure.text)}
    for value in (figure.low, figure.high):
        if isinstance(value, Decimal):
            found |= {value.normalize(), (value * 12).to_integral_value()}
            share = value / 100 if figure.kind == "percent" else value
            if 0 < share < 1 and 1 / share == (1 / share).to_integral_value():
                found.add(1 / share)
        elif figure.kind == "time":
            found |= set(_clock(str(value)))
        elif figure.kind == "duration":
            parts = [Decimal(n) for n in _DURATION_PARTS.findall(str(value))]
            found |= {*parts, *(n / size for n in parts for size in (10, 100, 1000) if n % size == 0)}
    if figure.kind == "date":
        found |= set(_period(figure))
    return frozenset(n.normalize() for n in found)


def _clock(value: str) -> list[Decimal]:
    """Hour, hour of a half day, minute and both together of ``14:05``."""
    parts = [int(part) for part in _PARTS.findall(value.rsplit("T", maxsplit=1)[-1])[:2]]
    if len(parts) < 2:
        return []
    hour, minute = parts
    return [Decimal(n) for n in (hour, hour % 12 or 12, minute, hour * 100 + minute, (hour % 12) * 100 + minute)]


def _period(figure: Figure) -> list[Decimal]:
    """Century, decade, year or day of a date, the number that it is called by first."""
    span = interval("date", figure.low, figure.high)
    parts = [int(part) for part in _PARTS.findall(str(figure.low))[:3]]
    if span is None or len(parts) < 3:
        return []
    days, (year, month, day) = span.high - span.low, parts
    century = year // 100 + 1
    if days > _CENTURY_DAYS:
        called = [century, year // 100 * 100, round(days / 36525)]
    elif days > _DECADE_DAYS:
        called = [year, year % 100, round(days / Decimal("3652.5"))]
    elif days > _MONTH_DAYS:
        called = [year, century] if year % 100 < 2 else [year]
    else:
        called = [day, month, year] if days < _MONTH_DAYS else [month, year]
    return [Decimal(n) for n in called]
