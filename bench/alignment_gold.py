"""How well beads are found that people made by hand: Text+Berg (German, French) and ParIce (English, Icelandic)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean

import numpy as np

from align.encoder import Encoder
from bench.aligners import aligners_of, side_of_texts
from bench.beads import Bead, beads_of, f1, lax_f1, read_beads, strict_f1
from bench.metrics import Metrics
from configs.pipeline import AlignSettings

__all__ = ["measure_parice", "measure_textberg"]

Aligned = tuple[Sequence[str], Sequence[str], Sequence[Bead]]
"""The sentences of two texts, and the beads that they should make."""


def measure_textberg(data: Path, encoder: Encoder, settings: AlignSettings) -> Metrics:
    """Strict and lax F1 over the texts of Text+Berg, nearly parallel."""
    return _measure("textberg", _textberg(data / "align_textberg_de_fr"), encoder, settings)


def measure_parice(data: Path, encoder: Encoder, settings: AlignSettings) -> Metrics:
    """Strict F1 over all documents of ParIce, and the mean lax F1 of a document."""
    return _measure("parice", _parice(data / "align_parice_en_is"), encoder, settings)


def _textberg(folder: Path) -> Iterator[Aligned]:
    for gold in sorted(folder.glob("*.defr")):
        left, right = (gold.with_suffix(f".{code}").read_text(encoding="utf-8").splitlines() for code in ("de", "fr"))
        yield left, right, read_beads(gold)


def _parice(folder: Path) -> Iterator[Aligned]:
    for gold in sorted(folder.glob("gold.*.txt")):
        name = gold.name.removeprefix("gold.")
        yield _numbered(folder / f"eng.{name}"), _numbered(folder / f"isl.{name}"), read_beads(gold)


def _numbered(path: Path) -> list[str]:
    return [line.partition("\t")[2] for line in path.read_text(encoding="utf-8").splitlines()]


def _measure(name: str, documents: Iterator[Aligned], encoder: Encoder, settings: AlignSettings) -> Metrics:
    aligners = aligners_of(settings)
    tallies = {aligner: np.zeros(3, dtype=int) for aligner in aligners}
    lax: dict[str, list[float]] = {aligner: [] for aligner in aligners}
    for one, other, gold in documents:
        left, right = (side_of_texts(texts, encoder, settings) for texts in (one, other))
        for aligner, pairs_of in aligners.items():
            found = beads_of(pairs_of(left, right))
            tallies[aligner] += np.array(strict_f1(found, gold))
            lax[aligner].append(lax_f1(found, gold))
    metrics: dict[str, float | None] = {}
    for aligner, tally in tallies.items():
        prefix = name if aligner == "ours" else f"{aligner}_{name}"
        metrics[f"{prefix}_strict_f1"] = f1(*(int(n) for n in tally)) if tally[2] else None
        metrics[f"{prefix}_lax_f1"] = mean(lax[aligner]) if lax[aligner] else None
    return metrics
