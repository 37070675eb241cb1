"""``synoptic outlets``: adding, checking and listing the outlets that are read."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

__all__ = ["outlets"]

_FOLDER = click.option(
    "--configs", "folder", type=click.Path(path_type=Path), default=None, help="Another folder of outlet files."
)


@click.group()
def outlets() -> None:
    """Outlets: add one, check what would be kept of it, list them."""


@outlets.command("list")
@_FOLDER
def list_command(folder: Path | None) -> None:
    """Lists the outlets that have a file."""
    from flows.outlet_commands import outlet_table

    for line in outlet_table(folder):
        click.echo(line)


@outlets.command()
@click.argument("url")
@click.option("--allow-private", is_flag=True, help="The outlet lies on a private network.")
@click.option("--name", help="The name of the file, where that of the host will not do.")
@_FOLDER
def add(url: str, allow_private: bool, name: str | None, folder: Path | None) -> None:
    """Finds feeds, language and name of the outlet at URL and writes its file."""
    from flows.outlet_commands import run_add

    for line in run_add(url, allow_private, folder, name):
        click.echo(line)
    sys.exit(0)


@outlets.command()
@click.argument("names", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print JSON (for one saved page).")
@_FOLDER
def check(names: tuple[str, ...], as_json: bool, folder: Path | None) -> None:
    """Shows what would be kept: of a feed and three articles of each outlet NAME, or of a saved page PAGE.html.

    Without a name all outlets are checked. Exit status 1 when one of them can't be read.
    """
    from flows.outlet_commands import check_outlets, page_lines

    if len(names) == 1 and (names[0].lower().endswith((".html", ".htm")) or Path(names[0]).is_file()):
        fields = page_lines(Path(names[0]))
        click.echo(json.dumps(fields[0], ensure_ascii=False, indent=2) if as_json else "\n".join(fields[1]))
        return
    if as_json:
        raise click.UsageError("--json is for one saved page.")
    good = True
    for line, is_good in check_outlets(names, folder):
        click.echo(line)
        good = good and is_good
    sys.exit(0 if good else 1)


@outlets.command()
def schema() -> None:
    """Prints the JSON schema of an outlet file, for completion in editors."""
    from configs.outlet import outlet_schema

    click.echo(outlet_schema(), nl=False)
