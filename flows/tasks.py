"""The stages as Prefect tasks: one task a version and stage, retried, cached by content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE

from configs.once import once
from configs.pipeline import load_pipeline
from configs.story import StoryConfig, VersionEntry
from flows.compare import claim_version
from flows.judging import judge_versions
from flows.reading import ReadVersion, fetch_entry, parse_entry
from flows.retranslating import translate_checked
from flows.signature import engine_of, own_digest, settings_digest
from flows.workplace import Workplace, make_workplace
from records.claim import Claims
from records.report import Report, Unusable
from records.translation import Translation
from records.version import Version

__all__ = ["claim_task", "fetch_task", "judge_task", "parse_task", "place_of", "translate_task"]

_KEPT = timedelta(days=30)
_TRIES = 3


@once
def place_of(folder: str, settings: str) -> Workplace:
    """The workplace in ``folder``, opened once a process; ``settings`` is a pipeline file, or empty for our own.

    Tasks are given these two words, not the workplace: they may run in another process or on another machine.
    """
    loaded = load_pipeline(Path(settings)) if settings else load_pipeline()
    return make_workplace(Path(folder), loaded)


def _key(*parts: object) -> str:
    text = json.dumps([own_digest(), *map(str, parts)])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _parse_key(context: object, given: dict[str, Any]) -> str:
    place, entry = place_of(given["folder"], given["settings"]), given["entry"]
    return _key("parse", given["record"], given["id"], entry.model_dump_json(), place.settings.fetch.model_dump_json())


def _translation_key(context: object, given: dict[str, Any]) -> str:
    version: Version = given["version"]
    place = place_of(given["folder"], given["settings"])
    engine = engine_of(version.language_code, place.settings.translate)
    people = place.memory.people_stamp(version.language_code)
    return _key("translate", version.id, version.sha256, version.language, version.sentences, engine, people)


def _claims_key(context: object, given: dict[str, Any]) -> str:
    version: Version = given["version"]
    return _key("claims", version.id, version.sha256, version.language, version.published, version.sentences)


def _judge_key(context: object, given: dict[str, Any]) -> str:
    story: StoryConfig = given["story"]
    place = place_of(given["folder"], given["settings"])
    read: Sequence[ReadVersion] = given["read"]
    translations: Sequence[Translation] = given["translations"]
    return _key(
        "judge", story.id, story.title, read, [(t.engine, t.status, sorted(t.english.items())) for t in translations],
        place.encoder.signature, settings_digest(place.settings),
    )  # fmt: skip


@task(name="fetch version", retries=_TRIES - 1, retry_delay_seconds=[1, 4], cache_policy=NO_CACHE, persist_result=False)
def fetch_task(entry: VersionEntry, folder: str, settings: str) -> str | Unusable:
    """The bytes of an entry, asked for only if they have changed; a fault that may pass is tried again."""
    from prefect.runtime import task_run

    last = int(task_run.run_count or 1) >= _TRIES
    return fetch_entry(entry, place_of(folder, settings), last_try=last)


@task(name="parse version", cache_key_fn=_parse_key, cache_expiration=_KEPT, persist_result=True)
def parse_task(entry: VersionEntry, id: str, record: str, folder: str, settings: str) -> tuple[ReadVersion, ...]:
    """The version in the bytes that were fetched, or those of a live blog's entries."""
    return parse_entry(entry, id, record, place_of(folder, settings))


@task(name="translate version", cache_key_fn=_translation_key, cache_expiration=_KEPT, persist_result=True)
def translate_task(version: Version, folder: str, settings: str) -> Translation:
    """The English of a version, or why there is none."""
    place = place_of(folder, settings)
    return translate_checked(version, place)


@task(name="read claims", cache_key_fn=_claims_key, cache_expiration=_KEPT, persist_result=True)
def claim_task(version: Version) -> Claims:
    """The figures and quotes of a version."""
    return claim_version(version)


@task(name="judge story", cache_key_fn=_judge_key, cache_expiration=_KEPT, persist_result=True)
def judge_task(
    story: StoryConfig,
    read: Sequence[ReadVersion],
    translations: Sequence[Translation],
    claims: Sequence[Claims],
    folder: str,
    settings: str,
    seconds: dict[str, float],
) -> Report:
    """The report of a story whose versions are read, translated and have their claims."""
    return judge_versions(story, read, translations, claims, place_of(folder, settings), seconds=seconds)
