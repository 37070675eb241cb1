"""How well sentences of two versions are matched, and how grouping grows with the number of versions.

usage: python -m bench.alignment [--data DIR] [--json FILE] [--documents N] [--versions N] [--only ...]
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import linear_regression, mean

import numpy as np

from align.encoder import Encoder, Rows, load_encoder
from align.pairs import Side, align_pair, side_of
from align.similarity import unit_rows
from align.statements import group_rows
from bench.beads import Bead, beads_of, f1, lax_f1, read_beads, strict_f1
from bench.metrics import Metrics, show_metrics, write_metrics
from bench.ntrex import Documents, read_documents
from configs.pipeline import AlignSettings, load_pipeline

__all__ = ["disturbed", "greedy_pairs", "main"]

PAIRS = (
    ("uk", "en"), ("ru", "de"), ("zh", "fr"), ("ar", "es"), ("ja", "en"), ("tr", "pl"), ("ko", "it"), ("hi", "en"),
    ("fi", "sv"), ("he", "nl"), ("vi", "pt"), ("el", "ro"), ("hu", "cs"), ("fa", "id"), ("bg", "sr"), ("lt", "ka"),
)  # fmt: skip
SEED = 20261124
SHUFFLE_LINES = 3
DROPPED = 0.3
MERGED = 0.2
_SIZES = (3, 10, 30, 100, 300, 1000)
_SENTENCES = 20
_LONGEST_SECONDS = 300.0
_FIRST_TIMED_SIZE = 30
"""Below this the time is the fixed cost of a call."""

Pairs = set[tuple[int, int]]
Aligner = Callable[[Side, Side], Pairs]


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


def greedy_pairs(left: Side, right: Side) -> Pairs:
    """The naive peer: nearest pairs first by raw cosine, each sentence used once."""
    scores = left.rows @ right.rows.T
    order = np.dstack(np.unravel_index(np.argsort(-scores, axis=None), scores.shape))[0]
    pairs: Pairs = set()
    for i, j in order.tolist():
        if all(i != a and j != b for a, b in pairs):
            pairs.add((i, j))
    return pairs


def _aligners(settings: AlignSettings) -> Mapping[str, Aligner]:
    return {
        "ours": lambda left, right: {(match.left, match.right) for match in align_pair(left, right, settings)},
        "greedy": greedy_pairs,
    }


class _Remembering:
    """An encoder that encodes a text once in a run."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._rows: dict[str, Rows] = {}

    @property
    def signature(self) -> str:
        return self._encoder.signature

    def encode(self, texts: Sequence[str]) -> Rows:
        new = list(dict.fromkeys(text for text in texts if text not in self._rows))
        self._rows |= dict(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._rows[text] for text in texts])


def _side(texts: Sequence[str], encoder: Encoder, settings: AlignSettings) -> Side:
    return side_of(encoder.encode(texts), texts, encoder, settings)


