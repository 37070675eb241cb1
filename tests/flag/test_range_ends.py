"""The end of a range of days that texts differ on is what the evidence shows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures
from flag.range_ends import End, differing_end, place_of_end, share_an_end
from records.claim import Figure

_DAY = datetime(2026, 6, 16, tzinfo=UTC)


def _range(language: str, text: str) -> Figure:
    return next(f for f in find_figures(text, language, _DAY) if f.kind == "date")


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "It was sold from February 2 until April 30.", "February 2 until", "April 30"),
        ("it", "È stato venduto dal 2 febbraio al 30 aprile.", "2 febbraio al", "30 aprile"),
        ("ja", "2月2日から4月30日に販売された。", "2月2日から", "4月30日"),
        ("vi", "Thuốc được bán từ ngày 2-2 đến ngày 30-4.", "ngày 2-2 đến", "ngày 30-4"),
        ("fr", "Il a été vendu du 2 février au 30 avril 2026.", "2 février au", "30 avril 2026"),
    ],
)
def test_each_end_is_told_apart(language: str, text: str, low: str, high: str) -> None:
    figure = _range(language, text)
    assert text[slice(*place_of_end(figure, "low"))].endswith(low)
    assert text[slice(*place_of_end(figure, "high"))] == high


@pytest.mark.parametrize(
    ("one", "other", "end"),
    [
        ("from February 2 until April 30", "from February 2 until March 30", "high"),
        ("from February 2 until April 30", "from February 3 until April 30", "low"),
        ("from February 2 until April 30", "from February 3 until April 29", None),
        ("from February 2 until April 30", "on February 2", None),
    ],
)
def test_the_end_that_ranges_differ_at(one: str, other: str, end: End | None) -> None:
    assert differing_end([_range("en", f"It was sold {words}.") for words in (one, other)]) == end


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("aged 41 to 88", "aged 41 to 78", True),
        ("aged 41 to 88", "aged 42 to 78", False),
        ("aged 41 to 88", "aged 41 to 88", False),
        ("aged 41 to 88", "aged 41", False),
    ],
)
def test_ranges_that_share_an_end(one: str, other: str, alike: bool) -> None:
    ages = [next(f for f in find_figures(f"They are {words}.", "en") if f.kind == "age") for words in (one, other)]
    assert share_an_end(*ages) is alike
