"""What every benchmark prints and writes: metric names to numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

__all__ = ["Metrics", "show_metrics", "write_metrics"]

Metrics = Mapping[str, float | None]
"""A number a metric; None where the data for it is not there."""


def show_metrics(metrics: Metrics) -> None:
    """Prints one metric a line, aligned."""
    width = max((len(name) for name in metrics), default=0)
    for name, value in metrics.items():
        print(f"{name:<{width}}  {'no data' if value is None else f'{value:.4g}'}")


def write_metrics(metrics: Metrics, path: Path | None) -> None:
    """Writes the flat JSON object to ``path``; does nothing without one."""
    if path is not None:
        path.write_text(json.dumps(dict(metrics), indent=1) + "\n", encoding="utf-8")
