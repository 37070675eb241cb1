"""Lengths of more than a day in hours, minutes and seconds: the totals of a stage race."""

from __future__ import annotations

import pytest

from claims.figures import find_figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cs", "Celkový čas je 84:17:35."),
        ("de", "Gesamtzeit 84:17:35 Stunden."),
        ("en", "He won in 84h 17m 35s."),
        ("es", "Ganó con un tiempo de 84:17:35."),
        ("fr", "Il gagne en 84h17'35''."),
        ("fr", "Il gagne en 84 h 17 min 35 s."),
        ("ko", "종합 기록은 84시간 17분 35초다."),
        ("zh", "总成绩为84小时17分35秒。"),
    ],
    ids=lambda value: value if len(value) == 2 else "",
)
def test_more_than_a_day(language: str, text: str) -> None:
    assert [(figure.kind, figure.low) for figure in find_figures(text, language)] == [("duration", "PT84H17M35S")]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("it", "L'esterno, 24 anni, ha firmato.", "age"),
        ("fr", "Le défenseur, 24 ans, a signé.", "age"),
        ("es", "El extremo, 24 años, firmó.", "age"),
        ("pt", "O extremo, 24 anos, assinou.", "age"),
        ("nl", "De spits, 24 jaar, tekende.", "age"),
        ("it", "Il contratto, cinque anni, non basta.", "duration"),
        ("fr", "Le contrat, 5 ans, ne suffit pas.", "duration"),
    ],
    ids=lambda value: value if len(value) == 2 else "",
)
def test_years_between_commas(language: str, text: str, kind: str) -> None:
    assert [figure.kind for figure in find_figures(text, language)] == [kind]
