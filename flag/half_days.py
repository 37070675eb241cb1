"""Times twelve hours apart: 8 a.m. in one text, 20:00 in another."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from configs.language.schema import load_language
from flag.clock import is_zoned
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.intervals import interval
from flag.sides import FigureSide, chosen_of
from records.claim import Figure

__all__ = ["half_day_sides"]

_NOON, _DAY = 12 * 60, 24 * 60
_REACH = 16
"""Letters beside a time in which the word for its part of the day stands."""
_MANY = 2
_EARLY, _LATE = ("am", "night", "morning"), ("pm", "afternoon", "evening", "noon")


def half_day_sides(story: StoryEvidence, fact: Fact) -> list[FigureSide] | None:
    """The sides of a time that one version has just twelve hours from the others; None where there are none such.

    A number under 13 alone may be read on a clock of twelve hours: the texts with the earlier time must say once which
    half of the day is meant ("8 a.m."), and none of them that it is the other one.
    """
    chosen = {version: chosen_of(figures) for version, figures in fact.mentions.items()}
    if any(figure.kind != "time" or figure.low != figure.high for figure in chosen.values()):
        return None
    minutes = {v: int(value.low) for v, f in chosen.items() if (value := interval("time", f.low, f.high)) is not None}
    usual = Counter(value % _NOON for value in minutes.values()).most_common(1)[0][0] if minutes else 0
    chosen = {v: f for v, f in chosen.items() if minutes.get(v, 0) % _NOON == usual or not is_zoned(story, f)}
    early = {v: f for v, f in chosen.items() if minutes.get(v, _DAY) < _NOON}
    late = {v: f for v, f in chosen.items() if minutes.get(v, 0) >= _NOON}
    if not early or not late or len(early) + len(late) < len(chosen) or max(len(early), len(late)) < _MANY:
        return None
    if any(minutes[b] - minutes[a] != _NOON for a in early for b in late):
        return None
    told = [(_says(story, f, _EARLY), _says(story, f, _LATE)) for f in early.values()]
    if not any(says for says, _ in told) or any(other for _, other in told):
        return None
    return sorted((FigureSide(early), FigureSide(late)), key=lambda side: -story.witnesses(side.figures))


def _says(story: StoryEvidence, figure: Figure, parts: tuple[str, ...]) -> bool:
    """Whether a word for one of ``parts`` of the day stands in the figure's own words or right beside them."""
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    start, end = max(sentence.start, figure.start - _REACH), min(sentence.end, figure.end + _REACH)
    return any(
        (pattern := _pattern(version.language_code, part)) is not None and pattern.search(version.text, start, end)
        for part in parts
    )


@cache
def _pattern(language: str, part: str) -> regex.Pattern[str] | None:
    config = load_language(language)
    words = config.dates.parts.get(part, "").split() if config is not None else []
    if not words:
        return None
    told = "|".join(regex.escape(word.replace("_", " ")) for word in sorted(words, key=len, reverse=True))
    spaced = not regex.search(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]", told)
    return regex.compile(rf"(?<!\p{{L}})(?:{told})(?!\p{{L}})" if spaced else told, regex.IGNORECASE)
