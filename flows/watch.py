"""Watching, as plain functions: feeds to pages, pages to stories, and the touched stories compared. No Prefect here.

Every step may be stopped anywhere and done again: what was done is in the store under a key of its own, and what was
not is found by what is missing. A run over unchanged outlets compares nothing and adds no row.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from configs.agencies import agency_names
from configs.outlet import OutletConfig, load_outlets
from configs.watch import WatchedStory, load_watched_stories, watched_story_ids
from fetch.hosts import origin_of
from flows.compare import claim_version
from flows.judging import judge_versions
from flows.outlet_run import OutletRun, watch_outlet
from flows.reading import ReadVersion, numbered_ids
from flows.retranslating import translate_checked
from flows.settling import settle_revisions
from flows.signature import engine_of, own_digest, settings_digest
from flows.workplace import Workplace
from match.copies import Copy, find_copies
from match.sketch import sketch_versions
from match.stories import join_stories
from records.report import Issue, Report, Unusable
from records.version import Version, with_id
from report.contract import contract_json
from report.write import write_report
from store.listings import note_matched, unmatched_listings
from store.memberships import Membership, members_of, save_memberships
from store.runs import known_run, save_run
from store.versions import archived_paths, latest_version

__all__ = [
    "Told",
    "WatchRun",
    "by_host",
    "compare_member_pages",
    "compare_touched",
    "known_outlets",
    "known_stories",
    "match_pages",
    "prune_archive",
    "read_outlets",
    "watch_once",
]

DEMO_STORY = "berlin-talks"
"""Its outlets are served by the demo alone."""

Told = Callable[[str, str], None]
"""Told (what, of whom) as the run goes on."""


@dataclass(slots=True)
class WatchRun:
    """What one run did: each outlet's part, the pages that joined stories, the reports of the stories compared."""

    outlets: list[OutletRun] = field(default_factory=list)
    joined: tuple[Membership, ...] = ()
    reports: list[Report] = field(default_factory=list)

    @property
    def unusable(self) -> list[Unusable]:
        return [one for outlet in self.outlets for one in outlet.unusable]

    @property
    def warnings(self) -> list[str]:
        return [one for outlet in self.outlets for one in outlet.warnings]


def watch_once(
    outlets: Mapping[str, OutletConfig],
    stories: Sequence[WatchedStory],
    place: Workplace,
    out: Path,
    tell: Told = lambda what, whom: None,
) -> WatchRun:
    """Reads ``outlets`` (name to configuration), matches, compares what was touched; reports go below ``out``."""
    run = WatchRun(read_outlets(outlets, place, tell))
    prune_archive(place)
    run.joined = match_pages(stories, place)
    run.reports = compare_touched(stories, place, out, tell)
    return run


def read_outlets(
    outlets: Mapping[str, OutletConfig],
    place: Workplace,
    tell: Told = lambda what, whom: None,
    days: int | None = None,
) -> list[OutletRun]:
    """Watches every outlet once; outlets on different hosts at the same time, those of one host one after the other.

    ``days`` is how far back pages are asked for, when not the settings' ``watched_days``.
    """

    def of_host(names: Sequence[str]) -> list[OutletRun]:
        runs = []
        for name in names:
            runs.append(watch_outlet(name, outlets[name], place, days))
            tell("read", name)
        return runs

    with ThreadPoolExecutor(place.settings.fetch.hosts_at_once) as pool:
        return [run for runs in pool.map(of_host, by_host(outlets)) for run in runs]


def by_host(outlets: Mapping[str, OutletConfig]) -> list[list[str]]:
    """The names of ``outlets`` that share a host, together: one worker reads a host."""
    hosts: dict[str, list[str]] = {}
    for name, outlet in outlets.items():
        hosts.setdefault(origin_of(outlet.home), []).append(name)
    return list(hosts.values())


def known_outlets(names: Sequence[str] | None) -> dict[str, OutletConfig]:
    """The outlets ``names``; without any, all whose home is a web address (the demo's have only a path).

    Raises:
        InputError: there is no such outlet, or files do not fit: every fault of every file in one go.
    """
    found = load_outlets(names or ())
    return {name: outlet for name, outlet in found.items() if outlet.home.startswith("http")}


def known_stories(ids: Sequence[str] | None) -> list[WatchedStory]:
    """The watched stories ``ids``; without any, all but the demo's.

    Raises:
        InputError: there is no such story, or a file does not fit.
    """
    wanted = ids or [id for id in watched_story_ids() if id != DEMO_STORY]
    return load_watched_stories(wanted) if wanted else []


