"""The command line: ``synoptic``. Each command is thin; heavy imports wait until a command needs them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from flows.cli_memory import memory
from flows.cli_models import models
from flows.cli_outlets import outlets
from flows.cli_review import calibrate, export, review
from flows.cli_stories import stories

__all__ = ["main"]

DEFAULT_FOLDER = Path("runs")
_PATH = click.Path(path_type=Path)
_OUT = click.option("--out", type=_PATH, default=DEFAULT_FOLDER, show_default=True, help="Where to write.")
_CONFIG = click.option("--config", type=_PATH, default=None, help="Another pipeline.yml.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="synoptic")
def cli() -> None:
    """Reads how many outlets tell one story, and flags where their quotes and figures differ."""


cli.add_command(memory)
cli.add_command(models)
cli.add_command(outlets)
cli.add_command(stories)
for command in (review, calibrate, export):
    cli.add_command(command)


@cli.command()
@click.argument("stories", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), default=DEFAULT_FOLDER, show_default=True, help="Where to write."
)
@click.option("--flow/--no-flow", default=False, show_default=True, help="Run as a Prefect flow.")
@_CONFIG
def compare(stories: tuple[Path, ...], out: Path, flow: bool, config: Path | None) -> None:
    """Compares the versions that STORY.yaml names; writes OUT/<id>/report.{json,html,md}.

    Exit status: 0 done, 1 a version could not be used, 2 bad input (nothing written).
    """
    from flows.commands import run_compare

    sys.exit(run_compare(stories, out, flow, config))


@cli.command()
@click.argument("run", type=_PATH)
@click.option("--write", is_flag=True, help="Write the report of RUN anew.")
@_CONFIG
def replay(run: Path, write: bool, config: Path | None) -> None:
    """Judges RUN (runs/<id>) again with other thresholds, from stored vectors, without a model; shows the changes."""
    from flows.commands import run_replay

    for line in run_replay(run, write, config):
        click.echo(line)
    sys.exit(0)


@cli.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=DEFAULT_FOLDER, show_default=True, help="Where to write."
)
@click.option("--flow/--no-flow", default=True, show_default=True, help="Run as a Prefect flow.")
@_CONFIG
def demo(out: Path, flow: bool, config: Path | None) -> None:
    """Runs the main job on seven fictional outlets served on this machine; writes OUT/demo/report.html."""
    from flows.demo.run import run_demo

    sys.exit(run_demo(out, flow, config))


@cli.command()
@_OUT
@click.option("--outlet", "names", multiple=True, help="Only this outlet; may be given again.")
@click.option("--story", "ids", multiple=True, help="Only this story; may be given again.")
@_CONFIG
def watch(out: Path, names: tuple[str, ...], ids: tuple[str, ...], config: Path | None) -> None:
    """Reads the outlets' feeds once, keeps new and changed pages, compares the watched stories that they touch.

    Exit status: 0 done, 1 a page or feed could not be used (told why), 2 bad input.
    """
    from flows.watch_commands import run_watch

    sys.exit(run_watch(out, names, ids, config))


@cli.command()
@_OUT
@click.option("--every", "minutes", default=30, show_default=True, help="Minutes between two runs.")
@click.option("--port", default=4200, show_default=True, help="Of Prefect's pages, on this machine.")
@_CONFIG
def serve(out: Path, minutes: int, port: int, config: Path | None) -> None:
    """Watches on a schedule until Ctrl-C, with Prefect's pages to look at runs and start them by hand."""
    from flows.serve import run_serve

    run_serve(out, minutes, port, config)


def main() -> None:
    """The entry point: an error that we raised on purpose is one line on standard error, exit status 2."""
    from records.errors import SynopticError

    try:
        cli(standalone_mode=False)
        sys.exit(0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except SynopticError as error:
        click.echo(f"synoptic: {' '.join(str(error).split())}", err=True)
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("synoptic: stopped; run the same command again to go on where it stopped.", err=True)
        sys.exit(130)


if __name__ == "__main__":
    main()
