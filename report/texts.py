"""The full texts, paragraph by paragraph, with figures, quotes and discrepancies marked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from records.claim import Figure
from records.version import Sentence
from report.highlight import Mark, Piece, cut
from report.index import Index, VersionLabel
from report.links import anchor

__all__ = ["SentenceView", "TextView", "view_text"]


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence; ``statement`` ties it to the sentences of other versions that say the same."""

    place: str
    statement: str | None
    pieces: tuple[Piece, ...]
    english: str | None


@dataclass(frozen=True, slots=True)
class TextView:
    """One version's text. ``paragraphs`` begin with the headline."""

    label: VersionLabel
    place: str
    paragraphs: tuple[tuple[SentenceView, ...], ...]
    found: int


def view_text(index: Index, label: VersionLabel) -> TextView:
    """The text of one version, its sentences grouped by paragraph."""
    marks = _marks(index, label)
    paragraphs: dict[int, list[SentenceView]] = defaultdict(list)
    for sentence in label.version.sentences:
        paragraphs[sentence.paragraph].append(_sentence(index, label, sentence, marks))
    return TextView(
        label=label,
        place=anchor("v", label.version.id),
        paragraphs=tuple(tuple(paragraphs[number]) for number in sorted(paragraphs)),
        found=len(index.discrepancies_in(label.version.id)),
    )


def _sentence(index: Index, label: VersionLabel, sentence: Sentence, marks: list[Mark]) -> SentenceView:
    text = label.version.text
    end = sentence.start + len(text[sentence.start : sentence.end].rstrip())
    return SentenceView(
        place=anchor("s", sentence.id),
        statement=index.statement_of.get(sentence.id),
        pieces=cut(text, sentence.start, end, marks),
        english=index.english(label.version.id, sentence),
    )


def _marks(index: Index, label: VersionLabel) -> list[Mark]:
    identity = label.version.id
    figures = [Mark(f.start, f.end, "figure", title=_figure_title(f)) for f in index.figures.get(identity, ())]
    quotes = [
        Mark(q.start, q.end, "quote", title=f"{q.mode} quote of {q.speaker or 'an unnamed speaker'}")
        for q in index.quotes.get(identity, ())
    ]
    found = [
        Mark(
            e.start,
            e.end,
            "hit hit-out" if identity in d.outliers else "hit",
            href="#" + anchor("d", d.id),
            title=d.summary,
        )
        for d in index.discrepancies_in(identity)
        for side in d.sides
        for e in side.evidence
        if e.version == identity
    ]
    return [*figures, *quotes, *found]


def _figure_title(figure: Figure) -> str:
    value = str(figure.low) if figure.low == figure.high else f"{figure.low} to {figure.high}"
    parts = [figure.kind, figure.modifier if figure.modifier != "exact" else "", value, figure.unit or ""]
    return " ".join(part for part in parts if part)
