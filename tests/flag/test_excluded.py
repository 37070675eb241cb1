""" "We cannot rule out a fault" against "we can": the contrary, though neither denies the fault."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from configs.language.schema import language_codes, load_language
from flag.contraries import read_contrasts
from flag.polarity import read_polarity

ROWS = yaml.safe_load((Path(__file__).resolve().parent.parent / "fixtures" / "excluded.yml").read_text("utf-8"))


@pytest.mark.parametrize(("language", "said", "text"), ROWS)
def test_what_cannot_be_ruled_out_is_the_contrary_of_what_can(language: str, said: str, text: str) -> None:
    poles = [pole for name, pole, _ in read_contrasts(text, language) if name == "excluded"]
    assert poles == [("open", "excluded").index(said)]
    assert not read_polarity(text, language).negations


@pytest.mark.parametrize("code", sorted(language_codes()))
def test_every_language_has_the_words(code: str) -> None:
    config = load_language(code)
    assert config is not None
    assert config.polarity.unexcluded
    assert config.polarity.excluded


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("kk", "Қайтадан жаңбыр жаумаса, бөгет шыдайды", "negated"),
        ("kk", "Егер келмесең, бастаймыз", "negated"),
        ("kk", "Біз немесе олар барады", "plain"),
        ("ja", "知らない人の携帯の明かりについて行きました", "unsure"),
        ("ja", "私は彼を知らない", "negated"),
        ("pl", "chyba że sam poprosi o zgodę", "unsure"),
        ("ru", "Если не пойдёт дождь, плотина выдержит", "unsure"),
        ("de", "Wenn es nicht regnet, hält der Damm", "negated"),
        ("nl", "De dam houdt, tenzij het regent", "unsure"),
    ],
)
def test_conditions_and_set_phrases(language: str, text: str, value: str) -> None:
    assert read_polarity(text, language).value == value


def test_a_word_of_doubt_inside_a_longer_phrase_is_none() -> None:
    assert not read_polarity("chyba że sam poprosi o zgodę", "pl").possible
    assert read_polarity("chyba sam poprosi o zgodę", "pl").possible
