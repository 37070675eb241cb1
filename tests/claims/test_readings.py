"""Sentences as news agencies write them, each with all that is to be read in it: figures, claimants, the speaker.

They were written before the code was looked at. What is still read wrong is marked ``misread``, and its test fails
once it is read right, so that the mark goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.article import read_figures
from claims.article_quotes import read_quotes
from claims.article_sources import credit_quoted
from configs.language.schema import language_codes
from records.claim import Figure
from records.version import Sentence, Version

_FOLDER = Path(__file__).parent.parent / "fixtures" / "readings"
_NOW = datetime(2026, 10, 22, 10, tzinfo=UTC)
_MODIFIERS = frozenset({"exact", "about", "at-least", "at-most", "more-than", "less-than"})
_KEYS = frozenset({"text", "figures", "claimants", "speaker", "misread"})
_CLOSE = Decimal("0.0001")
"""Of a value: two thirds are 66.6667 percent."""
_LONGER = 30
"""Letters of an office or an article that may be read with a name."""
_ENDING = 2
"""Letters of a case ending that a name may have lost or gained."""

Row = dict[str, Any]


def _rows(code: str) -> list[Row]:
    return list(yaml.safe_load((_FOLDER / f"{code}.yml").read_text("utf-8")))


_CODES = sorted(path.stem for path in _FOLDER.glob("*.yml"))


def _is_value(told: str, value: object) -> bool:
    try:
        wanted = Decimal(told)
    except InvalidOperation:
        return told == str(value)
    return isinstance(value, Decimal) and abs(wanted - value) <= abs(wanted) * _CLOSE


def _is_read(told: str, figure: Figure) -> bool:
    """Whether ``figure`` is what ``told`` says: kinds, value or range, unit, modifiers; "|" parts what may be."""
    kinds, values, *rest = told.split(" ")
    bound = rest.pop() if rest and (rest[-1] == "any" or set(rest[-1].split("|")) <= _MODIFIERS) else "exact"
    ends = (value.partition("..")[::2] for value in values.split("|"))
    return (
        figure.kind in kinds.split("|")
        and any(_is_value(low, figure.low) and _is_value(high or low, figure.high) for low, high in ends)
        and (not rest or figure.unit == rest[0])
        and (bound == "any" or figure.modifier in bound.split("|"))
    )


def _wrong_figures(row: Row, figures: Sequence[Figure]) -> list[str]:
    left, wrong = list(figures), []
    for told in row["figures"]:
        found = next((figure for figure in left if _is_read(told, figure)), None)
        if found is None:
            wrong.append(f"not read: {told}")
        else:
            left.remove(found)
    return wrong + [f"read: {f.text} as {f.kind} {f.low} {f.high} {f.unit} {f.modifier}" for f in left]


def _names(told: str, read: str) -> bool:
    stem = told.lower()[: max(_ENDING * 2, len(told) - _ENDING)] if len(told) > _ENDING else told.lower()
    return stem in read.lower() and len(read) <= len(told) + _LONGER


def misread(code: str, row: Row) -> list[str]:
    """What is read otherwise than ``row`` says, in words; empty when all of it is read right."""
    text = row["text"]
    version = Version("v", "o", "u", code, _NOW, "", text, (Sentence("v:s0", 0, len(text), 0),))
    quotes = read_quotes(version)
    figures = credit_quoted(version, read_figures(version), quotes)
    wrong = _wrong_figures(row, figures)
    claimants = {figure.claimant for figure in figures if figure.claimant}
    if "claimants" in row:
        told = row["claimants"]
        wrong += [f"claims nothing: {name}" for name in told if not any(_names(name, c) for c in claimants)]
        wrong += [f"claims: {c}" for c in claimants if not any(_names(name, c) for name in told)]
    if "speaker" in row:
        speakers = [quote.speaker or "" for quote in quotes if quote.mode != "indirect"]
        if len(speakers) != 1 or not _names(row["speaker"], speakers[0]):
            wrong.append(f"spoken by {speakers}, not {row['speaker']}")
    return wrong


def test_every_table_is_of_a_language_and_holds_a_dozen_sentences() -> None:
    assert _CODES and set(_CODES) <= set(language_codes())
    for code in _CODES:
        rows = _rows(code)
        assert len(rows) >= 12 and all(set(row) <= _KEYS and row["figures"] for row in rows), code
        assert sum(bool(row.get("claimants") or row.get("speaker")) for row in rows) >= 5, code


@pytest.mark.parametrize(("code", "row"), [(code, row) for code in _CODES for row in _rows(code)])
def test_all_that_a_sentence_of_news_says_is_read(code: str, row: Row) -> None:
    wrong = misread(code, row)
    assert bool(wrong) == bool(row.get("misread")), wrong or "read right: take the mark away"
