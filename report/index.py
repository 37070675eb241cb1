"""A report with its parts by id: what everything that makes views looks things up in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from records.claim import Figure, Quote
from records.discrepancy import Discrepancy
from records.report import Report
from records.span import Span
from records.statement import Statement
from records.translation import Translation
from records.version import Sentence, Version

__all__ = ["Index", "VersionLabel", "index_report", "label_versions"]


@dataclass(frozen=True, slots=True)
class VersionLabel:
    """How a version is called on the page: its outlet, with the revision where an outlet has several."""

    version: Version
    translation: Translation
    name: str
    number: int
    revised: bool = False
    """Whether its page had other texts as well: then it matters when this one was read."""


@dataclass(frozen=True, slots=True)
class Index:
    """A report with its parts by id, built once and passed to everything that makes views."""

    report: Report
    labels: Mapping[str, VersionLabel]
    sentences: Mapping[str, Sentence]
    figures: Mapping[str, tuple[Figure, ...]]
    quotes: Mapping[str, tuple[Quote, ...]]
    statements: Mapping[str, Statement]
    statement_of: Mapping[str, str]

    def english(self, version: str, sentence: Sentence) -> str | None:
        """The machine's English of ``sentence``; None when there is none, or the text is English already."""
        return self.labels[version].translation.english.get(sentence.id)

    def sentences_over(self, version: str, span: Span) -> tuple[Sentence, ...]:
        """The sentences of ``version`` that ``span`` touches, in order."""
        return tuple(s for s in self.labels[version].version.sentences if s.span.overlaps(span))

    def figure_at(self, version: str, span: Span) -> Figure | None:
        """The figure of ``version`` that shares most with ``span``."""
        near = [f for f in self.figures.get(version, ()) if f.span.overlaps(span)]
        return max(near, key=lambda f: min(f.end, span.end) - max(f.start, span.start), default=None)

    def quote_at(self, version: str, span: Span) -> Quote | None:
        """The quote of ``version`` that shares most with ``span``."""
        near = [q for q in self.quotes.get(version, ()) if q.span.overlaps(span)]
        return max(near, key=lambda q: min(q.end, span.end) - max(q.start, span.start), default=None)

    def published(self, version: str) -> datetime | None:
        """When ``version`` was published, as far as known."""
        return self.labels[version].version.published

    def discrepancies_in(self, version: str) -> tuple[Discrepancy, ...]:
        """The discrepancies with evidence in ``version``."""
        return tuple(d for d in self.report.discrepancies if any(version in side.versions for side in d.sides))


def index_report(report: Report) -> Index:
    """The parts of ``report`` by id."""
    return Index(
        report=report,
        labels=label_versions(report),
        sentences={s.id: s for v in report.versions for s in v.sentences},
        figures={c.version: c.figures for c in report.claims},
        quotes={c.version: c.quotes for c in report.claims},
        statements={s.id: s for s in report.statements},
        statement_of={i: s.id for s in report.statements for m in s.members for i in m.sentences},
    )


def label_versions(report: Report) -> dict[str, VersionLabel]:
    """Each version's label, by its id, in the order of the report."""
    names, texts = _names(report.versions), Counter(v.url for v in report.versions)
    return {
        version.id: VersionLabel(version, translation, name, number, texts[version.url] > 1)
        for number, (version, translation, name) in enumerate(
            zip(report.versions, report.translations, names, strict=True), 1
        )
    }


def _names(versions: tuple[Version, ...]) -> list[str]:
    """The outlet; with the revision where a page has several; with a number where an outlet has several pages."""
    outlets = Counter(v.outlet for v in versions)
    revised = [v.outlet if outlets[v.outlet] == 1 else f"{v.outlet} (rev. {v.revision})" for v in versions]
    twice = Counter(revised)
    return [name if twice[name] == 1 else f"{name} #{number}" for number, name in enumerate(revised, 1)]
