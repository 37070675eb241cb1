"""What a wording sets above what: "more books than tablets", "less about wages than about respect".

The lesser one is halved off as the denied one of "books, not tablets" is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from configs.language.schema import load_language
from flag.phrases import Phrases
from flag.polarity import phrases_of, plain_text, read_polarity
from flag.quote_halves import STOPS, STOPS_AND_BLANKS, parted, sets_apart, unlike
from flag.word_rows import content_words
from records.span import Span

__all__ = ["halved", "opposes"]

_ENDS = regex.compile(r"[;:.!?…؛。；：।۔։]+")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_FRONTED = 4
"""Words of which the first alone is the lesser thing: Persian "we more than buildings of nurses have need"."""
_COMMA = regex.compile(r"^[,،、，]|^\s+$")
_NUMBER = regex.compile(r"\p{N}")


@dataclass(frozen=True, slots=True)
class _Words:
    greater: Phrases | None
    lesser: Phrases | None
    than: Phrases | None
    than_last: Phrases | None
    holding: Phrases | None
    nothing: Phrases | None
    conjunctions: Phrases | None
    denies_next: Phrases | None
    as_much: tuple[tuple[Phrases, Phrases], ...]


def halved(text: str, language: str) -> tuple[str, str] | None:
    """What ``text`` denies, or sets below, and what it affirms, or sets above; None where it does neither."""
    found = _ranked(text, language)
    if found is None:
        return parted(text, language)
    lesser, greater = (" ".join(STOPS.sub(" ", half).split()) for half in found)
    return unlike(lesser, greater, language)


def opposes(text: str, language: str) -> bool:
    """Whether ``text`` sets the one thing against the other in so many words: "not money but time", "more time than
    money", not "we had no time, the town is far"."""
    return _ranked(text, language) is not None or sets_apart(text, language)


@lru_cache(maxsize=4096)
def _ranked(text: str, language: str) -> tuple[str, str] | None:
    """The lesser and the greater of two things."""
    words = _words(language)
    if words is None:
        return None
    plain = plain_text(text)
    found = _not_so_much(text, plain, words, language)
    if found is not None:
        return found
    if words.nothing is not None:
        plain = words.nothing.blanked(plain)
    return next(_compared(text, plain, words, language), None) or _less_and_more(text, plain, words, language)


def _not_so_much(text: str, plain: str, words: _Words, language: str) -> tuple[str, str] | None:
    """ "Not so much the wages as respect": both things, without what is said of them."""
    for first, second in words.as_much:
        for one in first.finditer(plain):
            end = _ENDS.search(text, one.end())
            until = end.start() if end is not None else len(text)
            other = next((m for m in second.finditer(plain) if one.end() < m.start() < until), None)
            if other is not None:
                stop = next((s.start for s in _stops(text, language) if s.start > other.end()), len(text))
                rest = _to_conjunction(text, plain, Span(other.end(), stop), words, language)
                halves = text[one.end() : other.start()], rest.of(text)
                if all(_WORD.search(half) for half in halves):
                    return halves
    return None


def _compared(text: str, plain: str, words: _Words, language: str) -> Iterator[tuple[str, str]]:
    """The lesser and the greater of each "more ... than" whose clause denies nothing."""
    for than, last in ((words.than, False), (words.than_last, True)):
        for match in than.finditer(plain) if than is not None else ():
            holds = words.holding is not None and any(m.span() == match.span() for m in words.holding.finditer(plain))
            sides = _sides(text, plain, Span(*match.span()), words, language, last=last, holds=holds)
            if sides is None:
                continue
            left, other, own = sides
            clause = Span(min(left, other.start, own.start), max(other.end, own.end))
            sign = _sign(plain, clause, match.end() if own.start < match.start() else clause.end, words)
            if sign > 0 and _denied(plain, match, words):
                continue
            if sign and not read_polarity(clause.of(text), language).negations:
                halves = _bare(text, plain, other, words), _bare(text, plain, own, words)
                if all(content_words(half, language) for half in halves):
                    yield halves if sign > 0 else halves[::-1]


def _denied(plain: str, than: regex.Match[str], words: _Words) -> bool:
    """Whether a "than" is of a phrase that denies: "rather than"."""
    found = words.denies_next.finditer(plain) if words.denies_next is not None else ()
    return any(m.start() < than.start() and than.end() <= m.end() for m in found)


