"""Figures of several versions set against each other: pairing, sides, updates, claimants, places of evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

import numpy as np
import pytest

from configs.pipeline import FlagSettings
from flag.apart import may_differ
from flag.bare_years import as_counted
from flag.checks.claimant_conflict import check_claimant_conflict
from flag.checks.figure_conflict import check_figure_conflict
from flag.checks.figure_update import check_figure_update
from flag.contested import contested_figures
from flag.context import FigureContexts, Rows
from flag.cues import toll_of
from flag.evidence import StoryEvidence, gather_evidence
from flag.facts import Fact
from flag.figures import FigureJudgement
from flag.leftover import pair_leftovers
from flag.pairing import find_facts
from flag.slips import is_slip
from records.claim import Claims, Figure
from records.discrepancy import Discrepancy
from records.statement import Member, Statement
from records.version import Sentence, Version

_TOPICS = ("killed", "injured", "houses", "trains", "governor", "union", "ministry", "staff", "police")
_START = datetime(2026, 5, 1, 6, tzinfo=UTC)


class Topics:
    """An encoder whose rows tell the topic word of a text and nothing else."""

    def encode(self, texts: Sequence[str]) -> Rows:
        rows = np.full((len(texts), len(_TOPICS) + 1), 0.01, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for n, topic in enumerate(_TOPICS):
                row[n] += 4.0 * text.count(topic)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


class Told(NamedTuple):
    """One version: each sentence is one statement, by its place; None marks a sentence that belongs to none."""

    outlet: str
    sentences: Sequence[str]
    hours: float | None = 0.0
    claimants: Sequence[str | None] = ()
    loose: frozenset[int] = frozenset()


def _story(*told: Told) -> StoryEvidence:
    versions, claims, members = [], [], dict[int, list[Member]]()
    for one in told:
        text, sentences, figures = "", [], list[Figure]()
        for place, words in enumerate(one.sentences):
            start, id = len(text), f"{one.outlet}:{place}"
            text += words + "\n"
            sentences.append(Sentence(id, start, start + len(words)))
            for match in re.finditer(r"\d+", words):
                claimant = one.claimants[place] if place < len(one.claimants) else None
                figures.append(
                    Figure(
                        start + match.start(), start + match.end(), match[0], "count", Decimal(match[0]),
                        Decimal(match[0]), modifier="at-least" if "least" in words[: match.start()] else "exact",
                        claimant=claimant, claimant_id=claimant, id=f"{one.outlet}:f{len(figures)}",
                        version=one.outlet, sentence=id,
                    )
                )  # fmt: skip
            if place not in one.loose:
                members.setdefault(place, []).append(Member(one.outlet, (id,)))
        published = None if one.hours is None else _START + timedelta(hours=one.hours)
        versions.append(
            Version(
                one.outlet, one.outlet, f"https://{one.outlet}.example", "en", published, "", text, tuple(sentences)
            )
        )
        claims.append(Claims(one.outlet, tuple(figures)))
    statements = [Statement(f"st{place}", tuple(found)) for place, found in sorted(members.items())]
    return gather_evidence(versions, [], claims, statements, [], FlagSettings())


def _conflicts(story: StoryEvidence) -> list[Discrepancy]:
    return list(check_figure_conflict(FigureJudgement(story, Topics())))


def _updates(story: StoryEvidence) -> list[Discrepancy]:
    return list(check_figure_update(FigureJudgement(story, Topics())))


_OTHER = "Crews counted 50 houses there"


def _many(first: str, *outlets: str, second: str = _OTHER) -> list[Told]:
    return [Told(outlet, (first, second)) for outlet in outlets]


def test_one_version_against_many_is_the_outlier() -> None:
    story = _story(*_many("They found 23 injured people", "a", "b", "c"), *_many("They found 32 injured people", "d"))
    (found,) = _conflicts(story)
    assert found.outliers == ("d",)
    assert [side.versions for side in found.sides] == [("a", "b", "c"), ("d",)]
    assert [side.evidence[0].text for side in found.sides] == ["23", "32"]
    assert found.severity == "high"


def test_a_bound_goes_to_the_side_of_its_number_and_is_told_in_its_own_words() -> None:
    story = _story(
        *_many("They found 17 killed people", "a", "b", "c"),
        *_many("They found 14 killed people", "d"),
        *_many("They found at least 14 killed people", "e"),
    )
    (found,) = _conflicts(story)
    assert [side.versions for side in found.sides] == [("a", "b", "c"), ("d", "e")]
    assert "d says 14 (e: at least 14)" in found.summary


def test_two_figures_of_one_sentence_are_two_things_though_both_could_be_true() -> None:
    rest = [
        Told(outlet, ("At least 14 killed, then it was, they said in the evening, 52 injured",)) for outlet in "abc"
    ]
    story = _story(*rest, Told("d", ("At least 14 killed, then it was, they said in the evening, 25 injured",)))
    (found,) = _conflicts(story)
    assert [side.evidence[0].text for side in found.sides] == ["52", "25"]


def test_what_stands_in_another_statement_elsewhere_is_held_against_that() -> None:
    rest = [Told(outlet, ("They found 52 injured people", "9 injured are with the police")) for outlet in "abc"]
    story = _story(*rest, Told("d", ("They found 25 injured people, of which 9 injured are with the police",)))
    (found,) = _conflicts(story)
    assert [side.evidence[0].text for side in found.sides] == ["52", "25"]


def test_a_headline_that_contradicts_its_text_is_told_of() -> None:
    told = [*_many("41 killed people", "d", second="They found 14 killed people")]
    rest = _many("14 killed people", "a", "b", "c", second="They found 14 killed people")
    story = _story(*rest, *told)
    assert not _conflicts(story)
    headlines = {
        v: replace(one, sentences=(one.sentences[0], replace(one.sentences[1], paragraph=1)))
        for v, one in story.versions.items()
    }
    (found,) = _conflicts(replace(story, versions=headlines))
    assert found.outliers == ("d",)
    assert [side.evidence[0].text for side in found.sides] == ["14", "41"]


def _as_year(figure: Figure) -> Figure:
    return replace(figure, kind="date", low=f"{figure.low}-01-01", high=f"{figure.low}-12-31")


def test_four_bare_digits_are_counted_where_others_count_them() -> None:
    story = _story(
        *_many("They cut 1850 staff", "a", "b"), *_many("They cut 1580 staff", "c"), *_many("Since 1850", "d")
    )
    as_years = {
        version: replace(claims, figures=tuple(_as_year(figure) for figure in claims.figures))
        if version in ("b", "d")
        else claims
        for version, claims in story.claims.items()
    }
    counted = as_counted(replace(story, claims=as_years)).claims
    assert [counted[v].figures[0].kind for v in "abcd"] == ["count", "count", "count", "count"]
    alone = as_counted(replace(story, claims={v: as_years[v] for v in ("b", "d")}))
    assert [alone.claims[v].figures[0].kind for v in ("b", "d")] == ["date", "date"]


def test_outlets_that_print_one_text_are_one_witness() -> None:
    story = _story(
        *_many("They found 23 injured people", "a", "b", "c"),
        *_many("They found 32 injured people", "d", "e"),
    )
    (found,) = _conflicts(replace(story, copies={"b": "a", "c": "a"}))
    assert found.outliers == ("a", "b", "c")
    assert _conflicts(story)[0].outliers == ("d", "e")


def test_two_against_two_have_no_outlier() -> None:
    story = _story(
        *_many("They found 23 injured people", "a", "b"),
        *_many("They found 32 injured people", "c", "d"),
    )
    (found,) = _conflicts(story)
    assert found.outliers == ()
    assert found.summary.endswith("no clear majority.")


def test_versions_that_agree_or_tell_of_other_things_are_left_alone() -> None:
    assert not _conflicts(_story(*_many("They found 23 injured people", "a", "b", "c")))
    assert not _conflicts(_story(*_many("They found 23 injured", "a", "b", "c"), *_many("They saw 32 trains", "d")))
    assert not _conflicts(_story(*_many("They found at least 23 injured", "a"), *_many("They found 30 injured", "b")))


def test_a_version_alone_and_a_story_without_figures_give_nothing() -> None:
    assert find_facts(_story(Told("a", ("They found 23 injured",))), FigureJudgement(_story(), Topics()).contexts) == []
    assert not _conflicts(_story(Told("a", ("Nobody knows",)), Told("b", ("Nobody knows",))))


def test_a_sentence_of_no_statement_is_held_against_many() -> None:
    many = _many("They found 23 injured people", "a", "b", "c")
    story = _story(*many, Told("d", ("They found 32 injured people", _OTHER), loose=frozenset({0})))
    (found,) = _conflicts(story)
    assert found.outliers == ("d",)


def test_a_version_that_says_the_common_value_too_contradicts_nobody() -> None:
    both = "They found 32 injured people, earlier 23 injured people"
    assert not _conflicts(_story(*_many("They found 23 injured people", "a", "b", "c"), *_many(both, "d")))


def test_evidence_holds_headline_and_body() -> None:
    rows = [
        Told(outlet, (f"Blast: {n} injured", "Nothing more", f"Doctors say {n} injured came"))
        for outlet, n in (("a", 23), ("b", 23), ("c", 23), ("d", 32))
    ]
    (found,) = _conflicts(_story(*rows))
    assert [e.version for e in found.sides[0].evidence] == ["a", "a", "b", "b", "c", "c"]
    assert [e.text for e in found.sides[1].evidence] == ["32", "32"]


def test_a_slip_among_early_texts_does_not_hide_later_news() -> None:
    early = [*_many("Now 7 people are killed", "a", "b", "c"), *_many("Now 9 people are killed", "d")]
    story = _story(*early, Told("e", ("It rose to 12 people killed", _OTHER), hours=9))
    (moved,), (wrong,) = _updates(story), _conflicts(story)
    assert [side.versions for side in moved.sides] == [("a", "b", "c"), ("e",)]
    assert (wrong.outliers, [side.versions for side in wrong.sides]) == (("d",), [("a", "b", "c"), ("d",)])


def test_a_toll_that_rises_is_an_update() -> None:
    late = Told("d", ("Now 31 people are killed", _OTHER), hours=5)
    (found,) = _updates(_story(*_many("Now 23 people are killed", "a", "b", "c"), late))
    assert [side.versions for side in found.sides] == [("a", "b", "c"), ("d",)]
    assert found.severity == "low"
    assert found.outliers == ()


@pytest.mark.parametrize(
    ("what", "words", "hours"),
    [
        ("it falls", "Now 21 people are killed", 5),
        ("it is as old", "Now 31 people are killed", 0),
        ("its time is unknown", "Now 31 people are killed", None),
        ("no toll is counted", "Now 31 houses are there", 1.5),
        ("digits were swapped", "Now 32 houses are there", 5),
    ],
)
def test_what_is_no_update(what: str, words: str, hours: float | None) -> None:
    first = "Now 23 houses are there" if "houses" in words else "Now 23 people are killed"
    story = _story(*[Told(o, (first,)) for o in "abc"], Told("d", (words,), hours=hours))
    assert not _updates(story), what
    assert len(_conflicts(story)) == 1


def test_a_toll_with_two_digits_swapped_is_no_news_unless_its_text_says_so() -> None:
    early = _many("Now 23 people are killed", "a", "b", "c")
    assert not _updates(_story(*early, Told("d", ("Now 32 people are killed", _OTHER), hours=5)))
    assert _updates(_story(*early, Told("d", ("It rose to 32 people killed", _OTHER), hours=5)))


def test_a_small_toll_that_rose_is_an_update_though_the_text_gives_the_earlier_one_elsewhere() -> None:
    early = _many("Now 3 people are killed", "a", "b", "c")
    late = Told("d", ("It rose to 4 people killed", "In the morning 3 were killed"), hours=5)
    (found,) = _updates(_story(*early, late))
    assert [side.value.split()[0] for side in found.sides] == ["3", "4"]
    assert not _updates(_story(*early, late._replace(hours=0)))


def test_a_small_count_that_rose_from_the_earlier_one_is_an_update() -> None:
    early = _many("They held 8 staff", "a", "b", "c")
    assert _updates(_story(*early, Told("d", ("Those held rose to 14 staff after an earlier 8", _OTHER), hours=5)))


def test_one_toll_in_several_statements_is_held_against_the_number_that_it_became() -> None:
    early = [Told(o, ("", "", "")) for o in "abc"]
    early = [one._replace(sentences=[("Then 4 were killed" if n == m else "") for m in range(3)])
             for n, one in enumerate(early)]  # fmt: skip
    late = Told("d", ("The toll rose to 5 killed",), hours=5, loose=frozenset({0}))
    (found,) = _updates(_story(*early, late))
    assert [side.versions for side in found.sides] == [("a", "b", "c"), ("d",)]


def test_days_told_by_texts_of_one_day_contradict_each_other() -> None:
    story = _story(*_many("The staff met 10", "a", "b", "c"), Told("d", ("The staff met 11",), hours=1))
    days = {
        version: replace(
            claim,
            figures=tuple(
                replace(f, kind="date", text="Friday", low=(day := f"2026-05-0{int(f.low) - 9}"), high=day)
                for f in claim.figures if f.low in (10, 11)
            ),
        )
        for version, claim in story.claims.items()
    }  # fmt: skip
    on_one_day = replace(story, claims=days)
    assert len(_conflicts(replace(on_one_day, versions={
        v: replace(one, published=_START + timedelta(days=1)) for v, one in story.versions.items()
    }))) == 1  # fmt: skip
    later = replace(story.versions["d"], published=_START + timedelta(days=1))
    assert not _conflicts(replace(on_one_day, versions={**story.versions, "d": later}))


def test_three_texts_with_a_number_each_tell_of_three_things() -> None:
    told = [Told(o, (f"They sold {n} trains",)) for o, n in (("a", 88), ("b", 90), ("c", 93))]
    assert not _conflicts(_story(*told))


def test_a_toll_that_rose_from_another_in_one_sentence_is_an_update() -> None:
    early = _many("Now 3 people are killed", "a", "b", "c")
    late = Told("d", ("On line 4 the toll rose to 5 killed from 3", _OTHER), hours=5)
    (found,) = _updates(_story(*early, late))
    assert {side.value.split()[0] for side in found.sides} == {"3", "5"}


def test_one_amount_in_two_statements_is_held_against_another() -> None:
    told = [Told(o, ("They lost 420 houses there", "")) for o in "ab"]
    rest = [Told("c", ("", "They lost 420 houses there")), Told("d", ("", "They lost 520 houses there"))]
    (found,) = _conflicts(_story(*told, *rest))
    assert found.outliers == ("d",)


def test_by_how_much_a_number_is_more_is_no_other_number() -> None:
    many = _many("Only 9 trains were allowed", "a", "b", "c")
    for more, may in (("3", False), ("4", True)):
        story = _story(*many, Told("d", (f"There were 12 trains, {more} too many",)))
        own = Fact("st0", {"d": [f for f in story.claims["d"].figures if f.text == more]})
        allowed = Fact("st0", {v: [f for f in story.claims[v].figures if f.text == "9"] for v in "abc"})
        pairs = [(a, b) for a in own.figures for b in allowed.figures]
        assert may_differ(own, allowed, pairs, story) == may


def test_what_comes_out_hours_after_all_others_is_news() -> None:
    early = [Told(outlet, ("Now 23 houses are there",)) for outlet in "abc"]
    (found,) = _updates(_story(*early, Told("d", ("Now 31 houses are there",), hours=5)))
    assert [side.versions for side in found.sides] == [("a", "b", "c"), ("d",)]


def test_a_toll_that_rose_above_at_least_is_an_update() -> None:
    early = _many("At least 143 people are killed", "a", "b", "c")
    (found,) = _updates(_story(*early, Told("d", ("The toll rises to 171 killed", _OTHER), hours=9)))
    assert [side.value.split()[-1] for side in found.sides] == ["143", "171"]
    assert not _updates(_story(*early, Told("d", ("Police say 171 are killed", _OTHER), hours=9)))


def test_a_later_text_that_gives_both_values_tells_of_an_update() -> None:
    early = _many("The fire took 7300 acres", "a", "b", "c")
    late = Told("d", ("The fire took 9100 acres, after an earlier 7300", _OTHER), hours=5)
    (found,) = _updates(_story(*early, late))
    assert [side.value.split()[0] for side in found.sides] == ["7,300", "9,100"]
    assert not _updates(_story(*early, late._replace(hours=0)))


@pytest.mark.parametrize(("value", "found"), [("8", 0), ("340", 1), ("43", 1)])
def test_values_far_apart_are_of_two_things_unless_a_digit_slipped(value: str, found: int) -> None:
    story = _story(*_many("They sold 34 trains", "a", "b", "c"), *_many(f"They sold {value} trains", "d"))
    rules_alone = FlagSettings(answer_chance=1.1, unheard_chance=1.1)
    assert len(_conflicts(replace(story, settings=rules_alone))) == found


def test_tolls_may_be_any_number_of_times_apart() -> None:
    story = _story(*_many("They found 3 injured", "a", "b", "c"), *_many("They found 20 injured", "d"))
    assert len(_conflicts(story)) == 1


def test_claimants_of_two_sides_are_no_conflict() -> None:
    def side(outlet: str, n: int, who: str | None) -> Told:
        return Told(outlet, (f"The army lost {n} trains", _OTHER), claimants=(who,))

    assert not _conflicts(_story(side("a", 5, "ministry-one"), side("b", 5, "ministry-one"), side("c", 2, "staff-two")))
    assert len(_conflicts(_story(side("a", 5, "one"), side("b", 5, "one"), side("c", 2, "one")))) == 1
    assert len(_conflicts(_story(side("a", 5, None), side("b", 5, None), side("c", 2, "staff-two")))) == 1


def test_what_claimants_contest_is_shown_with_both() -> None:
    def side(outlet: str, n: int, who: str | None) -> Told:
        return Told(outlet, (f"The army lost {n} trains", _OTHER), claimants=(who,))

    story = _story(side("a", 5, "ministry one"), side("b", 5, "ministry one"), side("c", 2, "staff two"))
    (found,) = contested_figures(FigureJudgement(story, Topics()))
    assert [side.value for side in found.sides] == ["5, claimed by ministry one", "2, claimed by staff two"]
    assert [side.versions for side in found.sides] == [("a", "b"), ("c",)]
    nobody = _story(side("a", 5, "ministry one"), side("b", 5, "ministry one"), side("c", 2, None))
    assert contested_figures(FigureJudgement(nobody, Topics())) == ()


def test_a_claimant_of_one_text_alone_is_no_second_source_against_many() -> None:
    rows = [Told(outlet, ("They found 23 injured",), claimants=("governor",)) for outlet in "abcd"]
    (found,) = _conflicts(_story(*rows, Told("e", ("They found 32 injured",), claimants=("people",))))
    assert found.outliers == ("e",)


def _credited(*who: str | None) -> list[Discrepancy]:
    elsewhere = "Later 50 houses were rebuilt"
    rows = [
        Told(f"v{n}", ("They found 23 injured", elsewhere), claimants=(name, "union" if n < 2 else None))
        for n, name in enumerate(who)
    ]
    return list(check_claimant_conflict(FigureJudgement(_story(*rows), Topics())))


def test_one_figure_of_two_claimants() -> None:
    (found,) = _credited("governor", "governor", "governor", "union")
    assert found.kind == "claimant-conflict"
    assert found.outliers == ("v3",)
    assert [side.value for side in found.sides] == ["governor", "union"]


def test_the_mention_that_names_somebody_counts_though_the_headline_names_nobody() -> None:
    body = ("They found 23 injured", "Doctors say 23 injured")
    many = [Told(o, body, claimants=(None, "governor")) for o in "abc"]
    story = _story(*many, Told("d", body, claimants=(None, "union")))
    (found,) = check_claimant_conflict(FigureJudgement(story, Topics()))
    assert found.outliers == ("d",)
    both = Told("d", (*body, "All 23 injured went home"), claimants=(None, "union", "governor"))
    assert not list(check_claimant_conflict(FigureJudgement(_story(*many, both), Topics())))


def test_a_large_number_is_one_thing_in_whatever_statement() -> None:
    many = [Told(o, ("They found 2100 injured",), claimants=("governor",)) for o in "abc"]
    for value, found in (("2100", 1), ("2200", 0)):
        other = Told("d", ("", f"So {value} came", ""), claimants=(None, "union"), loose=frozenset({1}))
        assert len(list(check_claimant_conflict(FigureJudgement(_story(*many, other), Topics())))) == found


def test_claimants_that_are_no_conflict() -> None:
    assert not _credited("governor", "governor", "governor", "governor")
    assert not _credited("governor", "governor", "governor", None)
    assert not _credited("governor", "governor", "governor", "the-press-office")
    assert not _credited("governor", "governor", "union", "union")
    assert not _credited("governor", "union", "police", "staff")


def _equal_names(one: str, other: str, _language: str | None, _other_language: str | None) -> float:
    return float(one.casefold() == other.casefold())


@pytest.mark.parametrize(("place", "found"), [("varga", 1), ("Varga", 0), ("Vargas", 1)])
def test_only_a_name_in_its_sentence_hides_another_claimant(place: str, found: int) -> None:
    many = [Told(o, ("They found 23 injured",), claimants=("trains Varga",)) for o in "abc"]
    other = Told("d", (f"They found 23 injured near {place}, the union said",), claimants=("union",))
    story = replace(_story(*many, other), name_likeness=_equal_names)
    assert len(list(check_claimant_conflict(FigureJudgement(story, Topics())))) == found


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("23", "32", True),
        ("40", "400", True),
        ("3.8", "8.3", True),
        ("23", "24", False),
        ("7", "7", False),
        ("0", "9", False),
    ],
)
def test_slips(one: str, other: str, slip: bool) -> None:
    a, b = (Figure(0, 1, v, "count", Decimal(v), Decimal(v)) for v in (one, other))
    assert is_slip(a, b) is slip


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("P74D", "P74W", True),
        ("PT36H", "P36D", True),
        ("P120D", "P210D", True),
        ("P14D", "P14M", False),
        ("P74D", "P74D", False),
    ],
)
def test_slips_of_lengths_of_time(one: str, other: str, slip: bool) -> None:
    a, b = (Figure(0, 1, v, "duration", v, v) for v in (one, other))
    assert is_slip(a, b) is slip


def test_the_dead_and_the_hurt_the_wrong_way_round_are_told_of() -> None:
    rest = [Told(outlet, ("12 people died and 34 were injured",)) for outlet in "abc"]
    found = _conflicts(_story(*rest, Told("d", ("34 people died, 12 were injured",))))
    assert [[side.evidence[0].text for side in one.sides] for one in found] == [["12", "34"], ["34", "12"]]
    assert all(one.outliers == ("d",) for one in found)
    assert not _conflicts(_story(*rest, Told("d", ("34 people were injured and 12 died",))))


def test_each_toll_has_a_word_of_its_own() -> None:
    story = _story(Told("a", ("12 people died and 34 were injured", "The dead are 14, 25 people are at home")))
    assert [toll_of(story, figure) for figure in story.figures.values()] == ["dead", "hurt", "dead", None]


def test_what_comes_on_top_of_an_earlier_count_is_no_lower_count() -> None:
    early = [Told(outlet, ("Police hold 3 staff",)) for outlet in "abc"]
    assert not _updates(_story(*early, Told("d", ("Police hold another 2 staff",), hours=5)))
    assert len(_updates(_story(*early, Told("d", ("Police hold 2 staff",), hours=5)))) == 1


def test_a_version_that_has_the_common_value_in_the_same_sentence_means_another_thing() -> None:
    rest = [Told(outlet, ("The governor tells of level 4",)) for outlet in "ab"]
    other = Told("d", ("The governor tells of level 5 where, as all the trains know, the level was 4",))
    assert not _conflicts(_story(*rest, other))


def _timed(*told: tuple[str, str, str]) -> StoryEvidence:
    """One sentence a version: (outlet, words with one number, the time that it is)."""
    story = _story(*(Told(outlet, (words,)) for outlet, words, _ in told))
    values = {outlet: value for outlet, _, value in told}
    claims = {
        v: replace(one, figures=tuple(replace(f, kind="time", low=values[v], high=values[v]) for f in one.figures))
        for v, one in story.claims.items()
    }
    return replace(story, claims=claims)


def test_two_months_differ_though_neither_has_a_number() -> None:
    story = _story(
        *_many("The trains were checked in 3 there", "a", "b", "c"), Told("d", ("The trains were checked in 5",))
    )
    months = {"3": ("March", "2026-03-01", "2026-03-31"), "5": ("May", "2026-05-01", "2026-05-31")}
    claims = {}
    for version, one in story.claims.items():
        figures = []
        for figure in one.figures:
            if figure.text in months:
                text, low, high = months[figure.text]
                figures.append(replace(figure, kind="date", text=text, low=low, high=high))
            else:
                figures.append(figure)
        claims[version] = replace(one, figures=tuple(figures))
    (found,) = _conflicts(replace(story, claims=claims))
    assert found.outliers == ("d",)


def test_times_twelve_hours_apart() -> None:
    early = [("a", "The trains met at 8 a.m. there", "08:00"), ("b", "The trains met at 8 there", "08:00")]
    (found,) = _conflicts(_timed(*early, ("c", "The trains met at 20 there", "20:00")))
    assert found.outliers == ("c",)
    assert [side.value for side in found.sides] == ["08:00", "20:00"]
    bare = [(outlet, words.replace(" a.m.", ""), value) for outlet, words, value in early]
    assert not _conflicts(_timed(*bare, ("c", "The trains met at 20 there", "20:00")))
    evening = [("b", "The trains met at 8 in the evening", "08:00")]
    assert not _conflicts(_timed(early[0], *evening, ("c", "The trains met at 20 there", "20:00")))


def test_a_later_text_that_adds_to_the_earlier_count_tells_of_an_update() -> None:
    early = [Told(outlet, ("Police hold 3 staff",)) for outlet in "abc"]
    late = Told("d", ("Police hold another 2 staff", "Behind bars there are 5 now"), hours=5, loose=frozenset({1}))
    (found,) = _updates(_story(*early, late))
    assert [side.evidence[0].text for side in found.sides] == ["3", "5"]
    assert not _updates(_story(*early, late._replace(hours=0)))
    assert not _updates(_story(*early, late._replace(sentences=("Police hold another 2 staff", "There are 6 now"))))


def test_a_later_text_that_tells_the_earlier_toll_elsewhere_tells_of_an_update() -> None:
    early = [Told(outlet, ("They found 9 killed people",)) for outlet in "abc"]
    late = Told("d", ("They found 9 killed people", "Now the killed are 13"), hours=5, loose=frozenset({1}))
    (found,) = _updates(_story(*early, late))
    assert [side.versions for side in found.sides] == [("a", "b", "c"), ("d",)]
    assert [e.text for e in found.sides[1].evidence] == ["13"]
    assert not _updates(_story(*early, late._replace(hours=0)))


def test_what_is_left_of_a_list_pairs_though_far_apart_where_many_agree() -> None:
    rest = [Told(outlet, ("There were 14 trains, then 400 more of the governor",)) for outlet in "abcd"]
    one = Told("e", ("There were 14 trains, then 52 more of the governor",))
    (found,) = _conflicts(_story(*rest, one))
    assert [side.evidence[0].text for side in found.sides] == ["400", "52"]
    rules_alone = FlagSettings(answer_chance=1.1, unheard_chance=1.1)
    assert not _conflicts(replace(_story(*rest[:3], one), settings=rules_alone))


def test_two_texts_against_one_of_many_need_a_slip() -> None:
    rest = [Told(outlet, (_OTHER,)) for outlet in "def"]
    slip = (*_many("They cut 23 trains", "a", "b"), *_many("They cut 32 trains", "c"))
    other = (*_many("They cut 23 trains", "a", "b"), *_many("They cut 31 trains", "c"))
    long = FlagSettings(few_figures=0, answer_chance=1.1, unheard_chance=1.1)
    assert [one.outliers for one in _conflicts(replace(_story(*slip, *rest), settings=long))] == [("c",)]
    assert _conflicts(replace(_story(*other, *rest), settings=long)) == []
    assert [one.outliers for one in _conflicts(replace(_story(*other), settings=long))] == [("c",)]


def test_what_most_of_those_who_agree_tell_too_is_another_thing() -> None:
    known = _many("They found 23 injured people", "a", "b", second="They found 31 injured people there")
    story = _story(*known, *_many("They found 23 injured people", "c"), *_many("They found 31 injured people", "d"))
    assert _conflicts(story) == []


def test_a_year_is_no_slip_for_a_month_of_another_year() -> None:
    def date(outlet: str, low: str, high: str) -> Figure:
        return Figure(0, 4, "2029", "date", low, high, id=f"{outlet}:f", version=outlet, sentence=f"{outlet}:0")

    year = Fact("st0", {"d": [date("d", "2029-01-01", "2029-12-31")]})
    month = Fact("st0", {v: [date(v, "2023-03-01", "2023-03-31")] for v in "abc"})
    story = _story(*_many("They found 23 injured people", "a", "b", "c", "d"))
    pairs = [(a, b) for a in year.figures for b in month.figures]
    assert not may_differ(year, month, pairs, story)
    earlier = Fact("st0", {"d": [date("d", "2024-03-01", "2024-03-31")]})
    assert may_differ(earlier, month, [(a, b) for a in earlier.figures for b in month.figures], story)


class _Rather(FigureContexts):
    """Contexts in which any two figures are a little alike."""

    def __init__(self) -> None:
        super().__init__({}, {}, {})

    def around(self, one: Figure, other: Figure) -> float:
        return 0.2

    def joint(self, one: Figure, other: Figure) -> float:
        return 0.2

    def subject(self, one: Figure, other: Figure) -> float | None:
        return None


@pytest.mark.parametrize(("high", "left"), [("31", 1), ("35", 2)])
def test_the_only_age_that_is_left_answers_the_one_of_many(high: str, left: int) -> None:
    story = _story(*_many("The governor is 24", "a", "b", "c"), *_many("The governor is 31", "d"))
    ages = {
        v: replace(claims.figures[0], kind="age", high=Decimal(high if v == "d" else 24))
        for v, claims in story.claims.items()
    }
    many, lone = Fact("st0", {v: [ages[v]] for v in "abc"}), Fact("st0", {"d": [ages["d"]]})
    assert len(pair_leftovers([many, lone], _Rather(), story)) == left


def test_a_number_that_others_give_too_is_no_other_value_elsewhere() -> None:
    agreed = "They counted 870 houses"
    many = _many(agreed, "a", "b", "c", second="The union asks for 640 trains")
    story = _story(*many, Told("d", (agreed, "Of those 870 trains")))
    assert _conflicts(story) == []
    odd = _story(*many, Told("d", (agreed, "Of those 650 trains")))
    assert [one.outliers for one in _conflicts(odd)] == [("d",)]


def test_a_claimant_who_may_be_misread_excuses_no_other() -> None:
    body = ("They found 23 injured", "Later 50 houses were rebuilt")
    many = [Told(o, body, claimants=("governor", "xar trains")) for o in "abc"]
    story = _story(*many, Told("d", body, claimants=("union",)), Told("e", body, claimants=("xar trains",)))
    (found,) = check_claimant_conflict(FigureJudgement(story, Topics()))
    assert found.outliers == ("d",)


@pytest.mark.parametrize(("first", "second", "found"), [("union", "police", 1), ("police", "union", 0)])
def test_two_figures_credited_to_each_others_claimants(first: str, second: str, found: int) -> None:
    story = _story(*_many("Police trains say 15000 came, the union ships 40000", *"abcd"))
    claims = {
        version: replace(
            one,
            figures=tuple(
                replace(figure, claimant=who, claimant_id=who)
                for figure, who in zip(
                    one.figures, (first, second) if version == "d" else ("police", "union"), strict=False
                )
            ),
        )
        for version, one in story.claims.items()
    }
    story = replace(story, claims=claims)
    assert len(list(check_claimant_conflict(FigureJudgement(story, Topics())))) == found
