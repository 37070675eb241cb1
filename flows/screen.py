"""What a command shows on the screen: a progress bar, then the discrepancies as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from configs.story import StoryConfig
from flows.judging import Progress as Tell
from records.report import Report
from report.wording import plural

__all__ = ["print_report", "progress_bar"]

_STEPS_OF_A_VERSION = 3
_STEPS_OF_A_STORY = 3
_COLOURS = {"high": "bold red", "medium": "yellow", "low": "dim"}


@contextmanager
def progress_bar(console: Console, story: StoryConfig) -> Iterator[Tell]:
    """A bar that moves with each stage of each version; silent where the output is no terminal."""
    total = len(story.versions) * _STEPS_OF_A_VERSION + _STEPS_OF_A_STORY
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(story.title, total=total)

        def tell(stage: str, what: str) -> None:
            bar.update(task, advance=1, description=f"{stage}: {what}")

        yield tell


def print_report(report: Report, written: Sequence[Path], console: Console) -> None:
    """The discrepancies, what could not be used, and the path of the page to open."""
    outlet_of = {version.id: version.outlet for version in report.versions}
    table = Table(title=report.title, title_justify="left", expand=False)
    for column in ("severity", "kind", "outliers", "what differs"):
        table.add_column(column, overflow="fold")
    for found in report.discrepancies:
        outliers = ", ".join(outlet_of[v] for v in found.outliers) or "-"
        table.add_row(f"[{_COLOURS[found.severity]}]{found.severity}[/]", found.kind, outliers, found.summary)
    if report.discrepancies:
        console.print(table)
    versions, languages = len(report.versions), len({v.language_code for v in report.versions})
    console.print(
        f"{report.story_id}: {plural(len(report.discrepancies), 'discrepancy', 'discrepancies')} in "
        f"{plural(versions, 'version')}, {plural(languages, 'language')}, {sum(report.run.seconds.values()):.1f} s."
    )
    if versions < 2:
        console.print("nothing was compared: it takes two versions that can be used.")
    for unusable in report.unusable:
        console.print(f"not used: {unusable.outlet} ({unusable.stage}): {unusable.why}", markup=False, soft_wrap=True)
    for issue in report.issues:
        console.print(f"note: {issue.where}: {issue.what}", markup=False, soft_wrap=True)
    page = next(path for path in written if path.suffix == ".html")
    console.print(f"open {page}", markup=False, soft_wrap=True)
    if report.discrepancies:
        console.print(f"decide: synoptic review --out {page.parent.parent}", markup=False, soft_wrap=True)
    missing = sorted(
        v.language_code for v, t in zip(report.versions, report.translations, strict=True) if t.status == "unavailable"
    )
    if missing:
        console.print(
            f"{plural(len(missing), 'version')} compared in the original; for English throughout, run: "
            f"synoptic models add {' '.join(dict.fromkeys(missing))}",
            markup=False,
            soft_wrap=True,
        )
