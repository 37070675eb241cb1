"""What ``synoptic watch`` does: one run without Prefect, told on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from configs.pipeline import PIPELINE_FILE, load_pipeline
from flows.notify import configured_sender, notify
from flows.watch import WatchRun, known_outlets, known_stories, watch_once
from flows.workplace import open_workplace
from records.errors import InputError, UnavailableError
from report.wording import plural

__all__ = ["run_watch"]

_MOST_TROUBLES = 20


def run_watch(out: Path, outlets: Sequence[str], stories: Sequence[str], config: Path | None) -> int:
    """Reads the outlets once; 1 when a page or feed could not be used, else 0.

    Raises:
        InputError: an outlet, a story or the settings are wrong, or there is no outlet to read.
    """
    found, watched = known_outlets(outlets), known_stories(stories)
    if not found:
        raise InputError("no outlet to read; add one: synoptic outlets add URL")
    folder = out / ".synoptic"
    folder.mkdir(parents=True, exist_ok=True)
    console = Console(stderr=True)
    with open_workplace(folder, load_pipeline(config or PIPELINE_FILE)) as place:
        with console.status("reading") as status:
            run = watch_once(found, watched, place, out, lambda what, whom: status.update(f"{what} {whom}"))
        send = configured_sender(folder)
        for report in run.reports if send is not None else ():
            assert send is not None
            try:
                notify(report, place.store, send)
            except UnavailableError as error:
                console.print(f"note: {error}", markup=False, soft_wrap=True)
    _print(run, out, Console())
    return 1 if run.unusable else 0


def _print(run: WatchRun, out: Path, console: Console) -> None:
    asked, changed = sum(one.asked for one in run.outlets), sum(len(one.changed) for one in run.outlets)
    console.print(f"{plural(len(run.outlets), 'outlet')}, {plural(asked, 'page')} asked for, {changed} new or changed.")
    for member in run.joined:
        console.print(f"{member.state}: {member.story}  {member.url}  {member.why}", markup=False, soft_wrap=True)
    for report in run.reports:
        page = out / report.story_id / "report.html"
        console.print(
            f"{report.story_id}: {plural(len(report.discrepancies), 'discrepancy', 'discrepancies')}, open {page}",
            soft_wrap=True,
        )
    for warning in run.warnings[:_MOST_TROUBLES]:
        console.print(f"warning: {warning}", markup=False, soft_wrap=True)
    if len(run.warnings) > _MOST_TROUBLES:
        console.print(f"and {len(run.warnings) - _MOST_TROUBLES} more warnings.")
    for one in run.unusable[:_MOST_TROUBLES]:
        console.print(f"not used: {one.outlet} ({one.stage}): {one.why}", markup=False, soft_wrap=True)
    if len(run.unusable) > _MOST_TROUBLES:
        console.print(f"and {len(run.unusable) - _MOST_TROUBLES} more that could not be used.")
