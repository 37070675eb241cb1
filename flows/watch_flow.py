"""Watching as Prefect flows: thin; every step is a plain function of ``flows.watch``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE

from configs.outlet import OutletConfig
from configs.watch import WatchedStory, load_watched_story
from flows.forms import OutletName, StoryId
from flows.notify import configured_sender, notify
from flows.outlet_run import OutletRun
from flows.runners import task_runner
from flows.tasks import place_of
from flows.telling import say, told_run
from flows.watch import (
    by_host,
    compare_member_pages,
    known_outlets,
    known_stories,
    match_pages,
    prune_archive,
    read_outlets,
)
from records.errors import UnavailableError
from report.wording import plural

__all__ = ["backfill", "compare_watched_story", "watch_outlets"]

WORKPLACE = ".synoptic"


@task(name="read outlets of a host", retries=1, retry_delay_seconds=30, cache_policy=NO_CACHE, persist_result=False)
def read_task(names: list[str], folder: str, settings: str, days: int | None = None) -> list[OutletRun]:
    """The outlets of one host, one after the other; safe to be done again."""
    return read_outlets(known_outlets(names), place_of(folder, settings), days=days)


@task(name="match pages", retries=1, cache_policy=NO_CACHE, persist_result=False)
def match_task(stories: list[WatchedStory], folder: str, settings: str) -> int:
    """The new pages held against the stories; how many memberships changed."""
    place = place_of(folder, settings)
    prune_archive(place)
    return len(match_pages(stories, place))


@task(name="compare story", retries=1, cache_policy=NO_CACHE, persist_result=False)
def compare_task(story: WatchedStory, folder: str, settings: str, out: str) -> int | None:
    """The discrepancies of the story where one of its pages is new or changed, else None; who asked for it is told."""
    place = place_of(folder, settings)
    report = compare_member_pages(story, place, Path(out))
    send = configured_sender(Path(out) / ".synoptic")
    if report is not None and send is not None:
        try:
            notify(report, place.store, send)
        except UnavailableError as error:
            get_run_logger().warning(str(error))
    return None if report is None else len(report.discrepancies)


@flow(name="watch outlets", task_runner=task_runner(), persist_result=False)
def watch_outlets(
    out: str = "runs",
    outlets: list[OutletName] | None = None,
    stories: list[StoryId] | None = None,
    settings: str = "",
) -> dict[str, int]:
    """Reads the outlets' feeds and pages, matches new pages to stories, compares the stories that were touched.

    Args:
        out: Folder of the reports; database and archive lie in its ``.synoptic``.
        outlets: Names of outlets that have a file; all but the demo's when left out.
        stories: Ids of watched stories that have a file; all but the demo's when left out.
        settings: Another pipeline.yml.
    """
    return _watch("watch", out, outlets, known_stories(stories), settings, None)


@flow(name="compare watched story", persist_result=False)
def compare_watched_story(story: StoryId, out: str = "runs", settings: str = "") -> int:
    """Compares the pages that a watched story has by now; the number of discrepancies, -1 when nothing has changed.

    Args:
        story: Id of a watched story that has a file.
        out: Folder of the reports.
        settings: Another pipeline.yml.
    """
    with told_run("compare", story):
        found = compare_task(load_watched_story(story), str(Path(out) / WORKPLACE), settings, out)
        say(f"  {story}: nothing has changed" if found is None else _compared(story, found, out))
    return -1 if found is None else found


@flow(name="backfill", task_runner=task_runner(), persist_result=False)
def backfill(
    days: int = 30,
    out: str = "runs",
    outlets: list[OutletName] | None = None,
    stories: list[StoryId] | None = None,
    story: WatchedStory | None = None,
    settings: str = "",
) -> dict[str, int]:
    """Reads pages of the last ``days`` that the feeds still list, for a story that began before it was watched.

    Args:
        days: How far back a page may have been published.
        out: Folder of the reports.
        outlets: Names of outlets that have a file; all but the demo's when left out.
        stories: Ids of watched stories that have a file; all but the demo's when left out.
        story: A story that has no file yet, looked for beside ``stories``, or alone when these are left out.
        settings: Another pipeline.yml.
    """
    known = known_stories(stories) if stories or story is None else []
    return _watch("backfill", out, outlets, [*known, *([] if story is None else [story])], settings, days)


def _watch(
    name: str, out: str, outlets: Sequence[str] | None, stories: list[WatchedStory], settings: str, days: int | None
) -> dict[str, int]:
    known = known_outlets(outlets)
    with told_run(name, f"{plural(len(known), 'outlet')} and {plural(len(stories), 'story', 'stories')}"):
        return _watched(out, known, stories, settings, days)


def _watched(
    out: str, outlets: Mapping[str, OutletConfig], stories: list[WatchedStory], settings: str, days: int | None
) -> dict[str, int]:
    folder = str(Path(out) / WORKPLACE)
    reading = [read_task.submit(names, folder, settings, days) for names in by_host(outlets)]
    runs = [run for future in reading for run in future.result()]
    say(f"  {_read(runs)}")
    joined = match_task(stories, folder, settings)
    comparing = [compare_task.submit(story, folder, settings, out) for story in stories]
    results = [future.result() for future in comparing]
    for story, count in zip(stories, results, strict=True):
        if count is not None:
            say(_compared(story.id, count, out))
    found = [count for count in results if count is not None]
    _keep_artifacts(runs)
    return {
        "outlets": len(runs),
        "pages_asked": sum(run.asked for run in runs),
        "pages_new_or_changed": sum(len(run.changed) for run in runs),
        "unusable": sum(len(run.unusable) for run in runs),
        "joined": joined,
        "stories_compared": len(found),
        "discrepancies": sum(found),
    }


def _read(runs: Sequence[OutletRun]) -> str:
    asked, changed = sum(run.asked for run in runs), sum(len(run.changed) for run in runs)
    unusable = sum(len(run.unusable) for run in runs)
    line = f"{plural(asked, 'page')} asked for, {changed} new or changed"
    return line + (f", {unusable} could not be used (why: on the page Outlets of synoptic review)" if unusable else "")


def _compared(story: str, found: int, out: str) -> str:
    page = Path(out) / story / "report.html"
    return f"  {story}: {plural(found, 'discrepancy', 'discrepancies')}, open {page}"


def _keep_artifacts(runs: Sequence[OutletRun]) -> None:
    rows = [{"outlet": run.outlet, "listed": run.listed, "asked": run.asked, "new": len(run.changed)} for run in runs]
    create_table_artifact(rows, key="watched-outlets", description="What each outlet gave")
    troubles = [{"outlet": one.outlet, "url": one.url, "why": one.why} for run in runs for one in run.unusable]
    if troubles:
        create_table_artifact(troubles, key="unusable-pages", description="What could not be used, and why")
    warnings = [{"outlet": run.outlet, "warning": warning} for run in runs for warning in run.warnings]
    if warnings:
        create_table_artifact(warnings, key="outlet-warnings", description="What is not as the outlets' files expect")
