"""``python -m bench.utterances``: how each threshold of the utterances fares alone, over the gold stories' quotes.

A gold item of the family "quote" says with which words every outlet gives one utterance. Two of its outlets are joined
when quotes there are one utterance; quotes of two items in two outlets must stay two. Each threshold of
``align.utterances`` in ``configs/pipeline.yml`` is moved alone, the others as they are; the parts of an utterance are
judged by the findings of the whole path (found, extra, agreements split).

usage: python -m bench.utterances --work DIR [--stories DIR ...] [--only THRESHOLD ...] [--findings]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from align.utterances import find_utterances
from bench.discrepancies import OWN_STORIES
from bench.gold import Gold, load_gold, score_report
from configs.pipeline import PipelineConfig, UtteranceSettings
from configs.story import load_story
from flows.compare import compare_story
from flows.replay import StoredRows, replay
from flows.workplace import open_workplace
from records.report import Report
from records.statement import Utterance
from store.embeddings import EmbeddingCache

__all__ = ["Joined", "Sample", "count_joined", "main", "moved"]

STEPS = (0.5, 0.75, 1.25, 1.5)
"""By what each threshold is multiplied, one after another."""


@dataclass(slots=True)
class Joined:
    """Pairs of outlets of one item that are one utterance, of all; quotes of two items that are one, of all."""

    right: int = 0
    pairs: int = 0
    wrong: int = 0
    apart: int = 0

    def __str__(self) -> str:
        return f"joined {self.right}/{self.pairs}, wrongly {self.wrong}/{self.apart}"


@dataclass(frozen=True, slots=True)
class Sample:
    """A story that was compared, with what its gold says and the vectors that the run kept."""

    report: Report
    gold: Gold
    rows: StoredRows


def count_joined(samples: Sequence[Sample], settings: PipelineConfig) -> Joined:
    """What ``settings`` join, over all samples."""
    total = Joined()
    for sample in samples:
        report = sample.report
        utterances = find_utterances(report.versions, report.claims, report.statements, sample.rows, settings.align)
        _count(report, sample.gold, utterances, total)
    return total


def _count(report: Report, gold: Gold, utterances: Sequence[Utterance], total: Joined) -> None:
    home = {quote: u.id for u in utterances for member in u.members for quote in member.quotes}
    items = list(_items(report, gold))
    for quotes in items:
        for one, other in combinations(sorted(quotes), 2):
            total.pairs += 1
            total.right += bool(_homes(quotes[one], home) & _homes(quotes[other], home))
    for first, second in combinations(items, 2):
        if any(first[v] & second[v] for v in first.keys() & second.keys()):
            continue  # two parts of what one outlet gives in one quote
        for one, other in ((a, b) for a in first for b in second if a != b):
            total.apart += 1
            total.wrong += bool(_homes(first[one], home) & _homes(second[other], home))


def _homes(quotes: frozenset[str], home: dict[str, str]) -> set[str]:
    return {home[quote] for quote in quotes if quote in home}


def _items(report: Report, gold: Gold) -> Iterator[dict[str, frozenset[str]]]:
    """For each gold item about a quote: version to the ids of the quotes that hold its words, or that these go on."""
    quotes_of = {claim.version: claim.quotes for claim in report.claims}
    first = {q.id: q.continues for claim in report.claims for q in claim.quotes if q.continues is not None}
    texts = {version.id: version.text for version in report.versions}
    for item in gold.items:
        if item.family != "quote":
            continue
        places: dict[str, frozenset[str]] = {}
        for version, words in item.evidence.items():
            start = texts.get(version, "").find(words)
            if start >= 0:
                held = {q.id for q in quotes_of[version] if q.start < start + len(words) and start < q.end}
                while more := {first[q] for q in held if q in first} - held:
                    held |= more
                if held:
                    places[version] = frozenset(held)
        if len(places) > 1:
            yield places


def moved(settings: PipelineConfig, name: str, value: float) -> PipelineConfig:
    """``settings`` with one threshold of the utterances changed."""
    utterances = settings.align.utterances.model_copy(update={name: value})
    return settings.model_copy(update={"align": settings.align.model_copy(update={"utterances": utterances})})


def _findings(samples: Sequence[Sample], settings: PipelineConfig) -> str:
    found = extra = split = 0
    for sample in samples:
        outcome = score_report(replay(sample.report, sample.rows, settings).report, sample.gold)
        found, extra, split = found + outcome.found, extra + outcome.extra, split + outcome.split
    return f"found {found}, extra {extra}, split {split}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a line for every value of every threshold."""
    parser = argparse.ArgumentParser(prog="python -m bench.utterances", description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="keeps store and embeddings for the next run")
    parser.add_argument("--stories", type=Path, nargs="*", default=[], help="further folders of stories with gold.yaml")
    parser.add_argument("--only", nargs="*", choices=sorted(UtteranceSettings.model_fields), help="these thresholds")
    parser.add_argument("--findings", action="store_true", help="judge the findings of the whole path as well")
    given = parser.parse_args(arguments)
    folders = sorted({p.parent.resolve() for f in [OWN_STORIES, *given.stories] for p in f.glob("*/story.yaml")})
    with open_workplace(given.work) as place:
        cache = EmbeddingCache(place.store)
        samples = [
            Sample(report, load_gold(folder / "gold.yaml"), StoredRows(cache, place.encoder.signature))
            for folder in folders
            if (folder / "gold.yaml").is_file()
            for report in [compare_story(load_story(folder / "story.yaml"), place)]
        ]
        print(f"as set: {_line(samples, place.settings, given.findings)}", flush=True)
        for name in given.only or UtteranceSettings.model_fields:
            value = getattr(place.settings.align.utterances, name)
            for step in STEPS:
                tried = type(value)(round(value * step, 3))
                line = _line(samples, moved(place.settings, name, tried), given.findings)
                print(f"{name} {value} -> {tried}: {line}", flush=True)


def _line(samples: Sequence[Sample], settings: PipelineConfig, findings: bool) -> str:
    joined = count_joined(samples, settings)
    return f"{joined}, {_findings(samples, settings)}" if findings else str(joined)


if __name__ == "__main__":
    main()
