"""A quote that denies one thing less than all others."""

from __future__ import annotations

import pytest

from align.bundled import BundledEncoder
from configs.pipeline import FlagSettings
from flag.polarity import read_polarity
from flag.quote_counts import denied_less, denied_times
from flag.wording_parts import Place
from records.span import Span

_EMBED = BundledEncoder().encode
_TWICE = {
    "fr": "Nous ne pouvons pas dépenser l'argent que nous n'avons pas",
    "de": "Geld, das wir nicht haben, können wir nicht ausgeben",
    "sv": "Vi kan inte spendera pengar vi inte har",
    "en": "We can't spend money we don't have",
    "it": "Non possiamo spendere i soldi che non abbiamo",
}


def _place(code: str, text: str) -> Place:
    return Place(code, code, Span(0, len(text)), text, None, True, ())


def _told(texts: dict[str, str]) -> dict[str, tuple[str, ...]] | None:
    part = {code: _place(code, text) for code, text in texts.items()}
    reading = {v: read_polarity(place.text, place.language) for v, place in part.items()}
    found = denied_less(part, reading, _EMBED, FlagSettings())
    return None if found is None else dict(found.sides)


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("pl", "Nie możemy wydawać pieniędzy, które mamy", True),
        ("nl", "We kunnen geen geld uitgeven dat er is", True),
        ("es", "No podemos gastar el dinero que tenemos", True),
        ("fi", "Emme voi käyttää rahaa, jota meillä on", True),
        ("cs", "Nemůžeme utrácet peníze, které máme", True),
        ("pl", "Nie możemy wydawać pieniędzy, których nie mamy", False),
        ("nl", "We kunnen geen geld uitgeven zonder het te hebben", False),
        ("es", "No podemos gastar un dinero del que carecemos", False),
    ],
)
def test_a_second_not_is_missing_where_all_others_have_it(code: str, text: str, told: bool) -> None:
    sides = _told({**_TWICE, code: text})
    assert (sides is not None) == told
    if sides is not None:
        assert sides["said to be so"] == (code,)


def test_three_others_are_too_few() -> None:
    assert (
        _told({v: _TWICE[v] for v in ("fr", "de", "sv")} | {"pl": "Nie możemy wydawać pieniędzy, które mamy"}) is None
    )


@pytest.mark.parametrize(
    ("code", "text", "times"),
    [
        ("pl", "Nikt nie przyszedł", 1),
        ("it", "Nessuno non lo sa", 1),
        ("ro", "Nu am văzut niciodată", 1),
        ("sr", "Nismo platili i nećemo platiti", 2),
        ("pl", "Nie zapłaciliśmy i nie zapłacimy", 2),
        ("en", "We can't spend money we don't have", 2),
        ("hu", "Nem fizettünk, és nem fogunk fizetni", 2),
        ("en", "We will pay", 0),
    ],
)
def test_two_negators_side_by_side_deny_once(code: str, text: str, times: int) -> None:
    assert denied_times(_place(code, text), read_polarity(text, code)) == times


def test_a_cut_version_that_denies_once_hides_no_other() -> None:
    both = {
        "en": "This is not the workers' fault and nobody will be dismissed before June",
        "de": "Das ist nicht die Schuld der Beschäftigten und vor Juni wird niemandem gekündigt",
        "fi": "Tämä ei ole työntekijöiden vika eikä ketään irtisanota ennen kesäkuuta",
        "cs": "Není to vina zaměstnanců a do června nikdo nedostane výpověď",
        "sv": "Det är inte arbetarnas fel",
    }
    sides = _told(
        {"sv": both["sv"], **both, "pl": "To jest wina pracowników i nikt nie zostanie zwolniony przed czerwcem"}
    )
    assert sides is not None
    assert sides["said to be so"] == ("pl",)
