"""Where a flow's tasks run: threads, processes, or a Dask cluster; by the environment, so that no flow changes."""

from __future__ import annotations

import os
from typing import Any

from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from records.errors import InputError, UnavailableError

__all__ = ["RUNNER", "WORKERS", "task_runner"]

RUNNER, WORKERS = "SYNOPTIC_RUNNER", "SYNOPTIC_WORKERS"
"""``threads`` (the default), ``processes``, ``dask`` (a cluster on this machine) or a Dask scheduler's address."""
_DEFAULT_WORKERS = "4"


def task_runner(name: str | None = None, workers: int | None = None) -> TaskRunner[Any]:
    """The runner that ``name`` or the environment names, with so many workers.

    Each process keeps its models and its connection to the store as long as it lives.

    Raises:
        InputError: there is no such runner.
        UnavailableError: Dask is asked for and not installed.
    """
    name = name or os.environ.get(RUNNER) or "threads"
    count = workers or int(os.environ.get(WORKERS) or _DEFAULT_WORKERS)
    if name == "threads":
        return ThreadPoolTaskRunner(max_workers=count)
    if name == "processes":
        return ProcessPoolTaskRunner(max_workers=count)
    if name == "dask" or "://" in name:
        return _dask(None if name == "dask" else name, count)
    raise InputError(f"{RUNNER}: {name!r} is no runner; write threads, processes, dask or tcp://host:8786.")


def _dask(address: str | None, workers: int) -> TaskRunner[Any]:
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError:
        raise UnavailableError("Dask is not installed; run: pip install 'synoptic[dask]'") from None
    runner: TaskRunner[Any] = (
        DaskTaskRunner(address=address)
        if address is not None
        else DaskTaskRunner(cluster_kwargs={"n_workers": workers, "threads_per_worker": 1})
    )
    return runner
