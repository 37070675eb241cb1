"""Whether a name stands in the sentence of a quote, in whatever script: then who of the two spoke may be misread."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from flag.evidence import StoryEvidence
from records.claim import Quote
from records.span import Span

__all__ = ["is_named_beside"]

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_LOWER = regex.compile(r"(?:^| )(?=[\p{Latin}\p{Cyrillic}\p{Greek}\p{Armenian}])\p{Ll}")
"""A word that is no name, where names have capitals."""
_KANA = regex.compile(r"[\p{Katakana}ー]+")


def is_named_beside(story: StoryEvidence, quote: Quote, others: Iterable[Quote]) -> bool:
    """Whether the speaker of ``others`` (one person, by other versions) is named in a sentence of ``quote`` or of the
    words that credit it, outside the quote."""
    version = story.versions[quote.version]
    told = [quote.span] if quote.speaker_span is None else [quote.span, quote.speaker_span]
    own = [q.span for q in story.claims[quote.version].quotes if q.mode != "indirect"]
    rows = [
        [version.text[span.start : span.end] for span in _words(version.text, sentence.start, sentence.end, own)]
        for sentence in version.sentences
        if any(sentence.start < span.end and span.start < sentence.end for span in told)
    ]
    names = {(other.speaker, story.versions[other.version].language) for other in others if other.speaker}
    return any(
        _stands_in(story, name, language, row, version.language, quote.speaker or "")
        for name, language in names
        for row in rows
    )


def _words(text: str, start: int, end: int, quoted: Iterable[Span]) -> list[Span]:
    """The words of a sentence that no quote holds."""
    found = [Span(*match.span()) for match in _WORD.finditer(text, start, end)]
    return [word for word in found if not any(span.start <= word.start < span.end for span in quoted)]


def _stands_in(story: StoryEvidence, name: str, language: str, row: list[str], row_language: str, own: str) -> bool:
    """Whether words of ``row`` are ``name`` and not ``own``: offices alone ("police commander") are alike to any."""
    if _UNSPACED.search(name) or any(_UNSPACED.search(word) for word in row):
        parts = _KANA.findall(name) or [name]
        return any(part in word for part in parts for word in row if len(part) > 1)
    size = len(_WORD.findall(name))
    runs = [" ".join(row[n : n + size]) for n in range(len(row) - size + 1)] if size else []
    least = story.settings.named_beside
    return any(
        story.name_likeness(name, run, language, row_language) >= least
        and story.name_likeness(own, run, row_language, row_language) < least
        for run in runs
        if not _LOWER.search(run)
    )
