"""Dates, times, durations and ages in every language, from fixtures that anyone can edit."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.calendar import nearest_year, weekday
from claims.dates import find_times
from claims.dates_grammar import time_grammar
from claims.dates_readers import READERS
from claims.durations import iso_duration
from claims.figures import find_figures
from claims.numerals import read_numerals
from claims.times import clock
from configs.language.schema import language_codes
from records.claim import Figure

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "dates"
PUBLISHED = datetime(2026, 3, 10, 9, tzinfo=UTC)
KINDS = {"date", "time", "duration", "age"}


def rows_of(language: str) -> list[dict[str, Any]]:
    path = FIXTURES / f"{language}.yml"
    assert path.is_file(), f"{path}: missing; write at least 12 rows, as in en.yml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(rows, list), f"{path}: expected a list of rows"
    return rows


def find(text: str, language: str, published: datetime | None = PUBLISHED) -> tuple[Figure, ...]:
    return find_times(text, language, published, read_numerals(text, language))


CASES = [(code, row) for code in language_codes() for row in rows_of(code)]


@pytest.mark.parametrize("code", language_codes())
def test_fixtures_are_complete(code: str) -> None:
    rows = rows_of(code)
    assert len(rows) >= 12
    for row in rows:
        assert row.keys() <= {"text", "published", "kind", "low", "high", "none"}, row
        assert row.get("none") is True or (row["kind"] in KINDS and row["low"]), row
    assert any(row.get("none") for row in rows), "a near miss is missing"


@pytest.mark.parametrize(("code", "row"), CASES, ids=[f"{code}-{row['text'][:30]}" for code, row in CASES])
def test_fixture(code: str, row: dict[str, Any]) -> None:
    published = datetime.fromisoformat(row["published"]) if "published" in row else PUBLISHED
    figures = find(row["text"], code, published)
    found = [(f.kind, str(f.low), str(f.high)) for f in figures]
    if row.get("none"):
        assert found == []
    else:
        assert (row["kind"], row["low"], row.get("high", row["low"])) in found


@pytest.mark.parametrize("code", language_codes())
def test_every_template_has_a_reader(code: str) -> None:
    grammar = time_grammar(code)
    assert grammar is not None
    assert {template.group for template in grammar.templates.templates} <= READERS.keys()


def test_relative_dates_need_a_day_of_publication() -> None:
    assert find("He left yesterday.", "en", None) == ()
    assert find("He left on 3 May 2024.", "en", None)[0].low == "2024-05-03"


def test_weekdays_are_the_most_recent_and_today_counts() -> None:
    tuesday = PUBLISHED.date()
    assert weekday(tuesday, 2, None).isoformat() == "2026-03-10"
    assert weekday(tuesday, 5, -1).isoformat() == "2026-03-06"
    assert weekday(tuesday, 5, 1).isoformat() == "2026-03-20"


def test_a_date_without_year_is_of_this_year_unless_far_away() -> None:
    assert nearest_year(PUBLISHED.date(), 10, 3) == 2026
    assert nearest_year(date(2026, 1, 5), 12, 20) == 2025
    assert nearest_year(date(2025, 12, 20), 1, 9) == 2026


@pytest.mark.parametrize(
    ("parts", "iso"),
    [
        ({"hour": Decimal("1.5")}, "PT1H30M"),
        ({"year": Decimal("0.5")}, "P6M"),
        ({"day": Decimal(2)}, "P2D"),
        ({"decade": Decimal(3)}, "P30Y"),
        ({"year": Decimal(1), "month": Decimal(2), "minute": Decimal(5)}, "P1Y2MT5M"),
        ({"day": Decimal(0)}, None),
    ],
)
def test_durations_are_iso_8601(parts: dict[str, Decimal], iso: str | None) -> None:
    assert iso_duration(parts) == iso


@pytest.mark.parametrize(
    ("hour", "minute", "part", "shift", "expected"),
    [
        (12, 0, "am", 0, "00:00"),
        (12, 0, "pm", 0, "12:00"),
        (6, 0, "evening", 30, "18:30"),
        (8, 0, None, -30, "07:30"),
        (1, 0, "night", 0, "01:00"),
        (11, 0, "night", 0, "23:00"),
        (24, 0, None, 0, "00:00"),
        (25, 0, None, 0, None),
    ],
)
def test_clock(hour: int, minute: int, part: str | None, shift: int, expected: str | None) -> None:
    assert clock(hour, minute, part, shift) == expected


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from([*language_codes(), "xx", ""]), st.sampled_from([PUBLISHED, None]))
def test_any_text_gives_figures_inside_it(text: str, language: str, published: datetime | None) -> None:
    check(text, find_times(text, language, published, ()))


WORDS = st.sampled_from(
    [
        "14",
        "2025",
        "2026-13-45",
        "31",
        "February",
        "29.02.2023",
        "9999",
        "99:99",
        "24:00",
        "0h",
        "3",
        "years",
        "ago",
        "yesterday",
        "last",
        "Friday,",
        "-",
        "–",
        ":",
        ".",
        "/",
        "in",
        "december",
        "of",
        "first",
        "quarter",
        "1990s",
        "century",
        "XXI",
        "половина",
        "шостої",
        "12月31日",
        "午後13時",
        "24/7",
        "3000",
        "日前",
        "trzy",
        "tage",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=10), st.sampled_from(language_codes()), st.sampled_from([" ", ""]))
def test_any_words_of_time_give_figures_inside_the_text(words: list[str], language: str, gap: str) -> None:
    text = gap.join(words)
    check(text, find(text, language))


def check(text: str, figures: tuple[Figure, ...]) -> None:
    end = 0
    for figure in figures:
        assert figure.kind in KINDS
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert figure.kind == "age" or isinstance(figure.low, str)
        if figure.kind == "date":
            assert datetime.fromisoformat(str(figure.low)) <= datetime.fromisoformat(str(figure.high))
        end = figure.end


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("en", "The signing is planned for Friday.", "2026-10-23"),
        ("en", "Talks will resume on Friday.", "2026-10-23"),
        ("en", "The mayor said on Friday he will resign.", "2026-10-16"),
        ("en", "He said on Friday that the vote was planned.", "2026-10-16"),
        ("de", "Die Unterzeichnung ist für Freitag geplant.", "2026-10-23"),
        ("de", "Das sagte er am Freitag.", "2026-10-16"),
        ("pt", "A assinatura está prevista para sexta-feira.", "2026-10-23"),
        ("ru", "Подписание запланировано на пятницу.", "2026-10-23"),
        ("cs", "Podpis je naplánován na pátek.", "2026-10-23"),
        ("ja", "投票は金曜日に予定されている。", "2026-10-23"),
        ("zh", "表决预计于周五举行。", "2026-10-23"),
        ("zh", "会议于周五举行。", "2026-10-16"),
    ],
)
def test_a_weekday_is_the_next_one_where_its_clause_tells_of_a_plan(language: str, sentence: str, day: str) -> None:
    (found,) = find_figures(sentence, language, datetime(2026, 10, 22, 9, tzinfo=UTC))
    assert (found.low, found.high) == (day, day)


def test_a_quarter_before_last_month_is_a_share() -> None:
    share, month = find_figures("Tourism fell by a quarter last month.", "en", datetime(2026, 10, 22, 9, tzinfo=UTC))
    assert (share.kind, share.low, month.text) == ("percent", Decimal(25), "last month")


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Die Tiere müssen von Freitag an im Stall bleiben.", "2026-03-13"),
        ("nl", "Vanaf vrijdag geldt een ophokplicht.", "2026-03-13"),
        ("fr", "À partir de vendredi, les bars fermeront.", "2026-03-13"),
        ("da", "Fra fredag skal alle blive inde.", "2026-03-13"),
        ("pl", "Od piątku wszyscy muszą zostać w domu.", "2026-03-13"),
        ("da", "En video fra fredag viser branden.", "2026-03-06"),
        ("pl", "Od piątku nie było prądu.", "2026-03-06"),
    ],
)
def test_the_day_from_which_on_a_rule_holds_is_the_next(language: str, text: str, day: str) -> None:
    found = find_figures(text, language, datetime(2026, 3, 10, 9, tzinfo=UTC))
    assert [str(figure.low) for figure in found] == [day]


def test_a_month_inside_a_word_is_none() -> None:
    assert not find_figures("বাসটি খাদে নেমে গেছে।", "bn", datetime(2026, 3, 10, 9, tzinfo=UTC))


def test_flights_are_no_years() -> None:
    (figure,) = find_figures("Letiště zrušilo 38 letů do Paříže.", "cs", datetime(2026, 3, 10, 9, tzinfo=UTC))
    assert figure.kind == "count" and figure.low == Decimal(38)


def test_two_months_and_more_in_korean() -> None:
    (figure,) = find_figures("공사는 두 달여 걸렸다.", "ko", datetime(2026, 3, 10, 9, tzinfo=UTC))
    assert (figure.kind, figure.low, figure.modifier) == ("duration", "P2M", "about")


@pytest.mark.parametrize(
    ("language", "text", "length"),
    [
        ("zh", "莉娅·莫兰以3分55秒41夺冠。", "PT3M55.41S"),
        ("zh", "她明年能游进3分54秒。", "PT3M54S"),
        ("zh", "他以9秒83夺冠。", "PT9.83S"),
        ("ja", "有馬は３分５５秒７８で泳いだ。", "PT3M55.78S"),
        ("ja", "０秒３７差で涙をのんだ。", "PT0.37S"),
        ("ko", "그는 3분 56초 20으로 우승했다.", "PT3M56.2S"),
        ("ko", "9초83으로 우승했다.", "PT9.83S"),
        ("ko", "마라톤은 2시간 4분 56초에 끝났다.", "PT2H4M56S"),
        ("fr", "Elle s'est imposée en 3 min 56 s 20.", "PT3M56.2S"),
        ("it", "Ha vinto in 3'56\"20.", "PT3M56.2S"),
    ],
)
def test_a_clock_that_stopped_is_read_to_its_hundredths(language: str, text: str, length: str) -> None:
    (figure,) = (f for f in find_figures(text, language, PUBLISHED) if f.kind != "date")
    assert (figure.kind, figure.low, figure.high) == ("duration", length, length)


def test_pieces_in_so_many_seconds_are_no_hundredths() -> None:
    lengths = [f.low for f in find_figures("工厂每30秒20件产品。", "zh", PUBLISHED)]
    assert lengths == ["PT30S", Decimal(20)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Depuis le début du mois d'avril, 1 340 cas ont été recensés."),
        ("es", "En abril, 1340 casos fueron registrados."),
        ("de", "Im April 1340 Fälle gemeldet."),
        ("pl", "W kwietniu 1340 osób zachorowało."),
        ("ru", "С начала апреля 1340 случаев кори."),
        ("cs", "V dubnu, 1 340 případů bylo hlášeno."),
    ],
)
def test_what_a_month_counted_is_not_its_year(language: str, text: str) -> None:
    month, count = find_figures(text, language, PUBLISHED)
    assert month.kind == "date" and str(month.low) == "2026-04-01"
    assert (count.kind, count.low) == ("count", Decimal(1340))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Joan of Arc was burned on 30 May 1431.", "1431-05-30"),
        ("de", "Am 30. Mai 1431 wurde sie verbrannt.", "1431-05-30"),
        ("es", "En abril de 1340 la peste llegó.", "1340-04-01"),
    ],
)
def test_an_old_year_behind_its_month_stays(language: str, text: str, day: str) -> None:
    (figure,) = find_figures(text, language, PUBLISHED)
    assert figure.kind == "date" and figure.low == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La pêche est interdite pendant quinze jours."),
        ("es", "La pesca está prohibida durante quince días."),
        ("it", "La pesca è vietata per quindici giorni."),
        ("pt", "A pesca está proibida por quinze dias."),
        ("ca", "La pesca està prohibida durant quinze dies."),
    ],
)
def test_fifteen_days_are_a_fortnight_where_the_first_one_counts(language: str, text: str) -> None:
    (figure,) = find_figures(text, language, PUBLISHED)
    assert (figure.kind, figure.low, figure.high) == ("duration", "P14D", "P15D")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Patlama yerel saatle 16.20'de oldu."),
        ("tr", "Patlama yerel saatiyle 16.20'de oldu."),
        ("az", "Partlayış yerli vaxtla 16.20-də baş verdi."),
    ],
)
def test_local_time_is_a_time(language: str, text: str) -> None:
    (figure,) = find_figures(text, language, PUBLISHED)
    assert (figure.kind, figure.low) == ("time", "16:20")
