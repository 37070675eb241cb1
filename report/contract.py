"""``report.json``: everything a comparison found, in the shape that other programs read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from records.claim import Figure, Quote
from records.discrepancy import Contested, Discrepancy, Side
from records.report import Report
from records.span import Span
from records.statement import Statement
from records.translation import Translation
from records.version import Version
from report.model import SCHEMA, ContractReport
from report.order import by_severity
from report.values import json_value

__all__ = ["SCHEMA", "contract_json", "discrepancy_json", "parse_contract", "to_contract"]


def to_contract(report: Report) -> dict[str, Any]:
    """``report`` as plain JSON values, ``synoptic.report/1``.

    The same report gives the same bytes: versions, sentences, figures and quotes in reading order, discrepancies by
    severity, mappings by key. An English source has its own sentences as ``english``.
    """
    return {
        "schema": SCHEMA,
        "story": {"id": report.story_id, "title": report.title},
        "versions": [
            _version(v, t, report.copies.get(v.id)) for v, t in zip(report.versions, report.translations, strict=True)
        ],
        "statements": [_statement(s) for s in report.statements],
        "figures": [_figure(f) for claims in report.claims for f in claims.figures],
        "quotes": [_quote(q) for claims in report.claims for q in claims.quotes],
        "discrepancies": [discrepancy_json(d) for d in by_severity(report.discrepancies)],
        "contested": [_contested(c) for c in report.contested],
        "unusable": [{"outlet": u.outlet, "url": u.url, "stage": u.stage, "why": u.why} for u in report.unusable],
        "issues": [{"where": i.where, "what": i.what} for i in report.issues],
        "run": {
            "started": _time(report.run.started),
            "seconds": _sorted(report.run.seconds),
            "engines": _sorted(report.run.engines),
            "counts": _sorted(report.run.counts),
        },
    }


def contract_json(report: Report) -> bytes:
    """``report`` as the bytes of ``report.json``: UTF-8, two spaces of indent, a newline at the end."""
    text = json.dumps(to_contract(report), ensure_ascii=False, indent=2, allow_nan=False)
    # a lone surrogate has no UTF-8; its backslash escape happens to be JSON's own
    return text.encode("utf-8", "backslashreplace") + b"\n"


def parse_contract(raw: bytes | str | Mapping[str, Any]) -> ContractReport:
    """``raw`` checked against the contract: its fields, and that every id and offset leads somewhere.

    Raises:
        InputError: not JSON, or not this contract; names the field.
    """
    return ContractReport.read(raw)


def _version(version: Version, translation: Translation, copies_of: str | None) -> dict[str, Any]:
    return {
        "id": version.id,
        "outlet": version.outlet,
        "url": version.url,
        "language": version.language,
        "published": None if version.published is None else _time(version.published),
        "headline": version.headline,
        "text": version.text,
        "revision": version.revision,
        "sha256": version.sha256,
        "archive": version.archive,
        "first_read": None if version.first_read is None else _time(version.first_read),
        "authors": list(version.authors),
        "copies_of": copies_of,
        "translation": {"status": translation.status, "engine": translation.engine, "why": translation.why},
        "sentences": [
            {
                "id": s.id,
                "start": s.start,
                "end": s.end,
                "paragraph": s.paragraph,
                "english": version.sentence_text(s).strip()
                if translation.status == "source"
                else translation.english.get(s.id),
            }
            for s in version.sentences
        ],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    members = [{"version": m.version, "sentences": list(m.sentences), "score": m.score} for m in statement.members]
    return {"id": statement.id, "members": members}


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "version": figure.version,
        "sentence": figure.sentence,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "kind": figure.kind,
        "low": json_value(figure.low),
        "high": json_value(figure.high),
        "unit": figure.unit,
        "modifier": figure.modifier,
        "subject": figure.subject,
        "subject_span": _span(figure.subject_span),
        "claimant": figure.claimant,
        "claimant_id": figure.claimant_id,
        "step": None if figure.step is None else json_value(figure.step),
        "group": figure.group,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "version": quote.version,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "english": quote.english,
        "mode": quote.mode,
        "speaker": quote.speaker,
        "speaker_id": quote.speaker_id,
        "speaker_span": _span(quote.speaker_span),
        "cue": quote.cue,
        "cue_span": _span(quote.cue_span),
        "continues": quote.continues,
    }


def discrepancy_json(discrepancy: Discrepancy) -> dict[str, Any]:
    """One entry of ``discrepancies[]``."""
    return {
        "id": discrepancy.id,
        "kind": discrepancy.kind,
        "severity": discrepancy.severity,
        "confidence": discrepancy.confidence,
        "summary": discrepancy.summary,
        "why": discrepancy.why,
        "statement": discrepancy.statement,
        "outliers": list(discrepancy.outliers),
        "sides": [_side(side) for side in discrepancy.sides],
    }


def _contested(contested: Contested) -> dict[str, Any]:
    sides = [_side(side) for side in contested.sides]
    return {"summary": contested.summary, "statement": contested.statement, "sides": sides}


def _side(side: Side) -> dict[str, Any]:
    places = [{"version": e.version, "start": e.start, "end": e.end, "text": e.text} for e in side.evidence]
    return {"value": side.value, "evidence": places}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _time(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _sorted(mapping: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(mapping.items()))
