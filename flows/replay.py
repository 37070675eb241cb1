"""Judges a run again with other thresholds: from its report and the vectors in the store, with no model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from align.copies import find_copies
from align.encoder import Rows
from align.statements import group_statements
from align.utterances import find_utterances
from claims.figures import find_figures
from claims.names import name_likeness
from configs.pipeline import PIPELINE_FILE, PipelineConfig, load_pipeline
from flag.contested import contested_figures
from flag.evidence import gather_evidence
from flag.figures import FigureJudgement
from flag.story import judge_story
from flows.judging import sure_enough
from records.discrepancy import Discrepancy
from records.errors import InputError
from records.report import Report
from records.version import revision_pairs
from report.read import read_report
from store.database import open_store
from store.embeddings import EmbeddingCache

__all__ = ["Replayed", "StoredRows", "replay", "replay_run"]

_NOT_JUDGED = frozenset({"silent-edit"})
"""Found by comparing revisions of a page, which a replay leaves as they are."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A report judged again, and what that changed, by discrepancy id."""

    report: Report
    gone: tuple[Discrepancy, ...]
    new: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class StoredRows:
    """Gives the vectors that a run kept; a text without one is an error, since no model is asked."""

    rows: EmbeddingCache
    signature: str

    def encode(self, texts: Sequence[str]) -> Rows:
        """Unit rows, one a text.

        Raises:
            InputError: a text was not embedded by that run.
        """
        known: Mapping[str, Rows] = self.rows.get_many(list(dict.fromkeys(texts)), self.signature)
        missing = [text for text in texts if text not in known]
        if missing:
            raise InputError(
                f"replay: {len(missing)} texts have no vector of {self.signature!r} in the store, the first is "
                f"{missing[0][:60]!r}; the texts are read otherwise now: run synoptic compare once."
            )
        return np.stack([known[text] for text in texts]) if texts else np.zeros((0, 1), dtype=np.float32)


def replay_run(run: Path, store: Path, config: Path | None = None) -> Replayed:
    """The run in the folder ``run`` judged again with the thresholds of ``config``; ``store`` is its SQLite file.

    Raises:
        InputError: no report or store there, or a vector is missing.
    """
    file = run / "report.json"
    if not file.is_file() or not store.is_file():
        missing = file if not file.is_file() else store
        raise InputError(f"{missing}: not there; name a folder that synoptic compare wrote, such as runs/<id>.")
    report = read_report(file.read_bytes())
    opened = open_store(store)
    try:
        rows = StoredRows(EmbeddingCache(opened), report.run.engines.get("encoder", ""))
        return replay(report, rows, load_pipeline(config or PIPELINE_FILE))
    finally:
        opened.close()


def replay(report: Report, rows: StoredRows, settings: PipelineConfig) -> Replayed:
    """``report`` judged again; versions, translations and claims are those of the run."""
    superseded = {earlier.id for earlier, _ in revision_pairs(report.versions)}
    versions = [version for version in report.versions if version.id not in superseded]
    claims = [claim for claim in report.claims if claim.version not in superseded]
    english = [one for one in report.translations if one.version not in superseded]
    copies = find_copies(versions, settings.align)
    statements = group_statements(versions, rows, settings.align)
    utterances = find_utterances(versions, claims, statements, rows, settings.align)
    evidence = gather_evidence(versions, english, claims, statements, utterances, settings.flag, copies, name_likeness)
    judgement = FigureJudgement(evidence, rows)
    found = judge_story(evidence, rows, lambda text: find_figures(text, "en"), judgement)
    judged = sure_enough(found, settings.flag)
    kept = tuple(one for one in report.discrepancies if one.kind in _NOT_JUDGED)
    before, after = ({d.id for d in some} for some in (report.discrepancies, (*judged, *kept)))
    return Replayed(
        replace(
            report,
            statements=statements,
            discrepancies=(*judged, *kept),
            copies=copies,
            contested=contested_figures(judgement),
        ),
        gone=tuple(d for d in report.discrepancies if d.id not in after),
        new=tuple(d for d in judged if d.id not in before),
    )
