"""What the processes of one session of tests have in common: a folder, and turns."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

__all__ = ["alone", "common_folder"]


def common_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder in which each worker of pytest-xdist has one of its own; without workers, this process's own."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """The block while no other process is in one of ``path``."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
