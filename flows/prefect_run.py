"""Runs the flow from the command line, with the progress on the screen and Prefect's server out of sight."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from configs.story import StoryConfig
from flows.prefect_settings import set_up_prefect
from flows.screen import progress_bar
from records.report import Report

__all__ = ["compare_with_prefect"]


def compare_with_prefect(story: StoryConfig, folder: Path, settings: Path | None, console: Console) -> Report:
    """The report of ``story`` as the Prefect flow makes it; the workplace is ``folder``."""
    set_up_prefect(folder)
    with console.status("starting Prefect (the first time takes some seconds) ..."):
        from flows.story_flow import PROGRESS, compare_story_flow
    with progress_bar(console, story) as progress:
        token = PROGRESS.set(progress)
        try:
            return compare_story_flow(story, str(folder), "" if settings is None else str(settings.resolve()))
        finally:
            PROGRESS.reset(token)
