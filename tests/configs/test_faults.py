"""What a wrong value of a file is told, in our words: never in those of the library that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from configs.faults import faults_of
from configs.language.schema import LanguageConfig
from configs.outlet import OutletConfig
from configs.pipeline import PipelineConfig
from configs.story import StoryConfig
from configs.watch import WatchedStory

MODELS = (OutletConfig, StoryConfig, WatchedStory, PipelineConfig, LanguageConfig)
WRONG: tuple[object, ...] = (None, 7, -1, 2.5, "x", "", [], [None], ["x", 3], [[]], {"x": 1}, {"x": [None]}, "9" * 5000)
OTHERS_WORDS = ("nput should", "ield required", "xtra inputs", "should match", "should have", "a valid ", "Value error")


def models_below(model: type[BaseModel], place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every key of ``model`` and of the models in it, with the keys on the way."""
    for name, field in model.model_fields.items():
        yield place, name
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from models_below(field.annotation, (*place, name))


def nested(place: tuple[str, ...], value: object) -> Any:
    for key in reversed(place):
        value = {key: value}
    return value


@pytest.mark.parametrize("model", MODELS)
def test_no_fault_is_told_in_the_words_of_the_library(model: type[BaseModel]) -> None:
    told = 0
    for place, name in models_below(model):
        for value in (*WRONG, [{"unknown": 1}], {"unknown": 1}):
            try:
                model.model_validate(nested((*place, name), value))
            except ValidationError as error:
                for where, what in faults_of(error, model):
                    told += 1
                    assert not any(words in what for words in OTHERS_WORDS), (where, what)
                    assert len(what) < 700 and "\n" not in what and "; " not in what, (where, what)
    assert told > 100


def faults(model: type[BaseModel], raw: dict[str, object]) -> dict[str, str]:
    with pytest.raises(ValidationError) as raised:
        model.model_validate(raw)
    return {".".join(map(str, where)): what for where, what in faults_of(raised.value, model)}


GOOD: dict[str, object] = {
    "name": "The Packet",
    "home": "https://packet.example/",
    "languages": ["en"],
    "country": "GB",
}


@pytest.mark.parametrize(
    ("field", "value", "place", "said"),
    [
        ("languages", ["klingon-x"], "languages.0", "expected a language's code"),
        ("languages", ["German"], "languages.0", "such as en, pt-BR, perhaps de (found 'German')"),
        ("languages", ["en gb"], "languages.0", "expected a language's code"),
        ("languages", [], "languages", "expected 1 entry or more, there are 0"),
        ("country", "ZZ", "country", "expected a country's two capitals (ISO 3166-1) such as GB (found 'ZZ')"),
        ("country", "gb", "country", "such as GB, perhaps GB (found 'gb')"),
        ("country", "Germany", "country", "perhaps DE"),
        ("home", "notaurl", "home", "expected a web address such as https://packet.example/ (found 'notaurl')"),
        ("home", "https://", "home", "expected a web address"),
        ("home", "/packet", "home", "expected a web address"),
        ("verified", "yesterday", "verified", "expected never, or a day such as 2026-03-04 (found 'yesterday')"),
        ("verified", "2026-02-31", "verified", "expected never, or a day"),
        ("kind", "privat", "kind", "expected agency, public, private or state (found 'privat')"),
        ("feeds", [{"url": "/rss", "kind": "rss"}], "feeds.0.kind", "expected feed, sitemap or section (found 'rss')"),
        ("feeds", ["not a url"], "feeds.0.url", "expected an address such as"),
        ("feeds", ["mailto:desk@packet.example"], "feeds.0.url", "expected an address such as"),
        ("feeds", [{"url": "/news", "kind": "section"}], "feeds.0.links", "it is missing"),
        ("feeds", [{"url": "/news", "links": "("}], "feeds.0.links", "expected a regular expression"),
        ("expected", {"sentences": [9, 3]}, "expected.sentences", "expected [fewest, most]"),
        ("politeness", {"robot": True}, "politeness.robot", "unknown key (found True), perhaps robots is meant"),
        ("colour", "red", "colour", "unknown key (found 'red'), known here are name, home, languages"),
    ],
)
def test_an_outlet_is_told_what_was_expected(field: str, value: object, place: str, said: str) -> None:
    found = faults(OutletConfig, {**GOOD, field: value})
    assert list(found) == [place]
    assert said in found[place]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("languages", ["no", "nn-NO", "zh-Hant", "sr_Latn", "und", "iw", "tl"]),
        ("country", "XK"),
        ("country", "XX"),
        ("verified", "2026-03-04"),
        ("home", "http://[::1]:8000/"),
        ("feeds", ["rss.xml?type=all", "/rss", "https://packet.example/rss"]),
        ("feeds", [{"url": "/news", "kind": "section", "links": "^/news/"}]),
    ],
)
def test_what_is_right_is_not_refused(field: str, value: object) -> None:
    OutletConfig.model_validate({**GOOD, field: value})


def test_every_fault_at_once() -> None:
    found = faults(OutletConfig, {"home": "notaurl", "languages": ["german"], "country": "ZZ", "sort": "private"})
    assert set(found) == {"name", "home", "languages.0", "country", "sort"}
    assert found["name"] == "it is missing, write name: and a value"


def test_the_language_of_an_outlet_of_one() -> None:
    only = [
        OutletConfig.model_validate({**GOOD, "languages": tags}).only_language
        for tags in (["en"], ["und"], ["en", "cy"])
    ]
    assert only == ["en", None, None]
