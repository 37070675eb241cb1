"""Ages that share a word with others, and those by which people are told apart."""

from __future__ import annotations

import pytest

from claims.figures import find_figures


def _ages(language: str, text: str) -> list[tuple[int, int, str]]:
    return [(int(one.low), int(one.high), one.modifier) for one in find_figures(text, language) if one.kind == "age"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Zwei Jungen im Alter von 4 und 7 Jahren wurden verletzt."),
        ("fr", "Deux garçons, âgés de quatre et sept ans, ont été blessés."),
        ("es", "Dos niños de 4 y 7 años resultaron heridos."),
        ("it", "I due arrestati, di 4 e 7 anni, sono scomparsi."),
        ("nl", "Twee jongens van 4 en 7 jaar raakten gewond."),
        ("sv", "Två pojkar på fyra och sju år skadades."),
        ("ro", "Doi băieți de 4 și 7 ani au fost răniți."),
        ("pl", "Dwaj chłopcy w wieku 4 i 7 lat zostali ranni."),
        ("sl", "Dva dečka, stara 4 in 7 let, sta bila ranjena."),
        ("sr", "Двојица дечака, стари 4 и 7 година, повређени су."),
        ("ru", "Двое детей в возрасте 4 и 7 лет пострадали."),
        ("lt", "Du berniukai, 4 ir 7 metų, sužeisti."),
        ("ka", "4 და 7 წლის ორი ბიჭი დაშავდა."),
        ("hi", "4 और 7 साल के दो बच्चे घायल हुए।"),
        ("ms", "Dua kanak-kanak berusia 4 dan 7 tahun cedera."),
        ("ar", "أصيب طفلان يبلغان من العمر 4 و7 سنوات."),
    ],
)
def test_two_ages_with_one_word_for_years_are_two_and_no_range(language: str, text: str) -> None:
    assert _ages(language, text) == [(4, 4, "exact"), (7, 7, "exact")]


def test_every_age_of_a_longer_list_is_read() -> None:
    assert [age for age, _, _ in _ages("ru", "Трое детей в возрасте двух, четырех и девяти лет.")] == [2, 4, 9]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ein Mann im Alter zwischen 20 und 30 Jahren wird gesucht."),
        ("uk", "Троє дітей віком від 20 до 30 років."),
        ("mk", "Деца на возраст од дваесет до 30 години."),
        ("el", "Άτομα ηλικίας 20 έως 30 ετών."),
    ],
)
def test_a_range_of_ages_stays_one(language: str, text: str) -> None:
    assert [age[:2] for age in _ages(language, text)] == [(20, 30)]


@pytest.mark.parametrize(
    ("language", "text", "modifier"),
    [
        ("de", "Kinder unter 65 Jahren sind gefährdet.", "less-than"),
        ("fr", "Les personnes de plus de 65 ans sont touchées.", "more-than"),
        ("pt", "Os maiores de 65 anos são vacinados.", "more-than"),
        ("sv", "Personer över 65 år kallas.", "more-than"),
        ("cs", "Děti do 65 let mají vstup zdarma.", "at-most"),
        ("hr", "Osobe starije od 65 godina cijepe se.", "more-than"),
        ("ru", "Люди старше 65 лет в зоне риска.", "more-than"),
        ("uk", "Молодші 65 років не голосували.", "less-than"),
        ("lt", "Vyresni nei 65 metų žmonės.", "more-than"),
        ("id", "Warga di atas 65 tahun divaksin.", "more-than"),
    ],
)
def test_years_by_which_people_are_told_apart_are_an_age(language: str, text: str, modifier: str) -> None:
    assert _ages(language, text) == [(65, 65, modifier)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Обвиняемым людям грозит до 5 лет лишения свободы."),
        ("pt", "São pessoas com mais de 20 anos de experiência."),
        ("sv", "De har väntat i över 20 år."),
        ("cs", "Soud poslal muže na třináct let do vězení."),
        ("es", "Los contratos de 4 y 7 años se prorrogan."),
    ],
)
def test_a_length_of_time_beside_people_is_no_age(language: str, text: str) -> None:
    assert _ages(language, text) == []
    assert any(one.kind == "duration" and one.modifier != "about" for one in find_figures(text, language))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("hr", "Trošak je tri i pol milijuna eura.", 3500000),
        ("cs", "Stávkovalo dva a půl tisíce řidičů.", 2500),
        ("sr", "Дошло је две и по хиљаде радника.", 2500),
        ("ru", "Пришло две с половиной тысячи человек.", 2500),
        ("uk", "Було дві з половиною тисячі людей.", 2500),
        ("mk", "Дојдоа три и пол милиони луѓе.", 3500000),
        ("ar", "غرامة قدرها مليون ونصف مليون درهم.", 1500000),
    ],
)
def test_a_number_and_a_half_takes_its_scale(language: str, text: str, value: int) -> None:
    assert [(int(one.low), int(one.high)) for one in find_figures(text, language)] == [(value, value)]
