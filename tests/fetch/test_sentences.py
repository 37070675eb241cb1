"""Splitting: as the fixtures say, and without loss."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from configs.language.schema import language_codes
from fetch.sentences import split_sentences

CASES: dict[str, str] = yaml.safe_load(
    (Path(__file__).parent.parent / "fixtures" / "sentences" / "cases.yaml").read_text("utf-8")
)
ALL = [
    (language, sentences)
    for language, cases in CASES.items()
    for line in cases.splitlines()
    for sentences in [line.split(" | ")]
]
_GLUE = {"zh": "", "ja": ""}


@pytest.mark.parametrize(("language", "sentences"), ALL, ids=[f"{c}-{s[0][:24]}" for c, s in ALL])
def test_paragraph_splits_as_the_fixture_says(language: str, sentences: list[str]) -> None:
    text = _GLUE.get(language, " ").join(sentences)
    assert [span.of(text) for span in split_sentences(text, language)] == sentences


def test_line_breaks_always_split() -> None:
    text = "Headline without a full stop\n\nA paragraph, it goes on\r\nin vain\u2028and again"
    assert [span.of(text) for span in split_sentences(text, "en")] == [
        "Headline without a full stop",
        "A paragraph, it goes on",
        "in vain",
        "and again",
    ]


def test_a_very_long_quotation_is_split_inside() -> None:
    quote = " ".join(f"This is sentence number {n} of a speech that does not want to end today." for n in range(12))
    text = f'"{quote}" he said.'
    spans = split_sentences(text, "en")
    assert len(spans) >= 3
    assert " ".join(span.of(text) for span in spans) == text


_TEXT = st.lists(
    st.sampled_from([*list("aA1.!?…。\"'«»“”„‘’()- \n\t\xa0\u2028\u202fдД你はक।؟ع—,"), "Mr", " p.m. ", "z. B. "]),
    max_size=60,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=_TEXT, language=st.sampled_from([*language_codes(), "und", "pt-BR"]))
def test_nothing_but_white_space_is_lost(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.start < span.end for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) for span in spans)
