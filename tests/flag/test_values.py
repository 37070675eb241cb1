"""Whether two figures can both be true."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from flag.intervals import interval
from flag.values import Relation, compare_figures
from records.claim import Figure, FigureKind, Modifier, Value


def _figure(
    kind: FigureKind,
    low: Value | int,
    high: Value | int | None = None,
    modifier: Modifier = "exact",
    unit: str | None = None,
    step: str | None = None,
    text: str = "1",
) -> Figure:
    first = Decimal(low) if isinstance(low, int) else low
    last = first if high is None else Decimal(high) if isinstance(high, int) else high
    grain = Decimal(step) if step else None
    return Figure(0, 1, text, kind, first, last, unit, modifier, step=grain)


D = Decimal

SAME = [
    ("kroner and koruny of one amount", _figure("money", 5, unit="NOK"), _figure("money", 5, unit="CZK"), "equal"),
    ("crowns of no country", _figure("money", 5, unit="NOK"), _figure("money", 5), "equal"),
    ("crowns read as a count", _figure("count", 5), _figure("money", 5, unit="CZK"), "equal"),
    ("an age told as a length of time", _figure("age", 41), _figure("duration", "P41Y"), "equal"),
    ("magnitude in degrees", _figure("count", D("5.1")), _figure("measure", D("5.1"), unit="deg"), "equal"),
    (
        "cents of a dollar or a euro",
        _figure("money", D("0.06"), unit="USD"),
        _figure("money", D("0.06"), unit="EUR"),
        "equal",
    ),
    (
        "years of two calendars",
        _figure("date", "1994-01-01", "1994-12-31"),
        _figure("date", "1994-03-21", "1995-03-20"),
        "compatible",
    ),
    (
        "a day in digits, in two orders",
        _figure("date", "2007-08-07", text="7/8/07"),
        _figure("date", "2007-07-08", text="7/8/07"),
        "equal",
    ),
    ("the 74th minute", _figure("ordinal", 74), _figure("count", 74), "equal"),
    ("74 minutes into the match", _figure("ordinal", 74), _figure("duration", "PT74M"), "equal"),
    ("one value", _figure("count", 12), _figure("count", 12), "equal"),
    ("rounded to a thousand", _figure("count", 4300, step="100"), _figure("count", 4318), "compatible"),
    ("rounded rate", _figure("percent", D(4)), _figure("percent", D("3.8")), "compatible"),
    ("at least", _figure("count", 143, modifier="at-least"), _figure("count", 160), "compatible"),
    ("more than", _figure("count", 100, modifier="more-than"), _figure("count", 130), "compatible"),
    (
        "more than, to the next round number",
        _figure("count", 10, modifier="more-than"),
        _figure("count", 13),
        "compatible",
    ),
    ("about, of one digit", _figure("count", 100, modifier="about"), _figure("count", 78), "compatible"),
    ("less than", _figure("count", 200, modifier="less-than"), _figure("count", 180), "compatible"),
    ("about", _figure("count", 160, modifier="about"), _figure("count", 152), "compatible"),
    ("about, to the last digit", _figure("count", 318, modifier="about"), _figure("count", 315), "compatible"),
    ("about, rounded further", _figure("count", 318, modifier="about"), _figure("count", 300), "compatible"),
    (
        "a year that one text does not write",
        _figure("date", "2026-01-01", text="1 January"),
        _figure("date", "2028-01-01", text="1 January 2028"),
        "compatible",
    ),
    (
        "nautical miles",
        _figure("measure", D("1852"), unit="m"),
        _figure("measure", D("1609.344"), unit="m"),
        "compatible",
    ),
    (
        "miles turned into round kilometres",
        _figure("measure", D("321868.8"), unit="m", text="200 miles"),
        _figure("measure", D("320000"), unit="m", text="320 km"),
        "compatible",
    ),
    (
        "an hour of miles",
        _figure("measure", D("37.9984"), unit="m/s", text="85 mph"),
        _figure("measure", D("38.8888888889"), unit="m/s", text="140 km/u"),
        "compatible",
    ),
    (
        "half an inch",
        _figure("measure", D("0.0127"), unit="m", modifier="more-than", text="half an inch"),
        _figure("measure", D("0.01"), unit="m", modifier="more-than", text="1 εκατοστού"),
        "compatible",
    ),
    (
        "thousands parted by the sign for decimals",
        _figure("count", D("16.700"), step="0.001", text="16,700"),
        _figure("count", 16700),
        "compatible",
    ),
    (
        "days inside a month",
        _figure("date", "2026-03-01", "2026-03-31", text="March 2026"),
        _figure("date", "2026-03-01", "2026-03-05", text="1-5 March"),
        "compatible",
    ),
    (
        "a fortnight",
        _figure("duration", "P14D", "P15D", text="quinze jours"),
        _figure("duration", "P14D"),
        "compatible",
    ),
    ("range", _figure("count", 10, 15), _figure("count", 12), "compatible"),
    ("ranges that meet", _figure("count", 10, 15), _figure("count", 14, 20), "compatible"),
    (
        "miles against kilometres",
        _figure("measure", D("17702.784"), unit="m", step="1609.344"),
        _figure("measure", 18000, unit="m", step="1000"),
        "compatible",
    ),
    (
        "a converted range",
        _figure("measure", D("0.0508"), unit="m"),
        _figure("measure", D("0.025"), D("0.05"), unit="m"),
        "compatible",
    ),
    (
        "a day in its month",
        _figure("date", "2026-03-04"),
        _figure("date", "2026-03-01", "2026-03-31"),
        "compatible",
    ),
    ("two weeks and fourteen days", _figure("duration", "P2W"), _figure("duration", "P14D"), "equal"),
    ("a month and thirty days", _figure("duration", "P1M"), _figure("duration", "P30D"), "compatible"),
    ("a 12-hour clock", _figure("time", "19:30"), _figure("time", "07:30"), "compatible"),
    ("shortly before eight", _figure("time", "20:00", modifier="about"), _figure("time", "19:40"), "compatible"),
]
DIFFERENT = [
    (
        "months that end otherwise",
        _figure("date", "2023-03-01", "2024-11-30", text="March 2023 to November 2024"),
        _figure("date", "2023-03-01", "2024-09-30", text="mars 2023 et septembre 2024"),
    ),
    (
        "an age raised from 62 to another",
        _figure("duration", "P62Y", "P65Y", text="62 à 65 ans"),
        _figure("duration", "P62Y", "P67Y", text="62 a 67 anni"),
    ),
    (
        "days that begin otherwise",
        _figure("duration", "P3D", "P7D", text="3-7"),
        _figure("duration", "P5D", "P7D", text="5-7"),
    ),
    ("about a round number", _figure("count", 100000, modifier="about"), _figure("count", 4800, modifier="about")),
    ("more than twelve percent", _figure("percent", 12, modifier="more-than"), _figure("percent", D("21.4"))),
    (
        "eleven years ago",
        _figure("date", "2015-01-01", "2015-12-31", text="11 лет назад"),
        _figure("date", "2011-01-01", "2011-12-31", text="2011"),
    ),
    ("one number of two currencies", _figure("money", 5, unit="EUR"), _figure("money", 5, unit="USD")),
    (
        "two years written",
        _figure("date", "2027-01-01", text="1 January 2027"),
        _figure("date", "2028-01-01", text="1 January 2028"),
    ),
    ("crowns of no country, of another amount", _figure("money", 5, unit="NOK"), _figure("money", 7)),
    ("the 47th minute", _figure("ordinal", 74), _figure("duration", "PT47M")),
    ("counts", _figure("count", 23), _figure("count", 32)),
    ("small counts are not rounded", _figure("count", 10), _figure("count", 12)),
    ("too far for rounding", _figure("measure", 100000, unit="m"), _figure("measure", 81000, unit="m")),
    (
        "miles and other kilometres",
        _figure("measure", D("16093.44"), unit="m", text="10 miles"),
        _figure("measure", D("20000"), unit="m", text="20 km"),
    ),
    (
        "kilometres of one system",
        _figure("measure", D("38.0555555556"), unit="m/s", text="137 km/h"),
        _figure("measure", D("50.2777777778"), unit="m/s", text="181 km/h"),
    ),
    ("a factor of ten", _figure("count", 400000, step="1000"), _figure("count", 40000, step="1000")),
    ("below the bound", _figure("count", 143, modifier="at-least"), _figure("count", 120)),
    ("far above the bound", _figure("count", 100, modifier="more-than"), _figure("count", 5000)),
    ("above the bound", _figure("count", 200, modifier="less-than"), _figure("count", 230)),
    ("not about", _figure("count", 160, modifier="about"), _figure("count", 120)),
    ("a close about", _figure("count", 318, modifier="about"), _figure("count", 381, modifier="about")),
    ("outside the range", _figure("count", 10, 15), _figure("count", 18)),
    ("days", _figure("date", "2026-07-20"), _figure("date", "2026-06-20")),
    ("another month", _figure("date", "2026-04-04"), _figure("date", "2026-03-01", "2026-03-31")),
    ("durations", _figure("duration", "PT36H"), _figure("duration", "PT63H")),
    ("times", _figure("time", "19:30"), _figure("time", "21:30")),
]
INCOMPARABLE = [
    ("a length of time that is no such age", _figure("age", 41), _figure("duration", "P14Y")),
    ("months are no age", _figure("age", 41), _figure("duration", "P41M")),
    ("currencies", _figure("money", 5, unit="EUR"), _figure("money", 6, unit="USD")),
    ("jobs and millions", _figure("count", 2400), _figure("money", 140_000_000, unit="EUR")),
    ("kroner that are not koruny of the same amount", _figure("money", 5, unit="NOK"), _figure("money", 7, unit="CZK")),
    ("kinds", replace(_figure("count", 61), subject="people"), _figure("age", 61)),
    ("the third round is not three rounds", _figure("ordinal", 3), _figure("count", 3)),
    ("a date that is none", _figure("date", "soon"), _figure("date", "2026-03-04")),
]


@pytest.mark.parametrize(("one", "other", "relation"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_values_that_can_both_be_true(one: Figure, other: Figure, relation: Relation) -> None:
    assert compare_figures(one, other) == relation
    assert compare_figures(other, one) == relation


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in DIFFERENT], ids=[row[0] for row in DIFFERENT])
def test_values_that_cannot(one: Figure, other: Figure) -> None:
    assert compare_figures(one, other) == "different"
    assert compare_figures(other, one) == "different"


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in INCOMPARABLE], ids=[row[0] for row in INCOMPARABLE])
def test_values_that_tell_nothing_of_each_other(one: Figure, other: Figure) -> None:
    assert compare_figures(one, other) == "incomparable"
    assert compare_figures(other, one) == "incomparable"


def test_an_interval_is_none_for_what_is_no_value() -> None:
    assert interval("duration", "two hours", "two hours") is None
    assert interval("time", "25h", "25h") is None


def test_a_count_of_something_is_a_sum_in_known_money_by_a_slip_alone() -> None:
    kolks = replace(_figure("count", 40000), subject="kolks")
    euros = [_figure("money", amount, unit="EUR") for amount in (13000, 4000)]
    assert [compare_figures(kolks, sum_) for sum_ in euros] == ["incomparable", "different"]
    assert compare_figures(replace(kolks, subject=None), euros[0]) == "different"


def test_a_count_of_something_may_be_nearly_as_much_money() -> None:
    crowns = replace(_figure("count", 22500), subject="крон")
    assert compare_figures(crowns, _figure("money", 21500, unit="CZK")) == "different"
