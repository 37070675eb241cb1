"""How surely two quotes of two versions are one utterance: by their words, their place and their speaker."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.encoder import Rows
from align.utterance_clauses import Unit
from configs.pipeline import UtteranceSettings

__all__ = ["likeness", "may_join", "score_units"]

_ROLE = "role--"


def likeness(one: Unit, other: Unit, rows: Rows) -> float:
    """How alike two units are, whole to whole, or the shorter as a part of the longer (-1..1)."""
    whole = float(rows[one.row] @ rows[other.row])
    if len(one.clauses) == len(other.clauses) == 1:
        return whole
    clause_scores = rows[one.rows] @ rows[other.rows].T
    fewer = clause_scores if len(one.clauses) <= len(other.clauses) else clause_scores.T
    lone = one if len(one.clauses) <= len(other.clauses) else other
    longer = other if lone is one else one
    best = fewer.max(axis=1)
    if len(lone.clauses) == 1:
        best = np.maximum(best, rows[lone.row] @ rows[longer.row])
    return max(whole, float(best.mean()))


def score_units(one: Unit, other: Unit, rows: Rows, settings: UtteranceSettings) -> float | None:
    """Likeness raised by place and speaker; None when it does not reach what its place asks for."""
    alike = likeness(one, other, rows)
    together = bool(one.statements & other.statements)
    speakers = _speakers(one, other)
    floor = settings.together_likeness if together else settings.apart_likeness
    floor += {1: -settings.same_speaker, 0: 0.0, -1: settings.other_speaker}[speakers]
    if any(quote.mode == "indirect" for quote in (*one.quotes, *other.quotes)):
        floor += settings.indirect
    if alike < floor:
        return None
    return alike + (settings.place_weight if together else 0.0) + settings.speaker_weight * speakers


def _speakers(one: Unit, other: Unit) -> int:
    """1 for one named speaker, -1 for two, 0 when either is not named."""
    a, b = one.speaker, other.speaker
    if a is None or b is None or a.startswith(_ROLE) or b.startswith(_ROLE):
        return 0
    return 1 if a == b else -1


def _pieces(a: Unit, b: Unit, units: Sequence[Unit], rows: Rows, least: float) -> bool:
    """Whether some unit of another version holds ``a`` and ``b`` in different clauses."""
    for unit in units:
        if unit.version == a.version or len(unit.clauses) < 2:
            continue
        mine = (rows[unit.rows] @ rows[[a.row, *a.rows]].T).max(axis=1)
        yours = (rows[unit.rows] @ rows[[b.row, *b.rows]].T).max(axis=1)
        if int(mine.argmax()) != int(yours.argmax()) and min(mine.max(), yours.max()) >= least:
            return True
    return False


def may_join(one: Sequence[Unit], other: Sequence[Unit], rows: Rows, settings: UtteranceSettings) -> bool:
    """Two units of one version go together only as a repetition or as pieces of a longer unit elsewhere."""
    everyone = [*one, *other]
    for a in one:
        for b in other:
            if a.version != b.version:
                continue
            if _speakers(a, b) < 0:
                return False
            repeated = likeness(a, b, rows) >= settings.repeat_likeness
            if not repeated and not _pieces(a, b, everyone, rows, settings.piece_likeness):
                return False
    cross = [likeness(a, b, rows) for a in one for b in other if a.version != b.version]
    return not cross or float(np.mean(cross)) >= settings.group_likeness
