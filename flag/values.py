"""Whether two figures can both be true: equal, compatible (rounding, bounds, ranges, units) or different."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import regex

from flag.conversions import converted_alike, is_fahrenheit
from flag.intervals import Interval, interval
from flag.kinds import are_cents, are_namesakes, are_one_age, kinds_meet
from records.claim import Figure

__all__ = ["Relation", "compare_figures"]

Relation = Literal["equal", "compatible", "different", "incomparable"]

_YEAR = regex.compile(r"\p{Nd}{4}")
_HALVES = regex.compile(r"(?:\d(?P<year>Y6M)|\d(?P<day>DT12H)|\d(?P<hour>H30M)|\d(?P<minute>M30S))$")
_HALF_HOURS = {"year": Decimal(183 * 24), "day": Decimal(12), "hour": Decimal("0.5"), "minute": Decimal(1) / 120}
_GRAINS = {"D": Decimal(24), "W": Decimal(7 * 24), "M": Decimal(30 * 24), "Y": Decimal(365 * 24)}
_NUMBER = regex.compile(r"\p{Nd}+")
_DAY_IN_DIGITS = regex.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d\d){1,2}")
_ABOUT = Decimal("0.1")
"""How far "about" may be off, as a share: "about 160" still tells of 145, not of 120."""
_ABOUT_STEPS = 5
"""And in the steps of the last digit written: "about 318" still tells of 315, not of 340."""
_BOUND_REACH = Decimal(2)
"""News that writes "more than 100" means 100 and something, not 5,000: a bound reaches to twice its value."""
_OVER = Decimal("0.3")
"""Share by which "more than" may be passed where the next round number is nearer: at that no agreement of 121 stories
with gold is split (2026-11)."""
_HALF_DAY = 12 * 60
_TIME_ABOUT = 45
"""Minutes that "shortly before" and "about" may span."""
_YEAR_LONG = (364, 365)
_SMALL = 100
"""Counts under this are not rounded by writers unless they say "about"."""
_NAMESAKES = (
    Decimal("1852") / Decimal("1609.344"),  # miles: nautical, statute
    Decimal("1000") / Decimal("907.18474"),  # tons: metric, short
    Decimal("1016.0469") / Decimal("907.18474"),  # tons: long, short
    Decimal("1016.0469") / Decimal("1000"),  # tons: long, metric
    Decimal("4.54609") / Decimal("3.785411784"),  # gallons: imperial, American
)
_ENDS = 2
_THOUSANDTH = Decimal("0.001")
_RATIO_OFF = Decimal("0.0001")
_CONVERTED = Decimal("0.03")
"""Share by which the ends of a range are off when it was converted: "1 to 2 inches" becomes "2.5 to 5 cm"."""
_MOST_ROUNDED = Decimal("0.12")
"""Share that rounding without "about" may take away: 2.65 is "3", 81 is not "100"."""
_MOST_ABOUT = Decimal("0.3")
"""The same with "about": 78 is "about 100", 4,800 is not "about 100,000" (none of 121
stories with gold is split, 2026-11)."""


def compare_figures(one: Figure, other: Figure) -> Relation:
    """How two figures relate; ``incomparable`` where kinds or units differ (two currencies, a count and an age).

    Where one language names a kind or a unit that another leaves open, the figures are compared all the same: crowns
    of no country, "magnitude 5.7" and "5.7 degrees", "the 74th minute" and "minute 74".
    """
    if are_one_age(one, other):
        return "equal"
    spans = _on_one_scale(one, other) if kinds_meet(one, other) else None
    if spans is None:
        return "different" if _of_two_countries(one, other) else "incomparable"
    a, b = spans
    if a == b or _written_alike(one, other):
        return "equal"
    apart = one.unit != other.unit and "money" in (one.kind, other.kind) and None not in (one.unit, other.unit)
    if apart and not are_cents(one, other):
        return "incomparable"
    compare = {"time": _compare_times, "date": _compare_spans, "duration": _compare_spans}.get(
        one.kind, _compare_amounts
    )
    return compare(one, a, other, b)


def _written_alike(one: Figure, other: Figure) -> bool:
    """Whether both are 7/8/07: a day in digits, which languages read in two orders and translators leave as it is."""
    return (
        one.kind == other.kind == "date" and one.text == other.text and _DAY_IN_DIGITS.fullmatch(one.text) is not None
    )


def _of_two_countries(one: Figure, other: Figure) -> bool:
    """Whether one sum is written in two currencies."""
    same = (one.low, one.high) == (other.low, other.high)
    return same and one.kind == other.kind == "money" and not are_namesakes(one.unit, other.unit)


def _on_one_scale(one: Figure, other: Figure) -> tuple[Interval, Interval] | None:
    """Both as numbers of one scale: a duration beside a number is in minutes."""
    a, b = interval(one.kind, one.low, one.high), interval(other.kind, other.low, other.high)
    if a is None or b is None:
        return None
    if one.kind == other.kind:
        return a, b
    return (_in_minutes(a) if one.kind == "duration" else a), (_in_minutes(b) if other.kind == "duration" else b)


def _in_minutes(hours: Interval) -> Interval:
    return Interval(round(hours.low * 60, 6), round(hours.high * 60, 6))


def _compare_times(one: Figure, a: Interval, other: Figure, b: Interval) -> Relation:
    apart = abs((a.low + a.high) / 2 - (b.low + b.high) / 2)
    apart = min(apart, 2 * _HALF_DAY - apart)  # 23:40 is twenty minutes from midnight
    slack = _TIME_ABOUT if "exact" not in (one.modifier, other.modifier) else 0
    if any(_NUMBER.search(figure.text) is None for figure in (one, other)):
        slack = _TIME_ABOUT  # noon and midnight are seldom meant to the minute
    slack = max(slack, _TIME_ABOUT if one.modifier != other.modifier else 0)
    half_day = abs(apart - _HALF_DAY) <= slack
    return "compatible" if a.meets(b) or apart <= slack or half_day else "different"


def _compare_spans(one: Figure, a: Interval, other: Figure, b: Interval) -> Relation:
    if _differ_at_one_end(one, a, other, b):
        return "different"
    if a.holds(b) or b.holds(a) or (one.kind == "duration" and _half_meets(one, a, other, b)):
        return "compatible"
    if one.kind == "date":
        alike = (
            _same_weekday(one, a, other, b)
            or (_is_a_year(a) and _is_a_year(b) and a.meets(b))
            or (a.high - a.low < _YEAR_LONG[0] and _same_but_for_a_guessed_year(one, other))
        )
        return "compatible" if alike else "different"
    return _compare_amounts(one, a, other, b)


def _differ_at_one_end(one: Figure, a: Interval, other: Figure, b: Interval) -> bool:
    """Whether both are written from one number to another and only one of the ends is the same: 62 to 65 years against
    62 to 67, March 2023 to November 2024 against March 2023 to September 2024."""
    written = all(f.modifier == "exact" and len(_NUMBER.findall(f.text)) == _ENDS for f in (one, other))
    return written and not a.is_point and not b.is_point and (a.low == b.low) != (a.high == b.high)


def _is_a_year(value: Interval) -> bool:
    """Whether days are those of a year, of whichever calendar: 1373 of Iran's begins in our 1994."""
    return _YEAR_LONG[0] <= value.high - value.low <= _YEAR_LONG[1]


