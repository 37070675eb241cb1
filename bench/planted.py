"""How many planted differences are found: in gold stories, what outlets agree on is changed in one outlet's text.

usage: python -m bench.planted [--kind KIND ...] [--stories DIR ...] [--seed N] [--most N] [--json FILE] [--lines FILE]
       [--work DIR]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.discrepancies import OWN_STORIES, comparing
from bench.gold import FIGURE_KINDS
from bench.metrics import Metrics, show_metrics, write_metrics
from bench.planting import Planted, plant_figures
from bench.planting_claimants import plant_claimants
from bench.planting_quotes import QUOTE_PLANTS, plant_quotes
from bench.planting_updates import plant_updates
from bench.versions import Compare
from configs.story import load_story
from records.report import Report

__all__ = ["PLANTERS", "Planter", "is_found", "main", "measure_planted"]

Plant = Callable[[Path, Path, int, int], list[Planted]]
"""Copies a story (folder, target, seed, most) with at most so many changes, and tells them."""

_MAJORITY = 3
"""Other outlets from which those who agree can't be taken for the ones that erred."""


@dataclass(frozen=True, slots=True)
class Planter:
    """One way to change a story: ``kinds`` of findings find such a change, ``metric`` names it in the JSON."""

    metric: str
    plant: Plant
    kinds: frozenset[str]


PLANTERS = {
    "figure": Planter("planted_figures", plant_figures, FIGURE_KINDS),
    **{kind: Planter(f"planted_{kind}", partial(plant_quotes, kind=kind), f) for kind, f in QUOTE_PLANTS.items()},
    "claimant": Planter("planted_claimants", plant_claimants, frozenset({"claimant-conflict"})),
    "update": Planter("planted_updates", plant_updates, FIGURE_KINDS),
}
_GROUPS: dict[str, Callable[[Planted], bool]] = {
    "digits exchanged": lambda one: one.is_transposed,
    "something else": lambda one: not one.is_transposed,
    "two others agree": lambda one: one.others < _MAJORITY,
    "three others or more": lambda one: one.others >= _MAJORITY,
}


def measure_planted(
    planter: Planter, folders: Sequence[Path], compare: Compare, lines: list[str], seed: int, most: int
) -> Metrics:
    """Share of changes found over all stories with gold under ``folders``, at most ``most`` a story; one line a change
    in ``lines``, and a table of kinds of changes printed."""
    judged: list[tuple[Planted, bool]] = []
    stories = sorted({path.parent.resolve() for folder in folders for path in folder.glob("*/story.yaml")})
    for folder in (folder for folder in stories if (folder / "gold.yaml").is_file()):
        with TemporaryDirectory(prefix="synoptic-bench-") as passing:
            target = Path(passing) / folder.name
            planted = planter.plant(folder, target, seed, most)
            if not planted:
                continue
            report = compare(load_story(target / "story.yaml"))
        judged += [(one, is_found(one, report, planter.kinds)) for one in planted]
    for one, found in judged:
        told = "found" if found else "MISSED"
        lines.append(f"{told} {one.story} {one.item} {one.outlet} {one.before} -> {one.number} in {one.words!r}")
    print(planter.metric)
    for name, belongs in _GROUPS.items():
        held = [found for one, found in judged if belongs(one)]
        print(f"  {name:<20}  {sum(held):>4} of {len(held):>4} found")
    recall = sum(found for _, found in judged) / len(judged) if judged else None
    return {planter.metric: len(judged), f"{planter.metric}_recall": recall}


def is_found(planted: Planted, report: Report, kinds: Collection[str] = FIGURE_KINDS) -> bool:
    """Whether a finding of one of the ``kinds`` has what was changed in its evidence."""
    version = next(version for version in report.versions if version.outlet == planted.outlet)
    place = version.text.find(planted.words)
    start = place + planted.words.index(planted.number)
    end = start + len(planted.number)
    return place >= 0 and any(
        evidence.version == version.id and evidence.start < end and start < evidence.end
        for finding in report.discrepancies
        if finding.kind in kinds
        for side in finding.sides
        for evidence in side.evidence
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Plants, compares, prints a table and writes the JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.planted", description=__doc__)
    parser.add_argument("--kind", nargs="*", choices=[*PLANTERS], default=["figure"], help="what is changed")
    parser.add_argument("--stories", type=Path, nargs="*", default=[OWN_STORIES], help="folders of stories with gold")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other changes")
    parser.add_argument("--most", type=int, default=4, help="changes a story")
    parser.add_argument("--json", type=Path, help="write the metrics here")
    parser.add_argument("--lines", type=Path, help="write one line a change here")
    parser.add_argument("--work", type=Path, help="keep store and embeddings here for the next run")
    given = parser.parse_args(arguments)
    lines: list[str] = []
    metrics: dict[str, float | None] = {}
    with comparing(given.work) as compare:
        for kind in given.kind:
            metrics |= measure_planted(PLANTERS[kind], given.stories, compare, lines, given.seed, given.most)
    show_metrics(metrics)
    write_metrics(metrics, given.json)
    if given.lines is not None:
        given.lines.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
