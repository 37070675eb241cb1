"""``synoptic demo``: the main job on the demo's story, through feeds, pages and the Prefect flow."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from configs.place import CONFIGS
from configs.story import StoryConfig, VersionEntry
from configs.watch import load_watched_story
from fetch.archive import Archive
from fetch.download import Downloader
from fetch.story import Candidate, Collected, collect_pages
from flows.commands import WORKPLACE, compare_all
from flows.demo.server import DEMO_STORY, demo_outlets, serve_demo
from records.errors import InputError

__all__ = ["run_demo", "story_from_feeds"]

DEMO_PORT = 8770
REPORT_FOLDER = "demo"


def run_demo(out: Path, flow: bool, config: Path | None) -> int:
    """Serves the demo's outlets, reads their feeds and compares what they tell; writes ``out/demo/``."""
    os.environ["SYNOPTIC_ALLOW_PRIVATE"] = "1"
    os.environ.pop(CONFIGS, None)  # its outlets are ours
    with _served() as base_url:
        story = story_from_feeds(base_url, out / WORKPLACE)
        return compare_all([story], out, flow, config)


def story_from_feeds(base_url: str, workplace: Path) -> StoryConfig:
    """The story as a story file would give it: the best page of each outlet that its feed names.

    Raises:
        InputError: fewer than two outlets tell the story.
    """
    watched = load_watched_story(DEMO_STORY)
    with Downloader(allow_private=True) as downloader:
        found = collect_pages(demo_outlets(), watched, downloader, Archive(workplace / "archive"), base_url)
    entries = [VersionEntry(outlet=page.outlet, url=page.url, published=page.published) for page in _best(found)]
    if len(entries) < 2:
        why = "; ".join(f"{one.url}: {one.why}" for one in found.unusable) or "their feeds name no page of it"
        raise InputError(f"demo: {len(entries)} outlets tell the story {watched.id!r}: {why}.")
    return StoryConfig(id=REPORT_FOLDER, title=watched.title, versions=entries)


def _best(found: Collected) -> Iterator[Candidate]:
    for outlet in dict.fromkeys(page.outlet for page in found.candidates):
        yield found.of(outlet)[0]


@contextmanager
def _served() -> Iterator[str]:
    """The demo's server on its usual port, so that a second run finds its archive; on any free one when it is taken."""
    try:
        with serve_demo(DEMO_PORT) as base_url:
            yield base_url
            return
    except OSError as error:
        if error.errno not in (48, 98):
            raise
    with serve_demo() as base_url:
        yield base_url
