"""The three checks of quotes, on one utterance of three versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from align.utterances import AlignedUtterance, UtterancePart
from claims.figures import find_figures
from claims.names import name_likeness
from configs.pipeline import FlagSettings
from flag.checks.quote_altered import check_quote_altered
from flag.checks.quote_misattributed import check_quote_misattributed
from flag.checks.quote_truncated import check_quote_truncated
from flag.evidence import StoryEvidence, gather_evidence
from flag.wording_figures import figure_sides
from records.claim import Claims, Quote
from records.span import Span
from records.statement import Utterance, UtteranceMember
from records.version import Version


def _story(rows: list[tuple[str, str, str, str]]) -> StoryEvidence:
    versions, claims = [], []
    for name, language, text, speaker in rows:
        versions.append(
            Version(name, name, f"https://{name}.example", language, datetime(2026, 1, 1, tzinfo=UTC), "h", text, ())
        )
        slug = speaker if speaker.startswith("role--") else speaker.lower().replace(" ", "-")
        quote = Quote(0, len(text), text, "direct", speaker, None, slug, id=f"{name}:q0", version=name)
        claims.append(Claims(name, (), (quote,)))
    utterance = Utterance("u0", tuple(UtteranceMember(name, (f"{name}:q0",)) for name, *_ in rows))
    return gather_evidence(versions, [], claims, [], [utterance], FlagSettings())


def test_a_not_in_one_version_is_flagged() -> None:
    story = _story(
        [
            ("en", "en", "The crew did everything right", "Anna Berg"),
            ("fr", "fr", "L'équipage a tout fait correctement", "Anna Berg"),
            ("ru", "ru", "Экипаж не сделал всё правильно", "Anna Berg"),
        ]
    )
    (found,) = check_quote_altered(story, story.utterances)
    assert found.kind == "quote-altered"
    assert found.outliers == ("ru",)
    assert not list(check_quote_misattributed(story, story.utterances))


def test_another_choice_of_words_is_not() -> None:
    story = _story(
        [
            ("a", "en", "They failed to agree on the budget", "Anna Berg"),
            ("b", "en", "They did not agree on the budget", "Anna Berg"),
        ]
    )
    assert not list(check_quote_altered(story, story.utterances))


def test_another_speaker_is_flagged() -> None:
    rows = [(name, "en", "We will rebuild the bridge", "Anna Berg") for name in ("a", "b")]
    story = _story([*rows, ("c", "en", "We will rebuild the bridge", "Luca Ferri")])
    (found,) = check_quote_misattributed(story, story.utterances)
    assert found.outliers == ("c",)
    assert {side.value for side in found.sides} == {"Anna Berg", "Luca Ferri"}


@pytest.mark.parametrize("unnamed", ["role--the-mayor--c", "role--body--norvik-line"])
def test_a_role_or_a_body_against_a_name_is_not(unnamed: str) -> None:
    rows = [(name, "en", "We will rebuild the bridge", "Anna Berg") for name in ("a", "b")]
    story = _story([*rows, ("c", "en", "We will rebuild the bridge", unnamed)])
    assert not list(check_quote_misattributed(story, story.utterances))


def _kinds(rows: list[tuple[str, str]]) -> list[tuple[tuple[str, ...], set[str]]]:
    story = _story([(f"v{n}", language, text, "Anna Berg") for n, (language, text) in enumerate(rows)])
    found = check_quote_altered(story, story.utterances)
    return [(d.outliers, {side.value for side in d.sides}) for d in found]


def test_a_word_of_contrary_meaning_is_flagged_across_languages() -> None:
    rows = [
        ("en", "Real progress was made in the talks"),
        ("fr", "De réels progrès ont été accomplis"),
        ("uk", "Досягнуто реального прогресу на переговорах"),
        ("es", "Se lograron avances limitados en las conversaciones"),
    ]
    assert _kinds(rows) == [(("v3",), {"Real", "limitados"})]
    assert not _kinds(rows[:3])


def test_may_for_must_is_flagged_across_languages() -> None:
    rows = [("en", "Ukraine must agree to this"), ("de", "Die Ukraine muss dem zustimmen")]
    ((outliers, values),) = _kinds([*rows, ("fr", "L'Ukraine pourrait y consentir")])
    assert outliers == ("v2",)
    assert values == {"said to be necessary", "said to be possible"}
    assert not _kinds(rows)


def test_may_for_will_is_flagged_in_the_same_words() -> None:
    rows = [("en", "The troops will leave the town by May"), ("en", "The troops might leave the town by May")]
    assert _kinds(rows) == [((), {"will", "might"})]
    assert not _kinds([("en", "The troops will leave the town by May"), ("de", "Sie können die Stadt bis Mai räumen")])


def test_another_word_is_flagged_against_two_who_agree() -> None:
    rows = [("es", "Vamos a reconstruir el puente de la ciudad")] * 2
    other = ("es", "Vamos a reconstruir el hospital de la ciudad")
    assert _kinds([*rows, other]) == [(("v2",), {"puente", "hospital"})]
    assert not _kinds([rows[0], other])
    assert not _kinds([rows[0], ("es", "Reconstruiremos aquel puente urbano dañado")])


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("We lost 14 men near Rovno on the road", "We lost 41 men near Rovno on the road", {"14", "41"}),
        ("He met Chen in Oslo before the vote", "He met Lee in Oslo before the vote", {"Chen", "Lee"}),
        ("We lost 1,198 tonnes of fuel there", "We lost about 1,200 tonnes of fuel there", None),
        ("He met the minister in Kyiv on Monday", "He met the minister in Kiev on Monday", None),
    ],
)
def test_numbers_and_names_in_the_same_language(one: str, other: str, values: set[str] | None) -> None:
    assert _kinds([("en", one), ("en", other)]) == ([] if values is None else [((), values)])


def test_a_dropped_condition_is_a_truncated_quote() -> None:
    whole = "If the wind eases, we will fly in more dogs tomorrow."
    story = _story([(name, "en", whole, "Anna Berg") for name in ("a", "b", "c")])
    cut = _story([("d", "en", "We will fly in more dogs tomorrow.", "Anna Berg")])
    versions = {**story.versions, **cut.versions}
    claims = {**story.claims, **cut.claims}
    comma = whole.index(",")
    parts = (
        UtterancePart(tuple((name, Span(0, comma)) for name in ("a", "b", "c"))),
        UtterancePart((*((name, Span(comma + 2, len(whole))) for name in ("a", "b", "c")), ("d", Span(0, 34)))),
    )
    members = tuple(UtteranceMember(name, (f"{name}:q0",)) for name in versions)
    utterance = AlignedUtterance("u0", members, None, parts)
    evidence = gather_evidence(list(versions.values()), [], list(claims.values()), [], [utterance], FlagSettings())
    (found,) = check_quote_truncated(evidence, [utterance])
    assert found.outliers == ("d",)
    assert [place.text for place in found.sides[0].evidence] == [whole[:-1] + "."] * 3


def _compared(rows: list[tuple[str, str, str, str]]) -> list[tuple[str, ...]]:
    """The outliers of every quote credited to another, with names compared as the pipeline does."""
    story = replace(_story(rows), name_likeness=name_likeness)
    return [found.outliers for found in check_quote_misattributed(story, story.utterances)]


_SAID = "We will rebuild the bridge"


def test_one_person_in_a_distant_script_is_not_blamed() -> None:
    rows = [(name, "en", _SAID, "Ingrid Solberg-Hahn") for name in ("a", "b")]
    names = {"zh": "英格丽德·索尔贝", "ar": "إنغريد سولبرغ هان", "hi": "इंग्रिड सोल्बर्ग", "cs": "Ingrid Hahnová"}
    for language, name in names.items():
        assert not _compared([*rows, ("c", language, _SAID, name)])


def test_another_person_is_told_of_in_any_alphabet() -> None:
    rows = [(name, "en", _SAID, "Anna Berg") for name in ("a", "b")]
    assert _compared([*rows, ("c", "el", _SAID, "Λούκα Φέρι")]) == [("c",)]
    assert _compared([*rows, ("c", "hi", _SAID, "विक्रम सेठी")]) == [("c",)]
    chinese = ("zh", _SAID, "克里斯托弗·麦克米伦")
    assert _compared([*rows, ("c", *chinese), ("d", *chinese)])
    assert not _compared([*rows, ("c", *chinese)])


def test_a_doubtful_name_is_two_people_once_a_version_quotes_both() -> None:
    rows = [(name, "en", _SAID, "Maria Ivanova") for name in ("a", "b")]
    rows.append(("c", "ru", _SAID, "Марина Иванова"))
    assert not _compared(rows)
    story = replace(_story(rows), name_likeness=name_likeness)
    (quote,) = story.claims["c"].quotes
    other = replace(quote, id="c:q1", speaker="Мария Иванова", speaker_id="maria-ivanova")
    story = replace(story, claims={**story.claims, "c": Claims("c", (), (quote, other))})
    (found,) = check_quote_misattributed(story, story.utterances)
    assert found.outliers == ("c",)


@pytest.mark.parametrize(
    ("one", "other", "flagged"),
    [
        ("We will not go if they do not pay in full", "We will go if they do not pay in full", True),
        ("The plan never failed without a reason", "The plan failed without a reason", True),
        ("I do not think they will leave the harbour", "I think they will not leave the harbour", False),
        ("They did not agree on the budget for the port", "They failed to agree on the budget for the port", False),
        ("The step is unprecedented in this country", "The step is precedented in this country", True),
    ],
)
def test_a_not_more_in_one_of_two_wordings(one: str, other: str, flagged: bool) -> None:
    story = _story([("a", "en", one, "Anna Berg"), ("b", "en", other, "Anna Berg")])
    assert bool(list(check_quote_altered(story, story.utterances))) is flagged


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Das Volk wählt heute.", "The people vote today.", None),
        ("Das Volk wählt morgen.", "The people vote tomorrow.", None),
        ("Das Volk wählt morgen.", "The people vote today.", None),
        ("Das Volk wählt heute.", "The people vote tomorrow.", {"1 January 2026", "3 January 2026"}),
        ("Das Volk wählt am 3. Januar.", "The people vote on 4 January.", {"3 January 2026", "4 January 2026"}),
    ],
)
def test_today_of_a_speaker_is_one_day_whenever_it_is_printed(one: str, other: str, values: set[str] | None) -> None:
    published = {name: datetime(2026, 1, day, 12, tzinfo=UTC) for name, day in (("a", 1), ("b", 2))}
    figures = {
        version: [replace(f, version=version) for f in find_figures(text, language, published[version])]
        for version, language, text in (("a", "de", one), ("b", "en", other))
    }
    sides = figure_sides(figures, {name: at.date() for name, at in published.items()})
    assert (None if sides is None else set(sides)) == values


_PLEDGE = "We will rebuild the old bridge before winter"


@pytest.mark.parametrize(
    ("speaker", "found"),
    [("Martin Holt", 1), ("Global citizen", 0), ("police chief", 0), ("Seo Min-jae", 1), ("A polgár válasza", 0)],
)
def test_who_is_no_person_is_no_other_speaker(speaker: str, found: int) -> None:
    rows = [(name, "en", _PLEDGE, "Anna Berg") for name in ("a", "b")]
    story = _story([*rows, ("c", "en", _PLEDGE, speaker)])
    assert len(list(check_quote_misattributed(story, story.utterances))) == found


def test_a_phrase_that_two_people_use_is_nobodys() -> None:
    rows = [(name, "en", "corresponding measures", "Anna Berg") for name in ("a", "b")]
    story = _story([*rows, ("c", "en", "corresponding measures", "Martin Holt")])
    assert list(check_quote_misattributed(story, story.utterances))
    (quote,) = story.claims["c"].quotes
    other = replace(quote, id="c:q1", start=40, end=62, speaker="Anna Berg", speaker_id="anna-berg")
    story = replace(story, claims={**story.claims, "c": Claims("c", (), (quote, other))})
    assert not list(check_quote_misattributed(story, story.utterances))


@pytest.mark.parametrize(("speaker", "found"), [("Ри", 0), ("Владимир", 1)])
def test_a_family_name_alone_may_be_the_other(speaker: str, found: int) -> None:
    rows = [(name, "en", _PLEDGE, "Ri Song") for name in ("a", "b")]
    story = replace(_story([*rows, ("c", "ru", _PLEDGE, speaker)]), name_likeness=name_likeness)
    (quote,) = story.claims["c"].quotes
    quote = replace(quote, speaker_id="ri-yong-ho")
    known = replace(quote, id="a:q1", version="a", start=90, end=99, speaker="Ri Yong Ho")
    claims = {"c": Claims("c", (), (quote,)), "a": Claims("a", (), (*story.claims["a"].quotes, known))}
    story = replace(story, claims={**story.claims, **claims})
    assert len(list(check_quote_misattributed(story, story.utterances))) == found


def _reported(story: StoryEvidence, *versions: str) -> StoryEvidence:
    """``story`` with the quotes of ``versions`` told in the outlet's own words."""
    claims = {
        name: replace(told, quotes=tuple(replace(q, mode="indirect") for q in told.quotes))
        if name in versions
        else told
        for name, told in story.claims.items()
    }
    return replace(story, claims=claims)


@pytest.mark.parametrize(("reported", "found"), [((), 1), (("de",), 1), (("en", "de"), 0), (("fr",), 0)])
def test_who_reports_the_words_backs_the_one_who_quotes_them(reported: tuple[str, ...], found: int) -> None:
    story = _story(
        [
            ("en", "en", "Paper does not stop bullets", "Elsa Thorvik"),
            ("de", "de", "Papier hält keine Kugeln auf", "Elsa Thorvik"),
            ("fr", "fr", "Le papier n'arrête pas les balles", "Samira Haddan"),
        ]
    )
    story = _reported(replace(story, name_likeness=name_likeness), *reported)
    assert len(list(check_quote_misattributed(story, story.utterances))) == found


def test_a_georgian_name_has_no_capital_and_is_one() -> None:
    story = _story(
        [
            ("en", "en", "There is no sign of an explosion", "Olena Hrabar"),
            ("de", "de", "Es gibt keine Anzeichen einer Explosion", "Olena Hrabar"),
            ("ka", "ka", "აფეთქების ნიშანი არ არის", "ვერა კოლტანმა"),
        ]
    )
    story = replace(story, name_likeness=name_likeness)
    assert len(list(check_quote_misattributed(story, story.utterances))) == 1
