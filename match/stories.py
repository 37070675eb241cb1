"""Holds new pages against the stories that are watched for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from configs.pipeline import MatchSettings
from configs.watch import WatchedStory
from match.background import load_background
from match.likeness import likeness_matrix
from match.sketch import Embeds, Sketch, names_in, sketch_text
from records.version import Version

__all__ = ["Joined", "join_stories", "story_sketches", "things_named"]

_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}'’-]{2,}")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_LEAD = 1500
_NEAREST = 3
"""Pages of the story that a new one is held against: one alone may be an odd one."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A page and a story: ``state`` is ``in`` or ``unsure``; ``score`` is 0..1; ``why`` is for the reviewer."""

    story: str
    url: str
    state: Literal["in", "unsure"]
    score: float
    why: str


def story_sketches(story: WatchedStory, encoder: Embeds) -> list[Sketch]:
    """What the story's file says it is about, as a page that has no time and no language."""
    return [sketch_text([story.title, *story.about], encoder)]


def join_stories(
    stories: Sequence[WatchedStory],
    pages: Sequence[tuple[Version, Sketch]],
    members: Mapping[str, Sequence[Sketch]],
    encoder: Embeds,
    settings: MatchSettings,
) -> list[Joined]:
    """The stories that each of ``pages`` belongs to, for certain or perhaps; the rest is not among them.

    ``members`` are the pages that each story has already (by its id): a story is known better with every one.
    """
    found: list[Joined] = []
    sketches = [sketch for _, sketch in pages]
    if not pages:
        return found
    background = load_background(encoder)
    for story in stories:
        known = [*story_sketches(story, encoder), *members.get(story.id, ())]
        likeness = likeness_matrix(sketches, known, settings, background)
        for (version, sketch), row in zip(pages, likeness, strict=True):
            if _may_belong(story, version):
                nearest = sorted((float(x) for x in row[1:]), reverse=True)[:_NEAREST]
                score = max(float(row[0]), sum(nearest) / len(nearest) if nearest else -1.0)
                joined = _judge(story, version, sketch, score, settings)
                if joined is not None:
                    found.append(joined)
    return found


def _may_belong(story: WatchedStory, version: Version) -> bool:
    if version.url in story.seeds:
        return True
    languages = {tag.split("-")[0].lower() for tag in story.languages}
    return (
        (not story.outlets or version.outlet in story.outlets)
        and (not languages or version.language_code in languages)
        and story.window.holds(version.published)
    )


def _judge(
    story: WatchedStory, version: Version, sketch: Sketch, score: float, settings: MatchSettings
) -> Joined | None:
    if version.url in story.seeds:
        return Joined(story.id, version.url, "in", 1.0, "It is a seed of the story.")
    named = things_named(story, version.text[:_LEAD], sketch)
    enough = len(named) >= story.at_least
    sure = score >= settings.join_likeness and bool(named)
    why = f"Likeness {score:.2f} to the story"
    why += f"; it names {', '.join(named[:5])}." if named else "; it names nothing that the story names."
    if sure or (enough and score >= settings.unsure_likeness):
        return Joined(story.id, version.url, "in", _shown(score), why)
    if score >= settings.join_likeness or enough:
        return Joined(story.id, version.url, "unsure", _shown(score), why)
    return None


def _shown(score: float) -> float:
    return round(min(max(score, 0.0), 1.0), 3)


def things_named(story: WatchedStory, lead: str, sketch: Sketch) -> list[str]:
    """The story's things that ``lead`` names: its keywords, or without any the names in what it is about."""
    if story.keywords:
        text = lead.casefold()
        return [thing[0] for thing in story.keywords if any(_names(text, name) for name in thing)]
    names = dict.fromkeys(name for sentence in (story.title, *story.about) for name in _NAME.findall(sentence))
    return [name for name in names if names_in([name]) & sketch.names]


def _names(text: str, name: str) -> bool:
    """Whether a word of ``text`` begins with ``name``; where words are not parted by spaces, whether it is there."""
    word = regex.escape(name.casefold())
    return regex.search(word if _UNSPACED.search(name) else rf"(?<![\p{{L}}\p{{M}}]){word}", text) is not None
