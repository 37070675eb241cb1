"""REFreSD as quotes: an English and a French sentence that people judged to mean the same or not."""

from __future__ import annotations

import csv
from pathlib import Path

from bench.quotes_demetr import flags
from configs.pipeline import load_pipeline

__all__ = ["measure_refresd"]

_FILE = "REFreSD_sentence_labels.tsv"


def measure_refresd(data_dir: Path) -> dict[str, float]:
    """Shares of the pairs that ``quote-altered`` flags as two versions of one quote, by what people judged.

    A second look only: most of the pairs that differ leave something out or tell something else, and are no quotes.
    """
    path = data_dir / "divergence_refresd_en_fr" / _FILE
    if not path.is_file():
        return {}
    settings = load_pipeline().flag
    flagged: dict[str, list[bool]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) == 4 and not row[0].startswith("#"):
                label = row[0] if row[0] == "equivalent" else row[1].replace(" ", "_")
                flagged.setdefault(label, []).append(flags((row[2], "en"), (row[3], "fr"), settings))
    return {f"refresd_flagged_{label}": sum(found) / len(found) for label, found in sorted(flagged.items())}
