"""What says "not" by other words, "and not" beside a "not", and a "may" beside a "must", in many languages."""

from __future__ import annotations

import pytest

from align.bundled import BundledEncoder
from configs.pipeline import FlagSettings
from flag.contraries import read_contrasts
from flag.polarity import read_polarity
from flag.quote_changes import quote_changes
from flag.quote_counts import denied_at_most, denied_times
from flag.quote_majority import lone_denial, lone_force
from flag.wording_modality import Force, force_of, force_sides
from flag.wording_parts import Place
from records.span import Span

_EMBED = BundledEncoder().encode
_NEITHER = {
    "el": "Δεν διάβασα την έκθεση ούτε μίλησα με τον πρόεδρο",
    "de": "Ich habe den Bericht nicht gelesen und nicht mit dem Chef geredet",
    "bg": "Не съм чел доклада и не съм говорил с председателя",
    "ar": "لم أقرأ التقرير ولم أتحدث مع الرئيس",
    "es": "No leí el informe y no hablé con el presidente",
}
_NOT_MONEY = {
    "fr": "Nous avons besoin de temps, pas d'argent",
    "es": "Necesitamos tiempo, no dinero",
    "ru": "Нам нужно время, а не деньги",
    "pl": "Potrzebujemy czasu, nie pieniędzy",
    "it": "Abbiamo bisogno di tempo, non di soldi",
}
_MAY_AND_MUST = {
    "en": "Visitors may take photographs, but they must leave their bags at the door",
    "de": "Besucher dürfen fotografieren, müssen ihre Taschen aber an der Tür abgeben",
    "fr": "Les visiteurs peuvent photographier, mais ils doivent laisser leurs sacs à l'entrée",
    "pl": "Zwiedzający mogą robić zdjęcia, ale muszą zostawić torby przy wejściu",
}


def _part(texts: dict[str, str]) -> dict[str, Place]:
    return {code: Place(code, code, Span(0, len(text)), text, None, True, ()) for code, text in texts.items()}


def _told(texts: dict[str, str]) -> list[tuple[str, ...]]:
    changes = quote_changes([_part(texts)], FlagSettings(), _EMBED)
    return [side for change in changes for side in change.sides.values() if len(side) == 1]


@pytest.mark.parametrize(
    ("code", "text", "least", "most"),
    [
        ("ar", "لم أقرأ التقرير ولم أتحدث مع الرئيس", 1, 2),
        ("ko", "우리는 돈을 받지 않았고 팔지 않을 것이다", 1, 2),
        ("el", "Δεν έχω ούτε ένα ευρώ", 1, 2),
        ("en", "We did not sign or pay", 1, 2),
        ("pl", "Nikt nie przyszedł", 1, 1),
        ("ru", "Он не купил дом, не продал", 2, 2),
    ],
)
def test_two_negators_side_by_side_may_deny_twice(code: str, text: str, least: int, most: int) -> None:
    place, reading = _part({code: text})[code], read_polarity(text, code)
    assert (denied_times(place, reading), denied_at_most(place, reading)) == (least, most)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Я прочитал отчёт и не говорил с председателем"),
        ("lt", "Perskaičiau ataskaitą, bet su pirmininku nekalbėjau"),
        ("ko", "나는 보고서를 읽었고 의장과 이야기하지 않았다"),
    ],
)
def test_one_of_two_nots_is_missing(code: str, text: str) -> None:
    assert _told(_NEITHER | {code: text}) == [(code,)]


def test_and_not_in_one_word_denies_as_often() -> None:
    assert not _told(_NEITHER | {"lt": "Neskaičiau ataskaitos ir nekalbėjau su pirmininku"})


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "We need time rather than money"),
        ("sv", "Vi behöver tid snarare än pengar"),
        ("tr", "Para yerine zamana ihtiyacımız var"),
        ("fi", "Tarvitsemme aikaa rahan sijaan"),
    ],
)
def test_rather_than_is_a_not(code: str, text: str) -> None:
    assert not _told(_NOT_MONEY | {code: text})


