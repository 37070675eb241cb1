"""No test of a command fetches a model; Prefect's database is made once, not by every test that runs Prefect."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest

from tests.flows.command import environment
from tests.session import alone, common_folder


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYNOPTIC_OFFLINE", "1")
    monkeypatch.delenv("SYNOPTIC_ALLOW_PRIVATE", raising=False)


@pytest.fixture(scope="session")
def with_prefect(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], None]:
    """Puts a new database of Prefect's into the workplace of a folder of reports.

    Its migrations take ten seconds: they are run once, whichever of the session's processes comes first.
    """
    home = common_folder(tmp_path_factory) / "prefect"
    made = home / "prefect.db"
    with alone(home.with_suffix(".lock")):
        if not (home / "ready").is_file():
            command = [sys.executable, "-m", "prefect", "server", "database", "upgrade", "-y"]
            own = environment(PREFECT_HOME=str(home), PREFECT_SERVER_ANALYTICS_ENABLED="false")
            subprocess.run(command, check=True, capture_output=True, env=own, timeout=240)
            (home / "ready").touch()

    def put(out: Path) -> None:
        (out / ".synoptic" / "prefect").mkdir(parents=True)
        copyfile(made, out / ".synoptic" / "prefect" / "prefect.db")

    return put
