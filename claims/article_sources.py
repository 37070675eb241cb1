"""Figures that stand in somebody's own words are theirs: "We have counted 37 injured," said the hospital's director."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.cues import BODY, ROLE
from claims.cues_lexicon import load_lexicon
from records.claim import Figure, Quote
from records.version import Version

__all__ = ["credit_quoted"]


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
