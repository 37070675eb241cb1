"""How many changed figures are found: in gold stories the digits of agreed figures are changed in one outlet's text.

usage: python -m bench.planted [--stories DIR ...] [--seed N] [--most N] [--json FILE] [--lines FILE] [--work DIR]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.discrepancies import OWN_STORIES, comparing
from bench.gold import FIGURE_KINDS
from bench.metrics import Metrics, show_metrics, write_metrics
from bench.planting import Planted, plant_figures
from bench.versions import Compare
from configs.story import load_story
from records.report import Report

__all__ = ["is_found", "main", "measure_planted"]

_MAJORITY = 3
"""Other outlets from which those who agree can't be taken for the ones that erred."""
_GROUPS: dict[str, Callable[[Planted], bool]] = {
    "digits exchanged": lambda one: one.is_transposed,
    "another number": lambda one: not one.is_transposed,
    "two others agree": lambda one: one.others < _MAJORITY,
    "three others or more": lambda one: one.others >= _MAJORITY,
}


def measure_planted(folders: Sequence[Path], compare: Compare, lines: list[str], seed: int, most: int) -> Metrics:
    """Share of changed figures found over all stories with gold under ``folders``, at most ``most`` a story; one line a
    change in ``lines``, and a table of kinds of changes printed."""
    judged: list[tuple[Planted, bool]] = []
    stories = sorted({path.parent.resolve() for folder in folders for path in folder.glob("*/story.yaml")})
    for folder in (folder for folder in stories if (folder / "gold.yaml").is_file()):
        with TemporaryDirectory(prefix="synoptic-bench-") as passing:
            target = Path(passing) / folder.name
            planted = plant_figures(folder, target, seed, most)
            if not planted:
                continue
            report = compare(load_story(target / "story.yaml"))
        judged += [(one, is_found(one, report)) for one in planted]
    for one, found in judged:
        told = "found" if found else "MISSED"
        lines.append(f"{told} {one.story} {one.item} {one.outlet} {one.before} -> {one.number} in {one.words!r}")
    for name, belongs in _GROUPS.items():
        held = [found for one, found in judged if belongs(one)]
        print(f"{name:<20}  {sum(held):>4} of {len(held):>4} found")
    recall = sum(found for _, found in judged) / len(judged) if judged else None
    return {"planted_figures": len(judged), "planted_figures_recall": recall}


def is_found(planted: Planted, report: Report) -> bool:
    """Whether a finding about figures has the changed number in its evidence."""
    version = next(version for version in report.versions if version.outlet == planted.outlet)
    place = version.text.find(planted.words)
    start = place + planted.words.index(planted.number)
    end = start + len(planted.number)
    return place >= 0 and any(
        evidence.version == version.id and evidence.start < end and start < evidence.end
        for finding in report.discrepancies
        if finding.kind in FIGURE_KINDS
        for side in finding.sides
        for evidence in side.evidence
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Plants, compares, prints a table and writes the JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.planted", description=__doc__)
    parser.add_argument("--stories", type=Path, nargs="*", default=[OWN_STORIES], help="folders of stories with gold")
    parser.add_argument("--seed", type=int, default=1, help="another seed changes other figures")
    parser.add_argument("--most", type=int, default=4, help="changes a story")
    parser.add_argument("--json", type=Path, help="write the metrics here")
    parser.add_argument("--lines", type=Path, help="write one line a change here")
    parser.add_argument("--work", type=Path, help="keep store and embeddings here for the next run")
    given = parser.parse_args(arguments)
    lines: list[str] = []
    with comparing(given.work) as compare:
        metrics = measure_planted(given.stories, compare, lines, given.seed, given.most)
    show_metrics(metrics)
    write_metrics(metrics, given.json)
    if given.lines is not None:
        given.lines.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
