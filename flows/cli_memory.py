"""``synoptic memory``: the translation memory as TMX, to and from translators' tools."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["memory"]

_PATH = click.Path(path_type=Path)
_OUT = click.option(
    "--out", type=_PATH, default=Path("runs"), show_default=True, help="The folder of reports whose memory it is."
)


@click.group()
def memory() -> None:
    """Translation memory: import, export (TMX)."""


@memory.command("import")
@click.argument("files", nargs=-1, required=True, type=_PATH)
@_OUT
def import_command(files: tuple[Path, ...], out: Path) -> None:
    """Takes the translations into English of TMX FILES into the memory; people's win over machines'."""
    from flows.remembering import import_tmx

    for file, (taken, left) in zip(files, import_tmx(files, out), strict=True):
        click.echo(f"{file}: {taken} translations taken" + (f", {left} units without English left" if left else ""))


@memory.command()
@click.argument("file", type=_PATH)
@click.option("--language", help="Only from this language.")
@click.option("--people", is_flag=True, help="Only what people translated.")
@_OUT
def export(file: Path, language: str | None, people: bool, out: Path) -> None:
    """Writes the memory to FILE.tmx, each translation with the engine that made it."""
    from flows.remembering import export_tmx

    click.echo(f"{file}: {export_tmx(file, out, language, people)} translations")
