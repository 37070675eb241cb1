"""Seconds per stage on the demo and on gold stories, and the share that is not model inference.

usage: python -m bench.pipeline [--stories STORY.yaml ...] [--json FILE]

The demo runs as ``synoptic demo`` does, twice, in processes of its own and a fresh folder; the stories run without
Prefect, so that their stages are the plain functions. Models are the encoder and the translation engine.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from align.encoder import Encoder, Rows, load_encoder
from configs.pipeline import load_pipeline
from configs.story import StoryConfig, load_story
from flows.compare import compare_story
from flows.demo.run import story_from_feeds
from flows.demo.server import serve_demo
from flows.workplace import open_workplace
from records.report import Report

__all__ = ["main"]

FERRY = Path("../shared/stories/ferry-fire/story.yaml")


@dataclass(slots=True)
class TimedEncoder:
    """An encoder that adds up the seconds spent in it."""

    encoder: Encoder
    seconds: float = 0.0

    @property
    def signature(self) -> str:
        return self.encoder.signature

    def encode(self, texts: Sequence[str]) -> Rows:
        """As the encoder inside."""
        started = time.perf_counter()
        rows = self.encoder.encode(texts)
        self.seconds += time.perf_counter() - started
        return rows


def _demo_seconds(folder: Path) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-m", "flows.cli", "demo", "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def _measured(story: StoryConfig, folder: Path, private: bool) -> tuple[Report, float]:
    """The report of a first run, and the seconds inside the encoder; translation counts as a model as a whole."""
    from fetch.download import Downloader

    settings = load_pipeline()
    encoder = TimedEncoder(load_encoder(settings.align.encoder, settings.align.model))
    encoder.encode(["warm up"])
    encoder.seconds = 0.0
    downloader = Downloader(settings.fetch, allow_private=private)
    with open_workplace(folder, settings, downloader=downloader, encoder=encoder) as place:
        return compare_story(story, place), encoder.seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and writes the metrics of the contract."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", nargs="*", type=Path, default=[FERRY])
    parser.add_argument("--data", type=Path, help="not used: the stories are the data")
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args(arguments)
    console = Console()
    metrics: dict[str, float | None] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        metrics["demo_seconds"] = round(_demo_seconds(folder / "demo"), 2)
        metrics["demo_second_run_seconds"] = round(_demo_seconds(folder / "demo"), 2)
        runs: list[tuple[str, Report, float]] = []
        with serve_demo() as base_url:
            demo = story_from_feeds(base_url, folder / "feeds")
            runs.append(("demo", *_measured(demo, folder / "plain", private=True)))
        for path in chosen.stories:
            if not path.is_file():
                console.print(f"skipped: {path} is not there")
                continue
            story = load_story(path)
            runs.append((story.id, *_measured(story, folder / story.id, private=False)))
    table = Table(title="seconds per stage, first run, no Prefect")
    stages = ["fetch", "translate", "claims", "align", "flag"]
    for column in ("story", "versions", "sentences", *stages, "in models", "outside, %"):
        table.add_column(column, justify="right")
    total = inside = 0.0
    for id, report, encoding in runs:
        seconds = report.run.seconds
        models = encoding + seconds.get("translate", 0.0)
        whole = sum(seconds.values())
        total, inside = total + whole, inside + models
        cells = [f"{seconds.get(stage, 0.0):.2f}" for stage in stages]
        counts = report.run.counts
        outside = f"{100 * (1 - models / whole):.0f}"
        table.add_row(id, str(counts["versions"]), str(counts["sentences"]), *cells, f"{models:.2f}", outside)
    metrics["share_outside_models"] = round(1 - inside / total, 4) if total else None
    console.print(table)
    for metric, value in metrics.items():
        console.print(f"{metric}: {value}")
    if chosen.json is not None:
        chosen.json.write_text(json.dumps(metrics, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
