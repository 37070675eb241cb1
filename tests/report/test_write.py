"""Three files, whole or not at all."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from report.contract import contract_json
from report.write import REPORT_FILES, write_report
from tests.report.story import load_report


def test_three_files_and_nothing_else(tmp_path: Path) -> None:
    paths = write_report(load_report(), tmp_path / "deep" / "karsk-bridge")
    assert tuple(p.name for p in paths) == REPORT_FILES
    assert sorted(os.listdir(paths[0].parent)) == sorted(REPORT_FILES)
    assert paths[0].read_bytes() == contract_json(load_report())
    assert all(p.stat().st_mode & 0o777 == 0o644 for p in paths)


def test_writing_again_replaces(tmp_path: Path) -> None:
    write_report(load_report(), tmp_path)
    write_report(replace(load_report(), title="Another title"), tmp_path)
    assert "Another title" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert sorted(os.listdir(tmp_path)) == sorted(REPORT_FILES)


def test_a_report_that_can_not_be_shown_leaves_the_old_files(tmp_path: Path) -> None:
    write_report(load_report(), tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in REPORT_FILES}
    broken = replace(load_report(), translations=())
    with pytest.raises(ValueError, match="zip"):
        write_report(broken, tmp_path)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_file_in_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    with pytest.raises(OSError):
        write_report(load_report(), tmp_path)
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_archived_files_are_linked_from_the_page(tmp_path: Path) -> None:
    record = tmp_path / "archive" / "a b.warc.gz"
    record.parent.mkdir()
    record.write_bytes(b"evidence")
    report = load_report()
    first = replace(report.versions[0], archive=str(record))
    write_report(replace(report, versions=(first, *report.versions[1:])), tmp_path / "out")
    assert '<a href="./../archive/a%20b.warc.gz" download>archive</a>' in (tmp_path / "out" / "report.html").read_text(
        encoding="utf-8"
    )
