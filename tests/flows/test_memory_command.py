"""``synoptic memory``: out of one folder, into another, and what is wrong with a file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from flows.cli import main
from flows.commands import WORKPLACE
from store.database import open_store
from store.translations import TranslationMemory


def _run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str | Path
) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["synoptic", "memory", *map(str, arguments)])
    status = 0
    try:
        main()
    except SystemExit as ended:
        status = int(ended.code or 0)
    output = capsys.readouterr()
    return status, output.out + output.err


def _fill(out: Path) -> None:
    (out / WORKPLACE).mkdir(parents=True)
    with open_store(out / WORKPLACE / "synoptic.sqlite") as store:
        memory = TranslationMemory(store)
        memory.put_many({"Olá.": "Hallo.", "Sim.": "Yes."}, "pt", "engine/1")
        memory.put_many({"Olá.": "Hello."}, "pt", "human/ana")
        memory.put_many({"Sí.": "Yes."}, "es", "engine/1")


def test_a_memory_goes_to_another_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(tmp_path / "a")
    file = tmp_path / "memory.tmx"
    status, screen = _run(capsys, monkeypatch, "export", file, "--out", tmp_path / "a", "--language", "pt-BR")
    assert status == 0 and "3 translations" in screen
    status, screen = _run(capsys, monkeypatch, "import", file, "--out", tmp_path / "b")
    assert status == 0 and "3 translations taken" in screen
    with open_store(tmp_path / "b" / WORKPLACE / "synoptic.sqlite") as store:
        found = TranslationMemory(store).get_many(["Olá.", "Sim.", "Sí."], "pt", "engine/1")
    assert found == {"Olá.": "Hello.", "Sim.": "Yes."}


def test_only_peoples(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(tmp_path / "a")
    status, screen = _run(capsys, monkeypatch, "export", tmp_path / "p.tmx", "--out", tmp_path / "a", "--people")
    assert (
        status == 0 and "1 translations" in screen and "human/ana" in (tmp_path / "p.tmx").read_text(encoding="utf-8")
    )


def test_a_wrong_file_takes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.tmx").write_text("Olá", encoding="utf-8")
    status, screen = _run(capsys, monkeypatch, "import", tmp_path / "bad.tmx", "--out", tmp_path / "b")
    assert status == 2 and "line 1: no XML" in screen and not (tmp_path / "b").exists()
    status, screen = _run(capsys, monkeypatch, "export", tmp_path / "x.tmx", "--out", tmp_path / "b")
    assert status == 2 and "has no memory" in screen
