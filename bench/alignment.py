"""How well sentences of two versions are matched, and how grouping grows with the number of versions.

usage: python -m bench.alignment [--data DIR] [--json FILE] [--documents N] [--versions N] [--only ...]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from align.encoder import load_encoder
from bench.aligners import RememberingEncoder
from bench.alignment_gold import measure_parice, measure_textberg
from bench.alignment_ntrex import measure_ntrex
from bench.grouping import SIZES, measure_grouping
from bench.metrics import Metrics, show_metrics, write_metrics
from bench.ntrex import read_documents
from configs.pipeline import load_pipeline

__all__ = ["main"]

_DOCUMENTS = 20
"""Of these, in 16 pairs of languages, 15,000 texts are embedded: some 20 minutes of one core. 80 documents take over an
hour."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs what there is data for, prints a table and writes the JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.alignment", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="holds mt_ntrex and align_*")
    parser.add_argument("--json", type=Path, help="write the metrics here")
    parser.add_argument("--documents", type=int, default=_DOCUMENTS, help="documents of mt_ntrex, evenly spaced")
    parser.add_argument("--versions", type=int, default=SIZES[-1], help="most versions to group")
    parser.add_argument("--only", nargs="*", choices=["ntrex", "textberg", "parice", "grouping"])
    given = parser.parse_args(arguments)
    settings = load_pipeline().align
    encoder = load_encoder(settings.encoder, settings.model)
    print(f"encoder {encoder.signature}")
    documents = read_documents(given.data)
    parts: Mapping[str, Callable[[], Metrics]] = {
        "textberg": lambda: measure_textberg(given.data, encoder, settings),
        "parice": lambda: measure_parice(given.data, encoder, settings),
        "grouping": lambda: measure_grouping(documents, RememberingEncoder(encoder), settings, given.versions),
        "ntrex": lambda: measure_ntrex(documents, RememberingEncoder(encoder), settings, given.documents),
    }
    metrics: dict[str, float | None] = {}
    for name, measure in parts.items():
        if given.only and name not in given.only:
            continue
        begun = time.perf_counter()
        found = measure()
        metrics |= found
        missing = ": its data is not there, skipped" if None in found.values() else ""
        print(f"{name}: {time.perf_counter() - begun:.0f} s{missing}", flush=True)
        write_metrics(metrics, given.json)
    show_metrics(metrics)


if __name__ == "__main__":
    main()
