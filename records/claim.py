"""What a version claims: its figures and its quotes, with their places in the original text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from records.span import Span

__all__ = ["Claims", "Figure", "FigureKind", "Modifier", "Quote", "QuoteMode", "Value"]

FigureKind = Literal[
    "count", "money", "percent", "percentage-point", "measure", "duration", "date", "time", "ordinal", "score", "age"
]
Modifier = Literal["exact", "about", "at-least", "at-most", "more-than", "less-than"]
QuoteMode = Literal["direct", "partial", "indirect"]
Value = Decimal | str
"""Decimal for amounts; ISO 8601 text for dates (YYYY-MM-DD), times (HH:MM) and durations (P2D, PT1H30M)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure read from the original text.

    ``low`` and ``high`` are equal for a point. Money is in currency units (``unit`` an ISO 4217 code or None), measures
    in SI base units (m, kg, m2, m3, Pa, K, ...), percent as the written number, dates as the first and last day meant.
    ``step`` is the place value of the last digit written ("1.2 million" -> 100000), None where there is none: it says
    how far rounding can carry. ``subject`` is the head of what is counted as written, ``subject_span`` its place.
    ``claimant`` is who says so as written, or None for the outlet itself. ``group`` ties the parts of one expression
    ("12 of 61", "3-1", "$1.2bn (EUR 1.1bn)"): figures of one sentence with the same ``group`` were written together.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    low: Value
    high: Value
    unit: str | None = None
    modifier: Modifier = "exact"
    subject: str | None = None
    subject_span: Span | None = None
    claimant: str | None = None
    claimant_id: str | None = None
    step: Decimal | None = None
    group: int | None = None
    id: str = ""
    version: str = ""
    sentence: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a speaker. ``start``..``end`` is the content without its quotation marks.

    ``speaker`` is as written near the quote (or the name that a pronoun or role stands for), ``speaker_span`` the place
    of those words, None when unknown. ``speaker_id`` is one id for one person over all versions of a story.
    ``cue`` is the verb or phrase of saying. ``continues`` is the id of the earlier part of a
    quote that the cue interrupts.
    """

    start: int
    end: int
    text: str
    mode: QuoteMode
    speaker: str | None = None
    speaker_span: Span | None = None
    speaker_id: str | None = None
    cue: str | None = None
    cue_span: Span | None = None
    english: str | None = None
    continues: str | None = None
    id: str = ""
    version: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Claims:
    """All figures and quotes of one version, in reading order."""

    version: str
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
