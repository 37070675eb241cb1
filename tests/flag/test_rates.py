"""Amounts told of two bases are no difference: 6 grams in 100 millilitres are 60 in a litre."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.evidence import gather_evidence
from flag.rates import are_one_rate
from records.claim import Claims, Figure
from records.version import Sentence, Version


def _read(name: str, language: str, text: str) -> tuple[Version, Claims]:
    sentence = Sentence(f"{name}:0", 0, len(text))
    figures = tuple(
        Figure(f.start, f.end, f.text, f.kind, f.low, f.high, unit=f.unit, modifier=f.modifier,
               id=f"{name}:f{n}", version=name, sentence=sentence.id)
        for n, f in enumerate(find_figures(text, language))
    )  # fmt: skip
    published = datetime(2026, 5, 1, tzinfo=UTC)
    return Version(name, name, "https://a.example", language, published, "", text, (sentence,)), Claims(name, figures)


@pytest.mark.parametrize(
    ("one", "other", "values", "same"),
    [
        (("de", "Ab 6 Gramm Zucker je 100 Milliliter"), ("vi", "trên 60 gam đường trong một lít"), "0.006 0.06", True),
        (("en", "5 grams per 100 millilitres"), ("fr", "50 grammes pour 1 litre"), "0.005 0.05", True),
        (("en", "12 cases per 100,000 people"), ("es", "120 casos por cada millón de habitantes"), "12 120", True),
        (("en", "12 cases per 100,000 people"), ("ru", "120 случаев на 100 тысяч жителей"), "12 120", False),
        (("de", "Ab 6 Gramm Zucker je 100 Milliliter"), ("de", "ab 60 Gramm je 100 Milliliter"), "0.006 0.06", False),
        (("de", "Ab 6 Gramm Zucker je 100 Milliliter"), ("en", "from 16 grams in a litre"), "0.006 0.016", False),
        (("en", "Of 50 people 12 were hurt"), ("en", "Of 500 people 120 were hurt"), "12 120", False),
    ],
    ids=["a litre", "1 litre", "people", "one base", "one base again", "no rate", "of a whole"],
)
def test_amounts_of_two_bases(one: tuple[str, str], other: tuple[str, str], values: str, same: bool) -> None:
    read = [_read("a", *one), _read("b", *other)]
    story = gather_evidence([v for v, _ in read], [], [c for _, c in read], [], [], FlagSettings())
    a, b = (
        next(f for f in story.claims[name].figures if str(f.low) == value)
        for name, value in zip("ab", values.split(), strict=True)
    )
    assert are_one_rate(a, b, story) is same
    assert are_one_rate(b, a, story) is same
