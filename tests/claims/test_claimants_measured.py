"""The object that stands beside the subject of a verb is no part of a claimant's name."""

from __future__ import annotations

import pytest

from claims.claimants import find_claimants
from configs.language.schema import language_codes, load_language
from records.span import Span


@pytest.mark.parametrize(
    ("language", "sentence", "figure", "name"),
    [
        ("pl", "Straty rząd szacuje na 450 mln euro.", "450 mln", "rząd"),
        ("pl", "Liczbę ofiar policja szacuje na 25.", "25", "policja"),
        ("cs", "Škody vláda odhaduje na 30 milionů korun.", "30 milionů", "vláda"),
        ("ru", "Ущерб правительство оценивает в 450 млн евро.", "450 млн", "правительство"),
        ("lt", "Ūkininkai nuostolius vertina 12 milijonų eurų.", "12 milijonų", "Ūkininkai"),
        ("ar", "وقدرت الحكومة الأضرار بنحو 450 مليون يورو.", "450 مليون", "الحكومة"),
        ("tr", "Yangında 12 ev yandı, belediye bunu salı günü duyurdu.", "12", "belediye"),
        ("en", "The accident board put the damage at 4 million euros.", "4 million", "The accident board"),
    ],
)
def test_what_is_measured_is_no_part_of_the_name(language: str, sentence: str, figure: str, name: str) -> None:
    at = sentence.index(figure)
    (found,) = find_claimants(sentence, language, [Span(at, at + len(figure))])
    assert found is not None
    assert found.of(sentence) == name


def test_every_language_has_words_for_what_is_measured() -> None:
    configs = [config for code in language_codes() if (config := load_language(code)) is not None]
    assert all(config.figures.claim_measured for config in configs)


def test_who_was_named_before_is_not_the_next_one() -> None:
    sentence = (
        "Innego zdania jest opozycja: według niej zakład jest wart 410 mln euro, a nie 230 mln, jak szacuje rząd."
    )
    figures = [Span(at, at + len(words)) for words in ("410 mln euro", "230 mln") if (at := sentence.index(words))]
    found = find_claimants(sentence, "pl", figures)
    assert [span.of(sentence) if span else None for span in found] == [None, "rząd"]
