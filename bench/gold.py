"""Scores the discrepancies of a report against a story's gold: what was planted, and what only looks different."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

from records.discrepancy import Discrepancy
from records.report import Report

__all__ = ["Gold", "Item", "Outcome", "load_gold", "score_report", "sides_hit"]

Part = Literal["discrepancies", "updates", "claimants", "contested", "agreements"]
FIGURE_KINDS = frozenset({"figure-conflict", "figure-update", "claimant-conflict"})
QUOTE_KINDS = frozenset({"quote-altered", "quote-truncated", "quote-misattributed"})
_KIND_OF_PART = {"updates": "figure-update", "claimants": "claimant-conflict"}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of gold. ``kind`` is the one expected; "" for agreements. ``evidence``: outlet -> words of its text."""

    id: str
    part: Part
    family: str
    kind: str
    outlier: str
    evidence: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """All lines of one story's gold.

    ``contested`` are numbers of two sides of a war: a claimant-conflict is allowed there, anything else is a split.
    """

    items: tuple[Item, ...]

    def of(self, *parts: Part) -> tuple[Item, ...]:
        """The items of ``parts``, in file order."""
        return tuple(item for item in self.items if item.part in parts)


@dataclass(slots=True)
class Outcome:
    """What one story came to; ``lines`` tell a developer each miss, split and extra finding."""

    found: int = 0
    planted: int = 0
    extra: int = 0
    split: int = 0
    agreements: int = 0
    judged: list[tuple[str, float, bool]] = field(default_factory=list)
    """(kind, confidence, whether it finds something planted) of every finding about figures and quotes."""
    lines: list[str] = field(default_factory=list)


def load_gold(path: Path) -> Gold:
    """The gold file at ``path``."""
    raw: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    parts: tuple[Part, ...] = ("discrepancies", "updates", "claimants", "contested", "agreements")
    return Gold(tuple(_item(part, line) for part in parts for line in raw.get(part) or ()))


def _item(part: Part, line: Mapping[str, Any]) -> Item:
    kind = _KIND_OF_PART.get(part, "")
    if part == "discrepancies":
        kind = line.get("kind", "figure-conflict")
    return Item(line["id"], part, line["family"], kind, line.get("outlier", ""), line["evidence"])


def score_report(report: Report, gold: Gold) -> Outcome:
    """Recall, extras and splits of one report.

    A planted item is found by a discrepancy of its kind that puts the outlier on another side than any other outlet.
    A discrepancy that finds no planted item, in the right or a near kind, is extra.
    """
    findings = [d for d in report.discrepancies if d.kind in FIGURE_KINDS | QUOTE_KINDS]
    outcome, used = Outcome(), set[int]()
    for item in gold.of("discrepancies", "updates", "claimants"):
        _score_planted(item, findings, report, outcome, used)
    for item in gold.of("agreements", "contested"):
        _score_agreement(item, findings, report, outcome, used)
    for number, finding in enumerate(findings):
        outcome.judged.append((finding.kind, finding.confidence, number in used))
        if number not in used:
            outcome.extra += 1
            outcome.lines.append(f"EXTRA {finding.kind}: {finding.summary} | {_words_of(finding)}")
    return outcome


def _score_planted(
    item: Item, findings: Sequence[Discrepancy], report: Report, outcome: Outcome, used: set[int]
) -> None:
    outcome.planted += 1
    near = []
    for number, finding in enumerate(findings):
        if _family(finding) != item.family:
            continue
        sides = sides_hit(finding, item.evidence, report)
        home = sides.get(item.outlier)
        if home is not None and any(side != home for side in sides.values()):
            used.add(number)
            near.append(finding.kind)
    if item.kind in near:
        outcome.found += 1
    else:
        what = item.evidence[item.outlier]
        outcome.lines.append(f"MISS {item.id} {item.kind} {item.outlier} {what!r}: found as {near or 'nothing'}")


def _score_agreement(
    item: Item, findings: Sequence[Discrepancy], report: Report, outcome: Outcome, used: set[int]
) -> None:
    outcome.agreements += item.part == "agreements"
    for number, finding in enumerate(findings):
        sides = sides_hit(finding, item.evidence, report)
        if _family(finding) != item.family or len(set(sides.values())) < 2:
            continue
        if item.part == "contested" and finding.kind == "claimant-conflict":
            used.add(number)
        elif finding.kind != "quote-truncated":
            outcome.split += 1
            outcome.lines.append(f"SPLIT {item.id} {finding.kind}: {sides} | {_words_of(finding)}")
            return


def sides_hit(finding: Discrepancy, evidence: Mapping[str, str], report: Report) -> dict[str, int]:
    """Outlet -> the number of the side whose evidence overlaps that outlet's words in ``evidence``."""
    versions = {version.id: version for version in report.versions}
    found = {}
    for number, side in enumerate(finding.sides):
        for place in side.evidence:
            version = versions[place.version]
            words = evidence.get(version.outlet)
            if words is not None and any(
                place.start < end and start < place.end for start, end in _places(version.text, words)
            ):
                found[version.outlet] = number
    return found


def _places(text: str, words: str) -> list[tuple[int, int]]:
    places, at = [], text.find(words)
    while at >= 0:
        places.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return places


def _family(finding: Discrepancy) -> str:
    return "figure" if finding.kind in FIGURE_KINDS else "quote"


def _words_of(finding: Discrepancy) -> str:
    return " / ".join(
        f"{side.value!r}: " + ", ".join(f"{place.version} {place.text!r}" for place in side.evidence[:4])
        for side in finding.sides
    )
