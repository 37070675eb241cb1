"""How well and how fast versions are translated, and what the guard finds: ``python -m bench.translation``."""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import fmean

from bench.metrics import Metrics, show_metrics, write_metrics
from bench.translation_speed import measure_speed
from claims.figures import find_figures
from claims.names import name_likeness
from claims.quotes import find_quotes
from configs.language.schema import language_codes
from flag.checks.translation_fault import sentence_faults
from records.claim import Figure
from translate.firefox import FirefoxTranslator, open_model
from translate.places import FirefoxModel, find_firefox

__all__ = ["main", "measure_firefox", "measure_guard"]

# DEMETR's language names (Karpinska et al. 2022) that are in the data
_NAMES = {"chinese_simple": "zh", "czech": "cs", "french": "fr", "german": "de", "hindi": "hi", "italian": "it",
          "japanese": "ja", "polish": "pl", "russian": "ru", "spanish": "es"}  # fmt: skip


def _lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return file.read().splitlines()


@cache
def _english(text: str) -> tuple[Figure, ...]:
    return find_figures(text, "en")


def _persons(text: str, code: str) -> list[str]:
    return [quote.speaker for quote in find_quotes(text, code) if quote.speaker]


def measure_firefox(data: Path, sample: int | None, slow: int = 60) -> Metrics:
    """BLEU and chrF of the carried Portuguese model, and sentences a second beside the engines of the hub.

    ``slow``: sentences that the slow engines are given (``measure_speed``).
    """
    names = ("pt_bleu", "pt_chrf", "firefox_sentences_per_second", "marian_naive_sentences_per_second",
             "ctranslate2_sentences_per_second", "firefox_over_naive", "ctranslate2_over_naive",
             "two_cores_over_one")  # fmt: skip
    source, reference = data / "flores-test" / "pt.txt.gz", data / "flores-test" / "en.txt.gz"
    model = find_firefox("pt")
    if not source.is_file() or not reference.is_file() or model is None:
        print("flores-test pt or the Portuguese model is not there: skipped")
        return dict.fromkeys(names)
    texts, references = _lines(source)[:sample], _lines(reference)[:sample]
    _other_options(model, texts, references)
    scores = _scores(FirefoxTranslator(model, 1).translate(texts, "pt"), references)
    measured = {**scores, **measure_speed(texts, references, model, slow)}
    return {name: measured[name] for name in names}


def _other_options(model: FirefoxModel, texts: list[str], references: list[str]) -> None:
    """What the engine gives with lines as they are, and without its shortlist of words; it has no beams."""
    for name, variant in (("lines as they are", model), ("and no shortlist", replace(model, shortlist=None))):
        engine = open_model(variant)
        started = time.perf_counter()
        found = [engine.translate(text) for text in texts]
        rate = len(texts) / (time.perf_counter() - started)
        scores = {metric: value for metric, value in _scores(found, references).items() if value is not None}
        shown = ", ".join(f"{metric} {value:.2f}" for metric, value in scores.items())
        print(f"firefox, {name}: {shown or 'no scores'}, {rate:.1f} sentences a second")


def _scores(found: list[str], references: list[str]) -> Metrics:
    try:
        from sacrebleu.metrics.bleu import BLEU
        from sacrebleu.metrics.chrf import CHRF
    except ImportError:
        print("sacrebleu is not installed: no BLEU and chrF; run in Synoptic's folder: pip install -e '.[bench]'")
        return {"pt_bleu": None, "pt_chrf": None}
    bleu, chrf = BLEU(), CHRF()
    scores = bleu.corpus_score(found, [references]).score, chrf.corpus_score(found, [references]).score
    print(bleu.get_signature(), chrf.get_signature())
    return {"pt_bleu": scores[0], "pt_chrf": scores[1]}


def measure_guard(data: Path, sample: int | None) -> Metrics:
    """Share of human references that raise an alarm, and of DEMETR's changed numbers found (with the control's)."""
    alarms = list(_alarms(data / "flores-test", sample))
    path = data / "discrepancy_demetr" / "critical_id10_numbers_replaced.jsonl.gz"
    if not path.is_file():
        return {"guard_false_alarms_mean": fmean(alarms) if alarms else None, "guard_number_recall_at_2": None}
    rows = [json.loads(line) for line in _lines(path)]
    rows = [row for row in rows if row["lang_tag"] in _NAMES]
    shares = [fmean(_changed(row, key) for row in rows) for key in ("pert_sent", "mt_sent")]
    print(f"DEMETR numbers: {shares[0]:.3f} found, {shares[1]:.3f} of {len(rows)} controls raise an alarm")
    recall = shares[0] if shares[1] <= 0.02 else None
    return {"guard_false_alarms_mean": fmean(alarms) if alarms else None, "guard_number_recall_at_2": recall}


def _alarms(folder: Path, sample: int | None) -> Iterator[float]:
    if not (folder / "en.txt.gz").is_file():
        print("flores-test is not there: skipped")
        return
    english = _lines(folder / "en.txt.gz")[:sample]
    for path in sorted(folder.glob("??.txt.gz")):
        code = path.name[:2]
        if code == "en" or code not in language_codes():
            continue
        pairs = list(zip(_lines(path), english, strict=False))
        share = fmean(
            any(
                sentence_faults(
                    text, code, find_figures(text, code), 0, reference, _english, _persons(text, code), name_likeness
                )
            )
            for text, reference in pairs
        )
        print(f"guard, human references of {code}: {share:.2%} of {len(pairs)} sentences")
        yield share


def _changed(row: dict[str, str], key: str) -> bool:
    text, code = row["src_sent"], _NAMES[row["lang_tag"]]
    faults = sentence_faults(text, code, find_figures(text, code), 0, row[key], _english)
    return any(fault.what == "figure" for fault in faults)


def main() -> None:
    """Prints the table and writes the JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.translation", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--sample", type=int, help="only so many lines of each set")
    parser.add_argument("--slow", type=int, default=60, help="sentences for the slow engines; 0 for all")
    options = parser.parse_args()
    metrics: Metrics = {
        **measure_firefox(options.data, options.sample, options.slow),
        **measure_guard(options.data, options.sample),
    }
    show_metrics(metrics)
    write_metrics(metrics, options.json)


if __name__ == "__main__":
    main()
