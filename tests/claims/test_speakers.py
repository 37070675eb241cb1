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
