"""The watch flow in threads, in processes and on a Dask cluster keeps and finds the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from configs.place import CONFIGS
from store.database import open_store
from store.schema import versions
from tests.flows.command import ROOT, environment, read_report
from tests.flows.internet import make_internet, serve_internet
from tests.flows.served import own_configs, quick_settings
from tests.flows.watching import STORY

RUNNERS = ["threads", "processes", *(["dask"] if find_spec("prefect_dask") else [])]
PAGES = 8


def watch(runner: str, folder: Path) -> Any:
    """One run with two workers, in a process of its own: seconds and pages that were new, as JSON."""
    own = environment(SYNOPTIC_RUNNER=runner, SYNOPTIC_WORKERS="2", SYNOPTIC_OFFLINE="1", OMP_NUM_THREADS="1")
    own |= {CONFIGS: str(folder / "configs"), "PREFECT_HOME": str(folder / runner / ".synoptic" / "prefect")}
    command = [sys.executable, "-m", "bench.fleet", "--run", str(folder / runner), str(folder / "pipeline.yml")]
    done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def kept(out: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """Every version's address and digest of text, and the ids of the discrepancies."""
    with open_store(out / ".synoptic" / "synoptic.sqlite") as store, store.read() as connection:
        pages = [(url, text) for url, text in connection.execute(select(versions.c.url, versions.c.sha256))]
    return sorted(pages), sorted(one["id"] for one in read_report(out, STORY.id)["discrepancies"])


@pytest.mark.flow
@pytest.mark.skipif(
    os.environ.get("SYNOPTIC_TEST_FULL") != "1", reason="SYNOPTIC_TEST_FULL=1: minutes of processor time"
)
@pytest.mark.timeout(1800)  # 204 s of processor time; ten minutes and more where others work too
def test_every_runner_keeps_and_finds_the_same(tmp_path: Path, with_prefect: Callable[[Path], None]) -> None:
    net = make_internet(4, PAGES, languages=("de", "en", "es", "fr"))
    with serve_internet(net):
        own_configs(tmp_path / "configs", net)
        quick_settings(tmp_path / "pipeline.yml")
        for runner in RUNNERS:
            with_prefect(tmp_path / runner)
            assert watch(runner, tmp_path)["pages"] == PAGES, runner
    first, *others = (kept(tmp_path / runner) for runner in RUNNERS)
    assert len(first[0]) == PAGES
    assert first[1]
    assert all(other == first for other in others)
