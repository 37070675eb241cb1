"""Do a sentence and its translation hold the same figures? On PUD, FLORES and NTREX, against English."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from bench.figures_dates import seconds_of
from bench.ntrex import read_documents
from claims.figures import find_figures
from records.claim import Figure

__all__ = ["SETS", "agreement", "normal_form", "parallel_lines", "signature"]

SETS = ("pud", "flores", "ntrex")
_PUBLISHED = datetime(2020, 6, 15, 12, tzinfo=UTC)
"""One date for both sides, so that relative dates come out alike."""
_ONE = Decimal(1)
_MONTHS = 12
_DIGITS = re.compile(r"\d+")
_YEAR = seconds_of("P1Y")
_ONE_UNIT = frozenset({"P1D", "P1W", "P1M", "P1Y", "PT1H", "PT1M", "PT1S", "P10Y", "P7D"})

Lines = Mapping[str, Sequence[str]]


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


def normal_form(figure: Figure) -> tuple[str, ...] | None:  # noqa: PLR0911 - one return a rule
    """What has to agree: the amount and what it is an amount of.

    None for what translators put freely: a bare "one" (an article in most languages, 1つ in others), one day, year or
    decade, dates without a digit (today, last Friday) and months of no year, which some languages name (April) and
    some number (4月). An age is a duration, since many languages tell "aged 13" by "of 13 years".
    """
    if figure.kind == "age" and isinstance(figure.low, Decimal) and isinstance(figure.high, Decimal):
        return "s", f"{figure.low * _YEAR:.4g}", f"{figure.high * _YEAR:.4g}"
    if figure.kind in {"date", "time"} and (not any(c.isdigit() for c in figure.text) or _is_month(figure)):
        return None
    if figure.kind == "duration" and str(figure.low) in _ONE_UNIT and figure.low == figure.high:
        return None
    if isinstance(figure.low, Decimal) and isinstance(figure.high, Decimal):
        if figure.low == figure.high == _ONE and figure.kind in {"count", "ordinal"}:
            return None
        unit = figure.unit or {"percent": "%", "percentage-point": "pp"}.get(figure.kind, "")
        return unit, f"{figure.low:.5g}", f"{figure.high:.5g}"
    if figure.kind == "duration":
        return "s", f"{seconds_of(str(figure.low)):.4g}", f"{seconds_of(str(figure.high)):.4g}"
    return "t", str(figure.low), str(figure.high)


def _is_month(figure: Figure) -> bool:
    """Whether the digits of a date only number its months, as East Asian languages do (4月, 4월부터 6월)."""
    one_year = figure.low != figure.high and str(figure.low)[:4] == str(figure.high)[:4]
    return one_year and all(int(n) <= _MONTHS for n in _DIGITS.findall(figure.text))


def signature(text: str, language: str) -> Counter[tuple[str, ...]]:
    """The normal forms of the figures of ``text``, counted."""
    forms = (normal_form(figure) for figure in find_figures(text, language, _PUBLISHED))
    return Counter(form for form in forms if form is not None)


def agreement(lines: Lines, sample: int | None, show: str | None) -> dict[str, float]:
    """Language -> share of pairs with English, of those where either side holds a figure, that hold the same ones."""
    english = [signature(text, "en") for text in lines.get("en", ())[:sample]]
    found: dict[str, float] = {}
    for code, texts in lines.items():
        if code == "en":
            continue
        pairs = [(i, one, signature(text, code)) for i, (one, text) in enumerate(zip(english, texts, strict=False))]
        held = [(i, one, other) for i, one, other in pairs if one or other]
        if held:
            found[code] = sum(one == other for _, one, other in held) / len(held)
        if show == code:
            _print_worst(lines, code, held)
    return found


def _print_worst(
    lines: Lines, code: str, held: Sequence[tuple[int, Counter[tuple[str, ...]], Counter[tuple[str, ...]]]]
) -> None:
    for index, one, other in _worst(held):
        print(f"  en {lines['en'][index]}\n  {code} {lines[code][index]}")
        print(f"     en only {sorted((one - other).elements())}  {code} only {sorted((other - one).elements())}\n")


def _worst(
    held: Sequence[tuple[int, Counter[tuple[str, ...]], Counter[tuple[str, ...]]]],
) -> Iterator[tuple[int, Counter[tuple[str, ...]], Counter[tuple[str, ...]]]]:
    def differing(row: tuple[int, Counter[tuple[str, ...]], Counter[tuple[str, ...]]]) -> int:
        return -((row[1] - row[2]).total() + (row[2] - row[1]).total())

    yield from [row for row in sorted(held, key=differing) if row[1] != row[2]][:20]
