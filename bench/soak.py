"""Many watch runs one after the other in one process: what grows that should not.

usage: python -m bench.soak [--runs N] [--outlets N] [--pages N] [--json FILE]

The fake internet of the tests is watched again and again, half an hour later on the clock each time and at once in
fact. Nothing changes between most runs; before every twentieth one page changes a figure and one a counter. Memory and
open files are those of the process after each run (Linux), the fake hosts' included; the database's size is that of its
pages, without what its log holds for a while.
"""

from __future__ import annotations

import argparse
import gc
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
from sqlalchemy import func, select, text

from align.encoder import Encoder, load_encoder
from bench.metrics import Metrics, show_metrics, write_metrics
from configs.pipeline import PipelineConfig
from fetch.download import Downloader
from flows.watch import watch_once
from flows.workplace import Workplace, make_workplace
from store.database import Store
from store.schema import metadata
from tests.flows.internet import NOW, Internet, make_internet, serve_internet
from tests.flows.watching import STORY, Clock

__all__ = ["Sample", "main", "metrics_of", "soak"]

EVERY = timedelta(minutes=30)
CHANGE_EVERY = 20
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Sample:
    """How things stand after a run: whether it found a page changed, the reports that it wrote, what is there."""

    changed: bool
    reports: int
    resident_bytes: int
    open_files: int
    rows: int
    database_bytes: int
    archive_files: int


def soak(runs: int, outlets: int, pages: int, folder: Path, encoder: Encoder) -> Iterator[Sample]:
    """Watches ``runs`` times in ``folder``."""
    settings = PipelineConfig.model_validate(
        {
            "translate": {"fetch": "never", "order": []},
            "match": {"unsure_likeness": -1.0, "join_likeness": 2.0, "watched_days": 30},
        }
    )
    clock = Clock(NOW)
    place = make_workplace(folder / "work", settings, downloader=Downloader(settings.fetch), encoder=encoder)
    place.store = Store(place.store.engine, clock)
    with serve_internet(make_internet(outlets, pages)) as net:
        for number in range(runs):
            if number > 0 and number % CHANGE_EVERY == 0:
                _change(net, number)
            done = watch_once(net.outlets(), [STORY], place, folder / "out")
            clock.now += EVERY
            # a page is asked for again hours later: the change is found by a later run than the next
            yield _sample(any(one.fetched for one in done.outlets), len(done.reports), place)
    place.close()


def _change(net: Internet, number: int) -> None:
    """One page that tells of the event has another toll; one has a counter that no reader calls a change."""
    hosts = list(net.hosts.values())
    toll, counter = hosts[number % len(hosts)], hosts[(number + 1) % len(hosts)]
    page = toll.pages[f"/{toll.language}/0.html"]
    now, then = ("12", "14") if number // CHANGE_EVERY % 2 else ("14", "12")
    page.paragraphs = tuple(part.replace(now, then).replace("21", then) for part in page.paragraphs)
    counter.pages[f"/{counter.language}/0.html"].extra = f"<p>{number}</p>"


def _sample(changed: bool, reports: int, place: Workplace) -> Sample:
    gc.collect()
    with place.store.read() as connection:
        tables = [table for table in metadata.sorted_tables if table.name != "changes"]
        rows = sum(connection.execute(select(func.count()).select_from(table)).scalar() or 0 for table in tables)
        pages, size = (connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("page_count", "page_size"))
    return Sample(
        changed=changed,
        reports=reports,
        resident_bytes=int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE,
        open_files=len(os.listdir("/proc/self/fd")),
        rows=rows,
        database_bytes=int(pages or 0) * int(size or 0),
        archive_files=sum(path.is_file() for path in place.archive.folder.rglob("*")),
    )


def metrics_of(samples: Sequence[Sample]) -> Metrics:
    """What grew: memory as a straight line through the second half of the runs, the rest over runs without a change."""
    calm = [(a, b) for a, b in pairwise(samples) if not b.changed]
    late = [sample.resident_bytes for sample in samples[len(samples) // 2 :]]
    slope = float(np.polyfit(np.arange(len(late)), late, 1)[0]) if len(late) > 1 else 0.0
    opened = [sample.open_files for sample in samples[1:]]
    return {
        "runs": len(samples),
        "unchanged_runs": len(calm),
        "reports": sum(sample.reports for sample in samples),
        "reports_of_unchanged_runs": sum(b.reports for _, b in calm),
        "memory_mb_after_tenth": samples[len(samples) // 10].resident_bytes / 1e6,
        "memory_mb_at_end": samples[-1].resident_bytes / 1e6,
        "memory_kb_per_run": slope / 1e3,
        "open_files_least": min(opened),
        "open_files_most": max(opened),
        "rows_per_unchanged_run": sum(b.rows - a.rows for a, b in calm) / max(len(calm), 1),
        "database_bytes_per_unchanged_run": sum(b.database_bytes - a.database_bytes for a, b in calm)
        / max(len(calm), 1),
        "archive_files_per_unchanged_run": sum(b.archive_files - a.archive_files for a, b in calm) / max(len(calm), 1),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table and writes the metrics."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--outlets", type=int, default=15)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args(arguments)
    samples = []
    with tempfile.TemporaryDirectory() as name:
        encoder = load_encoder("bundled")
        for sample in soak(chosen.runs, chosen.outlets, chosen.pages, Path(name), encoder):
            samples.append(sample)
            if len(samples) % max(chosen.runs // 10, 1) == 0:
                mb = sample.resident_bytes / 1e6
                print(
                    f"run {len(samples):>4}  {mb:>7.1f} MB  {sample.open_files:>3} open  {sample.rows:>6} rows",
                    flush=True,
                )
    metrics = metrics_of(samples)
    show_metrics(metrics)
    write_metrics(metrics, chosen.json)


if __name__ == "__main__":
    main()
