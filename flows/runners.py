"""Where a flow's tasks run: threads, processes, or a Dask cluster; by the environment, so that no flow changes."""

from __future__ import annotations

import os
from typing import Any

from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from records.errors import InputError, UnavailableError

__all__ = ["RUNNER", "WORKERS", "task_runner"]

RUNNER, WORKERS = "SYNOPTIC_RUNNER", "SYNOPTIC_WORKERS"
"""``threads`` (the default), ``processes``, ``dask`` (a cluster on this machine) or a Dask scheduler's address."""
_THREADS = 4
"""Threads when nothing is set: they wait for hosts more than they compute. Of processes there is one a core."""
_THREADS_OF_MODELS = "OMP_NUM_THREADS"


def task_runner(name: str | None = None, workers: int | None = None) -> TaskRunner[Any]:
    """The runner that ``name`` or the environment names, with so many workers.

    Each process keeps its models and its connection to the store as long as it lives; processes on one machine share
    its cores out among them.

    Raises:
        InputError: there is no such runner, or the number of workers is none.
        UnavailableError: Dask is asked for and not installed.
    """
    name = name or os.environ.get(RUNNER) or "threads"
    given = workers or _configured_workers()
    if name == "threads":
        return ThreadPoolTaskRunner(max_workers=given or _THREADS)
    count = given or _cores()
    if name == "processes":
        return ProcessPoolTaskRunner(max_workers=count, initializer=_share_cores, initargs=(_share(count),))
    if name == "dask" or "://" in name:
        return _dask(None if name == "dask" else name, count)
    raise InputError(f"{RUNNER}: {name!r} is no runner; write threads, processes, dask or tcp://host:8786.")


def _configured_workers() -> int | None:
    given = os.environ.get(WORKERS)
    if not given:
        return None
    if not given.isdecimal() or int(given) < 1:
        raise InputError(f"{WORKERS}: {given!r} is no number of workers; write 1 or more.")
    return int(given)


def _share(workers: int) -> str:
    """The cores of one of ``workers`` processes: more threads of models than cores stand in each other's way."""
    return os.environ.get(_THREADS_OF_MODELS) or str(max(1, _cores() // workers))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _share_cores(threads: str) -> None:
    os.environ[_THREADS_OF_MODELS] = threads


def _dask(address: str | None, workers: int) -> TaskRunner[Any]:
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError:
        raise UnavailableError("Dask is not installed; run in Synoptic's folder: pip install -e '.[dask]'") from None
    if address is not None:
        there: TaskRunner[Any] = DaskTaskRunner(address=address)
        return there
    cluster = {
        "n_workers": workers,
        "threads_per_worker": 1,
        "dashboard_address": None,
        "env": {_THREADS_OF_MODELS: _share(workers)},
    }
    here: TaskRunner[Any] = DaskTaskRunner(cluster_kwargs=cluster)
    return here
