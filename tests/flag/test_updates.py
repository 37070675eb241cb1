"""A later figure of what is no toll replaces an earlier one only where its own clause says that it was changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.cues import has_cue, is_toll
from flag.evidence import StoryEvidence, gather_evidence
from flag.facts import Fact
from flag.movements import as_moved
from flag.sides import FigureSide
from flag.updates import is_update, names_what_was
from records.claim import Claims, Figure
from records.statement import Member, Statement
from records.version import Sentence, Version


def told_by(rows: Sequence[tuple[str, str]], read_on: datetime | None = None) -> StoryEvidence:
    """Versions ``v0``, ``v1``, ... (language, a sentence a line), nine hours apart, all of one statement; what is told
    from a day on, "nine years ago", is read where ``read_on`` gives one."""
    versions, claims, members = [], [], []
    for n, (language, text) in enumerate(rows):
        sentences, figures = list[Sentence](), list[Figure]()
        for line in text.splitlines():
            start = text.index(line)
            sentences.append(Sentence(f"v{n}:{len(sentences)}", start, start + len(line)))
            figures += [
                Figure(f.start + start, f.end + start, f.text, f.kind, f.low, f.high, unit=f.unit, modifier=f.modifier,
                       id=f"v{n}:f{len(figures) + i}", version=f"v{n}", sentence=sentences[-1].id)
                for i, f in enumerate(find_figures(line, language, read_on))
            ]  # fmt: skip
        published = datetime(2026, 5, 1, tzinfo=UTC) + timedelta(hours=9 * n)
        versions.append(Version(f"v{n}", f"v{n}", "https://a.example", language, published, "", text, tuple(sentences)))
        claims.append(Claims(f"v{n}", tuple(figures)))
        members.append(Member(f"v{n}", tuple(sentence.id for sentence in sentences)))
    return gather_evidence(versions, [], claims, [Statement("st0", tuple(members))], [], FlagSettings())


def _is_update(language: str, earlier: str, later: str) -> bool:
    """Whether the last figure of ``later``, told hours after the one of ``earlier``, is an update of it."""
    told = told_by([(language, earlier), (language, later)])
    story = as_moved(told)
    sides = [FigureSide({f"v{n}": story.claims[f"v{n}"].figures[-1]}) for n in (0, 1)]
    return is_update(story, sides, told)


@pytest.mark.parametrize(
    ("language", "earlier", "later"),
    [
        ("en", "Growth will be 1.9 percent, the ministry said.", "The ministry raised its forecast to 2.2 percent."),
        ("en", "The firm will cut 400 jobs.", "The number of jobs lost was revised to 600."),
        ("en", "The firm employs 400 workers.", "Its staff grew from 400 to 600 workers."),
        ("tr", "Fabrikada 400 işçi var.", "İşçi sayısı 400'den 600'e yükseldi."),
        ("pl", "Firma zatrudnia 400 osób.", "Zatrudnienie wzrosło z 400 do 600 osób."),
        ("de", "Das Wachstum liegt bei 1,9 Prozent.", "Die Prognose wurde auf 2,2 Prozent angehoben."),
        ("ru", "Рост составит 1,9 процента.", "Прогноз пересмотрен до 2,2 процента."),
        ("ko", "내년 성장률은 1.9%다.", "정부는 성장률 전망치를 2.2%로 상향 조정했다."),
    ],
)  # fmt: skip
def test_a_text_that_says_the_figure_moved(language: str, earlier: str, later: str) -> None:
    assert _is_update(language, earlier, later)


@pytest.mark.parametrize(
    ("language", "earlier", "later"),
    [
        ("en", "Shares jumped 7.4 percent in Tokyo.", "Shares rose by 4.7 percent in Tokyo."),
        ("en", "Prices were 7.4 percent higher.", "Prices were raised by 4.7 percent."),
        ("en", "Shares lost 7.4 percent.", "Shares lost 4.7 percent, while the forecast was revised on Friday."),
        ("en", "The firm employs 400 workers.", "Its staff grew from 300 to 600 workers."),
        ("en", "The firm will cut 400 jobs.", "600 jobs go; the dividend was raised again."),
        ("de", "Die Aktie legte 7,4 Prozent zu.", "Die Aktie stieg um 4,7 Prozent."),
        ("de", "Die Preise liegen 7,4 Prozent höher.", "Die Preise wurden um 4,7 Prozent angehoben."),
        ("ru", "Акции подорожали на 7,4 процента.", "Цены повысились на 4,7 процента."),
    ],
)
def test_a_text_that_says_that_what_is_measured_moved(language: str, earlier: str, later: str) -> None:
    assert not _is_update(language, earlier, later)


def test_a_toll_moves_by_a_cue_anywhere_in_its_sentence() -> None:
    assert _is_update("en", "They counted 50 dead.", "The toll has risen, officials said, and 40 are dead.")


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("fr", "La prime est passée de 0,8 % à 2,1 % de la valeur.", "2,1 %"),
        ("en", "Its staff grew from 400 to 1,600 workers.", "1,600"),
        ("en", "The toll rose from six to eight.", "eight"),
        ("en", "Between 6 and 8 people were hurt.", "6 and 8"),
    ],
)
def test_what_is_shown_of_a_movement_is_where_it_arrived(language: str, text: str, shown: str) -> None:
    assert as_moved(told_by([(language, text)])).claims["v0"].figures[-1].text.startswith(shown)


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("nl", "Dodental loopt op tot 17"),
        ("de", "Zahl der Toten klettert auf 17"),
        ("fi", "Kuolonuhrien määrä kohoaa 17:ään"),
        ("fr", "Le bilan monte à 17 morts"),
        ("pt", "Sobe para 17 o número de mortos"),
        ("it", "Salgono a 17 le vittime"),
        ("ro", "Bilanțul morților urcă la 17"),
        ("ar", "ارتفاع حصيلة القتلى إلى 17"),
        ("th", "ยอดผู้เสียชีวิตเพิ่มเป็น 17 ราย"),
        ("ka", "დაღუპულთა რიცხვი 17-მდე გაიზარდა"),
        ("hi", "मरने वालों की संख्या 17 पहुंची"),
        ("en", "Death toll climbs to 17"),
    ],
)
def test_a_headline_of_a_toll_that_rose(language: str, headline: str) -> None:
    story = as_moved(told_by([(language, headline)]))
    (figure,) = story.claims["v0"].figures
    assert (str(figure.low), figure.modifier) == ("17", "exact")
    assert has_cue(story, figure) and is_toll(story, figure)


@pytest.mark.parametrize(
    ("later", "named"),
    [
        ("Damage rose to 6 million euros.\nThe mayor had spoken of 4 million.", True),
        ("Damage rose to 6 million euros.\nThe mayor had spoken of 4 million euros.", True),
        ("Damage comes to 6 million euros.\nThe mayor had spoken of 4 million.", False),
        ("Damage rose to 6 million euros.\nThe mayor had spoken of 5 million.", False),
        ("Damage rose to 600 euros.\nThe mayor had spoken of 400.", False),
    ],
)
def test_a_bare_number_from_a_million_up_may_be_what_an_amount_rose_from(later: str, named: bool) -> None:
    earlier = "Damage comes to 400 euros." if "600" in later else "Damage comes to 4 million euros."
    told = told_by([("en", earlier), ("en", later)])
    story = as_moved(told)
    first, last = story.claims["v0"].figures[0], story.claims["v1"].figures[0]
    fact = Fact("st0", {"v0": [first], "v1": [last]})
    assert names_what_was(story, [FigureSide({"v0": first}), FigureSide({"v1": last})], fact) is named
