"""Bounds and the value next to them, mistaken units, days told nearby, news of facts that two statements tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.checks.figure_conflict import check_figure_conflict
from flag.checks.figure_update import check_figure_update
from flag.context import Rows
from flag.evidence import StoryEvidence, gather_evidence
from flag.facts import Fact
from flag.figures import FigureJudgement
from flag.kinds import are_of_mistaken_units
from flag.one_day import are_near_days, is_weekday_of_another_week
from flag.wording_figures import cannot_be_one
from records.claim import Claims, Figure
from records.statement import Member, Statement
from records.version import Sentence, Version

_START = datetime(2026, 6, 12, 8, tzinfo=UTC)


class Alike:
    """An encoder to which all texts are rather alike."""

    def encode(self, texts: Sequence[str]) -> Rows:
        rows = np.full((len(texts), 40), 0.02, dtype=np.float32)
        rows[:, 0] = 1.0
        for row, text in zip(rows, texts, strict=True):
            row[1 + len(text) % 39] = 0.8
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


def _story(told: Sequence[tuple[float, Sequence[tuple[str, str, int]]]], language: str = "en") -> StoryEvidence:
    """Versions "a", "b", ... of (hours, sentences), each sentence with its statement ("" for none) and paragraph."""
    versions, claims, members = [], [], dict[str, list[Member]]()
    for n, (hours, sentences) in enumerate(told):
        name, published, text = chr(97 + n), _START + timedelta(hours=hours), ""
        found, figures = list[Sentence](), list[Figure]()
        for words, statement, paragraph in sentences:
            one = Sentence(f"{name}:{len(found)}", len(text), len(text) + len(words), paragraph)
            figures += [
                replace(f, start=f.start + len(text), end=f.end + len(text), id=f"{name}:f{len(figures) + k}",
                        version=name, sentence=one.id)
                for k, f in enumerate(find_figures(words, language, published))
            ]  # fmt: skip
            if statement:
                members.setdefault(statement, []).append(Member(name, (one.id,)))
            text += words + "\n"
            found.append(one)
        versions.append(Version(name, name, f"https://{name}.example", language, published, "", text, tuple(found)))
        claims.append(Claims(name, tuple(figures)))
    statements = [Statement(id, tuple(given)) for id, given in sorted(members.items())]
    settings = FlagSettings(news_likeness=-1.0, cued_news_likeness=-1.0)
    return gather_evidence(versions, [], claims, statements, [], settings)


def _conflicts(story: StoryEvidence) -> list[tuple[str, ...]]:
    return [found.outliers for found in check_figure_conflict(FigureJudgement(story, Alike()))]


def _figure(text: str, language: str = "en", hours: float = 0, version: str = "a") -> Figure:
    (found,) = find_figures(text, language, _START + timedelta(hours=hours))
    return replace(found, id=f"{version}:{text}", version=version, sentence=f"{version}:0")


def test_a_bound_goes_with_the_value_next_to_it() -> None:
    words = ("He rode 31.4 kilometres alone.",) * 3 + ("He rode more than 31 kilometres alone.",)
    wrong = "He rode 34.1 kilometres alone."
    story = _story([(0, [(text, "st0", 1)]) for text in (*words, wrong)])
    assert _conflicts(story) == [("e",)]


def test_litres_for_tonnes_are_a_mistake() -> None:
    tonnes, litres = _figure("1,800 tonnes burned"), _figure("1,800 litres burned")
    assert are_of_mistaken_units(tonnes, litres)
    assert not are_of_mistaken_units(_figure("8 tonnes burned"), _figure("8 litres burned"))
    assert not are_of_mistaken_units(tonnes, _figure("1,700 litres burned"))
    assert not are_of_mistaken_units(_figure("It went 118 kilometres"), _figure("It went at 118 km/h"))
    told = [(0.0, [(f"The fire burned 1,800 {unit} of diesel.", "st0", 1)]) for unit in ["tonnes"] * 4 + ["litres"]]
    assert _conflicts(_story(told)) == [("e",)]


@pytest.mark.parametrize(
    ("day", "near"),
    [("on 10 November", True), ("on 10 May", False), ("on 10 January 2027", False), ("on Thursday", False)],
    ids=["next-month", "past", "too-far", "weekday"],
)
def test_days_that_may_be_one_day_mistaken(day: str, near: bool) -> None:
    story = _story([(0, [("The vote is on 11 October.", "st0", 1)])] * 3 + [(0, [(f"The vote is {day}.", "", 1)])])
    figures = {version: list(claims.figures) for version, claims in story.claims.items()}
    many = Fact("st0", {version: figures[version] for version in "abc"})
    assert are_near_days(Fact("", {"d": figures["d"]}), many, story) == near


@pytest.mark.parametrize(
    ("other", "apart"),
    [("30 June", True), ("the end of June", True), ("16 June", False), ("Saturday", False)],
    ids=["two-weeks", "third-of-a-month", "this-week", "weekday"],
)
def test_a_weekday_stands_for_no_day_of_another_week(other: str, apart: bool) -> None:
    story = _story([(0, [("They meet on Thursday.", "st0", 1)]), (0, [(f"They vote until {other}.", "st0", 1)])])
    one, two = (claims.figures[0] for claims in story.claims.values())
    assert is_weekday_of_another_week(one, two, story) == apart
    assert is_weekday_of_another_week(two, one, story) == apart


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("No class may have more than 28 pupils", "No class may have more than 24 pupils", True),
        ("24 pupils at most", "No class may have more than 24 pupils", False),
        ("at least 25 pupils", "more than 24 pupils", False),
        ("at least 24 pupils", "30 pupils", False),
    ],
    ids=["28-24", "same", "one-more", "bound-and-value"],
)
def test_bounds_of_one_utterance(one: str, other: str, differ: bool) -> None:
    assert cannot_be_one(_figure(one), _figure(other, version="b")) == differ


def test_one_weekday_of_one_speech_is_one_day() -> None:
    last, following = _figure("It opened on Saturday"), _figure("It is planned for Saturday", version="b")
    assert last.low != following.low
    assert not cannot_be_one(last, following)
    assert cannot_be_one(last, _figure("It opened on Sunday", version="b"))


def test_news_of_what_two_statements_tell() -> None:
    early = [(0.0, [("Doctors know of 12 ill people.", statement, 1)]) for statement in ("st0", "st0", "st1", "st1")]
    late = (26.0, [("The ill have risen to 19.", "", 1), ("Until then doctors knew of 12 ill people.", "st0", 2)])
    found = check_figure_update(FigureJudgement(_story([*early, late]), Alike()))
    assert [[side.versions for side in one.sides] for one in found] == [[("a", "b", "c", "d"), ("e",)]]


def test_headline_and_body_are_both_shown() -> None:
    early = [(0.0, [("In all 17 people were hurt.", "st0", 1)])] * 4
    late = (9.0, [("Number of hurt people rises to 22", "st0", 0), ("In all the hurt have risen to 22 now.", "", 1)])
    (found,) = check_figure_update(FigureJudgement(_story([*early, late]), Alike()))
    assert len(found.sides[-1].evidence) == 2
