"""Lengths of years that are ages, by what the other versions of a statement say."""

from __future__ import annotations

import pytest

from flag.bare_years import as_counted
from tests.flag.test_updates import told_by


@pytest.mark.parametrize(
    ("language", "text", "age"),
    [
        ("ru", "Гол забил нападающий 29 лет.", 29),
        ("fr", "L'attaquant compte 29 ans.", 29),
        ("cs", "Gól vstřelil 29letý útočník.", 29),
        ("ro", "Atacantul de 29 de ani a marcat.", 29),
        ("it", "Ha segnato l'attaccante di 19 anni.", 19),
        ("it", "Ha segnato dopo 36 anni di attesa.", None),
        ("hu", "36 éves várakozás ért véget.", None),
    ],
)
def test_years_are_an_age_where_others_give_ages(language: str, text: str, age: int | None) -> None:
    others = (("en", "The striker, aged 19, scored."), ("de", "Der 19-jährige Stürmer traf."))
    story = as_counted(told_by([(language, text), *others]))
    ages = [int(str(figure.low)) for figure in story.claims["v0"].figures if figure.kind == "age"]
    assert ages == ([] if age is None else [age])


def test_of_one_other_age_nothing_is_made() -> None:
    story = as_counted(told_by([("ru", "Гол забил нападающий 29 лет."), ("en", "The striker, aged 19, scored.")]))
    assert all(figure.kind != "age" for figure in story.claims["v0"].figures)
