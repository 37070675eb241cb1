"""Nine sentences of news in every language, each with all of its figures; written before the code was looked at.

What is still read wrong is marked ``misread``, and its test fails once it is read right, so that the mark goes.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from configs.language.schema import language_codes
from tests.claims.test_readings import Row, misread

_FOLDER = Path(__file__).parent.parent / "fixtures" / "news_figures"
_ROWS: list[tuple[str, Row]] = [
    (path.stem, row) for path in sorted(_FOLDER.glob("*.yml")) for row in yaml.safe_load(path.read_text("utf-8"))
]
_UNSEEN: list[tuple[str, Row]] = [
    (code, row)
    for path in sorted((_FOLDER / "unseen").glob("*.yml"))
    for code, rows in yaml.safe_load(path.read_text("utf-8")).items()
    for row in rows
]
"""Sentences of one round each, by language: written before anything was read, and counted before they were mended."""


def test_every_language_has_nine_sentences() -> None:
    assert {code for code, _ in _ROWS} == set(language_codes())
    assert all(sum(code == one for one, _ in _ROWS) >= 9 for code in language_codes())


@pytest.mark.parametrize(("code", "row"), [*_ROWS, *_UNSEEN])
def test_the_figures_of_a_sentence_of_news(code: str, row: Row) -> None:
    wrong = misread(code, row)
    assert bool(wrong) == bool(row.get("misread")), wrong or "read right: take the mark away"
