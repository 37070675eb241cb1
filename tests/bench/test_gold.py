"""The scorer of stories: what counts as found, near, extra and split."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pytest

from bench.gold import Gold, Item, Part, score_report
from records.discrepancy import Discrepancy, DiscrepancyKind, Evidence, Side
from records.report import Report, Run
from records.version import Version

TEXTS = {"a": "Nine dead\n\nNine people died.", "b": "Neun Tote\n\nNeun Menschen starben.", "c": "Ten\n\nTen died."}


def report(*discrepancies: Discrepancy) -> Report:
    time = datetime(2026, 1, 1, tzinfo=UTC)
    versions = tuple(Version(f"v-{o}", o, f"https://{o}", "en", time, "", text, ()) for o, text in TEXTS.items())
    return Report("s", "S", versions, (), (), (), discrepancies, (), (), Run(time))


def finding(kind: DiscrepancyKind, *sides: Sequence[tuple[str, str]]) -> Discrepancy:
    def place(outlet: str, words: str) -> Evidence:
        start = TEXTS[outlet].rindex(words)
        return Evidence(f"v-{outlet}", start, start + len(words), words)

    made = tuple(Side(side[0][1], tuple(place(o, w) for o, w in side)) for side in sides)
    return Discrepancy("d", kind, "high", 0.9, "differs", None, (), made)


def item(part: Part, kind: str, outlier: str, evidence: Mapping[str, str]) -> Item:
    return Item("x", part, "figure", kind, outlier, evidence)


PLANTED = item("discrepancies", "figure-conflict", "c", {"a": "Nine people", "b": "Neun Menschen", "c": "Ten died"})
AGREED = item("agreements", "", "", {"a": "Nine people", "b": "Neun Menschen"})
CONTESTED = item("contested", "", "", {"a": "Nine people", "c": "Ten died"})
RIGHT = finding("figure-conflict", [("a", "Nine"), ("b", "Neun")], [("c", "Ten")])


@pytest.mark.parametrize(
    ("discrepancy", "found", "extra"),
    [
        (RIGHT, 1, 0),
        (finding("figure-update", [("a", "Nine")], [("c", "Ten")]), 0, 0),
        (finding("figure-conflict", [("a", "Nine")], [("b", "Neun")]), 0, 1),
        (finding("quote-altered", [("a", "Nine")], [("c", "Ten")]), 0, 1),
    ],
    ids=["right", "near kind", "other sides", "other family"],
)
def test_planted(discrepancy: Discrepancy, found: int, extra: int) -> None:
    outcome = score_report(report(discrepancy), Gold((PLANTED,)))
    assert (outcome.found, outcome.planted, outcome.extra) == (found, 1, extra)


def test_nothing_found_is_a_miss_with_its_words() -> None:
    outcome = score_report(report(), Gold((PLANTED,)))
    assert outcome.found == 0 and "Ten died" in outcome.lines[0]


def test_agreement_on_two_sides_is_split_and_on_one_is_not() -> None:
    split = finding("figure-conflict", [("a", "Nine")], [("b", "Neun")])
    assert score_report(report(split), Gold((AGREED,))).split == 1
    assert score_report(report(RIGHT), Gold((PLANTED, AGREED))).split == 0


@pytest.mark.parametrize(("kind", "split", "extra"), [("claimant-conflict", 0, 0), ("figure-conflict", 1, 1)])
def test_contested_numbers_are_claims_not_conflicts(kind: DiscrepancyKind, split: int, extra: int) -> None:
    outcome = score_report(report(finding(kind, [("a", "Nine")], [("c", "Ten")])), Gold((CONTESTED,)))
    assert (outcome.split, outcome.extra, outcome.planted) == (split, extra, 0)
