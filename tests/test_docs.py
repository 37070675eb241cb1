"""What the README and docs say is there: commands, modules, files."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import cli

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = "\n".join(page.read_text() for page in PAGES)
COMMANDS = sorted(set(re.findall(r"synoptic ((?:models |outlets )?[a-z]+)(?= |`|$)", TEXT, re.MULTILINE)))
MODULES = sorted(set(re.findall(r"python -m ([a-z_.]+)", TEXT)))


def test_the_pages_name_commands_and_benchmarks() -> None:
    assert {"compare", "models list", "models add", "review"} <= set(COMMANDS)
    assert "bench.figures" in MODULES


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_named_is_there(command: str) -> None:
    result = CliRunner().invoke(cli, [*command.split(), "--help"])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("module", MODULES)
def test_every_module_named_is_there(module: str) -> None:
    assert importlib.util.find_spec(module) is not None


def test_every_make_target_named_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"^make ([a-z]+)", TEXT, re.MULTILINE)) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_linked_is_there(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
        assert link.startswith("http") or (page.parent / link).exists(), link
