"""The parts that a sentence is cut into, and what is matched by them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from align.encoder import Rows
from align.pairs import align_pair, side_of
from align.parts import parts_of
from align.similarity import unit_rows
from configs.pipeline import AlignSettings
from records.errors import InputError

SETTINGS = AlignSettings()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Er kam am Montag nach Bern. Dort blieb er lange.", ["Er kam am Montag nach Bern.", "Dort blieb er lange."]),
        ("The storm has passed; the bridge stays closed.", ["The storm has passed;", "the bridge stays closed."]),
        ("Міст закрили вранці: рух стоїть досі, каже мер.", ["Міст закрили вранці:", "рух стоїть досі, каже мер."]),
        ("大桥今天早上已经关闭。交通到现在仍未恢复正常。", ["大桥今天早上已经关闭。", "交通到现在仍未恢复正常。"]),
        ("पुल आज सुबह बंद कर दिया गया। यातायात अब भी रुका है।", ["पुल आज सुबह बंद कर दिया गया।", "यातायात अब भी रुका है।"]),
        ("أغلق الجسر صباح اليوم؛ وحركة السير متوقفة حتى الآن", ["أغلق الجسر صباح اليوم؛", "وحركة السير متوقفة حتى الآن"]),  # noqa: E501
        ("“The bridge is closed. We wait for it,” he said.", ["“The bridge is closed.", "We wait for it,” he said."]),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_where_another_may_begin(text: str, parts: list[str]) -> None:
    assert parts_of(text, 20) == parts


@pytest.mark.parametrize(
    "text",
    [
        "The surgeon Dr. Georg Weiler went along with all of them.",
        "Die Spitze liegt laut Karte auf S. 340 und Nr. 51 der Reihe.",
        "Stop. The bridge that leads to the island is closed.",
        "The bridge was closed at 14:30 and opened at 18:00 again.",
        "",
    ],
)
def test_a_sentence_stays_whole(text: str) -> None:
    assert parts_of(text, 20) == [text]


class FactEncoder:
    """A text is the sum of its facts: words such as ``f3``."""

    signature = "facts"

    def encode(self, texts: Sequence[str]) -> Rows:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().strip(".").replace(".", "").split():
                row[int(word[1:])] += 1
        return unit_rows(rows)


def pairs(left: Sequence[str], right: Sequence[str]) -> set[tuple[int, int]]:
    encoder = FactEncoder()
    one, other = (side_of(encoder.encode(texts), texts, encoder, SETTINGS) for texts in (left, right))
    return {(match.left, match.right) for match in align_pair(one, other, SETTINGS)}


def fact(number: int) -> str:
    return " ".join([f"F{number}"] + [f"f{number}"] * 7) + "."


def test_a_sentence_answers_two_that_lie_apart() -> None:
    left = [fact(0), f"{fact(1)} {fact(2)}", fact(3), fact(4), fact(5)]
    right = [fact(5), fact(2), fact(4), fact(0), fact(1)]
    assert pairs(left, right) == {(0, 3), (1, 4), (1, 1), (3, 2), (4, 0)}


def test_parallel_texts_that_end_a_sentence_at_different_places_make_one_bead() -> None:
    left = [*(fact(n) for n in range(15)), f"{fact(15)} {fact(16)}", fact(17), *(fact(n) for n in range(18, 24))]
    right = [*(fact(n) for n in range(15)), fact(15), f"{fact(16)} {fact(17)}", *(fact(n) for n in range(18, 24))]
    assert {(15, 15), (15, 16), (16, 16)} <= pairs(left, right)


def test_what_a_replay_has_no_vectors_for_is_matched_whole() -> None:
    class Kept(FactEncoder):
        def encode(self, texts: Sequence[str]) -> Rows:

            raise InputError("no vector of it is kept; run compare again.")

    texts = [f"{fact(1)} {fact(2)}", fact(3)]
    side = side_of(FactEncoder().encode(texts), texts, Kept(), SETTINGS)
    assert side.parts is None
