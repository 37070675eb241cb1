"""What may not hide a difference: a text's own vague number, a value that is twice another, measures told apart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from flag.distance import is_double
from flag.facts import Fact
from flag.figures import FigureJudgement
from flag.gathering import gather_equal
from flag.kinds import kinds_meet
from records.claim import Figure
from records.statement import Member, Statement
from tests.flag.test_figure_judgement import Told, Topics, _conflicts, _many, _story


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("At least 200 injured there", "In all 912 injured people", ["912"]),
        ("At least 200 injured there", "In all 212 injured people", []),
        ("At least 200 injured there", "In all 912 trains waited there", []),
    ],
)
def test_a_text_that_contradicts_its_own_vague_number(headline: str, body: str, found: list[str]) -> None:
    rest = [Told(outlet, ("There are 212 injured there", "In all 212 injured people")) for outlet in "abce"]
    story = _story(*rest, Told("d", (headline, body)))
    members = tuple(Member(v, (f"{v}:0", f"{v}:1")) for v in story.versions)
    story = replace(story, statements=(Statement("st0", members),))
    assert [side.evidence[0].text for one in _conflicts(story) for side in one.sides[1:]] == found


@pytest.mark.parametrize(
    ("one", "other", "double"), [(640, 1280, True), (4000, 8000, False), (14, 28, False), (412, 824, True)]
)
def test_only_a_number_of_three_digits_is_hardly_twice_another_by_chance(one: int, other: int, double: bool) -> None:
    pair = tuple(Figure(0, 1, str(n), "count", Decimal(n), Decimal(n)) for n in (one, other))
    assert is_double([(pair[0], pair[1])]) is double
    assert is_double([(pair[1], pair[0])]) is double


def test_half_of_a_round_number_is_told_of() -> None:
    story = _story(*_many("They cut 8000 trains", "a", "b", "c"), *_many("They cut 4000 trains", "d"))
    assert [side.evidence[0].text for one in _conflicts(story) for side in one.sides] == ["8000", "4000"]


@pytest.mark.parametrize(
    ("kind", "second", "facts"),
    [("measure", 3500, 1), ("measure", 3900, 2), ("count", 3500, 2)],
)
def test_measures_that_agree_but_for_rounding_are_one_thing_in_two_statements(
    kind: str, second: int, facts: int
) -> None:
    story = _story(*_many("They found 3450 trains", "a"), *_many(f"They found {second} trains", "b"))
    story = replace(
        story,
        claims={
            version: replace(
                claims,
                figures=tuple(
                    replace(f, kind=kind, unit="m" if kind == "measure" else None, modifier="about")  # type: ignore[arg-type]
                    for f in claims.figures[:1]
                ),
            )
            for version, claims in story.claims.items()
        },
    )
    contexts = FigureJudgement(story, Topics()).contexts
    stated = [[Fact(f"st{n}", {v: [*claims.figures]})] for n, (v, claims) in enumerate(story.claims.items())]
    assert sum(map(len, gather_equal(stated, contexts, story))) == facts


@pytest.mark.parametrize(
    ("number", "subject", "years", "meets"),
    [
        (94, None, 94, True),
        (94, None, 54, True),
        (94, "people", 54, False),
        (25, None, 24, False),  # who "turns 25 in October" is 24
        (7, None, 54, False),
        (400, None, 54, False),
    ],
)
def test_a_bare_number_may_be_an_age(number: int, subject: str | None, years: int, meets: bool) -> None:
    count = Figure(0, 2, str(number), "count", Decimal(number), Decimal(number), subject=subject)
    age = Figure(0, 8, f"aged {years}", "age", Decimal(years), Decimal(years))
    assert kinds_meet(count, age) is kinds_meet(age, count) is meets
