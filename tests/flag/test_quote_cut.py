"""Quotes of one sentence that give less of it than all others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from align.utterances import AlignedUtterance, UtterancePart
from configs.pipeline import FlagSettings
from flag.checks.quote_truncated import _leads_to, check_quote_truncated
from flag.evidence import StoryEvidence, gather_evidence
from flag.limits import find_limits
from records.claim import Claims, Quote
from records.span import Span
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


def _divided(rows: dict[str, tuple[str, ...]], reported: str) -> tuple[StoryEvidence, AlignedUtterance]:
    """A story of quotes with their clauses; an empty clause is one that was not found. ``reported`` are not direct."""
    story = _story({language: " ".join(clause for clause in clauses if clause) for language, clauses in rows.items()})
    claims = [
        replace(
            claim, quotes=tuple(replace(q, mode="indirect" if v in reported.split() else q.mode) for q in claim.quotes)
        )
        for v, claim in story.claims.items()
    ]
    places: list[list[tuple[str, Span]]] = [[] for _ in next(iter(rows.values()))]
    for language, clauses in rows.items():
        at = 0
        for number, clause in enumerate(clauses):
            if clause:
                places[number].append((language, Span(at, at + len(clause))))
                at += len(clause) + 1
    parts = tuple(UtterancePart(tuple(column)) for column in places)
    utterance = AlignedUtterance("u0", story.utterances[0].members, None, parts)
    return gather_evidence(list(story.versions.values()), [], claims, [], [utterance], FlagSettings()), utterance


def test_a_clause_paired_with_another_hides_no_cut() -> None:
    story, utterance = _divided(
        {
            "en": ("Nobody will lose a job before 2028", "unless the market turns round", ""),
            "de": ("Bis 2028 verliert niemand seine Stelle,", "es sei denn,", "der ganze Markt bricht ein."),
            "es": ("Nadie perderá su empleo antes de 2028,", "", "salvo que el mercado se hunda."),
            "fr": ("Personne ne partira avant 2028.", "", ""),
            "nl": ("Tot 2028 verliest niemand zijn baan,", "", "tenzij de markt instort."),
        },
        "nl",
    )
    (found,) = check_quote_truncated(story, [utterance])
    assert found.outliers == ("fr",)


@pytest.mark.parametrize("reported", ["sv pl", ""])
def test_a_condition_that_others_report_is_dropped_too(reported: str) -> None:
    story, utterance = _divided(
        {
            "pt": ("O museu poderá voltar a abrir as portas ao público em março próximo.", ""),
            "es": ("El museo podrá volver a abrir sus puertas en marzo", "si se repara el techo"),
            "en": ("The museum can open its doors to visitors again in March", "if the roof is repaired"),
            "da": ("Museet kan igen åbne dørene for publikum i marts,", "hvis taget bliver repareret"),
            "sv": ("museet åter kan öppna dörrarna för besökare i mars", "om taket blir reparerat i tid"),
            "pl": ("muzeum będzie mogło znów otworzyć drzwi w marcu,", "jeśli dach zostanie naprawiony"),
        },
        reported,
    )
    (found,) = check_quote_truncated(story, [utterance])
    assert found.outliers == ("pt",)


@pytest.mark.parametrize(("words", "cut"), [("three metres", True), ("three metres if it stays dry", False)])
def test_a_clause_that_stands_for_two_has_no_condition(words: str, cut: bool) -> None:
    own = f"We can lower the level of the lake {words}."
    story, utterance = _divided(
        {
            "en": (own, ""),
            "es": ("Podemos bajar el nivel del lago tres metros", "si no llueve"),
            "de": ("Wir können den Spiegel des Sees um drei Meter senken,", "wenn es nicht regnet"),
            "uk": ("Ми можемо знизити рівень озера на три метри,", "якщо не буде дощу"),
            "pl": ("Możemy obniżyć poziom jeziora o trzy metry,", "jeśli nie będzie padać"),
        },
        "",
    )
    first, second = utterance.parts
    both = UtterancePart((*second.places, ("en", Span(0, len(own)))))
    lumped = replace(utterance, parts=(first, both))
    assert (("en",) in [one.outliers for one in check_quote_truncated(story, [lumped])]) is cut


def test_a_bound_of_a_figure_is_no_condition() -> None:
    assert _leads_to("by three metres", len("by"), {3})
    assert not _leads_to("if three metres", len("if"), set())


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
