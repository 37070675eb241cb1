"""What sentences of every language deny, affirm, and say to be possible or necessary."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from configs.language.schema import language_codes
from flag.polarity import read_polarity
from flag.quote_halves import parted
from flag.wording_modality import force_of

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "polarity"
HALVES = yaml.safe_load((FIXTURES / "halves.yml").read_text(encoding="utf-8"))
NEGATIVES = yaml.safe_load((FIXTURES / "negatives.yml").read_text(encoding="utf-8"))
PAIRS = yaml.safe_load((FIXTURES / "pairs.yml").read_text(encoding="utf-8"))
FORCE = yaml.safe_load((FIXTURES / "force.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", language_codes())
def test_the_denied_one_of_two_things(language: str) -> None:
    case = HALVES[language]
    for sentence in case["sentences"]:
        halves = parted(sentence, language)
        assert halves is not None, sentence
        for half, own, other in zip(halves, ("denied", "affirmed"), ("affirmed", "denied"), strict=True):
            assert _has(half, case[own]), (sentence, halves)
            assert not _has(half, case[other]), (sentence, halves)


def _has(text: str, stems: str) -> bool:
    return any(stem.casefold() in text.casefold() for stem in stems.split("|"))


@pytest.mark.parametrize("language", sorted(NEGATIVES))
def test_a_denial_written_into_the_word(language: str) -> None:
    for sentence in NEGATIVES[language]["denied"]:
        assert read_polarity(sentence, language).negations, sentence
    for sentence in NEGATIVES[language]["affirmed"]:
        assert not read_polarity(sentence, language).negations, sentence


@pytest.mark.parametrize("language", language_codes())
def test_a_sentence_with_and_without_its_not(language: str) -> None:
    for sentence in PAIRS[language]["denied"]:
        assert read_polarity(sentence, language).negations, sentence
    for sentence in (*PAIRS[language]["affirmed"], *PAIRS[language]["neutral"]):
        assert not read_polarity(sentence, language).negations, sentence


@pytest.mark.parametrize("language", language_codes())
def test_may_have_to_and_must(language: str) -> None:
    for force, sentences in FORCE[language].items():
        for sentence in sentences:
            assert force_of(read_polarity(sentence, language)) == force, sentence


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Ce n'est pas ce que nous voulons", True),
        ("Nous n'avons que du temps", False),
        ("Il n'y a plus que lui", False),
        ("Les caméras, non", True),
        ("Un non-lieu a été prononcé", False),
    ],
)
def test_a_not_inside_a_phrase_that_denies_nothing(text: str, *, denied: bool) -> None:
    assert bool(read_polarity(text, "fr").negations) == denied
