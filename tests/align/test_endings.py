"""Where sentences come to a stop."""

from __future__ import annotations

import numpy as np
import pytest

from align.bead_scores import Text
from align.endings import stops, unlike_endings
from align.monotone import best_path
from align.similarity import unit_rows
from configs.pipeline import AlignSettings


@pytest.mark.parametrize(
    "text",
    [
        "Das Eis brach.",
        "« Il est parti ! »",
        "Wer weiß ... ",
        "他走了。",
        "كم عددهم؟",
        "वह चला गया।",
        "Πού πήγε;",
        "(Fin.)",
        "Ան։",
    ],
)
def test_a_whole_sentence_stops(text: str) -> None:
    assert stops(text)


@pytest.mark.parametrize("text", ["Já,", "Literatur :", "Eis bricht ein", "la France ;", "", "1956", "„Nein“,"])
def test_what_goes_on_does_not(text: str) -> None:
    assert not stops(text)


def test_texts_without_marks_say_nothing() -> None:
    assert unlike_endings([True, False, True], [True, True]).tolist() == [[False, False], [True, True], [False, False]]
    assert not unlike_endings([True, False, True], [False, False]).any()


def test_a_word_with_a_comma_goes_with_what_follows() -> None:
    chance = np.random.default_rng(4)
    facts = chance.normal(0, 1, (10, 48))
    between = facts[3] + facts[4]
    left = unit_rows(facts.astype(np.float32))
    right = unit_rows(np.insert(facts, 4, between, axis=0).astype(np.float32))
    sure = [(i, i if i < 4 else i + 1) for i in (0, 1, 2, 6, 7, 8, 9)]

    def beads(stop: list[bool]) -> list[tuple[list[int], list[int]]]:
        one = Text(left, [30] * 10, stops=[True] * 10)
        other = Text(right, [30] * 4 + [6] + [30] * 6, stops=stop)
        return [(list(a), list(b)) for a, b in best_path(one, other, sure, None, AlignSettings())]

    assert ([4], [4, 5]) in beads([True] * 4 + [False] + [True] * 6)
    assert ([3], [3, 4]) in beads([True] * 3 + [False] + [True] * 7)
