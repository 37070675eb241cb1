"""Kinds of sources, joined over languages."""

from __future__ import annotations

import pytest

from configs.language.schema import language_codes, load_language
from flag.claimant_kinds import are_of_kinds, is_of_no_kind, kinds_of
from flag.claimants import Claimant
from flag.claimants_reading import office_of


@pytest.mark.parametrize(
    ("one", "other", "kinship"),
    [
        (("The general staff", "en"), ("Το γενικό επιτελείο", "el"), "same"),
        (("통계청", "ko"), ("statistického úřadu", "cs"), "same"),
        (("Das Finanzministerium", "de"), ("Oporbeni savez", "hr"), "other"),
        (("Le gouvernement", "fr"), ("ассоциации страховщиков", "ru"), "other"),
        (("ведомства", "ru"), ("Tarsk's defence ministry", "en"), "unknown"),
        (("Pax", "en"), ("the police", "en"), "unknown"),
        (("la corte dei conti", "it"), ("Rechnungshof", "de"), "same"),
        (("la corte dei conti", "it"), ("the court", "en"), "other"),
        (("Посматрачка мисија", "sr"), ("بعثة المراقبين", "ar"), "same"),
        (("A vasúttársaság", "hu"), ("handelskammeret", "da"), "other"),
        (("Bankanın denetçisi", "tr"), ("銀行の監査法人", "ja"), "same"),
        (("tillsynsmyndigheten", "sv"), ("Auditorul băncii", "ro"), "other"),
        (("主办方", "zh"), ("los convocantes", "es"), "same"),
        (("the government", "en"), ("das Ministerium", "de"), "unknown"),
        (("Innenministeriums", "de"), ("la policía", "es"), "other"),
        (("Innenministerium", "de"), ("the ministry", "en"), "same"),
        (("МВД", "ru"), ("the police", "en"), "same"),
        (("МВД", "ru"), ("das Innenministerium", "de"), "same"),
        (("śledczy", "pl"), ("the public prosecutor's office", "en"), "same"),
        (("les enquêteurs", "fr"), ("поліція", "uk"), "same"),
        (("die Ermittler", "de"), ("la Procura", "it"), "same"),
        (("die Polizei", "de"), ("la Procura", "it"), "other"),
        (("بحریہ", "ur"), ("the fishermen's union", "en"), "other"),
        (("해안경비대", "ko"), ("l'armateur", "fr"), "other"),
        (("the coast guard", "en"), ("de rederij", "nl"), "other"),
        (("onnettomuustutkintalautakunnan", "fi"), ("polisen", "sv"), "other"),
        (("shoqata e të dëmtuarve", "sq"), ("Optužnica", "hr"), "other"),
        (("rodzin ofiar", "pl"), ("遺族", "ja"), "same"),
        (("Fünf Nachbarn", "de"), ("жильцы", "ru"), "same"),
        (("die Anwohner", "de"), ("газовой компании", "ru"), "other"),
        (("les pêcheurs", "fr"), ("the ministry", "en"), "other"),
        (("вкладчики, акционеры", "ru"), ("주주들", "ko"), "same"),
        (("el vendedor", "es"), ("the buyer", "en"), "other"),
        (("هيئة الميناء", "ar"), ("the union", "en"), "other"),
        (("la difesa", "it"), ("la Procura", "it"), "other"),
        (("il ministero della difesa", "it"), ("Verteidiger", "de"), "other"),
        (("Окупаційна адміністрація", "uk"), ("the general staff", "en"), "unknown"),
    ],
)
def test_two_sources_are_of_one_kind_or_not(one: tuple[str, str], other: tuple[str, str], kinship: str) -> None:
    assert are_of_kinds(kinds_of(*one), kinds_of(*other)) == kinship


def test_a_wide_word_tells_nobody() -> None:
    assert is_of_no_kind(kinds_of("the agency", "en"))
    assert not is_of_no_kind(kinds_of("the police", "en"))


def test_every_language_knows_the_same_kinds() -> None:
    configs = [config for code in language_codes() if (config := load_language(code)) is not None]
    kinds = {config.code: frozenset(config.figures.claim_kinds) for config in configs}
    assert len(set(kinds.values())) == 1, kinds


