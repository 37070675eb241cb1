"""The rows of the dataset: what a report holds, each row readable by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from records.discrepancy import Discrepancy
from records.report import Report
from records.span import Span
from records.statement import Member
from report.inbox import Verdict
from report.index import Index

__all__ = ["Row", "discrepancy_rows", "figure_rows", "pair_rows", "quote_rows", "statement_rows", "verdict_rows"]

Row = dict[str, Any]


def statement_rows(index: Index) -> Iterator[Row]:
    """One row a statement, with its words in every version that says it."""
    for statement in index.report.statements:
        members = [_said(index, member) for member in statement.members]
        yield {"story": index.report.story_id, "statement": statement.id, "members": members}


def pair_rows(index: Index, states: Mapping[str, str]) -> Iterator[Row]:
    """One row for every two versions that say a statement: their words, and the kinds of discrepancy between them.

    ``states`` are reviewers' decisions by id of discrepancy; what they dismissed sets nobody apart.
    """
    found: dict[str | None, list[Discrepancy]] = {}
    for discrepancy in index.report.discrepancies:
        if states.get(discrepancy.id) != "dismissed":
            found.setdefault(discrepancy.statement, []).append(discrepancy)
    for statement in index.report.statements:
        for one, other in combinations(statement.members, 2):
            kinds = {d.kind for d in found.get(statement.id, ()) if _apart(d, one.version, other.version)}
            yield {
                "story": index.report.story_id,
                "statement": statement.id,
                "left": _said(index, one),
                "right": _said(index, other),
                "discrepancies": sorted(kinds),
            }


def figure_rows(index: Index) -> Iterator[Row]:
    """One row a figure, with its sentence; values are decimal or ISO 8601 text, so that nothing is rounded."""
    for claims in index.report.claims:
        for figure in claims.figures:
            sentence = index.sentences.get(figure.sentence)
            yield {
                **_source(index, figure.version),
                "sentence": _words(index, figure.version, Span(figure.start, figure.end)),
                "start": figure.start - (sentence.start if sentence else 0),
                "end": figure.end - (sentence.start if sentence else 0),
                "text": figure.text,
                "kind": figure.kind,
                "low": str(figure.low),
                "high": str(figure.high),
                "unit": figure.unit,
                "modifier": figure.modifier,
                "subject": figure.subject,
                "claimant": figure.claimant,
            }


def quote_rows(index: Index) -> Iterator[Row]:
    """One row a quote; ``speaker_id`` is one id for one person over the versions of a story."""
    for claims in index.report.claims:
        for quote in claims.quotes:
            yield {
                **_source(index, quote.version),
                "context": _words(index, quote.version, Span(quote.start, quote.end)),
                "text": quote.text,
                "english": quote.english,
                "mode": quote.mode,
                "speaker": quote.speaker,
                "speaker_id": quote.speaker_id,
                "cue": quote.cue,
            }


def discrepancy_rows(index: Index, states: Mapping[str, str]) -> Iterator[Row]:
    """One row a discrepancy, its sides with their evidence; ``state`` is what reviewers decided, or ``new``."""
    for found in index.report.discrepancies:
        yield {
            "story": index.report.story_id,
            "id": found.id,
            "kind": found.kind,
            "severity": found.severity,
            "confidence": found.confidence,
            "summary": found.summary,
            "why": found.why,
            "statement": found.statement,
            "outliers": list(found.outliers),
            "sides": [{"value": side.value, "evidence": _evidence(index, side.evidence)} for side in found.sides],
            "state": states.get(found.id, "new"),
        }


def verdict_rows(report: Report, histories: Mapping[str, Sequence[Verdict]], names: Mapping[str, str]) -> Iterator[Row]:
    """One row a decision, by id of discrepancy; ``names`` stand for the reviewers, who did not ask to be published."""
    kinds = {found.id: found.kind for found in report.discrepancies}
    for identity, history in histories.items():
        for number, verdict in enumerate(history, 1):
            yield {
                "story": report.story_id,
                "discrepancy": identity,
                "kind": kinds[identity],
                "number": number,
                "state": verdict.state,
                "reason": verdict.reason,
                "note": verdict.note,
                "by": names[verdict.by],
                "at": verdict.at.isoformat(),
            }


def _source(index: Index, version: str) -> Row:
    owner = index.labels[version].version
    return {
        "story": index.report.story_id,
        "version": version,
        "outlet": owner.outlet,
        "url": owner.url,
        "language": owner.language,
        "published": None if owner.published is None else owner.published.isoformat(),
    }


def _said(index: Index, member: Member) -> Row:
    owner = index.labels[member.version].version
    sentences = [index.sentences[s] for s in member.sentences if s in index.sentences]
    english = [index.english(member.version, s) for s in sentences]
    return {
        "version": member.version,
        "outlet": owner.outlet,
        "language": owner.language,
        "text": " ".join(owner.sentence_text(s).strip() for s in sentences),
        "english": " ".join(e for e in english if e) if english and all(english) else None,
    }


def _words(index: Index, version: str, span: Span) -> str:
    text = index.labels[version].version.text
    sentences = index.sentences_over(version, span)
    return text[sentences[0].start : sentences[-1].end].rstrip() if sentences else text[span.start : span.end]


def _evidence(index: Index, evidence: Iterable[Any]) -> list[Row]:
    return [
        {
            "version": one.version,
            "outlet": index.labels[one.version].version.outlet,
            "language": index.labels[one.version].version.language,
            "text": one.text,
            "sentence": _words(index, one.version, Span(one.start, one.end)),
        }
        for one in evidence
        if one.version in index.labels
    ]


def _apart(found: Discrepancy, one: str, other: str) -> bool:
    sides = [{*side.versions} for side in found.sides]
    return any(one in a and other in b for a in sides for b in sides if a is not b)
