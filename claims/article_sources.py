"""Figures that stand in somebody's own words are theirs: "We have counted 37 injured," said the hospital's director."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.claimants_before import is_pointer, named_before, points_back
from claims.cues import BODY, ROLE
from claims.cues_lexicon import load_lexicon
from records.claim import Figure, Quote
from records.version import Sentence, Version

__all__ = ["credit_before", "credit_quoted"]

_OWN = frozenset({"date", "time", "ordinal", "score", "age"})
"""Kinds of figures that a sentence tells beside those of a source."""


def credit_quoted(version: Version, figures: Sequence[Figure], quotes: Sequence[Quote]) -> tuple[Figure, ...]:
    """The ``figures`` of ``version``, those within a direct quote as its speaker's.

    A claimant whom the quote itself names stays ("The police told us that 12 are missing"), as does one beside a quote
    whose speaker nobody names.
    """
    direct = [quote for quote in quotes if quote.mode == "direct" and quote.speaker]
    return tuple(_credited(version, figure, direct) for figure in figures)


def _credited(version: Version, figure: Figure, direct: Sequence[Quote]) -> Figure:
    around = next((q for q in direct if q.start <= figure.start and figure.end <= q.end), None)
    if around is None or _names(version, around, figure.claimant):
        return figure
    return replace(figure, claimant=around.speaker)


def _names(version: Version, quote: Quote, claimant: str | None) -> bool:
    """Whether the quote names ``claimant``, and as more than "we"."""
    if claimant is None or claimant not in version.text[quote.start : quote.end]:
        return False
    return " " in claimant or bool(load_lexicon(version.language).tag(claimant) & (BODY | ROLE))


def credit_before(version: Version, figures: Sequence[Figure], quotes: Sequence[Quote]) -> tuple[Figure, ...]:
    """The ``figures`` of ``version``, those of a sentence that only points back as those of the body or office that
    the sentence before is about: "The fire service worked all night. It put the homes lost at 40."

    A figure in somebody's words whose speaker is known stays, as does one beside another that somebody is named for.
    """
    before = {one.id: (other, one) for other, one in pairwise(version.sentences)}
    told: dict[tuple[str, str | None], str | None] = {}
    credited = []
    for figure in figures:
        key = figure.sentence, figure.claimant
        if figure.kind in _OWN or figure.sentence not in before or _is_spoken(figure, quotes, version.language):
            credited.append(figure)
            continue
        if key not in told:
            told[key] = _told_before(version, figure, *before[figure.sentence], bool(_speakers(figure, quotes)))
        source = told[key]
        credited.append(figure if source is None else replace(figure, claimant=source))
    return tuple(credited)


def _is_spoken(figure: Figure, quotes: Sequence[Quote], language: str) -> bool:
    """Whether a figure that nobody, or a pronoun, is named for stands in the words of somebody who is."""
    if figure.claimant is not None and not is_pointer(figure.claimant, language):
        return False
    return any(not is_pointer(speaker, language) for speaker in _speakers(figure, quotes))


def _speakers(figure: Figure, quotes: Sequence[Quote]) -> list[str]:
    return [q.speaker for q in quotes if q.speaker and q.start <= figure.start and figure.end <= q.end]


def _told_before(version: Version, figure: Figure, before: Sentence, own: Sentence, spoken: bool) -> str | None:
    """The source that the sentence of ``figure`` points at, named in the one ``before`` it; ``spoken`` where it stands
    in the words of a pronoun."""
    if not 0 < before.paragraph <= own.paragraph <= before.paragraph + 1:
        return None
    if figure.claimant is None and not spoken and not points_back(version.sentence_text(own), version.language):
        return None
    return named_before(figure.claimant, version.sentence_text(before), version.language)
