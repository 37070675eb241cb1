"""The check ``quote-truncated``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import regex

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from flag.identity import discrepancy_id
from flag.lengths import is_as_long
from flag.limits import find_limits
from flag.polarity import plain_text, read_polarity
from flag.quote_cut import CutQuote, cut_quote, whole_quotes
from flag.quote_halves import STOPS
from flag.wording_parts import Place, outlets, parts_of, quotes_of, snippet
from records.claim import Quote
from records.discrepancy import Discrepancy, Evidence, Side
from records.span import Span
from records.statement import Utterance

__all__ = ["check_quote_truncated"]

_CLOSE = 80
"""Letters between two parts of a quote, room for "he said on Monday", up to which they are shown in one piece."""
_MANY = 3
"""Versions that must have a part whose only sign is that it begins with a word such as "until" or "when", or that is
dropped in another language: of 46 dropped parts in 65 stories with gold all had four (2026-11)."""
_ELLIPSIS = regex.compile(r"…|\.\.\.|\[|\(\s*…|\. \. \.")


def check_quote_truncated(story: StoryEvidence, utterances: Iterable[Utterance]) -> Iterable[Discrepancy]:
    """A part that takes the utterance back or limits it is dropped, and the rest reads as if it were whole."""
    for utterance in utterances:
        quotes = quotes_of(story, utterance)
        parts = parts_of(story, utterance, apart=True)
        for version, given in quotes.items():
            own = whole_quotes(story, given)
            dropped = _dropped(story, version, own, parts)
            if dropped is not None:
                number, quote = dropped
                part = [place for place in parts[number].values() if place.version != version]
                givers = {place.version for place in part if place.direct}
                having = [quotes[place.version] for place in part if place.direct or _turns(story, place)]
                if _are_enough(story, version, givers) and not is_as_long(story, own, having):
                    yield _discrepancy(story, utterance, quote, parts, number)
                    continue
            # clauses paired wrongly leave too few who have the dropped one: the length of the whole sentence tells too
            cut = cut_quote(story, version, {**quotes, version: own}, parts)
            if cut is not None:
                yield _shortened(story, utterance, cut)


def _dropped(
    story: StoryEvidence, version: str, own: Sequence[Quote], parts: Sequence[Mapping[str, Place]]
) -> tuple[int, Quote] | None:
    """The number of the part that ``version`` silently drops and the quote that lacks it; None for a whole quote or a
    cut that is shown.

    Dropped is what stands between two parts that one unbroken quote has, or right after its end in the same sentence
    and begins with a word such as "but"; or the "if …" before the words with which a quote begins.
    """
    if not own or any(_ELLIPSIS.search(quote.text) for quote in own):
        return None
    lumped = [n for n in range(len(parts)) if _only_lumped(story, version, n, parts)]
    held = [number for number, part in enumerate(parts) if version in part and number not in lumped]
    for number, part in enumerate(parts):
        givers = _givers(number, parts)
        if number in held or not held or not givers:
            continue
        headless = _headless(story, version, own, part, parts[number + 1]) if number + 1 in held else None
        if headless is not None:
            return number, headless
        before = [n for n in held if n < number]
        quote = _quote_of(own, parts[before[-1]][version]) if before else None
        if quote is None:
            continue
        between = any(n > number and _quote_of(own, parts[n][version]) is quote for n in held)
        told = [n for n in range(before[-1] + 1, len(parts)) if len(parts[n]) > 1 or len(parts) == n + 1]
        after = number in told[:1] and _reads_whole(story, version, quote)
        if (not between and not after) or _is_bound_before(story, version, quote):
            continue
        turning = [place for place in givers if _turns(story, place)]
        if len(givers) >= _MANY and not any(find_limits(q.text, story.versions[version].language) for q in own):
            turning = [place for place in givers if place in turning or _bounds(place)]
        same_sentence = any(_one_sentence(story, _before(p, number, parts), p) for p in turning)
        if turning and (between or same_sentence) and 2 * len(turning) > len(givers):
            return number, quote
        if between and len(givers) > 1 and any(read_polarity(p.text, p.language).negations for p in givers):
            return number, quote
    return None


def _only_lumped(story: StoryEvidence, version: str, number: int, parts: Sequence[Mapping[str, Place]]) -> bool:
    """Whether ``version`` has part ``number`` by a clause alone that is its own of another part too, while most others
    begin the part with a word such as "if", for which nothing stands in that clause but a bound of a figure."""
    place = parts[number].get(version)
    if place is None or not any(
        n != number and version in part and part[version].span == place.span for n, part in enumerate(parts)
    ):
        return False
    givers = [giver for giver in _givers(number, parts) if giver.version != version]
    if len(givers) < _MANY or 2 * sum(_turns(story, giver) for giver in givers) <= len(givers):
        return False
    starts = {figure.start - place.span.start for figure in place.figures}
    return all(_leads_to(place.text, span.end, starts) for span in find_limits(place.text, place.language))


def _leads_to(text: str, end: int, starts: Collection[int]) -> bool:
    """Whether the words of ``text`` from ``end`` on begin with a figure: "by three metres"."""
    return end + len(text[end:]) - len(text[end:].lstrip()) in starts


def _are_enough(story: StoryEvidence, version: str, givers: Collection[str]) -> bool:
    """Whether three versions have the dropped part, or all others of the story, or one in the language of
    ``version``: what some add may stand elsewhere in it, in words that were not found to answer theirs."""
    own = story.versions[version].language_code
    every = len(givers) == len(story.versions) - 1
    return len(givers) >= _MANY or every or any(story.versions[giver].language_code == own for giver in givers)


def _quote_of(own: Sequence[Quote], place: Place) -> Quote | None:
    return next((quote for quote in own if quote.start <= place.span.start < quote.end), None)


def _headless(
    story: StoryEvidence, version: str, own: Sequence[Quote], part: Mapping[str, Place], following: Mapping[str, Place]
) -> Quote | None:
    """The quote that begins with ``following`` where most others put the "if …" of ``part`` before it."""
    givers = [place for place in part.values() if place.direct]
    turning = [p for p in givers if _turns(story, p) and p.version in following]
    if 2 * len(turning) <= len(givers) or len(turning) < 2:
        return None
    if not all(_one_sentence(story, place, following[place.version]) for place in turning):
        return None
    return next((quote for quote in own if quote.start == following[version].span.start), None)


def _reads_whole(story: StoryEvidence, version: str, quote: Quote) -> bool:
    """Whether the quote ends as a sentence does, so that a reader takes it for all that was said.

    A stop or a dash tells, and in a language with the verb last none need stand before "he said" ("…" dedi).
    """
    record = story.versions[version]
    around = quote.text.rstrip()[-1:] + record.text[quote.end : quote.end + 3]
    if regex.search(r"[.!?,。！？，।۔؟։—–]", around):
        return True
    config = load_language(record.language_code)
    return config is not None and config.quotes.verb_final and quote.mode == "direct"


def _is_bound_before(story: StoryEvidence, version: str, quote: Quote) -> bool:
    """Whether the quote goes on with a sentence that the outlet begins in its own words with one such as "if": "If the
    inquiry finds a fault, “we shall pay”"."""
    record = story.versions[version]
    first = regex.search(r"\p{L}", quote.text)
    sentence = next((s for s in record.sentences if s.start < quote.start < s.end), None)
    if sentence is None or first is None or not regex.match(r"\p{Ll}", first.group()):
        return False
    pieces = [p for p in STOPS.split(record.text[sentence.start : quote.start]) if regex.search(r"\p{L}", p)]
    limits = find_limits(pieces[-1], record.language) if pieces else ()
    return any(len(pieces[-1][: span.start].split()) < 2 for span in limits)


