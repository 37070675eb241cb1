"""No test of a command fetches a model; Prefect's database is made once, not by every test that runs Prefect."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile

import pytest

from tests.flows.command import environment


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYNOPTIC_OFFLINE", "1")
    monkeypatch.delenv("SYNOPTIC_ALLOW_PRIVATE", raising=False)


@pytest.fixture(scope="session")
def with_prefect(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], None]:
    """Puts a new database of Prefect's into the workplace of a folder of reports.

    Its migrations take ten seconds: they are run once, whichever of the session's processes comes first.
    """
    home = _of_all_processes(tmp_path_factory) / "prefect"
    made = home / "prefect.db"
    with _alone(home.with_suffix(".lock")):
        if not (home / "ready").is_file():
            command = [sys.executable, "-m", "prefect", "server", "database", "upgrade", "-y"]
            own = environment(PREFECT_HOME=str(home), PREFECT_SERVER_ANALYTICS_ENABLED="false")
            subprocess.run(command, check=True, capture_output=True, env=own, timeout=240)
            (home / "ready").touch()

    def put(out: Path) -> None:
        (out / ".synoptic" / "prefect").mkdir(parents=True)
        copyfile(made, out / ".synoptic" / "prefect" / "prefect.db")

    return put


def _of_all_processes(factory: pytest.TempPathFactory) -> Path:
    """The folder that the workers of pytest-xdist have in common, each of which has one of its own in it."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """The block while no other process is in it."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
