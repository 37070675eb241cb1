"""Years counted by one text and named by another; currencies of one name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from flag.bare_years import as_counted
from flag.values import compare_figures
from tests.flag.test_updates import told_by

_DAY = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("no", "Det er den første tittelen på 22 år."),
        ("sr", "Први трофеј после 22 године."),
        ("de", "Es ist der erste Titel seit 22 Jahren."),
        ("tr", "Bu, 22 yıl sonra ilk kupa."),
        ("ru", "Трубе 22 года."),
        ("es", "El primer título en 22 años."),
    ],
)
def test_years_counted_are_held_against_the_year_that_others_name(language: str, counted: str) -> None:
    named = ("en", "It was the first title since 2004.")
    story = as_counted(told_by([(language, counted), named, ("fr", "Le premier titre en 19 ans.")]))
    first, second, third = (story.claims[version].figures[-1] for version in ("v0", "v1", "v2"))
    assert compare_figures(first, second) == "compatible"
    assert compare_figures(third, second) == compare_figures(first, third) == "different"


def test_years_that_nobody_names_stay_lengths_of_time() -> None:
    story = as_counted(told_by([("en", "He got 22 years."), ("en", "The law dates from 1999.")]))
    assert story.claims["v0"].figures[-1].kind == "duration"


def test_crowns_of_one_sum_are_of_one_country() -> None:
    told = [
        ("no", "Boten er på 1,4 millioner kroner."),
        ("da", "Bøden er på 2,4 millioner kroner."),
        ("sk", "Pokuta je 2,4 milióna korún."),
    ]
    story = as_counted(told_by(told))
    first, second, third = (story.claims[version].figures[-1] for version in ("v0", "v1", "v2"))
    assert compare_figures(first, second) == "different"
    assert compare_figures(second, third) == "equal"


def test_a_text_that_knows_two_of_them_keeps_them_apart() -> None:
    told = [
        ("no", "Det koster 65 kroner, eller 95 danske kroner."),
        ("da", "Det koster 95 kroner."),
        ("sv", "65 kronor."),
    ]
    story = as_counted(told_by(told))
    units = {figure.unit for claims in story.claims.values() for figure in claims.figures if figure.kind == "money"}
    assert len(units) > 1


def test_a_number_like_a_year_counts_where_three_others_count_about_as_many() -> None:
    others = [
        (c, t)
        for c, t in (("en", "It has 1,900 staff."), ("de", "Es hat 1.900 Mitarbeiter."), ("it", "Ha 1.900 dipendenti."))
    ]
    story = as_counted(told_by([("pt", "Tem 1887 trabalhadores."), *others]))
    assert story.claims["v0"].figures[-1].kind == "count"


def test_the_age_of_a_text_that_has_none_is_found_by_those_of_the_whole_story() -> None:
    told = [
        ("es", "A sus 31 años sigue."),
        ("en", "Vasko, aged 71, left."),
        ("de", "Der 71-jährige ging."),
        ("pl", "71-letni odszedł."),
    ]
    story = as_counted(told_by(told))
    assert story.claims["v0"].figures[-1].kind == "age"


@pytest.mark.parametrize(
    ("language", "ago"),
    [
        ("da", "Det er ni år siden, at Finland sidst vandt."),
        ("pt", "Foi há nove anos que a Finlândia venceu."),
        ("pl", "Finlandia wygrała ostatnio dziewięć lat temu."),
        ("el", "Η Φινλανδία κέρδισε τελευταία πριν από εννέα χρόνια."),
        ("tr", "Finlandiya son kez dokuz yıl önce kazandı."),
    ],
)
def test_years_ago_are_held_against_the_length_that_others_count(language: str, ago: str) -> None:
    told = [(language, ago), ("sv", "Den första segern på 19 år."), ("fr", "La première victoire en 19 ans.")]
    story = as_counted(told_by(told, _DAY))
    first, second = (story.claims[version].figures[-1] for version in ("v0", "v1"))
    assert compare_figures(first, second) == "different"


def test_years_ago_stay_a_date_beside_one_length_of_another_kind() -> None:
    story = as_counted(told_by([("en", "The law was passed nine years ago."), ("de", "Er bekam 19 Jahre Haft.")], _DAY))
    assert story.claims["v0"].figures[-1].kind == "date"


def test_years_from_to_are_ages_beside_a_range_of_ages() -> None:
    told = [("it", "I contagiati hanno tra i 41 e i 78 anni."), ("nl", "De zieken zijn tussen de 41 en 88 jaar oud.")]
    story = as_counted(told_by(told))
    first, second = (story.claims[version].figures[-1] for version in ("v0", "v1"))
    assert compare_figures(first, second) == "different"
