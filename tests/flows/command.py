"""The command as a person runs it, in this process or in its own."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from report.contract import parse_contract

__all__ = ["ROOT", "Done", "environment", "read_report", "synoptic"]

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended: its exit status and all that it wrote on the screen."""

    status: int
    screen: str


def synoptic(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Done:
    """Runs the entry point in this process."""
    capsys.readouterr()
    before = sys.argv
    sys.argv = ["synoptic", *map(str, arguments)]
    try:
        with pytest.raises(SystemExit) as ended:
            main()
    finally:
        sys.argv = before
    output = capsys.readouterr()
    status = ended.value.code
    return Done(status if isinstance(status, int) else int(status is not None), output.out + output.err)


def environment(**more: str) -> dict[str, str]:
    """This process's environment for a command in a process of its own."""
    return {**os.environ, "SYNOPTIC_OFFLINE": "1", **more}


def read_report(out: Path, story: str) -> dict[str, Any]:
    """The report of ``story`` under ``out``, which must have its three files and no others, as the contract says."""
    import json

    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # ships no types

    folder = out / story
    assert sorted(path.name for path in folder.iterdir()) == ["report.html", "report.json", "report.md"]
    raw = (folder / "report.json").read_bytes()
    parse_contract(raw)
    schema = json.loads((ROOT / "report" / "schema" / "report-1.schema.json").read_text(encoding="utf-8"))
    report: dict[str, Any] = json.loads(raw)
    Draft202012Validator(schema).validate(report)
    return report
