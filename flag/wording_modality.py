"""What versions make of one utterance's force: whether something may be, must be, or simply is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from flag.polarity import Polarity

__all__ = ["Force", "force_of", "force_sides"]

Force = Literal["plain", "possible", "necessary", "mixed"]


def force_of(reading: Polarity) -> Force:
    """The force of a clause; ``mixed`` where it has both kinds of words or its language has no data.

    What "may have to" be is possible.
    """
    if not reading.known or (reading.possible and reading.necessary and not reading.perhaps):
        return "mixed"
    if reading.possible:
        return "possible"
    return "necessary" if reading.necessary else "plain"


def force_sides(forces: Mapping[str, Force]) -> dict[Force, tuple[str, ...]] | None:
    """The versions that say "may" and those that say "must", where nobody says neither; None otherwise.

    On 1,317 lines of mt_ntrex in sets of two to seven of 18 languages, human translations part so in 0.1 to 0.4 of a
    hundred (2026-11). A "may" against no such word at all is no sign across languages: it parts 5 to 9 of a hundred.
    """
    sides: dict[Force, list[str]] = {}
    for version, force in forces.items():
        sides.setdefault(force, []).append(version)
    if set(sides) != {"possible", "necessary"} or min(len(side) for side in sides.values()) > 1:
        return None
    return {force: tuple(versions) for force, versions in sides.items()}
