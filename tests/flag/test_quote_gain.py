"""A "not" that parts two sides of a quote, and one that only stands for another word."""

from __future__ import annotations

import pytest

from align.bundled import BundledEncoder
from configs.pipeline import FlagSettings
from flag.polarity import read_polarity
from flag.quote_change import QuoteChange
from flag.quote_changes import quote_changes
from flag.quote_counts import denied_more, not_without
from flag.quote_gain import denial_gain, is_borne_out, lone_without_not
from flag.wording_parts import Place
from records.span import Span

_EMBED = BundledEncoder().encode
_SETTINGS = FlagSettings()
_BREAD = {
    "en": "The decision will not make bread any cheaper",
    "zh": "这个决定不会让面包变便宜",
}
_WORKING = {
    "en": "The sensors were working and did not raise the alarm",
    "uk": "Датчики працювали й тривоги не подали",
    "ru": "Датчики работали и тревогу не подали",
    "de": "Die Sensoren funktionierten und gaben keinen Alarm",
}
_NOT_WITHOUT = {
    "en": "We accept the report, but not without trials",
    "de": "Wir akzeptieren den Bericht, aber nicht ohne Prozesse",
    "cs": "Zprávu přijímáme, ale ne bez soudních procesů",
    "es": "Aceptamos el informe, pero no sin juicios",
}


def _part(texts: dict[str, str]) -> dict[str, Place]:
    return {code: Place(code, code, Span(0, len(text)), text, None, True, ()) for code, text in texts.items()}


def _lone(change: QuoteChange | None, side: str) -> tuple[str, ...] | None:
    return None if change is None else change.sides[side]


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("pt", "Esta decisão vai tornar o pão mais barato", True),
        ("pl", "Ta decyzja sprawi, że chleb będzie tańszy", True),
        ("pt", "Esta decisão não vai tornar o pão mais barato", False),
        ("fr", "Avec cette décision, le pain restera aussi cher", False),
    ],
)
def test_two_deny_and_one_does_not_while_the_others_are_silent(code: str, text: str, told: bool) -> None:
    part = _part(_BREAD | {code: text, "it": "Pane", "tr": "Karar"})
    silent = {v: place for v, place in part.items() if v not in {"it", "tr"}}
    changes = [one for one in quote_changes([silent, part], _SETTINGS, _EMBED) if one.what == "negation"]
    reading = {v: read_polarity(place.text, place.language) for v, place in silent.items()}
    assert (lone_without_not(silent, reading, _EMBED, _SETTINGS) is not None) == told
    assert bool(changes) == told


def test_a_not_that_renders_a_word_is_not_borne_out() -> None:
    texts = {
        "en": "He complained that he had got a hard time backstage",
        "de": "Er beklagte, dass man ihn hinter der Bühne schlecht behandelt habe",
        "it": "Si è lamentato di essere stato trattato male dietro le quinte",
        "el": "Διαμαρτυρήθηκε ότι δεν του συμπεριφέρθηκαν καλά στα παρασκήνια",
    }
    assert not _is_borne_out(texts, "el")
    texts["el"] = "Δεν διαμαρτυρήθηκε ότι του συμπεριφέρθηκαν άσχημα στα παρασκήνια"
    assert _is_borne_out(texts, "el")


def _is_borne_out(texts: dict[str, str], lone: str) -> bool:
    part = _part(texts)
    reading = {v: read_polarity(place.text, place.language) for v, place in part.items()}
    assert reading[lone].negations
    sides = {"said to be so": tuple(v for v in part if v != lone), "said not to be so": (lone,)}
    return is_borne_out(QuoteChange("negation", sides, part, "high", "denied", ""), reading, _EMBED, _SETTINGS)


def test_nothing_is_gained_of_one_side() -> None:
    part = _part(_BREAD)
    denying = [(place, read_polarity(place.text, place.language)) for place in part.values()]
    assert denial_gain(denying, [], _EMBED) is None
    assert denial_gain([], list(part.values()), _EMBED) is None


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("pl", "Czujniki nie działały i nie podniosły alarmu", True),
        ("es", "Los sensores no funcionaban y no dieron la alarma", True),
        ("pl", "Czujniki działały i nie podniosły alarmu", False),
        ("pl", "Czujniki działały, a nikt nie podniósł alarmu", False),
    ],
)
def test_one_thing_more_is_denied(code: str, text: str, told: bool) -> None:
    part = _part(_WORKING | {code: text})
    reading = {v: read_polarity(place.text, place.language) for v, place in part.items()}
    assert _lone(denied_more(part, reading, _EMBED, _SETTINGS), "said not to be so") == ((code,) if told else None)


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("pl", "Przyjmujemy raport, ale bez procesów", True),
        ("fr", "Nous acceptons le rapport, mais sans procès", True),
        ("pl", "Przyjmujemy raport, ale nie bez procesów", False),
        ("fr", "Nous acceptons le rapport", False),
    ],
)
def test_without_among_many_not_without(code: str, text: str, told: bool) -> None:
    part = _part(_NOT_WITHOUT | {code: text})
    reading = {v: read_polarity(place.text, place.language) for v, place in part.items()}
    assert _lone(not_without(part, reading), "said to be so") == ((code,) if told else None)
