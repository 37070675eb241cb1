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
from typing import Any

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
_SECONDS = {"Y": 31536000, "M": 2592000, "W": 604800, "D": 86400, "h": 3600, "m": 60, "s": 1}
Wanted = list[tuple[str, str, str]]
"""Readings that are all right for one expression, as (kind, low, high)."""


def measure_dates(data_dir: Path, sample: int | None = None) -> dict[str, float]:
    """``date_recall_<language>`` and ``date_recall_mean``: the share of expected values read on an overlapping span.

    Of ``sample`` cases a language at most; {} when the data are not there. An expression may have several readings
    (past and future); one is enough. Left out: recurring times ("every Monday", not a figure), open values, and dates
    without a year in the rows that don't say what day it is.
    """
    recalls = {}
    for name, language in FILES.items():
        path = data_dir / "figures_recognizers" / f"{name}.jsonl.gz"
        if path.is_file():
            outcomes = [hit for _, _, _, hit in outcomes_of(path, language, sample)]
            if outcomes:
                recalls[f"date_recall_{language}"] = sum(outcomes) / len(outcomes)
    if recalls:
        recalls["date_recall_mean"] = sum(recalls.values()) / len(recalls)
    return recalls


def outcomes_of(path: Path, language: str, sample: int | None) -> Iterator[tuple[str, str, Wanted, bool]]:
    """(sentence, expression, readings, found) for every expected expression of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["model"] in _MODELS]
    for row in rows[:sample]:
        published = datetime.fromisoformat(row["ref_time"]).replace(tzinfo=UTC) if row.get("ref_time") else None
        text = row["input"]
        figures = find_times(text, language, published, read_numerals(text, language))
        for result in row["results"]:
            if "start" not in result:
                continue
            wanted = _wanted(result, row["model"])
            if published is None and not re.search(r"\d{4}", result["text"]):
                wanted = [reading for reading in wanted if reading[0] not in {"date", "datetime"}]
            if wanted:
                end = result["end"] + 1 if "end" in result else result["start"] + result["length"]
                near = [f for f in figures if f.start < end and result["start"] < f.end]
                yield text, result["text"], wanted, any(_is_read(reading, near) for reading in wanted)


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


def seconds_of(iso: str) -> Decimal:
    """The seconds of an ISO 8601 duration, a month of 30 and a year of 365 days."""
    days, _, clock = iso[1:].partition("T")
    pairs = re.findall(r"([\d.]+)([YMWD])", days) + [(n, u.lower()) for n, u in re.findall(r"([\d.]+)([HMS])", clock)]
    return sum((Decimal(number) * _SECONDS[unit] for number, unit in pairs), Decimal(0))


def _show(data_dir: Path, name: str) -> None:
    for text, expression, wanted, hit in outcomes_of(
        data_dir / f"figures_recognizers/{name}.jsonl.gz", FILES[name], None
    ):
        if not hit:
            published = None
            found = [(f.text, str(f.low), str(f.high)) for f in find_times(text, FILES[name], published, ())]
            print(f"{expression} | {wanted[-1]} | {text[:90]} | {found}")


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    if len(sys.argv) > 2:
        _show(folder, sys.argv[2])
    else:
        print(json.dumps({k: round(v, 3) for k, v in measure_dates(folder).items()}, indent=1))
