"""How well discrepancies are found, over gold stories, real news of one event, and translations of one text.

usage: python -m bench.discrepancies [--data DIR] [--stories DIR ...] [--json FILE] [--only PART ...] [--sample N]
       [--work DIR] [--lines FILE]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from align.encoder import Encoder
from bench.gold import Outcome, load_gold, score_report
from bench.itn import measure_itn
from bench.metrics import Metrics, show_metrics, write_metrics
from bench.parallel import measure_meantime, measure_ntrex
from bench.reliability import brier, reliability_table
from bench.versions import Compare
from configs.story import load_story
from flows.compare import compare_story
from flows.workplace import open_workplace

__all__ = ["comparing", "main", "measure_stories"]

OWN_STORIES = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "stories"
UNSEEN_STORIES = OWN_STORIES.with_name("stories_unseen")
"""Written by somebody who did not know the code. Nothing is tuned with them in view: who does so moves the story to the
others first."""


def measure_stories(folders: Sequence[Path], compare: Compare, lines: list[str]) -> Metrics:
    """Recall, precision and agreements split over all stories with gold under ``folders``; prints a line a story."""
    total = Outcome()
    stories = sorted({path.parent.resolve() for folder in folders for path in folder.glob("*/story.yaml")})
    for folder in (folder for folder in stories if (folder / "gold.yaml").is_file()):
        story, begun = load_story(folder / "story.yaml"), time.perf_counter()
        one = score_report(compare(story), load_gold(folder / "gold.yaml"))
        print(
            f"{story.id}: found {one.found}/{one.planted}, extra {one.extra}, "
            f"agreements split {one.split}/{one.agreements}, {time.perf_counter() - begun:.1f} s"
        )
        lines += [f"{story.id} {line}" for line in one.lines]
        total.found += one.found
        total.planted += one.planted
        total.extra += one.extra
        total.split += one.split
        total.judged += one.judged
    print("\n".join(reliability_table(total.judged)))
    if not total.planted:
        return {"stories_recall": None, "stories_precision": None, "agreements_split": None, "confidence_brier": None}
    return {
        "stories_recall": total.found / total.planted,
        "stories_precision": total.found / max(total.found + total.extra, 1),
        "agreements_split": total.split,
        "confidence_brier": brier(total.judged),
    }


@contextmanager
def comparing(work: Path | None, encoder: Encoder | None = None) -> Iterator[Compare]:
    """Compares stories in the folder ``work``, whose store then keeps embeddings and translations, or a passing one."""
    with (
        TemporaryDirectory(prefix="synoptic-bench-") as passing,
        open_workplace(work or Path(passing), encoder=encoder) as place,
    ):
        yield lambda story: compare_story(story, place)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs what there is data for, prints a table and writes the JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.discrepancies", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="holds story_* and mt_ntrex")
    parser.add_argument("--stories", type=Path, nargs="*", default=[], help="folders of stories with gold.yaml")
    parser.add_argument(
        "--only", nargs="*", choices=["stories", "unseen", "itn", "ntrex", "meantime"], help="leave the rest out"
    )
    parser.add_argument("--sample", type=int, default=1000, help="documents of mt_ntrex and MEANTIME")
    parser.add_argument("--json", type=Path, help="write the metrics here")
    parser.add_argument("--work", type=Path, help="keep store and embeddings here for the next run")
    parser.add_argument("--lines", type=Path, help="write every miss, split, extra and alarm here")
    given = parser.parse_args(arguments)
    lines: list[str] = []
    metrics: dict[str, float | None] = {}
    with comparing(given.work) as compare:
        for name, measure in _parts(given, compare, lines).items():
            if given.only and name not in given.only:
                continue
            begun = time.perf_counter()
            found = measure()
            metrics |= found
            missing = ": its data is not there, skipped" if None in found.values() else ""
            print(f"{name}: {time.perf_counter() - begun:.0f} s{missing}")
    show_metrics(metrics)
    write_metrics(metrics, given.json)
    if given.lines is not None:
        given.lines.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _parts(given: argparse.Namespace, compare: Compare, lines: list[str]) -> Mapping[str, Callable[[], Metrics]]:
    return {
        "stories": lambda: measure_stories([OWN_STORIES, *given.stories], compare, lines),
        "unseen": lambda: _renamed(measure_stories([UNSEEN_STORIES], compare, lines)),
        "itn": lambda: measure_itn(given.data, compare, lines),
        "ntrex": lambda: measure_ntrex(given.data, compare, lines, given.sample),
        "meantime": lambda: measure_meantime(given.data, compare, lines, given.sample),
    }


def _renamed(metrics: Metrics) -> Metrics:
    return {f"unseen_{name.removeprefix('stories_')}": value for name, value in metrics.items()}


if __name__ == "__main__":
    main()
