"""What was compared and decided, as a folder that the Hugging Face library ``datasets`` loads: Parquet and a card."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from records.errors import InputError, UnavailableError
from report.dataset_card import card
from report.dataset_rows import (
    Row,
    discrepancy_rows,
    figure_rows,
    pair_rows,
    quote_rows,
    statement_rows,
    verdict_rows,
)
from report.inbox import Filters, ReviewStore
from report.index import index_report

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["CONFIGS", "SPLITS", "export_dataset", "split_of"]

SPLITS = {"train": 80, "validation": 90, "test": 100}
"""Each split's upper end in percent of stories."""
CONFIGS = ("statements", "pairs", "figures", "quotes", "discrepancies", "verdicts")
_SAID = {"version": "str", "outlet": "str", "language": "str", "text": "str", "english": "str"}
_SOURCE = {"story": "str", "version": "str", "outlet": "str", "url": "str", "language": "str", "published": "str"}
_EVIDENCE = {"version": "str", "outlet": "str", "language": "str", "text": "str", "sentence": "str"}
_FEATURES: Mapping[str, Mapping[str, Any]] = {
    "statements": {"story": "str", "statement": "str", "members": [_SAID]},
    "pairs": {"story": "str", "statement": "str", "left": _SAID, "right": _SAID, "discrepancies": ["str"]},
    "figures": {
        **_SOURCE,
        **{"sentence": "str", "start": "int", "end": "int", "text": "str", "kind": "str", "low": "str", "high": "str"},
        **{"unit": "str", "modifier": "str", "subject": "str", "claimant": "str"},
    },
    "quotes": {
        **_SOURCE,
        **{"context": "str", "text": "str", "english": "str", "mode": "str", "speaker": "str"},
        **{"speaker_id": "str", "cue": "str"},
    },
    "discrepancies": {
        **{"story": "str", "id": "str", "kind": "str", "severity": "str", "confidence": "float", "summary": "str"},
        **{"why": "str", "statement": "str", "outliers": ["str"]},
        **{"sides": [{"value": "str", "evidence": [_EVIDENCE]}], "state": "str"},
    },
    "verdicts": {
        **{"story": "str", "discrepancy": "str", "kind": "str", "number": "int", "state": "str", "reason": "str"},
        **{"note": "str", "by": "str", "at": "str"},
    },
}


def split_of(story: str) -> str:
    """The split of all rows of a story: by a digest of its id, so that it stays where it is as stories come."""
    percent = int(hashlib.sha256(story.encode()).hexdigest()[:8], 16) % 100
    return next(name for name, end in SPLITS.items() if percent < end)


def export_dataset(store: ReviewStore, folder: Path) -> dict[str, dict[str, int]]:
    """Writes the dataset of all stories into ``folder``; rows by config and split. Memory is that of one story.

    The folder appears whole or not at all.

    Raises:
        InputError: ``folder`` is there and holds something, or can't be made.
        UnavailableError: pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: F401 - looked for before anything is read
    except ModuleNotFoundError:
        raise UnavailableError(
            "export: pyarrow is not installed; run in Synoptic's folder: pip install -e '.[export]'"
        ) from None
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"--to: {str(folder)!r} is there and not empty; name a new folder.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as name:
            whole = Path(name) / "dataset"
            counts = _write_rows(store, whole)
            languages = sorted(store.inbox(Filters(state=None)).counts.get("language", {}))
            features = {config: _yaml_features(_FEATURES[config]) for config in CONFIGS}
            (whole / "README.md").write_text(card(counts, features, languages), encoding="utf-8")
            if folder.exists():
                folder.rmdir()
            whole.rename(folder)
    except OSError as error:
        raise InputError(f"--to: {str(folder)!r} can't be written ({error.strerror}); name another folder.") from None
    return counts


def _write_rows(store: ReviewStore, folder: Path) -> dict[str, dict[str, int]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    counts: dict[str, dict[str, int]] = {config: {} for config in CONFIGS}
    writers: dict[tuple[str, str], pq.ParquetWriter] = {}
    schemas = {config: pa.schema(list(_arrow(_FEATURES[config]))) for config in CONFIGS}
    names: dict[str, str] = {}
    try:
        for story in sorted(line.id for line in store.stories()):
            split = split_of(story)
            for config, rows in _story_rows(store, story, names):
                made = list(rows)
                if not made:
                    continue
                if (config, split) not in writers:
                    path = folder / "data" / config / f"{split}-00000-of-00001.parquet"
                    path.parent.mkdir(parents=True, exist_ok=True)
                    writers[config, split] = pq.ParquetWriter(path, schemas[config], compression="zstd")
                writers[config, split].write_table(pa.Table.from_pylist(made, schema=schemas[config]))
                counts[config][split] = counts[config].get(split, 0) + len(made)
    finally:
        for writer in writers.values():
            writer.close()
    folder.mkdir(exist_ok=True)
    return counts


def _story_rows(store: ReviewStore, story: str, names: dict[str, str]) -> Iterator[tuple[str, Iterator[Row]]]:
    report = store.report(story)
    if report is None:
        return
    index = index_report(report)
    keys = {found.id: store.key(story, found.id) for found in report.discrepancies}
    histories = {identity: history for identity, key in keys.items() if (history := store.history(key))}
    states = {identity: history[-1].state for identity, history in histories.items()}
    for history in histories.values():
        for verdict in history:
            names.setdefault(verdict.by, f"reviewer-{len(names) + 1}")
    yield "statements", statement_rows(index)
    yield "pairs", pair_rows(index, states)
    yield "figures", figure_rows(index)
    yield "quotes", quote_rows(index)
    yield "discrepancies", discrepancy_rows(index, states)
    yield "verdicts", verdict_rows(report, histories, names)


def _arrow(features: Mapping[str, Any]) -> Iterator[pa.Field]:
    import pyarrow as pa

    for name, kind in features.items():
        yield pa.field(name, _arrow_type(kind))


def _arrow_type(kind: Any) -> pa.DataType:
    import pyarrow as pa

    if isinstance(kind, list):
        return pa.list_(_arrow_type(kind[0]))
    if isinstance(kind, Mapping):
        return pa.struct(list(_arrow(kind)))
    return {"str": pa.string(), "int": pa.int64(), "float": pa.float64()}[kind]


_DTYPES = {"str": "string", "int": "int64", "float": "float64"}


def _yaml_features(features: Mapping[str, Any]) -> str:
    """The features as the card's front matter has them."""
    return str(yaml.safe_dump(_listed(features), sort_keys=False))


def _listed(features: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"name": name} | _feature(kind) for name, kind in features.items()]


def _feature(kind: Any) -> dict[str, Any]:
    if isinstance(kind, list):
        return {"list": _listed(kind[0]) if isinstance(kind[0], Mapping) else _DTYPES[kind[0]]}
    return {"struct": _listed(kind)} if isinstance(kind, Mapping) else {"dtype": _DTYPES[kind]}
