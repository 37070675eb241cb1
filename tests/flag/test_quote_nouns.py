"""A noun exchanged in one version of a quote, read with the bundled encoder."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from align.encoder import Encoder
from configs.nouns import load_nouns
from configs.pipeline import FlagSettings
from flag.quote_nouns import exchanged_noun
from flag.word_rows import WordRows, content_words
from flag.wording_parts import Place
from records.span import Span

SCHOOLS = {
    "de": "Wir öffnen die Schulen erst am Montag wieder.",
    "es": "No abriremos las escuelas hasta el lunes.",
    "ru": "Мы откроем школы только в понедельник.",
    "it": "Riapriremo le scuole solo lunedì.",
    "en": "We will not open the schools again until Monday.",
}


def _found(encoder: Encoder, texts: Mapping[str, str]) -> tuple[str, ...] | None:
    part = {code: Place(code, code, Span(0, len(text)), text, None, True, ()) for code, text in texts.items()}
    words = WordRows(tuple(part.values()), encoder.encode, load_nouns())
    change = exchanged_noun(part, words, FlagSettings())
    return None if change is None else min(change.sides.values(), key=len)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "We will not open the hospitals again until Monday."),
        ("de", "Wir öffnen die Krankenhäuser erst am Montag wieder."),
        ("ru", "Мы откроем больницы только в понедельник."),
        ("es", "No abriremos los mercados hasta el lunes."),
    ],
)
def test_another_thing_of_its_class_is_told(encoder: Encoder, code: str, text: str) -> None:
    assert _found(encoder, {**SCHOOLS, code: text}) == (code,)


def test_nothing_is_told_of_versions_that_agree(encoder: Encoder) -> None:
    assert _found(encoder, SCHOOLS) is None


def test_a_compound_is_the_thing_it_names(encoder: Encoder) -> None:
    ambulance = {
        "en": "We asked for an ambulance and nobody answered.",
        "fr": "Nous avons demandé une ambulance et personne n'a répondu.",
        "de": "Wir haben einen Krankenwagen gerufen, und niemand hat geantwortet.",
        "es": "Pedimos una ambulancia y nadie respondió.",
        "ru": "Мы просили машину скорой помощи, и никто не ответил.",
    }
    assert _found(encoder, ambulance) is None


def test_three_versions_are_too_few(encoder: Encoder) -> None:
    few = {code: SCHOOLS[code] for code in ("de", "es")}
    assert _found(encoder, {**few, "en": "We will not open the hospitals again until Monday."}) is None


def test_words_are_cut_where_no_blanks_part_them() -> None:
    text = "学校は閉鎖"
    assert [span.of(text) for span in content_words(text, "ja")] == ["学校", "閉鎖"]
    text = "liên bang chi trả"
    assert "liên bang" in [span.of(text) for span in content_words(text, "vi")]
    text = "the schools are shut"
    assert "the" not in [span.of(text) for span in content_words(text, "en")]


def test_rivals_share_a_class() -> None:
    nouns = load_nouns()
    assert "school" in nouns.rivals("hospital") and "school" not in nouns.rivals("water")
