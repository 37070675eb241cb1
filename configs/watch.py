"""``configs/stories/<id>.yml``: a story to watch for, in the feeds of outlets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field, model_validator

from configs.load import Strict, load_yaml
from configs.place import stories_dir
from configs.tags import Language, StoryName
from records.errors import InputError

__all__ = ["WatchedStory", "Window", "load_watched_stories", "load_watched_story", "watched_story_ids"]


class Window(Strict):
    """When a page must have been published to belong to the story; open where a side is missing."""

    start: datetime | None = None
    end: datetime | None = None

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Window:
        if self.start is not None and self.end is not None and _aware(self.end) < _aware(self.start):
            raise ValueError(f"end: expected a time after the start (found {self.end.isoformat()})")
        return self

    def holds(self, moment: datetime | None) -> bool:
        """Whether ``moment`` (aware) lies inside; an unknown moment does."""
        if moment is None:
            return True
        after = self.start is None or _aware(self.start) <= moment
        return after and (self.end is None or moment <= _aware(self.end))


class WatchedStory(Strict):
    """A story to find in feeds: what it is about, in which outlets, when."""

    id: StoryName
    """Names the report folder."""
    title: str = Field(min_length=1)
    about: tuple[str, ...] = Field(min_length=1)
    """A few sentences in any language."""
    keywords: tuple[tuple[str, ...], ...] = ()
    """Each entry is one thing (a name, a place) under its names in several languages and scripts; a name also matches
    the longer words that begin with it (Берлін: Берліні, Берліном). Without any, the names in ``about`` are used."""
    at_least: int = Field(default=2, ge=1)
    """How many different things a page must name to be taken in."""
    outlets: tuple[str, ...] = ()
    """Outlets of ``configs/outlets/``; any when empty."""
    languages: tuple[Language, ...] = ()
    """BCP 47; any when empty."""
    window: Window = Window()
    seeds: tuple[str, ...] = ()
    """Addresses of pages that belong to the story for certain."""

    @model_validator(mode="after")
    def _reachable(self) -> WatchedStory:
        if self.keywords and self.at_least > len(self.keywords):
            raise ValueError(f"at_least: {self.at_least} is more than the {len(self.keywords)} keywords")
        return self


def watched_story_ids(folder: Path | None = None) -> tuple[str, ...]:
    """The ids of all stories that have a file in ``folder``, sorted."""
    return tuple(sorted(path.stem for path in (folder or stories_dir()).glob("*.yml")))


def load_watched_story(id: str, folder: Path | None = None) -> WatchedStory:
    """The story ``id``, read from ``<folder>/<id>.yml``.

    Raises:
        InputError: there is no such file, it does not fit, or its ``id`` is not its name.
    """
    path = (folder or stories_dir()) / f"{id}.yml"
    story = load_yaml(path, WatchedStory)
    if story.id != id:
        raise InputError(
            f"{path}: id: the story is {story.id!r} and the file is not called so; rename it to {story.id}.yml, "
            f"or write id: {id}"
        )
    return story


def load_watched_stories(ids: Sequence[str] = (), folder: Path | None = None) -> list[WatchedStory]:
    """The stories ``ids``, all of ``folder`` without any.

    Raises:
        InputError: one or more files do not fit; the faults of all of them.
    """
    found, faults = list[WatchedStory](), list[str]()
    for id in ids or watched_story_ids(folder):
        try:
            found.append(load_watched_story(id, folder))
        except InputError as error:
            faults.append(str(error))
    if faults:
        raise InputError("; ".join(faults))
    return found


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
