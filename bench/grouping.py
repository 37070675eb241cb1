"""How the grouping of many versions grows with their number."""

from __future__ import annotations

import time
from collections.abc import Sequence
from math import log
from statistics import linear_regression

import numpy as np

from align.pairs import Side
from align.similarity import unit_rows
from align.statements import group_rows
from bench.aligners import RememberingEncoder, side_of_texts
from bench.metrics import Metrics
from bench.ntrex import Documents
from configs.pipeline import AlignSettings

__all__ = ["SIZES", "measure_grouping"]

SIZES = (3, 10, 30, 100, 300, 1000)
_SEED = 20261124
_SENTENCES = 20
_LONGEST_SECONDS = 300.0
_FIRST_TIMED_SIZE = 30
"""Below this the time is the fixed cost of a call."""


def measure_grouping(
    documents: Documents | None, encoder: RememberingEncoder, settings: AlignSettings, most_versions: int
) -> Metrics:
    """Seconds of grouping 3 to 1,000 versions of 20 sentences: the growth exponent, and the share of embedding.

    Versions are the languages of ``mt_ntrex`` in turn, a third of their lines taken from elsewhere, with noise on the
    vectors, so that no two are alike. A size that would take over 300 s is left out, and a line says so. Processor
    time, so that other programs on the machine do not count.
    """
    if documents is None:
        return dict.fromkeys(("grouping_exponent", "grouping_over_embedding", "grouping_versions", "grouping_seconds"))
    pool, seconds_each = _pool(documents, encoder, settings)
    sizes: list[int] = []
    seconds: list[float] = []
    for size in (n for n in SIZES if n <= most_versions):
        growth = (size / sizes[-1]) ** 2 if sizes else 0.0
        if sizes and seconds[-1] * growth > _LONGEST_SECONDS:
            print(f"{size} versions: left out, {seconds[-1]:.0f} s for {sizes[-1]}")
            break
        sides = _versions(pool, size)
        begun = time.process_time()
        groups = group_rows(sides, settings)
        sizes.append(size)
        seconds.append(time.process_time() - begun)
        print(f"{size} versions: grouped in {seconds[-1]:.2f} s into {len(groups)} statements")
    timed = [(n, s) for n, s in zip(sizes, seconds, strict=True) if n >= _FIRST_TIMED_SIZE]
    exponent = linear_regression(*zip(*((log(n), log(s)) for n, s in timed), strict=True)).slope if timed[1:] else None
    return {
        "grouping_exponent": exponent,
        "grouping_over_embedding": seconds[-1] / (seconds_each * sizes[-1] * _SENTENCES),
        "grouping_versions": float(sizes[-1]),
        "grouping_seconds": seconds[-1],
    }


def _pool(documents: Documents, encoder: RememberingEncoder, settings: AlignSettings) -> tuple[list[Side], float]:
    """Each language's first 60 lines as one side, and the seconds that a sentence took to embed."""
    lines: dict[str, list[str]] = {}
    for document in documents.values():
        for code, texts in document.items():
            lines.setdefault(code, []).extend(texts)
    before = encoder.seconds
    sides = [side_of_texts(texts[: 3 * _SENTENCES], encoder, settings) for _, texts in sorted(lines.items())]
    return sides, (encoder.seconds - before) / (len(sides) * 3 * _SENTENCES)


def _versions(pool: Sequence[Side], size: int) -> list[Side]:
    chance = np.random.default_rng(_SEED)
    sides = []
    for number in range(size):
        side = pool[number % len(pool)]
        own = chance.random(_SENTENCES) < 1 / 3
        picked = np.where(own, chance.integers(_SENTENCES, 3 * _SENTENCES, _SENTENCES), np.arange(_SENTENCES))
        order = chance.permutation(picked)
        noise = chance.normal(0, 0.2 / np.sqrt(side.rows.shape[1]), (_SENTENCES, side.rows.shape[1]))
        rows = unit_rows((side.rows[order] + noise).astype(np.float32))
        sides.append(Side(rows, [side.anchors[i] for i in order.tolist()]))
    return sides
