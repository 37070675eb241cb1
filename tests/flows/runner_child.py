"""Tasks in threads, processes and a Dask cluster, each of which wants the model: who loaded it, as JSON."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from align.bundled import _model
from flows.runners import task_runner
from flows.tasks import place_of

__all__ = ["run"]

TASKS = 6


@task(cache_policy=NO_CACHE, persist_result=False)
def embed(number: int, folder: str, settings: str) -> tuple[int, int, int]:
    """The process, and what names its model and its workplace there: each has one of both, or was loaded twice."""
    place = place_of(folder, settings)
    place.encoder.encode([f"The ferry burned off Cape Sorel, case {number}."])
    return os.getpid(), id(_model()), id(place)


def run(name: str, folder: str, settings: str) -> list[tuple[int, int, int]]:
    """What ``TASKS`` tasks say on two workers of the runner ``name``."""

    @flow(name=f"embed in {name}", task_runner=task_runner(name, 2), persist_result=False)
    def embed_all() -> list[tuple[int, int, int]]:
        waiting = [embed.submit(number, folder, settings) for number in range(TASKS)]
        return [future.result() for future in waiting]

    found: Any = embed_all()
    return list(found)


if __name__ == "__main__":
    told = {name: run(name, sys.argv[1], sys.argv[2]) for name in sys.argv[3:]}
    sys.stdout.write(json.dumps(told) + "\n")
