"""What the commands do, with their progress on the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from configs.pipeline import PIPELINE_FILE, load_pipeline
from configs.story import StoryConfig, load_story
from flows.compare import compare_story
from flows.screen import print_report, progress_bar
from flows.workplace import Workplace, open_workplace
from records.errors import InputError
from records.report import Report
from report.write import write_report

__all__ = ["load_stories", "run_compare"]


def load_stories(paths: Sequence[Path]) -> list[StoryConfig]:
    """All stories, read before anything is compared.

    Raises:
        InputError: one of them is wrong, or two have one id.
    """
    stories = [load_story(path) for path in paths]
    for id, count in Counter(story.id for story in stories).items():
        if count > 1:
            raise InputError(f"id: {id!r} names {count} of the stories given; their reports would be one file.")
    return stories


def run_compare(paths: Sequence[Path], out: Path, flow: bool, config: Path | None) -> int:
    """Compares and writes; returns the exit status of the contract."""
    stories = load_stories(paths)
    settings = load_pipeline(config or PIPELINE_FILE)
    console = Console(stderr=True)
    status = 0
    with open_workplace(out / ".synoptic", settings) as place:
        for story in stories:
            report = _compare(story, place, flow, console)
            written = write_report(report, out / story.id)
            print_report(report, written, console)
            status = max(status, 1 if report.unusable else 0)
    return status


def _compare(story: StoryConfig, place: Workplace, flow: bool, console: Console) -> Report:
    if flow:
        from flows.prefect_run import compare_with_prefect

        return compare_with_prefect(story, place, console)
    with progress_bar(console, story) as progress:
        return compare_story(story, place, progress)
