"""Those of one age are not all who are told of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.evidence import gather_evidence
from flag.facts import Fact
from flag.parts import is_part
from records.claim import Claims, Figure
from records.version import Sentence, Version

_DAY = datetime(2026, 5, 1, tzinfo=UTC)


def _is_part(one: tuple[str, str], other: tuple[str, str]) -> bool:
    versions, claims, facts = [], [], []
    for n, (language, text) in enumerate((one, other)):
        figures = tuple(
            Figure(
                f.start,
                f.end,
                f.text,
                f.kind,
                f.low,
                f.high,
                unit=f.unit,
                id=f"{n}:{m}",
                version=str(n),
                sentence=f"{n}:0",
            )
            for m, f in enumerate(find_figures(text, language))
        )
        versions.append(
            Version(str(n), str(n), "https://a.example", language, _DAY, "", text, (Sentence(f"{n}:0", 0, len(text)),))
        )
        claims.append(Claims(str(n), figures))
        facts.append(Fact("s", {str(n): [next(f for f in figures if f.kind == "count")]}))
    return is_part(facts[0], facts[1], gather_evidence(versions, [], claims, [], [], FlagSettings()))


ALL = ("fr", "La police a arrêté les quatre jeunes gens dans la nuit.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police arrested two 18-year-olds and a 20-year-old man."),
        ("de", "Zwei 18-Jährige wurden in der Nacht festgenommen."),
        ("he", "שני נערים בני 18 נעצרו במהלך הלילה."),
        ("es", "Dos jóvenes de 18 años fueron detenidos."),
        ("it", "Due ragazzi di 18 anni sono stati arrestati."),
    ],
)
def test_those_of_one_age_are_a_part(language: str, text: str) -> None:
    assert _is_part((language, text), ALL)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police arrested two men, one of them 18 years old."),
        ("de", "Zwei Männer wurden in der Nacht festgenommen, ein 18-Jähriger floh."),
        ("fr", "En trois ans et 830 agences fermées, rien n'a changé."),
    ],
)
def test_others_are_counted_whole(language: str, text: str) -> None:
    assert not _is_part((language, text), ALL)


def test_so_many_are_not_of_the_age_that_something_lasts() -> None:
    told = "Die 1490 Beschäftigten sind drei Jahre lang vor Kündigung geschützt."
    assert not _is_part(("de", told), ("fr", "Les 1 850 salariés sont protégés."))
