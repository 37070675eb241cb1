"""``synoptic serve``, started for real: forms, runs by itself and by hand, two at once, every runner, a clean stop."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from flows.runners import task_runner
from records.errors import InputError
from store.database import open_store
from store.findings import story_findings
from store.schema import runs
from tests.flows.command import environment, read_report
from tests.flows.internet import Internet, make_internet, serve_internet
from tests.flows.served import Served, quick_settings, served, until
from tests.flows.watching import STORY

pytestmark = pytest.mark.flow


@pytest.mark.heavy(70)
@pytest.mark.timeout(1200)
def test_flows_are_served_run_in_every_runner_and_stopped(tmp_path: Path, with_prefect: Callable[[Path], None]) -> None:
    """One server for all of it: starting Prefect is most of the time."""
    with_prefect(tmp_path / "out")
    net = make_internet(4, 4, languages=["de", "en"])
    with serve_internet(net), served(tmp_path, net) as one:
        check_forms(one, net)
        (first,) = until(partial(ended_runs, one))
        assert first["state_type"] == "COMPLETED", first["state"]
        report = read_report(one.out, STORY.id)
        assert {version["outlet"] for version in report["versions"]} == set(net.outlets())

        two_runs_at_once_give_one_result(one)
        each_process_loads_its_model_once(one, tmp_path / "runners")

        assert one.stop() == 0
        screen = one.screen.read_text("utf-8")
        assert "Traceback" not in screen and "ERROR" not in screen, screen
        assert "watch: begins, 4 outlets and 1 story\n" in screen
        assert f"{STORY.id}: " in screen and "new or changed" in screen and "watch: done in " in screen
        assert screen.count("backfill: begins") == 2
        assert processes_of(tmp_path) == []


def check_forms(one: Served, net: Internet) -> None:
    """The forms offer what there is, and refuse what there is not before a run begins."""
    found = one.deployments()
    assert set(found) == {"watch outlets", "backfill", "compare watched story", "compare story"}
    assert form_of(found["watch outlets"])["outlets"]["anyOf"][0]["items"]["enum"] == sorted(net.outlets())
    assert form_of(found["compare watched story"])["story"]["enum"] == [STORY.id]
    for flow, model in (("backfill", "WatchedStory"), ("compare story", "StoryConfig")):
        assert model in found[flow]["parameter_openapi_schema"]["definitions"]
    for wrong in ({"outlets": ["no-such-outlet"]}, {"stories": "all"}):
        refused = one.start("watch outlets", **wrong)
        assert refused.status_code == 409 and str(next(iter(wrong))) in refused.text
    assert one.start("backfill", story={"id": "No Id", "title": "x", "about": []}).status_code == 409


def form_of(deployment: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = deployment["parameter_openapi_schema"]["properties"]
    return fields


def ended_runs(one: Served) -> list[dict[str, Any]]:
    states = {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}
    ended: list[dict[str, Any]] = one.ask("flow_runs/filter", flow_runs={"state": states})
    return ended


def two_runs_at_once_give_one_result(one: Served) -> None:
    """The same new story, from two forms at once."""
    story = {**STORY.model_dump(mode="json"), "id": "second", "title": "The ferry again"}
    began = [one.start("backfill", days=20_000, story=story).json()["id"] for _ in range(2)]
    for run in began:
        ended = until(partial(one.ended, run))
        assert ended["state_type"] == "COMPLETED", ended["state"]
    with open_store(one.out / ".synoptic" / "synoptic.sqlite") as store:
        with store.read() as connection:
            kept = connection.execute(select(runs.c.signature).where(runs.c.story == "second")).scalars().all()
        assert len(kept) == 1
        keys = [finding.key.removeprefix("second.") for finding in story_findings(store, "second")]
    assert sorted(keys) == sorted(found["id"] for found in read_report(one.out, "second")["discrepancies"])
    assert len(set(keys)) == len(keys) > 0


def each_process_loads_its_model_once(one: Served, folder: Path) -> None:
    folder.mkdir()
    settings = quick_settings(folder / "pipeline.yml")
    names = ["threads", "processes", *(["dask"] if find_spec("prefect_dask") else [])]
    command = [sys.executable, "-m", "tests.flows.runner_child", str(folder), str(settings), *names]
    own = environment(PREFECT_API_URL=one.api, PREFECT_HOME=str(folder / "home"), PREFECT_LOGGING_LEVEL="ERROR")
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=own, timeout=600)
    assert done.returncode == 0, done.stderr
    for name, told in json.loads(done.stdout.splitlines()[-1]).items():
        processes = {process for process, _, _ in told}
        assert len({tuple(loaded) for loaded in told}) == len(processes), f"{name}: {told}"
        assert 1 <= len(processes) <= (1 if name == "threads" else 2)


def processes_of(folder: Path) -> list[str]:
    listed = subprocess.run(["ps", "-eo", "args"], check=True, capture_output=True, text=True).stdout
    return [line for line in listed.splitlines() if str(folder) in line]


@pytest.mark.parametrize(("name", "value"), [("SYNOPTIC_RUNNER", "fibres"), ("SYNOPTIC_WORKERS", "many")])
def test_a_runner_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(InputError, match=f"{name}: '{value}'"):
        task_runner()
