"""Two wordings of one language: what changes, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from configs.language.schema import language_codes, load_language
from configs.pipeline import FlagSettings
from flag.contraries import read_contrasts
from flag.wording_pairs import Wording, pair_changes
from flag.wording_swaps import find_swap

_PIECES = st.lists(
    st.sampled_from(
        [
            "not ",
            "may ",
            "must ",
            "Kyiv ",
            "14 ",
            "1,200 ",
            "272.000 ",
            "A4 ",
            "real ",
            "limited ",
            "не ",
            "否认",
            "«",
            "”",
            "\n",
            "ß",
            "İ",
        ]
    ),
    max_size=12,
).map("".join)


@given(
    st.one_of(st.text(max_size=60), _PIECES),
    st.one_of(st.text(max_size=60), _PIECES),
    st.sampled_from(language_codes()),
)
@settings(max_examples=150, deadline=None)
def test_any_two_texts_are_compared_and_a_text_equals_itself(a: str, b: str, language: str) -> None:
    for change in pair_changes(Wording(a, language), Wording(b, language), FlagSettings()):
        assert 0.0 <= change.score <= 1.0
    assert not pair_changes(Wording(a, language), Wording(a, language), FlagSettings())


def test_the_languages_share_their_contrasts() -> None:
    configs = {code: load_language(code) for code in language_codes()}
    named = {code: set(config.polarity.contrasts) for code, config in configs.items() if config is not None}
    assert len(named["en"]) >= 75
    assert all(names == named["en"] for names in named.values())
    assert ("extent", 1) in [(name, pole) for name, pole, _ in read_contrasts("avances limitados", "es")]


@pytest.mark.parametrize(
    ("a", "b", "swap"),
    [
        ("We will rebuild the bridge next year", "We will rebuild the hospital next year", ("bridge", "hospital")),
        ("We will rebuild the bridge next year", "We will rebuild the bridges next year", None),
        ("We will rebuild the bridge next year", "The bridge is going to be built again", None),
        ("Wir bauen die Brücke neu", "Wir bauen diese Brücke neu", None),
    ],
)
def test_one_exchanged_word(a: str, b: str, swap: tuple[str, str] | None) -> None:
    found = find_swap(a, b, "de" if a.startswith("Wir") else "en", 0.7)
    assert (None if found is None else (found.left, found.right)) == swap
