"""A day told with the weekday of another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from claims.figures import find_figures
from flag.apart import are_apart, may_differ
from flag.context import FigureContexts
from flag.describe import describe_value
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.weekdays import has_wrong_weekday, weekday_sides
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


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("fr", "Ils ont été libérés samedi 21 juin.", True),
        ("fr", "Ils ont été libérés dimanche 21 juin.", False),
        ("fr", "Ils ont été libérés le 21 juin.", False),
        ("fr", "Ils ont été libérés dimanche.", False),
    ],
)
def test_a_weekday_that_its_day_has_not_is_a_slip(language: str, text: str, wrong: bool) -> None:
    story, fact = _dated([(language, text), *_OTHERS])
    assert has_wrong_weekday(story, fact.mentions["v0"][0]) is wrong


def test_a_slip_beside_its_weekday_is_no_day_of_another_week() -> None:
    others = [("en", "They were freed on Saturday."), ("de", "Sie kamen am Samstag frei.")]
    for text, differs in (("Ils ont été libérés samedi 3 juin.", True), ("Ils ont été libérés le 3 juin.", False)):
        story, fact = _dated([("fr", text), *others])
        one, rest = (
            Fact("st0", {v: f for v, f in fact.mentions.items() if (v == "v0") is own}) for own in (True, False)
        )
        pairs = [(a, b) for a in one.figures for b in rest.figures]
        assert may_differ(one, rest, pairs, story) is differs


def test_the_day_on_which_a_toll_rose_is_the_texts_own() -> None:
    story, fact = _dated(
        [
            ("es", "El número de heridos subió el martes a 17."),
            ("en", "The roof fell in on Sunday."),
            ("de", "Am Sonntag fiel das Dach."),
        ]
    )
    version = replace(story.versions["v0"], published=_DAY)
    story = replace(story, versions={**story.versions, "v0": version})
    one, rest = (Fact("", {v: f for v, f in fact.mentions.items() if (v == "v0") is own}) for own in (True, False))
    rows = {figure.id: np.array([1.0], dtype=np.float32) for figure in fact.figures}
    contexts = FigureContexts(rows, {}, {figure.sentence: rows[figure.id] for figure in fact.figures})
    pairs = [(a, b) for a in one.figures for b in rest.figures]
    assert are_apart(one, rest, pairs, True, contexts, story)
