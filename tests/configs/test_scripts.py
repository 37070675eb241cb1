"""Words that a language file gives one way and that hold written in another way too."""

from __future__ import annotations

import unicodedata

from configs.language.schema import load_language
from configs.language.scripts import with_composed


def test_a_dotted_letter_is_read_as_one_character_and_as_two() -> None:
    one = "সম\u09df"
    two = unicodedata.normalize("NFC", one)
    assert len(two) == len(one) + 1
    assert with_composed({"words": [two, "ab"], "table": {two: 1}}) == {
        "words": [two, "ab", one],
        "table": {two: 1, one: 1},
    }
    assert with_composed(f"{two}, a / b") == f"{two}, a, {one}, a / b"
    assert with_composed(f"a {two}") == f"a {two} a {one}"


def test_words_without_such_a_letter_stay() -> None:
    kept = {"words": ["añb", "día"], "text": "a, b / c", "number": 3, "deep": {"of": [["x", "y"]]}}
    assert with_composed(kept) == kept


def test_bengali_ministries_are_known_either_way() -> None:
    config = load_language("bn")
    assert config is not None
    assert {"মন্ত্রণাল\u09df*", "মন্ত্রণাল\u09af\u09bc*"} <= set(config.figures.claim_kinds["ministry"])
