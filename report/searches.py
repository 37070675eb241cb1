"""Which findings hold the words that somebody searches for, kept for the next page of the same search."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, select

from report.columns import Column, Mask
from store.schema import changes, findings

__all__ = ["Found", "Searches"]

_KEPT = 32


@dataclass(frozen=True, slots=True)
class Found:
    """The ids that hold some words, as of the change ``upto``."""

    ids: tuple[str, ...]
    upto: int


class Searches:
    """The last searches with what they found. ``holding`` is for one thread at a time, ``look`` for any."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Column, int]] = OrderedDict()

    def look(self, connection: Connection, words: str) -> Found | None:
        """Reads through all findings for ``words``; None when the last searches tell already.

        It takes a tenth of a second for 100,000: done first and apart, so that nobody else waits for it.
        """
        if words in self._kept:
            return None
        upto = int(connection.execute(select(changes.c.number)).scalar_one())
        query = select(findings.c.id).where(findings.c.words.contains(words, autoescape=True))
        return Found(tuple(connection.execute(query).scalars()), upto)

    def holding(self, connection: Connection, words: str, found: Found | None, places: Mapping[str, int]) -> Mask:
        """By place, whether the finding there holds ``words`` now; ``found`` is what ``look`` said before."""
        held, upto = self._kept.get(words) or self._begin(connection, words, found, places)
        c = findings.c
        for row in connection.execute(select(c.id, c.words, c.changed).where(c.changed > upto)).all():
            held.put(places[row.id], words in row.words)
            upto = max(upto, row.changed)
        held.put(len(places), False)  # room for those that came without holding anything
        self._kept[words] = held, upto
        self._kept.move_to_end(words)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        mask: Mask = held.get(len(places))
        return mask

    def _begin(
        self, connection: Connection, words: str, found: Found | None, places: Mapping[str, int]
    ) -> tuple[Column, int]:
        found = found or self.look(connection, words) or Found((), -1)
        mask = np.zeros(len(places), dtype=bool)
        mask[[places[identity] for identity in found.ids if identity in places]] = True
        held = Column("bool")
        held.put_all(mask)
        return held, found.upto
