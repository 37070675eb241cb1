"""``synoptic outlets``: the outlets that are configured, and what would be kept of a page."""

from __future__ import annotations

import json
from pathlib import Path

import click

__all__ = ["outlets"]


@click.group()
def outlets() -> None:
    """Outlets: list, check a saved page."""


@outlets.command("list")
def list_command() -> None:
    """Lists the outlets of configs/outlets/."""
    from configs.outlet import load_outlet, outlet_names

    for name in outlet_names():
        outlet = load_outlet(name)
        click.echo(f"{name}  {outlet.name}  {','.join(outlet.languages)}  {outlet.country}  {outlet.kind}")


@outlets.command()
@click.argument("page", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def check(page: Path, as_json: bool) -> None:
    """Shows what would be kept of the saved page PAGE.html: headline, date, authors, language, text."""
    from fetch.extract import page_fields
    from records.errors import InputError

    try:
        fields = page_fields(page)
    except OSError as error:
        raise InputError(f"{page}: can't be read ({error.strerror}); check the path.") from None
    if as_json:
        click.echo(json.dumps(fields, ensure_ascii=False, indent=2))
        return
    lines = str(fields["text"]).split("\n")
    for name in ("headline", "published", "authors", "language"):
        click.echo(f"{name}: {fields[name]}")
    click.echo(f"text: {len(lines)} paragraphs\n  {lines[0]}\n  ...\n  {lines[-1]}")
