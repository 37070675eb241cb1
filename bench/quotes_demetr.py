"""DEMETR as quotes: a human reference against a translation, perturbed or not (the control)."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from flag.polarity import read_polarity
from flag.wording import changed_names, contrary_changes
from records.claim import Figure

__all__ = ["measure_demetr"]

_FILES = {
    "negation_recall_at_5": ("critical_id8_negation.jsonl.gz", 0.05),
    "number_recall_at_2": ("critical_id10_numbers_replaced.jsonl.gz", 0.02),
    "name_recall_at_5": ("critical_id9_ne_replaced.jsonl.gz", 0.05),
    "antonym_recall_at_5": ("critical_id7_antonym.jsonl.gz", 0.05),
}

_PUBLISHED = datetime(2020, 8, 1, tzinfo=UTC)
"""The day that dates without a year are read from, as in an article; any day does."""


def measure_demetr(data_dir: Path) -> dict[str, float]:
    """Share of the perturbed sentences found, at the threshold that flags at most 5 % (numbers: 2 %) of the controls.

    ``data_dir`` is the folder of the evaluation sets; a file that is not there gives no metric.
    """
    scores: dict[str, Callable[[str, str], float]] = {
        "negation_recall_at_5": _negation,
        "number_recall_at_2": _number,
        "name_recall_at_5": _name,
        "antonym_recall_at_5": _antonym,
    }
    found = {}
    for metric, (name, share) in _FILES.items():
        path = data_dir / "discrepancy_demetr" / name
        if path.is_file():
            rows = [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
            control = [scores[metric](row["eng_sent"], row["mt_sent"]) for row in rows]
            changed = [scores[metric](row["eng_sent"], row["pert_sent"]) for row in rows]
            found[metric] = _recall_at(control, changed, share)
    return found


def _recall_at(control: Sequence[float], changed: Sequence[float], share: float) -> float:
    allowed = sorted(control, reverse=True)[: int(share * len(control)) + 1]
    threshold = allowed[-1] if allowed else 0.0
    return sum(score > threshold for score in changed) / len(changed)


def _negation(a: str, b: str) -> float:
    """1.0 where one is negated and the other plain, less where words such as "fail" may answer for it."""
    one, other = read_polarity(a, "en"), read_polarity(b, "en")
    more, fewer = (one, other) if len(one.negations) > len(other.negations) else (other, one)
    extra = len(more.negations) - len(fewer.negations)
    return extra / (1.0 + 0.1 * len(fewer.implicit) + 0.5 * len(fewer.negations)) if extra else 0.0


def _number(a: str, b: str) -> float:
    """How many figures of one kind stand in each text only; a fraction or a century counts for half, as rounded."""
    from claims.figures import find_figures

    left, right = (Counter(map(_reading, find_figures(text, "en", _PUBLISHED))) for text in (a, b))
    lost, new = left - right, right - left
    kinds = Counter(kind for kind, _ in lost.elements()) & Counter(kind for kind, _ in new.elements())
    rounded = any(low.startswith("~") or ("." in low and len(low.split(".")[1]) > 2) for _, low in (lost + new))
    return sum(kinds.values()) * (0.5 if rounded else 1.0) + 0.1 * (len(lost) + len(new)) / (1 + len(left) + len(right))


def _reading(figure: Figure) -> tuple[str, str]:
    low, high = str(figure.low), str(figure.high)
    vague = figure.kind == "date" and low[:4] != high[:4]
    return figure.kind, f"~{low}" if vague else low


def _name(a: str, b: str) -> float:
    changes = changed_names(a, b)
    return max((change.score for change in changes), default=0.0)


def _antonym(a: str, b: str) -> float:
    return max((change.score for change in contrary_changes(a, b, "en")), default=0.0)
