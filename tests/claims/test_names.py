"""Names of one person join, names of two stay apart."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import yaml

from claims.names import SAME, is_name, same_person


@pytest.mark.parametrize(
    ("a", "language_a", "b", "language_b"),
    [
        ("Умєрову", "uk", "Rustem Umerov", "en"),
        ("министр обороны Рустем Умеров", "ru", "Roustem Oumerov", "fr"),
        ("法国总统马克龙", "zh", "Emmanuel Macron", "en"),
        ("الرئيس الأمريكي دونالد ترامب", "ar", "Donald Trump", "en"),
        ("Orbán Viktor", "hu", "Viktor Orbán", "en"),
        ("Umerov'un", "tr", "Rustem Umerov", "en"),
        ("Oksana Verbová", "cs", "Оксана Верба", "uk"),
        ("Anita Raová", "cs", "अनीता राव", "hi"),
        ("Ingrid Solbergová-Hahnová", "cs", "英格丽德·索尔贝格-哈恩", "zh"),
        ("Ingrid Solbergová-Hahnová", "cs", "إنغريد سولبرغ هان", "ar"),
        ("Ingrid Solvangová", "sk", "Інгрід Сольванг", "uk"),
        ("Jim Furyk", "en", "ჯიმ ფურიკმა", "ka"),
        ("Frank Fabian", "de", "ფრანკ ფაბიანმა", "ka"),
        ("Jeremy Corbyn", "en", "ჯერემი კორბინი", "ka"),
        ("Ashley Williams", "en", "Эшли Уильямс", "ru"),
        ("Watson", "en", "Уотсон", "ru"),
        ("Waters", "en", "Вотерсова", "sr"),
        ("Clinton", "en", "Clintonova", "hr"),
    ],
)
def test_one_person(a: str, language_a: str, b: str, language_b: str) -> None:
    assert same_person(a, b, language_a, language_b) >= SAME


@pytest.mark.parametrize(
    ("a", "b"), [("Зеленская", "Зеленский"), ("Виталий Кличко", "Владимир Кличко"), ("Мария Иванова", "Марина Иванова")]
)
def test_two_people(a: str, b: str) -> None:
    assert same_person(a, b, "ru", "ru") < SAME


def test_a_feminine_family_name_is_not_her_brothers() -> None:
    assert same_person("Jana Nováková", "Jan Novák", "cs", "cs") < SAME
    assert same_person("Jana Nováková", "Jana Novák", "cs", "de") >= SAME


def test_role_is_no_name() -> None:
    assert not is_name("the minister", "en")
    assert same_person("the minister", "Marta Lindqvist", "en", "en") == 0.0


def _language(name: str) -> str | None:
    return "cs" if name.endswith("ová") else None


def test_invented_people_are_one_in_six_scripts() -> None:
    path = Path(__file__).resolve().parents[1] / "fixtures" / "names" / "invented.yml"
    people: list[list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    pairs = [pair for forms in people for pair in combinations(forms, 2)]
    joined = [same_person(a, b, _language(a), _language(b)) >= SAME for a, b in pairs]
    assert len(people) == 20
    assert sum(joined) / len(joined) >= 0.97


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("王毅", "Wang Yi"),
        ("習近平", "习近平"),
        ("蔡英文", "Tsai Ing-wen"),
        ("金正恩", "Kim Jong-un"),
        ("李强", "Qiang Li"),
    ],
)
def test_one_chinese_name_in_two_spellings(a: str, b: str) -> None:
    assert same_person(a, b) >= SAME


@pytest.mark.parametrize(
    ("a", "b"), [("李强", "Li Keqiang"), ("王伟", "王维"), ("Chen Ming", "Chen Min"), ("王毅", "Yoon Suk-yeol")]
)
def test_chinese_names_that_only_sound_alike(a: str, b: str) -> None:
    assert same_person(a, b) < SAME
