"""Writes the three report files, so that a folder never holds half of one."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from records.report import Report
from report.contract import contract_json
from report.render import render_html, render_markdown

__all__ = ["REPORT_FILES", "write_report"]

REPORT_FILES = ("report.json", "report.html", "report.md")
_STRAY_SECONDS = 600.0


def write_report(report: Report, folder: Path) -> tuple[Path, ...]:
    """``report.json``, ``report.html`` and ``report.md`` in ``folder``, which is made when it is not there.

    All three are written in full to temporary names before the first is renamed; a crash leaves the old files.

    Raises:
        OSError: the folder can't be written; nothing of ours is left in it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    contents = (
        contract_json(report),
        render_html(report, _archive_links(report, folder)).encode("utf-8", "replace"),
        render_markdown(report).encode("utf-8", "replace"),
    )
    waiting: list[Path] = []
    try:
        for name, content in zip(REPORT_FILES, contents, strict=True):
            waiting.append(_write_beside(folder, name, content))
        for temporary, name in zip(waiting, REPORT_FILES, strict=True):
            temporary.replace(folder / name)
    finally:
        for temporary in waiting:
            temporary.unlink(missing_ok=True)
    return tuple(folder / name for name in REPORT_FILES)


def _sweep(folder: Path) -> None:
    """Removes what a writer that was killed left in ``folder``; one at work has a temporary file for a moment only."""
    for name in REPORT_FILES:
        for stray in folder.glob(f".{name}.*"):
            with suppress(FileNotFoundError):  # another writer was quicker
                if time.time() - stray.stat().st_mtime > _STRAY_SECONDS:
                    stray.unlink()


def _write_beside(folder: Path, name: str, content: bytes) -> Path:
    handle, path = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
    temporary = Path(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _archive_links(report: Report, folder: Path) -> Mapping[str, str]:
    """Where the archived records lie relative to ``folder``, for those that are files."""
    links = {}
    for version in report.versions:
        if version.archive is not None and Path(version.archive).is_file():
            relative = os.path.relpath(version.archive, folder)
            links[version.id] = "./" + quote(Path(relative).as_posix())
    return links
