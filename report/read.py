"""``report.json`` back to records, so that a stored report is shown by the same templates as a fresh one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from records.claim import Claims, Figure, Quote
from records.discrepancy import Contested, Discrepancy, Evidence, Side
from records.report import Issue, Report, Run, Unusable
from records.span import Span
from records.statement import Member, Statement
from records.translation import Translation
from records.version import Sentence, Version
from report.model import (
    ContractDiscrepancy,
    ContractFigure,
    ContractQuote,
    ContractReport,
    ContractSide,
    ContractVersion,
    Pair,
)
from report.values import read_value

__all__ = ["read_report"]


def read_report(raw: bytes | str | Mapping[str, Any]) -> Report:
    """The report that ``raw``, a ``report.json``, was written from.

    Raises:
        InputError: as ``report.contract.parse_contract``.
    """
    contract = ContractReport.read(raw)
    figures = [_figure(f) for f in contract.figures]
    quotes = [_quote(q) for q in contract.quotes]
    return Report(
        story_id=contract.story.id,
        title=contract.story.title,
        versions=tuple(_version(v) for v in contract.versions),
        translations=tuple(_translation(v) for v in contract.versions),
        claims=tuple(
            Claims(
                v.id,
                tuple(f for f in figures if f.version == v.id),
                tuple(q for q in quotes if q.version == v.id),
            )
            for v in contract.versions
        ),
        statements=tuple(
            Statement(s.id, tuple(Member(m.version, tuple(m.sentences), m.score) for m in s.members))
            for s in contract.statements
        ),
        discrepancies=tuple(_discrepancy(d) for d in contract.discrepancies),
        unusable=tuple(Unusable(u.outlet, u.url, u.stage, u.why) for u in contract.unusable),
        issues=tuple(Issue(i.where, i.what) for i in contract.issues),
        run=Run(contract.run.started, contract.run.seconds, contract.run.engines, contract.run.counts),
        copies={v.id: v.copies_of for v in contract.versions if v.copies_of is not None},
        contested=tuple(Contested(c.summary, c.statement, _sides(c.sides)) for c in contract.contested),
    )


def _version(v: ContractVersion) -> Version:
    return Version(
        id=v.id,
        outlet=v.outlet,
        url=v.url,
        language=v.language,
        published=v.published,
        headline=v.headline,
        text=v.text,
        sentences=tuple(Sentence(s.id, s.start, s.end, s.paragraph) for s in v.sentences),
        revision=v.revision,
        archive=v.archive,
        authors=tuple(v.authors),
        first_read=v.first_read,
    )


def _translation(v: ContractVersion) -> Translation:
    given = v.translation
    english = {s.id: s.english for s in v.sentences if s.english is not None and given.status == "translated"}
    return Translation(v.id, given.status, given.engine, given.why, english)


def _figure(f: ContractFigure) -> Figure:
    step = None if f.step is None else read_value(f.step)
    return Figure(
        start=f.start,
        end=f.end,
        text=f.text,
        kind=f.kind,
        low=read_value(f.low, f.kind),
        high=read_value(f.high, f.kind),
        unit=f.unit,
        modifier=f.modifier,
        subject=f.subject,
        subject_span=_span(f.subject_span),
        claimant=f.claimant,
        claimant_id=f.claimant_id,
        step=step if isinstance(step, Decimal) else None,
        group=f.group,
        id=f.id,
        version=f.version,
        sentence=f.sentence,
    )


def _quote(q: ContractQuote) -> Quote:
    return Quote(
        start=q.start,
        end=q.end,
        text=q.text,
        mode=q.mode,
        speaker=q.speaker,
        speaker_span=_span(q.speaker_span),
        speaker_id=q.speaker_id,
        cue=q.cue,
        cue_span=_span(q.cue_span),
        english=q.english,
        continues=q.continues,
        id=q.id,
        version=q.version,
    )


def _discrepancy(d: ContractDiscrepancy) -> Discrepancy:
    return Discrepancy(
        id=d.id,
        kind=d.kind,
        severity=d.severity,
        confidence=d.confidence,
        summary=d.summary,
        statement=d.statement,
        outliers=tuple(d.outliers),
        sides=_sides(d.sides),
        why=d.why,
    )


def _sides(sides: Iterable[ContractSide]) -> tuple[Side, ...]:
    return tuple(Side(s.value, tuple(Evidence(e.version, e.start, e.end, e.text) for e in s.evidence)) for s in sides)


def _span(pair: Pair | None) -> Span | None:
    return None if pair is None else Span(*pair)
