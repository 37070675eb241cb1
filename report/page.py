"""The whole report as one view, for the HTML page, the Markdown file and the review app alike."""

from __future__ import annotations

from dataclasses import dataclass

from records.discrepancy import Severity
from records.report import Report
from report.contested import ContestedView, view_contested
from report.index import Index, VersionLabel, index_report
from report.matrix import Matrix, view_matrix
from report.order import by_severity
from report.sides import DiscrepancyView, view_discrepancy
from report.texts import TextView, view_text
from report.wording import verdict

__all__ = ["PageView", "view_page"]


@dataclass(frozen=True, slots=True)
class PageView:
    """A report ready for a template. ``own`` are faults of our translation, shown apart from ``found``."""

    report: Report
    verdict: str
    labels: tuple[VersionLabel, ...]
    found: tuple[DiscrepancyView, ...]
    own: tuple[DiscrepancyView, ...]
    matrix: Matrix
    texts: tuple[TextView, ...]
    counts: dict[Severity, int]
    contested: tuple[ContestedView, ...]
    missing: dict[str, list[str]]
    """Why versions have no English, and which those are."""


def view_page(report: Report) -> PageView:
    """Everything that a page on ``report`` shows."""
    index: Index = index_report(report)
    missing: dict[str, list[str]] = {}
    for label in index.labels.values():
        if label.translation.status == "unavailable":
            missing.setdefault(label.translation.why or "no engine has a model for its language.", []).append(
                label.name
            )
    views = [view_discrepancy(index, d) for d in by_severity(report.discrepancies)]
    found = tuple(v for v in views if v.record.kind != "translation-fault")
    counts: dict[Severity, int] = {"high": 0, "medium": 0, "low": 0}
    for view in found:
        counts[view.record.severity] += 1
    return PageView(
        report=report,
        verdict=verdict(report.discrepancies, len(report.versions)),
        labels=tuple(index.labels.values()),
        found=found,
        own=tuple(v for v in views if v.record.kind == "translation-fault"),
        matrix=view_matrix(index),
        texts=tuple(view_text(index, label) for label in index.labels.values()),
        counts=counts,
        contested=tuple(view_contested(index, contested) for contested in report.contested),
        missing=missing,
    )
