"""Plants differences in the quotes of gold stories: in one outlet's text a quote that others give alike is changed.

The kinds: a "not" dropped, "must" for "may", a word for its contrary, "A, not B" turned round, a condition cut off,
another number, the words put into another mouth.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex
import yaml

from bench.gold import Item, load_gold
from bench.planting import NUMBER, Planted, changed_number
from bench.planting_words import Changed, changed_words
from configs.story import StoryConfig, load_story

__all__ = ["QUOTE_PLANTS", "is_quoted", "plant_quotes"]

_ALTERED, _CREDITED, _CUT = "quote-altered", "quote-misattributed", "quote-truncated"
QUOTE_PLANTS: Mapping[str, frozenset[str]] = {
    "negation": frozenset({_ALTERED}),
    "turned": frozenset({_ALTERED}),
    "force": frozenset({_ALTERED}),
    "antonym": frozenset({_ALTERED}),
    "number": frozenset({_ALTERED, "figure-conflict", "figure-update"}),
    "speaker": frozenset({_CREDITED}),
    "truncated": frozenset({_CUT}),
}
"""Kind of plant -> the kinds of findings that find it; a number in a quote may be told of as the figure's."""
_LEAST_OUTLETS = 3
_LEAST_NAMED = 2
"""Other outlets that must name the speaker beside the quote."""
_LONG = 4
"""Letters of a name that is looked for by itself."""
_MARKS = regex.compile(r"[\"“”„«»‹›「」『』]|(?<!\p{L})['‘’](?=\p{L})|(?<=[\p{L}.!?,])['’](?!\p{L})")
_SENTENCE = regex.compile(r"[^.!?。！？।\n\"”»“」]{0,200}(?=[.!?。！？।\"”»“」])")
"""What is left of a sentence, up to its stop or the mark that closes the quote."""
_OPENS = regex.compile(r"(?:[\"“”„«»‹›「『'‘’]\s?|[.!?。！？।]\s|\n\s*[—–-]\s)$")


@dataclass(frozen=True, slots=True)
class _Telling:
    """One outlet's text and language."""

    file: Path
    language: str

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Change:
    """A text changed: ``before`` became ``words``; of them ``part`` is what differs."""

    text: str
    words: str
    part: str
    before: str


def plant_quotes(folder: Path, target: Path, seed: int, most: int, kind: str) -> list[Planted]:
    """Copies the story in ``folder`` to ``target`` with at most ``most`` quotes changed, each in one outlet.

    Chosen are quotes of gold that three outlets or more give and of which no change of this kind is planted already, in
    an outlet that gives them right, between quotation marks and once in its text.

    Raises:
        ValueError: ``kind`` is none of ``QUOTE_PLANTS``.
    """
    if kind not in QUOTE_PLANTS:
        message = f"no kind of plant is called {kind!r}; known are {', '.join(QUOTE_PLANTS)}"
        raise ValueError(message)
    chance = random.Random(f"{seed} {kind} {folder.name}")
    shutil.copytree(folder, target, dirs_exist_ok=True)
    tellings = _tellings(load_story(target / "story.yaml"))
    people = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8")).get("same_speaker") or []
    found = load_gold(folder / "gold.yaml").of("agreements", "discrepancies")
    items = [i for i in found if i.family == "quote" and len(i.evidence) >= _LEAST_OUTLETS]
    items = [item for item in items if item.kind not in QUOTE_PLANTS[kind]]
    chance.shuffle(items)
    planted: list[Planted] = []
    for item in items:
        if len(planted) == most:
            break
        outlets = [outlet for outlet in item.evidence if outlet in tellings and outlet != item.outlier]
        chance.shuffle(outlets)
        for outlet in outlets:
            change = _changed(kind, item, outlet, tellings, people, chance)
            if change is None or any(_is_near(change, one, outlet) for one in planted):
                continue
            tellings[outlet].file.write_text(change.text, encoding="utf-8")
            others = len(item.evidence) - 1
            planted.append(Planted(folder.name, item.id, outlet, change.words, change.part, change.before, others))
            break
    return planted


def _tellings(story: StoryConfig) -> dict[str, _Telling]:
    """Outlet -> its text, where it is given as plain text with its language."""
    return {
        version.outlet: _Telling(version.file, version.language.split("-")[0])
        for version in story.versions
        if version.file is not None and version.file.suffix == ".txt" and version.language is not None
    }


def _is_near(change: _Change, planted: Planted, outlet: str) -> bool:
    """Whether the words were changed already, for another line of gold."""
    return planted.outlet == outlet and (planted.words in change.words or change.before in planted.words)


