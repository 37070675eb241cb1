"""One discrepancy as a reviewer sees it: its sides, each with the sentence it rests on and the words marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from records.claim import Figure
from records.discrepancy import Discrepancy, Evidence, Side
from records.span import Span
from report.highlight import Mark, Piece, cut
from report.index import Index, VersionLabel
from report.links import anchor
from report.picture import Scale, Timeline, draw_scale, draw_timeline
from report.wording import CHANGES, KINDS
from report.words import Run, word_difference

__all__ = ["DiscrepancyView", "EvidenceView", "Printed", "QuoteDifference", "SideView", "view_discrepancy"]

_AROUND = 120
_WORDS = 70
_WORDED = frozenset({"quote-altered", "quote-truncated"})
_LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The sentences that hold a piece of evidence, the evidence marked; ``before`` and ``after`` are their neighbours.

    ``english`` is the machine's, by ``engine``; None for English text and where there is no translation.
    """

    label: VersionLabel
    pieces: tuple[Piece, ...]
    before: str
    after: str
    english: str | None
    engine: str | None
    speaker: str | None
    claimant: str | None
    place: str
    outlier: bool


@dataclass(frozen=True, slots=True)
class SideView:
    """One value, who prints it, and where it stands. ``words``: how a quote begins that was altered, to tell the sides
    apart at a glance where "said to be so" would not."""

    value: str
    labels: tuple[VersionLabel, ...]
    evidence: tuple[EvidenceView, ...]
    outlier: bool
    words: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteDifference:
    """Two sides' words in one language, the words that differ told apart: English, or what two outlets both write."""

    old_names: str
    new_names: str
    old: tuple[Run, ...]
    new: tuple[Run, ...]
    is_machine: bool
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Printed:
    """One version in order of publication: which side it is on, and whose text it copied, as far as known."""

    label: VersionLabel
    value: str
    outlier: bool
    copied: VersionLabel | None


@dataclass(frozen=True, slots=True)
class DiscrepancyView:
    """Everything that is shown of one discrepancy."""

    record: Discrepancy
    place: str
    kind: str
    meaning: str
    sides: tuple[SideView, ...]
    scale: Scale | None
    timeline: Timeline | None
    differences: tuple[QuoteDifference, ...]
    also: tuple[Discrepancy, ...]
    printed: tuple[Printed, ...]

    @property
    def is_change(self) -> bool:
        """Whether the sides follow one another in time, so that nobody contradicts anybody."""
        return self.record.kind in CHANGES


def view_discrepancy(index: Index, discrepancy: Discrepancy) -> DiscrepancyView:
    """``discrepancy`` with its sides in reading order: by time for changes, else the majority first."""
    sides = _ordered(index, discrepancy)
    views = tuple(_side(index, discrepancy, side) for side in sides)
    kind, meaning = KINDS[discrepancy.kind]
    is_change = discrepancy.kind == "figure-update"
    figures = discrepancy.kind in {"figure-conflict", "figure-update", "silent-edit"}
    return DiscrepancyView(
        record=discrepancy,
        place=anchor("d", discrepancy.id),
        kind=kind,
        meaning=meaning,
        sides=views,
        scale=_scale(index, sides, views) if figures and not is_change else None,
        timeline=_timeline(index, sides) if is_change else None,
        differences=_differences(index, sides) if discrepancy.kind in _WORDED else (),
        also=_same_statement(index, discrepancy),
        printed=_printed(index, discrepancy),
    )


def _ordered(index: Index, discrepancy: Discrepancy) -> list[Side]:
    if discrepancy.kind in CHANGES:
        return sorted(discrepancy.sides, key=lambda s: min((_turn(index, v) for v in s.versions), default=(_LATEST, 0)))
    return sorted(discrepancy.sides, key=lambda s: (_is_outlier(discrepancy, s), -len(s.versions)))


def _when(index: Index, version: str) -> datetime:
    return index.published(version) or _LATEST


def _turn(index: Index, version: str) -> tuple[datetime, int]:
    """When it came: texts of one page often keep their time of publication, and follow by their revision."""
    return _when(index, version), index.labels[version].version.revision


def _is_outlier(discrepancy: Discrepancy, side: Side) -> bool:
    return bool(side.versions) and all(v in discrepancy.outliers for v in side.versions)


def _side(index: Index, discrepancy: Discrepancy, side: Side) -> SideView:
    first = next(iter(_english_first(index, side.evidence)), None) if discrepancy.kind in _WORDED else None
    return SideView(
        value=side.value,
        labels=tuple(index.labels[v] for v in side.versions),
        evidence=tuple(_evidence(index, discrepancy, e) for e in _english_first(index, side.evidence)),
        outlier=_is_outlier(discrepancy, side),
        words=None if first is None else _begun(first.text),
    )


def _begun(text: str) -> str:
    """The first words of a quote, without its marks, in those of English."""
    bare = text.strip(" \n“”„«»\"'‘’「」『』,")
    if len(bare) > _WORDS:
        bare = bare[:_WORDS].rpartition(" ")[0] or bare[:_WORDS]
        return f"“{bare} …”"
    return f"“{bare}”"


def _english_first(index: Index, evidence: Iterable[Evidence]) -> list[Evidence]:
    """A reader without the other languages checks the English source first, then what has a translation."""
    rank = {"source": 0, "translated": 1, "unavailable": 2}
    return sorted(evidence, key=lambda e: rank[index.labels[e.version].translation.status])