def _sides(
    text: str, plain: str, than: Span, words: _Words, language: str, *, last: bool, holds: bool
) -> tuple[int, Span, Span] | None:
    """Where the clause of a "than" begins, where the other thing stands, and where the one less or more than it."""
    stops = _stops(text, language)
    before = [s.end for s in stops if s.end <= than.start and text[s.end : than.start].strip()]
    left = Span(max(before, default=0), than.end if last and holds else than.start)
    after = [s.start for s in stops if s.start >= than.end and text[than.end : s.start].strip()]
    right = Span(than.start if holds and not last else than.end, min(after, default=len(text)))
    if last:
        return None if _counts(text, left, -1) else (left.start, left, right)
    if _counts(text, right, 0):
        return None
    if _long(_bare(text, plain, left, words), language):
        return left.start, _to_conjunction(text, plain, right, words, language), left
    following = [s for s in stops if s.start >= right.end]
    if following and _COMMA.search(following[0].of(text)) and text[following[0].end :].strip():
        end = next((s.start for s in following[1:]), len(text))
        return left.start, right, Span(following[0].end, end)  # "More than money, we need time"
    found = [m.end() for m in _WORD.finditer(text, right.start, right.end)]
    if len(found) < _FRONTED:
        return left.start, right, left
    return left.start, Span(right.start, found[0]), Span(found[0], right.end)


def _stops(text: str, language: str) -> list[Span]:
    config = load_language(language)
    spaced = config is None or config.polarity.spaced
    return [Span(*m.span()) for m in (STOPS if spaced else STOPS_AND_BLANKS).finditer(text)]


def _long(text: str, language: str) -> bool:
    """Whether it is more than one word, as "we" in Persian "we more than buildings"."""
    config = load_language(language)
    words = _WORD.findall(text)
    return bool(words) and (len(words) > 1 or (config is not None and not config.polarity.spaced))


def _counts(text: str, place: Span, which: int) -> bool:
    """Whether a number stands beside a "than", or nothing does: "more than 100"."""
    near = _WORD.findall(place.of(text))
    return not near or _NUMBER.search(near[which]) is not None


def _to_conjunction(text: str, plain: str, place: Span, words: _Words, language: str) -> Span:
    """A place up to the "and" behind its first content word."""
    for match in words.conjunctions.finditer(plain) if words.conjunctions is not None else ():
        if place.start < match.start() < place.end and content_words(text[place.start : match.start()], language):
            return Span(place.start, match.start())
    return place


def _sign(plain: str, clause: Span, until: int, words: _Words) -> int:
    """1 where the clause says "more" by ``until``, -1 where it says "less", 0 where neither."""
    said = plain[clause.start : until]
    if words.lesser is not None and any(words.lesser.finditer(said)):
        return -1
    return int(words.greater is None or any(words.greater.finditer(said)))


def _bare(text: str, plain: str, place: Span, words: _Words) -> str:
    """The words at a place without "more" and "less"."""
    kept = list(text)
    for phrases in (words.greater, words.lesser):
        for match in phrases.finditer(plain) if phrases is not None else ():
            if words.holding is None or not any(m.group() == match.group() for m in words.holding.finditer(plain)):
                kept[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(kept[place.start : place.end])


def _less_and_more(text: str, plain: str, words: _Words, language: str) -> tuple[str, str] | None:
    """ "Less about wages and more about respect": parted at the stop or conjunction between the two."""
    if words.lesser is None or words.greater is None:
        return None
    less = next(words.lesser.finditer(plain), None)
    more = next((m for m in words.greater.finditer(plain) if less and not _overlap(m, less)), None)
    if less is None or more is None:
        return None
    first, second = sorted((less, more), key=lambda match: match.start())
    if _ENDS.search(text, first.end(), second.start()):
        return None
    cut = _cut(text, plain, first.end(), second.start(), words)
    starts = [m.end() for m in STOPS.finditer(text, 0, first.start())]
    stop = STOPS.search(text, second.end())
    rest = Span(cut.end, stop.start() if stop is not None else len(text))
    spans = Span(max(starts, default=0), cut.start), _to_conjunction(text, plain, rest, words, language)
    halves = [_bare(text, plain, span, words) for span in spans]
    if not all(content_words(half, language) for half in halves) or any(
        read_polarity(span.of(text), language).negations for span in spans
    ):
        return None
    return (halves[0], halves[1]) if first is less else (halves[1], halves[0])


def _overlap(one: regex.Match[str], other: regex.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _cut(text: str, plain: str, start: int, end: int, words: _Words) -> Span:
    """The stop or conjunction between two places, or where the second begins."""
    stop = STOPS.search(text, start, end)
    if stop is not None:
        return Span(*stop.span())
    joined = words.conjunctions.finditer(plain) if words.conjunctions is not None else ()
    return next((Span(*m.span()) for m in joined if start <= m.start() and m.end() <= end), Span(end, end))


@lru_cache(maxsize=64)
def _words(language: str) -> _Words | None:
    config = load_language(language)
    if config is None:
        return None
    section = config.polarity
    pairs = [[phrases_of([side.strip()], section) for side in entry.split("/")] for entry in section.as_much]
    return _Words(
        phrases_of(section.greater, section),
        phrases_of(section.lesser, section),
        phrases_of(section.than, section),
        phrases_of(section.than_last, section),
        phrases_of([entry for entry in (*section.than, *section.than_last) if "*" in entry], section),
        phrases_of(section.compares_nothing, section),
        phrases_of(section.conjunctions, section),
        phrases_of(section.denies_next, section),
        tuple((one, other) for one, other in pairs if one is not None and other is not None),
    )
