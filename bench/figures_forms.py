"""When the figures of a sentence and of its translation agree: the normal form of a figure, and two sides matched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bench.figures_durations import seconds_of
from records.claim import Figure

__all__ = ["Form", "differences", "forms", "normal_form"]

_ONE = Decimal(1)
_MONTHS = 12
_DIGITS = re.compile(r"\d+")
_YEAR = seconds_of("P1Y")
_MONTH = seconds_of("P1M")
_ONE_UNIT = frozenset({"P1D", "P1W", "P1M", "P1Y", "PT1H", "PT1M", "PT1S", "P10Y", "P7D"})
_CONVERTED = Decimal("0.03")
"""Share that a translator rounds away when 385 miles become 620 km; the product's comparison allows as much."""
_VAGUE = 3
"""A word for a span this much higher than low (dozens: 24 to 99) tells an order of magnitude, no number."""


@dataclass(frozen=True, slots=True)
class Form:
    """What has to agree of one figure. ``free``: translators put it or leave it out, so one side may lack it."""

    key: tuple[str, ...]
    free: bool
    figure: Figure


def forms(figures: Sequence[Figure]) -> list[Form]:
    """The forms of one side. A measure said again in other units ("45 miles (72 km)") is free."""
    found: list[Form] = []
    for figure in figures:
        said = any(_converted(form.figure, figure) for form in found)
        found.append(Form(normal_form(figure), said or _is_free(figure), figure))
    return found


def _is_free(figure: Figure) -> bool:
    """A one (an article in most languages, 1つ in others), one day, year or decade, an unknown number of
    them; dates and times without a digit (last Friday); months of no year, which some languages
    name (April) and some number (4月).
    """
    if figure.kind in {"date", "time"}:
        return not any(c.isdigit() for c in figure.text) or _is_month(figure)
    if figure.low != figure.high:
        return figure.kind == "duration" and not any(c.isdigit() for c in figure.text) and _is_vague(figure)
    if figure.kind == "duration":
        return str(figure.low) in _ONE_UNIT
    return figure.kind in {"count", "ordinal"} and figure.low == _ONE


def _is_vague(figure: Figure) -> bool:
    """数十年 is what English calls decades, where no number is named."""
    return seconds_of(str(figure.high)) > seconds_of(str(figure.low)) * _VAGUE


def _is_month(figure: Figure) -> bool:
    """Whether the digits of a date only number its months, as East Asian languages do (4月, 4월부터 6월)."""
    one_year = figure.low != figure.high and str(figure.low)[:4] == str(figure.high)[:4]
    return one_year and all(int(n) <= _MONTHS for n in _DIGITS.findall(figure.text))


def normal_form(figure: Figure) -> tuple[str, ...]:
    """The amount and what it is an amount of. An age is a duration, since many languages tell "aged 13" by "of 13
    years"; dozens, dizaines and Dutzende are tens; a percent is told from a percentage point.
    """
    if isinstance(figure.low, Decimal) and isinstance(figure.high, Decimal):
        if figure.kind == "age":
            return "s", f"{_lived(figure.low):.4g}", f"{_lived(figure.high):.4g}"
        unit = figure.unit or {"percent": "%", "percentage-point": "pp"}.get(figure.kind, "")
        if figure.high > figure.low * _VAGUE > 0 and not any(c.isdigit() for c in figure.text):
            return unit, "vague", str(figure.low.adjusted())
        return unit, f"{figure.low:.5g}", f"{figure.high:.5g}"
    if figure.kind == "duration":
        return "s", f"{seconds_of(str(figure.low)):.4g}", f"{seconds_of(str(figure.high)):.4g}"
    return "t", str(figure.low), str(figure.high)


def _lived(years: Decimal) -> Decimal:
    """An age in seconds as the length of time has it that says the same: months as months (a mouse of 4 months)."""
    whole = years.to_integral_value(rounding="ROUND_FLOOR")
    return whole * _YEAR + ((years - whole) * _MONTHS).quantize(Decimal("0.01")) * _MONTH


def differences(one: Sequence[Form], other: Sequence[Form]) -> tuple[list[Form], list[Form]]:
    """What of either side has no equal on the other and is not free. Measures may be converted into other units."""
    left, right = _without_equals(one, other), _without_equals(other, one)
    for form in list(left):
        match = next((o for o in right if _converted(form.figure, o.figure)), None)
        if match is not None:
            left.remove(form)
            right.remove(match)
    return [form for form in left if not form.free], [form for form in right if not form.free]


def _without_equals(forms_: Sequence[Form], others: Sequence[Form]) -> list[Form]:
    """The forms that ``others`` has not as often; the free ones go last, so that they are what is left."""
    held = Counter(form.key for form in others)
    left: list[Form] = []
    for form in sorted(forms_, key=lambda form: form.free):
        if held[form.key]:
            held[form.key] -= 1
        else:
            left.append(form)
    return left


def _converted(one: Figure, other: Figure) -> bool:
    """Whether two measures are one, written in different units: 20 feet, six metres. In one unit nothing is rounded."""
    if one.kind != "measure" or other.kind != "measure" or one.unit != other.unit:
        return False
    if one.step is None or other.step is None or _mantissa(one.step) == _mantissa(other.step):
        return False
    slack = max(one.step, other.step) / 2
    return _near(one.low, other.low, slack) and _near(one.high, other.high, slack)


def _mantissa(step: Decimal) -> Decimal:
    """What the unit is worth apart from powers of ten: alike for km and cm, other for miles."""
    return round(step.scaleb(-step.adjusted()), 6)


def _near(one: object, other: object, slack: Decimal) -> bool:
    if not isinstance(one, Decimal) or not isinstance(other, Decimal):
        return False
    return abs(one - other) <= max(slack, _CONVERTED * max(abs(one), abs(other)))
