"""Quotes and speakers: fixtures in every language, marks, broken quotes, and any text at all."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.quotes_fixtures import load_cases, measure_cases
from claims.article_quotes import read_quotes
from claims.marks import find_marked
from claims.quotes import find_quotes
from configs.language.schema import language_codes
from records.errors import InputError
from records.version import Version

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "quotes"
SPANS, SPEAKERS = 0.95, 0.90
"""Floors of every language: exact spans (F1) and speakers of the spans found."""


@pytest.mark.parametrize("language", language_codes())
def test_fixtures_of_every_language(language: str) -> None:
    found_language, cases = load_cases(FIXTURES / f"{language}.yml")
    assert found_language == language
    tally = measure_cases(language, cases)
    assert tally.f1 is not None
    assert tally.speaker is not None
    assert tally.f1 >= SPANS, tally.misses
    assert tally.speaker >= SPEAKERS, tally.misses


@pytest.mark.parametrize("cases", ["  «[d open|Name»\n", "  closed|Name]\n", "\n"])
def test_a_malformed_fixture_is_an_error(tmp_path: Path, cases: str) -> None:
    path = tmp_path / "xx.yml"
    path.write_text(f"language: xx\ncases: |\n{cases}", encoding="utf-8")
    with pytest.raises(InputError):
        load_cases(path)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("« L'équipage a tout fait », a dit X.", ["L'équipage a tout fait"]),
        ("'We won,' he said, 'the workers' day is here.'", ["We won,", "the workers' day is here."]),
        ("Rock 'n' roll and the '90s.", []),
        ("„Ich“, »Da«, „so“ ”D”", ["Ich", "Da", "so", "D"]),
        ('צה"ל אמר: "אנחנו כאן"', ["אנחנו כאן"]),
        ("他说：“我们‘好’的。”", ["我们‘好’的。"]),
        ("他说：“我们去了“长城”外的“黄河”饭店。”", ["我们去了“长城”外的“黄河”饭店。"]),
        ("「何か『本』だ」", ["何か『本』だ"]),
        ("П'ять років, об'єкт, комп’ютер.", []),
        ("“One.\n\n“Two,” she said.", ["One.", "Two,"]),
        ("L'«Aurora» è lunga.", ["Aurora"]),
        ('The 6" pipe and the 8" pipe.', []),
    ],
)
def test_marks(text: str, contents: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_marked(text) if m.depth == 0] == contents


def test_a_broken_quote_continues_its_first_part() -> None:
    first, second = find_quotes("«Так, — сказав Іван Петренко, — ми готові до всього».", "uk")
    assert (first.text, second.text) == ("Так", "ми готові до всього")
    assert second.continues == first.id == "q0"
    assert first.speaker == second.speaker == "Іван Петренко"


def test_a_quote_over_two_paragraphs_has_one_speaker() -> None:
    quotes = find_quotes("“This is the first part of it.\n\n“And this is the second,” said Ann Lee.", "en")
    assert [q.speaker for q in quotes] == ["Ann Lee", "Ann Lee"]
    assert quotes[1].continues == quotes[0].id


def test_places_are_places_of_the_text() -> None:
    text = "Storm\n\n“The roof is gone,” said the mayor, Susan Bell."
    (quote,) = find_quotes(text, "en")
    assert quote.speaker_span is not None
    assert quote.cue_span is not None
    assert quote.speaker_span.of(text) == quote.speaker == "Susan Bell"
    assert quote.cue_span.of(text) == quote.cue == "said"
    assert text[quote.start : quote.end] == quote.text == "The roof is gone"


def test_an_unknown_speaker_stays_unknown() -> None:
    (quote,) = find_quotes("“Nobody knows where this will end, or when, or why at all.”", "en")
    assert quote.speaker is None


def test_ids_of_a_version() -> None:
    text = "Head\n\n«Ja, das ist so», sagte Anna Vogel. «Wir bleiben hier.»"
    version = Version("v1", "o", "u", "de", datetime(2026, 1, 1, tzinfo=UTC), "Head", text, ())
    quotes = read_quotes(version)
    assert [q.id for q in quotes] == ["v1:q0", "v1:q1"]
    assert quotes[1].continues == "v1:q0"
    assert {q.version for q in quotes} == {"v1"}


SIGNS = st.sampled_from(
    [*"«»„“”\"'‘’「」『』—–-,.:;!?…\n ()", "said ", "Anna Lee ", "сказала ", "que ", "と述べた", "。"]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=300), st.lists(st.one_of(SIGNS, st.text(max_size=5)), max_size=60).map("".join)),
    st.one_of(st.sampled_from([*language_codes(), "xx", "pt-BR", "zh_TW"]), st.text(max_size=6)),
)
def test_any_text_in_any_language(text: str, language: str) -> None:
    quotes = find_quotes(text, language)
    assert list(quotes) == sorted(quotes, key=lambda q: (q.start, -q.end))
    ids = [q.id for q in quotes]
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
        assert quote.continues is None or quote.continues in ids
        for span in (quote.speaker_span, quote.cue_span):
            assert span is None or 0 <= span.start < span.end <= len(text)
