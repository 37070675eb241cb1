"""The Prefect flow, run as a user runs it: in a process of its own, twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.flow

STORY = """
id: harbour
title: A fire in the harbour
versions:
  - {outlet: one, url: "https://one.example/a", language: en, published: 2026-05-04T08:00:00Z, file: one.txt}
  - {outlet: two, url: "https://two.example/b", language: pt, published: 2026-05-04T09:00:00Z, file: two.txt}
"""
ONE = """Harbour fire injures 12 people

A fire in the harbour of Velm injured 12 people on Sunday, the port authority said.
About 300 tonnes of grain burned in two warehouses.
"""
TWO = """Incêndio no porto fere 21 pessoas

Um incêndio no porto de Velm feriu 21 pessoas no domingo, disse a autoridade portuária.
Cerca de 300 toneladas de cereais arderam em dois armazéns.
"""


def run(folder: Path, module: str, *before: str) -> str:
    """Compares in a process of its own, which runs ``module``; what it said on standard output."""
    given = [*before, "compare", str(folder / "story.yaml"), "--flow", "--out", str(folder)]
    own = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    command = [sys.executable, "-m", module, *given]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=own, timeout=600)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done.stdout


def report_of(folder: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads((folder / "harbour" / "report.json").read_text())
    return report


@pytest.mark.heavy(50)
@pytest.mark.timeout(1500)  # under a minute on a quiet machine
def test_a_second_run_finds_the_same_and_computes_nothing(tmp_path: Path, with_prefect: Callable[[Path], None]) -> None:
    """The second one's process also sends notices by Prefect's blocks: to start Prefect is what takes long."""
    with_prefect(tmp_path)
    for name, text in (("story.yaml", STORY), ("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(text)
    run(tmp_path, "flows.cli")
    first = report_of(tmp_path)
    said = run(tmp_path, "tests.flows.notice_child", str(tmp_path / ".synoptic"))
    second = report_of(tmp_path)
    assert first["run"]["counts"]["embeddings computed"] > 0
    assert first["run"]["counts"]["translations computed"] > 0
    assert second["run"]["counts"]["embeddings computed"] == 0
    assert second["run"]["counts"]["translations computed"] == 0
    assert [d["id"] for d in first["discrepancies"]] == [d["id"] for d in second["discrepancies"]]
    assert second["run"]["started"] > first["run"]["started"]
    blocks_were_told(json.loads(said.splitlines()[-1]))


def blocks_were_told(told: dict[str, Any]) -> None:
    """A block whose webhook is a server of the child's own, one that is not there, and one that is none."""
    assert told["received"] == [{"subject": "Fire: 1 new discrepancy", "body": "- 12 against 21"}]
    assert "Prefect's block 'custom-webhook/nobody' did not take a notice" in told["unknown"]
    assert told["unknown"].endswith("check SYNOPTIC_NOTICE_BLOCK")
    assert told["secret"] == "Prefect's block 'secret/word' sends no notices; check SYNOPTIC_NOTICE_BLOCK"
