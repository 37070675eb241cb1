"""Sources that no verb beside them credits, and two sources in one sentence."""

from __future__ import annotations

import pytest

from claims.claimants import find_claimants
from claims.figures import find_figures
from configs.language.schema import language_codes, load_language


def _credited(language: str, sentence: str) -> list[str | None]:
    figures = [figure.span for figure in find_figures(sentence, language) if figure.kind not in ("date", "time")]
    found = find_claimants(sentence, language, figures)
    return [None if span is None else span.of(sentence) for span in found]


_LABELS = [
    ("en", "Police: 4,500 at march", "Police"),
    ("en", "4,500 marched – police", "police"),
    ("de", "Polizei: 4.500 Demonstranten in der Innenstadt", "Polizei"),
    ("fr", "Syndicats : 4 500 grévistes dans les dépôts", "Syndicats"),
    ("ro", "Sindicaliștii: 4.500 de angajați au intrat în grevă", "Sindicaliștii"),
    ("ru", "Минздрав: 45 человек госпитализированы", "Минздрав"),
    ("fa", "وزارت بهداشت: ۴۵ نفر کشته شدند", "وزارت بهداشت"),
    ("zh", "警方：4500人参加游行", "警方"),
    ("ko", "경찰: 집회에 4500명 참가", "경찰"),
    ("bg", "Синдикатът: стачкуват 1800 души", "Синдикатът"),
    ("en", "The defence ministry's figure of 310 captured vehicles could not be checked.", "The defence ministry"),
    ("sv", "Polisens siffra på 3 000 är för låg.", "Polisens"),
    ("en", "The unions' own count, 40,000, is far higher.", "The unions"),
]
_NO_LABELS = [
    ("ru", "Страховщики отреагировали: ставка выросла до 12 процентов."),
    ("en", "Hospital hack: 300 operations put off"),
    ("cs", "Odbory mají jiný počet: v pasti je 18 lidí."),
    ("de", "Polizeieinsatz: 30 Beamte vor Ort"),
    ("en", "The number of police in the city rose to 3,000."),
    ("en", "Police numbers fell by 3,000 in a decade."),
]
_OWN = [
    ("de", "Das Klinikum nahm eigenen Angaben zufolge 27 Verletzte auf.", "Das Klinikum"),
    ("de", "Nach eigenen Angaben hat die Gewerkschaft 12.000 Mitglieder im Streik.", "die Gewerkschaft"),
    ("fr", "Le syndicat a réuni, selon ses propres chiffres, 4 500 grévistes.", "Le syndicat"),
    ("nl", "De stakingsdag kost het bedrijf naar eigen zeggen 93 miljoen euro.", "het bedrijf"),
    ("ru", "Министерство эвакуировало, по собственным данным, 340 человек.", "Министерство"),
    ("hr", "Po računici sindikata, plaće kasne za 480 radnika.", "sindikata"),
    ("vi", "Theo thống kê của công an, 16 người bị thương.", "công an"),
]
_TWO = [
    ("be", "Паводле прафсаюза, бастуюць 92 працэнты, паводле кампаніі — 61 працэнт.", ["прафсаюза", "кампаніі"]),
    ("ru", "По данным полиции, пришли 5000 человек, по данным профсоюза — 12 000.", ["полиции", "профсоюза"]),
    ("th", "สหภาพระบุว่ามีพนักงานเข้าร่วมร้อยละ 92 ส่วนบริษัทระบุร้อยละ 61", ["สหภาพ", "ส่วนบริษัท"]),
    (
        "de",
        "Während die Polizei 15.000 Menschen zählte, kamen laut Gewerkschaft 40.000.",
        ["die Polizei", "Gewerkschaft"],
    ),
    ("hu", "A rendőrség 15 ezer, a szakszervezet 40 ezer résztvevőről beszél.", ["A rendőrség", "a szakszervezet"]),
    ("tr", "Polis 15 bin, sendikalar ise 40 bin kişinin katıldığını söylüyor.", ["Polis", "sendikalar"]),
    ("en", "15,000 people marched by police count; 40,000 by the unions' count.", ["police", "the unions"]),
    ("en", "12 people died, according to police, and 30 were hurt.", ["police", "police"]),
]


@pytest.mark.parametrize(("language", "sentence", "source"), [*_LABELS, *_OWN])
def test_who_has_no_verb_may_be_credited(language: str, sentence: str, source: str) -> None:
    assert _credited(language, sentence) == [source]


@pytest.mark.parametrize(("language", "sentence"), _NO_LABELS)
def test_a_topic_is_credited_with_nothing(language: str, sentence: str) -> None:
    assert _credited(language, sentence) == [None]


@pytest.mark.parametrize(("language", "sentence", "sources"), _TWO)
def test_each_of_two_sources_has_its_own_figure(language: str, sentence: str, sources: list[str]) -> None:
    assert _credited(language, sentence) == sources


@pytest.mark.parametrize("code", language_codes())
def test_every_language_has_words_for_own_figures(code: str) -> None:
    config = load_language(code)
    assert config is not None
    assert config.figures.claim_own