@pytest.mark.parametrize(
    ("name", "office", "may"),
    [
        (("Tolmen", "en"), ("Министерство", "ru"), True),
        (("تولمن", "fa"), ("the ministry", "en"), True),
        (("Tolmen", "en"), ("Tarsk's defence ministry", "en"), False),
        (("the police", "en"), ("das Ministerium", "de"), False),
    ],
)
def test_a_name_may_be_whom_a_bare_office_means(name: tuple[str, str], office: tuple[str, str], may: bool) -> None:
    one, other = (Claimant(words, words, kinds_of(words, language)) for words, language in (name, office))
    assert one.may_be_bare(other) is may


@pytest.mark.parametrize(
    ("one", "other", "kinship"),
    [
        (("the health ministry", "en"), ("das Innenministerium", "de"), "other"),
        (("the health ministry", "en"), ("das Ministerium", "de"), "same"),
        (("minzdrav", "ru"), ("the police", "en"), "unknown"),
        (("минздрав", "ru"), ("the police", "en"), "other"),
        (("минздрав", "ru"), ("les médecins", "fr"), "other"),
        (("health officials", "en"), ("les médecins", "fr"), "unknown"),
        (("ΠΟΥ", "el"), ("World Health Organization", "en"), "unknown"),
        (("Παγκόσμιος Οργανισμός Υγείας", "el"), ("World Health Organization", "en"), "same"),
        (("İtfaiye", "tr"), ("the fire brigade", "en"), "same"),
        (("Analyshuset Halden", "sv"), ("the companies", "en"), "other"),
    ],
)
def test_offices_of_two_matters_are_two(one: tuple[str, str], other: tuple[str, str], kinship: str) -> None:
    assert are_of_kinds(kinds_of(*one), kinds_of(*other)) == kinship


def test_a_lone_name_is_what_the_word_before_it_says() -> None:
    text = "Hjelpeorganisasjonen Helsealliansen advarer. Ifølge Helsealliansen er 52 barn døde."
    assert office_of("Helsealliansen", text, "no") == {"rights"}
    assert office_of("Helsealliansen", "Ifølge Helsealliansen er 52 barn døde.", "no") == frozenset()


def test_the_president_of_a_union_is_no_government() -> None:
    assert kinds_of("le président du syndicat des aviculteurs", "fr") == {"union"}
    assert kinds_of("the president's office", "en") == {"government"}
    assert kinds_of("the defence minister of the government", "en") == {"army", "ministry", "government"}


def test_who_polls_is_no_statistical_office() -> None:
    assert are_of_kinds(kinds_of("sondażu instytutu Medion", "pl"), kinds_of("İstatistik kurumunun", "tr")) == "other"
    assert are_of_kinds(kinds_of("the pollster Focal", "en"), kinds_of("Universität", "de")) == "unknown"


def test_a_minister_of_no_matter_may_be_the_armys() -> None:
    assert are_of_kinds(kinds_of("Bakana", "tr"), kinds_of("the armed forces", "en")) == "unknown"
    assert are_of_kinds(kinds_of("the health ministry", "en"), kinds_of("the army", "en")) == "other"
    assert are_of_kinds(kinds_of("les organisateurs", "fr"), kinds_of("the unions", "en")) == "unknown"


@pytest.mark.parametrize(
    ("wide", "language", "other", "may"),
    [
        ("the authorities", "en", "police", True),
        ("Behörden", "de", "ministry", True),
        ("当局", "zh", "rescue", True),
        ("Yetkililer", "tr", "police", True),
        ("власти", "ru", "union", False),
        ("las autoridades", "es", "company", False),
    ],
)
def test_the_authorities_may_be_any_public_body(wide: str, language: str, other: str, may: bool) -> None:
    one = Claimant(wide, None, kinds_of(wide, language))
    assert one.kinds == {"authorities"}
    assert one.may_be_authorities(Claimant("x", None, frozenset({other}))) is may


def test_the_authorities_of_a_matter_are_of_that_matter() -> None:
    assert kinds_of("the health authorities", "en") == {"health"}
    assert kinds_of("city authorities", "en") == {"mayor"}
    assert kinds_of("the government", "en") == {"government"}
