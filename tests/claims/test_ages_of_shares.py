"""Ages that bound whom a share is of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures

_NOW = datetime(2026, 10, 22, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bg", "Всеки четвърти българин над 65 години живее сам."),
        ("cs", "Každý čtvrtý Čech nad 65 let žije sám."),
        ("da", "Hver tredje dansker over 65 år er i arbejde."),
        ("de", "Jeder dritte Deutsche über 65 Jahre arbeitet."),
        ("el", "Ένας στους τέσσερις Έλληνες άνω των 65 ετών ζει μόνος."),
        ("et", "Iga viies elanik on üle 65-aastane."),
        ("fr", "Un Français sur quatre de plus de 65 ans vit seul."),
        ("it", "Un italiano su quattro sopra i 65 anni vive solo."),
        ("nl", "Een op de drie Nederlanders boven de 65 jaar werkt."),
        ("pl", "Co czwarty Polak powyżej 65 lat mieszka sam."),
        ("ro", "Un român din patru peste 65 de ani trăiește singur."),
        ("sv", "Var tredje svensk över 65 år arbetar."),
    ],
)
def test_years_that_bound_those_of_a_share_are_an_age(language: str, text: str) -> None:
    ages = [f for f in find_figures(text, language, _NOW) if f.kind == "age"]
    assert [(str(f.low), f.modifier) for f in ages] == [("65", "more-than")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "Hver tredje ventede over 12 år."),
        ("de", "Die Bauzeit betrug über 65 Jahre."),
        ("fr", "Un Français sur quatre vit seul, après plus de 65 ans de mariage."),
    ],
)
def test_years_with_no_share_before_them_or_too_few_are_a_length(language: str, text: str) -> None:
    assert all(f.kind != "age" for f in find_figures(text, language, _NOW))
