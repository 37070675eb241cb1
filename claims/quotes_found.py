"""What is found of a quote and of the sentence that holds it, while a text is read."""

from __future__ import annotations

from dataclasses import dataclass

from claims.attribution_written import Speaker
from claims.cues import Cue
from claims.marks import Marked
from claims.quotes_words import Unit
from records.claim import QuoteMode

__all__ = ["Found", "Scope", "UnitReading"]


@dataclass(slots=True)
class Found:
    """A quote with what is known of its speaker; ``continues`` is the index of an earlier one."""

    start: int
    end: int
    mode: QuoteMode
    mark: Marked | None
    unit: int
    cue: Cue | None = None
    speaker: Speaker | None = None
    continues: int | None = None


@dataclass(slots=True)
class UnitReading:
    """What one unit holds: its cues, which of its quotes are speech, and the speaker that its first cue names."""

    unit: Unit
    cues: list[Cue]
    speech: list[int]
    speaker: Speaker | None = None
    about: Speaker | None = None


@dataclass(slots=True)
class Scope:
    """One quote in its unit: where the telling before it begins and the telling after it ends."""

    at: int
    before: int
    after: int
