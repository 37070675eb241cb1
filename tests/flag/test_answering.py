"""The weighed answer: what the rules are too strict for, a logistic model of likeness, values and outlets tells."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import log

import pytest

from configs.pipeline import FlagSettings
from configs.pipeline_flag import AnswerWeights
from flag.answering import answer_signs, may_be_weighed
from flag.differing import sameness
from flag.facts import Fact
from flag.figures import FigureJudgement
from records.claim import Figure
from tests.flag.test_figure_judgement import _OTHER, Told, Topics, _conflicts, _many, _story


@pytest.mark.parametrize(("weighed", "found"), [(0.8, 1), (1.1, 0)])
def test_a_value_many_times_too_large_is_weighed_where_many_say_the_same(weighed: float, found: int) -> None:
    story = _story(*_many("They cut 1900 trains", "a", "b", "c", "d", "e"), *_many("They cut 9900 trains", "f"))
    settings = FlagSettings(answer_chance=weighed, unheard_chance=weighed, far_subject=1.1, left_likeness=2.0)
    assert len(_conflicts(replace(story, settings=settings))) == found


@pytest.mark.parametrize(("weighed", "found"), [(0.8, 1), (1.1, 0)])
def test_two_that_agree_are_enough_where_all_else_speaks_for_it(weighed: float, found: int) -> None:
    rest = [Told(outlet, (_OTHER,)) for outlet in "de"]
    story = _story(
        *_many("They paid 1930 euros for trains", "a", "b"), *_many("They paid 1430 euros for trains", "c"), *rest
    )
    settings = FlagSettings(answer_chance=weighed, unheard_chance=weighed, few_figures=0)
    assert len(_conflicts(replace(story, settings=settings))) == found


def test_every_sign_has_its_weight() -> None:
    story = _story(*_many("They cut 1900 trains", "a", "b"), *_many("They cut 9900 trains", "c"))
    judgement = FigureJudgement(story, Topics())
    figures = list(story.figures.values())
    one, other = (Fact("st0", {f.version: [f] for f in figures if f.version in vs}) for vs in ("ab", "c"))
    signs = answer_signs(one, other, judgement.contexts, story, ())
    assert {*signs, "bias"} == set(AnswerWeights.model_fields)


@pytest.mark.parametrize(("low", "high", "weighed"), [("7", "7", True), ("200", "999", False), ("50", "50", True)])
def test_hundreds_are_no_mistaken_number(low: str, high: str, weighed: bool) -> None:
    many = Fact("st", {v: [Figure(0, 1, "x", "count", Decimal(8), Decimal(8), version=v)] for v in "abc"})
    one = Fact("st", {"d": [Figure(0, 1, "x", "count", Decimal(low), Decimal(high), version="d")]})
    assert may_be_weighed(one, many, [(a, b) for a in one.figures for b in many.figures]) is weighed


def test_a_small_number_ten_times_the_other_is_not_weighed() -> None:
    ten = Fact("st", {v: [Figure(0, 1, "x", "count", Decimal(10), Decimal(10), version=v)] for v in "abc"})
    one = Fact("st", {"d": [Figure(0, 1, "x", "count", Decimal(1), Decimal(1), version="d")]})
    assert not may_be_weighed(one, ten, [(a, b) for a in one.figures for b in ten.figures])


def _signs_of(own: str, others: str, *rest: Told) -> dict[str, float]:
    story = _story(*_many(others, "a", "b"), *_many(own, "c"), *rest)
    judgement = FigureJudgement(story, Topics())
    first = [figure for figure in story.figures.values() if figure.start < len(own)]
    few, many = (Fact("st0", {f.version: [f] for f in first if f.version in vs}) for vs in ("c", "ab"))
    return answer_signs(few, many, judgement.contexts, story, ())


@pytest.mark.parametrize(
    ("own", "digits", "large"),
    [("They cut 9900 trains", 1, 1), ("They cut 190 trains", 0, 1), ("They cut 19 trains", 0, 0)],
)
def test_how_large_values_are_is_a_sign(own: str, digits: float, large: float) -> None:
    signs = _signs_of(own, "They cut 1900 trains")
    assert (signs["digits"], signs["large"]) == (digits, large)


def test_versions_that_say_the_same_and_give_no_figure_are_counted() -> None:
    silent = [Told(outlet, ("They cut trains",)) for outlet in "de"]
    assert _signs_of("They cut 9900 trains", "They cut 1900 trains")["untold"] == 0
    assert _signs_of("They cut 9900 trains", "They cut 1900 trains", *silent)["untold"] == pytest.approx(log(3))


@pytest.mark.parametrize(("weighed", "rank"), [(0.8, 4), (1.1, 3)])
def test_a_sure_chance_goes_before_likeness_alone(weighed: float, rank: int) -> None:
    told = _story(*_many("They cut 1900 trains", "a", "b", "c"), *_many("They cut 1700 trains", "d"))
    story = replace(told, settings=FlagSettings(answer_chance=weighed, unheard_chance=weighed))
    figures = [figure for figure in story.figures.values() if figure.text in ("1900", "1700")]
    many, one = (Fact("st0", {f.version: [f] for f in figures if f.version in vs}) for vs in ("abc", "d"))
    found = sameness(one, many, FigureJudgement(story, Topics()).contexts, story)
    assert found is not None
    assert found[0] == rank


@pytest.mark.parametrize(("weighed", "found"), [(0.8, 1), (1.1, 0)])
def test_a_sentence_of_no_statement_is_weighed_against_two_that_agree(weighed: float, found: int) -> None:
    told = ("They paid 1930 euros for trains",)
    rest = [Told(outlet, (_OTHER,)) for outlet in "de"]
    story = _story(
        *(Told(v, told) for v in "ab"), Told("c", ("They paid 1430 euros for trains",), loose=frozenset({0})), *rest
    )
    settings = FlagSettings(answer_chance=weighed, unheard_chance=weighed, few_figures=0)
    assert len(_conflicts(replace(story, settings=settings))) == found


def _of_no_statement(own: str, others: str) -> int:
    told = [Told(v, (others,), loose=frozenset({0})) for v in "abcd"]
    story = _story(*told, Told("e", (own,), loose=frozenset({0})))
    return len(_conflicts(replace(story, settings=FlagSettings(few_figures=0))))


def test_sentences_of_no_statement_that_give_one_value_are_a_fact() -> None:
    assert _of_no_statement("They cut 1200 trains", "They cut 2100 trains") == 1
    assert _of_no_statement("They cut 2100 trains", "They cut 2100 trains") == 0
    assert _of_no_statement("They cut 2 trains", "They cut 7 trains") == 0  # seven of anything


@pytest.mark.parametrize(
    ("heard", "outlets", "found"),
    [
        (_OTHER, "abcde", 1),
        ("Crews counted 9900 houses there", "abcde", 0),  # a number of the story, of whatever
        (_OTHER, "abc", 0),  # under half of all
    ],
)
def test_less_is_asked_of_a_number_that_nobody_else_gives(heard: str, outlets: str, found: int) -> None:
    silent = [Told(outlet, ("They cut trains", heard)) for outlet in "uvwxyz"[: 9 - len(outlets)]]
    story = _story(*_many("They cut 1900 trains", *outlets), *_many("They cut 9900 trains", "h"), *silent)
    settings = FlagSettings(answer_chance=1.1, unheard_chance=0.5, far_subject=1.1, left_likeness=2.0)
    assert len(_conflicts(replace(story, settings=settings))) == found
