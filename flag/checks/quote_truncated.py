"""The check ``quote-truncated``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import regex

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from flag.identity import discrepancy_id
from flag.polarity import read_polarity
from flag.wording_parts import Place, outlets, parts_of, quotes_of, snippet
from records.claim import Quote
from records.discrepancy import Discrepancy, Evidence, Side
from records.span import Span
from records.statement import Utterance

__all__ = ["check_quote_truncated"]

_CLOSE = 80
"""Letters between two parts of a quote, room for "he said on Monday", up to which they are shown in one piece."""
_ELLIPSIS = regex.compile(r"…|\.\.\.|\[|\(\s*…|\. \. \.")


def check_quote_truncated(story: StoryEvidence, utterances: Iterable[Utterance]) -> Iterable[Discrepancy]:
    """A part that takes the utterance back or limits it is dropped, and the rest reads as if it were whole."""
    for utterance in utterances:
        quotes = quotes_of(story, utterance)
        parts = parts_of(story, utterance)
        for version, own in quotes.items():
            dropped = _dropped(story, version, own, parts)
            if dropped is not None:
                number, quote = dropped
                yield _discrepancy(story, utterance, quote, parts, number)


def _dropped(
    story: StoryEvidence, version: str, own: Sequence[Quote], parts: Sequence[Mapping[str, Place]]
) -> tuple[int, Quote] | None:
    """The number of the part that ``version`` silently drops and the quote that lacks it; None for a whole quote or a
    cut that is shown.

    Dropped is what stands between two parts that one unbroken quote has, or right after its end in the same sentence
    and begins with a word such as "but"; or the "if …" before the words with which a quote begins.
    """
    if not own or any(quote.mode != "direct" or _ELLIPSIS.search(quote.text) for quote in own):
        return None
    held = [number for number, part in enumerate(parts) if version in part]
    for number, part in enumerate(parts):
        if version in part or not held or not any(place.direct for place in part.values()):
            continue
        headless = _headless(story, version, own, part, parts[number + 1]) if number + 1 in held else None
        if headless is not None:
            return number, headless
        if len(own) != 1:
            continue
        between = held[0] < number < held[-1]
        after = number == held[-1] + 1 and _reads_whole(story, version, own[0])
        if not between and not after:
            continue
        givers = [place for place in part.values() if place.direct]
        turning = [place for place in givers if _turns(place)]
        same_sentence = any(_one_sentence(story, parts[held[-1]].get(p.version), p) for p in turning)
        if turning and (between or same_sentence) and 2 * len(turning) > len(givers):
            return number, own[0]
        if between and len(givers) > 1 and any(read_polarity(p.text, p.language).negations for p in givers):
            return number, own[0]
    return None


def _headless(
    story: StoryEvidence, version: str, own: Sequence[Quote], part: Mapping[str, Place], following: Mapping[str, Place]
) -> Quote | None:
    """The quote that begins with ``following`` where most others put the "if …" of ``part`` before it."""
    givers = [place for place in part.values() if place.direct]
    turning = [p for p in givers if _turns(p) and p.version in following]
    if 2 * len(turning) <= len(givers) or len(turning) < 2:
        return None
    if not all(_one_sentence(story, place, following[place.version]) for place in turning):
        return None
    return next((quote for quote in own if quote.start == following[version].span.start), None)


def _reads_whole(story: StoryEvidence, version: str, quote: Quote) -> bool:
    """Whether the quote ends as a sentence does, so that a reader takes it for all that was said."""
    text = story.versions[version].text
    around = quote.text.rstrip()[-1:] + text[quote.end : quote.end + 3]
    return bool(regex.search(r"[.!?,。！？，]", around))


def _turns(place: Place) -> bool:
    config = load_language(place.language)
    if config is None:
        return False
    lower = place.text.lower().lstrip(" ,;–—-")
    return any(regex.match(rf"{regex.escape(word)}(?![\p{{L}}\p{{M}}])", lower) for word in config.polarity.turning)


def _one_sentence(story: StoryEvidence, before: Place | None, place: Place) -> bool:
    if before is None:
        return False
    between = story.versions[place.version].text[before.span.end : place.span.start]
    return len(between) < 8 and not regex.search(r"[.!?。！？]", between)


def _whole(
    story: StoryEvidence, version: str, cut: str, parts: Sequence[Mapping[str, Place]], dropped: int
) -> tuple[Evidence, ...]:
    """The words of ``version`` for what ``cut`` keeps and what it drops, so that a reviewer sees both; runs that lie
    close together are shown as one."""
    held = [part for number, part in enumerate(parts) if version in part and (number == dropped or cut in part)]
    runs: list[Span] = []
    for span in sorted(part[version].span for part in held):
        if runs and span.start - runs[-1].end <= _CLOSE:
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, span.end))
        else:
            runs.append(span)
    return tuple(story.evidence(version, run.start, run.end) for run in runs)


def _discrepancy(
    story: StoryEvidence, utterance: Utterance, quote: Quote, parts: Sequence[Mapping[str, Place]], number: int
) -> Discrepancy:
    version, part = quote.version, parts[number]
    givers = [place for place in part.values() if place.direct]
    kept = Side("gives a part as the whole", (story.evidence(version, quote.start, quote.end),))
    full = Side(
        f"goes on: “{snippet(givers[0].english or givers[0].text)}”",
        tuple(evidence for p in givers for evidence in _whole(story, p.version, version, parts, number)),
    )
    sides = (full, kept)
    has = "have" if len(givers) > 1 else "has"
    return Discrepancy(
        id=discrepancy_id("quote-truncated", sides, story.versions),
        kind="quote-truncated",
        severity="medium",
        confidence=0.7 if len(givers) > 1 else 0.55,
        summary=(
            f"{story.versions[version].outlet} quotes without “{snippet(givers[0].english or givers[0].text)}”,"
            f" which {outlets(story, [p.version for p in givers])} {has}, and shows no cut."
        ),
        statement=utterance.statement,
        outliers=(version,) if len(givers) > 1 else (),
        sides=sides,
        why="The dropped words limit or take back what is left, and the quote has no mark of an omission.",
    )