def _half_meets(one: Figure, a: Interval, other: Figure, b: Interval) -> bool:
    """Whether one length of time is told in halves, "a year and a half", and the other is nearer to it than to the
    halves beside it: 16 months, 94 seconds."""
    grain = max(_half(one, a), _half(other, b), _coarser(one, other))
    return grain > 0 and abs((a.low + a.high) / 2 - (b.low + b.high) / 2) <= grain / 2


def _coarser(one: Figure, other: Figure) -> Decimal:
    """The unit of the length of time that is told in whole weeks, months or years beside one in smaller units."""
    grains = [_GRAINS.get(str(figure.low)[-1:], Decimal(0)) for figure in (one, other)]
    if any("T" in str(figure.low) for figure in (one, other)) or grains[0] == grains[1]:
        return Decimal(0)
    return max(grains)


def _half(figure: Figure, value: Interval) -> Decimal:
    """The half of a unit that a length of time is told in; 0 where every unit of it has its number."""
    match = _HALVES.search(str(figure.low))
    if figure.low != figure.high or match is None or len(_NUMBER.findall(figure.text)) > 1:
        return Decimal(0)
    whole = _HALF_HOURS[match.lastgroup or ""]
    return whole if value.low >= whole else Decimal(0)


def _same_but_for_a_guessed_year(one: Figure, other: Figure) -> bool:
    """Whether two dates are one but for the year, which one text does not write: "1 January" may be any."""
    guessed = not all(_YEAR.search(figure.text) for figure in (one, other))
    days = [(str(figure.low)[4:], str(figure.high)[4:]) for figure in (one, other)]
    return guessed and days[0] == days[1]


