"""How well two versions are matched whose sentences were moved, dropped and merged: documents of mt_ntrex."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

import numpy as np

from bench.aligners import RememberingEncoder, aligners_of, side_of_texts
from bench.beads import f1
from bench.metrics import Metrics
from bench.ntrex import Documents
from configs.pipeline import AlignSettings

__all__ = ["disturbed", "measure_ntrex"]

PAIRS = (
    ("uk", "en"), ("ru", "de"), ("zh", "fr"), ("ar", "es"), ("ja", "en"), ("tr", "pl"), ("ko", "it"), ("hi", "en"),
    ("fi", "sv"), ("he", "nl"), ("vi", "pt"), ("el", "ro"), ("hu", "cs"), ("fa", "id"), ("bg", "sr"), ("lt", "ka"),
)  # fmt: skip
SEED = 20261124
SHUFFLE_LINES = 3
DROPPED = 0.3
MERGED = 0.2
_MEASURED = ("ntrex_pair_f1", "greedy_pair_f1", "ntrex_both_pair_f1", "greedy_both_pair_f1")
_OVER_EMBEDDING = "ntrex_matching_over_embedding"


@dataclass(frozen=True, slots=True)
class Disturbed:
    """A version made of another's lines: ``texts``, and of which ``lines`` each is made."""

    texts: list[str]
    lines: list[list[int]]


def disturbed(lines: Sequence[str], chance: random.Random) -> Disturbed:
    """The lines shuffled within ``SHUFFLE_LINES``, 30 % dropped, 20 % of the rest merged with the line before."""
    order = sorted(range(len(lines)), key=lambda i: i + chance.uniform(0, SHUFFLE_LINES))
    kept = [i for i in order if chance.random() >= DROPPED] or order[:1]
    made: list[list[int]] = []
    for i in kept:
        if made and len(made[-1]) == 1 and chance.random() < MERGED:
            made[-1].append(i)
        else:
            made.append([i])
    return Disturbed([" ".join(lines[i] for i in group) for group in made], made)


def undisturbed(lines: Sequence[str]) -> Disturbed:
    """The lines as they are."""
    return Disturbed(list(lines), [[i] for i in range(len(lines))])


class _Measuring:
    """Matches pairs of versions with each aligner, and counts the time that ours takes without the encoder's."""

    def __init__(self, encoder: RememberingEncoder, settings: AlignSettings) -> None:
        self._encoder = encoder
        self._settings = settings
        self.seconds = 0.0

    def pair_f1(self, there: Sequence[tuple[Sequence[str], Sequence[str]]], both: bool) -> list[float]:
        """Pair F1 over documents of ours and of the naive way; one version is disturbed, or ``both``."""
        chance = random.Random(SEED)
        aligners = aligners_of(self._settings)
        tallies = {name: np.zeros(3, dtype=int) for name in aligners}
        for left_lines, right_lines in there:
            one = disturbed(left_lines, chance) if both else undisturbed(left_lines)
            other = disturbed(right_lines, chance)
            gold = {(i, j) for i, a in enumerate(one.lines) for j, b in enumerate(other.lines) if set(a) & set(b)}
            left, right = (side_of_texts(made.texts, self._encoder, self._settings) for made in (one, other))
            for name, aligner in aligners.items():
                begun = time.process_time() - self._encoder.seconds
                pairs = aligner(left, right)
                if name == "ours":
                    self.seconds += time.process_time() - self._encoder.seconds - begun
                tallies[name] += np.array([len(pairs & gold), len(pairs), len(gold)])
        return [f1(*(int(n) for n in tally)) for tally in tallies.values()]


def measure_ntrex(
    documents: Documents | None, encoder: RememberingEncoder, settings: AlignSettings, limit: int
) -> Metrics:
    """Pair F1 over ``limit`` documents in every pair of languages: its mean and its lowest.

    One version is left as it is and the other disturbed; ``both``: each is disturbed on its own. Matching is timed
    beside embedding, both in processor time.
    """
    if documents is None:
        return dict.fromkeys([*(f"{name}_{what}" for name in _MEASURED for what in ("mean", "min")), _OVER_EMBEDDING])
    step = max(1, len(documents) // limit)
    picked = [documents[name] for name in sorted(documents)[::step]][:limit]
    print(f"mt_ntrex: {len(picked)} of {len(documents)} documents (--documents)")
    measuring = _Measuring(encoder, settings)
    scores: dict[str, list[float]] = {name: [] for name in _MEASURED}
    for left, right in PAIRS:
        there = [(document[left], document[right]) for document in picked if {left, right} <= document.keys()]
        if not there:
            continue
        found = [score for both in (False, True) for score in measuring.pair_f1(there, both)]
        print(f"{left}-{right}: " + ", ".join(f"{n} {score:.3f}" for n, score in zip(_MEASURED, found, strict=True)))
        for name, score in zip(_MEASURED, found, strict=True):
            scores[name].append(score)
    metrics: dict[str, float | None] = {}
    for name, values in scores.items():
        metrics[f"{name}_mean"] = mean(values) if values else None
        metrics[f"{name}_min"] = min(values, default=None)
    return metrics | {_OVER_EMBEDDING: measuring.seconds / encoder.seconds if encoder.seconds else None}
