"""A few watch runs over an internet that does not change leave nothing behind; the long soak is ``bench.soak``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bench.soak import Sample, metrics_of, soak
from tests.flows.watching import Words


def test_unchanged_runs_leave_nothing(tmp_path: Path) -> None:
    samples = list(soak(12, 4, 8, tmp_path, Words()))
    found = metrics_of(samples)
    assert found["reports"] == 1 and found["reports_of_unchanged_runs"] == 0
    for name in ("rows", "database_bytes", "archive_files"):
        assert found[f"{name}_per_unchanged_run"] == 0, found
    assert samples[-1].open_files - samples[1].open_files < 8  # the fake hosts close a socket or two later
    assert samples[-1].resident_bytes - samples[2].resident_bytes < 8_000_000


def test_what_grows_is_told() -> None:
    first = Sample(False, 1, 100_000_000, 10, 5, 4096, 2)
    grown = [replace(first, resident_bytes=100_000_000 + n * 50_000, rows=5 + n, open_files=10 + n) for n in range(10)]
    found = metrics_of(grown)
    assert abs((found["memory_kb_per_run"] or 0) - 50) < 1e-6
    assert (found["rows_per_unchanged_run"], found["open_files_most"]) == (1, 19)
