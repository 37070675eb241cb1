"""Makes a discrepancy, with evidence and a sentence of why, from a dispute about a figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from flag.confidence import figure_confidence
from flag.cues import has_cue, is_toll
from flag.describe import describe_value
from flag.evidence import StoryEvidence
from flag.facts import is_small
from flag.figures import Dispute, FigureJudgement
from flag.identity import discrepancy_id
from flag.intervals import interval
from flag.range_ends import End, differing_end, place_of_end
from flag.sides import FigureSide
from flag.values import compare_figures
from records.claim import Figure
from records.discrepancy import Discrepancy, Evidence, Severity, Side

__all__ = ["figure_discrepancy", "told_again"]


def figure_discrepancy(judgement: FigureJudgement, dispute: Dispute) -> Discrepancy:
    """The discrepancy of ``dispute``; a side's evidence holds every mention of its versions, subject included."""
    story = judgement.story
    subject = _english_subject(story, dispute)
    end = differing_end([figure for side in dispute.sides for figure in side.figures.values()])
    sides = tuple(
        Side(
            describe_value(side.spokesman, subject),
            tuple(_evidence(story, f, end) for v in side.figures for f in told_again(story, v, dispute.mentions[v])),
        )
        for side in dispute.sides
    )
    return Discrepancy(
        id=discrepancy_id(dispute.kind, sides, story.versions),
        kind=dispute.kind,
        severity=_severity(story, dispute),
        confidence=figure_confidence(judgement, dispute),
        summary=_summary(story, dispute, subject),
        statement=dispute.fact.statement,
        outliers=dispute.outliers,
        sides=sides,
        why=_why(story, dispute),
    )


def told_again(story: StoryEvidence, version: str, mentions: Sequence[Figure]) -> list[Figure]:
    """The mentions of a version; where all stand in its headline, or none, with the first of that value in the other.

    So a reviewer sees the sentence that the headline is of, and a headline that says it too.
    """
    above = {story.sentences[figure.sentence].paragraph == 0 for figure in mentions}
    if len(above) != 1:
        return [*mentions]
    for figure in story.claims[version].figures:
        if (story.sentences[figure.sentence].paragraph == 0) in above:
            continue
        if any(_is_same(figure, mention) for mention in mentions):
            return sorted([*mentions, figure], key=lambda one: one.start)
    return [*mentions]


def _is_same(one: Figure, other: Figure) -> bool:
    said = (one.kind, one.unit, one.low, one.high, one.modifier)
    return said == (other.kind, other.unit, other.low, other.high, other.modifier) and not is_small(one)


def _evidence(story: StoryEvidence, figure: Figure, differing: End | None) -> Evidence:
    """The figure's words, with those of what it counts when they stand beside it; of a range of days the end that the
    texts differ on."""
    if differing is not None and figure.low != figure.high:
        return story.evidence(figure.version, *place_of_end(figure, differing))
    start, end = figure.start, figure.end
    span = figure.subject_span
    if span is not None and max(span.start - end, start - span.end) <= 3:
        start, end = min(start, span.start), max(end, span.end)
    return story.evidence(figure.version, start, end)


def _english_subject(story: StoryEvidence, dispute: Dispute) -> str | None:
    for figures in dispute.mentions.values():
        for figure in figures:
            if figure.subject and story.versions[figure.version].language_code == "en":
                return figure.subject
    return None


def _outlets(story: StoryEvidence, versions: tuple[str, ...]) -> str:
    names = [story.versions[version].outlet for version in versions]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _summary(story: StoryEvidence, dispute: Dispute, subject: str | None) -> str:
    parts = [_told(story, side, subject) for side in dispute.sides]
    about = f" ({subject})" if subject and dispute.sides[0].spokesman.kind != "count" else ""
    if dispute.kind == "figure-update":
        return f"The figure moved{about}: {', later '.join(_by_time(story, dispute, parts))}."
    if dispute.outliers:
        return f"{'; '.join([*parts[1:], parts[0]])}{about}."
    return f"{'; '.join(parts)}{about}: no clear majority."


def _told(story: StoryEvidence, side: FigureSide, subject: str | None) -> str:
    """ "a and b say 17 (c: at least 14)": what only agrees with the side's value is told in its own words."""
    value = describe_value(side.spokesman, subject)
    said = {version: describe_value(figure, subject) for version, figure in side.figures.items()}
    equal = tuple(
        version
        for version, figure in side.figures.items()
        if said[version] == value or (figure.modifier == "exact" and compare_figures(figure, side.spokesman) == "equal")
    )
    others = [
        f"{_outlets(story, tuple(v for v in said if said[v] == words and v not in equal))}: {words}"
        for words in dict.fromkeys(words for version, words in said.items() if version not in equal)
    ]
    verb = "says" if len(equal) == 1 else "say"
    return f"{_outlets(story, equal)} {verb} {value}" + (f" ({'; '.join(others)})" if others else "")


def _by_time(story: StoryEvidence, dispute: Dispute, parts: list[str]) -> list[str]:
    firsts = [min((str(story.versions[v].published) for v in side.figures), default="") for side in dispute.sides]
    return [part for _, part in sorted(zip(firsts, parts, strict=True))]


def _severity(story: StoryEvidence, dispute: Dispute) -> Severity:
    if dispute.kind == "figure-update":
        return "low"
    first, second = dispute.sides[0].spokesman, dispute.sides[1].spokesman
    toll = any(is_toll(story, figure) for side in dispute.sides for figure in side.figures.values())
    return "high" if toll or _share_apart(first, second) >= Decimal("0.5") else "medium"


def _share_apart(one: Figure, other: Figure) -> Decimal:
    a, b = interval(one.kind, one.low, one.high), interval(other.kind, other.low, other.high)
    if a is None or b is None or one.kind in ("date", "time"):
        return Decimal(0)
    largest = max(abs(a.high), abs(b.high))
    return abs(a.high - b.high) / largest if largest else Decimal(0)


def _why(story: StoryEvidence, dispute: Dispute) -> str:
    count = len(dispute.fact.mentions)
    if dispute.kind == "figure-update":
        figures = [figure for side in dispute.sides for figure in side.figures.values()]
        cue = "the later text says that it moved" if any(has_cue(story, f) for f in figures) else "the toll rises"
        return f"{count} versions put a figure on the same thing; the values follow the times of publication and {cue}."
    return (
        f"{count} versions put a figure on the same thing; the values can't all be true, "
        "allowing for rounding, bounds, ranges and units."
    )
