"""story_itn_55lang: what many Wikipedias' front pages wrote of one event; labels in ``tests/fixtures/itn``."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median_low
from typing import Any

import yaml

from bench.gold import FIGURE_KINDS, sides_hit
from bench.metrics import Metrics
from bench.versions import Compare, Telling, as_story
from records.report import Report

__all__ = ["LABELS", "Label", "measure_itn"]

LABELS = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "itn" / "labels.yml"
_PICTURED = re.compile(
    r"\s*[(（\[][^()（）\[\]]{0,3}(?:foto|bild|imag|pictur|gambar|фото|илл|світлин|图|圖|사진|الصورة)[^()]*[)）\]]"
)
_YEAR_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Label:
    """``verdict`` is agree, conflict or lag; ``versions`` are (language, value as written)."""

    qid: str
    verdict: str
    versions: tuple[tuple[str, str], ...]


def measure_itn(data: Path, compare: Compare, lines: list[str], labels: Path = LABELS) -> Metrics:
    """Conflicts found, agreeing events flagged, and the share of differences found whose kind is right.

    ``lines`` takes one line a miss, for developers. All None without the set.
    """
    names = ("itn_conflict_recall", "itn_agreement_flagged", "itn_lag_accuracy")
    path = data / "story_itn_55lang" / "itn.jsonl.gz"
    if not path.is_file():
        return dict.fromkeys(names)
    events = _events(path)
    tallies: dict[str, list[bool]] = {name: [] for name in names}
    for label in _labels(labels):
        if label.qid not in events:
            continue
        tellings = _tellings(label, events[label.qid])
        if len(tellings) != len(label.versions):
            continue
        with as_story(label.qid.lower(), tellings) as story:
            report = compare(story)
        _tally(label, report, tallies, lines)
    return {name: sum(hits) / len(hits) if hits else None for name, hits in tallies.items()}


def _tally(label: Label, report: Report, tallies: Mapping[str, list[bool]], lines: list[str]) -> None:
    kinds = _kinds(label, report)
    if label.verdict == "agree":
        flagged = [d for d in report.discrepancies if d.kind not in {"translation-fault", "silent-edit"}]
        tallies["itn_agreement_flagged"].append(bool(flagged))
        lines += [f"ITN {label.qid} agrees, flagged {d.kind}: {d.summary}" for d in flagged]
        return
    right = "figure-conflict" if label.verdict == "conflict" else "figure-update"
    if label.verdict == "conflict":
        tallies["itn_conflict_recall"].append(right in kinds)
    if kinds:
        tallies["itn_lag_accuracy"].append(right in kinds)
    if right not in kinds:
        lines.append(f"ITN {label.qid} {label.verdict} {label.versions}: found {sorted(kinds) or 'nothing'}")


def _kinds(label: Label, report: Report) -> set[str]:
    """Kinds of the findings that put two labelled, different values on two sides."""
    evidence = {_outlet(n, language): value for n, (language, value) in enumerate(label.versions)}
    kinds: set[str] = set()
    for finding in report.discrepancies:
        if finding.kind not in FIGURE_KINDS:
            continue
        sides = sides_hit(finding, evidence, report)
        values: dict[int, set[str]] = {}
        for outlet, side in sides.items():
            values.setdefault(side, set()).add(evidence[outlet])
        if len(values) > 1 and len(set().union(*values.values())) > 1:
            kinds.add(finding.kind)
    return kinds


def _labels(path: Path) -> list[Label]:
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Label(row["qid"], row["verdict"], tuple((lang, value) for lang, value in row["versions"])) for row in rows]


def _events(path: Path) -> dict[str, list[dict[str, Any]]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {row["qid"]: row["blurbs"] for row in map(json.loads, file)}


def _tellings(label: Label, blurbs: Sequence[Mapping[str, Any]]) -> list[Telling]:
    picked = []
    for number, (language, value) in enumerate(label.versions):
        blurb = next((b for b in blurbs if b["lang"] == language and value in b["text"]), None)
        if blurb is not None:
            picked.append((number, language, blurb))
    usual = median_low([int(blurb["ts"]) for blurb in blurbs])
    return [
        Telling(
            _outlet(number, language),
            language,
            _published(int(blurb["ts"]), usual),
            [blurb["topic"], _PICTURED.sub("", blurb["text"])],
        )
        for number, language, blurb in picked
    ]


def _published(seconds: int, usual: int) -> datetime:
    """The time of a text; the event's usual time for those that the set dates years apart (two of its wikis)."""
    return datetime.fromtimestamp(seconds if abs(seconds - usual) < _YEAR_SECONDS else usual, UTC)


def _outlet(number: int, language: str) -> str:
    return f"wiki{number}-{language}"
