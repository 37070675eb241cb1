"""A finding about a figure is the surer, the more agree against it, and where it is a slip of the pen."""

from __future__ import annotations

from dataclasses import replace

from configs.pipeline import FlagSettings
from configs.pipeline_flag import ConfidenceSettings, FigureConfidence
from flag.checks.figure_conflict import check_figure_conflict
from flag.figures import FigureJudgement
from tests.flag.test_figure_judgement import Topics, _many, _story


def _sure(agreed: str, told: str, others: str = "abcd", weights: FigureConfidence | None = None) -> float:
    story = _story(*_many(f"They cut {agreed} trains", *others), *_many(f"They cut {told} trains", "z"))
    if weights is not None:
        story = replace(story, settings=FlagSettings(confidence=ConfidenceSettings(figures=weights)))
    (found,) = check_figure_conflict(FigureJudgement(story, Topics()))
    return found.confidence


def test_a_slip_of_the_pen_is_surer_than_another_amount() -> None:
    assert _sure("1930", "1390") > _sure("1930", "1840")


def test_each_outlet_that_agrees_makes_it_surer() -> None:
    assert _sure("1930", "1840", "abc") < _sure("1930", "1840", "abcd") < _sure("1930", "1840", "abcdef")


def test_what_answers_less_is_less_sure() -> None:
    weights = FigureConfidence(answers=0.0)
    assert _sure("1930", "1840") > _sure("1930", "1840", weights=weights)


def test_one_against_one_is_hardly_sure() -> None:
    assert 0.05 <= _sure("1930", "1390", "a") < 0.5


def test_no_confidence_is_beyond_the_most() -> None:
    certain = FigureConfidence(bias=50.0)
    assert _sure("1930", "1390", weights=certain) == ConfidenceSettings().most_figures
