"""``synoptic serve``, started for real: deployments with forms, a scheduled run, two runs at once, a clean stop."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from store.database import open_store
from store.findings import story_findings
from store.schema import runs
from tests.flows.command import read_report
from tests.flows.internet import make_internet, serve_internet
from tests.flows.served import Served, served, until
from tests.flows.watching import STORY

pytestmark = pytest.mark.flow


def forms(deployment: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = deployment["parameter_openapi_schema"]["properties"]
    return fields


@pytest.mark.timeout(300)
def test_flows_are_served_run_by_schedule_and_by_hand_and_stopped(tmp_path: Path) -> None:
    net = make_internet(4, 8, languages=["de", "en"])
    with serve_internet(net), served(tmp_path, net) as one:
        found = one.deployments()
        assert set(found) == {"watch outlets", "backfill", "compare watched story", "compare story"}
        offered = forms(found["watch outlets"])["outlets"]["anyOf"][0]["items"]["enum"]
        assert offered == sorted(net.outlets())
        assert forms(found["compare watched story"])["story"]["enum"] == [STORY.id]
        assert "WatchedStory" in found["backfill"]["parameter_openapi_schema"]["definitions"]

        refused = one.start("watch outlets", outlets=["no-such-outlet"])
        assert refused.status_code == 409 and "no-such-outlet" in refused.text

        (first,) = until(lambda: _ended_runs(one))
        assert first["state_type"] == "COMPLETED", first["state"]
        report = read_report(one.out, STORY.id)
        assert {version["outlet"] for version in report["versions"]} == set(net.outlets())

        two_runs_at_once_give_one_result(one)

        assert one.stop() == 0
        screen = one.screen.read_text("utf-8")
        assert "Traceback" not in screen and "ERROR" not in screen, screen
        assert not _processes_of(tmp_path)


def _ended_runs(one: Served) -> list[dict[str, Any]]:
    states = {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED"]}}
    ended: list[dict[str, Any]] = one.ask("flow_runs/filter", flow_runs={"state": states})
    return ended


def two_runs_at_once_give_one_result(one: Served) -> None:
    """The same new story, from two forms at once."""
    story = {**STORY.model_dump(mode="json"), "id": "second", "title": "The ferry again"}
    began = [one.start("backfill", days=20_000, story=story).json()["id"] for _ in range(2)]
    for run in began:
        ended = until(lambda run=run: one.ended(run))
        assert ended["state_type"] == "COMPLETED", ended["state"]
    with open_store(one.out / ".synoptic" / "synoptic.sqlite") as store:
        with store.read() as connection:
            kept = connection.execute(select(runs.c.signature).where(runs.c.story == "second")).scalars().all()
        assert len(kept) == 1
        keys = [finding.key.removeprefix("second.") for finding in story_findings(store, "second")]
    assert sorted(keys) == sorted(found["id"] for found in read_report(one.out, "second")["discrepancies"])
    assert len(set(keys)) == len(keys) > 0


def _processes_of(folder: Path) -> list[str]:
    listed = subprocess.run(["ps", "-eo", "args"], check=True, capture_output=True, text=True).stdout
    return [line for line in listed.splitlines() if str(folder) in line]
