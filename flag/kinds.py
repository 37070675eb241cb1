"""Which kinds and units of figures may tell of one thing: one language leaves open what another names."""

from __future__ import annotations

from decimal import Decimal

import regex

from flag.slips import is_slip
from records.claim import Figure

__all__ = ["are_cents", "are_namesakes", "are_of_mistaken_units", "are_one_age", "kinds_meet", "namesakes_of"]

_MINUTES = regex.compile(r"PT\d+M")
_YEARS = regex.compile(r"P\d{1,2}Y")
_DIGITS = regex.compile(r"\p{Nd}+")
_SOME = 2
"""Digits of a number that two things of a text seldom have in common."""
_LARGE_ORDINAL = 13
"""Ordinals from which another language may write a plain number: the 74th minute, not the third round."""
_YOUNGEST, _OLDEST = 13, 110
_DEGREES = {"deg", "degC"}
_MOST_APART = 1000
"""A count that is less or more by a larger factor is of another thing than the sum: 2,400 jobs, 140 million euros."""
_NEAR = 2
"""A count of something is a sum of known money by more than this factor only if it is a slip."""
_NAMESAKES = (
    frozenset({"CZK", "DKK", "ISK", "NOK", "SEK"}),
    frozenset({"AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "USD"}),
    frozenset({"CHF", "XAF", "XOF"}),
    frozenset({"EGP", "GBP", "LBP", "SDG", "SYP"}),
    frozenset({"ARS", "CLP", "COP", "CUP", "MXN", "PHP", "UYU"}),
    frozenset({"INR", "LKR", "NPR", "PKR"}),
    frozenset({"BHD", "DZD", "IQD", "JOD", "KWD", "LYD", "RSD", "TND"}),
    frozenset({"IRR", "OMR", "QAR", "SAR", "YER"}),
    frozenset({"KPW", "KRW"}),
    frozenset({"LBP", "SYP", "TRY"}),
)
"""Currencies of one name: a Slovak text that writes "koruna" of Norway's is read as CZK, a Danish one as DKK."""
_OF_CENTS = frozenset({"AUD", "CAD", "EUR", "HKD", "NZD", "SGD", "TWD", "USD", "ZAR"})
"""Currencies of a hundred cents: "six cents" may be the euro's, though English reads the dollar's."""


def kinds_meet(one: Figure, other: Figure) -> bool:
    """Whether two figures may tell of one thing by kind and unit: crowns of no country and NOK, "34 degrees"
    and 34 °C, "magnitude 5.7" and "5.7 degrees", "the 74th minute" and "minute 74" or "74 minutes"."""
    if one.kind == other.kind:
        return (
            one.unit == other.unit
            or (one.kind == "money" and _may_be_one_currency(one, other))
            or {one.unit, other.unit} == _DEGREES
            or are_of_mistaken_units(one, other)
        )
    if {one.kind, other.kind} == {"ordinal", "duration"}:
        return all(figure.kind == "ordinal" or _MINUTES.fullmatch(str(figure.low)) for figure in (one, other))
    count, second = (one, other) if one.kind == "count" else (other, one)
    if count.kind != "count" or count.unit is not None:
        return False
    may_be = {"ordinal": _is_large_ordinal, "percent": _may_be_percent, "money": _may_be_money, "age": _may_be_age}.get(
        second.kind
    )
    return may_be(count, second) if may_be is not None else second.kind == "measure" and second.unit == "deg"


def are_of_mistaken_units(one: Figure, other: Figure) -> bool:
    """Whether two measures have one number of some size and units of two kinds: 1,800 litres for 1,800 tonnes, 35 MW
    for 35 MWh. Neither is the other converted. Of metres and metres a second, or square metres, one text may have left
    out a word: "118 kilometrin tuntinopeus"."""
    units = str(one.unit), str(other.unit)
    if (one.kind, other.kind) != ("measure", "measure") or any(a.startswith(b) for a, b in (units, units[::-1])):
        return False
    written = ["".join(_DIGITS.findall(figure.text)) for figure in (one, other)]
    return len(written[0]) >= _SOME and written[0] == written[1]


def are_one_age(one: Figure, other: Figure) -> bool:
    """Whether an age and a length of time are as many whole years: many languages tell an age so ("un homme de 41
    ans")."""
    age, length = (one, other) if one.kind == "age" else (other, one)
    if (age.kind, length.kind) != ("age", "duration") or age.low != age.high or length.low != length.high:
        return False
    return _YEARS.fullmatch(str(length.low)) is not None and str(length.low) == f"P{age.low}Y"


def _is_large_ordinal(count: Figure, ordinal: Figure) -> bool:
    """Whether both are as large: of a 14th game and nine games neither is the other's slip."""
    return all(isinstance(figure.low, Decimal) and figure.low >= _LARGE_ORDINAL for figure in (count, ordinal))


def _may_be_percent(count: Figure, _percent: Figure) -> bool:
    """Whether a count has a fraction, as only shares have whose sign the sentence left out: "the others have 28.9"."""
    return isinstance(count.low, Decimal) and count.low != count.low.to_integral_value()


def _may_be_age(count: Figure, age: Figure) -> bool:
    """Whether a count of nothing that its sentence names may be an age whose years were left out: "a woman of 94"; who
    "turns 25 in October" is 24."""
    low, years = count.low, age.low
    if count.subject is not None or low != count.high or not isinstance(low, Decimal):
        return False
    return _YOUNGEST <= low <= _OLDEST and isinstance(years, Decimal) and abs(low - years) != 1


def _may_be_money(count: Figure, money: Figure) -> bool:
    """Whether a count may be a sum whose currency the sentence left out ("from 395 million"): about as large; where it
    counts something, "40,000 kolks", that may be money of another country, and only a slip, or nearly as
    much, tells of one sum: "22,500 крон"."""
    a, b = (figure.low for figure in (count, money))
    if not (isinstance(a, Decimal) and isinstance(b, Decimal)):
        return False
    large, small = max(abs(a), abs(b)), min(abs(a), abs(b))
    if count.subject is not None and large > _NEAR * small and not is_slip(count, money):
        return False
    return large <= small * _MOST_APART


def _may_be_one_currency(one: Figure, other: Figure) -> bool:
    """Whether two sums may be of one currency: by its name, or since a cent is one of a dollar or of a euro."""
    return are_namesakes(one.unit, other.unit) or are_cents(one, other)


def are_cents(one: Figure, other: Figure) -> bool:
    """Whether both sums are under one unit of currencies whose hundredths are called cents."""
    small = all(isinstance(f.high, Decimal) and 0 < f.high < 1 for f in (one, other))
    return small and one.unit in _OF_CENTS and other.unit in _OF_CENTS


def namesakes_of(currency: str) -> frozenset[str]:
    """The currencies that have its name, itself among them."""
    return frozenset((currency,)).union(*(names for names in _NAMESAKES if currency in names))


def are_namesakes(one: str | None, other: str | None) -> bool:
    """Whether two currencies have one name, or one of them is not known."""
    return one is None or other is None or any(one in names and other in names for names in _NAMESAKES)
