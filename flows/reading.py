"""A story's entry to its version: fetched or from a file, kept in the archive and in the store."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from configs.outlet import load_outlet, outlet_names
from configs.pipeline import FetchSettings
from configs.story import VersionEntry
from fetch.download import TemporaryError
from fetch.extract import extract_page
from fetch.hosts import Manners, manners_of
from fetch.page import fetch_page
from fetch.version import make_version, read_text_file
from flows.revisions import Source, archived_versions, keep_version
from flows.workplace import Workplace
from records.errors import UnusableError
from records.report import Issue, Unusable
from records.version import Version
from store.urls import url_fault

__all__ = ["ReadVersion", "fetch_entry", "numbered_ids", "parse_entry", "read_entry", "version_ids"]


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version that was read, or why it could not be."""

    version: Version | None
    unusable: Unusable | None = None
    issues: tuple[Issue, ...] = ()


def version_ids(entries: Sequence[VersionEntry]) -> list[str]:
    """One id an entry: its outlet's name, numbered from the second version of an outlet on."""
    return numbered_ids([entry.outlet for entry in entries])


def numbered_ids(outlets: Sequence[str]) -> list[str]:
    """``outlets`` with a number from the second time on that one is named.

    >>> numbered_ids(["packet", "ouest", "packet"])
    ['packet', 'ouest', 'packet-2']
    """
    seen: Counter[str] = Counter()
    ids = []
    for outlet in outlets:
        seen[outlet] += 1
        ids.append(outlet if seen[outlet] == 1 else f"{outlet}-{seen[outlet]}")
    return ids


def read_entry(entry: VersionEntry, id: str, place: Workplace, last_try: bool = True) -> tuple[ReadVersion, ...]:
    """The version of a story's entry: from its text file, its saved page or its url; kept in the store.

    A live blog has a version for each of its entries.

    Raises:
        TemporaryError: only when not ``last_try``: another try may do.
    """
    record = fetch_entry(entry, place, last_try)
    return parse_entry(entry, id, record, place) if isinstance(record, str) else (ReadVersion(None, record),)


def fetch_entry(entry: VersionEntry, place: Workplace, last_try: bool = True) -> str | Unusable:
    """Names the bytes of an entry: the archive's record of its page, or the sha256 of its file; or why there are none.

    Raises:
        TemporaryError: only when not ``last_try``: another try may do.
    """
    fault = url_fault(entry.url)
    if fault is not None:
        return Unusable(entry.outlet, entry.url, "fetch", fault)
    try:
        if entry.file is not None:
            return hashlib.sha256(_read_bytes(entry, place.settings.fetch)).hexdigest()
        tries = place.settings.fetch.tries if last_try else 1
        return fetch_page(entry.url, place.downloader, place.archive, _manners(entry), tries).record
    except UnusableError as error:
        if isinstance(error, TemporaryError) and not last_try:
            raise
        return Unusable(entry.outlet, entry.url, error.stage, error.why)


def _manners(entry: VersionEntry) -> Manners | None:
    """What the outlet's file asks for, None for an outlet without one."""
    if entry.outlet not in outlet_names():
        return None
    return manners_of(load_outlet(entry.outlet))


def parse_entry(entry: VersionEntry, id: str, record: str, place: Workplace) -> tuple[ReadVersion, ...]:
    """The version in the bytes that ``fetch_entry`` named, or those of a live blog's entries, kept in the store.

    Touches no network.
    """
    try:
        found = _versions_of(entry, id, record, place)
    except UnusableError as error:
        return (ReadVersion(None, Unusable(entry.outlet, entry.url, error.stage, error.why)),)
    return tuple(
        ReadVersion(keep_version(version, place), issues=(*issues, *_undated(version))) for version, issues in found
    )


def _undated(version: Version) -> tuple[Issue, ...]:
    """What a reader must know of a version without a time: its figures are never told as news or as outdated."""
    if version.published is not None:
        return ()
    what = (
        "no time of publication was found, so that an update can't be told from a conflict; write published: in the "
        "story file."
    )
    return (Issue(f"{version.outlet} ({version.url})", what),)


def _versions_of(
    entry: VersionEntry, id: str, record: str, place: Workplace
) -> tuple[tuple[Version, tuple[Issue, ...]], ...]:
    settings = place.settings.fetch
    if entry.file is not None:
        try:
            return (_version_of_file(entry, id, settings),)
        except UnusableError as error:
            why = error.why.removeprefix(f"{entry.url}: ").removeprefix(f"{entry.file}: ")
            raise UnusableError(error.stage, f"{entry.file}: {why}") from None
    source = Source(id, entry.outlet, entry.url, entry.language)
    found = archived_versions(source, record, place.archive, settings)
    if len(found) > 1:
        return found
    return tuple((replace(one, published=entry.published or one.published), issues) for one, issues in found)


def _version_of_file(entry: VersionEntry, id: str, settings: FetchSettings) -> tuple[Version, tuple[Issue, ...]]:
    assert entry.file is not None
    if entry.file.suffix.lower() == ".txt":
        headline, body = read_text_file(entry.file)
        return make_version(
            id, entry.outlet, entry.url, headline, body, entry.language, entry.published, settings=settings
        )
    page = extract_page(_read_bytes(entry, settings), entry.url, None, settings)
    return make_version(
        id,
        entry.outlet,
        entry.url,
        page.headline,
        page.text,
        entry.language,
        entry.published or page.published,
        authors=page.authors,
        settings=settings,
    )


def _read_bytes(entry: VersionEntry, settings: FetchSettings) -> bytes:
    assert entry.file is not None
    limit = settings.largest_page_bytes
    try:
        with entry.file.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise UnusableError("fetch", f"{entry.file}: can't be read ({error.strerror}); check the file.") from None
    if len(content) > limit:
        raise UnusableError(
            "fetch",
            f"{entry.file}: more than {limit:,} bytes, too large for an article; check the file, or raise "
            "fetch.largest_page_bytes in configs/pipeline.yml.",
        )
    return content
