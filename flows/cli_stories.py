"""``synoptic stories``: what is watched for, what could be, and what a person should decide."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["stories"]

_OUT = click.option(
    "--out", type=click.Path(path_type=Path), default=Path("runs"), show_default=True, help="The folder of reports."
)


@click.group()
def stories() -> None:
    """Watched stories: list them, suggest new ones, decide which pages belong to them."""


@stories.command("list")
@_OUT
def list_command(out: Path) -> None:
    """Lists the watched stories and how many pages each has."""
    from flows.story_commands import story_lines

    for line in story_lines(out):
        click.echo(line)


@stories.command()
@_OUT
@click.option("--write", is_flag=True, help="Write the files into configs/stories/.")
@click.option("--days", default=7, show_default=True, help="Pages of the last days.")
def suggest(out: Path, write: bool, days: int) -> None:
    """Shows events that three or more outlets tell and no story has, as ready story files."""
    from flows.story_commands import suggestions

    for line in suggestions(out, days, write):
        click.echo(line)


@stories.command()
@_OUT
def unsure(out: Path) -> None:
    """Lists the pages of which it is unsure whether they belong to a story."""
    from flows.story_commands import unsure_lines

    for line in unsure_lines(out):
        click.echo(line)


@stories.command()
@click.argument("story")
@click.argument("url")
@click.argument("state", type=click.Choice(["in", "out"]))
@click.option("--reviewer", default="reviewer", show_default=True)
@_OUT
def decide(story: str, url: str, state: str, reviewer: str, out: Path) -> None:
    """Decides that the page URL is in STORY or out of it; no later run changes that."""
    from flows.story_commands import decide_page

    click.echo(decide_page(out, story, url, state, reviewer))
