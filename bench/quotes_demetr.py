"""DEMETR as quotes: a human reference against a translation, perturbed or not (the control).

The scores are those of ``flag.wording_pairs``, by which ``quote-altered`` flags; and the check itself, as the product
runs it, looks at every pair as two versions of one quote.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claims.figures import find_figures
from configs.pipeline import FlagSettings, load_pipeline
from flag.checks.quote_altered import check_quote_altered
from flag.evidence import gather_evidence
from flag.wording_pairs import ChangeKind, Wording, pair_changes
from records.claim import Claims, Figure, Quote
from records.statement import Utterance, UtteranceMember
from records.version import Version

__all__ = ["flags", "measure_demetr"]

_FILES: dict[str, tuple[str, float, ChangeKind]] = {
    "negation_recall_at_5": ("critical_id8_negation.jsonl.gz", 0.05, "negation"),
    "number_recall_at_2": ("critical_id10_numbers_replaced.jsonl.gz", 0.02, "number"),
    "name_recall_at_5": ("critical_id9_ne_replaced.jsonl.gz", 0.05, "name"),
    "antonym_recall_at_5": ("critical_id7_antonym.jsonl.gz", 0.05, "word"),
}
_PUBLISHED = datetime(2020, 8, 1, tzinfo=UTC)
"""The day that dates without a year are read from, as in an article; any day does."""
_ANY = FlagSettings(negation_score=0.0, number_score=0.0, name_score=0.0)


def measure_demetr(data_dir: Path) -> dict[str, float]:
    """Share of the perturbed sentences found, at the threshold that flags at most 5 % (numbers: 2 %) of the controls.

    ``altered_<kind>_found`` and ``altered_<kind>_controls`` are the shares that the check flags at its own thresholds.
    ``data_dir`` is the folder of the evaluation sets; a file that is not there gives no metric.
    """
    settings = load_pipeline().flag
    found: dict[str, float] = {}
    for metric, (name, share, kind) in _FILES.items():
        path = data_dir / "discrepancy_demetr" / name
        if not path.is_file():
            continue
        rows: list[dict[str, Any]] = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
        control = [_score(row["eng_sent"], row["mt_sent"], kind) for row in rows]
        changed = [_score(row["eng_sent"], row["pert_sent"], kind) for row in rows]
        found[metric] = _recall_at(control, changed, share)
        label = metric.split("_", 1)[0]
        for part, column in (("found", "pert_sent"), ("controls", "mt_sent")):
            flagged = [flags((row["eng_sent"], "en"), (row[column], "en"), settings) for row in rows]
            found[f"altered_{label}_{part}"] = sum(flagged) / len(rows)
    return found


def _score(a: str, b: str, kind: ChangeKind) -> float:
    changes = pair_changes(_wording(a), _wording(b), _ANY)
    return max((change.score for change in changes if change.kind == kind), default=0.0)


def _wording(text: str) -> Wording:
    return Wording(text, "en", tuple((figure, figure.text) for figure in _figures(text, "en")))


def _figures(text: str, language: str) -> tuple[Figure, ...]:
    return tuple(find_figures(text, language, _PUBLISHED))


def _recall_at(control: Sequence[float], changed: Sequence[float], share: float) -> float:
    allowed = sorted(control, reverse=True)[: int(share * len(control)) + 1]
    threshold = allowed[-1] if allowed else 0.0
    return sum(score > threshold for score in changed) / len(changed)


def flags(one: tuple[str, str], other: tuple[str, str], settings: FlagSettings) -> bool:
    """Whether ``quote-altered`` flags two texts, each with its language, as two versions of one quote."""
    versions, claims = [], []
    for name, (text, language) in zip(("a", "b"), (one, other), strict=True):
        versions.append(Version(name, name, f"https://{name}.example", language, _PUBLISHED, "h", text, ()))
        quote = Quote(0, len(text), text, "direct", id=f"{name}:q0", version=name)
        figures = tuple(_figures(text, language))
        claims.append(Claims(name, figures, (quote,)))
    utterance = Utterance("u0", (UtteranceMember("a", ("a:q0",)), UtteranceMember("b", ("b:q0",))))
    story = gather_evidence(versions, [], claims, [], [utterance], settings)
    return any(True for _ in check_quote_altered(story, story.utterances))
