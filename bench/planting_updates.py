"""Plants news in gold stories: of a toll that outlets agree on, the number is raised in the text that came out last."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import regex
import yaml

from bench.gold import Item, load_gold
from bench.planting import LEAST_OUTLETS, NUMBER, Planted, only_number
from claims.figures import find_figures
from configs.language.schema import load_language
from configs.story import VersionEntry, load_story

__all__ = ["plant_updates", "raised_number"]

_LATER = timedelta(hours=3)
_SOME_DAY = datetime(2026, 6, 15, tzinfo=UTC)
"""When a text is taken to have come out, so that days are read as such."""
_TELLING = 10
"""A smaller number that a text has twice need not count the same twice."""
_SENTENCES = regex.compile(r"(?<=[.!?।۔])\s+|(?<=[。！？])|\n+")
_RISING = frozenset({"count", "money"})
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}\p{Thai}]")


def plant_updates(folder: Path, target: Path, seed: int, most: int) -> list[Planted]:
    """Copies the story in ``folder`` to ``target`` with at most ``most`` tolls raised, all in one text, which then is
    the last of its day.

    Chosen are agreements of gold that three outlets or more tell in sentences that, in most of them, have a word of the
    language for what news counts anew. No word for a rise is put in: the hour alone makes news of it.
    """
    chance = random.Random(f"{seed} {folder.name}")
    shutil.copytree(folder, target, dirs_exist_ok=True)
    versions = {v.outlet: v for v in load_story(target / "story.yaml").versions if v.file is not None}
    texts = {outlet: _text(version) for outlet, version in versions.items()}
    items = [
        item
        for item in load_gold(folder / "gold.yaml").of("agreements")
        if item.family == "figure" and len(item.evidence) >= LEAST_OUTLETS and _is_toll(item, versions, texts)
    ]
    latest = max((v.published for v in versions.values() if v.published is not None), default=None)
    outlets = sorted({outlet for item in items for outlet in item.evidence if outlet in versions})
    chance.shuffle(outlets)
    for outlet in outlets:
        moment = versions[outlet].published
        if moment is None or latest is None:
            continue
        later = moment if moment == latest else latest + _LATER
        if later.date() != moment.date():
            continue  # "today" would be another day
        planted = _raise_in(texts[outlet], outlet, items, versions[outlet].language, chance, folder.name, most)
        if planted:
            text = texts[outlet]
            for one in planted:
                text = _replaced(text, one.before, one.number)
            (target / Path(str(versions[outlet].file)).name).write_text(text, encoding="utf-8")
            _publish(target / "story.yaml", outlet, later)
            return planted
    return []


def _text(version: VersionEntry) -> str:
    return "" if version.file is None else version.file.read_text(encoding="utf-8")


def _is_toll(item: Item, versions: Mapping[str, VersionEntry], texts: Mapping[str, str]) -> bool:
    told = [
        _tells_toll(_sentence_of(texts[outlet], words), versions[outlet].language)
        for outlet, words in item.evidence.items()
        if outlet in versions
    ]
    return 2 * sum(told) > len(item.evidence)


def _sentence_of(text: str, words: str) -> str:
    return next((sentence for sentence in _SENTENCES.split(text) if words in sentence), words)


def _tells_toll(sentence: str, language: str | None) -> bool:
    pattern = _toll_words(language or "")
    return pattern is not None and pattern.search(sentence) is not None


@cache
def _toll_words(language: str) -> regex.Pattern[str] | None:
    config = load_language(language)
    stems = () if config is None else (*config.updates.tolls, *config.updates.dead, *config.updates.hurt)
    if not stems:
        return None
    words = "|".join(regex.escape(stem) for stem in stems)
    return regex.compile(words if _UNSPACED.search(words) else rf"\b(?:{words})", regex.IGNORECASE)


def _raise_in(
    text: str, outlet: str, items: Iterable[Item], language: str | None, chance: random.Random, story: str, most: int
) -> list[Planted]:
    planted: list[Planted] = []
    for item in items:
        words = item.evidence.get(outlet)
        found = only_number(text, words, often=True) if words is not None else None
        if words is None or found is None or len(planted) == most or not _may_rise(words, language):
            continue
        places = [sentence for sentence in _SENTENCES.split(text) if found.group() in NUMBER.findall(sentence)]
        if not all(_tells_toll(sentence, language) for sentence in places):
            continue
        number = raised_number(found.group(), chance)
        often = sum(NUMBER.findall(sentence).count(found.group()) for sentence in places)
        if number is None or number in NUMBER.findall(text) or (often > 1 and len(found.group()) < 2):
            continue
        told = words[: found.start()] + number + words[found.end() :]
        planted.append(Planted(story, item.id, outlet, told, number, found.group(), len(item.evidence) - 1))
    return planted


def _may_rise(words: str, language: str | None) -> bool:
    """Whether evidence is none of what stays as it is: a day, a distance, an age."""
    return all(figure.kind in _RISING for figure in find_figures(words, language or "", _SOME_DAY))


def raised_number(number: str, chance: random.Random) -> str | None:
    """A number a third higher or so, of the same form; None of zero, of what has a fraction and of what would need a
    digit more.

    >>> raised_number("2,400", random.Random(1))
    '2,900'
    """
    digits = "".join(sign for sign in number if sign.isdigit())
    if not digits.strip("0") or not all(len(part) == 3 for part in re.split(r"[^0-9]", number)[1:]):
        return None
    value, unit = int(digits), 10 ** (len(digits) - len(digits.rstrip("0")))
    step = chance.randint(1, 4) if value < _TELLING else max(unit, int(value * chance.uniform(0.1, 0.4)) // unit * unit)
    raised = str(value + max(step, 1))
    if len(raised) != len(digits):
        return None
    signs = iter(raised)
    return "".join(next(signs) if sign.isdigit() else sign for sign in number)


def _replaced(text: str, before: str, number: str) -> str:
    return NUMBER.sub(lambda match: number if match.group() == before else match.group(), text)


def _publish(file: Path, outlet: str, moment: datetime) -> None:
    """Writes into the story file when the text of ``outlet`` came out."""
    story = yaml.safe_load(file.read_text(encoding="utf-8"))
    for version in story["versions"]:
        if version["outlet"] == outlet:
            version["published"] = moment
    file.write_text(yaml.safe_dump(story, allow_unicode=True, sort_keys=False), encoding="utf-8")
