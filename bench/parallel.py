"""Translations of one text hold no discrepancy: every finding on mt_ntrex and MEANTIME is a false alarm."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.metrics import Metrics
from bench.ntrex import read_documents
from bench.versions import Compare, Telling, as_story

__all__ = ["measure_meantime", "measure_ntrex"]

_PUBLISHED = datetime(2019, 6, 12, 12, 0, tzinfo=UTC)
_TRANSLATIONS = 3
_NO_SPACE_BEFORE = re.compile(r" (?=[.,;:!?%)\]»”’]|'s\b)")
_NO_SPACE_AFTER = re.compile(r"(?<=[(\[«“‘$£€]) ")


def measure_ntrex(data: Path, compare: Compare, lines: list[str], documents: int) -> Metrics:
    """Findings per 100 translated sentences: English beside three translations, each document other languages.

    ``documents``: how many, evenly taken from all.
    """
    found = read_documents(data)
    if found is None:
        return {"ntrex_false_alarms_per_100": None}
    names = sorted(found)
    step = max(1, len(names) // documents)
    alarms = sentences = 0
    for number, name in enumerate(names[::step]):
        languages = sorted(found[name].keys() - {"en"})
        at = number * _TRANSLATIONS % len(languages) if languages else 0
        picked = ["en", *(languages[at:] + languages[:at])[:_TRANSLATIONS]]
        tellings = [Telling(f"ntrex-{code}", code, _PUBLISHED, found[name][code]) for code in picked]
        alarms += _alarms(f"ntrex-{number}", tellings, compare, lines)
        sentences += len(found[name]["en"]) * (len(picked) - 1)
    return {"ntrex_false_alarms_per_100": 100 * alarms / sentences if sentences else None}


def measure_meantime(data: Path, compare: Compare, lines: list[str], documents: int) -> Metrics:
    """Findings per 100 translated sentences: English beside Spanish, Italian and Dutch."""
    folder = data / "story_meantime_4lang"
    files = {path.name.split(".")[0]: path for path in sorted(folder.glob("*.jsonl.gz"))}
    if "en" not in files:
        return {"meantime_false_alarms_per_100": None}
    texts = {code: _meantime_texts(path) for code, path in files.items()}
    names = sorted(texts["en"])
    step = max(1, len(names) // documents)
    alarms = sentences = 0
    for number, name in enumerate(names[::step]):
        tellings = [
            Telling(f"meantime-{code}", code, _PUBLISHED, by_name[name])
            for code, by_name in texts.items()
            if name in by_name and len(by_name[name]) > 1
        ]
        if len(tellings) > 1:
            alarms += _alarms(f"meantime-{number}", tellings, compare, lines)
            sentences += len(texts["en"][name]) * (len(tellings) - 1)
    return {"meantime_false_alarms_per_100": 100 * alarms / sentences if sentences else None}


def _alarms(name: str, tellings: Sequence[Telling], compare: Compare, lines: list[str]) -> int:
    with as_story(name, tellings) as story:
        report = compare(story)
    found = [d for d in report.discrepancies if d.kind not in {"translation-fault", "silent-edit"}]
    for finding in found:
        words = " / ".join(
            f"{side.value!r}: " + ", ".join(f"{place.version} {place.text!r}" for place in side.evidence[:3])
            for side in finding.sides
        )
        lines.append(f"ALARM {name} {finding.kind}: {words}")
    return len(found)


def _meantime_texts(path: Path) -> dict[str, list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return {row["num_id"]: [_plain(sentence["tokens"]) for sentence in row["sents"]] for row in rows}


def _plain(tokens: Sequence[str]) -> str:
    """Tokens as running text: no blank inside brackets and marks or before punctuation."""
    return _NO_SPACE_AFTER.sub("", _NO_SPACE_BEFORE.sub("", " ".join(tokens)))