def measure_ntrex(documents: Documents | None, encoder: Encoder, settings: AlignSettings, limit: int) -> Metrics:
    """Pair F1 over ``limit`` documents in every pair of languages: its mean and its lowest.

    One version is left as it is and the other disturbed; ``both``: each is disturbed on its own.
    """
    names = ("ntrex_pair_f1", "greedy_pair_f1", "ntrex_both_pair_f1", "greedy_both_pair_f1")
    if documents is None:
        return dict.fromkeys(f"{name}_{what}" for name in names for what in ("mean", "min"))
    step = max(1, len(documents) // limit)
    picked = [documents[name] for name in sorted(documents)[::step]]
    scores: dict[str, list[float]] = {name: [] for name in names}
    for left, right in PAIRS:
        there = [(document[left], document[right]) for document in picked if {left, right} <= document.keys()]
        if not there:
            continue
        found = [*_pair_f1(there, encoder, settings, False), *_pair_f1(there, encoder, settings, True)]
        print(f"{left}-{right}: " + ", ".join(f"{n} {score:.3f}" for n, score in zip(names, found, strict=True)))
        for name, score in zip(names, found, strict=True):
            scores[name].append(score)
    metrics: dict[str, float | None] = {}
    for name, values in scores.items():
        metrics[f"{name}_mean"] = mean(values) if values else None
        metrics[f"{name}_min"] = min(values, default=None)
    return metrics


def _pair_f1(
    there: Sequence[tuple[Sequence[str], Sequence[str]]], encoder: Encoder, settings: AlignSettings, both: bool
) -> list[float]:
    """Pair F1 of ours and of the naive way."""
    chance = random.Random(SEED)
    tallies = {name: np.zeros(3, dtype=int) for name in _aligners(settings)}
    for left_lines, right_lines in there:
        one = (
            disturbed(left_lines, chance)
            if both
            else Disturbed(list(left_lines), [[i] for i in range(len(left_lines))])
        )
        other = disturbed(right_lines, chance)
        gold = {(i, j) for i, a in enumerate(one.lines) for j, b in enumerate(other.lines) if set(a) & set(b)}
        left, right = (_side(made.texts, encoder, settings) for made in (one, other))
        for name, aligner in _aligners(settings).items():
            pairs = aligner(left, right)
            tallies[name] += np.array([len(pairs & gold), len(pairs), len(gold)])
    return [f1(*(int(n) for n in tally)) for tally in tallies.values()]


def measure_textberg(data: Path, encoder: Encoder, settings: AlignSettings) -> Metrics:
    """Strict and lax F1 on the dev text of Text+Berg (German, French), nearly parallel."""
    folder = data / "align_textberg_de_fr"
    if not (folder / "dev.defr").is_file():
        return {"textberg_strict_f1": None, "textberg_lax_f1": None}
    texts = [(folder / f"dev.{code}").read_text(encoding="utf-8").splitlines() for code in ("de", "fr")]
    gold = read_beads(folder / "dev.defr")
    left, right = (_side(lines, encoder, settings) for lines in texts)
    scores: dict[str, float] = {}
    for name, aligner in _aligners(settings).items():
        found = beads_of(aligner(left, right))
        prefix = "textberg" if name == "ours" else f"{name}_textberg"
        scores |= {f"{prefix}_strict_f1": f1(*strict_f1(found, gold)), f"{prefix}_lax_f1": lax_f1(found, gold)}
    return scores


def measure_parice(data: Path, encoder: Encoder, settings: AlignSettings) -> Metrics:
    """Strict F1 over all documents of ParIce (English, Icelandic)."""
    folder = data / "align_parice_en_is"
    files = sorted(folder.glob("gold.*.txt"))
    if not files:
        return {"parice_strict_f1": None}
    tallies = {name: np.zeros(3, dtype=int) for name in _aligners(settings)}
    lax: list[float] = []
    for file in files:
        name = file.name.removeprefix("gold.")
        gold = read_beads(file)
        left, right = (_side(_numbered(folder / f"{code}.{name}"), encoder, settings) for code in ("eng", "isl"))
        for aligner_name, aligner in _aligners(settings).items():
            found: list[Bead] = beads_of(aligner(left, right))
            tallies[aligner_name] += np.array(strict_f1(found, gold))
            if aligner_name == "ours":
                lax.append(lax_f1(found, gold))
    scores = {name: f1(*(int(n) for n in tally)) for name, tally in tallies.items()}
    return {
        "parice_strict_f1": scores["ours"],
        "parice_lax_f1": mean(lax),
        "greedy_parice_strict_f1": scores["greedy"],
    }


def _numbered(path: Path) -> list[str]:
    return [line.partition("\t")[2] for line in path.read_text(encoding="utf-8").splitlines()]


def measure_grouping(
    documents: Documents | None, encoder: Encoder, settings: AlignSettings, most_versions: int
) -> Metrics:
    """Seconds of grouping 3 to 1,000 versions of 20 sentences: the growth exponent, and the share of embedding.

    Versions are the languages of ``mt_ntrex`` in turn, a third of their lines taken from elsewhere, with noise on the
    vectors, so that no two are alike. A size that would take over 300 s is left out, and a line says so.
    """
    names = ("grouping_exponent", "grouping_over_embedding")
    if documents is None:
        return dict.fromkeys(names)
    pool, seconds_each = _pool(documents, encoder, settings)
    sizes: list[int] = []
    seconds: list[float] = []
    for size in (n for n in _SIZES if n <= most_versions):
        growth = (size / sizes[-1]) ** 2 if sizes else 0.0
        if sizes and seconds[-1] * growth > _LONGEST_SECONDS:
            print(f"{size} versions: left out, {seconds[-1]:.0f} s for {sizes[-1]}")
            break
        sides = _versions(pool, size)
        begun = time.perf_counter()
        groups = group_rows(sides, settings)
        sizes.append(size)
        seconds.append(time.perf_counter() - begun)
        print(f"{size} versions: grouped in {seconds[-1]:.2f} s into {len(groups)} statements")
    timed = [(n, s) for n, s in zip(sizes, seconds, strict=True) if n >= _FIRST_TIMED_SIZE]
    exponent = linear_regression(*zip(*((log(n), log(s)) for n, s in timed), strict=True)).slope if timed[1:] else None
    return {
        "grouping_exponent": exponent,
        "grouping_over_embedding": seconds[-1] / (seconds_each * sizes[-1] * _SENTENCES),
        "grouping_versions": float(sizes[-1]),
        "grouping_seconds": seconds[-1],
    }


def _pool(documents: Documents, encoder: Encoder, settings: AlignSettings) -> tuple[list[Side], float]:
    """Each language's first 60 lines as one side, and the seconds that a sentence took to embed."""
    lines: dict[str, list[str]] = {}
    for document in documents.values():
        for code, texts in document.items():
            lines.setdefault(code, []).extend(texts)
    begun = time.perf_counter()
    sides = [_side(texts[: 3 * _SENTENCES], encoder, settings) for _, texts in sorted(lines.items())]
    return sides, (time.perf_counter() - begun) / (len(sides) * 3 * _SENTENCES)


def _versions(pool: Sequence[Side], size: int) -> list[Side]:
    chance = np.random.default_rng(SEED)
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


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs what there is data for, prints a table and writes the JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.alignment", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="holds mt_ntrex and align_*")
    parser.add_argument("--json", type=Path, help="write the metrics here")
    parser.add_argument("--documents", type=int, default=1000, help="documents of mt_ntrex")
    parser.add_argument("--versions", type=int, default=_SIZES[-1], help="most versions to group")
    parser.add_argument("--only", nargs="*", choices=["ntrex", "textberg", "parice", "grouping"])
    given = parser.parse_args(arguments)
    settings = load_pipeline().align
    encoder = load_encoder(settings.encoder, settings.model)
    print(f"encoder {encoder.signature}")
    documents = read_documents(given.data)
    parts: Mapping[str, Callable[[], Metrics]] = {
        "ntrex": lambda: measure_ntrex(documents, _Remembering(encoder), settings, given.documents),
        "textberg": lambda: measure_textberg(given.data, encoder, settings),
        "parice": lambda: measure_parice(given.data, encoder, settings),
        "grouping": lambda: measure_grouping(documents, encoder, settings, given.versions),
    }
    metrics: dict[str, float | None] = {}
    for name, measure in parts.items():
        if given.only and name not in given.only:
            continue
        begun = time.perf_counter()
        found = measure()
        metrics |= found
        missing = ": its data is not there, skipped" if None in found.values() else ""
        print(f"{name}: {time.perf_counter() - begun:.0f} s{missing}")
    show_metrics(metrics)
    write_metrics(metrics, given.json)


if __name__ == "__main__":
    main()