def _givers(number: int, parts: Sequence[Mapping[str, Place]]) -> list[Place]:
    """Who quotes part ``number`` in words of its own, not in one clause with another part."""
    others = {(v, place.span) for n, part in enumerate(parts) for v, place in part.items() if n != number}
    return [place for v, place in parts[number].items() if place.direct and (v, place.span) not in others]


def _before(place: Place, number: int, parts: Sequence[Mapping[str, Place]]) -> Place | None:
    """The last part before ``number`` that the version of ``place`` has."""
    return next((parts[n][place.version] for n in range(number - 1, -1, -1) if place.version in parts[n]), None)


def _turns(story: StoryEvidence, place: Place) -> bool:
    config = load_language(place.language)
    if config is None:
        return False
    before = story.versions[place.version].text[: place.span.start].rstrip()
    if before.endswith(config.polarity.turning_ends or ("\0",)):
        return True
    lower = plain_text(place.text).lstrip(" ,;–—-")
    if _opens_denied(place.text, place.language):
        return True
    end = r"(?![\p{L}\p{M}])" if config.polarity.spaced else ""
    return any(regex.match(regex.escape(word) + end, lower) for word in config.polarity.turning)


def _opens_denied(text: str, language: str) -> bool:
    """Whether the words begin with a "not": "we can help with the one, not with the other"."""
    return any(not text[: span.start].strip() for span in read_polarity(text, language).negations)


def _bounds(place: Place) -> bool:
    """Whether the words begin with one such as "until" or "when"."""
    return any(len(place.text[: span.start].split()) < 2 for span in find_limits(place.text, place.language))


def _one_sentence(story: StoryEvidence, before: Place | None, place: Place) -> bool:
    if before is None:
        return False
    between = story.versions[place.version].text[before.span.end - 1 : place.span.start]
    return len(between) < 9 and not regex.search(r"[.!?。！？]", between)


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
    givers = [place for place in part.values() if place.direct and place.version != version]
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
        confidence=round(story.settings.confidence.truncated - (0.0 if len(givers) > 1 else 0.15), 2),
        summary=(
            f"{story.versions[version].outlet} quotes without “{snippet(givers[0].english or givers[0].text)}”,"
            f" which {outlets(story, [p.version for p in givers])} {has}, and shows no cut."
        ),
        statement=utterance.statement,
        outliers=(version,) if len(givers) > 1 else (),
        sides=sides,
        why="The dropped words limit or take back what is left, and the quote has no mark of an omission.",
    )


def _shortened(story: StoryEvidence, utterance: Utterance, cut: CutQuote) -> Discrepancy:
    """One version that gives but a part of the sentence that all others have."""
    quote, givers = cut.quote, list(cut.fuller)
    shown = min(givers, key=lambda version: (story.versions[version].language_code != "en", givers.index(version)))
    words = snippet(cut.fuller[shown].of(story.versions[shown].text))
    kept = Side("gives a part as the whole", (story.evidence(quote.version, quote.start, quote.end),))
    full = Side(
        f"the whole: “{words}”", tuple(story.evidence(v, span.start, span.end) for v, span in cut.fuller.items())
    )
    sides = (full, kept)
    return Discrepancy(
        id=discrepancy_id("quote-truncated", sides, story.versions),
        kind="quote-truncated",
        severity="medium",
        confidence=story.settings.confidence.truncated,
        summary=(
            f"{story.versions[quote.version].outlet} quotes only “{snippet(quote.english or quote.text)}” of"
            f" “{words}”, which {outlets(story, givers)} have whole, and shows no cut."
        ),
        statement=utterance.statement,
        outliers=(quote.version,),
        sides=sides,
        why="The sentence is far shorter than in all others, which bound it, and has no mark of an omission.",
    )
