"""Do a sentence and its translation hold the same figures? On PUD, FLORES and NTREX, against English."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.figures_forms import Form, differences, forms
from bench.ntrex import read_documents
from claims.figures import find_figures

__all__ = ["SETS", "Agreement", "agreement", "parallel_lines", "signature"]

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


@dataclass(frozen=True, slots=True)
class Agreement:
    """Language -> share of pairs with English that hold the same figures.

    ``figures``: of the pairs in which either side holds a figure that translators do not put freely (``Form.free``);
    what is free may be missing on one side, and a measure may be converted. ``strict``: of the pairs in which either
    side holds any figure, every one of them has to be on both sides, in the same unit.
    """

    figures: dict[str, float]
    strict: dict[str, float]


def agreement(lines: Lines, sample: int | None, show: str | None) -> Agreement:
    """How well every language of ``lines`` agrees with English; prints the worst pairs of the language ``show``."""
    english = [signature(text, "en") for text in lines.get("en", ())[:sample]]
    found = Agreement({}, {})
    for code, texts in lines.items():
        if code == "en":
            continue
        held: list[Pair] = []
        alike: list[bool] = []
        for index, (one, text) in enumerate(zip(english, texts, strict=False)):
            other = signature(text, code)
            if one or other:
                alike.append(Counter(form.key for form in one) == Counter(form.key for form in other))
            if any(not form.free for form in (*one, *other)):
                held.append((index, *differences(one, other)))
        if held:
            found.figures[code] = sum(not one and not other for _, one, other in held) / len(held)
        if alike:
            found.strict[code] = sum(alike) / len(alike)
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
