"""Groups pages that tell of one event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from configs.pipeline import MatchSettings
from match.likeness import likeness_matrix
from match.sketch import Rows, Sketch

__all__ = ["cluster_pages", "join_likest"]


def cluster_pages(
    sketches: Sequence[Sketch], settings: MatchSettings, background: Sequence[Sketch] = ()
) -> list[list[int]]:
    """Numbers of ``sketches`` by event, the largest group first; a page alone is a group of its own."""
    if not sketches:
        return []
    likeness = likeness_matrix(sketches, sketches, settings, background)
    likeness -= settings.same_language * _of_one_language(sketches)
    return join_likest(likeness, settings.cluster_likeness)


def _of_one_language(sketches: Sequence[Sketch]) -> Rows:
    """Shape (n, n): 1 where two pages are in one language, which makes them alike whatever they tell."""
    numbers = {language: n for n, language in enumerate(sorted({sketch.language for sketch in sketches}))}
    languages = np.array([numbers[sketch.language] for sketch in sketches])
    result: Rows = (languages[:, None] == languages[None, :]).astype(np.float32)
    return result


def join_likest(likeness: Rows, floor: float) -> list[list[int]]:
    """Joins the two groups with the highest mean likeness until none reaches ``floor`` (average linkage).

    ``likeness`` is symmetric, of shape (n, n). Groups keep the order of their first members when equal in size.
    """
    total = len(likeness)
    means = likeness.astype(np.float64).copy()
    np.fill_diagonal(means, -np.inf)
    sizes, groups = np.ones(total), [[n] for n in range(total)]
    best = means.argmax(axis=1)
    while total > 1:
        tops = means[np.arange(len(means)), best]
        one = int(tops.argmax())
        other = int(best[one])
        if tops[one] < floor:
            break
        merged = (sizes[one] * means[one] + sizes[other] * means[other]) / (sizes[one] + sizes[other])
        sizes[one] += sizes[other]
        groups[one] += groups[other]
        groups[other] = []
        means[one], means[:, one] = merged, merged
        means[other], means[:, other] = -np.inf, -np.inf
        means[one, one] = -np.inf
        # rows whose best was one of the two look again; the merged row may now be the best of others
        for row in np.flatnonzero((best == one) | (best == other)):
            best[row] = means[row].argmax()
        best[one] = means[one].argmax()
        better = merged > means[np.arange(len(means)), best]
        best[better & (np.arange(len(means)) != one)] = one
    return sorted((sorted(group) for group in groups if group), key=lambda group: (-len(group), group[0]))