def _same_weekday(one: Figure, a: Interval, other: Figure, b: Interval) -> bool:
    """A weekday alone ("on Friday", "Friday to Saturday") may be of the last week, the next one or the one after ("next
    Friday"): the texts seldom tell, and languages differ."""
    bare = not any(c.isdigit() for c in one.text) or not any(c.isdigit() for c in other.text)
    if not bare or max(a.high - a.low, b.high - b.low) > 1:
        return False
    return any(Interval(a.low + days, a.high + days).meets(b) for week in (1, 2) for days in (week * 7, -week * 7))


def _compare_amounts(one: Figure, a: Interval, other: Figure, b: Interval) -> Relation:
    if one.kind == "measure" and (_are_namesakes(a, b) or converted_alike(one, other) or is_fahrenheit(one, other)):
        return "compatible"
    if (
        one.kind == other.kind
        and one.kind in ("count", "money")
        and (_in_thousands(one, a, b) or _in_thousands(other, b, a))
    ):
        return "compatible"
    if one.kind in ("age", "percent") and _differ_at_one_end(one, a, other, b):
        return "different"
    if one.modifier == other.modifier != "about" and a.is_point and b.is_point:
        return "compatible" if _rounded_alike(one, a.low, other, b.low) else "different"
    if _reach(one, a).meets(_reach(other, b)):
        return "compatible"
    return "compatible" if a.is_point and b.is_point and _rounded_alike(one, a.low, other, b.low) else "different"


def _in_thousands(figure: Figure, value: Interval, other: Interval) -> bool:
    """Whether an amount with three decimals is the other one, its thousands parted by the sign of another language."""
    return value.is_point and figure.step == _THOUSANDTH and value.low * 1000 == other.low == other.high


def _are_namesakes(a: Interval, b: Interval) -> bool:
    """Whether the amounts are of one number in two units of one name: 8,000 miles, nautical or not."""
    if not (a.is_point and b.is_point and a.low > 0 and b.low > 0):
        return False
    ratio = max(a.low, b.low) / min(a.low, b.low)
    return any(abs(ratio - namesake) < _RATIO_OFF for namesake in _NAMESAKES)


def _reach(figure: Figure, value: Interval) -> Interval:
    """All that the writer may have meant."""
    low, high = sorted((value.low, value.high))
    slack = abs(high) * _ABOUT
    if figure.kind in ("count", "money"):  # amounts of other kinds may be converted: their digits are not the writer's
        slack = min(slack, _ABOUT_STEPS * max(_grain(figure, low), _grain(figure, high)))
    if figure.modifier == "about" and not (figure.kind == "count" and low != high):
        return Interval(low - slack, high + slack)
    if figure.modifier in ("at-least", "more-than"):
        return Interval(low, max(high, low + _beyond(figure, low)))
    if figure.modifier in ("at-most", "less-than"):
        return Interval(min(low, high / _BOUND_REACH), high)
    if figure.kind == "count" and low != high and _NUMBER.search(figure.text) is None:
        return Interval(low, high * _BOUND_REACH)  # "thousands" may be eleven thousand
    if figure.kind == "measure" and low != high:
        converted = abs(high) * _CONVERTED
        return Interval(low - converted, high + converted)
    return Interval(low, high)


def _beyond(figure: Figure, bound: Decimal) -> Decimal:
    """How much more than a bound its writer may mean: as much again of "at least 14", since the dead are counted on; of
    "more than 12 percent" hardly more than the next round number."""
    if figure.modifier == "at-least":
        return bound
    return min(bound, max(_grain(figure, bound), abs(bound) * _OVER))


def _rounded_alike(one: Figure, a: Decimal, other: Figure, b: Decimal) -> bool:
    """Whether the coarser of two points is the finer one, rounded to the digits that the coarser shows."""
    if a == b:
        return True
    coarse, fine, figure = (a, b, one) if _grain(one, a) >= _grain(other, b) else (b, a, other)
    grain = _grain(figure, coarse)
    if grain == _grain(other if figure is one else one, fine):
        return False
    about = "about" in (one.modifier, other.modifier)
    whole = figure.kind in ("count", "age", "ordinal", "score")
    if whole and not about and (abs(coarse) < _SMALL or (_digits(coarse, grain) < 2 and abs(coarse) < 1000)):
        return False
    if abs(coarse - fine) > abs(fine) * (_MOST_ABOUT if about else _MOST_ROUNDED):
        return False
    return abs(coarse - fine) <= (grain if about else grain / 2)


def _grain(figure: Figure, value: Decimal) -> Decimal:
    """The place value of the last digit that is not a padding zero, and at least the written step."""
    own = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)
    return max(own, figure.step) if figure.step is not None else own


def _digits(value: Decimal, grain: Decimal) -> int:
    return len(str(int(abs(value) / grain))) if grain else 1
