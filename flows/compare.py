"""The main job as plain functions: versions of a story in, a report of their discrepancies out. No Prefect here."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import version as package_version
from typing import Protocol

from align.copies import find_copies
from align.statements import group_statements
from align.utterances import find_utterances
from claims.article import read_figures
from claims.article_quotes import read_quotes
from claims.figures import find_figures
from claims.names import name_likeness
from claims.speakers import resolve_names, resolve_speakers
from configs.outlet import load_outlet, outlet_names
from configs.pipeline import FetchSettings, FlagSettings
from configs.story import StoryConfig, VersionEntry
from fetch.download import TemporaryError
from fetch.extract import extract_page
from fetch.hosts import Manners, manners_of
from fetch.page import fetch_page
from fetch.version import make_version, read_text_file
from flag.contested import contested_figures
from flag.entailment import weigh_contradictions
from flag.evidence import gather_evidence
from flag.figures import FigureJudgement
from flag.story import gravest_first, judge_revisions, judge_story
from flows.retranslating import translate_checked
from flows.revisions import archived_versions, earlier_revisions, keep_version
from flows.translating import quotes_in_english
from flows.workplace import Workplace
from records.claim import Claims, Figure
from records.discrepancy import Discrepancy
from records.errors import UnusableError
from records.report import Issue, Report, Run, Unusable
from records.translation import Translation
from records.version import Version, revision_pairs, substance_digest
from store.findings import save_findings
from store.urls import url_fault

__all__ = [
    "Progress",
    "ReadVersion",
    "claim_version",
    "compare_story",
    "fetch_entry",
    "judge_versions",
    "numbered_ids",
    "parse_entry",
    "read_entry",
    "settle_revisions",
    "sure_enough",
    "version_ids",
]

Progress = Callable[[str, str], None]
"""Told (stage, what) as the work goes on."""


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version that was read, or why it could not be."""

    version: Version | None
    unusable: Unusable | None = None
    issues: tuple[Issue, ...] = ()


@dataclass(slots=True)
class _Clock:
    """Seconds spent by stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started


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
    return tuple(ReadVersion(keep_version(version, place), issues=issues) for version, issues in found)


def _versions_of(
    entry: VersionEntry, id: str, record: str, place: Workplace
) -> tuple[tuple[Version, tuple[Issue, ...]], ...]:
    settings = place.settings.fetch
    if entry.file is not None:
        return (_version_of_file(entry, id, settings),)
    found = archived_versions(id, entry.outlet, entry.url, record, place.archive, settings, entry.language)
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


def claim_version(version: Version) -> Claims:
    """The figures and quotes of a version, read from its original text."""
    return Claims(version.id, read_figures(version), read_quotes(version))


def name_speakers(versions: Sequence[Version], claims: Sequence[Claims]) -> tuple[Claims, ...]:
    """The claims with one id for one speaker or claimant over all versions."""
    languages = {version.id: version.language for version in versions}
    texts = {version.id: version.text for version in versions}
    speakers = resolve_speakers({claim.version: claim.quotes for claim in claims}, texts, languages)
    named = [(claim.version, f.claimant) for claim in claims for f in claim.figures if f.claimant is not None]
    claimants = resolve_names(named, languages)
    return tuple(
        replace(
            claim,
            quotes=tuple(replace(quote, speaker_id=speakers.get(quote.id)) for quote in claim.quotes),
            figures=tuple(_with_claimant(figure, claimants) for figure in claim.figures),
        )
        for claim in claims
    )


def _with_claimant(figure: Figure, ids: dict[tuple[str, str], str]) -> Figure:
    if figure.claimant is None:
        return figure
    return replace(figure, claimant_id=ids.get((figure.version, figure.claimant)))


def compare_story(
    story: StoryConfig, place: Workplace, progress: Progress = lambda stage, what: None, now: datetime | None = None
) -> Report:
    """Compares the versions of ``story`` and keeps versions, translations and findings in the store.

    A version that can't be used is in ``unusable`` and stops nothing.
    """
    clock = _Clock()
    read: list[ReadVersion] = []
    with clock.stage("fetch"):
        for entry, id in zip(story.versions, version_ids(story.versions), strict=True):
            progress("fetch", entry.outlet)
            read += read_entry(entry, id, place)
    read = settle_revisions(read, place)
    versions = [r.version for r in read if r.version is not None]
    translations, claims = [], []
    for version in versions:
        with clock.stage("translate"):
            progress("translate", version.outlet)
            translations.append(translate_checked(version, place))
        with clock.stage("claims"):
            progress("claims", version.outlet)
            claims.append(claim_version(version))
    return judge_versions(story, read, translations, claims, place, progress, clock.seconds, now)


def settle_revisions(read: Sequence[ReadVersion], place: Workplace) -> list[ReadVersion]:
    """The versions; of several texts of one url the later is a revision, and the same text again is refused.

    A fetched page brings the texts that it had before. The order is that of publication where the texts of a story
    file say different times, else that in which they were first seen.
    """
    given = _without_repeats(read)
    urls = Counter(one.version.url for one in given if one.version is not None)
    settled: list[ReadVersion] = []
    for one in given:
        if one.version is not None and urls[one.version.url] == 1:
            settled += [ReadVersion(earlier) for earlier in earlier_revisions(one.version, place)]
        settled.append(one)
    return settled


def _without_repeats(read: Sequence[ReadVersion]) -> list[ReadVersion]:
    kept: list[ReadVersion] = []
    seen: dict[str, list[Version]] = {}
    for one in read:
        version = one.version
        twin = version and next((v for v in seen.get(version.url, ()) if _is_no_revision(v, version)), None)
        if version is None or twin is None:
            kept.append(one)
            if version is not None:
                seen.setdefault(version.url, []).append(version)
        else:
            why = f"{version.url}: the same page as version {twin.id!r}; name each page once."
            kept.append(ReadVersion(None, Unusable(version.outlet, version.url, "story", why)))
    numbers = {v.id: n for same in seen.values() if len(same) > 1 for n, v in enumerate(_in_time(same), 1)}
    return [
        replace(one, version=replace(one.version, revision=numbers[one.version.id]))
        if one.version is not None and one.version.id in numbers
        else one
        for one in kept
    ]


def _is_no_revision(one: Version, other: Version) -> bool:
    """Whether two versions of one url say the same, or are told to be pages of two outlets."""
    return one.outlet != other.outlet or substance_digest(one.text) == substance_digest(other.text)


def _in_time(versions: Sequence[Version]) -> list[Version]:
    times = {v.published for v in versions}
    if None not in times and len(times) == len(versions):
        return sorted(versions, key=lambda v: (v.published, v.revision))
    return sorted(versions, key=lambda v: v.revision)


class Named(Protocol):
    """What a report needs of a story."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...


