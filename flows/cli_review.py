"""``synoptic review``, ``calibrate`` and ``export``: what people do with what was found."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["calibrate", "export", "review"]

_PATH = click.Path(path_type=Path)
_OUT = click.option("--out", type=_PATH, default=Path("runs"), show_default=True, help="The folder of reports.")
_CONFIG = click.option("--config", type=_PATH, default=None, help="Another pipeline.yml.")


@click.command()
@_OUT
@click.option("--host", default="127.0.0.1", show_default=True, help="Other than this machine needs --token.")
@click.option("--port", default=8400, show_default=True)
@click.option("--token", envvar="SYNOPTIC_TOKEN", help="What reviewers log in with.")
@click.option("--reviewer", default="reviewer", show_default=True, help="Whose verdicts these are, without a login.")
@_CONFIG
def review(out: Path, host: str, port: int, token: str | None, reviewer: str, config: Path | None) -> None:
    """Serves the review pages of all stories compared into OUT."""
    from flows.review import run_review

    run_review(out, host, port, token, reviewer, config, click.echo)


@click.command()
@_OUT
@click.option(
    "--target", type=click.FloatRange(0, 1), default=0.9, show_default=True, help="Share that should be real."
)
@click.option(
    "--most-lost", type=click.FloatRange(0, 1), default=0.05, show_default=True, help="Real ones that may be hidden."
)
@click.option("--fewest", type=click.IntRange(1), default=20, show_default=True, help="Verdicts that a kind needs.")
@_CONFIG
def calibrate(out: Path, target: float, most_lost: float, fewest: int, config: Path | None) -> None:
    """Shows how often findings were real, and proposes thresholds from reviewers' verdicts; changes nothing."""
    from flows.learning import print_calibration

    print_calibration(out, target, most_lost, fewest, config)


@click.command()
@_OUT
@click.option("--to", "folder", type=_PATH, required=True, help="A new folder for the dataset.")
def export(out: Path, folder: Path) -> None:
    """Writes statements, pairs, figures, quotes, discrepancies and verdicts as a Hugging Face dataset."""
    from flows.learning import run_export

    run_export(out, folder)
