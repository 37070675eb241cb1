"""One version against four or more that agree: a "not", a "may"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from configs.pipeline import FlagSettings
from flag.polarity import read_polarity
from flag.quote_changes import quote_changes
from flag.quote_majority import lone_denial, lone_force, twice_denied
from flag.wording_parts import Place
from records.span import Span

_NOT_STOP = {
    "en": "We will not call off the search tonight",
    "no": "Vi avslutter ikke letingen i kveld",
    "da": "Vi indstiller ikke eftersøgningen i aften",
    "ro": "Nu vom opri căutările în această seară",
}


def _part(texts: dict[str, str]) -> dict[str, Place]:
    return {code: Place(code, code, Span(0, len(text)), text, None, True, ()) for code, text in texts.items()}


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("uk", "Сьогодні ввечері ми припинимо пошуки", True),
        ("uk", "Сьогодні ввечері ми не припинимо пошуки", False),
        ("fr", "Nous continuerons les recherches ce soir sans arrêt", False),
        ("uk", "Пошуки", False),
    ],
)
def test_one_affirms_what_four_deny(code: str, text: str, told: bool) -> None:
    part = _part(_NOT_STOP | {code: text})
    found = lone_denial(part, {v: read_polarity(place.text, place.language) for v, place in part.items()})
    assert (found is not None) == told
    if found is not None:
        assert (found.version, found.denied) == (code, False)


def test_three_are_not_many() -> None:
    part = _part({v: t for v, t in _NOT_STOP.items() if v != "ro"} | {"uk": "Сьогодні ввечері ми припинимо пошуки"})
    assert lone_denial(part, {v: read_polarity(p.text, p.language) for v, p in part.items()}) is None


def test_one_says_perhaps_where_four_know() -> None:
    sure = {
        "fr": "Les prévenus étaient au courant des fissures",
        "it": "Gli imputati sapevano delle crepe da mesi",
        "en": "The defendants knew about the cracks",
        "bg": "Подсъдимите знаеха за пукнатините",
    }
    part = _part(sure | {"el": "Οι κατηγορούμενοι ίσως γνώριζαν για τις ρωγμές"})
    found = lone_force(part, {v: read_polarity(p.text, p.language) for v, p in part.items()})
    assert found is not None
    assert (found[0].version, found[1], found[2]) == ("el", "possible", "plain")
    able = _part(sure | {"id": "Para terdakwa bisa tahu tentang retakan itu"})
    assert lone_force(able, {v: read_polarity(p.text, p.language) for v, p in able.items()}) is None


FAILED = {
    "en": "The state failed to inspect this mine",
    "de": "Der Staat hat bei der Kontrolle dieses Bergwerks versagt",
    "pl": "Państwo zawiodło przy kontroli tej kopalni",
    "kk": "Мемлекет бұл шахтаны тексере алмады",
}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("tr", "Devlet bu madeni denetlemekte başarısız olmadı", True),
        ("es", "El Estado no fracasó al inspeccionar esta mina", True),
        ("tr", "Devlet bu madeni denetlemekte başarısız oldu", False),
        ("tr", "Devlet bu madeni denetlemeden değil, sonra kapattı", False),
    ],
)
def test_a_denied_denial(language: str, text: str, *, told: bool) -> None:
    texts = {**FAILED, language: text}
    part = _part(texts)
    found = twice_denied(part, {code: read_polarity(words, code) for code, words in texts.items()})
    assert (found is not None) == told


def test_without_is_a_denial_beside_two_that_say_not() -> None:
    deny = {
        "ja": "この資金がなければ、工場は海外に建てられていただろう",
        "en": "Without this money the plant would have been built overseas",
        "de": "Ohne dieses Geld wäre das Werk in Übersee gebaut worden",
        "fr": "Si nous n'avions pas eu cet argent, l'usine aurait été construite à l'étranger",
    }
    part = _part(deny | {"es": "Con este dinero la fábrica se habría construido en el extranjero"})
    found = lone_denial(part, {v: read_polarity(p.text, p.language) for v, p in part.items()})
    assert found is not None
    assert (found.version, found.denied) == ("es", False)


def test_a_short_clause_without_its_not_is_no_cut_one() -> None:
    deny = {
        "fr": "mais pas sa responsabilité pénale",
        "el": "όχι όμως και την ποινική",
        "en": "but not criminal responsibility",
        "nl": "maar niet de strafrechtelijke",
    }
    part = _part(deny | {"bg": "но и наказателната"})
    found = lone_denial(part, {v: read_polarity(p.text, p.language) for v, p in part.items()})
    assert found is not None
    assert found.version == "bg"


def test_a_cut_version_affirms_nothing_of_what_it_leaves_out() -> None:
    deny = {
        "sv": "Vi kommer att be om fler flygplan om vinden inte mojnar före söndag",
        "fi": "Pyydämme lisää lentokoneita, jos tuuli ei laannu sunnuntaihin mennessä",
        "en": "We will ask for more aircraft if the wind does not die down before Sunday",
        "fr": "Nous demanderons plus d'avions si le vent ne faiblit pas avant dimanche",
    }
    part = _part(
        deny | {"pt": "Vamos pedir mais aviões", "de": "Wir bitten um Flugzeuge, wenn sich der Wind vor Sonntag legt"}
    )
    found = lone_denial(part, {v: read_polarity(p.text, p.language) for v, p in part.items()})
    assert found is not None
    assert (found.version, found.denied) == ("de", False)


@pytest.mark.parametrize(
    ("texts", "reported", "told"),
    [
        (
            {
                "de": "Die Rauchmelder haben funktioniert",
                "it": "I rilevatori di fumo hanno funzionato",
                "hu": "a füstérzékelők működtek",
                "en": "the smoke detectors had worked",
                "fr": "Les détecteurs de fumée n'ont pas fonctionné",
            },
            "hu en",
            True,
        ),
        (
            {
                "sv": "Bron klarade lasten",
                "pl": "Most wytrzymał to obciążenie",
                "pt": "a ponte aguentou a carga",
                "da": "Broen holdt ikke til lasten",
            },
            "pt",
            True,
        ),
        (
            {
                "sv": "Bron klarade lasten",
                "pl": "Most wytrzymał to obciążenie",
                "pt": "a ponte não cedeu à carga",
                "da": "Broen holdt ikke til lasten",
            },
            "pt",
            False,
        ),
        ({"sv": "Bron klarade lasten", "pt": "a ponte aguentou a carga", "da": "Broen holdt ikke"}, "pt", False),
    ],
)
def test_who_reports_stands_by_those_who_quote(texts: dict[str, str], reported: str, told: bool) -> None:
    part = {v: replace(place, direct=v not in reported.split()) for v, place in _part(texts).items()}
    # a version that has another part only keeps the part from being all that there is
    other = _part({"cs": "Dveře vedlejšího vozu byly zamčené"})
    found = list(quote_changes([part, other], FlagSettings()))
    assert [change.what for change in found] == (["negation"] if told else [])


def test_a_version_with_words_of_both_forces_does_not_hide_a_must() -> None:
    part = _part(
        {
            "en": "We may have to raise rates again this summer",
            "pt": "Talvez tenhamos de voltar a subir as taxas este verão",
            "el": "Ίσως χρειαστεί να αυξήσουμε ξανά τα επιτόκια το καλοκαίρι",
            "zh": "今年夏天我们可能还得再次加息",
            "tr": "Bu yaz faizi yeniden artırmak zorunda kalabiliriz",
            "fr": "Nous devrons relever les taux une nouvelle fois cet été",
        }
    )
    found = lone_force(part, {v: read_polarity(place.text, place.language) for v, place in part.items()})
    assert found is not None and found[0].version == "fr"


def test_what_could_have_been_avoided_could_not() -> None:
    part = _part(
        {
            "fr": "Cette épidémie aurait pu être évitée",
            "en": "This outbreak could have been avoided",
            "zh": "这场疫情本来是可以避免的",
            "id": "Wabah ini sebenarnya bisa dicegah",
            "vi": "Đợt dịch này không thể tránh được",
        }
    )
    found = lone_denial(part, {v: read_polarity(place.text, place.language) for v, place in part.items()})
    assert found is not None and found.version == "vi" and found.denied
