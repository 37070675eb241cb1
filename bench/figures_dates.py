"""Recall of dates, times, durations and ages on figures_recognizers, per language."""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from bench.figures_dates_alike import is_alike
from bench.figures_durations import seconds_of
from claims.dates import find_times
from claims.numerals import read_numerals
from records.claim import Figure

__all__ = ["FILES", "measure_dates"]

FILES = {
    "arabic": "ar", "chinese": "zh", "dutch": "nl", "english": "en", "french": "fr", "german": "de", "hindi": "hi",
    "italian": "it", "japanese": "ja", "korean": "ko", "portuguese": "pt", "spanish": "es", "swedish": "sv",
    "turkish": "tr",
}  # fmt: skip
_MODELS = {"DateTimeModel", "DateParser", "DatePeriodParser", "DurationParser", "TimeParser", "AgeModel"}
_NO_DAY = "0001-01-01"
"""What the set writes where there is no such day (30 February)."""
Wanted = list[tuple[str, str, str]]
"""Readings that are all right for one expression, as (kind, low, high)."""


def measure_dates(data_dir: Path, sample: int | None = None) -> dict[str, float]:
    """``date_recall_<language>`` and ``date_recall_mean``: the share of expected values read on an overlapping span;
    ``date_recall_alike_mean`` counts what says the same otherwise (bench/figures_dates_alike.py).

    Of ``sample`` cases a language at most; {} when the data are not there. An expression may have several readings
    (past and future); one is enough. Left out: recurring times ("every Monday", not a figure), open values, and dates
    without a year in the rows that don't say what day it is.
    """
    recalls: dict[str, float] = {}
    alike: list[float] = []
    for name, language in FILES.items():
        path = data_dir / "figures_recognizers" / f"{name}.jsonl.gz"
        outcomes = list(outcomes_of(path, language, sample)) if path.is_file() else []
        if outcomes:
            recalls[f"date_recall_{language}"] = sum(one.read for one in outcomes) / len(outcomes)
            alike.append(sum(one.read or one.alike for one in outcomes) / len(outcomes))
    if recalls:
        recalls["date_recall_mean"] = sum(recalls.values()) / len(recalls)
        recalls["date_recall_alike_mean"] = sum(alike) / len(alike)
    return recalls


class Outcome(NamedTuple):
    """One expected expression, its possible readings, and whether it was read, or read alike."""

    text: str
    expression: str
    wanted: Wanted
    read: bool
    alike: bool
    found: Sequence[Figure]


def outcomes_of(path: Path, language: str, sample: int | None) -> Iterator[Outcome]:
    """What became of every expected expression of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["model"] in _MODELS]
    for row in rows[:sample]:
        published = datetime.fromisoformat(row["ref_time"]).replace(tzinfo=UTC) if row.get("ref_time") else None
        text = row["input"]
        figures = find_times(text, language, published, read_numerals(text, language))
        for result in row["results"]:
            if "start" not in result:
                continue
            wanted = [reading for reading in _wanted(result, row["model"]) if reading[1][:10] != _NO_DAY]
            if published is None and not re.search(r"\d{4}", result["text"]):
                wanted = [reading for reading in wanted if reading[0] not in {"date", "datetime"}]
            if wanted:
                end = result["end"] + 1 if "end" in result else result["start"] + result["length"]
                near = [f for f in figures if f.start < end and result["start"] < f.end]
                read = any(_is_read(reading, near) for reading in wanted)
                day = published.date() if published is not None else None
                alike = not read and any(is_alike(reading, near, day) for reading in wanted)
                yield Outcome(text, result["text"], wanted, read, alike, near)


def _wanted(result: dict[str, Any], model: str) -> Wanted:
    if model == "AgeModel":
        resolution = result.get("resolution") or {}
        if not isinstance(resolution, dict):
            return []
        return [("age", str(resolution.get("value")), str(resolution.get("unit")))] if resolution.get("value") else []
    if isinstance(result.get("resolution"), dict):
        values = result["resolution"].get("values") or []
        return [reading for value in values for reading in _resolved(value, value.get("type", ""))]
    value = result.get("value") or {}
    if not isinstance(value, dict) or "start" not in result:
        return []
    kind = result.get("type", "")
    found = []
    for side in ("FutureResolution", "PastResolution"):
        parts = value.get(side) or {}
        renamed = {"start": parts.get("startDate"), "end": parts.get("endDate")}
        single = parts.get("date") or parts.get("duration") or parts.get("time")
        found += _resolved({**renamed, "value": single}, kind)
    return found


def _resolved(value: dict[str, Any], kind: str) -> Wanted:  # noqa: PLR0911 - one line a type
    single, start, end = value.get("value"), value.get("start"), value.get("end")
    if "not resolved" in {single, start, end} or kind == "set":
        return []
    if kind == "duration" and single:
        return [("duration", str(single), str(single))]
    if kind == "date" and single:
        return [("date", single[:10], single[:10])]
    if kind == "daterange" and start and end:
        last = (datetime.fromisoformat(end) - timedelta(days=1)).date().isoformat() if end[:4].isdigit() else end
        return [("date", start, last), ("date", start, end)]
    if kind == "time" and single:
        return [("time", single[:5], single[:5])]
    if kind == "timerange" and start and end:
        return [("time", start[:5], end[:5])]
    if kind == "datetime" and single and len(single) >= 16:
        return [("datetime", single[:10], single[11:16])]
    return []


def _is_read(reading: tuple[str, str, str], figures: Sequence[Figure]) -> bool:
    kind, low, high = reading
    if kind == "datetime":
        dates = {str(f.low) for f in figures if f.kind == "date"}
        times = {str(f.low) for f in figures if f.kind == "time"}
        return (low in dates or not dates) and high in times
    if kind == "age":
        return any(f.kind == "age" and abs(float(str(f.low)) - _years(low, high)) < 0.01 for f in figures)
    if kind == "duration":
        return any(f.kind == "duration" and seconds_of(str(f.low)) == Decimal(low) for f in figures)
    return any(f.kind == kind and str(f.low) == low and str(f.high) == high for f in figures)


def _years(value: str, unit: str) -> float:
    per_year = {"Year": 1, "Month": 12, "Week": 365 / 7, "Day": 365}
    return float(value.replace(",", ".")) / per_year.get(unit, 1)


def _show(data_dir: Path, name: str) -> None:
    for one in outcomes_of(data_dir / f"figures_recognizers/{name}.jsonl.gz", FILES[name], None):
        if not one.read and not one.alike:
            found = [(f.text, str(f.low), str(f.high)) for f in one.found]
            print(f"{one.expression} | {one.wanted[-1]} | {one.text[:90]} | {found}")


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    if len(sys.argv) > 2:
        _show(folder, sys.argv[2])
    else:
        print(json.dumps({k: round(v, 3) for k, v in measure_dates(folder).items()}, indent=1))
