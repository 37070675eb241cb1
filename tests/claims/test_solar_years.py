"""Years of Iran's calendar in days of ours."""

from __future__ import annotations

import pytest

from claims.figures import find_figures


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("این بیمارستان در سال ۱۳۷۳ ساخته شد.", ("1994-03-21", "1995-03-20")),
        ("از سال ۱۳۷۳ تا ۱۴۰۲ کار کرد.", ("1994-03-21", "2024-03-20")),
        ("این بیمارستان در سال ۱۹۹۴ ساخته شد.", ("1994-01-01", "1994-12-31")),
    ],
)
def test_a_year_of_irans_calendar(text: str, days: tuple[str, str]) -> None:
    found = find_figures(text, "fa")
    assert [(figure.low, figure.high) for figure in found] == [days]


def test_a_number_of_people_is_no_year() -> None:
    assert [figure.kind for figure in find_figures("حدود ۱۴۰۰ نفر آمدند.", "fa")] == ["count"]
