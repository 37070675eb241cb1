"""Words that stand for a "not", and words that only look like it, by the bundled encoder."""

from __future__ import annotations

import pytest

from align.bundled import BundledEncoder
from configs.pipeline import FlagSettings
from flag.polarity import read_polarity
from flag.quote_changes import quote_changes
from flag.quote_excuses import settled
from flag.wording_parts import Place
from records.span import Span

_EMBED = BundledEncoder().encode

NO_EXCUSE = {
    "a verb that looks like one": (
        "fi",
        {
            "fi": "Aion puuttua asiaan",
            "nl": "Ik ga me er niet mee bemoeien",
            "da": "Jeg blander mig ikke",
            "bg": "Няма да се намесвам",
            "pt": "Não vou interferir",
        },
    ),
    "before": (
        "it",
        {
            "it": "I freni erano stati controllati il giorno prima",
            "pl": "Dzień wcześniej hamulce nie były sprawdzane",
            "ar": "لم يتم فحص المكابح في اليوم السابق",
            "fi": "Jarruja ei ollut tarkastettu edellisenä päivänä",
        },
    ),
    "without, which all have": (
        "sv",
        {
            "sv": "Patienter bör sluta ta medicinen utan att fråga sin läkare",
            "de": "Patienten sollten das Medikament nicht absetzen, ohne ihren Arzt zu fragen",
            "it": "I pazienti non devono sospendere il farmaco senza aver consultato il medico",
            "hu": "A betegek ne hagyják abba a gyógyszer szedését anélkül, hogy megkérdeznék az orvosukat",
            "id": "Pasien tidak boleh berhenti minum obat ini tanpa bertanya kepada dokternya",
        },
    ),
}
EXCUSE = {
    "refused": {
        "en": "They refused to sign the agreement",
        "fr": "Ils n'ont pas voulu signer l'accord",
        "de": "Sie wollten das Abkommen nicht unterschreiben",
        "es": "No quisieron firmar el acuerdo",
    },
    "without": {
        "en": "He left without saying a word",
        "fr": "Il est parti et n'a pas dit un mot",
        "de": "Er ging und sagte kein Wort",
        "es": "Se fue y no dijo palabra",
    },
    "unless": {
        "en": "unless the owners sign a new contract",
        "de": "wenn die Eigentümer keinen neuen Vertrag unterschreiben",
        "fr": "si les propriétaires ne signent pas un nouveau contrat",
        "es": "si los dueños no firman un nuevo contrato",
        "it": "se i proprietari non firmano un nuovo contratto",
    },
    "tenzij": {
        "nl": "tenzij de eigenaars een nieuw contract tekenen",
        "de": "wenn die Eigentümer keinen neuen Vertrag unterschreiben",
        "fr": "si les propriétaires ne signent pas un nouveau contrat",
        "es": "si los dueños no firman un nuevo contrato",
        "it": "se i proprietari non firmano un nuovo contratto",
    },
    "as soon as": {
        "tr": "Yol açılır açılmaz ilaç göndereceğiz",
        "en": "We will send medicine as soon as the road opens",
        "fr": "Nous enverrons des médicaments dès que la route sera ouverte",
        "de": "Wir schicken Medikamente, sobald die Straße offen ist",
        "es": "Enviaremos medicinas en cuanto se abra la carretera",
    },
    "impossible": {
        "en": "It is impossible to say",
        "fr": "On ne peut pas le dire",
        "de": "Man kann es nicht sagen",
        "ru": "Этого нельзя сказать",
    },
}


def _part(rows: dict[str, str]) -> dict[str, Place]:
    return {code: Place(code, code, Span(0, len(text)), text, None, True, ()) for code, text in rows.items()}


@pytest.mark.parametrize("case", NO_EXCUSE)
def test_a_word_that_answers_another_excuses_nothing(case: str) -> None:
    version, rows = NO_EXCUSE[case]
    (change,) = quote_changes([_part(rows)], FlagSettings(), _EMBED)
    assert change.what == "negation"
    assert change.sides["said to be so"] == (version,)


@pytest.mark.parametrize("case", EXCUSE)
def test_a_word_that_stands_for_the_not_does(case: str) -> None:
    assert not list(quote_changes([_part(EXCUSE[case])], FlagSettings(), _EMBED))


