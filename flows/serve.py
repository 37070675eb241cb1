"""``synoptic serve``: the scheduled flows on one machine, with Prefect's pages to look at them."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import Any

from configs.pipeline import PIPELINE_FILE, load_pipeline
from flows.prefect_settings import set_up_prefect
from flows.telling import TELLS
from records.errors import InputError, UnavailableError

__all__ = ["run_serve"]

_START_SECONDS, _STOP_SECONDS = 120, 20
_HOST = "127.0.0.1"


def run_serve(out: Path, minutes: int, port: int, config: Path | None = None) -> None:
    """Serves the flows until Ctrl-C or SIGTERM: ``watch outlets`` now and every ``minutes``, the others when asked.

    With PREFECT_API_URL set, they are served to that server; else to one of its own on ``port``.

    Raises:
        InputError: the schedule makes no sense, the settings don't fit, or something else listens on ``port``.
        UnavailableError: Prefect's server does not start.
    """
    if minutes < 1:
        raise InputError(f"--every: {minutes} minutes; write 1 or more.")
    workplace = out.resolve() / ".synoptic"
    workplace.mkdir(parents=True, exist_ok=True)
    settings = "" if config is None else str(config.resolve())
    load_pipeline(config or PIPELINE_FILE)
    set_up_prefect(workplace)
    os.environ[TELLS] = "1"
    signal.signal(signal.SIGTERM, _stop)
    with _server(port):
        _serve(out.resolve(), minutes, settings)


def _stop(number: int, frame: FrameType | None) -> None:
    """Ends as Ctrl-C does, also while the server is still starting; Prefect handles the signal itself afterwards."""
    raise KeyboardInterrupt


def _serve(out: Path, minutes: int, settings: str) -> None:
    from prefect import get_client
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.exceptions import TerminationSignal
    from prefect.runner import Runner

    from flows.story_flow import compare_story_flow
    from flows.watch_flow import backfill, compare_watched_story, watch_outlets

    given: dict[str, Any] = {"out": str(out), "settings": settings}
    # a run that takes longer than its interval is not overtaken by the next one
    alone = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    # Prefect types to_deployment for callers that are coroutines too
    deployments: list[Any] = [
        watch_outlets.to_deployment(
            "every-so-often", interval=timedelta(minutes=minutes), parameters=given, concurrency_limit=alone
        ),
        backfill.to_deployment("by-hand", parameters=given),
        compare_watched_story.to_deployment("by-hand", parameters=given),
        compare_story_flow.to_deployment("by-hand", parameters={"folder": str(out / ".synoptic"), **given}),
    ]
    runner = Runner()
    ids: list[Any] = [runner.add_deployment(deployment) for deployment in deployments]
    with get_client(sync_client=True) as client:  # a schedule would begin with its first interval
        client.create_flow_run_from_deployment(ids[0])
    with suppress(KeyboardInterrupt, TerminationSignal):  # or it returns, when it was told to stop between two runs
        asyncio.run(runner.start())
    sys.stderr.write("stopped; 'synoptic serve' goes on where it stopped.\n")


@contextmanager
def _server(port: int) -> Iterator[None]:
    """Prefect's server in a process of its own, unless PREFECT_API_URL names one."""
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    _refuse_taken(port)
    os.environ["PREFECT_API_URL"] = f"http://{_HOST}:{port}/api"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", _HOST, "--port", str(port)]
    # in a session of its own: Ctrl-C ends the runs first, which still have something to tell the server
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as server:
        try:
            _wait_for(port, server)
            sys.stderr.write(f"flows and runs: http://{_HOST}:{port}  (Ctrl-C ends it)\n")
            yield
        finally:
            _end(server)


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex((_HOST, port)) == 0:
            raise InputError(f"--port: something listens on {port} already, perhaps an earlier 'serve'; give another.")


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()


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
