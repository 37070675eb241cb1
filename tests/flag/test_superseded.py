"""A late text that tells its news and, right behind it, what was known at an earlier hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.checks.figure_update import check_figure_update
from flag.context import Rows, read_contexts
from flag.evidence import StoryEvidence, gather_evidence
from flag.facts import Fact
from flag.figures import FigureJudgement
from flag.superseded import find_news
from records.claim import Claims, Figure
from records.statement import Member, Statement
from records.version import Sentence, Version

_START = datetime(2026, 5, 1, 6, tzinfo=UTC)


class Alike:
    """An encoder to which all texts of a kind are rather alike: news against news, background against background."""

    def encode(self, texts: Sequence[str]) -> Rows:
        rows = np.full((len(texts), 40), 0.02, dtype=np.float32)
        rows[:, 0] = 1.0
        for row, text in zip(rows, texts, strict=True):
            row[1 + len(text) % 39] = 0.8
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


def _version(name: str, language: str, sentences: Sequence[str], hours: float) -> tuple[Version, Claims]:
    text, found, figures = "", [], list[Figure]()
    for n, words in enumerate(sentences):
        sentence = Sentence(f"{name}:{n}", len(text), len(text) + len(words), 1)
        for f in find_figures(words, language):
            figures.append(
                Figure(f.start + len(text), f.end + len(text), f.text, f.kind, f.low, f.high, unit=f.unit,
                       modifier=f.modifier, id=f"{name}:f{len(figures)}", version=name, sentence=sentence.id)
            )  # fmt: skip
        text += words + "\n"
        found.append(sentence)
    published = _START + timedelta(hours=hours)
    version = Version(name, name, f"https://{name}.example", language, published, "", text, tuple(found))
    return version, Claims(name, tuple(figures))


def _story(language: str, news: str, told: str, hours: float = 9) -> StoryEvidence:
    """Three texts that say ``told``, and one that says ``news`` and then ``told``, which answers theirs."""
    early = [_version(name, language, (told,), 0.0) for name in "abc"]
    read = [*early, _version("d", language, (news, told), hours)]
    members = (*(Member(name, (f"{name}:0",)) for name in "abc"), Member("d", ("d:1",)))
    return gather_evidence(
        [version for version, _ in read], [], [claims for _, claims in read], [Statement("st0", members)], [],
        FlagSettings(news_likeness=-1.0, cued_news_likeness=-1.0),
    )  # fmt: skip


def _updates(story: StoryEvidence) -> list[list[tuple[str, ...]]]:
    found = check_figure_update(FigureJudgement(story, Alike()))
    return [[side.versions for side in one.sides] for one in found]


@pytest.mark.parametrize(
    ("language", "news", "told"),
    [
        ("en", "Savers withdrew 950 million euros.", "In the morning the bank still spoke of 700 million euros."),
        ("de", "Die Aktion brachte 345.000 Dollar ein.", "Am Samstagabend hatten sie noch 310.000 Dollar gemeldet."),
        ("uk", "Вкладники забрали 950 мільйонів євро.", "Ще вранці регулятор говорив про 700 мільйонів євро."),
        ("id", "Jumlah korban tewas menjadi 29 orang.", "Pada siang harinya tercatat masih 25 orang."),
        ("cs", "V nemocnici je 45 pacientů.", "Ještě ráno jich bylo 32."),
        ("nl", "De teller stond op 26.000 handtekeningen.", "In de ochtend waren het er 18.000."),
        ("ar", "ارتفع عدد الموقوفين إلى 43 مشجعا.", "وكانت الشرطة قد تحدثت ليلا عن 34 موقوفا."),
        ("tr", "Gözaltı sayısı 43 oldu.", "Sabah saatlerinde 34 kişiden söz ediliyordu."),
        ("ja", "逮捕者は43人に上った。", "午前の時点では34人だった。"),
        ("ko", "체포된 사람은 43명으로 늘었다.", "오전까지만 해도 34명이었다."),
        ("ro", "Numărul celor reținuți a urcat la 43.", "După-amiază poliția anunțase 34."),
        ("hi", "गिरफ़्तार लोगों की संख्या 43 हो गई।", "दोपहर तक 34 लोगों की पुष्टि हुई थी।"),
        ("fi", "Pidätettyjä on nyt 43.", "Aamulla heitä oli 34."),
        ("el", "Οι συλλήψεις έφτασαν τις 43.", "Το πρωί η αστυνομία έκανε λόγο για 34."),
        ("zh", "被捕人数升至43人。", "上午通报为34人。"),
        ("pl", "Liczba zatrzymanych wzrosła do 43.", "Rano mówiono o 34."),
        ("es", "Los detenidos son 43.", "Por la mañana la policía hablaba de 34."),
        ("en", "The number of reports has risen to 34.", "On 29 April 2026 there were 27."),
        ("et", "Vooluta on veel 38 000 majapidamist.", "Hommikul oli neid 61 000."),
        ("lv", "Gada inflācija bija 3,8 procenti.", "Pirmajā aprēķinā tika minēts 4,1 procents."),
        ("sw", "Idadi imefikia watu 260.", "Makadirio ya awali yalikuwa 210."),
        ("hu", "A körzetek 91 százalékát dolgozták fel.", "Éjfélkor a 62 százalékuk volt meg."),
    ],
)
def test_news_takes_the_place_of_what_its_text_looks_back_to(language: str, news: str, told: str) -> None:
    assert _updates(_story(language, news, told)) == [[("a", "b", "c"), ("d",)]]


@pytest.mark.parametrize(
    ("news", "told", "hours"),
    [
        ("The plant employs 950 people.", "Its owner bought 700 trucks.", 9),  # nothing is told of an earlier hour
        ("Savers withdrew 950 million euros.", "In the morning the bank spoke of 700 million euros.", 0),  # no later
        ("Police held two more people.", "In the morning they had held three people.", 9),  # on top
        ("The fair lasted 12 hours.", "In the morning 700 people were there.", 9),  # other kinds
    ],
)
def test_no_news(news: str, told: str, hours: float) -> None:
    assert _updates(_story("en", news, told, hours)) == []


def test_the_lead_may_be_far_before_what_was_and_other_sentences_not() -> None:
    told = "In the morning the bank still spoke of 700 million euros."
    between = "Its head spoke to staff."
    early = [_version(name, "en", (told,), 0.0) for name in "abc"]
    for paragraph, found in ((1, [[("a", "b", "c"), ("d",)]]), (4, [])):
        version, claims = _version("d", "en", ("Savers withdrew 950 million euros.", between, between, told), 9)
        first, *rest = version.sentences
        moved = replace(version, sentences=(replace(first, paragraph=paragraph), *rest))
        members = (*(Member(name, (f"{name}:0",)) for name in "abc"), Member("d", ("d:3",)))
        story = gather_evidence(
            [*(one for one, _ in early), moved], [], [*(read for _, read in early), claims],
            [Statement("st0", members)], [], FlagSettings(news_likeness=-1.0, cued_news_likeness=-1.0),
        )  # fmt: skip
        assert _updates(story) == found


def test_news_and_what_was_in_one_sentence() -> None:
    """A small number is told of no common thing: the words around it are too few."""
    early = [_version(name, "en", ("Three of those freed were taken to hospital.",), 0.0) for name in "abc"]
    news = "Five of those freed are now in hospital, doctors said, up from three reported after the exchange."
    read = [*early, _version("d", "en", (news,), 9)]
    members = tuple(Member(name, (f"{name}:0",)) for name in "abc")
    story = gather_evidence(
        [version for version, _ in read], [], [claims for _, claims in read], [Statement("st0", members)], [],
        FlagSettings(news_likeness=-1.0, cued_news_likeness=-1.0),
    )  # fmt: skip
    assert _updates(story) == [[("a", "b", "c"), ("d",)]]


@pytest.mark.parametrize(
    ("language", "told", "news"),
    [
        ("en", "Six people died.", "The death toll rose from six to eight dead, officials said."),
        ("fr", "Six personnes sont mortes.", "Le bilan est passé de six à huit morts, selon le maire."),
        ("de", "Sechs Menschen starben.", "Die Zahl der Toten stieg von sechs auf acht."),
        ("es", "Murieron 16 personas.", "El balance de muertos subió de 16 a 18."),
        ("ru", "Погибли шесть человек.", "Число погибших выросло с шести до восьми."),
        ("it", "Sono morte 16 persone.", "Il bilancio delle vittime è salito da 16 a 18 morti."),
    ],
)
def test_where_a_toll_arrived_is_the_news_of_what_it_was(language: str, told: str, news: str) -> None:
    read = [*(_version(name, language, (told,), 0.0) for name in "abc"), _version("d", language, (news,), 9)]
    settings = FlagSettings(news_likeness=-1.0, cued_news_likeness=-1.0)
    story = gather_evidence([v for v, _ in read], [], [c for _, c in read], [], [], settings)
    was, arrived = story.claims["d"].figures[-2:]
    home = Fact("st0", {**{name: [story.claims[name].figures[0]] for name in "abc"}, "d": [was]})
    found = find_news([[home, Fact("st0", {"d": [arrived]})]], [], read_contexts(story, Alike()), story)
    assert [one.figures for one in found] == [(arrived,)]