def test_not_without_is_only_with() -> None:
    only = {
        "en": "The mine may reopen only with a permit",
        "de": "Die Mine darf nur mit einer Genehmigung wieder öffnen",
        "id": "Tambang itu hanya boleh dibuka kembali dengan izin",
        "he": "המכרה רשאי להיפתח מחדש רק עם היתר",
    }
    part = _part(only | {"fr": "La mine ne peut pas rouvrir sans permis"})
    assert lone_denial(part, {v: read_polarity(p.text, p.language) for v, p in part.items()}) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I visitatori possono fotografare, ma devono lasciare le borse all'ingresso", False),
        ("I visitatori possono fotografare e possono lasciare le borse all'ingresso", True),
    ],
)
def test_a_must_is_missing_beside_a_may(text: str, told: bool) -> None:
    part = _part(_MAY_AND_MUST | {"it": text})
    found = lone_force(part, {v: read_polarity(p.text, p.language) for v, p in part.items()})
    assert (found is not None) == told
    if found is not None:
        assert (found[0].version, found[1:]) == ("it", ("possible", "necessary"))


def test_certainly_stands_against_a_may() -> None:
    may = {
        "fr": "Le pont peut rester fermé tout l'été",
        "it": "Il ponte può restare chiuso tutta l'estate",
        "nl": "De brug kan de hele zomer dicht blijven",
        "hu": "A híd egész nyáron zárva maradhat",
    }
    for text, told in (("The bridge will certainly stay closed all summer", True), ("The bridge stays closed", False)):
        part = _part(may | {"en": text})
        found = lone_force(part, {v: read_polarity(p.text, p.language) for v, p in part.items()})
        assert (found is not None) == told


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The bank probably knew it"),
        ("nl", "Ouders mogen blijven"),
        ("vi", "Cha mẹ được phép ở lại"),
        ("zh", "家长可以留下"),
        ("id", "Orang tua boleh tinggal"),
        ("he", "ההורים רשאים להישאר"),
        ("ar", "يُسمح للوالدين بالبقاء"),
        ("cs", "Rodiče smějí zůstat"),
        ("pl", "Rodzicom wolno zostać"),
        ("da", "Forældrene må gerne blive"),
        ("hu", "A szülők maradhatnak"),
    ],
)
def test_what_is_allowed_or_probable_may_be(code: str, text: str) -> None:
    assert force_of(read_polarity(text, code)) == "possible"


def test_must_not_is_what_may_not_is() -> None:
    assert force_of(read_polarity("Das darf nicht geschehen", "de")) == "mixed"


def test_one_who_says_neither_hides_no_must_beside_four() -> None:
    forces: dict[str, Force] = {"en": "necessary", "fr": "possible", "pl": "possible", "uk": "possible", "nl": "plain"}
    assert force_sides(forces) is None
    assert force_sides({**forces, "it": "possible"}) == {
        "necessary": ("en",),
        "possible": ("fr", "pl", "uk", "it"),
    }


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("ar", "بسلام", ("peace", 0)),
        ("ar", "والسلام", ("peace", 0)),
        ("he", "ובמלחמה", ("peace", 1)),
        ("he", "בשבת", None),
    ],
)
def test_what_is_written_onto_a_word_hides_no_contrary(code: str, text: str, found: tuple[str, int] | None) -> None:
    poles = [(name, pole) for name, pole, _ in read_contrasts(text, code)]
    assert poles == ([found] if found is not None else [])


@pytest.mark.parametrize(
    ("one", "many"),
    [
        (
            ("sv", "Polisen släppte två män"),
            {"en": "Police arrested two men", "fr": "La police a arrêté deux hommes"},
        ),
        (
            ("ja", "経営陣は労働者を解雇した"),
            {"en": "The management hired workers", "cs": "Vedení najalo dělníky"},
        ),
        (("de", "Der Tunnel ist zu lang"), {"en": "The tunnel is too short", "ru": "Туннель слишком короткий"}),
        (
            ("es", "La empresa negó el accidente"),
            {"en": "The firm confirmed the accident", "it": "L'azienda ha confermato l'incidente"},
        ),
    ],
)
def test_contraries_common_in_news(one: tuple[str, str], many: dict[str, str]) -> None:
    code, text = one
    names = {name: pole for name, pole, _ in read_contrasts(text, code)}
    others = [{name: pole for name, pole, _ in read_contrasts(t, c)} for c, t in many.items()]
    assert any(all(other.get(name) == 1 - pole for other in others) for name, pole in names.items())
