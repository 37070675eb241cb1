"""The figures of one version, sentence by sentence, in the offsets of its text."""

from __future__ import annotations

from dataclasses import replace

from claims.claimants import announced_source, find_claimants
from claims.figures import find_figures
from records.claim import Figure
from records.span import Span
from records.version import Sentence, Version

__all__ = ["read_figures"]

_OWN = frozenset({"date", "time", "ordinal", "score", "age"})
"""Kinds that a sentence tells beside the figures that were announced."""
_TIMES = frozenset({"date", "time"})


def read_figures(version: Version) -> tuple[Figure, ...]:
    """All figures of ``version`` in reading order, ids ``<version>:f<n>``, with subject and claimant where named."""
    found: list[Figure] = []
    before: Sentence | None = None
    for sentence in version.sentences:
        figures = _of_sentence(version, sentence)
        if figures and before is not None and not any(figure.claimant for figure in figures):
            figures = _as_announced(version, before, sentence, figures)
        found += figures
        gives = any(figure.kind not in _OWN for figure in figures)
        before = None if gives else sentence  # who gives a figure announces none
    return tuple(replace(figure, id=f"{version.id}:f{number}") for number, figure in enumerate(found))


def _as_announced(version: Version, before: Sentence, sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """``figures`` as those of whom the sentence right ``before`` lets bring figures out.

    "The ministry gave new figures. Some 1,340 homes are damaged."
    """
    if not 0 < before.paragraph <= sentence.paragraph <= before.paragraph + 1:
        return figures
    source = announced_source(version.sentence_text(before), version.language)
    return [replace(f, claimant=source) if f.kind not in _OWN else f for f in figures] if source else figures


def _of_sentence(version: Version, sentence: Sentence) -> list[Figure]:
    words = version.sentence_text(sentence)
    figures = find_figures(words, version.language, version.published)
    if not figures:
        return []
    times = frozenset(figure.span for figure in figures if figure.kind in _TIMES)
    claimants = find_claimants(words, version.language, [figure.span for figure in figures], times)
    return [
        replace(
            figure,
            start=figure.start + sentence.start,
            end=figure.end + sentence.start,
            subject_span=_shifted(figure.subject_span, sentence.start),
            claimant=None if claimant is None else claimant.of(words),
            version=version.id,
            sentence=sentence.id,
        )
        for figure, claimant in zip(figures, claimants, strict=True)
    ]


def _shifted(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span.start + by, span.end + by)
