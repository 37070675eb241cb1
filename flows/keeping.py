"""Keeps a report: as files for people and programs, and in the store for the review pages."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flows.workplace import Workplace
from records.report import Report
from report.contract import contract_json
from report.write import write_report
from store.runs import save_run

__all__ = ["keep_report"]


def keep_report(report: Report, place: Workplace, out: Path) -> tuple[Path, ...]:
    """Writes ``report`` below ``out``, and its run into the store; comparing the same texts again adds nothing."""
    written = write_report(report, out / report.story_id)
    parts = [*(v.sha256 for v in report.versions), *map(str, sorted(report.run.engines.items()))]
    signature = hashlib.sha256("|".join(parts).encode()).hexdigest()
    text = contract_json(report).decode()
    save_run(place.store, report.story_id, report.title, signature, len(report.versions), text)
    return written
