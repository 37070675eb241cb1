"""Several texts of one url among the versions of a story: which are revisions, and which the same page named twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from flows.reading import ReadVersion
from flows.revisions import earlier_revisions
from flows.workplace import Workplace
from records.report import Unusable
from records.version import Version, substance_digest

__all__ = ["settle_revisions"]


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
