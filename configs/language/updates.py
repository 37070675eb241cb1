"""The ``updates`` section of a language file: how news says that a figure has moved."""

from __future__ import annotations

from configs.load import Strict

__all__ = ["UpdatesSection"]


class UpdatesSection(Strict):
    """Stems: a word that begins with one counts. Every field has a default."""

    cues: tuple[str, ...] = ()
    """Words that say a figure replaces an earlier one: rose, revised, updated."""
    revised: tuple[str, ...] = ()
    """Those that say it of the figure itself (revised, forecast raised to), not of what is measured (prices rose)."""
    before: tuple[str, ...] = ()
    """Words for what was told until then: earlier, previous, at first."""
    then: tuple[str, ...] = ()
    """Whole words for an earlier hour, of which news says what was known by then: this morning, at midday, the day
    before, still."""
    added: tuple[str, ...] = ()
    """Words right beside a number that is added to what was told until then: two *more*, *another* two."""
    by: tuple[str, ...] = ()
    """Words that stand right before a change, not before what it led to: rose *by* 4.7 %."""
    tolls: tuple[str, ...] = ()
    """Words for what is counted anew as an event goes on: dead, injured, missing, evacuated, infected."""
    dead: tuple[str, ...] = ()
    """Those of them that count the dead."""
    hurt: tuple[str, ...] = ()
    """Those of them that count the injured."""
    missing: tuple[str, ...] = ()
    """Those of them that count the missing."""
    things: tuple[str, ...] = ()
    """Words for what takes the injured and is counted beside them: hospitals, ambulances, helicopters."""
    multiples: tuple[str, ...] = ()
    """How words begin that stand right behind a number of times: 240 times the limit."""
    counted_persons: tuple[str, ...] = ()
    """Behind a number that stands behind such a word, people are counted: of 病院9人 nine people are in it."""
