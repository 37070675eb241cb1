"""Whether a quote reads as all that was said, and whether the outlet binds it to a condition in its own words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from configs.pipeline import FlagSettings
from flag.checks.quote_truncated import _is_bound_before, _reads_whole
from flag.evidence import StoryEvidence, gather_evidence
from records.claim import Claims, Quote
from records.version import Sentence, Version


def _told(language: str, text: str, words: str) -> tuple[StoryEvidence, Quote]:
    start = text.index(words)
    sentence = Sentence("v:s0", 0, len(text), 0)
    day = datetime(2026, 1, 1, tzinfo=UTC)
    version = Version("v", "v", "https://v.example", language, day, "h", text, (sentence,))
    quote = Quote(start, start + len(words), words, "direct", None, None, None, id="v:q0", version="v")
    return gather_evidence([version], [], [Claims("v", (), (quote,))], [], [], FlagSettings()), quote


@pytest.mark.parametrize(
    ("language", "text", "words", "whole"),
    [
        ("pl", "„Zapłacimy każdej rodzinie” – powiedziała Berg.", "Zapłacimy każdej rodzinie", True),
        ("hi", "“हम हर परिवार को पैसा देंगे।” बर्ग ने कहा", "हम हर परिवार को पैसा देंगे", True),
        ("tr", "“Her ailenin masraflarını karşılayacağız” dedi Berg", "Her ailenin masraflarını karşılayacağız", True),
        ("en", "“We will pay every family” if she is right", "We will pay every family", False),
        ("fr", "« Nous paierons chaque famille » selon elle", "Nous paierons chaque famille", False),
    ],
)
def test_a_quote_reads_whole_before_a_stop_a_dash_or_a_verb_that_comes_last(
    language: str, text: str, words: str, whole: bool
) -> None:
    story, quote = _told(language, text, words)
    assert _reads_whole(story, "v", quote) is whole


@pytest.mark.parametrize(
    ("language", "text", "words", "bound"),
    [
        (
            "en",
            "If the inquiry finds a fault, “we shall pay every family”, she said.",
            "we shall pay every family",
            True,
        ),
        ("de", "Wenn die Prüfung einen Fehler findet, „zahlen wir jeder Familie“.", "zahlen wir jeder Familie", True),
        ("en", "After the inquiry, Berg said: “We shall pay every family.”", "We shall pay every family", False),
        ("de", "Nach der Sitzung sagte sie, „wir zahlen jeder Familie“.", "wir zahlen jeder Familie", False),
    ],
)
def test_a_condition_in_the_words_of_the_outlet_binds_the_quote(
    language: str, text: str, words: str, bound: bool
) -> None:
    story, quote = _told(language, text, words)
    assert _is_bound_before(story, "v", quote) is bound
