"""What the commands of ``synoptic outlets`` do."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from configs.outlet import load_outlets
from configs.pipeline import load_pipeline
from configs.place import outlets_dir
from fetch.download import ALLOW_PRIVATE, Downloader
from fetch.extract import page_fields
from fetch.hosts import Manners, origin_of
from flows.outlet_add import find_outlet, write_outlet
from flows.outlet_check import check_outlet
from flows.workplace import private_pages_allowed
from records.errors import InputError, UnusableError
from report.wording import plural

__all__ = ["check_outlets", "outlet_table", "page_lines", "run_add"]

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def run_add(url: str, allow_private: bool, folder: Path | None, name: str | None = None) -> Iterator[str]:
    """Adds the outlet at ``url`` under ``name``, else a name made from its host; lines for the screen.

    Raises:
        InputError: the front page can't be read, the name is none, or the file is there already.
    """
    if name is not None and not _NAME.fullmatch(name):
        raise InputError(f"--name: {name!r} is no name of an outlet; use a-z, 0-9 and -.")
    url = url if "://" in url else f"https://{url}"
    settings = load_pipeline().fetch
    manners = Manners(settings.pause_seconds, settings.robots, origin_of(url) if allow_private else None)
    with Downloader(settings, allow_private=private_pages_allowed()) as downloader:
        try:
            found = find_outlet(url, downloader, manners)
        except UnusableError as error:
            raise InputError(error.why.replace(ALLOW_PRIVATE, "add --allow-private")) from None
    found = found if name is None else replace(found, key=name)
    path = write_outlet(found, folder or outlets_dir(), allow_private)
    yield f"{path}: {found.name}, {found.language or 'language unknown'}, {found.country or 'country unknown'}"
    for one in found.feeds:
        yield f"  feed {one.feed.url}: {plural(len(one.items), 'item')}, the first {one.items[0].title!r}"
    for issue in found.issues:
        yield f"  to do: {issue}"
    yield f"next: synoptic outlets check {found.key}"


def outlet_table(folder: Path | None) -> Iterator[str]:
    """A line an outlet, in columns.

    Raises:
        InputError: a file does not fit; every fault of every file in one go.
    """
    found = load_outlets((), folder)
    if not found:
        yield _no_outlet(folder)
    rows = [
        (key, one.name, ",".join(one.languages), one.country, one.kind, plural(len(one.feeds), "feed"), one.verified)
        for key, one in found.items()
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        *cells, verified = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"{'  '.join(cells)}  verified: {verified}".rstrip()


def _no_outlet(folder: Path | None) -> str:
    return f"no outlet in {folder or outlets_dir()}; add one: synoptic outlets add URL"


def check_outlets(names: tuple[str, ...], folder: Path | None) -> Iterator[tuple[str, bool]]:
    """Lines for the screen, each with whether the outlet that it is about is good so far.

    Raises:
        InputError: a file does not fit; every fault of every file in one go.
    """
    found = load_outlets(names, folder)
    if not found:
        yield _no_outlet(folder), True
    settings = load_pipeline().fetch
    with (
        tempfile.TemporaryDirectory() as kept,
        Downloader(settings, allow_private=private_pages_allowed()) as downloader,
    ):
        for name, outlet in found.items():
            if not outlet.home.startswith("http"):
                yield f"{name}: one of the demo's; 'synoptic demo' reads it.", True
                continue
            checked = check_outlet(name, outlet, downloader, Path(kept), datetime.now(UTC), settings.tries)
            state = "good" if checked.good else "BAD"
            yield f"{name}: {state}, {checked.items} items in its feed", checked.good
            for fault in checked.faults:
                yield f"  fault: {fault}", checked.good
            for article in checked.articles:
                for line in article.lines():
                    yield line, checked.good


def page_lines(page: Path) -> tuple[dict[str, object], list[str]]:
    """What would be kept of a saved page: its fields, and the same as lines.

    Raises:
        InputError: the file can't be read.
        UnusableError: it holds no article.
    """
    try:
        fields = page_fields(page)
    except OSError as error:
        raise InputError(f"{page}: can't be read ({error.strerror}); check the path.") from None
    text = str(fields["text"]).split("\n")
    shown = [f"{name}: {fields[name]}" for name in ("headline", "published", "authors", "language")]
    return fields, [*shown, f"text: {len(text)} paragraphs\n  {text[0]}\n  ...\n  {text[-1]}"]
