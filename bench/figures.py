"""How well figures are read, in every language, on labelled sets, on translations and against two other readers.

usage: python -m bench.figures [--data DIR] [--json FILE] [--show LANG] [--sample N]
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Sequence
from pathlib import Path

from bench.figures_dates import measure_dates
from bench.figures_gold import measure_newsquant, measure_recognizers
from bench.figures_parallel import SETS, Lines, agreement, parallel_lines
from bench.figures_peers import measure_peers
from bench.figures_spoken import measure_cases, measure_misc, measure_spoken
from bench.metrics import show_metrics, write_metrics
from claims.figures import find_figures
from claims.grammar import figure_grammar
from configs.language.schema import language_codes

__all__ = ["main", "measure_speed"]

_SPEED_LINES = 4000


def main(arguments: Sequence[str] | None = None) -> dict[str, float | None]:
    """Measures everything that ``--data`` has, prints tables, writes ``--json``; returns the metrics."""
    options = _options(arguments)
    data, show, sample = options.data, options.show, options.sample
    metrics: dict[str, float | None] = {}
    recognizers, table = measure_recognizers(data, sample, show)
    metrics.update(recognizers)
    _show_table(table)
    dates = measure_dates(data, sample)
    metrics |= {name: dates.get(name) for name in ("date_recall_mean", "date_recall_alike_mean")}
    speed_lines: list[tuple[str, str]] = []
    for name in SETS:
        lines = parallel_lines(data, name)
        speed_lines += [(code, text) for code, texts in lines.items() for text in texts[:200]]
        metrics.update(_agreement(name, lines, sample, show))
    spoken = measure_spoken(data, show)
    _show_row("spoken", spoken)
    metrics["spoken_recall_mean"] = sum(spoken.values()) / len(spoken) if spoken else None
    metrics["spoken_recall_min"] = min(spoken.values(), default=None)
    metrics["cases_exact"] = measure_cases(data.parent / "figures-cases.yml", show)
    metrics.update(measure_misc(data))
    metrics.update(measure_newsquant(data))
    metrics["sentences_per_second"] = measure_speed(speed_lines) if speed_lines else None
    for code in language_codes():
        figure_grammar(code)
    metrics["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    metrics.update(measure_peers(data, sample, metrics["sentences_per_second"]))
    show_metrics(metrics)
    write_metrics(metrics, options.json)
    return metrics


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.figures")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--show", metavar="LANG", help="print what is missed in this language (or 'cases')")
    parser.add_argument("--sample", type=int, help="at most this many rows of a set, for quick runs")
    return parser.parse_args(arguments)


def _agreement(name: str, lines: Lines, sample: int | None, show: str | None) -> dict[str, float | None]:
    if not lines:
        print(f"{name}: not in the data, skipped")
        return _summary(f"agreement_{name}", {}) | _summary(f"agreement_{name}_strict", {})
    found = agreement(lines, sample, show)
    _show_row(name, found.figures)
    _show_row(f"{name}, nothing forgiven", found.strict)
    return _summary(f"agreement_{name}", found.figures) | _summary(f"agreement_{name}_strict", found.strict)


def _summary(name: str, shares: dict[str, float]) -> dict[str, float | None]:
    values = shares.values()
    return {
        f"{name}_mean": sum(values) / len(values) if values else None,
        f"{name}_min": min(values, default=None),
    }


def measure_speed(lines: Sequence[tuple[str, str]]) -> float:
    """Sentences a second on one core over mixed languages, the languages loaded before the clock starts."""
    mixed = [lines[at * 7919 % len(lines)] for at in range(_SPEED_LINES)]
    for code in {code for code, _ in mixed}:
        find_figures("1", code)
    began = time.process_time()
    for code, text in mixed:
        find_figures(text, code)
    return len(mixed) / (time.process_time() - began)


def _show_row(name: str, found: dict[str, float]) -> None:
    print(f"{name}: " + "  ".join(f"{code} {value:.3f}" for code, value in sorted(found.items(), key=lambda i: i[1])))


def _show_table(table: dict[tuple[str, str], float]) -> None:
    models = list(dict.fromkeys(model for _, model in table))
    print("language  " + "  ".join(f"{model:>14}" for model in models))
    for code in dict.fromkeys(code for code, _ in table):
        cells = (f"{table[code, model]:>14.3f}" if (code, model) in table else " " * 14 for model in models)
        print(f"{code:<8}  " + "  ".join(cells))


if __name__ == "__main__":
    main()
