"""Suggests stories to watch for: events that several outlets tell and that no story has yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import regex
import yaml
from anyascii import anyascii

from configs.pipeline import MatchSettings
from match.background import load_background
from match.clusters import cluster_pages
from match.sketch import Embeds, names_in, sketch_versions
from records.version import Version

__all__ = ["Suggestion", "suggest_stories", "suggestion_yaml"]

_NAME = regex.compile(r"(?<=[\p{L},;:«“„\"] )\p{Lu}[\p{L}\p{M}'’-]{3,}")
_ROW = regex.compile(r"\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)*")
_ONE_NAME = 0.8
_MOST_NAMES, _MOST_ABOUT, _MOST_SEEDS = 6, 3, 12
_AROUND = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An event: ``versions`` are its pages, the first published before all; ``id`` names the file."""

    id: str
    title: str
    versions: tuple[Version, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(version.outlet for version in self.versions))


def suggest_stories(versions: Sequence[Version], encoder: Embeds, settings: MatchSettings) -> list[Suggestion]:
    """The events among ``versions`` that ``settings.fewest_outlets`` or more tell, the most told first."""
    if not versions:
        return []
    groups = cluster_pages(sketch_versions(versions, encoder), settings, load_background(encoder))
    found = []
    for group in groups:
        pages = sorted((versions[n] for n in group), key=lambda v: (v.published is None, str(v.published), v.url))
        if len({version.outlet for version in pages}) >= settings.fewest_outlets:
            english = next((v for v in pages if v.language_code == "en"), pages[0])
            found.append(Suggestion(_identity(english), english.headline, tuple(pages)))
    return sorted(found, key=lambda one: (-len(one.outlets), one.id))


def _identity(version: Version) -> str:
    words = regex.findall("[a-z0-9]+", anyascii(version.headline).lower())
    day = f"{version.published:%Y-%m-%d}" if version.published else "undated"
    return "-".join([*words[:5], day])


def suggestion_yaml(found: Suggestion) -> str:
    """A ready file for ``configs/stories/``."""
    times = [version.published for version in found.versions if version.published is not None]
    about = list(dict.fromkeys(_lead(version) for version in _one_a_language(found.versions)))[:_MOST_ABOUT]
    window = {}
    if times:
        window = {"start": (min(times) - _AROUND).isoformat(), "end": (max(times) + 2 * _AROUND).isoformat()}
    fields = {
        "id": found.id,
        "title": found.title,
        "about": about,
        "keywords": _things(found.versions),
        "at_least": 2,
        "window": window,
        "seeds": [version.url for version in found.versions[:_MOST_SEEDS]],
    }
    if not fields["keywords"] or len(_things(found.versions)) < 2:
        del fields["keywords"], fields["at_least"]
    outlets = ", ".join(found.outlets)
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=110)
    return f"# Suggested: {len(found.versions)} pages of {len(found.outlets)} outlets ({outlets}).\n{text}"


def _one_a_language(versions: Sequence[Version]) -> list[Version]:
    return list({version.language_code: version for version in reversed(versions)}.values())[::-1]


def _lead(version: Version) -> str:
    body = [one for one in version.sentences if one.paragraph > 0]
    return version.sentence_text(body[0]) if body else version.headline


def _things(versions: Sequence[Version]) -> list[list[str]]:
    """The names that most outlets give, each under the spellings that the outlets use.

    Of the words of one name ("Port Merin") there is one: else a page on anything in Port Merin names two things.
    """
    spelled: dict[str, Counter[str]] = {}
    tellers: dict[str, set[str]] = {}
    for version in versions:
        for word in set(_NAME.findall(version.text[:1500])):
            for key in names_in([word]):
                spelled.setdefault(key, Counter())[word] += 1
                tellers.setdefault(key, set()).add(version.outlet)
    told = [key for key in sorted(tellers, key=lambda key: (-len(tellers[key]), key)) if len(tellers[key]) > 1]
    beside = _beside(versions)
    kept: list[str] = []
    for key in told:
        if not any(beside.get((key, other), 0.0) >= _ONE_NAME for other in kept):
            kept.append(key)
    return [[word for word, _ in spelled[key].most_common(6)] for key in kept[:_MOST_NAMES]]


def _beside(versions: Sequence[Version]) -> dict[tuple[str, str], float]:
    """How often, 0..1, the first name stands in a row of names in which the second stands too."""
    often, together = Counter[str](), Counter[tuple[str, str]]()
    for version in versions:
        for row in _ROW.findall(version.text[:1500]):
            keys = {key for word in row.split() for key in names_in([word])}
            often.update(keys)
            together.update((one, other) for one in keys for other in keys if one != other)
    return {pair: count / often[pair[0]] for pair, count in together.items()}
