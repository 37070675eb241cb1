"""Whether a name stands in the sentence of a quote, in whatever script: then who of the two spoke may be misread."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from flag.evidence import StoryEvidence
from records.claim import Quote
from records.span import Span
from records.version import Version

__all__ = ["is_named_beside"]

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_LOWER = regex.compile(r"(?:^| )(?=[\p{Latin}\p{Cyrillic}\p{Greek}\p{Armenian}])\p{Ll}")
"""A word that is no name, where names have capitals."""
_PHRASE = 4
"""Words between two names that are more than an office and its place."""
_PARTICLE = regex.compile(r"(?<=\p{Hangul}{2})(?:은|는|이|가|의|에게|께서|와|과)$")
"""What Korean writes onto the name of whoever acts or is meant."""
_KANA = regex.compile(r"[\p{Katakana}ー]+")


def is_named_beside(story: StoryEvidence, quote: Quote, others: Iterable[Quote]) -> bool:
    """Whether the speaker of ``others`` (one person, by other versions) is named in a sentence of ``quote`` or of the
    words that credit it, outside the quote, so that who of the two spoke is not clear."""
    version = story.versions[quote.version]
    told = [quote.span] if quote.speaker_span is None else [quote.span, quote.speaker_span]
    own = [q.span for q in story.claims[quote.version].quotes if q.mode != "indirect"]
    rows = [
        _words(version.text, sentence.start, sentence.end, own)
        for sentence in version.sentences
        if any(sentence.start < span.end and span.start < sentence.end for span in told)
    ]
    names = {(other.speaker, story.versions[other.version].language) for other in others if other.speaker}
    for name, language in names:
        for row in rows:
            found = _place_of(story, name, language, row, version, quote.speaker or "")
            if found is not None and not _is_clear(version, quote, found):
                return True
    return False


def _is_clear(version: Version, quote: Quote, other: Span) -> bool:
    """Whether the speaker stands nearer to the cue than ``other`` in its sentence, with a phrase between the two names:
    "said Ann Roe, who stood beside Jane Doe", and not "said the army's commander, general Jane Doe", nor "Jane Doe is
    head of the World Trade Centre. ..., she said"."""
    own, cue = quote.speaker_span, quote.cue_span
    if own is None or cue is None or own.overlaps(other):
        return False
    if version.sentence_at(own.start) != version.sentence_at(cue.start):
        return False
    first, second = sorted((own, other))
    between = len(_WORD.findall(version.text[first.end : second.start]))
    return between >= _PHRASE and _apart(own, cue) < _apart(other, cue)


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _words(text: str, start: int, end: int, quoted: Iterable[Span]) -> list[Span]:
    """The words of a sentence that no quote holds."""
    found = [Span(*match.span()) for match in _WORD.finditer(text, start, end)]
    return [word for word in found if not any(span.start <= word.start < span.end for span in quoted)]


def _place_of(
    story: StoryEvidence, name: str, language: str, row: list[Span], version: Version, own: str
) -> Span | None:
    """Where words of ``row`` are ``name`` and not ``own``: offices alone ("police commander") are alike to any."""
    words = [span.of(version.text) for span in row]
    if _UNSPACED.search(name) or any(_UNSPACED.search(word) for word in words):
        parts = _KANA.findall(name) or [name]
        return next(
            (span for span, word in zip(row, words, strict=True) for p in parts if len(p) > 1 and p in word), None
        )
    size = len(_WORD.findall(name))
    least = story.settings.named_beside
    for n in range(len(row) - size + 1) if size else ():
        run = _PARTICLE.sub("", " ".join(words[n : n + size]))
        if (
            not _LOWER.search(run)
            and story.name_likeness(name, run, language, version.language) >= least
            and story.name_likeness(own, run, version.language, version.language) < least
        ):
            return Span(row[n].start, row[n + size - 1].end)
    return None
