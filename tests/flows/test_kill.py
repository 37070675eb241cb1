"""A watch run killed at random moments and started again ends as a run that nobody stopped; two at once as one."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, select, text

from flows.watch import compare_member_pages, match_pages, read_outlets, watch_once
from store.database import open_store
from store.findings import story_findings
from store.schema import metadata
from store.urls import LONGEST_URL
from store.verdicts import decide, history_of
from tests.flows.command import read_report
from tests.flows.internet import Internet, make_internet, serve_internet
from tests.flows.watch_child import LANGUAGES, OUTLETS, PAGES, watch
from tests.flows.watching import STORY, Clock, workplace
from tests.store.conftest import postgres, where

__all__ = ["postgres", "where"]

KILLS = int(os.environ.get("SYNOPTIC_TEST_KILLS", "4"))
"""In all, over both runs; four keep the suite short."""
_PASSING = {"id", "changed", "verdict"}
"""Numbers that a rolled back transaction may use up."""


@dataclass
class Runner:
    """Starts watch runs in processes of their own."""

    net: Internet
    folder: Path
    database: str

    def run(self, minutes: int, kill_after: float | None = None) -> bool:
        """Whether the run ended by itself; else it was killed so many seconds after its workplace was open."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.flows.watch_warm"])
        started = context.Event()
        values = (str(self.folder), self.database, self.net.port, minutes, started)
        process = context.Process(target=watch, args=values)
        process.start()
        assert started.wait(60)
        process.join(kill_after if kill_after is not None else 120)
        if process.is_alive():
            process.kill()
            process.join()
            assert kill_after is not None, "the run did not end"
            return False
        assert process.exitcode == 0
        return True

    def state(self) -> dict[str, list[str]]:
        """Every row of the store by table, without what says only when and where."""
        with open_store(self.database) as store, store.read() as connection:
            return {
                table.name: sorted(self._shown(row) for row in connection.execute(select(table)).mappings())
                for table in metadata.sorted_tables
                if table.name != "changes"
            }

    def _shown(self, row: Any) -> str:
        shown = {name: value for name, value in row.items() if name not in _PASSING}
        if "report" in shown:
            shown["report"] = _bare(shown["report"])
        return repr(sorted(shown.items())).replace(str(self.folder), "")

    def files(self) -> list[str]:
        """What lies in the archive and in the report's folder, by name and, for the report, content."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file() and "sqlite" not in path.name)
        return [str(path.relative_to(self.folder)) for path in found if not path.name.startswith(".")]

    def report(self) -> str:
        return _bare((self.folder / "out" / STORY.id / "report.json").read_text("utf-8")).replace(str(self.folder), "")


def _bare(report: str) -> str:
    fields = json.loads(report)
    del fields["run"]
    return json.dumps(fields, sort_keys=True)


def small_internet() -> Internet:
    net = make_internet(OUTLETS, PAGES, languages=LANGUAGES)
    hosts = list(net.hosts.values())
    for number, fault in enumerate(("404", "consent", "slow", "wrong charset")):
        hosts[number].pages[f"/{hosts[number].language}/3.html"].fault = fault
    return net


def edit(net: Internet) -> None:
    """Two outlets change a figure, one only a counter."""
    hosts = list(net.hosts.values())
    for host in hosts[1:3]:
        page = host.pages[f"/{host.language}/0.html"]
        page.paragraphs = tuple(text.replace("12", "14") for text in page.paragraphs)
    hosts[3].pages[f"/{hosts[3].language}/0.html"].extra = "<p>312</p>"


def decide_first(runner: Runner) -> str:
    with open_store(runner.database, Clock()) as store:
        finding = story_findings(store, STORY.id)[0]
        decide(store, finding.key, "confirmed", "ana", finding.verdict)
        return finding.key


@pytest.mark.timeout(1200)
def test_a_killed_run_ends_as_an_unbroken_one(where: str, tmp_path: Path) -> None:
    rng = random.Random(f"{KILLS} {'://' in where}")
    other = second_database(where, tmp_path)
    with serve_internet(small_internet()) as net:
        whole, broken = Runner(net, tmp_path / "whole", other), Runner(net, tmp_path / "broken", where)
        kills = 0
        for minutes in (0, 61):
            if minutes:
                assert decide_first(whole) == decide_first(broken)
                edit(net)
            began = time.monotonic()
            assert whole.run(minutes)
            took = time.monotonic() - began
            for _ in range(KILLS // 2):
                kills += not broken.run(minutes, rng.uniform(0.0, took * 2 / KILLS))
                check_between(broken)
            assert broken.run(minutes)
            assert broken.state() == whole.state()
            assert broken.report() == whole.report()
            assert broken.files() == whole.files()
            records = [path for path in broken.files() if path.endswith(".warc.gz")]
            assert max(Counter(records).values()) == 1
        assert kills >= KILLS // 2
        for runner in (whole, broken):
            with open_store(runner.database) as store:
                found = story_findings(store, STORY.id, gone=True)
                assert any(v.by == "ana" for one in found for v in history_of(store, one.key))


def check_between(broken: Runner) -> None:
    """Between two runs a report is there whole or not at all."""
    for path in (broken.folder / "out").rglob("report.*"):
        content = path.read_text("utf-8")
        assert json.loads(content) if path.suffix == ".json" else content.strip()
        assert path.suffix != ".html" or content.rstrip().endswith("</html>")


def second_database(where: str, tmp_path: Path) -> str:
    if "://" not in where:
        return str(tmp_path / "whole.sqlite")
    name = where.rsplit("/", 1)[1] + "_whole"
    engine = create_engine(where.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return where.rsplit("/", 1)[0] + "/" + name


def compare_at_once(folder: str, database: str, number: int, together: Barrier) -> None:
    place = workplace(Path(folder) / "work", Clock(), database)
    together.wait(60)
    compare_member_pages(STORY, place, Path(folder) / "out")
    place.close()


@pytest.mark.timeout(600)
def test_two_comparisons_at_once_give_one_result(where: str, tmp_path: Path) -> None:
    """In two processes, as two machines would, and in two threads of one."""
    clock = Clock()
    place = workplace(tmp_path / "work", clock, where)
    with serve_internet(make_internet(OUTLETS, OUTLETS, languages=LANGUAGES)) as net:
        read_outlets(net.outlets(), place)
        match_pages([STORY], place)
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.flows.watch_warm"])
        together = context.Barrier(2)
        both = [
            context.Process(target=compare_at_once, args=(str(tmp_path), where, number, together)) for number in (1, 2)
        ]
        for process in both:
            process.start()
        for process in both:
            process.join(120)
        assert [process.exitcode for process in both] == [0, 0]
        check_one_result(where, tmp_path, runs=1, findings=1)

        edit(net)
        clock.now += timedelta(minutes=61)
        read_outlets(net.outlets(), place)
        with ThreadPoolExecutor(2) as pool:
            given = [pool.submit(compare_member_pages, STORY, place, tmp_path / "out") for _ in range(2)]
            reports = [one.result() for one in given]
        ids = {tuple(one.id for one in report.discrepancies) for report in reports if report is not None}
        assert len(ids) == 1
        check_one_result(where, tmp_path, runs=2, findings=len(next(iter(ids))))
    place.close()


def check_one_result(where: str, folder: Path, runs: int, findings: int) -> None:
    with open_store(where) as store:
        with store.read() as connection:
            kept = connection.execute(select(metadata.tables["runs"].c.signature)).scalars().all()
        assert len(set(kept)) == len(kept) == runs
        keys = [one.key for one in story_findings(store, STORY.id)]
        assert len(set(keys)) == len(keys) >= findings > 0
        assert sorted(one["id"] for one in read_report(folder / "out", STORY.id)["discrepancies"]) == sorted(
            key.removeprefix(f"{STORY.id}.") for key in keys
        )


@pytest.mark.parametrize("size", [LONGEST_URL, LONGEST_URL + 1])
def test_an_address_that_no_index_holds_is_told(where: str, tmp_path: Path, size: int) -> None:
    place = workplace(tmp_path / "work", Clock(), where)
    net = make_internet(2, 2, languages=["en"])
    host = next(iter(net.hosts.values()))
    with serve_internet(net):
        start = net.url(host, "/")
        path = "/" + "".join(random.Random(5).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=size - len(start)))
        host.pages[path] = host.pages.pop("/en/0.html")
        run = watch_once(net.outlets(), [STORY], place, tmp_path / "out")
    place.close()
    if size > LONGEST_URL:
        assert ["more than 2,000" in one.why for one in run.unusable] == [True] and len(run.joined) == 1
    else:
        assert run.unusable == [] and len(run.joined) == 2 and len(run.reports) == 1
