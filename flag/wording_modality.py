"""What versions make of one utterance's force: whether something may be, must be, or simply is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from flag.polarity import Polarity

__all__ = ["Force", "force_of", "force_sides"]

_BESIDE = 15
"""Letters between a "not" and the "may" that it denies."""
_MOST = 4
"""Versions on one side that a version which says neither does not silence."""

Force = Literal["plain", "possible", "necessary", "mixed"]


def force_of(reading: Polarity) -> Force:
    """The force of a clause; ``mixed`` where it has both kinds of words or its language has no data.

    What "may have to" be is possible. "Cannot" and "may not" say what "must not" says.
    """
    if not reading.known or (reading.possible and reading.necessary and not reading.perhaps):
        return "mixed"
    if reading.possible and not reading.perhaps and _is_denied(reading):
        return "mixed"
    if reading.possible:
        return "possible"
    return "necessary" if reading.necessary else "plain"


def _is_denied(reading: Polarity) -> bool:
    gaps = (max(no.start - may.end, may.start - no.end) for no in reading.negations for may in reading.possible)
    return any(gap <= _BESIDE for gap in gaps)


def force_sides(forces: Mapping[str, Force]) -> dict[Force, tuple[str, ...]] | None:
    """The versions that say "may" and those that say "must", where nobody says neither, or one does beside four who
    agree; None otherwise.

    On 1,317 lines of mt_ntrex in sets of two to seven of 18 languages, human translations part so in 0.1 to 0.4 of a
    hundred (2026-11). A "may" against no such word at all is no sign across languages: it parts 5 to 9 of a hundred.
    """
    sides: dict[Force, list[str]] = {}
    for version, force in forces.items():
        sides.setdefault(force, []).append(version)
    told: dict[Force, tuple[str, ...]] = {
        force: tuple(versions) for force, versions in sides.items() if force in {"possible", "necessary"}
    }
    silent = len(forces) - sum(map(len, told.values()))
    if len(told) < 2 or min(map(len, told.values())) > 1:
        return None
    return told if silent == 0 or (silent == 1 and max(map(len, told.values())) >= _MOST) else None
