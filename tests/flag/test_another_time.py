"""A figure of another year than the news is no other value of it: "ten years ago it was over 93 percent"."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.another_time import is_of_another_time
from flag.evidence import gather_evidence
from flag.facts import Fact
from records.claim import Claims, Figure
from records.version import Sentence, Version

_PUBLISHED = datetime(2026, 5, 20, 9, tzinfo=UTC)


def _read(name: str, language: str, text: str) -> tuple[Version, Claims]:
    sentence = Sentence(f"{name}:0", 0, len(text))
    figures = tuple(
        Figure(f.start, f.end, f.text, f.kind, f.low, f.high, unit=f.unit, modifier=f.modifier,
               id=f"{name}:f{n}", version=name, sentence=sentence.id)
        for n, f in enumerate(find_figures(text, language, _PUBLISHED))
    )  # fmt: skip
    return Version(name, name, "https://a.example", language, _PUBLISHED, "", text, (sentence,)), Claims(name, figures)


def _is_apart(language: str, own: str, others: str, value: str) -> bool:
    read = [_read("d", language, own), *(_read(name, "en", others) for name in "abc")]
    story = gather_evidence([v for v, _ in read], [], [c for _, c in read], [], [], FlagSettings())
    mine = [figure for figure in story.claims["d"].figures if str(figure.low) == value]
    yours = {v: [f for f in story.claims[v].figures if f.kind == mine[0].kind] for v in "abc"}
    return is_of_another_time(Fact("", {"d": mine}), Fact("", yours), story)


@pytest.mark.parametrize(
    ("language", "own", "others", "value", "apart"),
    [
        ("cs", "Před deseti lety přesahovala 93 procent.", "Experts ask for 95 percent.", "93", True),
        ("en", "In 2019 it was 93 percent.", "Experts ask for 95 percent.", "93", True),
        ("de", "Im Jahr 2019 waren es 93 Prozent.", "Experts ask for 95 percent.", "93", True),
        ("fr", "En 2019, la part était de 93 %.", "Experts ask for 95 percent.", "93", True),
        ("fr", "La loi date de 2019; la part est de 93 %.", "Experts ask for 95 percent.", "93", False),
        ("es", "En 2019 era el 93 por ciento.", "In 2019 it was 95 percent.", "93", False),  # others tell of it too
        ("ru", "В 2019 году было 93 процента.", "Experts ask for 95 percent.", "93", True),
        ("en", "It is the worst since March, when 11 people died.", "The attack killed 8 people.", "11", True),
        ("pl", "To największy atak od marca, gdy zginęło 11 osób.", "The attack killed 8 people.", "11", True),
        ("de", "Es ist der schwerste seit März, als 11 Menschen starben.", "The attack killed 8 people.", "11", True),
        ("en", "On Tuesday, officials said 11 people had died.", "The attack killed 8 people.", "11", False),
        ("cs", "Most z roku 1947 je dlouhý 712 metrů.", "The bridge of 1974 is 412 metres long.", "712", False),
        ("cs", "Most z roku 1947 je dlouhý 712 metrů.", "The bridge is 412 metres long.", "712", True),
        ("it", "Nel 2026 era il 93 per cento.", "Experts ask for 95 percent.", "93", False),  # of this year
    ],
)
def test_a_figure_of_another_time(language: str, own: str, others: str, value: str, apart: bool) -> None:
    assert _is_apart(language, own, others, value) == apart
