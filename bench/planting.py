"""Plants differences in gold stories: of a figure that outlets agree on, the digits are changed in one outlet's text.

What writers plant by hand are the slips that they think of; these are any figures that a story tells, in any sentence.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.gold import load_gold
from configs.story import load_story

__all__ = ["LEAST_OUTLETS", "NUMBER", "Planted", "changed_number", "only_number", "plant_figures"]

NUMBER = re.compile(r"[0-9]+(?:[.,\u00a0\u202f ][0-9]{3}(?![0-9]))*(?:[.,][0-9]+)?")
_HOUR = re.compile(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
_YEARS = range(1900, 2101)
_SMALL, _MONTH = 9, 31
_CLOSE = 2
LEAST_OUTLETS = 3
_APART = 300
"""Characters between two changes in one text, so that no sentence holds both."""


@dataclass(frozen=True, slots=True)
class Planted:
    """One change: ``words`` are gold's evidence as ``outlet`` tells it now, ``number`` is what stands there instead."""

    story: str
    item: str
    outlet: str
    words: str
    number: str
    before: str
    others: int
    """Outlets that tell the figure unchanged."""

    @property
    def is_transposed(self) -> bool:
        """Whether the digits are the same ones in another order."""
        return bool(_digits(self.number)) and _digits(self.number) == _digits(self.before)


def plant_figures(folder: Path, target: Path, seed: int, most: int) -> list[Planted]:
    """Copies the story in ``folder`` to ``target`` with at most ``most`` agreed figures changed, each in one outlet.

    Chosen are agreements and claimants of gold that three outlets or more tell, where the evidence holds one number in
    digits that its text tells once: what a version also tells right elsewhere is no difference.
    """
    chance = random.Random(f"{seed} {folder.name}")
    shutil.copytree(folder, target, dirs_exist_ok=True)
    versions = load_story(target / "story.yaml").versions
    files = {version.outlet: version.file for version in versions if version.file is not None}
    gold = load_gold(folder / "gold.yaml").of("agreements", "claimants")
    items = [item for item in gold if item.family == "figure" and len(item.evidence) >= LEAST_OUTLETS]
    chance.shuffle(items)
    planted: list[Planted] = []
    for item in items:
        outlets = [outlet for outlet in item.evidence if outlet in files]
        chance.shuffle(outlets)
        for outlet in outlets if len(planted) < most else ():
            words = item.evidence[outlet]
            text = files[outlet].read_text(encoding="utf-8")
            near = [text.index(one.words) for one in planted if one.outlet == outlet]
            found = only_number(text, words)
            if found is None or any(abs(text.index(words) - place) < _APART for place in near):
                continue
            number = changed_number(found.group(), chance)
            if number is None or number in NUMBER.findall(text):
                continue
            told = words[: found.start()] + number + words[found.end() :]
            files[outlet].write_text(text.replace(words, told), encoding="utf-8")
            others = len(item.evidence) - 1
            planted.append(Planted(folder.name, item.id, outlet, told, number, found.group(), others))
            break
    return planted


def only_number(text: str, words: str, often: bool = False) -> re.Match[str] | None:
    """The number in ``words``, where it is the only one there, whole, no time of day, and told once in ``text``, or
    ``often``."""
    numbers = list(NUMBER.finditer(words))
    if text.count(words) != 1 or len(numbers) != 1:
        return None
    (found,) = numbers
    start = text.index(words) + found.start()
    whole = [one for one in NUMBER.finditer(text) if one.group() == found.group()]
    told = next((one for one in whole if one.start() == start), None)
    if told is None or (len(whole) > 1 and not often) or _HOUR.fullmatch(found.group()):
        return None
    after, before = text[told.end() :][:2], text[:start][-1:]
    if before in {":", "-", "–"} or (after[:1] in {":", "'", "’", "′"} and after[1:].isdigit()):
        return None
    return found


def changed_number(number: str, chance: random.Random) -> str | None:
    """Another number of the same form: a year stays one, a day of a month too; larger ones get two digits exchanged or
    another first digit. None of zero.

    >>> changed_number("2,400", random.Random(1))
    '4,200'
    """
    if not number.strip("0.,"):
        return None
    if number.isdigit() and int(number) in _YEARS:
        return str(int(number) - chance.choice((9, 11, 12, 13, 21)))
    if number.isdigit() and int(number) <= _MONTH:
        return str(chance.choice(_small_near(int(number))))
    places = [place for place, sign in enumerate(number) if sign.isdigit()]
    first, second = places[0], places[1] if len(places) > 1 else places[0]
    signs = list(number)
    if signs[first] != signs[second] != "0" and chance.random() < 0.6:
        signs[first], signs[second] = signs[second], signs[first]
    else:
        digit = int(signs[first])
        signs[first] = str(chance.choice([other for other in range(1, 10) if abs(other - digit) > 1]))
    return "".join(signs)


def _small_near(number: int) -> Sequence[int]:
    """What a number up to 31 may become, so that it stays a day, an hour or a small count."""
    if number <= _SMALL:
        return [other for other in range(2, 13) if abs(other - number) > 1]
    turned = int(str(number)[::-1])
    if turned in range(10, 29) and abs(turned - number) > _CLOSE:
        return [turned]
    return [other for other in range(10, 29) if abs(other - number) > _CLOSE]


def _digits(number: str) -> list[str]:
    return sorted(sign for sign in number if sign.isdigit())
