"""The check ``quote-altered``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from configs.nouns import load_nouns
from flag.evidence import StoryEvidence
from flag.identity import discrepancy_id
from flag.quote_change import QuoteChange
from flag.quote_changes import quote_changes
from flag.quote_turned import turned_round
from flag.word_rows import WordRows
from flag.wording_parts import clear_outliers, outlets, parts_of, snippet
from records.discrepancy import Discrepancy, Side
from records.statement import Utterance

__all__ = ["check_quote_altered"]


def check_quote_altered(story: StoryEvidence, utterances: Iterable[Utterance]) -> Iterable[Discrepancy]:
    """The same utterance is quoted with another meaning: a "not", a number, a name, "may" for "must", another word."""
    told = [(utterance, parts_of(story, utterance)) for utterance in utterances]
    places = tuple(place for _, parts in told for part in parts for place in part.values() if place.direct)
    words = WordRows(places, story.embed, load_nouns()) if story.embed is not None else None
    for utterance, parts in told:
        changes = list(quote_changes(parts, story.settings, story.embed, words))
        turned = turned_round(story, utterance, words)
        if turned is not None and not any(change.what == "negation" for change in changes):
            changes = [turned]
        for change in changes:
            yield _discrepancy(story, utterance, change)


def _discrepancy(story: StoryEvidence, utterance: Utterance, change: QuoteChange) -> Discrepancy:
    ordered = sorted(change.sides.items(), key=lambda side: -len(side[1]))
    sides = tuple(
        Side(
            value,
            tuple(story.evidence(v, change.places[v].span.start, change.places[v].span.end) for v in versions),
        )
        for value, versions in ordered
    )
    outliers = clear_outliers([versions for _, versions in ordered])
    return Discrepancy(
        id=discrepancy_id("quote-altered", sides, story.versions),
        kind="quote-altered",
        severity=change.severity,
        confidence=_confidence(story, change),
        summary=_summary(story, change, ordered, outliers),
        statement=utterance.statement,
        outliers=outliers,
        sides=sides,
        why=change.why,
    )


def _confidence(story: StoryEvidence, change: QuoteChange) -> float:
    settings = story.settings.confidence
    known = change.confidence if isinstance(change.confidence, float) else settings.altered[change.confidence]
    return round(min(known, settings.most), 2)


def _readable(story: StoryEvidence, versions: Sequence[str]) -> str:
    """The version whose words are shown: one in English where there is one."""
    return next((v for v in versions if story.versions[v].language_code == "en"), versions[0])


def _summary(
    story: StoryEvidence,
    change: QuoteChange,
    ordered: Sequence[tuple[str, tuple[str, ...]]],
    outliers: Sequence[str],
) -> str:
    (common, many), (other, few) = ordered[0], ordered[1]
    first, second = (change.places[_readable(story, some)] for some in (many, few))
    here, there = outlets(story, few), outlets(story, many)
    quoted = f"“{snippet(second.english or second.text)}” against “{snippet(first.english or first.text)}”"
    if change.what == "negation":
        if other == "said not to be so":
            return f"The quote in {here} has a “not” that is missing in {there}: {quoted}."
        return f"The quote in {here} lacks the “not” of {there}: {quoted}."
    if change.what == "turned":
        return f"The quote in {here} turns round what {there} say: {quoted}."
    if change.what == "modality" and other.startswith("said to be"):
        return f"What is {other} in the quote in {here} is {common} in {there}: {quoted}."
    return (
        f"The quote in {here} says “{other}” where {there} {'say' if len(many) > 1 else 'says'} “{common}”: {quoted}."
    )
