"""Days, months and years of Iran's calendar in days of ours."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from claims.calendar_solar import nearest_solar_year, solar_day, solar_month
from claims.figures import find_figures


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("این بیمارستان در سال ۱۳۷۳ ساخته شد.", ("1994-03-21", "1995-03-20")),
        ("از سال ۱۳۷۳ تا ۱۴۰۲ کار کرد.", ("1994-03-21", "2024-03-19")),
        ("این بیمارستان در سال ۱۹۹۴ ساخته شد.", ("1994-01-01", "1994-12-31")),
    ],
)
def test_a_year_of_irans_calendar(text: str, days: tuple[str, str]) -> None:
    found = find_figures(text, "fa")
    assert [(figure.low, figure.high) for figure in found] == [days]


def test_a_number_of_people_is_no_year() -> None:
    assert [figure.kind for figure in find_figures("حدود ۱۴۰۰ نفر آمدند.", "fa")] == ["count"]


_NOW = datetime(2026, 6, 12, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("روز جمعه ۲۲ خرداد گفت.", ("2026-06-12", "2026-06-12")),
        ("از ۱۳ بهمن تا ۱۰ اردیبهشت فروخته شد.", ("2026-02-02", "2026-04-30")),
        ("بیست و دوم بهمن سال ۱۳۵۷ بود.", ("1979-02-11", "1979-02-11")),
        ("در مرداد ۱۴۰۴ آغاز شد.", ("2025-07-23", "2025-08-22")),
        ("۵ و ۶ خرداد برگزار شد.", ("2026-05-26", "2026-05-27")),
        ("۱۰ مهر ماه سال گذشته بود.", ("2025-10-02", "2025-10-02")),
        ("در بهمن سال گذشته بود.", ("2026-01-21", "2026-02-19")),
        ("اواخر تیر ماه است.", ("2026-07-12", "2026-07-22")),
    ],
    ids=["today", "range", "revolution", "month", "two-days", "last-year", "month-of-last-year", "late"],
)
def test_a_day_or_month_of_irans_calendar(text: str, days: tuple[str, str]) -> None:
    found = [figure for figure in find_figures(text, "fa", _NOW) if figure.kind == "date"]
    assert [(figure.low, figure.high) for figure in found] == [days]


@pytest.mark.parametrize("text", ["سه بهمن رخ داد.", "با دو تیر کشته شد.", "بر اثر بهمن کشته شدند."], ids=list("123"))
def test_avalanches_and_shots_are_no_months(text: str) -> None:
    assert not [figure for figure in find_figures(text, "fa", _NOW) if figure.kind == "date"]


def test_leap_days_and_what_no_month_has() -> None:
    leap = solar_day(1403, 12, 30)
    assert leap is not None
    assert leap.first == date(2025, 3, 20)
    assert solar_day(1404, 12, 30) is None
    assert solar_month(1404, 13) is None
    assert nearest_solar_year(date(2026, 3, 25), 12) == 1404
