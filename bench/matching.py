"""How well pages of one event are found together, across languages.

usage: python -m bench.matching [--data DIR] [--json FILE]

B-cubed F1 (Bagga and Baldwin 1998): for each page the precision and recall of its group against its event, the mean
over pages. ``story_meantime_4lang``: articles and their translations, an article is an event; no dates are given to the
matcher. ``story_itn_55lang``: one or two sentences of "In the news" with their time, as a feed would give them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from align.encoder import load_encoder
from configs.pipeline import load_pipeline
from match.background import load_background
from match.clusters import cluster_pages
from match.sketch import Embeds, Sketch, sketch_text

__all__ = ["bcubed", "main"]

Page = tuple[str, Sketch]


def bcubed(events: Sequence[str], groups: Sequence[Sequence[int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of ``groups`` (numbers of pages) against the event of each page."""
    sizes = Counter(events)
    precision = recall = 0.0
    for group in groups:
        inside = Counter(events[n] for n in group)
        for event, count in inside.items():
            precision += count * count / len(group)
            recall += count * count / sizes[event]
    precision, recall = precision / len(events), recall / len(events)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main(arguments: list[str] | None = None) -> None:
    """Prints the table and writes the metrics."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    settings = load_pipeline()
    encoder = load_encoder(settings.align.encoder, settings.align.model)
    background = load_background(encoder)
    sets = {
        "meantime_bcubed_f1": meantime_pages(options.data / "story_meantime_4lang", encoder),
        "itn_bcubed_f1": itn_pages(options.data / "story_itn_55lang" / "itn.jsonl.gz", encoder),
    }
    metrics: dict[str, float | None] = {}
    print(f"{'':22}{'pages':>7}{'events':>8}{'groups':>8}{'precision':>11}{'recall':>8}{'F1':>8}{'seconds':>9}")
    for name, pages in sets.items():
        if not pages:
            metrics[name] = None
            continue
        started = time.perf_counter()
        groups = cluster_pages([sketch for _, sketch in pages], settings.match, background)
        seconds = time.perf_counter() - started
        events = [event for event, _ in pages]
        precision, recall, f1 = bcubed(events, groups)
        metrics[name] = f1
        counts = f"{len(pages):>7}{len(set(events)):>8}{len(groups):>8}"
        print(f"{name:22}{counts}{precision:>11.3f}{recall:>8.3f}{f1:>8.3f}{seconds:>9.1f}")
    if options.json is not None:
        options.json.write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")


def meantime_pages(folder: Path, encoder: Embeds) -> list[Page]:
    """Every article in every language, its event the article's number."""
    pages = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        language = path.name.partition(".")[0]
        for row in _rows(path):
            sentences = [" ".join(sentence["tokens"]) for sentence in row["sents"][:5]]
            pages.append((str(row["doc"]), sketch_text(sentences, encoder, language=language)))
    if not pages:
        print(f"{folder}: not there, skipped")
    return pages


def itn_pages(path: Path, encoder: Embeds) -> list[Page]:
    """Every blurb; a text that an edition kept for days is there once, at its first time."""
    pages: dict[tuple[str, str, str], Page] = {}
    if not path.is_file():
        print(f"{path}: not there, skipped")
        return []
    for row in _rows(path):
        for blurb in sorted(row["blurbs"], key=lambda blurb: blurb["ts"]):
            when = datetime.fromtimestamp(blurb["ts"], UTC)
            key = (row["qid"], blurb["lang"], blurb["text"])
            if key not in pages:
                sketch = sketch_text([blurb["text"]], encoder, language=blurb["lang"], published=when)
                pages[key] = (row["qid"], sketch)
    return list(pages.values())


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


if __name__ == "__main__":
    main()
