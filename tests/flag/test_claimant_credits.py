"""Whom fresh sentences of many languages credit their figures to, the sentence before included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
import yaml

from claims.claimants_before import is_pointer, named_before, opening_source, points_back
from configs.language.schema import language_codes
from configs.pipeline import FlagSettings
from fetch.sentences import split_sentences
from flag.claimants_reading import read_claimants
from flag.context import Rows
from flag.evidence import gather_evidence
from flows.compare import claim_version
from records.version import Sentence, Version

_FILE = Path(__file__).parent.parent / "fixtures" / "claimants" / "credits.yml"
_LEAST, _MOST_WRONG = 198, 8
"""Of 220 credits: read with their kind at least, with another kind at most. The half that nothing was mended from: 57
of 99 read before, 85 after (2026-11)."""


class _Letters:
    """Rows by the letters of a text: enough where no two sources are compared."""

    def encode(self, texts: Sequence[str]) -> Rows:
        rows: Rows = np.array([[1.0, *(text.count(letter) for letter in "aeiou")] for text in texts], dtype=np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


def _kinds(text: str, language: str, number: str) -> frozenset[str]:
    """The kinds of whom the figure ``number`` of ``text`` is credited to; none of nobody."""
    told = f"X\n\n{text}"
    spans = split_sentences(told, language)
    sentences = tuple(Sentence(f"v:s{n}", span.start, span.end, int(n > 0)) for n, span in enumerate(spans))
    version = Version("v", "o", "u", language, datetime(2026, 10, 22, tzinfo=UTC), "X", told, sentences)
    claims = claim_version(version)
    claimants = read_claimants(gather_evidence([version], [], [claims], [], [], FlagSettings()), _Letters())
    at = told.index(number)
    figure = next(f for f in claims.figures if f.start < at + len(number) and at < f.end)
    found = claimants.of(figure)
    return frozenset() if found is None else found.kinds


def test_fresh_sentences_credit_their_figures() -> None:
    count: Counter[str] = Counter()
    for language, items in yaml.safe_load(_FILE.read_text("utf-8")).items():
        for item in items:
            for number, _, kind in item["credits"]:
                kinds = _kinds(item["text"], language, number)
                count["read" if kind in kinds else "other" if kinds else "none"] += 1
    assert count["read"] >= _LEAST, count
    assert count["other"] <= _MOST_WRONG, count


@pytest.mark.parametrize(
    ("language", "before", "sentence", "source"),
    [
        ("en", "The fire service worked all night.", "It said 40 homes had burned.", "The fire service"),
        ("it", "I vigili del fuoco hanno lavorato tutta la notte.", "Hanno detto che ...", "I vigili del fuoco"),
        ("de", "Das Gesundheitsamt legte einen Bericht vor.", "Demnach sind 83 Kinder krank.", "Das Gesundheitsamt"),
        ("el", "Ο δήμαρχος μίλησε στην τηλεόραση.", "Όπως είπε, 720 οικογένειες έμειναν χωρίς ρεύμα.", "Ο δήμαρχος"),
        ("ru", "Мэрия провела брифинг.", "По её данным, без света 14 200 человек.", "Мэрия"),
    ],
)
def test_a_sentence_that_points_back_means_the_body_of_the_one_before(
    language: str, before: str, sentence: str, source: str
) -> None:
    assert points_back(sentence, language) or language == "en"
    assert named_before(None, before, language) == source
    assert opening_source(before, language) == source


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("it", "La questura ha detto che i feriti sono 40."),
        ("de", "40 Häuser sind nach Angaben der Polizei zerstört."),
        ("ru", "Сгорело 40 домов."),
        ("tr", "Polis 40 evin yandığını bildirdi."),
    ],
)
def test_a_sentence_that_names_its_source_or_tells_of_none_points_at_nobody(language: str, sentence: str) -> None:
    assert not points_back(sentence, language)


@pytest.mark.parametrize(
    ("claimant", "language", "points"),
    [
        ("Elle", "fr", True),
        ("sus cálculos", "es", True),
        ("su abogado", "es", False),
        ("the police", "en", False),
        ("其", "zh", True),
    ],
)
def test_words_that_only_point_are_pointers(claimant: str, language: str, points: bool) -> None:
    assert is_pointer(claimant, language) is points


@pytest.mark.parametrize(
    ("claimant", "before", "language", "source"),
    [
        ("the agency", "The health service met on Monday.", "en", "The health service"),
        ("the ministry", "The health ministry met on Monday.", "en", "The health ministry"),
        ("the ministry", "The police met on Monday.", "en", None),
        ("the police", "The mayor met them on Monday.", "en", None),
    ],
)
def test_a_bare_word_means_a_fuller_name_of_its_kind(
    claimant: str, before: str, language: str, source: str | None
) -> None:
    assert named_before(claimant, before, language) == source


def test_all_languages_have_words_that_point() -> None:
    assert all(is_pointer(word, code) for code, word in {"en": "it", "fi": "sen", "ko": "그"}.items())
    assert len(language_codes()) > 50


def test_a_compound_is_no_bare_word_and_a_government_no_agency() -> None:
    assert named_before("灾害管理局", "警方周一召开记者会。", "zh") is None
    assert named_before("the agency", "The government moved 4,000 people.", "en") is None
    assert opening_source("Kritik kommt vom Chef der Finanzaufsicht.", "de") is None


def _version(id: str, language: str, text: str) -> Version:
    spans = split_sentences(text, language)
    sentences = tuple(Sentence(f"{id}:s{n}", span.start, span.end, int(n > 0)) for n, span in enumerate(spans))
    return Version(id, id, "u", language, datetime(2026, 10, 22, tzinfo=UTC), "X", text, sentences)


def test_an_office_that_one_text_tells_is_known_in_all() -> None:
    portuguese = "X\n\n«Vamos abrir», disse a diretora, Helena Bravais. São 45 milhões de euros, disse a diretora."
    versions = [
        _version("v", "pt", portuguese),
        _version("w", "tr", "X\n\nMüze Müdürü Helena Bravais, “Açıyoruz” dedi."),
    ]
    claims = [claim_version(version) for version in versions]
    named = [
        replace(one, quotes=tuple(replace(q, speaker_id="helena") if q.speaker else q for q in one.quotes))
        for one in claims
    ]
    read = read_claimants(gather_evidence(versions, [], named, [], [], FlagSettings()), _Letters())
    (figure,) = (f for f in claims[0].figures if f.kind == "money")
    found = read.of(figure)
    assert found is not None
    assert found.words == "a diretora"
    assert found.kinds == {"museum"}


@pytest.mark.parametrize(("else_told", "pointed"), [("", False), (" Мэр сообщил о шести погибших.", True)])
def test_a_wide_word_points_at_the_only_body_named_before(else_told: str, pointed: bool) -> None:
    text = (
        f"X\n\n{else_told} Войска нанесли 12 ударов, сообщили в министерстве обороны. "
        "Ведомство также заявило о пожаре на площади 1500 метров."
    )
    version = _version("v", "ru", text)
    claims = claim_version(version)
    read = read_claimants(gather_evidence([version], [], [claims], [], [], FlagSettings()), _Letters())
    figure = next(f for f in claims.figures if text[f.start : f.end].startswith("1500"))
    found = read.of(figure)
    assert found is not None
    assert "ministry" in found.kinds
    assert read.is_pointed(figure) is pointed
