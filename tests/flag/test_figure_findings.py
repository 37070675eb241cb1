"""The evidence of a figure: what headline and text both say is shown at both places."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.evidence import StoryEvidence, gather_evidence
from flag.figure_findings import told_again
from records.claim import Claims, Figure
from records.version import Sentence, Version


def _told(language: str, *paragraphs: str) -> tuple[StoryEvidence, list[Figure]]:
    text, sentences, figures = "", [], list[Figure]()
    for n, words in enumerate(paragraphs):
        sentences.append(Sentence(f"v:{n}", len(text), len(text) + len(words), n))
        figures += [
            Figure(len(text) + f.start, len(text) + f.end, f.text, f.kind, f.low, f.high, unit=f.unit,
                   modifier=f.modifier, id=f"v:f{len(figures) + i}", version="v", sentence=f"v:{n}")
            for i, f in enumerate(find_figures(words, language))
        ]  # fmt: skip
        text += words + "\n"
    published = datetime(2026, 5, 1, tzinfo=UTC)
    version = Version("v", "v", "https://a.example", language, published, "", text, tuple(sentences))
    return gather_evidence([version], [], [Claims("v", tuple(figures))], [], [], FlagSettings()), figures


@pytest.mark.parametrize("known", [0, 1], ids=["headline", "text"])
def test_headline_and_text(known: int) -> None:
    story, figures = _told("en", "Toll of ferry rises to 22", "The toll rose to 22 on Monday.", "It was 17 before.")
    assert [f.text for f in told_again(story, "v", [figures[known]])] == ["22", "22"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Toll of ferry rises to 22", "The toll rose to 23 on Monday."),
        ("Three die on ferry", "Of three boats one sank."),
        ("Budget grows by 22 percent", "It bought 22 buses."),
    ],
    ids=["other value", "small number", "other kind"],
)
def test_another_figure_is_no_mention(paragraphs: tuple[str, ...]) -> None:
    story, figures = _told("en", *paragraphs)
    assert told_again(story, "v", [figures[0]]) == [figures[0]]
