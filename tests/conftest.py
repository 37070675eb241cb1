"""What every test runs under: no model is fetched, none of the user's own settings is read, long tests come first."""

from __future__ import annotations

import os

import pytest

from tests.order import dealt

os.environ["SYNOPTIC_OFFLINE"] = "1"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Puts those marked ``heavy(seconds)`` where they begin first."""
    workers: dict[str, int] = getattr(config, "workerinput", {})
    marks = [item.get_closest_marker("heavy") for item in items]
    items[:] = dealt(
        items, [0.0 if mark is None else float(mark.args[0]) for mark in marks], workers.get("workercount", 1)
    )
