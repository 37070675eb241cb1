"""Plants other claimants in gold stories: a figure that texts credit to one body is credited to another in one text."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bench.gold import Item, load_gold
from bench.planting import LEAST_OUTLETS, Planted
from claims.claimants import find_claimants
from claims.figures import find_figures
from configs.story import VersionEntry, load_story
from fetch.sentences import split_sentences
from flag.claimant_kinds import are_of_kinds, is_of_no_kind, kinds_of

__all__ = ["plant_claimants"]

_MOST_WORDS = 4
_NAMED = re.compile(r",? ?[A-ZÀ-ÞΑ-ΩА-Я]")
"""A name that goes with the body stands behind it."""
_ENDING = 2
"""Letters in which the words after two bodies must end alike, as verbs do that agree with their subject."""


@dataclass(frozen=True, slots=True)
class _Credit:
    """Who a sentence credits a figure to; ``form`` is what stands beside: the same one wants the same case."""

    words: str
    start: int
    kinds: frozenset[str]
    form: tuple[str, str]


def plant_claimants(folder: Path, target: Path, seed: int, most: int) -> list[Planted]:
    """Copies the story in ``folder`` to ``target`` with at most ``most`` figures credited to somebody else in one text.

    Chosen are agreements and claimants of gold whose figure four texts or more credit, as read, to bodies of one kind.
    The other body is one of another kind that this text, or one of the same language among the stories beside, credits
    a figure to in the same form: behind the same word, or opening its sentence before a word of the same ending.
    """
    chance = random.Random(f"{seed} {folder.name}")
    shutil.copytree(folder, target, dirs_exist_ok=True)
    versions = {v.outlet: v for v in load_story(target / "story.yaml").versions if v.file is not None}
    gold = load_gold(folder / "gold.yaml").of("agreements")
    items = [item for item in gold if item.family == "figure"]
    chance.shuffle(items)
    planted: list[Planted] = []
    for item in items:
        if len(planted) == most:
            break
        one = _changed(item, versions, folder, chance, {other.outlet for other in planted})
        if one is not None:
            planted.append(one)
    return planted


def _changed(
    item: Item, versions: dict[str, VersionEntry], folder: Path, chance: random.Random, taken: set[str]
) -> Planted | None:
    credits = {
        outlet: found
        for outlet, words in item.evidence.items()
        if outlet in versions and (found := _credit_of(versions[outlet], words)) is not None
    }
    outlets = sorted(credits.keys() - taken)
    chance.shuffle(outlets)
    for outlet in outlets:
        mine, version = credits[outlet], versions[outlet]
        alike = sum(are_of_kinds(mine.kinds, other.kinds) == "same" for o, other in credits.items() if o != outlet)
        text = _text(version)
        rest = text[mine.start + len(mine.words) :]
        if alike < LEAST_OUTLETS or text.count(mine.words) != 1 or _NAMED.match(rest):
            continue
        pool = [*_credits_in(text, version.language or ""), *_credits_beside(folder.parent, version.language or "")]
        others = [
            other.words
            for other in pool
            if other.form == mine.form
            and all(are_of_kinds(other.kinds, c.kinds) == "other" for c in credits.values())
            and len(other.words.split()) <= _MOST_WORDS
        ]
        if not others:
            continue
        other = chance.choice(sorted(set(others)))
        told = text[: mine.start] + other + text[mine.start + len(mine.words) :]
        (versions[outlet].file or folder).write_text(told, encoding="utf-8")
        spans = split_sentences(told, version.language or "")
        words = next(told[one.start : one.end] for one in spans if one.start <= mine.start < one.end)
        return Planted(folder.name, item.id, outlet, words, words, mine.words, alike)  # one finding a sentence tells it
    return None


def _text(version: VersionEntry) -> str:
    return "" if version.file is None else version.file.read_text(encoding="utf-8")


def _credit_of(version: VersionEntry, words: str) -> _Credit | None:
    """Whom the text of ``version`` credits the figure in ``words`` to, where they stand in it once."""
    text = _text(version)
    if text.count(words) != 1:
        return None
    start = text.index(words)
    found = (credit for at, credit in _placed_credits(text, version.language or "") if start <= at < start + len(words))
    return next(found, None)


def _credits_in(text: str, language: str) -> list[_Credit]:
    return [credit for _, credit in _placed_credits(text, language)]


@lru_cache(maxsize=64)
def _credits_beside(folder: Path, language: str) -> tuple[_Credit, ...]:
    """What the texts of one language in all stories of a folder credit figures to."""
    found: list[_Credit] = []
    for file in sorted(folder.glob("*/story.yaml")):
        for version in load_story(file).versions:
            if version.language == language:
                found += _credits_in(_text(version), language)
    return tuple(found)


@lru_cache(maxsize=4096)
def _placed_credits(text: str, language: str) -> tuple[tuple[int, _Credit], ...]:
    """Where each credited figure of a text stands, and its credit, of bodies whose words tell their kind."""
    return tuple(_read_credits(text, language))


def _read_credits(text: str, language: str) -> Iterator[tuple[int, _Credit]]:
    for sentence in split_sentences(text, language):
        words = text[sentence.start : sentence.end]
        figures = find_figures(words, language)
        for figure, span in zip(figures, find_claimants(words, language, [f.span for f in figures]), strict=True):
            if span is None:
                continue
            kinds = kinds_of(span.of(words), language)
            if not is_of_no_kind(kinds):
                form = _form(words[: span.start].split(), words[span.end :].split())
                yield (
                    sentence.start + figure.start,
                    _Credit(span.of(words), sentence.start + span.start, kinds, form),
                )


def _form(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """The word before, or of what opens its sentence the ending of the word after."""
    return (before[-1].lower(), "") if before else ("", after[0][-_ENDING:] if after else "")
