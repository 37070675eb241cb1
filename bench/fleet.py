"""How many pages a minute a watch run reads, matches and compares with one and two workers, in every runner.

usage: python -m bench.fleet [--outlets N] [--pages N] [--workers N ...] [--json FILE]

The flow ``watch outlets`` runs over the fake internet of the tests, in a process of its own and a fresh folder for each
runner and number of workers; Prefect's start is not counted, that of the workers is. Beside the minutes stand the
seconds of processor time of all processes, which other programs on the machine disturb less. The share of time in
models is measured apart, on the same pages by the plain functions: the encoder, and translation as a whole.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import yaml

from align.encoder import load_encoder
from bench.metrics import write_metrics
from bench.pipeline import TimedEncoder
from configs.pipeline import load_pipeline
from configs.place import CONFIGS
from flows.retranslating import translate_checked
from flows.watch import compare_touched, match_pages, read_outlets
from flows.workplace import open_workplace
from store.memberships import members_of
from store.versions import latest_version
from tests.flows.internet import Internet, make_internet, serve_internet
from tests.flows.served import own_configs
from tests.flows.watching import STORY

__all__ = ["main", "share_in_models"]

RUNNERS = ("threads", "processes", "dask")
ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and writes the metrics."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--outlets", type=int, default=30)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--run", nargs=2, metavar=("OUT", "SETTINGS"), help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.run is not None:
        return _run(*chosen.run)
    metrics: dict[str, float | None] = {"outlets": chosen.outlets, "pages": chosen.pages}
    print(f"{'runner':12}{'workers':>8}{'pages a minute':>16}{'seconds':>9}{'processor seconds':>19}", flush=True)
    with tempfile.TemporaryDirectory() as name, serve_internet(make_internet(chosen.outlets, chosen.pages)) as net:
        folder = Path(name)
        own_configs(folder / "configs", net)
        settings = _settings(folder / "pipeline.yml")
        for runner in RUNNERS:
            for workers in chosen.workers:
                seconds, spent, pages = _measured(runner, workers, folder, settings)
                prefix = f"{runner}_{workers}"
                metrics[f"{prefix}_pages_per_minute"] = None if seconds is None else round(60 * pages / seconds, 1)
                metrics[f"{prefix}_cpu_seconds"] = None if seconds is None else round(spent, 1)
                shown = (
                    ["-"] * 3 if seconds is None else [f"{60 * pages / seconds:.0f}", f"{seconds:.1f}", f"{spent:.1f}"]
                )
                print(f"{runner:12}{workers:>8}{shown[0]:>16}{shown[1]:>9}{shown[2]:>19}", flush=True)
        metrics["share_in_models"] = round(share_in_models(net, folder / "plain", settings), 4)
    print(f"share of time in models (plain functions, one process): {metrics['share_in_models']:.1%}")
    write_metrics(metrics, chosen.json)
    return 0


def _settings(path: Path) -> Path:
    fields = {
        "translate": {"fetch": "never"},
        "match": {"unsure_likeness": -1.0, "join_likeness": 2.0, "watched_days": 20_000},
    }
    path.write_text(yaml.safe_dump(fields), "utf-8")
    return path


def _measured(runner: str, workers: int, folder: Path, settings: Path) -> tuple[float | None, float, int]:
    """Seconds of the flow, processor seconds of all its processes, pages; None where the runner is not installed."""
    out = folder / f"{runner}-{workers}"
    own = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    own |= {
        CONFIGS: str(folder / "configs"),
        "SYNOPTIC_RUNNER": runner,
        "SYNOPTIC_WORKERS": str(workers),
        "SYNOPTIC_OFFLINE": "1",
        "PREFECT_HOME": str(folder / "prefect"),
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "600",  # the first one makes Prefect's database
    }
    command = [sys.executable, "-m", "bench.fleet", "--run", str(out), str(settings)]
    done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{runner}: {(done.stderr.strip().splitlines() or ['ended early'])[-1]}; skipped", flush=True)
        return None, 0.0, 0
    told = json.loads(done.stdout.splitlines()[-1])
    return float(told["seconds"]), float(told["cpu_seconds"]), int(told["pages"])


def _run(out: str, settings: str) -> int:
    """One run of the flow, in this process, as JSON."""
    from flows.prefect_settings import set_up_prefect

    set_up_prefect(Path(out))
    from prefect import flow

    from flows.watch_flow import watch_outlets

    @flow(name="warm up", persist_result=False)
    def warm_up() -> None:
        """Starts Prefect's server."""

    warm_up()
    before, started = _spent(), time.perf_counter()
    counted = watch_outlets(out=out, settings=settings)
    seconds = time.perf_counter() - started
    told = {"seconds": seconds, "cpu_seconds": _spent() - before, "pages": counted["pages_new_or_changed"]}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


def _spent() -> float:
    """Processor seconds of this process and of those that it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def share_in_models(net: Internet, folder: Path, settings: Path) -> float:
    """The share, 0..1, of a run's seconds that encoder and translation take, the model being loaded already."""
    pipeline = load_pipeline(settings)
    encoder = TimedEncoder(load_encoder(pipeline.align.encoder, pipeline.align.model))
    encoder.encode(["warm up"])
    encoder.seconds = 0.0
    with open_workplace(folder / "work", pipeline, encoder=encoder) as place:
        started = time.perf_counter()
        read_outlets(net.outlets(), place)
        match_pages([STORY], place)
        found = (latest_version(place.store, member.url) for member in members_of(place.store, STORY.id))
        began = time.perf_counter()
        for version in found:
            if version is not None:
                translate_checked(version, place)
        translating = time.perf_counter() - began
        compare_touched([STORY], place, folder / "out")
        return (translating + encoder.seconds) / (time.perf_counter() - started)


if __name__ == "__main__":
    raise SystemExit(main())
