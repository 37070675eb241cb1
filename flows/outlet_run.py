"""One outlet watched once: its feeds read, its new and due pages fetched, archived and kept as versions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urljoin

from configs.outlet import Feed, OutletConfig
from fetch.download import TemporaryError
from fetch.feeds import FeedItem, read_listing
from fetch.hosts import Manners, manners_of
from fetch.page import fetch_page
from flows.revisions import Source, archived_versions, keep_version
from flows.workplace import Workplace
from records.errors import UnusableError
from records.report import Unusable
from records.version import Version
from store.listings import (
    Listed,
    Listing,
    count_listed,
    due_listings,
    list_entries,
    list_pages,
    note_listing,
    note_matched,
)
from store.urls import url_fault
from store.versions import latest_version

__all__ = ["OutletRun", "watch_outlet"]

_PERMANENT = timedelta(days=1)
"""A page that was refused is asked for once a day as long as it is watched: walls and mistakes come down."""
_FIRST_BACKOFF = timedelta(minutes=5)
_MOST_TRIES = 8


@dataclass(slots=True)
class OutletRun:
    """What one run found at one outlet. ``changed`` are urls whose text is new or another one than before."""

    outlet: str
    listed: int = 0
    asked: int = 0
    fetched: int = 0
    changed: list[str] = field(default_factory=list)
    unusable: list[Unusable] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def watch_outlet(name: str, outlet: OutletConfig, place: Workplace, days: int | None = None) -> OutletRun:
    """Reads the feeds of ``outlet`` and asks for the pages that are due; safe to be stopped anywhere and run again.

    Pages are due that were published in the last ``days``, when not given in the settings' ``watched_days``.
    """
    run, manners = OutletRun(name), manners_of(outlet)
    for feed in outlet.feeds:
        _read_feed(run, outlet, feed, manners, place)
    _count_articles(run, outlet, place)
    now = place.store.clock()
    since = now - timedelta(days=days or place.settings.match.watched_days)
    for listing in due_listings(place.store, name, since, place.settings.match.most_pages_a_run):
        _read_page(run, outlet, listing, manners, place)
    return run


def _count_articles(run: OutletRun, outlet: OutletConfig, place: Workplace) -> None:
    """A warning where the last day brought fewer or more articles than the outlet's file expects."""
    if outlet.expected.articles_a_day is None:
        return
    fewest, most = outlet.expected.articles_a_day
    found = count_listed(place.store, run.outlet, place.store.clock() - timedelta(days=1))
    if found is not None and not fewest <= found <= most:
        run.warnings.append(
            f"{run.outlet}: {found} new articles in a day, where {fewest} to {most} are expected; check its feeds, or "
            "expected.articles_a_day in its file."
        )


def _read_feed(run: OutletRun, outlet: OutletConfig, feed: Feed, manners: Manners, place: Workplace) -> None:
    url = urljoin(outlet.home, feed.url)
    try:
        page = fetch_page(url, place.downloader, place.archive, manners, place.settings.fetch.tries)
        items = read_listing(page.response.body, url, feed)
    except UnusableError as error:
        run.unusable.append(Unusable(run.outlet, url, error.stage, error.why))
        return
    faults = {item.url: fault for item in items if (fault := url_fault(item.url)) is not None}
    run.unusable += [Unusable(run.outlet, url, "fetch", fault) for url, fault in faults.items()]
    kept = [item for item in items if item.url not in faults]
    run.listed += list_pages(place.store, run.outlet, list(_listed(kept, place.store.clock())))


def _listed(items: Iterable[FeedItem], now: datetime) -> Iterable[Listed]:
    """What a feed lists; a time that lies more than a day ahead is a mistake, and none."""
    for item in items:
        digest = hashlib.sha256(
            "\x1f".join((item.title, item.summary, str(item.published), str(item.updated))).encode()
        ).hexdigest()
        ahead = item.published is not None and item.published > now + timedelta(days=1)
        yield Listed(item.url, item.title, None if ahead else item.published, digest)


def _read_page(run: OutletRun, outlet: OutletConfig, listing: Listing, manners: Manners, place: Workplace) -> None:
    run.asked += 1
    try:
        page = fetch_page(listing.url, place.downloader, place.archive, manners, place.settings.fetch.tries)
        run.fetched += page.new
        changed = _changed(run, outlet, listing, page.record, place)
    except UnusableError as error:
        run.unusable.append(Unusable(run.outlet, listing.url, error.stage, error.why))
        _note_trouble(listing, error, place)
        return
    if changed:
        run.changed += changed
        note_matched(place.store, changed, "")
    tries = 0 if changed else listing.tries + 1
    due = place.store.clock() + _recheck(tries, place)
    note_listing(place.store, listing.url, "read", due, tries, archive=page.record)


def _changed(run: OutletRun, outlet: OutletConfig, listing: Listing, record: str, place: Workplace) -> list[str]:
    """The addresses of what is new in ``record``, the page's own or those of a live blog's entries.

    Empty when the same bytes were read before. A run that was stopped after the page was archived finds the record
    there, but no version of it: it is read now. One that was stopped after the version was kept finds a listing that
    does not know its record: the page counts as new once more.
    """
    before = latest_version(place.store, listing.url)
    if before is not None and before.archive and place.archive.record_of(before.archive) == record:
        return [] if listing.archive == record else [listing.url]
    if listing.archive == record and (before is not None or listing.state == "read"):
        return []
    source = Source(run.outlet, run.outlet, listing.url, outlet.only_language, outlet.hints)
    found = archived_versions(source, record, place.archive, place.settings.fetch)
    run.warnings += [f"{version.url}: {issue.what}" for version, issues in found for issue in issues]
    versions = [version for version, _ in found]
    if versions[0].url == listing.url:
        _check_length(run, outlet, listing, versions[0])
    else:
        list_entries(place.store, run.outlet, [(one.url, one.headline, one.published) for one in versions])
    return [version.url for version in versions if _is_new(version, place)]


def _check_length(run: OutletRun, outlet: OutletConfig, listing: Listing, version: Version) -> None:
    fewest, most = outlet.expected.sentences
    if len(version.sentences) < fewest:
        raise UnusableError(
            "extract",
            f"{listing.url}: {len(version.sentences)} sentences, where {run.outlet} has {fewest} or more; "
            "set expected.sentences or hints in the outlet's file.",
        )
    if len(version.sentences) > most:
        run.warnings.append(f"{listing.url}: {len(version.sentences)} sentences, more than {most}")


def _is_new(version: Version, place: Workplace) -> bool:
    """Keeps ``version``; whether its text is another than its address had last."""
    before = latest_version(place.store, version.url)
    kept = keep_version(version, place)
    return before is None or kept.revision != before.revision


def _note_trouble(listing: Listing, error: UnusableError, place: Workplace) -> None:
    tries = min(listing.tries + 1, _MOST_TRIES)
    wait = _FIRST_BACKOFF * 2**tries if isinstance(error, TemporaryError) else _PERMANENT
    if isinstance(error, TemporaryError) and error.retry_after is not None:
        wait = max(wait, timedelta(seconds=error.retry_after))
    due = place.store.clock() + min(wait, _PERMANENT)
    note_listing(place.store, listing.url, "unusable", due, tries, error.stage, error.why)


def _recheck(tries: int, place: Workplace) -> timedelta:
    waits = place.settings.match.recheck_minutes
    return timedelta(minutes=waits[min(tries, len(waits) - 1)]) if waits else _PERMANENT
