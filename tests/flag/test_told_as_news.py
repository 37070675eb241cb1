"""A late text that alone gives another value has news where it tells it as news, else it is mistaken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.evidence import StoryEvidence, gather_evidence
from flag.sides import FigureSide
from flag.superseded import misremembered
from flag.updates import is_update
from records.claim import Claims, Figure
from records.version import Sentence, Version

_MORNING = datetime(2026, 5, 1, 6, tzinfo=UTC)


def _told(name: str, language: str, hours: float, *sentences: tuple[int, str]) -> tuple[Version, Claims]:
    """A version of sentences, each with the number of its paragraph."""
    text, found, figures = "", [], list[Figure]()
    for n, (paragraph, words) in enumerate(sentences):
        sentence = Sentence(f"{name}:{n}", len(text), len(text) + len(words), paragraph)
        figures += [
            Figure(len(text) + f.start, len(text) + f.end, f.text, f.kind, f.low, f.high, unit=f.unit,
                   modifier=f.modifier, id=f"{name}:f{len(figures) + i}", version=name, sentence=sentence.id)
            for i, f in enumerate(find_figures(words, language, _MORNING))
        ]  # fmt: skip
        text += words + "\n"
        found.append(sentence)
    published = _MORNING + timedelta(hours=hours)
    version = Version(name, name, f"https://{name}.example", language, published, "", text, tuple(found))
    return version, Claims(name, tuple(figures))


def _story(*told: tuple[Version, Claims]) -> StoryEvidence:
    return gather_evidence([v for v, _ in told], [], [c for _, c in told], [], [], FlagSettings())


def _is_news(language: str, earlier: str, paragraph: int, later: str) -> bool:
    """Whether ``later``, told nine hours after three texts said ``earlier``, is an update by its last figure."""
    early = [_told(name, language, 0, (4, earlier)) for name in "abc"]
    story = _story(*early, _told("d", language, 9, (paragraph, later)))
    first = FigureSide({name: story.claims[name].figures[-1] for name in "abc"})
    return is_update(story, [first, FigureSide({"d": story.claims["d"].figures[-1]})], story)


@pytest.mark.parametrize(
    ("language", "earlier", "later"),
    [
        ("nl", "De dam is 92 meter hoog.", "De dam uit dit dal is 72 meter hoog."),
        ("fr", "Les moins de 15 ans sont 87 %.", "Les enfants représentent 47 % des malades."),
        ("en", "It runs a fleet of 130 coaches.", "It runs a fleet of 310 coaches."),
        ("el", "Πωλείται προς 2.140 ευρώ.", "Πωλείται όμως προς 4.140 ευρώ."),
        ("es", "Derribaron 71 drones.", "Fueron derribados 31 drones."),
        ("ko", "최저임금은 8% 오른다.", "최저임금은 6% 올라 간다."),
        ("pl", "Szpital leży 30 km od granicy.", "Szpital leży 26 km od granicy."),
    ],
)
def test_what_stands_deep_in_a_late_text_and_says_of_no_change_is_no_news(
    language: str, earlier: str, later: str
) -> None:
    assert not _is_news(language, earlier, 4, later)


@pytest.mark.parametrize(
    ("language", "earlier", "paragraph", "later"),
    [
        ("ro", "Poliția a reținut opt oameni.", 0, "Grevă: 14 persoane reținute"),
        ("en", "Bird flu is on 14 farms.", 1, "Bird flu has been confirmed on 19 farms."),
        ("en", "The shop sold 2,000 shirts.", 5, "By 9 p.m. the shop had sold 5,500 shirts."),
        ("es", "Hay 46 hospitalizados.", 0, "Ya son 58 los hospitalizados"),
        ("uk", "Знайшли 86 випадків.", 4, "Число випадків зросло до 112."),
        ("hu", "Négy halott van.", 4, "Öt halottja van a balesetnek."),
    ],
)
def test_what_a_late_text_leads_with_dates_or_says_to_have_moved_is_news(
    language: str, earlier: str, paragraph: int, later: str
) -> None:
    assert _is_news(language, earlier, paragraph, later)


_MISREMEMBERED = [
    ("en", "17 people died.", "The toll rose to 19 dead.", "At midday the toll had still stood at 22 dead."),
    ("pl", "Zatrzymano 17 kibiców.", "Liczba zatrzymanych wzrosła do 23.", "Wieczorem informowano jeszcze o 21."),
    ("tr", "31 kişi öldü.", "Ölü sayısı 38'e yükseldi.", "Sabah saatlerinde 13 ölü bildirilmişti."),
    ("de", "17 Menschen starben.", "Die Zahl der Toten stieg auf 19.", "Am Morgen war noch von 12 Toten die Rede."),
    ("uk", "Загинули 17 людей.", "Кількість загиблих зросла до 19.", "Ще вранці повідомляли про 15 загиблих."),
]


@pytest.mark.parametrize(("language", "earlier", "news", "told"), _MISREMEMBERED)
def test_a_late_text_that_tells_another_value_of_the_morning_than_the_morning_did(
    language: str, earlier: str, news: str, told: str
) -> None:
    early = [_told(name, language, 0, (1, earlier)) for name in "abc"]
    story = _story(*early, _told("d", language, 9, (1, news), (1, told)))
    first, last = story.claims["d"].figures[0], story.claims["d"].figures[-1]
    old = misremembered(story, [first], [story.claims[name].figures[0] for name in "abc"])
    assert old == last


def test_what_it_gives_as_the_earlier_value_is_right_or_of_another_thing() -> None:
    early = [_told(name, "en", 0, (1, "17 people died."), (2, "At midday 22 were missing.")) for name in "abc"]
    for told in ("At midday the toll had still stood at 17 dead.", "At midday 22 had still been missing."):
        story = _story(*early, _told("d", "en", 9, (1, "The toll rose to 19 dead."), (1, told)))
        earlier = [story.claims[name].figures[0] for name in "abc"]
        assert misremembered(story, [story.claims["d"].figures[0]], earlier) is None
