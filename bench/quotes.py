"""``python -m bench.quotes``: quotes, speakers and names, on corpora that people marked and on our fixtures."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from bench.quotes_corpora import measure_polnear, measure_wikinews, read_rows
from bench.quotes_demetr import measure_demetr
from bench.quotes_fixtures import measure_fixtures
from bench.quotes_names import measure_names
from bench.quotes_refresd import measure_refresd
from bench.quotes_spans import Tally
from claims.quotes import find_quotes
from claims.quotes_words import Row, read_row

__all__ = ["main", "measure"]

Metrics = dict[str, float | None]
FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "quotes"


def measure(data: Path) -> Metrics:
    """Every metric of the ``quotes`` row of the contract; None where ``data`` lacks the set."""
    metrics: Metrics = {}
    metrics |= _wikinews(data / "quotes_de_wikinews")
    metrics |= _polnear(data / "quotes_en_polnear")
    metrics |= _fixtures()
    metrics |= _neighbours(data)
    metrics["sentences_per_second"] = _speed(data / "quotes_de_wikinews")
    return metrics


def _wikinews(folder: Path) -> Metrics:
    names = ("de_direct_exact_f1", "de_all_overlap_f1", "de_speaker_accuracy")
    if not folder.is_dir():
        return _skipped(folder, names)
    direct, both = measure_wikinews(folder)
    return dict(zip(names, (direct.f1, both.f1, direct.speaker), strict=True))


def _polnear(folder: Path) -> Metrics:
    names = ("polnear_direct_exact_f1", "polnear_all_overlap_f1", "polnear_speaker_accuracy")
    if not folder.is_dir():
        return _skipped(folder, names)
    marked, both = measure_polnear(folder)
    return dict(zip(names, (marked.f1, both.f1, both.speaker), strict=True))


def _skipped(folder: Path, names: tuple[str, ...]) -> Metrics:
    print(f"skipped: no {folder}")
    return dict.fromkeys(names)


def _fixtures() -> Metrics:
    total = Tally()
    for language, tally in measure_fixtures(FIXTURES):
        print(f"fixtures {language}: spans {tally.f1 or 0:.3f} speakers {tally.speaker or 0:.3f} of {tally.gold}")
        for part in ("hit", "found", "gold", "right", "judged"):
            setattr(total, part, getattr(total, part) + getattr(tally, part))
    return {"fixtures_span": total.f1, "fixtures_speaker": total.speaker}


def _neighbours(data: Path) -> Metrics:
    """Names across scripts and edited utterances, measured by their own modules."""
    metrics: Metrics = {}
    metrics |= measure_names()
    metrics |= measure_demetr(data)
    metrics |= measure_refresd(data)
    return metrics


def _speed(folder: Path) -> float | None:
    """Sentences a second of processor time, extraction alone; sentences as the extractor itself splits them."""
    if not folder.is_dir():
        return None
    texts = [row["text"] for _, row in zip(range(300), read_rows(folder), strict=False)]
    find_quotes(texts[0], "de")
    started = time.process_time()
    for text in texts:
        find_quotes(text, "de")
    seconds = time.process_time() - started
    return sum(_sentences(text) for text in texts) / seconds


def _sentences(text: str) -> int:
    from claims.cues_lexicon import load_lexicon

    lexicon = load_lexicon("de")
    row: Row = read_row(text, [], lexicon.pattern, lexicon.ends)
    return len(row.units)


def main() -> None:
    """Prints the table and writes the JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    metrics = measure(options.data)
    for name, value in metrics.items():
        print(f"{name:32} {'-' if value is None else f'{value:.4f}'}")
    if options.json is not None:
        options.json.write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
