"""One id for one person over the versions of a story."""

from __future__ import annotations

from claims.speakers import ROLE_PREFIX, resolve_names, resolve_speakers
from records.claim import Quote


def _quote(name: str, speaker: str | None) -> Quote:
    return Quote(0, 1, "x", "direct", speaker=speaker, id=name)


def test_one_id_over_scripts_and_surnames() -> None:
    quotes = {
        "en": [_quote("e1", "Rustem Umerov"), _quote("e2", "Umerov"), _quote("e3", "the minister"), _quote("e4", None)],
        "ru": [_quote("r1", "Умеров")],
    }
    ids = resolve_speakers(quotes, {"ru": "Рустем Умеров прибыл в Берлин."}, {"en": "en", "ru": "ru"})
    assert ids["e1"] == ids["e2"] == ids["r1"] == "rustem-umerov"
    assert ids["e3"].startswith(ROLE_PREFIX)
    assert "e4" not in ids


def test_kin_stay_two() -> None:
    names = [("a", "Vitali Klitschko"), ("a", "Wladimir Klitschko"), ("b", "Klitschko")]
    ids = resolve_names(names, {"a": "de", "b": "de"})
    assert len(set(ids.values())) == 3


def test_one_family_name_is_two_people_where_the_office_differs() -> None:
    said = "“It holds,” said the minister Anna Berg. “It does not,” said the driver Berg. Berg, the minister, left."
    quotes = {"a": [_quote("full", "Anna Berg"), _quote("lone", "Berg")]}
    assert len(set(resolve_speakers(quotes, {"a": said}, {"a": "en"}).values())) == 2
    same = "“It holds,” said the minister Anna Berg. “It does not,” minister Berg added."
    assert len(set(resolve_speakers(quotes, {"a": same}, {"a": "en"}).values())) == 1
    titled = "“It holds,” said Mrs Anna Berg. “It does not,” said Mr Berg."
    assert len(set(resolve_speakers(quotes, {"a": titled}, {"a": "en"}).values())) == 2
    bare = "“It holds,” said the minister Anna Berg. “It does not,” Berg added."
    assert len(set(resolve_speakers(quotes, {"a": bare}, {"a": "en"}).values())) == 1


def test_a_body_and_its_officer_are_no_person() -> None:
    quotes = {
        "en": [
            _quote("e1", "the transport ministry"),
            _quote("e2", "the ministry's spokesman"),
            _quote("e3", "Norvik Line"),
        ],
        "he": [_quote("h1", "דובר המטה הכללי"), _quote("h2", "אידריס נזרלי")],
        "fi": [_quote("f1", "Norvik Line")],
    }
    texts = {"en": "Norvik Line, owner of the ferry, said so.", "fi": "Laivayhtiö Norvik Line kertoi asiasta."}
    ids = resolve_speakers(quotes, texts, {"en": "en", "he": "he", "fi": "fi"})
    assert all(ids[name].startswith(ROLE_PREFIX) for name in ("e1", "e2", "e3", "h1", "f1"))
    assert ids["e3"] == ids["f1"]
    assert not ids["h2"].startswith(ROLE_PREFIX)


def test_the_head_of_a_body_is_a_person() -> None:
    text = "“We do,” said the head of the committee Clara Benavides."
    assert resolve_speakers({"a": [_quote("q", "Clara Benavides")]}, {"a": text}, {"a": "en"})["q"] == "clara-benavides"


def test_offices_come_off_a_name_in_every_script() -> None:
    quotes = {
        "en": [_quote("e", "Marc Dellinger")],
        "ja": [_quote("j", "マルク・デリンガー最高財務責任者")],
        "ko": [_quote("k", "마르크 델링거 최고재무책임자")],
        "zh": [_quote("z", "财务官马克·德林格")],
    }
    ids = resolve_speakers(quotes, {}, {code: code for code in quotes})
    assert set(ids.values()) == {"marc-dellinger"}


def test_one_id_over_scripts_that_spell_by_sound_or_by_letter() -> None:
    names = {
        "ar": "مايكل غرانت", "be": "Майкл Грант", "cs": "Michael Grant", "el": "Μάικλ Γκραντ", "fa": "مایکل گرانت",
        "he": "מייקל גרנט", "hi": "माइकल ग्रांट", "hy": "Մայքլ Գրանտը", "ja": "マイケル・グラント", "ka": "მაიკლ გრანტმა",
        "ko": "마이클 그랜트", "lt": "Michaelas Grantas", "th": "ไมเคิล แกรนต์", "zh": "迈克尔·格兰特",
    }  # fmt: skip
    ids = resolve_names(list(names.items()), {code: code for code in names})
    assert set(ids.values()) == {"michael-grant"}


def test_a_chinese_name_is_nobody_else_by_a_likeness_of_sounds() -> None:
    names = [("zh", "陈国栋"), ("kk", "Елена Лисенко"), ("vi", "Trần Văn Hùng"), ("zh", "王强")]
    assert len(set(resolve_names(names, {"zh": "zh", "kk": "kk", "vi": "vi"}).values())) == 4
