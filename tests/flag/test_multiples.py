"""Times of a limit and an amount are two things."""

from __future__ import annotations

import pytest

from flag.facts import Fact
from flag.multiples import are_multiple_and_amount
from tests.flag.test_updates import told_by


def _are_apart(one: tuple[str, str], other: tuple[str, str]) -> bool:
    story = told_by([one, other])
    facts = [Fact("st0", {v: [next(f for f in story.claims[v].figures if f.kind == "count")]}) for v in ("v0", "v1")]
    pairs = [(a, b) for a in facts[0].figures for b in facts[1].figures]
    return are_multiple_and_amount(story, facts[0], facts[1], pairs)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "In het water zat 240 keer de toegestane hoeveelheid."),
        ("pl", "Norma została przekroczona 240 razy."),
        ("sv", "Halten var 240 gånger högre än gränsvärdet."),
        ("tr", "Sınır değer 240 kat aşıldı."),
        ("zh", "水中细菌是限值的240倍。"),
        ("hi", "यह सीमा से 240 गुना अधिक था।"),
        ("en", "The limit was exceeded 240-fold."),
    ],
)
def test_times_answer_no_amount(language: str, text: str) -> None:
    assert _are_apart((language, text), ("es", "Hallaron 240.000 unidades en el agua."))


def test_times_answer_times_and_calls_of_about_as_many() -> None:
    assert not _are_apart(("nl", "Het was 240 keer de norm."), ("en", "It was 24 times the limit."))
    assert not _are_apart(("en", "They rang five times."), ("de", "Es gab 7 Anrufe."))
