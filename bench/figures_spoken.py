"""Number words against digits on figures_spoken_written and figures_misc, and the hard cases of figures-cases.yml."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from bench.figures_gold import close
from claims.figures import find_figures
from claims.numerals import read_numerals
from records.claim import Figure

__all__ = ["measure_cases", "measure_misc", "measure_spoken"]

_KINDS = ("cardinal", "ordinal", "money")
_CASES_PUBLISHED = datetime(2026, 3, 10, 9, tzinfo=UTC)
_CLOSE = Decimal("0.0001")


def measure_spoken(data: Path, show: str | None) -> dict[str, float]:
    """Language -> share of cardinals, ordinals and money whose words and digits are read as the same amount."""
    outcomes: dict[str, list[bool]] = defaultdict(list)
    for path in sorted((data / "figures_spoken_written").glob("*.txt")):
        language, way, kind = path.name.removesuffix(".txt").split(".")[:3]
        if kind.removesuffix("_cased") not in _KINDS:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.count("~") != 1:
                continue
            left, right = line.split("~")
            words, digits = (left, right) if way == "itn" else (right, left)
            wanted = _amounts(digits, language)
            if not wanted or not any(c.isdigit() for c in digits):
                continue
            right_read = wanted == _amounts(words, language)
            outcomes[language].append(right_read)
            if show == language and not right_read:
                print(f"  {path.name}: {words!r} {_amounts(words, language)} ~ {digits!r} {wanted}")
    return {language: sum(reads) / len(reads) for language, reads in outcomes.items()}


def _amounts(text: str, language: str) -> list[tuple[str, str]]:
    """Value and currency of every number of ``text``, in order of size."""
    money = [f for f in find_figures(text, language) if f.kind == "money"]
    rest = [n for n in read_numerals(text, language) if not any(f.start < n.end and n.start < f.end for f in money)]
    found = [(f"{f.low:f}", f.unit or "") for f in money] + [(f"{n.value:f}", "") for n in rest]
    return sorted((str(Decimal(value).normalize()), unit) for value, unit in found)


def measure_misc(data: Path) -> dict[str, float]:
    """``misc_words_recall`` (number-parser's words) and ``misc_quantities_recall`` (quantulum3's quantities)."""
    metrics: dict[str, float] = {}
    words: list[bool] = []
    for path in sorted((data / "figures_misc").glob("number_parser.*.csv")):
        language = path.name.split(".")[1].split("_")[0]
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                numerals = read_numerals(row["text"].strip(), language)
                words.append(len(numerals) == 1 and numerals[0].value == Decimal(row["number"]))
    if words:
        metrics["misc_words_recall"] = sum(words) / len(words)
    path = data / "figures_misc" / "quantulum3.quantities.json"
    if path.is_file():
        found = list(_quantities(json.loads(path.read_text(encoding="utf-8"))))
        metrics["misc_quantities_recall"] = sum(found) / max(1, len(found))
    return metrics


def _quantities(rows: list[dict[str, Any]]) -> Iterator[bool]:
    for row in rows:
        values = [n.value for n in read_numerals(row["req"], "en")]
        values += [v for f in find_figures(row["req"], "en") for v in (f.low, f.high) if isinstance(v, Decimal)]
        for wanted in row["res"]:
            yield any(close(value, Decimal(str(wanted["value"]))) for value in values)


def measure_cases(path: Path, show: str | None) -> float | None:
    """The share of the hard cases that are read exactly; None without the file."""
    if not path.is_file():
        return None
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    outcomes: list[bool] = []
    for language, rows in cases.items():
        for row in rows:
            figures = find_figures(row["text"], language, _CASES_PUBLISHED)
            outcomes.append(_is_exact(row, figures))
            if not outcomes[-1] and show in {language, "cases"}:
                print(
                    f"  case {row['text']!r}: {[(f.text, f.kind, f.low, f.high, f.unit, f.modifier) for f in figures]}"
                )
    return sum(outcomes) / len(outcomes)


def _is_exact(row: Mapping[str, Any], figures: tuple[Figure, ...]) -> bool:
    if row.get("none"):
        return not figures
    if row.get("none_count"):
        return not any(f.kind == "count" for f in figures) and any(str(row["date"]) in str(f.low) for f in figures)
    if "values" in row:
        wanted = [v if isinstance(v, list) else [v, None] for v in row["values"]]
        found = [(f.low, f.unit) for f in figures if f.kind == row["kind"]]
        return len(wanted) == len(found) and all(
            _equal(f[0], w[0]) and f[1] == w[1] for f, w in zip(found, wanted, strict=True)
        )
    return len(figures) == 1 and _answers(row, figures[0])


def _answers(row: Mapping[str, Any], figure: Figure) -> bool:
    low, high = row.get("low", row.get("value")), row.get("high", row.get("value"))
    return (
        figure.kind == row["kind"]
        and _equal(figure.low, low)
        and _equal(figure.high, high)
        and row.get("unit", figure.unit) == figure.unit
        and row.get("modifier", figure.modifier) == figure.modifier
        and row.get("subject", figure.subject) == figure.subject
    )


def _equal(value: object, wanted: object) -> bool:
    if wanted is None:
        return True
    if isinstance(value, Decimal) and isinstance(wanted, int | float):
        return abs(value - Decimal(str(wanted))) <= _CLOSE * max(Decimal(1), abs(Decimal(str(wanted))))
    return str(value) == str(wanted)
