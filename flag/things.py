"""Counts of what takes the injured and is none of them: "the injured were taken to four hospitals"."""

from __future__ import annotations

from functools import cache

import regex

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from records.claim import Figure

__all__ = ["counts_things"]

_REACH = 40
_BETWEEN = r"[\p{L}\p{M}]{0,3}\s*"
"""What may stand before the word: a counter or the end of the number, and a space."""
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")


def counts_things(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the word right beside a count says that hospitals, ambulances or helicopters are counted."""
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    found = _patterns(version.language_code)
    if figure.kind != "count" or found is None:
        return False
    behind, before, persons = found
    after = version.text[figure.end : min(sentence.end, figure.end + _REACH)]
    if behind.match(after) is not None:
        return True
    left = version.text[max(sentence.start, figure.start - _REACH) : figure.start]
    return before.search(left) is not None and (persons is None or persons.match(after) is None)


@cache
def _patterns(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str] | None] | None:
    """What stands behind a count of things, what stands before one in languages that put the noun first, and what
    stands behind one of people all the same."""
    config = load_language(language)
    things = config.updates.things if config is not None else ()
    if not things:
        return None
    words = "|".join(regex.escape(word) for word in sorted(things, key=len, reverse=True))
    listed = config.updates.counted_persons if config is not None else ()
    persons = regex.compile(rf"\s*(?:{'|'.join(map(regex.escape, listed))})") if listed else None
    if _UNSPACED.search(words):
        return regex.compile(rf".{{0,3}}?(?:{words})"), regex.compile(rf"(?:{words})\s*$"), persons
    behind = regex.compile(rf"{_BETWEEN}(?:{words})", regex.IGNORECASE)
    return behind, regex.compile(rf"(?<!\p{{L}})(?:{words})\s$", regex.IGNORECASE), persons
