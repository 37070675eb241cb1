"""The texts that one page had: what is kept as a new revision, and which earlier ones are compared with the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from configs.outlet import Hints
from configs.pipeline import FetchSettings
from fetch.archive import Archive
from fetch.extract import extract_pages
from fetch.version import make_version
from flows.workplace import Workplace
from records.errors import UnusableError
from records.report import Issue
from records.version import Version, substance_digest, with_id
from store.versions import latest_version, reread_version, revisions_of, save_version

__all__ = ["Source", "archived_versions", "earlier_revisions", "keep_version", "version_at"]

Read = tuple[Version, tuple[Issue, ...]]
"""A version, and what to know about it."""

_MOST_REVISIONS = 5
"""A live page has dozens; each is archived, the last ones are compared."""


@dataclass(frozen=True, slots=True)
class Source:
    """Whose page it is: the version's ``id`` and ``outlet``, its ``url``, and how its outlet's file says to read it."""

    id: str
    outlet: str
    url: str
    language: str | None = None
    hints: Hints | None = None


def archived_versions(source: Source, record: str, archive: Archive, settings: FetchSettings) -> tuple[Read, ...]:
    """The version in an archived page; of a live blog one for each entry, under its url with the entry as fragment.

    Raises:
        UnusableError: the record can't be read, or it holds no article.
    """
    stored = archive.read(record)
    pages = extract_pages(stored.body, source.url, stored.content_type, settings, source.hints)
    return tuple(
        make_version(
            source.id if number == 1 else f"{source.id}-entry-{number}",
            source.outlet,
            f"{source.url.partition('#')[0]}#{page.entry}" if page.entry else source.url,
            page.headline,
            page.text,
            source.language,
            page.published,
            archive=str(archive.path_of(record)),
            authors=page.authors,
            settings=settings,
        )
        for number, page in enumerate(pages, 1)
    )


def version_at(url: str, found: Sequence[Read]) -> Read:
    """The one of ``found`` that is at ``url``: of a live blog the entry that it names.

    Raises:
        UnusableError: the page does not hold this entry any more, or names none.
    """
    for one in found:
        if one[0].url == url:
            return one
    raise UnusableError("extract", f"{url}: a live blog of {len(found)} entries; none of them is the one of this url.")


def keep_version(version: Version, place: Workplace) -> Version:
    """``version`` with its revision number, kept in the store.

    A text that differs only because extraction reads better than it did is no revision: where the bytes are the same,
    or the earlier bytes read anew give this text, the earlier text is replaced.
    """
    prior = latest_version(place.store, version.url)
    if prior is not None and prior.archive and version.archive and not _say_the_same(prior, version):
        again = version if _same_bytes(prior, version, place) else _read_again(prior, place)
        if again is not None and _say_the_same(again, version):
            reread_version(place.store, replace(again, revision=prior.revision, archive=prior.archive))
    return save_version(place.store, version)


def _say_the_same(one: Version, other: Version) -> bool:
    return substance_digest(one.text) == substance_digest(other.text)


def _same_bytes(one: Version, other: Version, place: Workplace) -> bool:
    return place.archive.record_of(str(one.archive)) == place.archive.record_of(str(other.archive))


def _read_again(prior: Version, place: Workplace) -> Version | None:
    record = place.archive.record_of(str(prior.archive))
    source = Source(prior.id, prior.outlet, prior.url, prior.language)
    try:
        return version_at(prior.url, archived_versions(source, record, place.archive, place.settings.fetch))[0]
    except UnusableError:
        return None


def earlier_revisions(version: Version, place: Workplace) -> Sequence[Version]:
    """The archived texts that the page of ``version`` had before, oldest first, under ids of their own."""
    if version.archive is None:
        return ()
    before = [
        one
        for one in revisions_of(place.store, version.url)
        if one.revision < version.revision and one.archive is not None
    ]
    return [with_id(one, f"{version.id}-r{one.revision}") for one in before[-_MOST_REVISIONS + 1 :]]
