"""The dead and the hurt: which word of a sentence a count goes with, and one number of them all over a story."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.cues import is_toll, passed_over, toll_of
from flag.dispute import Dispute, without_second_news
from flag.evidence import StoryEvidence, gather_evidence
from flag.facts import Fact
from flag.sides import FigureSide
from flag.things import counts_things
from records.claim import Claims, Figure
from records.version import Sentence, Version


def _told(language: str, text: str) -> tuple[StoryEvidence, list[Figure]]:
    sentence = Sentence("v:0", 0, len(text))
    figures = tuple(
        Figure(f.start, f.end, f.text, f.kind, f.low, f.high, unit=f.unit, modifier=f.modifier, id=f"v:f{n}",
               version="v", sentence=sentence.id)
        for n, f in enumerate(find_figures(text, language))
    )  # fmt: skip
    published = datetime(2026, 5, 1, tzinfo=UTC)
    version = Version("v", "v", "https://a.example", language, published, "", text, (sentence,))
    story = gather_evidence([version], [], [Claims("v", figures)], [], [], FlagSettings())
    return story, [figure for figure in figures if figure.kind == "count"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قُتل ثلاثة أشخاص وأصيب 17 آخرون في الهجوم."),
        ("cs", "O život přišli čtyři lidé a 17 jich utrpělo zranění."),
        ("da", "Fire mennesker mistede livet, og 17 blev såret."),
        ("de", "Vier Menschen starben, 17 wurden verletzt."),
        ("el", "Τέσσερις άνθρωποι έχασαν τη ζωή τους και 17 τραυματίστηκαν."),
        ("en", "Four people lost their lives and 17 were injured."),
        ("es", "Murieron cuatro personas y 17 resultaron heridas."),
        ("fi", "Neljä ihmistä menehtyi ja 17 loukkaantui."),
        ("hr", "Poginulo je 14 osoba, a 17 ih je ozlijeđeno."),
        ("hu", "Négyen meghaltak, 17 ember megsérült."),
        ("it", "Quattro persone hanno perso la vita e 17 sono rimaste ferite."),
        ("ja", "4人が亡くなり、17人が重軽傷を負った。"),
        ("ko", "4명이 숨지고 17명이 다쳤다."),
        ("pl", "Nie żyją cztery osoby, a 17 zostało rannych."),
        ("ru", "Скончались 14 человек, 17 ранены."),
        ("sk", "O život prišli štyria ľudia, 17 je zranených."),
        ("tr", "Kazada 14 kişi can verdi, 17 kişi yaralandı."),
        ("uk", "Загинули четверо людей, 17 дістали поранення."),
        ("zh", "事故已致4人身亡，17人受伤。"),
    ],
)  # fmt: skip
def test_the_dead_and_the_hurt(language: str, text: str) -> None:
    story, figures = _told(language, text)
    assert [toll_of(story, figure) for figure in figures] == ["dead", "hurt"]
    assert all(is_toll(story, figure) for figure in figures)


@pytest.mark.parametrize(
    ("language", "text", "tolls"),
    [
        ("es", "El número de muertos por el ataque subió a seis, uno de los heridos falleció.", "dead"),
        ("en", "The number of people killed when the ferry went down has risen to 14, the wounded say.", "dead"),
        ("de", "Die Zahl der Toten nach dem Unglück im Tunnel stieg auf 14, viele sind verletzt.", "dead"),
    ],
)  # fmt: skip
def test_a_word_of_another_clause_is_not_its_own(language: str, text: str, tolls: str) -> None:
    story, figures = _told(language, text)
    assert toll_of(story, figures[0]) == tolls


@pytest.mark.parametrize(
    ("language", "text", "over"),
    [
        ("en", "Two of the injured died in hospital overnight.", True),
        ("de", "Drei der Verletzten starben am Nachmittag in der Klinik.", True),
        ("fa", "سه مجروح بعدازظهر در بیمارستان جان باختند؛ شهر آرام است.", True),
        ("ru", "Двое раненых умерли в больнице.", True),
        ("en", "Two people died and 14 were injured.", False),
        ("en", "Two people died, the injured are in hospital.", False),
    ],
)
def test_the_hurt_who_died_are_neither_number(language: str, text: str, over: bool) -> None:
    story, figures = _told(language, text)
    assert passed_over(story, figures[0]) == over


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Hayatını kaybedenlerin sayısı, ağır yaralı 13 kişinin hastanede ölmesiyle 15'e yükseldi."),
        ("bg", "При пожара 17 бяха ранени, а 15 умряха."),
        ("nl", "Er raakten 17 mensen gewond en er stierven er 15."),
        ("ru", "Ранены 17 человек, число смертей достигло 15."),
    ],
)
def test_a_word_of_dying_tells_of_the_dead(language: str, text: str) -> None:
    story, figures = _told(language, text)
    assert [toll_of(story, figure) for figure in figures] == ["hurt", "dead"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Six people died and 14 are missing.", ["dead", "missing"]),
        ("de", "Fünf Menschen starben, 12 werden vermisst.", ["dead", "missing"]),
        ("ro", "Numărul morților a crescut la 19, iar 14 oameni sunt dispăruți.", ["dead", "missing"]),
        ("es", "Murieron seis personas y 14 siguen desaparecidas.", ["dead", "missing"]),
        ("ja", "6人が死亡、14人が行方不明となっている。", ["dead", "missing"]),
        ("es", "Los heridos son 63, repartidos en cuatro hospitales.", ["hurt", None]),
        ("sr", "Povređeno je 19 ljudi; u tri bolnice ih leče.", ["hurt", None]),
        ("el", "Δύο ελικόπτερα μετέφεραν τους 21 τραυματίες.", [None, "hurt"]),
        ("zh", "21名伤者被送往4家医院。", ["hurt", None]),
        ("en", "Nine in hospitals abroad are injured.", ["hurt"]),
    ],
)
def test_the_missing_and_what_takes_the_injured(language: str, text: str, told: list[str | None]) -> None:
    story, figures = _told(language, text)
    assert [toll_of(story, figure) for figure in figures] == told


@pytest.mark.parametrize(
    ("language", "text", "things"),
    [
        ("en", "The injured were taken to 14 hospitals.", True),
        ("en", "Some 14 people are in hospital.", False),
        ("vi", "Nạn nhân được đưa vào 14 bệnh viện.", True),
        ("vi", "Hiện còn ở bệnh viện 14 người.", False),
        ("id", "Kini di rumah sakit 14 orang.", False),
    ],
)
def test_hospitals_are_no_injured(language: str, text: str, things: bool) -> None:
    story, figures = _told(language, text)
    assert [counts_things(story, figure) for figure in figures] == [things]


def test_news_of_a_toll_is_news_of_one() -> None:
    story, (nine, eleven, more) = _told("en", "Nine people were killed, 11 people died, and 14 people were killed.")

    def dispute(first: Figure, last: Figure) -> Dispute:
        sides = (FigureSide({"a": first}), FigureSide({"v": last}))
        return Dispute("figure-update", Fact("", {"a": [first], "v": [last]}), sides, {}, ())

    rise, fall = dispute(nine, eleven), dispute(more, eleven)
    assert without_second_news(story, [rise, fall]) == [rise]
    assert without_second_news(story, [fall]) == [fall]
    assert without_second_news(story, [rise, dispute(eleven, more)]) == [rise, dispute(eleven, more)]
