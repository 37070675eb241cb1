"""Cutting long sentences: nothing is lost, and the marks are taken in their order."""

from __future__ import annotations

import pytest

from translate.pieces import cut_text, is_looping, translate_in_pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", ["short"]),
        ("one two three; four five six", ["one two three;", "four five six"]),
        ("one two three, four five six", ["one two three,", "four five six"]),
        ("一二三四五六七八九十，一二三四五六七八九十", ["一二三四五六七八九十，", "一二三四五六七八九十"]),
        ("abcdefghijklmnopqrstuvwxyzabcd", ["abcdefghijklmno", "pqrstuvwxyzabcd"]),
        ("", []),
    ],
)
def test_texts_are_cut_at_the_best_marks(text: str, expected: list[str]) -> None:
    assert cut_text(text, lambda piece: len(piece) <= 15) == expected


def test_every_word_of_a_long_text_is_translated() -> None:
    text = " ".join(f"word{n}{',' if n % 7 == 0 else ''}" for n in range(300))
    (done,) = translate_in_pieces([text], lambda piece: len(piece) <= 80, lambda pieces: [p.upper() for p in pieces])
    assert done == text.upper()


def test_a_loop_is_told_from_a_repetition_of_the_source() -> None:
    assert is_looping("the period of the period of the period of the period of the period of it", "um período")
    assert is_looping("The minister spoooooooooooooooooo", "O ministro falou")
    assert not is_looping("no, no, no, no, no, no", "não, não, não, não, não, não")
    assert not is_looping("Twelve people died in the port of the city.", "Doze pessoas morreram.")
