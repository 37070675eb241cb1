"""What a figure's sentence says of its moving: that it replaces an earlier one, or counts what is counted anew."""

from __future__ import annotations

from functools import cache

import regex

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from records.claim import Figure

__all__ = ["has_cue", "is_toll"]


def is_toll(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the sentence counts what news counts anew as an event goes on: the dead, the injured, the missing."""
    return figure.kind == "count" and _says(story, figure, "tolls")


def has_cue(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the figure's sentence says that it replaces an earlier one."""
    return _says(story, figure, "cues")


def _says(story: StoryEvidence, figure: Figure, field: str) -> bool:
    version = story.versions[figure.version]
    pattern = _pattern(version.language_code, field)
    return pattern is not None and pattern.search(version.sentence_text(story.sentences[figure.sentence])) is not None


@cache
def _pattern(language: str, field: str) -> regex.Pattern[str] | None:
    config = load_language(language)
    stems: tuple[str, ...] = getattr(config.updates, field) if config is not None else ()
    if not stems:
        return None
    words = "|".join(regex.escape(stem) for stem in sorted(stems, key=len, reverse=True))
    unspaced = regex.search(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}]", words) is not None
    return regex.compile(words if unspaced else rf"\b(?:{words})", regex.IGNORECASE)
