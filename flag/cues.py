"""What a figure's sentence says of its moving: that it replaces an earlier one, or counts what is counted anew."""

from __future__ import annotations

from functools import cache
from typing import Literal

import regex

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from records.claim import Figure

__all__ = ["Toll", "has_cue", "is_revised", "is_toll", "looks_back", "toll_of"]

Toll = Literal["dead", "hurt"]
_TOLLS: tuple[Toll, ...] = ("dead", "hurt")
_CLAUSE = regex.compile(r"[;:—–()«»„“”\"。；：（）]|,\s|，|、")
_BETWEEN = 40
"""How much farther, in letters, a word counts as standing when another figure stands between it and its own."""
_APART = 20
"""The same for another clause: in "14 people died, 52 were hurt" the 52 counts no dead."""


def is_toll(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the sentence counts what news counts anew as an event goes on: the dead, the injured, the missing."""
    return figure.kind == "count" and _says(story, figure, "tolls")


def toll_of(story: StoryEvidence, figure: Figure) -> Toll | None:
    """Whom a count counts, by the nearest word that tells: the dead or the injured; None when there is no such word."""
    if figure.kind != "count":
        return None
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    words = version.sentence_text(sentence)
    start, end = figure.start - sentence.start, figure.end - sentence.start
    others = [f.start - sentence.start for f in story.figures_in(figure.sentence) if f.id != figure.id]
    found: list[tuple[int, Toll]] = []
    for toll in _TOLLS:
        pattern = _pattern(version.language_code, toll)
        for match in pattern.finditer(words) if pattern is not None else ():
            first, last = (end, match.start()) if match.start() >= end else (match.end(), start)
            between = sum(first <= at < last for at in others)
            apart = _CLAUSE.search(words, first, last) is not None
            found.append((last - first + _BETWEEN * between + _APART * apart, toll))
    return min(found)[1] if found else None


def has_cue(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the figure's sentence says that it replaces an earlier one."""
    return _says(story, figure, "cues")


def looks_back(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the figure's sentence speaks of what was told until then: an earlier count."""
    return _says(story, figure, "before")


def is_revised(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the figure's clause says that the figure itself was changed; "prices were raised by 4.7 %" says that the
    prices were.

    Of a language without words for it any cue of the clause is taken, but not of a percentage: shares rise by so much.
    """
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    left, right = version.text[sentence.start : figure.start], version.text[figure.end : sentence.end]
    by = _pattern(version.language_code, "by")
    if by is not None and any(match.end() == len(left.rstrip()) for match in by.finditer(left)):
        return False
    pattern = _pattern(version.language_code, "revised")
    if pattern is None and figure.kind not in ("percent", "percentage-point"):
        pattern = _pattern(version.language_code, "cues")
    clause = f"{_CLAUSE.split(left)[-1]} # {_CLAUSE.split(right)[0]}"
    return pattern is not None and pattern.search(clause) is not None


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
    unspaced = (
        regex.search(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}\p{Thai}]", words) is not None
    )
    return regex.compile(words if unspaced else rf"\b(?:{words})", regex.IGNORECASE)
