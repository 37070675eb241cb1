"""Words of contrary meaning in one of several languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from configs.language.schema import language_codes, load_language
from configs.pipeline import FlagSettings
from flag.contraries import read_contrasts
from flag.quote_changes import quote_changes
from flag.wording_parts import Place
from records.span import Span

CONTRARY = {
    "first, second": (
        "ru",
        {
            "en": "Our soldiers fired second",
            "sr": "Наши војници су пуцали други",
            "ru": "Наши солдаты открыли огонь первыми",
            "hr": "Naši su vojnici pucali drugi",
        },
    ),
    "best, worst": (
        "en",
        {
            "en": "It was the worst season in the history of our club.",
            "fr": "C'était la meilleure saison de l'histoire de notre club.",
            "ru": "Это был лучший сезон в истории нашего клуба.",
            "tr": "Kulübümüzün tarihindeki en iyi sezondu.",
        },
    ),
    "night, day": (
        "el",
        {
            "nl": "De motor is ’s nachts uitgevallen.",
            "cs": "Motor vypověděl službu v noci.",
            "ko": "엔진은 밤에 고장 났다.",
            "el": "Η μηχανή χάλασε την ημέρα.",
        },
    ),
    "refused, accepted": (
        "ja",
        {
            "pt": "O ministro recusou o convite para o debate.",
            "sv": "Ministern avböjde inbjudan till debatten.",
            "ja": "大臣は討論会への招待を受け入れた。",
            "hu": "A miniszter elutasította a vitára szóló meghívást.",
        },
    ),
}
CONTRARY |= {
    "fast, slow": (
        "el",
        {
            "en": "We reacted far too slowly",
            "lt": "Sureagavome per lėtai",
            "uk": "Ми відреагували надто повільно",
            "it": "Abbiamo reagito troppo lentamente",
            "el": "Αντιδράσαμε πολύ γρήγορα",
        },
    ),
    "enough, lacking": (
        "de",
        {
            "ko": "외과 의사가 부족하다",
            "hi": "सर्जन कम हैं",
            "id": "Kami kekurangan dokter bedah",
            "ru": "Нам не хватает хирургов, это дефицит",
            "es": "Faltan cirujanos",
            "de": "Wir haben genug Chirurgen",
        },
    ),
}
ALIKE = {
    "badly is not well": {
        "en": "It did not go well",
        "es": "No salió bien",
        "ro": "Nu a mers bine",
        "ru": "Всё прошло плохо",
    },
    "two against two": {
        "en": "We arrived early enough",
        "de": "Wir kamen früh genug",
        "it": "Siamo arrivati tardi",
        "pl": "Przyjechaliśmy późno",
    },
}


FIXTURE = Path(__file__).resolve().parent.parent / "fixtures" / "contrasts.yml"
PAIRS: dict[str, dict[str, str]] = yaml.safe_load(FIXTURE.read_text("utf-8"))
SHARED = ("level", "change", "pole", "sunset", "intent", "law", "trade", "unity")


def _part(rows: dict[str, str]) -> dict[str, Place]:
    return {code: Place(code, code, Span(0, len(text)), text, None, True, ()) for code, text in rows.items()}


@pytest.mark.parametrize("case", CONTRARY)
def test_the_contrary_of_what_all_others_say(case: str) -> None:
    version, rows = CONTRARY[case]
    (change,) = quote_changes([_part(rows)], FlagSettings())
    assert change.what == "word"
    assert (version,) in change.sides.values()


@pytest.mark.parametrize("case", ALIKE)
def test_no_contrary(case: str) -> None:
    assert not list(quote_changes([_part(ALIKE[case])], FlagSettings()))


@pytest.mark.parametrize("name", SHARED)
@pytest.mark.parametrize("language", PAIRS)
def test_the_words_of_each_pole(language: str, name: str) -> None:
    before, words = PAIRS[language][name].split("{")
    words, after = words.split("}")
    poles = [
        [pole for read, pole, _ in read_contrasts(before + word + after, language) if read == name]
        for word in words.split("|")
    ]
    assert poles == [[0], [1]]


def test_every_language_has_its_pairs() -> None:
    assert set(PAIRS) == set(language_codes())


@pytest.mark.parametrize("language", language_codes())
def test_every_language_has_every_contrast_and_no_word_in_both_poles(language: str) -> None:
    config, english = load_language(language), load_language("en")
    assert config is not None
    assert english is not None
    assert set(config.polarity.contrasts) == set(english.polarity.contrasts)
    for name, line in config.polarity.contrasts.items():
        for pole, side in enumerate(line.split(" / ")):
            words = [word.strip() for word in side.split(",") if "*" not in word]
            read = {word: [p for read, p, _ in read_contrasts(word, language) if read == name] for word in words}
            assert read == {word: [pole] for word in words}, name


@pytest.mark.parametrize(
    ("language", "text", "name", "pole"),
    [
        ("ko", "수출이 증가했다", "direction", 0),
        ("ko", "공장을 폐쇄했다", "open", 1),
        ("kk", "Екі ел келісімді жабық өткізді", "open", 1),
        ("lt", "Kainos sumažėjo", "direction", 1),
        ("hu", "Az árak emelkedtek", "direction", 0),
        ("zh", "这是更好的办法", "quality", 0),
    ],
    ids=["ko rose", "ko shut", "kk closed", "lt fell", "hu rose", "zh better"],
)
def test_a_pole_with_its_endings(language: str, text: str, name: str, pole: int) -> None:
    assert (name, pole) in [(read, which) for read, which, _ in read_contrasts(text, language)]