def test_two_who_deny_settle_nothing() -> None:
    part = _part({code: EXCUSE["refused"][code] for code in ("en", "fr", "de")})
    readings = {code: read_polarity(place.text, place.language) for code, place in part.items()}
    assert settled(part, readings, _EMBED, FlagSettings()) is readings


SHARED = {
    "until, behind the not of all": (
        "id",
        {
            "id": "Saya percaya bisa menang sampai kilometer terakhir",
            "es": "No creía que pudiera ganar hasta el último kilómetro",
            "en": "I did not believe I could win until the last kilometre",
            "pt": "Eu não acreditava que pudesse ganhar até o último quilômetro",
        },
    ),
    "unless, which all have": (
        "uk",
        {
            "uk": "Гроші нам знадобляться, хіба що збитки перевищать два мільярди",
            "en": "We will not need the money unless losses exceed two billion",
            "el": "Δεν θα χρειαστούμε χρήματα, εκτός αν οι ζημίες ξεπεράσουν τα δύο δισεκατομμύρια",
            "bg": "Няма да имаме нужда от парите, освен ако загубите не надхвърлят два милиарда",
        },
    ),
    "but": (
        "de",
        {
            "de": "aber ich habe einen Cent genommen",
            "pl": "ale nigdy nie wziąłem ani centa",
            "en": "but I never took a cent",
            "it": "ma non ho mai preso un centesimo",
        },
    ),
}
UNTIL = {
    "pt": "Acreditamos nele, até que o laboratório prove o contrário",
    "cs": "Věříme mu, dokud laboratoř neprokáže opak",
    "es": "Le creemos, mientras el laboratorio no demuestre lo contrario",
    "de": "Wir glauben ihm, solange das Labor nicht das Gegenteil beweist",
    "ko": "연구소가 반대 사실을 입증할 때까지 우리는 그를 믿는다",
}


@pytest.mark.parametrize("name", SHARED)
def test_what_all_deniers_say_beside_their_not_is_no_excuse(name: str) -> None:
    lone, texts = SHARED[name]
    part = {v: Place(v, v, Span(0, len(t)), t, None, True, ()) for v, t in texts.items()}
    found = settled(part, {v: read_polarity(t, v) for v, t in texts.items()}, _EMBED, FlagSettings())
    assert found[lone].value == "plain"
    assert not found[lone].denies


def test_until_may_be_the_not_behind_as_long_as() -> None:
    part = {v: Place(v, v, Span(0, len(t)), t, None, True, ()) for v, t in UNTIL.items()}
    assert list(quote_changes([part], FlagSettings(), _EMBED)) == []


@pytest.mark.parametrize(
    ("lone", "texts"),
    [
        (
            "uk",
            {
                "uk": "але на зиму",
                "ru": "но не на зиму",
                "hr": "ali ne i za zimu",
                "en": "not for a winter",
                "fa": "نه برای یک زمستان",
            },
        ),
        (
            "sv",
            {
                "sv": "men för vintern",
                "da": "men ikke for vinteren",
                "de": "aber nicht für den Winter",
                "en": "but not for winter",
            },
        ),
    ],
)
def test_a_preposition_renders_no_not(lone: str, texts: dict[str, str]) -> None:
    part = {v: Place(v, v, Span(0, len(t)), t, None, True, ()) for v, t in texts.items()}
    found = settled(part, {v: read_polarity(t, v) for v, t in texts.items()}, _EMBED, FlagSettings())
    assert not found[lone].denies


def test_stop_in_the_next_part_is_no_answer_where_most_have_it() -> None:
    first = {
        "en": "The outbreak is under control",
        "hi": "प्रकोप नियंत्रण में नहीं है",
        "vi": "Dịch bệnh chưa được kiểm soát",
        "da": "Udbruddet er ikke under kontrol",
        "bg": "Епидемията не е под контрол",
    }
    second = {
        "en": "We can stop it within a month",
        "hi": "हम इसे एक महीने में रोक सकते हैं",
        "vi": "Chúng ta có thể chặn dịch trong vòng một tháng",
        "da": "Vi kan stoppe det inden for en måned",
        "bg": "Можем да я спрем до един месец",
    }
    parts = [
        {v: Place(v, v, Span(0, len(t)), t, None, True, ()) for v, t in texts.items()} for texts in (first, second)
    ]
    (change,) = quote_changes(parts, FlagSettings(), _EMBED)
    assert change.sides["said to be so"] == ("en",)
