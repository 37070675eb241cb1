"""Times of day told by halves, quarters and minutes to or past an hour, and what only looks like one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.figures import find_figures

_NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text", "time"),
    [
        ("hi", "ट्रेन सुबह सवा सात बजे रवाना हुई।", "07:15"),
        ("hi", "ट्रेन रात पौने नौ बजे रवाना हुई।", "20:45"),
        ("hi", "ट्रेन पांच बजने में बीस मिनट पर रवाना हुई।", "04:40"),
        ("ur", "ٹرین پانچ بجنے میں بیس منٹ پر روانہ ہوئی۔", "04:40"),
        ("bn", "বিস্ফোরণ পাঁচটা বেজে বিশ মিনিটে হয়।", "05:20"),
        ("hy", "Գնացքը մեկնեց ժամը ութից տասը րոպե պակաս։", "07:50"),
        ("hy", "Գնացքը մեկնեց ժամը հինգն անց քսան րոպե։", "05:20"),
        ("hy", "Գնացքը մեկնեց ժամը 17։40-ին։", "17:40"),
        ("ka", "მატარებელი რვას ათი წუთი რომ აკლდა, გავიდა.", "07:50"),
        ("kk", "Пойыз сегізге он минут қалғанда жүрді.", "07:50"),
        ("az", "Qatar səkkizə on dəqiqə qalmış yola düşdü.", "07:50"),
        ("tr", "Tren saat sekize çeyrek kala kalktı.", "07:45"),
        ("tr", "Tren sekizi on geçe kalktı.", "08:10"),
        ("cs", "Výbuch nastal za deset minut sedm ráno.", "06:50"),
        ("cs", "Výbuch nastal ve tři čtvrtě na šest.", "05:45"),
        ("hu", "A vonat háromnegyed nyolckor indult.", "07:45"),
        ("da", "Eksplosionen skete ti minutter i syv om morgenen.", "06:50"),
        ("no", "Det skjedde ti på halv åtte.", "07:20"),
        ("sv", "Tåget gick fem över halv åtta.", "07:35"),
        ("nl", "De trein vertrok om tien voor half acht.", "07:20"),
        ("de", "Der Zug fuhr um fünf nach halb acht ab.", "07:35"),
        ("fi", "Juna lähti kymmentä vaille kahdeksan.", "07:50"),
        ("et", "Mäng algas veerand kaheksa.", "07:15"),
        ("sr", "Воз је кренуо у десет до осам.", "07:50"),
        ("mk", "Возот тргна во осум без десет.", "07:50"),
        ("sq", "Treni u nis në orën tetë pa dhjetë.", "07:50"),
        ("ca", "El tren va sortir a dos quarts de vuit.", "07:30"),
        ("ar", "غادر القطار الساعة الثامنة والثلث.", "08:20"),
        ("ar", "غادر القطار الساعة الثامنة إلا خمس دقائق.", "07:55"),
        ("fa", "قطار در ساعت ده دقیقه به هشت حرکت کرد.", "07:50"),
        ("id", "Kereta berangkat pukul delapan kurang sepuluh menit.", "07:50"),
        ("zh", "火车差五分八点开车。", "07:55"),
    ],
)
def test_minutes_and_quarters_of_an_hour_are_read(language: str, text: str, time: str) -> None:
    (figure,) = find_figures(text, language, _NOW)
    assert (figure.kind, str(figure.low)) == ("time", time)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cs", "Dal za 5 minut 3 góly."),
        ("da", "De spillede 20 minutter i 6 kampe."),
        ("hu", "A cég háromnegyed 3 millió eurót keresett."),
        ("hr", "Sudjelovalo je u deset do petnaest zemalja."),
    ],
)
def test_minutes_beside_another_number_are_no_time(language: str, text: str) -> None:
    assert not [figure for figure in find_figures(text, language, _NOW) if figure.kind == "time"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("et", "Kepp murdus juba 28. kilomeetril."),
        ("de", "Der Stock brach am 28. Kilometer."),
        ("en", "The pole broke at the 28th kilometre."),
        ("es", "El bastón se rompió en el kilómetro 28."),
        ("tr", "Baton 28. kilometrede kırıldı."),
        ("uk", "Палиця зламалася на 28-му кілометрі."),
        ("zh", "在第28公里处，雪杖断了。"),
    ],
)
def test_the_28th_kilometre_is_about_so_far(language: str, text: str) -> None:
    (figure,) = find_figures(text, language, _NOW)
    assert (str(figure.low), figure.unit, figure.modifier) == ("28000", "m", "about")


def test_kilometres_that_are_counted_stay_exact() -> None:
    (figure,) = find_figures("Sie lief 28 Kilometer weit.", "de", _NOW)
    assert (str(figure.low), figure.modifier) == ("28000", "exact")


def test_italian_according_to_is_no_second_behind_a_number_in_words() -> None:
    (figure,) = find_figures("I feriti sono ventisei secondo la sindaca.", "it", _NOW)
    assert (figure.kind, str(figure.low)) == ("count", "26")


def test_korean_sea_miles_are_no_years() -> None:
    (figure,) = find_figures("어선은 25해리 떨어진 곳에서 침몰했다.", "ko", _NOW)
    assert (figure.kind, str(figure.low)) == ("measure", "46300")
