"""Quotes of one sentence that give less of it than all others."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from configs.pipeline import FlagSettings
from flag.checks.quote_truncated import check_quote_truncated
from flag.evidence import StoryEvidence, gather_evidence
from flag.limits import find_limits
from records.claim import Claims, Quote
from records.statement import Utterance, UtteranceMember
from records.version import Version


def _story(rows: dict[str, str]) -> StoryEvidence:
    versions, claims = [], []
    for language, text in rows.items():
        day = datetime(2026, 1, 1, tzinfo=UTC)
        versions.append(Version(language, language, f"https://{language}.example", language, day, "h", text, ()))
        quote = Quote(
            0, len(text), text, "direct", "Anna Berg", None, "anna-berg", id=f"{language}:q0", version=language
        )
        claims.append(Claims(language, (), (quote,)))
    utterance = Utterance("u0", tuple(UtteranceMember(language, (f"{language}:q0",)) for language in rows))
    return gather_evidence(versions, [], claims, [], [utterance], FlagSettings())


CUT = {
    "until": (
        "nl",
        {
            "nl": "Er is geen geld meer",
            "da": "Der er ikke flere penge, før regeringen betaler sin andel",
            "hu": "Nincs több pénz, amíg a kormány ki nem fizeti a maga részét",
            "ko": "정부가 제 몫을 내기 전에는 더 줄 돈이 없다",
            "pt": "Não há mais dinheiro enquanto o Governo não pagar a sua parte",
        },
    ),
    "if": (
        "hu",
        {
            "pt": "Vamos contratar duzentas pessoas se o banco aprovar o empréstimo.",
            "sv": "Vi kommer att anställa tvåhundra personer om banken godkänner lånet.",
            "ja": "銀行が融資を承認すれば、二百人を雇用する。",
            "hu": "Kétszáz embert fogunk felvenni.",
        },
    ),
    "under": (
        "fi",
        {
            "it": "Il vaccino è sicuro per gli adulti sotto i sessant'anni.",
            "pl": "Szczepionka jest bezpieczna dla dorosłych poniżej sześćdziesiątego roku życia.",
            "ar": "اللقاح آمن للبالغين دون سن الستين.",
            "fi": "Rokote on turvallinen.",
        },
    ),
    "whom": (
        "ar",
        {
            "en": "I will not negotiate with people who want to stop the count",
            "es": "No negociaré con quienes quieren detener el recuento",
            "ro": "Nu voi negocia cu cei care vor să oprească numărătoarea",
            "pt": "Não negociarei com quem quer parar a contagem",
            "ar": "لن أتفاوض",
        },
    ),
}
WHOLE = {
    "freely, beside three": {
        "en": "Say it to everyone who wants to stop the count",
        "es": "Díganselo a todos los que quieren detener el recuento",
        "ro": "Spuneți-le tuturor celor care vor să oprească numărătoarea",
        "ar": "قولوا للجميع",
    },
    "as an exclamation": {
        "en": "Say, it sure is popping now!",
        "pt": "Olha, agora está mesmo a crepitar!",
        "ro": "Da, se aud o mulțime de pocnete!",
        "es": "¡Vaya, ahora sí que está crujiendo!",
        "pl": "Ale słychać!",
    },
    "tersely": {
        "it": "Abbiamo perso tutto in un quarto d'ora.",
        "pl": "W kwadrans straciliśmy wszystko.",
        "ar": "في ربع ساعة ذهب كل شيء.",
        "fi": "Vartissa meni kaikki.",
    },
    "a sentence of its own": {
        "en": "This is not the workers' fault, and nobody will be dismissed before June",
        "sv": "Det här är inte arbetarnas fel",
        "fi": "Tämä ei ole työntekijöiden vika, eikä ketään irtisanota ennen kesäkuuta",
        "de": "Das ist nicht die Schuld der Beschäftigten, und vor Juni wird niemandem gekündigt",
    },
    "a cut that is shown": {
        "en": "We will hire two hundred people if the bank approves the loan",
        "sv": "Vi kommer att anställa tvåhundra personer om banken godkänner lånet",
        "de": "Wir werden zweihundert Leute einstellen, wenn die Bank den Kredit bewilligt",
        "fr": "Nous allons embaucher […]",
    },
}


@pytest.mark.parametrize("case", CUT)
def test_a_sentence_without_what_bounds_it_is_cut(case: str) -> None:
    language, rows = CUT[case]
    story = _story(rows)
    (found,) = check_quote_truncated(story, story.utterances)
    assert found.outliers == (language,)
    assert {place.version for place in found.sides[0].evidence} == rows.keys() - {language}


@pytest.mark.parametrize("case", WHOLE)
def test_a_short_wording_is_not(case: str) -> None:
    story = _story(WHOLE[case])
    assert not list(check_quote_truncated(story, story.utterances))


def test_two_others_are_too_few() -> None:
    language, rows = CUT["if"]
    story = _story({code: rows[code] for code in ("pt", "sv", language)})
    assert not list(check_quote_truncated(story, story.utterances))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Everyone may go home when the smoke is gone, except the old", ["when", "except"]),
        ("tr", "Duman dağılınca insanlar evlerine dönebilir", ["dağılınca"]),
        ("ko", "비가 그치면 다시 열겠다", ["그치면"]),
        ("zh", "只要银行批准贷款就招人", ["只要"]),
        ("xx", "when", []),
    ],
)
def test_words_that_bound(language: str, text: str, words: list[str]) -> None:
    assert [span.of(text) for span in find_limits(text, language)] == words
