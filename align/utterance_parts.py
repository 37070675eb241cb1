"""Which clauses of the versions of one utterance answer each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from align.encoder import Rows
from align.utterance_clauses import Unit, turns
from configs.language.schema import load_language
from configs.pipeline import UtteranceSettings
from records.span import Span
from records.statement import Utterance
from records.version import Version

__all__ = ["AlignedUtterance", "UtterancePart", "align_parts"]


@dataclass(frozen=True, slots=True)
class UtterancePart:
    """The places that say one part of an utterance, ``(version, span)``; one version only where nobody else has it."""

    places: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class AlignedUtterance(Utterance):
    """An utterance with its parts: which clauses of which versions answer each other."""

    parts: tuple[UtterancePart, ...] = ()


def align_parts(
    group: Sequence[Unit], versions: Sequence[Version], rows: Rows, settings: UtteranceSettings
) -> tuple[UtterancePart, ...]:
    """Columns of clauses: each clause goes to the clause of the longest unit that it answers best.

    A clause of the longest unit that nothing answers best goes to the neighbour whose partner is nearest to it, but
    never over a word that takes back or limits what stands before it ("but", "provided that"). A quote in one clause
    that answers both sides of such a word is a place of each.
    """
    pivot = max(group, key=lambda unit: (len(unit.clauses), -unit.version, -unit.start))
    column = list(range(len(pivot.clauses)))
    record = versions[pivot.version]
    turned = [0, *(j for j, clause in enumerate(pivot.clauses) if j and turns(record, clause))]
    side = [sum(j >= start for start in turned) for j in column]
    answers: list[tuple[int, int, Span]] = []
    for unit in group:
        if unit is pivot:
            continue
        alike = rows[unit.rows] @ rows[pivot.rows].T - settings.turn_weight * _unlike_turns(unit, pivot, versions)
        scores = _placed(alike.astype(np.float32), settings.order_weight)
        if len(unit.clauses) == 1 and _is_whole(unit, pivot, float(scores.max()), versions, rows, settings):
            column = [turned[side[j] - 1] for j in range(len(column))]
            answers += [(start, unit.version, unit.clauses[0]) for start in turned]
            continue
        alone = rows[unit.rows] @ rows[pivot.rows].T
        if _answer_in_order(alone, settings):
            answers += [(j, unit.version, clause) for j, clause in enumerate(unit.clauses)]
            continue
        for i, clause in enumerate(unit.clauses):
            best = int(scores[i].argmax())
            if scores[i, best] < settings.answer_likeness and len(unit.clauses) > 1:
                continue
            answers.append((best, unit.version, clause))
        for j in range(len(pivot.clauses)):
            if len(unit.clauses) == 1:
                break
            i = int(scores[:, j].argmax())
            best = int(scores[i].argmax())
            near = side[best] == side[j] and abs(best - j) == 1 and scores[i, j] >= settings.split_likeness
            if near and scores[i, j] >= scores[i, best] - settings.split_margin:
                column = [min(column[best], column[j]) if c in (column[best], column[j]) else c for c in column]
    places: dict[int, set[tuple[int, Span]]] = defaultdict(set)
    for j, clause in enumerate(pivot.clauses):
        places[column[j]].add((pivot.version, clause))
    for j, version, clause in answers:
        places[column[j]].add((version, clause))
    return tuple(
        UtterancePart(tuple((versions[v].id, span) for v, span in sorted(found))) for _, found in sorted(places.items())
    )


def _is_whole(
    unit: Unit, pivot: Unit, best: float, versions: Sequence[Version], rows: Rows, settings: UtteranceSettings
) -> bool:
    """Whether the one clause of ``unit`` answers all of ``pivot`` better than its best clause (``best``), or hardly
    worse and is as long as all of them, for their languages: "We cannot pay wages that we do not earn"."""
    whole = float(rows[unit.row] @ rows[pivot.row])
    one, other = (sum(len(q.text) for q in u.quotes) / _letters(versions[u.version].language) for u in (unit, pivot))
    as_long = one >= settings.whole_length * other
    return whole > best + (-settings.whole_loss if as_long else settings.whole_gain)


@lru_cache(maxsize=256)
def _letters(language: str) -> float:
    """How many letters the language needs for one of English."""
    config = load_language(language)
    return config.relative_length if config is not None else 1.0


def _answer_in_order(alike: NDArray[np.float32], settings: UtteranceSettings) -> bool:
    """Whether as many clauses answer each other one for one in their order, hardly worse than each its best."""
    rows, columns = alike.shape
    if rows != columns or rows < 2:
        return False
    paired = np.diagonal(alike)
    return bool(paired.min() >= settings.answer_likeness and (alike.max(axis=1) - paired).max() <= settings.order_loss)


def _unlike_turns(unit: Unit, pivot: Unit, versions: Sequence[Version]) -> NDArray[np.float32]:
    """1 where one of two clauses begins with a word such as "if" and the other does not, else 0."""
    one, other = (np.array([turns(versions[u.version], clause) for clause in u.clauses]) for u in (unit, pivot))
    unlike: NDArray[np.float32] = (one[:, None] != other[None, :]).astype(np.float32)
    return unlike


def _placed(scores: NDArray[np.float32], weight: float) -> NDArray[np.float32]:
    """The scores with a little weight for standing at the same place in the utterance."""
    rows, columns = scores.shape
    if rows < 2 or columns < 2:
        return scores
    places = np.abs(np.linspace(0, 1, rows)[:, None] - np.linspace(0, 1, columns)[None, :])
    placed: NDArray[np.float32] = (scores + weight * (1 - places)).astype(np.float32)
    return placed
