"""The main job as plain functions: versions of a story in, a report of their discrepancies out. No Prefect here."""

from __future__ import annotations

from datetime import datetime

from claims.article import read_figures
from claims.article_quotes import read_quotes
from claims.article_sources import credit_before, credit_quoted
from configs.story import StoryConfig
from flows.judging import Clock, Progress, judge_versions
from flows.reading import ReadVersion, read_entry, version_ids
from flows.retranslating import translate_checked
from flows.settling import settle_revisions
from flows.workplace import Workplace
from records.claim import Claims
from records.report import Report
from records.version import Version

__all__ = ["claim_version", "compare_story"]


def claim_version(version: Version) -> Claims:
    """The figures and quotes of a version, read from its original text."""
    quotes = read_quotes(version)
    figures = credit_before(version, read_figures(version), quotes)
    return Claims(version.id, credit_quoted(version, figures, quotes), quotes)


def compare_story(
    story: StoryConfig, place: Workplace, progress: Progress = lambda stage, what: None, now: datetime | None = None
) -> Report:
    """Compares the versions of ``story`` and keeps versions, translations and findings in the store.

    A version that can't be used is in ``unusable`` and stops nothing.
    """
    clock = Clock()
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
