"""Who says what: statements down, versions across."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from records.discrepancy import Discrepancy
from records.span import Span
from records.statement import Statement
from records.version import revision_pairs
from report.index import Index, VersionLabel
from report.links import anchor
from report.order import by_severity

__all__ = ["Cell", "Matrix", "Row", "view_matrix"]

CellState = Literal["says", "differs", "split", "silent"]
"""``differs``: an outlier of a discrepancy; ``split``: on one side of one that has no majority, or that is a change."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One version on one statement. ``href`` leads to its sentence; ``words`` are that sentence."""

    label: VersionLabel
    state: CellState
    href: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One statement: its words in English where anybody has them, and the discrepancies that it holds."""

    statement: Statement
    words: str
    lang: str
    is_machine: bool
    cells: tuple[Cell, ...]
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``differing`` rows hold a discrepancy, the gravest first; ``agreeing`` rows hold none, most told first."""

    labels: tuple[VersionLabel, ...]
    differing: tuple[Row, ...]
    agreeing: tuple[Row, ...]


def view_matrix(index: Index) -> Matrix:
    """The matrix of all statements of a report."""
    found: dict[str, list[Discrepancy]] = {}
    for discrepancy in by_severity(index.report.discrepancies):
        if discrepancy.statement is not None:
            found.setdefault(discrepancy.statement, []).append(discrepancy)
    stated = {member.version for statement in index.report.statements for member in statement.members}
    superseded = {earlier.id for earlier, _ in revision_pairs(index.report.versions)} - stated
    labels = tuple(label for id, label in index.labels.items() if id not in superseded)
    rows = {s.id: _row(index, labels, s, tuple(found.get(s.id, ()))) for s in index.report.statements}
    agreeing = [row for row in rows.values() if not row.discrepancies]
    return Matrix(
        labels=labels,
        differing=tuple(rows[i] for i in found if i in rows),
        agreeing=tuple(sorted(agreeing, key=lambda row: -len(row.statement.members))),
    )


def _row(
    index: Index, labels: tuple[VersionLabel, ...], statement: Statement, discrepancies: tuple[Discrepancy, ...]
) -> Row:
    words, lang, is_machine = _words(index, statement)
    return Row(
        statement=statement,
        words=words,
        lang=lang,
        is_machine=is_machine,
        cells=tuple(_cell(index, statement, label, discrepancies) for label in labels),
        discrepancies=discrepancies,
    )


def _words(index: Index, statement: Statement) -> tuple[str, str, bool]:
    """A member's sentence to stand for all: an English source, else a translation, else the first original."""
    members = statement.members
    for member in members:
        if index.labels[member.version].translation.status == "source":
            return _text(index, member.version, member.sentences), index.labels[member.version].version.language, False
    for member in members:
        english = [index.english(member.version, index.sentences[s]) for s in member.sentences if s in index.sentences]
        if english and all(english):
            return " ".join(e for e in english if e), "en", True
    if not members:
        return "", "en", False
    return (
        _text(index, members[0].version, members[0].sentences),
        index.labels[members[0].version].version.language,
        False,
    )


def _text(index: Index, version: str, sentences: tuple[str, ...]) -> str:
    owner = index.labels[version].version
    return " ".join(owner.sentence_text(index.sentences[s]).strip() for s in sentences if s in index.sentences)


def _cell(index: Index, statement: Statement, label: VersionLabel, discrepancies: tuple[Discrepancy, ...]) -> Cell:
    version = label.version.id
    member = statement.member_of(version)
    sentences = _elsewhere(index, version, discrepancies) if member is None else member.sentences
    if member is None and not sentences:
        return Cell(label, "silent", None, "")
    return Cell(
        label=label,
        state=_state(discrepancies, version),
        href=anchor("s", sentences[0]) if sentences else None,
        words=_text(index, version, sentences),
    )


def _elsewhere(index: Index, version: str, discrepancies: tuple[Discrepancy, ...]) -> tuple[str, ...]:
    """The sentence in which a version that has none in the statement says what one of its discrepancies is about."""
    spans = (e for d in discrepancies for side in d.sides for e in side.evidence if e.version == version)
    found = next(spans, None)
    if found is None:
        return ()
    return tuple(sentence.id for sentence in index.sentences_over(version, Span(found.start, found.end))[:1])


def _state(discrepancies: tuple[Discrepancy, ...], version: str) -> CellState:
    theirs = [d for d in discrepancies if d.kind != "translation-fault"]
    if any(version in d.outliers for d in theirs):
        return "differs"
    unsettled = (d for d in theirs if not d.outliers)
    return "split" if any(version in side.versions for d in unsettled for side in d.sides) else "says"
