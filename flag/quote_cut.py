"""A sentence that one version quotes much shorter than all others, in whatever languages.

"There is no more money" against "There is no more money until the government pays": clauses are not needed where the
others agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

import regex
from babel import Locale

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from flag.lengths import relative_length
from flag.limits import find_limits
from flag.quote_halves import STOPS
from flag.wording_parts import Place
from records.claim import Figure, Quote
from records.span import Span

__all__ = ["CutQuote", "alternative_word", "cut_quote", "joining_word", "whole_quotes"]

_ELLIPSIS = regex.compile(r"…|\.\.\.|\[|\(\s*…|\. \. \.")
_SENTENCE = regex.compile(r"[^.!?。！？।۔؟]+(?:[.!?。！？।۔؟]+(?!\s|$)[^.!?。！？।۔؟]*)*[.!?。！？।۔؟]*")
_FEWEST = 3
"""Versions that must have the whole sentence."""
_MANY = 4
"""With more of them one may be as short: "die Luft ist rein, solange ..." is so in some languages."""
_FIT = 0.6
"""How short or long what is left may be."""
_WORD_OR_TWO = 2
_EXCLAMATION = 32
"""Letters of English up to which wordings of one sentence are of any length: "Say, it sure is popping now!"."""


@dataclass(frozen=True, slots=True)
class CutQuote:
    """``quote`` gives less than the sentence that each of ``fuller`` (version to place) has."""

    quote: Quote
    fuller: Mapping[str, Span]


def cut_quote(
    story: StoryEvidence,
    version: str,
    quotes: Mapping[str, Sequence[Quote]],
    parts: Sequence[Mapping[str, Place]],
) -> CutQuote | None:
    """The quote of ``version`` that is cut, or None.

    One of its sentences is short beside those of all others that quote it, and most of these have more words such as
    "until", "if" or "except", or more figures; of a quote of one sentence that is very short nothing else is asked.
    """
    own = quotes[version]
    if not own or any(_ELLIPSIS.search(quote.text) for quote in own):
        return None
    text = story.versions[version].text
    sentences = [(quote, span) for quote in own for span in _sentences(quote.span, text)]
    for number, (quote, span) in enumerate(sentences):
        if not _begins_whole(span.of(text)):
            continue
        fuller = {
            other: place
            for other, given in quotes.items()
            if other != version and all(q.mode != "indirect" for q in given)
            for place in [_answering(story, version, other, given, parts, number, len(sentences))]
            if place is not None
        }
        if _is_cut(story, version, span, fuller, len(sentences) == 1):
            return CutQuote(quote, fuller)
    return None


def whole_quotes(story: StoryEvidence, given: Sequence[Quote]) -> Sequence[Quote]:
    """The quotes that read as whole sentences, without single words in marks; none where another is a fragment.

    Where a quoted sentence is no sentence of its own ("…」と述べた", "…”라고 말했다", "กล่าวว่า “…”") most of them
    are pieces of the outlet's sentence by their marks alone.
    """
    long = [quote for quote in given if quote.mode == "direct" or len(quote.text.split()) > _WORD_OR_TWO]
    kept = long if long else list(given)
    inside = [_embeds(story.versions[quote.version].language_code) for quote in kept]
    fits = all(quote.mode == "direct" or (quote.mode == "partial" and i) for quote, i in zip(kept, inside, strict=True))
    return kept if fits else ()


@lru_cache(maxsize=64)
def _embeds(language: str) -> bool:
    config = load_language(language)
    return config is not None and config.quotes.embedded


def _is_cut(story: StoryEvidence, version: str, span: Span, fuller: Mapping[str, Span], alone: bool) -> bool:
    if len(fuller) < _FEWEST or any(_adds(story, other, place) for other, place in fuller.items()):
        return False
    shares = sorted(_length(story, version, span) / _length(story, other, place) for other, place in fuller.items())
    share = shares[-2] if len(shares) > _MANY else shares[-1]
    long = median(_length(story, other, place) for other, place in fuller.items()) >= _EXCLAMATION
    if alone and long and len(fuller) > _FEWEST and share <= story.settings.bare_cut_share:
        return True
    mine = _bounds(story, version, span) + _told_outside(story, version, span)
    length = _length(story, version, span)
    bounded = [
        other
        for other, place in fuller.items()
        if _bounds(story, other, place) > mine
        or (len(fuller) >= _MANY and _has_bounding_piece(story, other, place, length))
    ]
    if len(fuller) >= _MANY and len(bounded) == len(fuller) and share <= story.settings.loose_cut_share:
        return True
    return share <= story.settings.cut_share and 3 * len(bounded) >= 2 * len(fuller)


def _has_bounding_piece(story: StoryEvidence, version: str, span: Span, length: float) -> bool:
    """Whether a stop parts off a piece with a word such as "without", and the rest is as long as ``length``."""
    record = story.versions[version]
    words = span.of(record.text).strip()
    pieces = [piece for piece in STOPS.split(words) if regex.search(r"\p{L}", piece)]
    whole = len(words) / relative_length(record.language)
    rests = [whole * (1 - len(piece) / len(words)) for piece in pieces if find_limits(piece, record.language)]
    return len(pieces) > 1 and any(_FIT <= length / rest <= 1 / _FIT for rest in rests if rest)


def _answering(
    story: StoryEvidence,
    version: str,
    other: str,
    given: Sequence[Quote],
    parts: Sequence[Mapping[str, Place]],
    number: int,
    sentences: int,
) -> Span | None:
    """The sentence of ``other`` that answers the only one of ``version``, by its clauses, or the one of its number of
    as many; None where that is not known."""
    found = [span for q in given for span in _sentences(q.span, story.versions[other].text)]
    if len(found) == sentences:
        return found[number]
    places = [part[other].span for part in parts if other in part and version in part]
    if sentences > 1 or not found or not places:
        return None
    best = max(found, key=lambda span: sum(_shared(span, place) for place in places))
    return best if any(best.overlaps(place) for place in places) else None


def _adds(story: StoryEvidence, other: str, span: Span) -> bool:
    """Whether the sentence is two, joined by ", and": each can be quoted by itself."""
    record = story.versions[other]
    word = joining_word(record.language_code)
    return word is not None and regex.search(rf"[,;]\s+{word}\s", span.of(record.text), regex.I) is not None


@lru_cache(maxsize=64)
def joining_word(language: str) -> str | None:
    """What joins two things in the language, by CLDR; None where it is no word of its own."""
    return _word_between(language, "standard")


@lru_cache(maxsize=64)
def alternative_word(language: str) -> str | None:
    """The "or" of the language, by CLDR; None where it is no word of its own."""
    return _word_between(language, "or")


def _word_between(language: str, style: str) -> str | None:
    config = load_language(language)
    pattern = Locale.parse(config.locale or config.code).list_patterns[style]["2"] if config is not None else ""
    found = regex.fullmatch(r"\{0\}\s(\p{L}+)\s\{1\}", pattern)
    return found[1] if found is not None else None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _sentences(span: Span, text: str) -> list[Span]:
    """The sentences of a quote, as places of the text."""
    found = _SENTENCE.finditer(span.of(text))
    return [Span(span.start + m.start(), span.start + m.end()) for m in found if regex.search(r"\p{L}", m.group())]


def _bounds(story: StoryEvidence, version: str, span: Span) -> int:
    """Words such as "until" in a place, and figures."""
    record = story.versions[version]
    figures = sum(span.covers(figure.span) and not _is_article(figure) for figure in story.claims[version].figures)
    return len(find_limits(span.of(record.text), record.language)) + figures


def _is_article(figure: Figure) -> bool:
    """Whether the figure is "one" in a word, which languages read as an article or a pronoun."""
    return figure.low == figure.high == 1 and regex.search(r"\p{Nd}", figure.text) is None


def _told_outside(story: StoryEvidence, version: str, span: Span) -> int:
    """Figures that the outlet tells in its own words beside the quote: "they called a march on 5 May: “We ...”"."""
    sentences = [s for s in story.versions[version].sentences if s.start < span.end and span.start < s.end]
    inside = [q.span for q in story.claims[version].quotes if q.mode != "indirect"]
    return sum(
        not _is_article(figure) and not any(quoted.covers(figure.span) for quoted in inside)
        for sentence in sentences
        for figure in story.figures_in(sentence.id)
    )


def _length(story: StoryEvidence, version: str, span: Span) -> float:
    record = story.versions[version]
    return len(span.of(record.text).strip()) / relative_length(record.language)


def _begins_whole(words: str) -> bool:
    """Whether the words begin as a sentence does, so that a reader takes them for one."""
    first = regex.search(r"\p{L}", words)
    return first is not None and not regex.match(r"\p{Ll}", first.group())
