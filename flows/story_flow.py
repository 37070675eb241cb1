"""The Prefect flow of one story: thin; every step is a plain function of ``flows.compare``."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.futures import PrefectFuture

from configs.story import StoryConfig, VersionEntry
from flows.judging import Progress
from flows.keeping import keep_report
from flows.reading import ReadVersion, version_ids
from flows.runners import task_runner
from flows.settling import settle_revisions
from flows.tasks import claim_task, fetch_task, judge_task, parse_task, place_of, translate_task
from records.report import Report, Unusable
from report.render import render_markdown
from store.findings import save_findings

__all__ = ["PROGRESS", "compare_story_flow"]

PROGRESS: ContextVar[Progress] = ContextVar("PROGRESS", default=lambda stage, what: None)
"""Who is told how a flow goes on: no parameter, since those are kept by Prefect and shown in its forms."""


@flow(name="compare story", task_runner=task_runner(), persist_result=False)
def compare_story_flow(story: StoryConfig, folder: str, settings: str = "", out: str = "") -> Report:
    """Compares one story; its report is also kept as Prefect artifacts.

    Args:
        story: Its versions are fetched from their urls, or read from files of the machine that runs this.
        folder: The workplace: database and archive.
        settings: Another pipeline.yml.
        out: Folder of the reports, also read by the review pages; empty for the artifacts alone.
    """
    progress = PROGRESS.get()
    started, seconds = datetime.now(UTC), dict[str, float]()
    place = place_of(folder, settings)
    with _timed(seconds, "fetch"):
        ids = version_ids(story.versions)
        fetching = [fetch_task.submit(entry, folder, settings) for entry in story.versions]
        read = settle_revisions(
            [
                one
                for entry, id, future in zip(story.versions, ids, fetching, strict=True)
                for one in _parsed(entry, id, future, folder, settings, progress)
            ],
            place,
        )
    versions = [one.version for one in read if one.version is not None]
    with _timed(seconds, "claims"):
        claiming = [claim_task.submit(version) for version in versions]
        claims = [_finished(f, progress, "claims", v.outlet) for f, v in zip(claiming, versions, strict=True)]
    with _timed(seconds, "translate"):
        translating = [translate_task.submit(version, folder, settings) for version in versions]
        translations = [
            _finished(f, progress, "translate", v.outlet) for f, v in zip(translating, versions, strict=True)
        ]
    progress("align", "sentences")
    report = judge_task(story, read, translations, claims, folder, settings, dict(seconds))
    if report.run.started < started:
        report = _from_cache(report, started, seconds)
        save_findings(place.store, story.id, story.title, report.versions, report.discrepancies)
    progress("report", story.id)
    if out:
        keep_report(report, place, Path(out))
    _keep_artifacts(report)
    return report


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    seconds[stage] = round(time.perf_counter() - started, 3)


def _finished(future: PrefectFuture[Any], progress: Callable[[str, str], None], stage: str, what: str) -> Any:
    result = future.result()
    progress(stage, what)
    return result


def _parsed(
    entry: VersionEntry, id: str, fetched: PrefectFuture[Any], folder: str, settings: str, progress: Progress
) -> tuple[ReadVersion, ...]:
    record = _finished(fetched, progress, "fetch", entry.outlet)
    return (
        (ReadVersion(None, record),)
        if isinstance(record, Unusable)
        else parse_task(entry, id, record, folder, settings)
    )


def _from_cache(report: Report, started: datetime, seconds: dict[str, float]) -> Report:
    """The report of an earlier run over the same texts, engines and settings, with the counts of this run."""
    counts = dict(report.run.counts)
    for done in ("embeddings", "translations"):
        reused = counts.pop(f"{done} computed", 0) + counts.pop(f"{done} from store", 0)
        reused += counts.pop(f"{done} from memory", 0)
        counts |= {f"{done} computed": 0, f"{done} from cache": reused}
    return replace(report, run=replace(report.run, started=started, seconds=dict(seconds), counts=counts))


def _keep_artifacts(report: Report) -> None:
    outlet_of = {version.id: version.outlet for version in report.versions}
    create_markdown_artifact(render_markdown(report), key=f"report-{report.story_id}", description=report.title)
    rows = [
        {
            "severity": found.severity,
            "kind": found.kind,
            "outliers": ", ".join(outlet_of[v] for v in found.outliers),
            "what differs": found.summary,
        }
        for found in report.discrepancies
    ]
    create_table_artifact(rows, key=f"discrepancies-{report.story_id}", description=report.title)
