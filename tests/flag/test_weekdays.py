"""A day told with the weekday of another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claims.figures import find_figures
from flag.describe import describe_value
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.weekdays import weekday_sides
from records.claim import Claims
from tests.flag.test_updates import told_by

_DAY = datetime(2026, 6, 16, tzinfo=UTC)
_OTHERS = (("en", "The hearing is on Thursday 25 June."), ("de", "Die Anhörung ist am Donnerstag, dem 25. Juni."))


def _dated(rows: list[tuple[str, str]]) -> tuple[StoryEvidence, Fact]:
    """The story and a fact of the first date of each version, read as of one day."""
    story = told_by(rows)
    claims = dict(story.claims)
    for n, (language, text) in enumerate(rows):
        found = next(f for f in find_figures(text, language, _DAY) if f.kind == "date")
        figure = replace(found, id=f"v{n}:f0", version=f"v{n}", sentence=f"v{n}:0")
        claims[f"v{n}"] = Claims(f"v{n}", (figure,))
    story = replace(story, claims=claims)
    return story, Fact("st0", {version: [*one.figures] for version, one in claims.items()})


@pytest.mark.parametrize(
    ("language", "text", "weekday"),
    [
        ("hr", "Sud će odlučivati u utorak, 25. lipnja.", "Tuesday"),
        ("ru", "Заседание состоится в субботу, 25 июня.", "Saturday"),
        ("el", "Η ακρόαση είναι τη Δευτέρα 25 Ιουνίου.", "Monday"),
        ("pt", "A audiência é na sexta-feira, 25 de junho.", "Friday"),
        ("pl", "Rozprawa odbędzie się we wtorek 25 czerwca.", "Tuesday"),
        ("fi", "Istunto on tiistaina 25. kesäkuuta.", "Tuesday"),
        ("ar", "الجلسة يوم الثلاثاء 25 يونيو.", "Tuesday"),
        ("tr", "Duruşma 25 Haziran Salı günü.", "Tuesday"),
        ("vi", "Phiên tòa diễn ra thứ Ba, 25/6.", "Tuesday"),
    ],
)
def test_a_day_with_a_weekday_that_it_has_not(language: str, text: str, weekday: str) -> None:
    story, fact = _dated([(language, text), *_OTHERS])
    sides = weekday_sides(story, fact)
    assert sides is not None
    assert [set(side.figures) for side in sides] == [{"v1", "v2"}, {"v0"}]
    assert describe_value(sides[1].spokesman) == f"{weekday}, 25 June 2026"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hr", "Sud će odlučivati u četvrtak, 25. lipnja."),
        ("hr", "Sud će odlučivati 25. lipnja."),
        ("tr", "Duruşma 25 Haziran Perşembe günü."),
    ],
)
def test_a_day_with_its_own_weekday_or_none(language: str, text: str) -> None:
    assert weekday_sides(*_dated([(language, text), *_OTHERS])) is None


def test_of_two_texts_nobody_knows_which_is_wrong() -> None:
    assert weekday_sides(*_dated([("hr", "U utorak, 25. lipnja."), ("en", "On Thursday 25 June.")])) is None
