"""Versions that print one agency's text are found, and counted as one witness."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from align.copies import find_copies
from configs.pipeline import AlignSettings
from records.version import Version

_START = datetime(2026, 3, 4, 8, tzinfo=UTC)
AGENCY = (
    "Crews worked through the night to reach the villages that the slide cut off on Monday, the rescue service said. "
    "Eleven people were brought to the hospital of Sorn, two of them with serious injuries. "
    "The road over the pass will stay closed until engineers have checked the slope, which may take a week. "
    "The regional government promised quick help to the families whose houses were destroyed."
)
OTHER = (
    "Two villages above Sorn are still cut off after the landslide, and helicopters bring food and blankets. "
    "A spokesman said that eleven inhabitants were hurt when the slope gave way on Monday evening. "
    "Geologists had warned of the mountain for years; the road has been closed more than once since 2019. "
    "The government in the capital will discuss help for the families tomorrow morning."
)


def version(id: str, body: str, hours: int = 0, headline: str = "Landslide", language: str = "en") -> Version:
    return Version(
        id,
        id,
        f"https://{id}.example",
        language,
        _START + timedelta(hours=hours),
        headline,
        f"{headline}\n\n{body}",
        (),
    )


def copies(*versions: Version) -> dict[str, str]:
    return find_copies(versions, AlignSettings())


def test_a_shortened_text_under_another_headline_is_a_copy_of_the_earliest() -> None:
    cut = AGENCY.rsplit(". ", 1)[0] + "."
    found = copies(
        version("late", cut, 5, "Villages cut off"), version("first", AGENCY), version("second", AGENCY + " (AP)", 2)
    )
    assert found == {"late": "first", "second": "first"}


def test_a_changed_figure_does_not_hide_a_copy() -> None:
    assert copies(version("a", AGENCY), version("b", AGENCY.replace("Eleven", "Seventeen"), 1)) == {"b": "a"}


def test_two_reporters_of_one_event_are_two_witnesses() -> None:
    assert copies(version("a", AGENCY), version("b", OTHER)) == {}


def test_another_language_and_a_text_too_short_to_tell_are_no_copies() -> None:
    assert copies(version("a", AGENCY), version("b", AGENCY, 1, language="de")) == {}
    assert copies(version("a", "Snow fell in Sorn."), version("b", "Snow fell in Sorn.", 1)) == {}
    assert copies() == {}


def test_unknown_times_come_last_and_the_order_of_the_story_decides() -> None:
    undated = Version("u", "u", "https://u.example", "en", None, "H", f"H\n\n{AGENCY}", ())
    assert copies(undated, version("a", AGENCY)) == {"u": "a"}
