"""What the commands do, with their progress on the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from configs.pipeline import PIPELINE_FILE, load_pipeline
from configs.story import StoryConfig, load_story
from flows.compare import compare_story
from flows.keeping import keep_report
from flows.prefect_run import compare_with_prefect
from flows.replay import replay_run
from flows.screen import print_report, progress_bar
from flows.workplace import Workplace, open_workplace
from records.errors import InputError
from records.report import Report
from report.write import write_report

__all__ = ["compare_all", "load_stories", "run_compare", "run_replay"]

WORKPLACE = ".synoptic"
"""The folder, in the folder of reports, that holds database, archive and Prefect's own files."""


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
    return compare_all(load_stories(paths), out, flow, config)


def compare_all(stories: Sequence[StoryConfig], out: Path, flow: bool, config: Path | None) -> int:
    """Compares ``stories`` one after the other; 1 when a version could not be used, else 0."""
    settings = load_pipeline(config or PIPELINE_FILE)
    console = Console(stderr=True)
    status = 0
    _make_folder(out / WORKPLACE)
    with open_workplace(out / WORKPLACE, settings) as place:
        for story in stories:
            if flow:
                report = compare_with_prefect(story, place.folder, config, console)
            else:
                report = _compare(story, place, console)
            written = keep_report(report, place, out)
            print_report(report, written, Console())
            status = max(status, 1 if report.unusable else 0)
    return status


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"--out: {str(folder)!r} can't be made ({error.strerror}); name a folder that can be written."
        ) from None


def _compare(story: StoryConfig, place: Workplace, console: Console) -> Report:
    with progress_bar(console, story) as progress:
        return compare_story(story, place, progress)


def run_replay(run: Path, write: bool, config: Path | None) -> list[str]:
    """What judging the run in folder ``run`` again changes, a line each; writes its report anew with ``write``."""
    done = replay_run(run, run.parent / WORKPLACE / "synoptic.sqlite", config)
    lines = [f"- {found.id}: {found.summary}" for found in done.gone]
    lines += [f"+ {found.id}: {found.summary}" for found in done.new]
    kept = len(done.report.discrepancies) - len(done.new)
    if write:
        write_report(done.report, run)
    return [*lines, f"{done.report.story_id}: {len(done.gone)} gone, {len(done.new)} new, {kept} as before"]
