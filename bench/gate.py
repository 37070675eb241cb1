"""The quality gate: scores of a small, fixed corpus against floors that only a flag can lower.

usage: python -m bench.gate [--update [--lower]] [--work DIR]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from pydantic import Field

from align.encoder import Encoder
from bench.discrepancies import comparing
from bench.gold import Outcome, load_gold, score_report
from bench.quotes_names import FIXTURES as NAMES
from bench.quotes_names import measure_names
from configs.load import Strict, load_yaml
from configs.story import load_story
from records.errors import InputError

__all__ = ["FLOORS", "Floors", "corpus_digest", "faults_of", "load_floors", "main", "measure", "raised", "stale_of"]

ROOT = Path(__file__).resolve().parents[1]
STORIES = ROOT / "tests" / "fixtures" / "stories"
FLOORS = ROOT / "tests" / "gate" / "floors.yml"
UPDATE = "python -m bench.gate --update"
_AT_MOST = frozenset({"stories_extra", "agreements_split", "names_wrongly_joined"})
"""Scores of which less is better; their floor is a ceiling."""


class Floors(Strict):
    """What ``tests/gate/floors.yml`` holds."""

    stories: list[str]
    """Folder names under ``tests/fixtures/stories``."""
    noise_margin: dict[str, float] = Field(default_factory=dict)
    """How far a score may lie on the wrong side of its floor, by score; 0 where none is named."""
    floors: dict[str, float] = Field(default_factory=dict)
    corpus: str = ""
    """Digest of the texts, the gold and the fixtures that were measured."""
    seal: str = ""
    """Digest of floors, margins and stories: an edit by hand breaks it."""


def load_floors(path: Path = FLOORS) -> Floors:
    """The floors at ``path``.

    Raises:
        InputError: the file is missing or malformed.
    """
    return load_yaml(path, Floors)


def corpus_digest(stories: Sequence[str]) -> str:
    """SHA-256 over every file of ``stories`` and those names that are measured, by its path."""
    told = [path for name in stories for path in (STORIES / name).rglob("*") if path.suffix in _SUFFIXES]
    digest = hashlib.sha256()
    for path in sorted([*told, *(NAMES / name for name in _NAMES if (NAMES / name).is_file())]):
        digest.update(f"{path.relative_to(ROOT).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


_NAMES = ("apart.yml", "people.yml")
_SUFFIXES = frozenset({".txt", ".html", ".yaml", ".yml"})


def _seal(floors: Floors) -> str:
    held = [floors.stories, floors.noise_margin, floors.floors, floors.corpus]
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:16]


def measure(stories: Sequence[str], work: Path | None = None, encoder: Encoder | None = None) -> dict[str, float]:
    """Scores of ``stories``, compared from their texts with the engines of the configuration (``encoder`` in the place
    of its encoder, where given), and of the names."""
    total = Outcome()
    with comparing(work, encoder) as compare:
        for name in stories:
            folder = STORIES / name
            one = score_report(compare(load_story(folder / "story.yaml")), load_gold(folder / "gold.yaml"))
            total.found += one.found
            total.planted += one.planted
            total.extra += one.extra
            total.split += one.split
    names = measure_names()
    return {
        "stories_recall": round(total.found / total.planted, 4),
        "stories_precision": round(total.found / max(total.found + total.extra, 1), 4),
        "agreements_split": float(total.split),
        "names_precision": round(names["names_precision"], 4),
        "names_recall": round(names["names_recall"], 4),
        "names_wrongly_joined": names["names_wrongly_joined"],
    }


def _falls_short(name: str, score: float, floor: float, margin: float = 0.0) -> bool:
    short = score - floor if name in _AT_MOST else floor - score
    return short > margin + 1e-9


def stale_of(floors: Floors) -> list[str]:
    """Why ``floors`` can't be judged by: its corpus changed since, or it was edited by hand; empty where neither."""
    faults = []
    if floors.corpus != corpus_digest(floors.stories):
        faults.append(f"the gate's corpus is another than its floors were measured on; measure them anew: {UPDATE}")
    if floors.seal != _seal(floors):
        faults.append(f"tests/gate/floors.yml was edited by hand; let it be written: {UPDATE} (--lower to lower one)")
    return faults


def faults_of(floors: Floors, scores: Mapping[str, float]) -> list[str]:
    """One line a score that is missing, has no floor, or lies under its floor by more than its noise margin."""
    faults = [f"{name}: measured, but it has no floor: {UPDATE}" for name in scores.keys() - floors.floors.keys()]
    for name, floor in floors.floors.items():
        if name not in scores:
            faults.append(f"{name}: has a floor of {floor}, and is measured no more")
        elif _falls_short(name, scores[name], floor, floors.noise_margin.get(name, 0.0)):
            margin = floors.noise_margin.get(name, 0.0)
            faults.append(f"{name}: {scores[name]}, the floor is {floor} (noise margin {margin})")
    return sorted(faults)


def raised(floors: Floors, scores: Mapping[str, float], lower: bool = False) -> Floors:
    """``floors`` set to ``scores``, with the corpus as it is now.

    Raises:
        InputError: a floor would fall or go, and ``lower`` is not given.
    """
    falling = [
        f"{name} {floor} -> {scores.get(name, 'gone')}"
        for name, floor in floors.floors.items()
        if name not in scores or _falls_short(name, scores[name], floor)
    ]
    if falling and not lower:
        raise InputError(f"floors.yml: floors would be lowered: {', '.join(falling)}; say --lower if that is meant.")
    new = floors.model_copy(update={"floors": dict(scores), "corpus": corpus_digest(floors.stories)})
    return new.model_copy(update={"seal": _seal(new)})


def _write(floors: Floors, path: Path) -> None:
    """Writes ``floors``; the comments at the head of the file stay."""
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    body = yaml.safe_dump(floors.model_dump(), sort_keys=False)
    path.write_text("\n".join([*head, body]), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Shows scores beside floors; 1 when one is under its floor, 2 when ``--update`` would lower one unasked."""
    parser = argparse.ArgumentParser(prog="python -m bench.gate", description=__doc__)
    parser.add_argument("--update", action="store_true", help="write what is measured as the new floors")
    parser.add_argument("--lower", action="store_true", help="let --update lower a floor")
    parser.add_argument("--work", type=Path, help="keep store and embeddings here for the next run")
    given = parser.parse_args(arguments)
    old = load_floors()
    scores = measure(old.stories, given.work)
    for name, score in scores.items():
        print(f"{name:<22} floor {old.floors.get(name, 'none')} -> {score}")
    if not given.update:
        faults = [*stale_of(old), *faults_of(old, scores)]
        print("\n".join(faults) or "all floors hold")
        return 1 if faults else 0
    try:
        _write(raised(old, scores, given.lower), FLOORS)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