def _changed(
    kind: str,
    item: Item,
    outlet: str,
    tellings: Mapping[str, _Telling],
    people: Sequence[Sequence[str]],
    chance: random.Random,
) -> _Change | None:
    words, text = item.evidence[outlet], tellings[outlet].text
    if text.count(words) != 1 or not is_quoted(text, words):
        return None
    if kind == "speaker":
        return _credited(item, outlet, tellings, people, chance)
    if kind == "number":
        return _renumbered(text, words, chance)
    changes = changed_words(kind, words, tellings[outlet].language)
    if not changes:
        return None
    if kind != "truncated":
        told = chance.choice(changes).words
        return _Change(text.replace(words, told), told, told, words)
    others = [(w, tellings[o].language) for o, w in item.evidence.items() if o in tellings and o != outlet]
    going_on = sum(bool(changed_words(kind, w, language)) for w, language in others)
    return _cut(text, words, changes[-1]) if 2 * going_on >= len(others) else None


def is_quoted(text: str, words: str) -> bool:
    """Whether ``words`` stand between quotation marks, or behind the dash with which their paragraph begins."""
    start = text.find(words)
    if start < 0:
        return False
    paragraph = text.rfind("\n", 0, start) + 1
    before = text[paragraph : start + len(words) - len(words.lstrip("\"“„«»「『‘'"))]
    return _stands_behind_dash(text, start) or len(_MARKS.findall(before)) % 2 == 1


def _stands_behind_dash(text: str, start: int) -> bool:
    """Whether the paragraph of a place begins with a dash, as quotes do in many languages."""
    return text[text.rfind("\n", 0, start) + 1 :].lstrip()[:2] in {"— ", "– ", "- "}


def _cut(text: str, words: str, changed: Changed) -> _Change | None:
    """The clause that is left out, with what stands between the end of ``words`` and that of the sentence."""
    start = text.index(words)
    if words.startswith(changed.left_out):
        if not _OPENS.search(text[:start]):
            return None  # a clause in the middle of a sentence stands first in the words of gold alone
        told = text[:start] + changed.words + text[start + len(words) :]
        return _Change(told, changed.words, changed.words, words)
    end = start + len(words)
    if not _stands_behind_dash(text, start):  # where ", he said" follows no mark tells it from the quote
        rest = _SENTENCE.match(text, end)
        if rest is None:
            return None
        end = rest.end()
        end -= text[end - 1] in ",，،" and text[end] not in ".!?。"
    kept = start + len(changed.words)
    return _Change(text[:kept] + text[end:], changed.words, changed.words, words)


def _renumbered(text: str, words: str, chance: random.Random) -> _Change | None:
    numbers = list(NUMBER.finditer(words))
    if len(numbers) != 1:
        return None
    (number,) = numbers
    other = changed_number(number.group(), chance)
    if other is None or other == number.group():
        return None
    told = words[: number.start()] + other + words[number.end() :]
    return _Change(text.replace(words, told), told, other, words)


def _credited(
    item: Item,
    outlet: str,
    tellings: Mapping[str, _Telling],
    people: Sequence[Sequence[str]],
    chance: random.Random,
) -> _Change | None:
    """The paragraph with the name of its only person exchanged for that of another whom the text names; two other
    outlets at least name the first beside the quote."""
    text, words = tellings[outlet].text, item.evidence[outlet]
    here = _paragraph(text, words)
    named = [number for number, forms in enumerate(people) if _names_one(here, forms)]
    if len(named) != 1:
        return None
    speaker = people[named[0]]
    full = sorted((form for form in speaker if " " in form and form in here), key=len)
    if not full or here.count(full[-1]) != 1:
        return None
    others = sorted(
        max((form for form in forms if " " in form and form in text), key=len, default="")
        for forms in people
        if forms is not speaker
    )
    others = [name for name in others if name]
    elsewhere = [o for o in item.evidence if o in tellings and o not in {outlet, item.outlier}]
    agreeing = sum(_names_one(_paragraph(tellings[o].text, item.evidence[o], 2), speaker) for o in elsewhere)
    if not others or agreeing < _LEAST_NAMED:
        return None
    told = here.replace(full[-1], chance.choice(others))
    return _Change(text.replace(here, told), words, words, here)


def _paragraph(text: str, words: str, many: int = 1) -> str:
    """The paragraph with ``words``, and as many before it that they are ``many``."""
    start = text.find(words)
    if start < 0:
        return ""
    end = text.find("\n", start)
    first = start
    for _ in range(many):
        first = text.rfind("\n", 0, max(0, first - 1)) + 1
    return text[first : end if end >= 0 else len(text)]


def _names_one(text: str, forms: Sequence[str]) -> bool:
    """Whether a name of four letters or more of a person stands in ``text``."""
    return any(name in text for form in forms for name in form.split() if len(name) >= _LONG) or any(
        form in text for form in forms
    )
