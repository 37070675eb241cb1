"""How well pages of one event are found together, across languages.

usage: python -m bench.matching [--data DIR] [--json FILE]

B-cubed F1 (Bagga and Baldwin 1998): for each page the precision and recall of its group against its event, the mean
over pages. ``story_meantime_4lang``: articles and their translations, an article is an event; no dates are given to the
matcher. ``story_itn_55lang``: one or two sentences of "In the news" with their time, as a feed would give them. There
one text stands under every article that it links, 215 of 1,986 under several; one text cannot be of two events, so
that two pages are of one event where they share an article (Amigo et al. 2009, without counting how many they share).
``strict`` is the same with a page for each article that a text stands under: no matcher can reach 1 there. ``linked``
takes pages for one event also where some text links an article of each: one blurb on an election links the election,
another the winner, a third both. It says how much of what is missing is a matter of what the labels call one event.
``whole`` is the F1 not of the matcher but of a grouping that puts together whatever texts link together, however far.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from align.encoder import load_encoder
from configs.pipeline import load_pipeline
from match.background import load_background
from match.clusters import cluster_pages
from match.sketch import Embeds, Sketch, sketch_text

__all__ = ["bcubed", "linked_events", "linked_groups", "main"]

Page = tuple[frozenset[str], Sketch]


def bcubed(events: Sequence[frozenset[str]], groups: Sequence[Sequence[int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of ``groups`` (numbers of pages); pages are of one event where their events meet."""
    names = {name: n for n, name in enumerate(sorted(frozenset().union(*events)))}
    told = np.zeros((len(events), len(names)), dtype=np.float32)
    for page, own in enumerate(events):
        told[page, [names[name] for name in own]] = 1.0
    group_of = np.zeros(len(events), dtype=np.int64)
    for number, group in enumerate(groups):
        group_of[list(group)] = number
    same, together = told @ told.T > 0, group_of[:, None] == group_of[None, :]
    both = (same & together).sum(axis=1)
    precision, recall = float((both / together.sum(axis=1)).mean()), float((both / same.sum(axis=1)).mean())
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
    print(
        f"{'':22}{'pages':>7}{'events':>8}{'groups':>8}{'precision':>11}{'recall':>8}{'F1':>8}{'strict':>8}{'linked':>8}{'whole':>8}{'seconds':>9}"
    )
    for name, pages in sets.items():
        if not pages:
            metrics[name] = None
            continue
        started = time.perf_counter()
        groups = cluster_pages([sketch for _, sketch in pages], settings.match, background)
        seconds = time.perf_counter() - started
        events = [event for event, _ in pages]
        precision, recall, f1 = bcubed(events, groups)
        strict = bcubed(*_apart(events, groups))[2]
        linked = bcubed(linked_events(events), groups)[2]
        whole = bcubed(events, linked_groups(events))[2]
        metrics[name], metrics[name.replace("_f1", "_strict_f1")] = f1, strict
        metrics[name.replace("_f1", "_linked_f1")], metrics[name.replace("_f1", "_whole_f1")] = linked, whole
        counts = f"{len(pages):>7}{len(frozenset().union(*events)):>8}{len(groups):>8}"
        print(
            f"{name:22}{counts}{precision:>11.3f}{recall:>8.3f}{f1:>8.3f}{strict:>8.3f}{linked:>8.3f}{whole:>8.3f}{seconds:>9.1f}"
        )
    if options.json is not None:
        options.json.write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")


def linked_events(events: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """For each page the pairs of articles by which it meets others: each of its own with those a text links to it."""
    beside: dict[str, set[str]] = {}
    for event in events:
        for article in event:
            beside.setdefault(article, set()).update(event)
    return [
        frozenset(" ".join(sorted((article, other))) for article in event for other in beside[article])
        for event in events
    ]


def linked_groups(events: Sequence[frozenset[str]]) -> list[list[int]]:
    """The pages that share an article, with those that share one with these, and so on: groups of their numbers."""
    groups: dict[str, list[int]] = {}  # each article's group, one list for all of its articles
    for page, event in enumerate(events):
        joined = sorted({page}.union(*(groups.get(article, ()) for article in event)))
        articles = event.union(*(events[one] for one in joined))
        groups.update(dict.fromkeys(articles, joined))
    return [list(group) for group in {tuple(group) for group in groups.values()}]


def _apart(
    events: Sequence[frozenset[str]], groups: Sequence[Sequence[int]]
) -> tuple[list[frozenset[str]], list[list[int]]]:
    """A page for each event of each page, in the group of that page."""
    single: list[frozenset[str]] = []
    apart = []
    for group in groups:
        begin = len(single)
        single += [frozenset([event]) for page in group for event in sorted(events[page])]
        apart.append(list(range(begin, len(single))))
    return single, apart


def meantime_pages(folder: Path, encoder: Embeds) -> list[Page]:
    """Every article in every language, its event the article's number."""
    pages = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        language = path.name.partition(".")[0]
        for row in _rows(path):
            sentences = [" ".join(sentence["tokens"]) for sentence in row["sents"][:5]]
            pages.append((frozenset([str(row["doc"])]), sketch_text(sentences, encoder, language=language)))
    if not pages:
        print(f"{folder}: not there, skipped")
    return pages


def itn_pages(path: Path, encoder: Embeds) -> list[Page]:
    """Every text of every language once, at the first time that it was seen, with the articles that it stands under."""
    if not path.is_file():
        print(f"{path}: not there, skipped")
        return []
    articles: dict[tuple[str, str], set[str]] = {}
    first: dict[tuple[str, str], float] = {}
    for row in _rows(path):
        for blurb in row["blurbs"]:
            key = (blurb["lang"], blurb["text"])
            articles.setdefault(key, set()).add(row["qid"])
            first[key] = min(first.get(key, blurb["ts"]), blurb["ts"])
    return [
        (
            frozenset(found),
            sketch_text([text], encoder, language=lang, published=datetime.fromtimestamp(first[lang, text], UTC)),
        )
        for (lang, text), found in articles.items()
    ]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


if __name__ == "__main__":
    main()
