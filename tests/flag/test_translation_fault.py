"""The guard: what a translation changed is told from what it only wrote otherwise."""

from __future__ import annotations

import pytest

from claims.figures import find_figures
from claims.names import name_likeness
from flag.checks.translation_fault import sentence_faults


def _faults(text: str, language: str, english: str) -> list[tuple[str, str, str]]:
    figures = find_figures(text, language)
    found = sentence_faults(text, language, figures, 0, english, lambda said: find_figures(said, "en"))
    return [(fault.what, fault.source, fault.english) for fault in found if fault.what == "figure"]


@pytest.mark.parametrize(
    ("text", "language", "english"),
    [
        ("Rund 5000 Menschen starben.", "de", "About 5,000 people died."),
        ("Choveu durante três dias.", "pt", "It rained for three days."),
        ("暴雨致16万人受灾。", "zh", "The rain hit 160,000 people."),
        ("7月17日，他抵达。", "zh", "He arrived on July 17."),
        ("Am 19. Juli kamen 30 bis 60 Gäste.", "de", "On July 19, 30 to 60 guests came."),
        ("A ponte caiu.", "pt", "The bridge fell on Tuesday."),
    ],
)
def test_the_same_number_written_otherwise_is_no_fault(text: str, language: str, english: str) -> None:
    assert _faults(text, language, english) == []


@pytest.mark.parametrize(
    ("text", "language", "english", "said", "instead"),
    [
        ("Rund 5000 Menschen starben.", "de", "About 5,900 people died.", "5000", "5,900"),
        ("暴雨致16万人受灾。", "zh", "The rain hit 190,000 people.", "16万", "190,000"),
        ("7月17日，他抵达。", "zh", "He arrived on July 15.", "17", "15"),
        ("Es kamen 30 bis 60 Gäste.", "de", "30 to 70 guests came.", "30 bis 60", "30 to 70"),
        ("Die Autobahn A4 ist gesperrt.", "de", "The A3 motorway is closed.", "4", "3"),
    ],
)
def test_another_number_is_a_fault(text: str, language: str, english: str, said: str, instead: str) -> None:
    assert _faults(text, language, english) == [("figure", said, instead)]


@pytest.mark.parametrize(
    ("text", "language", "english", "lost"),
    [
        ("Bei dem Brand starben 14 Menschen.", "de", "People died in the fire.", "14"),
        ("Штраф составил 85 тысяч евро.", "ru", "A fine was imposed.", "85 тысяч евро"),
        ("株価は7.4%上昇した。", "ja", "The share price rose.", "7.4%"),
        ("Es kamen 100 Gäste.", "de", "A hundred guests came.", None),
        ("1人が死亡した。", "ja", "A man died.", None),
        ("Zwölf Menschen starben.", "de", "A dozen people died.", None),
    ],
)
def test_an_amount_that_is_left_out_is_a_fault(text: str, language: str, english: str, lost: str | None) -> None:
    assert _faults(text, language, english) == ([] if lost is None else [("figure", lost, "")])


def test_a_negation_that_is_lost_is_a_fault() -> None:
    text, english = "O ministro não comentou o caso.", "The minister commented on the case."
    found = list(sentence_faults(text, "pt", (), 0, english, lambda said: find_figures(said, "en")))
    assert [(fault.what, fault.source) for fault in found] == [("negation", "não")]


@pytest.mark.parametrize(
    ("text", "language", "english", "persons", "found"),
    [
        ("O presidente Marcelo Sousa falou.", "pt", "President Marcelo Johnson spoke.", "Marcelo Sousa", "Sousa"),
        ("Das sagte Olaf Scholz am Montag.", "de", "Olaf Merz said so on Monday.", "Olaf Scholz", "Scholz"),
        ("Министр Сергей Шойгу прибыл.", "ru", "Minister Sergei Shoigu arrived.", "Сергей Шойгу", None),
        ("O presidente Marcelo Sousa falou.", "pt", "President Marcelo Sousa spoke.", "Marcelo Sousa", None),
        ("O presidente Marcelo Sousa falou.", "pt", "The president spoke.", "Marcelo Sousa", None),
        ("O Hospital Santa Maria fechou.", "pt", "Hospital Saint Mary closed.", "Marcelo Sousa", None),
        ("首相李强表示。", "zh", "Premier Li Keqiang said.", "李强", None),
        (
            "قال الوزير سامح شكري إن الاتفاق قريب.",
            "ar",
            "Minister Sameh Aboul said a deal was near.",
            "سامح شكري",
            "شكري",
        ),
        (
            "قال الوزير سامح شكري إن الاتفاق قريب.",
            "ar",
            "Minister Sameh Shoukry said a deal was near.",
            "سامح شكري",
            None,
        ),
        ("השר יואב גלנט אמר זאת.", "he", "Minister Yoav Peretz said so.", "יואב גלנט", "גלנט"),
        ("השר יואב גלנט אמר זאת.", "he", "Minister Yoav Gallant said so.", "יואב גלנט", None),
        ("مذاکره‌کننده علی باقری گفت.", "fa", "Negotiator Ali Bagheri said so.", "علی باقری", None),
        ("मंत्री राजनाथ सिंह ने कहा।", "hi", "Minister Rajnath Kumar said so.", "राजनाथ सिंह", "सिंह"),
        (
            "エマニュエル・マクロン大統領は述べた。",
            "ja",
            "President Emmanuel Hollande said.",
            "エマニュエル・マクロン",
            "マクロン",
        ),
        (
            "エマニュエル・マクロン大統領は述べた。",
            "ja",
            "President Emmanuel Macron said.",
            "エマニュエル・マクロン",
            None,
        ),
    ],
)
def test_a_persons_other_name_is_a_fault(
    text: str, language: str, english: str, persons: str, found: str | None
) -> None:
    faults = sentence_faults(text, language, (), 0, english, lambda said: (), [persons], name_likeness)
    assert [fault.source for fault in faults if fault.what == "name"] == ([found] if found else [])
