"""``synoptic serve``: the scheduled flows on one machine, with Prefect's pages to look at them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from flows.prefect_settings import set_up_prefect
from records.errors import InputError, UnavailableError

__all__ = ["run_serve"]

_START_SECONDS = 120
_HOST = "127.0.0.1"


def run_serve(out: Path, minutes: int, port: int) -> None:
    """Serves the flows until Ctrl-C: ``watch outlets`` every ``minutes``, the others from Prefect's pages.

    With PREFECT_API_URL set, they are served to that server; else to one of its own on ``port``.

    Raises:
        InputError: the schedule makes no sense.
        UnavailableError: Prefect's server does not start.
    """
    if minutes < 1:
        raise InputError(f"--every: {minutes} minutes; write 1 or more.")
    workplace = out.resolve() / ".synoptic"
    workplace.mkdir(parents=True, exist_ok=True)
    set_up_prefect(workplace)
    with _server(port):
        _serve(out.resolve(), minutes)


def _serve(out: Path, minutes: int) -> None:
    from prefect import serve

    from flows.story_flow import compare_story_flow
    from flows.watch_flow import backfill, compare_watched_story, watch_outlets

    given: dict[str, Any] = {"out": str(out)}
    # Prefect types to_deployment for callers that are coroutines too
    deployments: list[Any] = [
        watch_outlets.to_deployment("every-so-often", interval=timedelta(minutes=minutes), parameters=given),
        backfill.to_deployment("by-hand", parameters=given),
        compare_watched_story.to_deployment("by-hand", parameters=given),
        compare_story_flow.to_deployment("by-hand", parameters={"folder": str(out / ".synoptic")}),
    ]
    serve(*deployments, print_starting_message=False)


@contextmanager
def _server(port: int) -> Iterator[None]:
    """Prefect's server in a process of its own, unless PREFECT_API_URL names one."""
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    os.environ["PREFECT_API_URL"] = f"http://{_HOST}:{port}/api"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", _HOST, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port, server)
            sys.stderr.write(f"flows and runs: http://{_HOST}:{port}  (Ctrl-C ends it)\n")
            yield
        finally:
            server.terminate()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    import httpx

    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            if httpx.get(f"http://{_HOST}:{port}/api/health", timeout=2.0).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.5)
    raise UnavailableError(f"Prefect's server did not start on port {port}; give another one with --port")