def prune_archive(place: Workplace) -> int:
    """Removes archived answers that no version was read from, as the settings limit age and size; how many.

    What a killed run left half written goes in any case.
    """
    fetch = place.settings.fetch
    place.archive.sweep()
    if fetch.archive_days is None and fetch.archive_megabytes is None:
        return 0
    before = None if fetch.archive_days is None else place.store.clock() - timedelta(days=fetch.archive_days)
    most = None if fetch.archive_megabytes is None else fetch.archive_megabytes * 1_000_000
    needed = {place.archive.record_of(path) for path in archived_paths(place.store)}
    return place.archive.prune(needed, before, most)


def match_pages(stories: Sequence[WatchedStory], place: Workplace) -> tuple[Membership, ...]:
    """Holds the pages that are new, or that the stories as they are now were never held against, to ``stories``.

    The memberships that are new or have changed. A page that is unsure waits for a reviewer.
    """
    digest = _stories_digest(stories, place)
    waiting = unmatched_listings(place.store, digest)
    if not waiting or not stories:
        note_matched(place.store, [one.url for one in waiting], digest)
        return ()
    found = [latest_version(place.store, one.url) for one in waiting]
    versions = [version for version in found if version is not None]
    pages = list(zip(versions, sketch_versions(versions, place.encoder), strict=True))
    members = {
        story.id: sketch_versions(_member_versions(story.id, place), place.encoder)
        for story in stories
        if _member_versions(story.id, place)
    }
    joined = join_stories(stories, pages, members, place.encoder, place.settings.match)
    outlet_of = {version.url: version.outlet for version in versions}
    kept = save_memberships(
        place.store,
        [Membership(one.story, one.url, outlet_of[one.url], one.state, one.score, one.why) for one in joined],
    )
    note_matched(place.store, [one.url for one in waiting], digest)
    return kept


def _stories_digest(stories: Sequence[WatchedStory], place: Workplace) -> str:
    parts = [*(story.model_dump_json() for story in stories), place.settings.match.model_dump_json()]
    return hashlib.sha256("\x1e".join([*parts, place.encoder.signature]).encode()).hexdigest()


def _member_versions(story: str, place: Workplace) -> list[Version]:
    found = (latest_version(place.store, member.url) for member in members_of(place.store, story))
    return [version for version in found if version is not None]


def compare_touched(
    stories: Sequence[WatchedStory], place: Workplace, out: Path, tell: Told = lambda what, whom: None
) -> list[Report]:
    """Compares each story of which a page is new or changed since it was last compared; their reports, as written."""
    reports = []
    for story in stories:
        report = compare_member_pages(story, place, out)
        if report is not None:
            reports.append(report)
            tell("compared", story.id)
    return reports


def compare_member_pages(story: WatchedStory, place: Workplace, out: Path) -> Report | None:
    """The report of ``story`` over the pages that it has, written below ``out``; None when nothing has changed since.

    The run is noted last: a run that was stopped before is done again and gives the same report.
    """
    read = _read_members(story, place)
    versions = [one.version for one in read if one.version is not None]
    if len({version.url for version in versions}) < 2:
        return None
    signature = _signature(versions, place)
    if known_run(place.store, story.id, signature) is not None:
        return None
    translations = [translate_checked(version, place) for version in versions]
    claims = [claim_version(version) for version in versions]
    report = judge_versions(story, read, translations, claims, place)
    write_report(report, out / story.id)
    save_run(place.store, story.id, story.title, signature, len(versions), contract_json(report).decode())
    return report


def _read_members(story: WatchedStory, place: Workplace) -> list[ReadVersion]:
    versions = sorted(_member_versions(story.id, place), key=lambda v: (v.outlet, str(v.published), v.url))
    named = [with_id(v, id) for v, id in zip(versions, numbered_ids([v.outlet for v in versions]), strict=True)]
    issues = {copy.version: (Issue(copy.version, _copied(copy)),) for copy in find_copies(named, agency_names())}
    return settle_revisions([ReadVersion(v, issues=issues.get(v.id, ())) for v in named], place)


def _copied(copy: Copy) -> str:
    credit = "" if copy.credit is None else f"; both credit {copy.credit}"
    return f"a copy: {copy.share:.0%} of its words are those of {copy.source}{credit}."


def _signature(versions: Sequence[Version], place: Workplace) -> str:
    languages = sorted({version.language_code for version in versions})
    parts = [
        own_digest(),
        settings_digest(place.settings),
        place.encoder.signature,
        [engine_of(language, place.settings.translate) for language in languages],
        [(version.id, version.url, version.revision, version.sha256) for version in versions],
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
