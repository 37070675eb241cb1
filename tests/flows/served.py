"""``synoptic serve`` as a person starts it, over the fake internet, and what its server says."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx
import yaml

from configs.place import CONFIGS
from tests.flows.command import ROOT
from tests.flows.internet import Internet
from tests.flows.watching import STORY

__all__ = ["Served", "own_configs", "quick_settings", "served", "until"]

Found = TypeVar("Found")


def own_configs(folder: Path, net: Internet) -> Path:
    """A folder with the files of the outlets of ``net`` and of the watched story."""
    (folder / "outlets").mkdir(parents=True)
    (folder / "stories").mkdir()
    for name, outlet in net.outlets().items():
        (folder / "outlets" / f"{name}.yml").write_text(yaml.safe_dump(outlet.model_dump(mode="json")), "utf-8")
    (folder / "stories" / f"{STORY.id}.yml").write_text(yaml.safe_dump(STORY.model_dump(mode="json")), "utf-8")
    return folder


def quick_settings(path: Path) -> Path:
    """A pipeline file: no translation, a page that names the story belongs to it, pages of any age are read."""
    settings = {
        "translate": {"fetch": "never", "order": []},
        "match": {"unsure_likeness": -1.0, "join_likeness": 2.0, "watched_days": 20_000},
    }
    path.write_text(yaml.safe_dump(settings), "utf-8")
    return path


def until(ask: Callable[[], Found | None], seconds: float = 240.0) -> Found:
    """What ``ask`` gives when it is no longer None or empty."""
    end = time.monotonic() + seconds
    while True:
        found = ask()
        if found:
            return found
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.3)


@dataclass
class Served:
    """A running ``synoptic serve``: its process, its server's address, its folder of reports."""

    process: subprocess.Popen[bytes]
    api: str
    out: Path
    screen: Path

    def ask(self, path: str, **fields: Any) -> Any:
        """What the server answers to a POST of ``fields``."""
        answer = httpx.post(f"{self.api}/{path}", json=fields, timeout=30)
        assert answer.is_success, answer.text
        return answer.json()

    def deployments(self) -> dict[str, dict[str, Any]]:
        """By the name of their flow."""
        flows = {one["id"]: one["name"] for one in self.ask("flows/filter")}
        return {flows[one["flow_id"]]: one for one in self.ask("deployments/filter")}

    def start(self, flow: str, **parameters: Any) -> httpx.Response:
        """Starts a run by hand, as the form of Prefect's pages does."""
        url = f"{self.api}/deployments/{self.deployments()[flow]['id']}/create_flow_run"
        body = {"parameters": parameters, "state": {"type": "SCHEDULED"}, "enforce_parameter_schema": True}
        for _ in range(20):
            answer = httpx.post(url, json=body, timeout=30)
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:  # as Prefect's own client: its database is busy
                break
            time.sleep(0.5)
        return answer

    def ended(self, run: str) -> dict[str, Any] | None:
        """The run, once it has ended."""
        found: dict[str, Any] = httpx.get(f"{self.api}/flow_runs/{run}", timeout=30).json()
        return found if found["state_type"] in {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"} else None

    def stop(self) -> int:
        """Ctrl-C; the exit status."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(240)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


@contextmanager
def served(folder: Path, net: Internet, **environment: str) -> Iterator[Served]:
    """``synoptic serve`` with the outlets of ``net``, its server up and its deployments there; ended at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    own |= {CONFIGS: str(own_configs(folder / "configs", net)), "PREFECT_RUNNER_POLL_FREQUENCY": "1", **environment}
    settings = quick_settings(folder / "pipeline.yml")
    command = ["serve", "--out", str(folder / "out"), "--port", str(port), "--every", "60", "--config", str(settings)]
    screen = folder / "screen"
    with (
        screen.open("wb") as said,
        subprocess.Popen(
            [sys.executable, "-m", "flows.cli", *command], cwd=ROOT, env=own, stdout=said, stderr=said
        ) as process,
    ):
        one = Served(process, f"http://127.0.0.1:{port}/api", folder / "out", screen)
        try:
            until(lambda: process.poll() is not None or _ready(one))
            assert process.poll() is None, screen.read_text("utf-8")
            yield one
        finally:
            if process.poll() is None:
                one.stop()


def _ready(one: Served) -> bool:
    try:
        return len(one.deployments()) == 4
    except (httpx.HTTPError, json.JSONDecodeError, KeyError):
        return False
