"""Do a sentence and its translation hold the same figures? On PUD, FLORES and NTREX, against English."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.figures_forms import Form, differences, forms
from bench.ntrex import read_documents
from claims.figures import find_figures

__all__ = ["SETS", "agreement", "parallel_lines", "signature"]

SETS = ("pud", "flores", "ntrex")
_PUBLISHED = datetime(2020, 6, 15, 12, tzinfo=UTC)
"""One date for both sides, so that relative dates come out alike."""

Lines = Mapping[str, Sequence[str]]
Pair = tuple[int, list[Form], list[Form]]
"""A line, and what of its English and of its other side has no equal."""


def parallel_lines(data: Path, name: str) -> Lines:
    """Language -> its lines, parallel over languages; empty when the set is not there."""
    return {"pud": _pud, "flores": _flores, "ntrex": _ntrex}[name](data)


def _pud(data: Path) -> Lines:
    texts: dict[str, dict[str, str]] = {}
    for path in sorted((data / "figures_pud_parallel").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        texts[path.name.split(".")[0]] = {row["id"]: row["text"] for row in rows}
    english = texts.get("en", {})
    return {code: [rows.get(key, "") for key in english] for code, rows in texts.items()}


def _flores(data: Path) -> Lines:
    lines: dict[str, list[str]] = {}
    for path in sorted((data / "flores-test").glob("??.txt.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines[path.name[:2]] = [line.strip() for line in file]
    return lines


def _ntrex(data: Path) -> Lines:
    documents = read_documents(data)
    lines: dict[str, list[str]] = {}
    for document in (documents or {}).values():
        for code, texts in document.items():
            lines.setdefault(code, []).extend(texts)
    return lines


def signature(text: str, language: str) -> list[Form]:
    """The forms of the figures of ``text``."""
    return forms(find_figures(text, language, _PUBLISHED))


def agreement(lines: Lines, sample: int | None, show: str | None) -> dict[str, float]:
    """Language -> share of pairs with English, of those where either side holds a figure, that hold the same ones.

    A pair in which neither side holds more than what translators put freely (``Form.free``) is not counted.
    """
    english = [signature(text, "en") for text in lines.get("en", ())[:sample]]
    found: dict[str, float] = {}
    for code, texts in lines.items():
        if code == "en":
            continue
        held: list[Pair] = []
        for index, (one, text) in enumerate(zip(english, texts, strict=False)):
            other = signature(text, code)
            if any(not form.free for form in (*one, *other)):
                held.append((index, *differences(one, other)))
        if held:
            found[code] = sum(not one and not other for _, one, other in held) / len(held)
        if show == code:
            _print_worst(lines, code, held)
    return found


def _print_worst(lines: Lines, code: str, held: Sequence[Pair]) -> None:
    for index, one, other in _worst(held):
        print(f"  en {lines['en'][index]}\n  {code} {lines[code][index]}")
        print(f"     en only {_shown(one)}  {code} only {_shown(other)}\n")


def _worst(held: Sequence[Pair]) -> list[Pair]:
    return [pair for pair in sorted(held, key=lambda pair: -len(pair[1]) - len(pair[2])) if pair[1] or pair[2]][:20]


def _shown(side: Sequence[Form]) -> list[str]:
    return [f"{form.figure.text} {form.key}" for form in side]
