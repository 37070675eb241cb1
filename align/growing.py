"""Grouping of many versions in nearly linear time: each further version is held against the statements found so far."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from align.encoder import Rows
from align.similarity import Scores, margins
from configs.pipeline import AlignSettings

__all__ = ["Group", "GrowingGroups", "anchors_of_members"]

_SMOOTHING = 4.0
"""As in ``align.anchors``."""
_MOST_HOLDERS = 48
"""An anchor that more groups hold tells none of them apart, and would cost time in each version."""
_FIRST_ROOM = 256


@dataclass(slots=True)
class Group:
    """Sentences (version number -> sentence numbers) that say one thing, and the sum of their centred rows."""

    members: dict[int, set[int]]
    total: Rows
    scores: list[float] = field(default_factory=list)


class GrowingGroups:
    """Groups that take in one version after the other.

    An index of group centres in one matrix, so that a version costs one product with it and a fixed number of
    decisions: greedy incremental clustering, with the margin of ``align.similarity`` in place of a raw threshold.
    """

    def __init__(self, settings: AlignSettings, width: int) -> None:
        self.groups: list[Group] = []
        self._settings = settings
        self._centres = np.zeros((_FIRST_ROOM, width), dtype=np.float32)
        self._anchors: list[frozenset[str]] = []
        self._holders: dict[str, list[int]] = {}
        self._seen: Counter[str] = Counter()
        self._sentences = 0

    def add_group(self, group: Group, anchors: frozenset[str]) -> None:
        """Takes a group as it is; ``anchors`` are those of its sentences."""
        number = len(self.groups)
        if number == len(self._centres):
            self._centres = np.concatenate([self._centres, np.zeros_like(self._centres)])
        self.groups.append(group)
        self._anchors.append(anchors)
        self._centres[number] = _unit(group.total)
        for anchor in anchors:
            self._holders.setdefault(anchor, []).append(number)
        self._seen.update(anchors)
        self._sentences += 1

    def add_version(self, version: int, rows: Rows, anchors: Sequence[frozenset[str]]) -> None:
        """Puts each sentence of a version, by its centred row, into the group that says the same, or one of its own."""
        home = self._homes(rows, self._margins(rows, anchors)) if self.groups else {}
        for sentence in range(len(rows)):
            if sentence not in home:
                self.add_group(Group({version: {sentence}}, rows[sentence].copy()), anchors[sentence])
                continue
            number, score = home[sentence]
            group = self.groups[number]
            group.members.setdefault(version, set()).add(sentence)
            group.total = group.total + rows[sentence]
            group.scores.append(score)
            self._centres[number] = _unit(group.total)

    def _margins(self, rows: Rows, anchors: Sequence[frozenset[str]]) -> Scores:
        scores = rows @ self._centres[: len(self.groups)].T
        scores += self._settings.anchor_weight * self._anchor_scores(anchors)
        return margins(scores, self._settings.neighbours)

    def _anchor_scores(self, anchors: Sequence[frozenset[str]]) -> NDArray[np.float32]:
        """As ``align.anchors.anchor_scores``, looked up in the index."""
        scores = np.zeros((len(anchors), len(self.groups)), dtype=np.float32)
        total = self._sentences + len(anchors)
        for row, mine in zip(scores, anchors, strict=True):
            weight = {anchor: math.log(1 + total / (1 + self._seen[anchor])) for anchor in mine}
            own = sum(weight.values())
            for anchor in mine:
                holders = self._holders.get(anchor, ())
                if len(holders) <= _MOST_HOLDERS:
                    row[holders] += weight[anchor] / (_SMOOTHING + own)
        return scores

    def _homes(self, rows: Rows, scores: Scores) -> dict[int, tuple[int, float]]:
        """Sentence number -> (group number, margin) of those that belong to a group there is."""
        settings = self._settings
        best_right, best_left = scores.argmax(axis=1), scores.argmax(axis=0)
        homes: dict[int, tuple[int, float]] = {}
        taken: dict[int, list[int]] = {}
        for sentence in np.argsort(-scores.max(axis=1)).tolist():
            number = int(best_right[sentence])
            score = float(scores[sentence, number])
            alike = float(rows[sentence] @ self._centres[number])
            if score < settings.join_margin or alike < settings.group_cosine:
                continue
            beside = taken.get(number, [])
            mutual = int(best_left[number]) == sentence and score >= settings.match_margin
            if mutual or (beside and self._fits_better(rows, [*beside, sentence], number)):
                homes[sentence] = (number, score)
                taken.setdefault(number, []).append(sentence)
        return homes

    def _fits_better(self, rows: Rows, sentences: Sequence[int], number: int) -> bool:
        """Whether the sentences fit the group better together than the best of them alone."""
        if len(sentences) > self._settings.longest_member:
            return False
        centre = self._centres[number]
        alone = max(float(rows[sentence] @ centre) for sentence in sentences)
        both = float(_unit(rows[list(sentences)].sum(axis=0)) @ centre)
        return both >= alone + self._settings.join_gain


def anchors_of_members(members: Mapping[int, set[int]], anchors: Sequence[Sequence[frozenset[str]]]) -> frozenset[str]:
    """The anchors that the sentences of a group share: those of at least a third of its versions."""
    counts = Counter(a for v, numbers in members.items() for a in frozenset().union(*(anchors[v][s] for s in numbers)))
    return frozenset(anchor for anchor, count in counts.items() if 3 * count >= len(members))


def _unit(row: Rows) -> Rows:
    scaled: Rows = row / max(float(np.linalg.norm(row)), 1e-9)
    return scaled
