"""The command on a story that is right, and what it loads."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.command import ROOT, environment, read_report, synoptic

DAM = ROOT / "tests" / "fixtures" / "flows" / "dam-breach" / "story.yaml"


def test_a_small_story_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = synoptic(capsys, "compare", DAM, "--out", tmp_path, "--no-flow")
    assert done.status == 0
    report = read_report(tmp_path, "dam-breach")
    # what the machine's English lost is no fault of an outlet, and depends on which models are there
    found = [one for one in report["discrepancies"] if one["kind"] != "translation-fault"]
    assert sorted((one["kind"], one["outliers"]) for one in found) == [
        ("figure-conflict", ["tal-de"]),
        ("quote-misattributed", ["serra-pt"]),
    ]
    texts = {version["id"]: version["text"] for version in report["versions"]}
    for one in found:
        assert len(one["sides"]) == 2
        for evidence in (evidence for side in one["sides"] for evidence in side["evidence"]):
            assert texts[evidence["version"]][evidence["start"] : evidence["end"]] == evidence["text"]
    (figure,) = (one for one in found if one["kind"] == "figure-conflict")
    cited = {evidence["version"]: evidence["text"] for side in figure["sides"] for evidence in side["evidence"]}
    assert {name: text.split()[0] for name, text in cited.items()} == {
        "valley-en": "3.5",
        "serra-pt": "3,5",
        "tal-de": "5,3",
    }
    assert report["unusable"] == []
    assert f"open {tmp_path / 'dam-breach' / 'report.html'}" in done.screen

    assert synoptic(capsys, "compare", DAM, "--out", tmp_path, "--no-flow").status == 0
    again = read_report(tmp_path, "dam-breach")
    assert again["discrepancies"] == report["discrepancies"]
    assert again["run"]["counts"]["embeddings computed"] == 0

    replayed = synoptic(capsys, "replay", tmp_path / "dam-breach")
    assert replayed.status == 0
    assert f"dam-breach: 0 gone, 0 new, {len(again['discrepancies'])} as before" in replayed.screen
    other = tmp_path / "pipeline.yml"
    own = (ROOT / "configs" / "pipeline.yml").read_text(encoding="utf-8")
    strict = re.sub(
        r"(?m)^  (conflict_likeness|majority_likeness|answer_chance|unheard_chance): .*$", r"  \1: 1.5", own
    )
    other.write_text(re.sub(r"(?m)^  few_figures: .*$", "  few_figures: 0", strict), encoding="utf-8")
    stricter = synoptic(capsys, "replay", tmp_path / "dam-breach", "--config", other, "--write")
    assert "dam-breach: 1 gone, 0 new" in stricter.screen
    assert "figure-conflict" not in {one["kind"] for one in read_report(tmp_path, "dam-breach")["discrepancies"]}
    assert synoptic(capsys, "replay", tmp_path).status == 2


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import atexit, sys\n"
        "heavy = ('torch', 'transformers', 'prefect', 'numpy', 'httpx', 'sqlalchemy', 'trafilatura', 'babel')\n"
        "atexit.register(lambda: print('LOADED', [name for name in heavy if name in sys.modules]))\n"
        "from flows.cli import main\n"
        "main()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1] == "LOADED []"


def test_a_wrong_command_line_is_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["compare"], ["compare", "--colour", "red", "a.yaml"], ["compere"]):
        done = synoptic(capsys, *arguments)
        assert done.status == 2
        assert "Usage: " in done.screen
