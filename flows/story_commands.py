"""What the commands of ``synoptic stories`` do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

from configs.pipeline import load_pipeline
from configs.place import stories_dir
from configs.watch import load_watched_stories
from flows.workplace import Workplace, database_url, open_workplace
from match.suggest import Suggestion, suggest_stories, suggestion_yaml
from records.errors import InputError
from report.wording import plural
from store.memberships import decide_membership, member_urls, members_of, unsure_memberships
from store.versions import recent_versions

__all__ = ["decide_page", "story_lines", "suggestions", "unsure_lines"]

WORKPLACE = ".synoptic"


@contextmanager
def open_place(out: Path) -> Iterator[Workplace]:
    """The workplace of the reports in ``out``.

    Raises:
        InputError: nothing was read into it yet.
    """
    folder = out / WORKPLACE
    if database_url() is None and not (folder / "synoptic.sqlite").is_file():
        raise InputError(f"{folder}: nothing was read yet; run: synoptic watch --out {out}")
    with open_workplace(folder, load_pipeline()) as place:
        yield place


def story_lines(out: Path) -> Iterator[str]:
    """One line a watched story: its pages and its title."""
    with open_place(out) as place:
        for story in load_watched_stories():
            pages = plural(len(members_of(place.store, story.id)), "page")
            yield f"{story.id}  {pages}  {story.title}"


def suggestions(out: Path, days: int, write: bool) -> Iterator[str]:
    """Story files of events that no story has, for the screen; written into ``configs/stories/`` when asked.

    Raises:
        InputError: nothing was read yet, or the folder can't be written.
    """
    with open_place(out) as place:
        since = place.store.clock() - timedelta(days=days)
        taken = member_urls(place.store)
        read = (version for version in recent_versions(place.store, since) if not _is_of_the_demo(version.url))
        versions = [version for version in read if version.url not in taken]
        found = suggest_stories(versions, place.encoder, place.settings.match)
        if not found:
            fewest = place.settings.match.fewest_outlets
            yield f"no event that {fewest} outlets tell among {len(versions)} pages of the last {days} days."
        for one in found:
            yield (
                _written(one) if write else f"{suggestion_yaml(one)}# To watch: --write, or save it as {_file(one)}\n"
            )


def _is_of_the_demo(url: str) -> bool:
    """Whether a page came from this machine, where the demo serves its outlets, which nobody can watch."""
    return urlsplit(url).hostname in {"127.0.0.1", "::1", "localhost"}


def _file(found: Suggestion) -> Path:
    return stories_dir() / f"{found.id}.yml"


def _written(found: Suggestion) -> str:
    path = _file(found)
    if path.exists():
        return f"{path}: is there already, and was left as it is"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(suggestion_yaml(found), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror}); set SYNOPTIC_CONFIGS.") from None
    return f"{path}: {plural(len(found.versions), 'page')} of {plural(len(found.outlets), 'outlet')}: {found.title}"


def unsure_lines(out: Path) -> Iterator[str]:
    """The pages that wait for a person."""
    with open_place(out) as place:
        for one in unsure_memberships(place.store):
            yield f"{one.story}  {one.url}  {one.why}"


def decide_page(out: Path, story: str, url: str, state: str, reviewer: str) -> str:
    """Keeps the decision of a person.

    Raises:
        InputError: the page was never held against the story.
    """
    with open_place(out) as place:
        if not decide_membership(place.store, story, url, cast(Literal["in", "out"], state), reviewer):
            raise InputError(
                f"{url!r} was never held against the story {story!r}; 'synoptic stories unsure' lists some."
            )
    return f"{story}: {url} is {state}"
