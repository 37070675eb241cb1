"""Counts that are a part of what others count: "the minister and four other people" beside five."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.agreeing import agreeing_facts
from flag.apart import says_beside
from flag.context import FigureContexts
from flag.cues import is_added
from flag.evidence import StoryEvidence, gather_evidence
from flag.facts import Fact
from flag.movements import as_moved
from flag.pairing import find_facts
from flag.parts import is_part
from flag.values import compare_figures
from records.claim import Claims, Figure
from records.statement import Member, Statement
from records.version import Sentence, Version


def _read(name: str, language: str, text: str, hours: float = 0.0) -> tuple[Version, Claims]:
    sentence = Sentence(f"{name}:0", 0, len(text))
    figures = tuple(
        Figure(f.start, f.end, f.text, f.kind, f.low, f.high, unit=f.unit, modifier=f.modifier,
               id=f"{name}:f{n}", version=name, sentence=sentence.id, group=f.group)
        for n, f in enumerate(find_figures(text, language))
    )  # fmt: skip
    published = datetime(2026, 5, 1, tzinfo=UTC) + timedelta(hours=hours)
    version = Version(name, name, "https://a.example", language, published, "", text, (sentence,))
    return version, Claims(name, figures)


def _facts(language: str, few: str, many: str, hours: float = 0.0) -> tuple[Fact, Fact, StoryEvidence]:
    """The first figures of ``few``, told ``hours`` after the others, and of three texts ``many``."""
    read = [_read("d", language, few, hours), *(_read(name, language, many) for name in "abc")]
    story = gather_evidence([v for v, _ in read], [], [c for _, c in read], [], [], FlagSettings())
    own = {name: [story.claims[name].figures[0]] for name in "dabc"}
    return Fact("", {"d": own.pop("d")}), Fact("", own), story


@pytest.mark.parametrize(
    ("language", "few", "many"),
    [
        ("en", "The crash killed the minister and four other people.", "The crash killed five people."),
        ("de", "Der Minister und vier andere Menschen starben.", "Fünf Menschen starben."),
        ("fr", "Le ministre et quatre autres personnes sont morts.", "Cinq personnes sont mortes."),
        ("es", "Murieron el ministro y otras cuatro personas.", "Murieron cinco personas."),
        ("ru", "Погибли министр и ещё четыре человека.", "Погибли пять человек."),
        ("sv", "Ministern och fyra andra människor dog.", "Fem människor dog."),
        ("tr", "Bakan ve diğer dört kişi öldü.", "Beş kişi öldü."),
    ],
)
def test_the_others_beside_one_who_is_named(language: str, few: str, many: str) -> None:
    assert is_part(*_facts(language, few, many))


def test_another_number_is_no_part() -> None:
    assert not is_part(*_facts("en", "The crash killed four people.", "The crash killed five people."))
    assert not is_part(*_facts("en", "Four other people died.", "Five other people died."))
    assert not is_part(*_facts("en", "The crash killed two other people.", "The crash killed nine people."))


@pytest.mark.parametrize(
    ("language", "few", "many"),
    [
        (
            "en",
            "Eighteen adults fell ill; 97 of the 146 are children.",
            "31 teenagers fell ill, 97 children, 146 in all.",
        ),
        ("de", "18 Erwachsene erkrankten, 97 Kinder, in allem 146.", "31 Jugendliche, 97 Kinder, in allem 146."),
        ("fr", "Quarante hommes sont morts sur 131 victimes.", "91 femmes sont mortes sur 131 victimes."),
        ("ru", "Погибли 18 взрослых, 97 детей, всего 146.", "Погибли 31 подросток, 97 детей, всего 146."),
        ("pl", "18 dorosłych i 97 dzieci, razem 146.", "31 nastolatków i 97 dzieci, razem 146."),
    ],
)
def test_parts_that_add_up_to_a_whole(language: str, few: str, many: str) -> None:
    assert is_part(*_facts(language, few, many))


@pytest.mark.parametrize(
    ("language", "few", "many"),
    [
        ("es", "Cuatro no lo esperaban, 14 sí.", "Dos votaron en contra; lo esperaban 14 de 18 economistas."),
        ("en", "Four had not expected it, 14 had.", "Two voted against; 14 of 18 economists had expected it."),
        ("de", "Vier hatten nicht damit gerechnet, 14 schon.", "Zwei stimmten dagegen; 14 von 18 rechneten damit."),
    ],
)
def test_the_rest_of_a_share(language: str, few: str, many: str) -> None:
    assert is_part(*_facts(language, few, many))


def test_parts_of_another_whole_are_no_parts() -> None:
    assert not is_part(*_facts("en", "13 adults and 97 of 146 fell ill.", "31 adults and 97 of 146 fell ill."))
    assert not is_part(*_facts("en", "18 adults and 97 of 146 fell ill.", "41 adults and 97 of 146 fell ill."))


def test_who_died_since_is_not_the_toll() -> None:
    few, many = "One man died in hospital.", "Five people died."
    assert is_part(*_facts("en", few, many, hours=9))
    assert not is_part(*_facts("en", few, many))


@pytest.mark.parametrize(
    ("language", "text", "added"),
    [
        ("cs", "Počet pacientů stoupl na 15. Ještě ráno jich bylo dvanáct.", False),
        ("cs", "Přibylo ještě 15 pacientů.", True),
        ("en", "The toll rose to 15. More were feared dead.", False),
        ("en", "Police held 15 more people.", True),
    ],
)
def test_what_is_added_stands_in_one_sentence(language: str, text: str, added: bool) -> None:
    version, claims = _read("a", language, text)
    story = gather_evidence([version], [], [claims], [], [], FlagSettings())
    figure = next(figure for figure in claims.figures if figure.text.startswith("15"))
    assert is_added(story, figure) == added


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (("en", "It was 34 degrees."), ("fr", "Il faisait 34 °C."), "equal"),
        (("en", "It was 43 degrees."), ("fr", "Il faisait 34 °C."), "different"),
        (("en", "It was 93 degrees."), ("fr", "Il faisait 34 °C."), "compatible"),
        (("de", "Es waren 31 Grad."), ("fr", "Il faisait 0 °C."), "different"),
        (("en", "It was 80 degrees."), ("es", "Hacía 26 grados."), "compatible"),
        (("en", "It is about 20 degrees warmer."), ("pl", "Jest o około 11 °C cieplej."), "compatible"),
        (("en", "It is about 20 degrees warmer."), ("pt", "Fica cerca de 11 graus mais quente."), "compatible"),
        (("en", "It is about 20 degrees warmer."), ("pt", "Fica cerca de 14 graus mais quente."), "different"),
        (("en", "It is 20 degrees warmer."), ("pl", "Jest o 11 °C cieplej."), "different"),
    ],
)
def test_degrees_of_no_scale(one: tuple[str, str], other: tuple[str, str], relation: str) -> None:
    a, b = (find_figures(text, language)[0] for language, text in (one, other))
    assert compare_figures(a, b) == compare_figures(b, a) == relation


def test_what_others_tell_in_two_parts_is_no_other_reading_of_one() -> None:
    parts = "On board were 267 people; the other ship carried 412 passengers."
    assert is_part(*_facts("en", "In all 679 people were on board.", parts))
    assert not is_part(*_facts("en", "In all 678 people were on board.", parts))
    assert not is_part(*_facts("en", "Some 21 people were held.", "Police held 12 people and freed 9 others."))


@pytest.mark.parametrize(
    ("texts", "agreeing"),
    [
        (("412 passengers were on the train", "Like 411 other passengers she", "More than 400 people"), ("ac", "b")),
        (("They ask for 12 years", "They ask for at least 12 years", "They fill it in 17 years"), ("ab", "c")),
    ],
    ids=["the others beside one", "what only fits a bound"],
)
def test_a_bound_of_a_third_text_brings_no_two_values_together(
    texts: tuple[str, str, str], agreeing: tuple[str, ...]
) -> None:
    read = [_read(name, "en", text) for name, text in zip("abc", texts, strict=True)]
    statement = Statement("st0", tuple(Member(name, (f"{name}:0",)) for name in "abc"))
    story = gather_evidence([v for v, _ in read], [], [c for _, c in read], [statement], [], FlagSettings())
    row = np.ones(1, dtype=np.float32)
    rows = dict.fromkeys(story.figures, row)
    contexts = FigureContexts(rows, rows, dict.fromkeys(story.sentences, row))
    told = {frozenset(fact.mentions) for fact in agreeing_facts(story, statement, contexts)}
    assert told == {frozenset(versions) for versions in agreeing}


def test_a_range_with_a_dash_is_no_movement() -> None:
    texts = {"a": "The forecast was cut to 8-9 percent", "b": "The toll rose from six to eight dead"}
    read = [_read(name, "en", text) for name, text in texts.items()]
    story = gather_evidence([v for v, _ in read], [], [c for _, c in read], [], [], FlagSettings())
    moved = as_moved(story)
    assert [(str(f.low), str(f.high)) for f in moved.claims["a"].figures] == [("8", "9")]
    assert [str(f.low) for f in moved.claims["b"].figures][-1] == "8"


def test_a_number_without_its_unit_is_told_beside() -> None:
    texts = {"d": "Van zijn voorsprong van 25 seconden bleven er 12 over."}
    texts |= dict.fromkeys("abc", "He leads by 12 seconds.")
    read = [_read(name, "nl" if name == "d" else "en", text) for name, text in texts.items()]
    story = gather_evidence([v for v, _ in read], [], [c for _, c in read], [], [], FlagSettings())
    lead = Fact("", {"d": [f for f in story.claims["d"].figures if f.kind == "duration"]})
    many = Fact("", {name: list(story.claims[name].figures) for name in "abc"})
    assert says_beside(lead, many, [lead, many], story)


@pytest.mark.parametrize(
    ("few", "many", "hours", "part"),
    [
        ("The number of dead rose to 11.", "The council says 14 are dead.", 9.0, True),
        ("The number of dead rose to 17.", "The council says 14 are dead.", 9.0, False),
        ("The number of dead is 11.", "The council says 14 are dead.", 9.0, False),
        ("The number of dead rose to 11.", "The number of dead rose to 14.", 9.0, False),
        ("The number of dead rose to 11.", "The council says 14 are dead.", 0.0, False),
    ],
)
def test_dead_that_rose_to_fewer_are_of_another_count(few: str, many: str, hours: float, part: bool) -> None:
    assert is_part(*_facts("en", few, many, hours)) is part


def test_two_ranges_of_a_movement_stay_ranges() -> None:
    version, claims = _read("d", "zh", "公司将全年营业利润率预期由9%至10%下调至8%至9%。")
    story = gather_evidence([version], [], [claims], [], [], FlagSettings())
    moved = as_moved(story).claims["d"].figures
    assert [(int(f.low), int(f.high)) for f in moved if f.kind == "percent"] == [(9, 10), (8, 9)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Winds of 185 kilometres an hour, or 115 miles an hour, and stronger gusts hit the town.", 2),
        ("Winds of 185 kilometres an hour, and gusts of 140 miles an hour hit the town.", 2),
    ],
)
def test_a_measure_in_two_units_is_told_of_one_thing(text: str, facts: int) -> None:
    others = "Winds of 185 kilometres an hour and gusts of 230 kilometres an hour hit the town."
    read = [_read("d", "en", text), *(_read(name, "en", others) for name in "abc")]
    members = tuple(Member(v.id, (f"{v.id}:0",)) for v, _ in read)
    story = gather_evidence(
        [v for v, _ in read], [], [c for _, c in read], [Statement("st0", members)], [], FlagSettings()
    )
    rows = {f.id: np.array([1.0, 0.0], dtype=np.float32) for f in story.figures.values()}
    sentences = dict.fromkeys(story.sentences, np.array([1.0, 0.0], dtype=np.float32))
    found = find_facts(story, FigureContexts(rows, {}, sentences))
    assert len(found) == facts
    assert not any("115" in f.text for fact in found for f in fact.figures)