def _evidence(index: Index, discrepancy: Discrepancy, evidence: Evidence) -> EvidenceView:
    label = index.labels[evidence.version]
    span, text = Span(evidence.start, evidence.end), label.version.text
    sentences = index.sentences_over(evidence.version, span)
    start, end = _stripped(text, *_around(text, span, [s.span for s in sentences]))
    english = [e for s in sentences if (e := index.english(evidence.version, s))]
    style = "hit hit-out" if evidence.version in discrepancy.outliers else "hit"
    figure, quote = index.figure_at(evidence.version, span), index.quote_at(evidence.version, span)
    return EvidenceView(
        label=label,
        pieces=cut(text, start, end, [Mark(span.start, span.end, style)]),
        before=_clipped(text, start, -1),
        after=_clipped(text, end, 1),
        english=" ".join(english) if english and len(english) == len(sentences) else None,
        engine=label.translation.engine,
        speaker=quote.speaker if quote is not None and discrepancy.kind.startswith("quote") else None,
        claimant=figure.claimant if figure is not None and not discrepancy.kind.startswith("quote") else None,
        place=anchor("s", sentences[0].id) if sentences else anchor("v", label.version.id),
        outlier=evidence.version in discrepancy.outliers,
    )


def _around(text: str, span: Span, sentences: list[Span]) -> tuple[int, int]:
    if not sentences:
        return max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    return min(span.start, sentences[0].start), max(span.end, sentences[-1].end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _clipped(text: str, offset: int, step: int) -> str:
    """Up to 240 characters of the paragraph before (-1) or after (1) ``offset``."""
    if step < 0:
        return text[text.rfind("\n", 0, offset) + 1 : offset][-240:].strip()
    stop = text.find("\n", offset)
    return text[offset : stop if stop >= 0 else len(text)][:240].strip()


def _first_figure(index: Index, side: Side) -> Figure | None:
    found = (index.figure_at(e.version, Span(e.start, e.end)) for e in side.evidence)
    return next((f for f in found if f is not None), None)


def _scale(index: Index, sides: list[Side], views: tuple[SideView, ...]) -> Scale | None:
    return draw_scale(
        [(view.value, _first_figure(index, side), view.outlier) for side, view in zip(sides, views, strict=True)]
    )


def _timeline(index: Index, sides: list[Side]) -> Timeline | None:
    points = []
    for side in sides:
        for evidence in side.evidence:
            when = index.published(evidence.version)
            figure = index.figure_at(evidence.version, Span(evidence.start, evidence.end))
            if when is not None and figure is not None:
                points.append((when, index.labels[evidence.version].name, side.value, figure))
    return draw_timeline(points)


def _differences(index: Index, sides: list[Side]) -> tuple[QuoteDifference, ...]:
    """The first side with English against each other side with English."""
    worded = [(side, words) for side in sides if (words := _english_words(index, side)) is not None]
    if len(worded) < 2:
        return _in_one_language(index, sides)
    (base, (old, old_machine, old_name)), *others = worded
    return tuple(
        QuoteDifference(old_name, new_name, *word_difference(old, new), is_machine=old_machine or new_machine)
        for side, (new, new_machine, new_name) in others
        if side is not base
    )


def _in_one_language(index: Index, sides: list[Side]) -> tuple[QuoteDifference, ...]:
    """Where there is no English of two sides: the first two outlets on different sides that write one language."""
    base, *others = sides
    for one in base.evidence:
        label = index.labels[one.version]
        for other in (evidence for side in others for evidence in side.evidence):
            second = index.labels[other.version]
            if label.version.language_code == second.version.language_code:
                runs = word_difference(_quoted(index, one), _quoted(index, other))
                return (QuoteDifference(label.name, second.name, *runs, False, label.version.language_code),)
    return ()


def _quoted(index: Index, evidence: Evidence) -> str:
    """The whole quote that the evidence is a part of, as it was printed."""
    quote = index.quote_at(evidence.version, Span(evidence.start, evidence.end))
    return (evidence.text if quote is None else quote.text).strip().rstrip(",")


def _english_words(index: Index, side: Side) -> tuple[str, bool, str] | None:
    """The quoted words of ``side`` in English, whether a machine made them, and whose they are."""
    for evidence in _english_first(index, side.evidence):
        label, span = index.labels[evidence.version], Span(evidence.start, evidence.end)
        if label.translation.status == "source":
            return evidence.text.strip().rstrip(","), False, label.name
        quote = index.quote_at(evidence.version, span)
        if quote is not None and quote.english:
            return quote.english.strip().rstrip(","), True, label.name
        english = [index.english(evidence.version, s) for s in index.sentences_over(evidence.version, span)]
        if english and all(english):
            return " ".join(e for e in english if e), True, label.name
    return None


def _printed(index: Index, discrepancy: Discrepancy) -> tuple[Printed, ...]:
    """The versions of all sides, the first printed first; those of unknown time last."""
    sides = [(version, side) for side in discrepancy.sides for version in side.versions]
    return tuple(
        Printed(index.labels[v], side.value, _is_outlier(discrepancy, side), _copied(index, v))
        for v, side in sorted(sides, key=lambda pair: _turn(index, pair[0]))
    )


def _copied(index: Index, version: str) -> VersionLabel | None:
    first = index.report.copies.get(version)
    return None if first is None else index.labels.get(first)


def _same_statement(index: Index, discrepancy: Discrepancy) -> tuple[Discrepancy, ...]:
    if discrepancy.statement is None:
        return ()
    return tuple(
        d for d in index.report.discrepancies if d.statement == discrepancy.statement and d.id != discrepancy.id
    )