def judge_versions(
    story: Named,
    read: Sequence[ReadVersion],
    translations: Sequence[Translation],
    claims: Sequence[Claims],
    place: Workplace,
    progress: Progress = lambda stage, what: None,
    seconds: dict[str, float] | None = None,
    now: datetime | None = None,
) -> Report:
    """Aligns and judges versions whose translations and claims are given, in their order; keeps the findings."""
    clock = _Clock(dict(seconds or {}))
    versions = [r.version for r in read if r.version is not None]
    pairs = revision_pairs(versions)
    superseded = {earlier.id for earlier, _ in pairs}
    current = [version for version in versions if version.id not in superseded]
    hits, calls = place.encoder.hits, place.encoder.calls
    with clock.stage("claims"):
        named = name_speakers(versions, claims)
    with clock.stage("translate"):
        by_id = {t.version: t for t in translations}
        quoted = [quotes_in_english(v, by_id[v.id], c, place) for v, c in zip(versions, named, strict=True)]
        named = tuple(one.claims for one in quoted)
    with clock.stage("align"):
        progress("align", "sentences")
        copies = find_copies(current, place.settings.align)
        statements = group_statements(current, place.encoder, place.settings.align)
        progress("align", "quotes")
        spoken = [claim for claim in named if claim.version not in superseded]
        utterances = find_utterances(current, spoken, statements, place.encoder, place.settings.align)
    with clock.stage("flag"):
        progress("flag", "discrepancies")
        english = [by_id[version.id] for version in current]
        evidence = gather_evidence(
            current, english, spoken, statements, utterances, place.settings.flag, copies, name_likeness
        )
        judgement = FigureJudgement(evidence, place.encoder)
        discrepancies = judge_story(evidence, place.encoder, lambda text: find_figures(text, "en"), judgement)
        contested = contested_figures(judgement)
        if pairs:
            revised = gather_evidence(versions, translations, named, (), (), place.settings.flag)
            discrepancies = gravest_first([*discrepancies, *judge_revisions(revised, pairs)])
        if place.entailment is not None:
            weighed = weigh_contradictions(discrepancies, versions, place.entailment, place.settings.flag.nli_weight)
            discrepancies = gravest_first(weighed)
        discrepancies = sure_enough(discrepancies, place.settings.flag)
        save_findings(place.store, story.id, story.title, versions, discrepancies)
    run = Run(
        started=now or datetime.now(UTC),
        seconds={stage: round(spent, 3) for stage, spent in clock.seconds.items()},
        engines={
            "synoptic": package_version("synoptic"),
            "encoder": place.encoder.signature,
            **({"nli": place.entailment.signature} if place.entailment is not None else {}),
            **_translators(versions, translations),
        },
        counts={
            "versions": len(versions),
            "sentences": sum(len(version.sentences) for version in versions),
            "figures": sum(len(claim.figures) for claim in named),
            "quotes": sum(len(claim.quotes) for claim in named),
            "statements": len(statements),
            "copies": len(copies),
            "embeddings computed": place.encoder.calls - calls,
            "embeddings from store": place.encoder.hits - hits,
            "translations computed": sum(t.model_calls for t in translations) + sum(q.calls for q in quoted),
            "translations from memory": sum(t.memory_hits for t in translations) + sum(q.hits for q in quoted),
        },
    )
    return Report(
        story_id=story.id,
        title=story.title,
        versions=tuple(versions),
        translations=tuple(translations),
        claims=named,
        statements=statements,
        discrepancies=discrepancies,
        unusable=tuple(r.unusable for r in read if r.unusable is not None),
        issues=tuple(issue for r in read for issue in r.issues),
        run=run,
        copies=copies,
        contested=contested,
    )


def sure_enough(found: Sequence[Discrepancy], settings: FlagSettings) -> tuple[Discrepancy, ...]:
    """What is found, without those under the least confidence of their kind."""
    return tuple(one for one in found if one.confidence >= settings.least_confidence.get(one.kind, 0.0))


def _translators(versions: Sequence[Version], translations: Sequence[Translation]) -> dict[str, str]:
    pairs = zip(versions, translations, strict=True)
    return {f"translate {version.language_code}": done.engine for version, done in pairs if done.engine}
