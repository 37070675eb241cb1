""" "Not a contract, a city" turned round: one version denies what all others affirm, and affirms what they deny.

Each wording is halved into what it denies and what it affirms, and the difference of their vectors points from the
one to the other in every language alike, as what a language has in common falls out of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
import regex
from numpy.typing import NDArray

from configs.pipeline import FlagSettings
from flag.evidence import Embed, StoryEvidence
from flag.halves_contrast import contrasts
from flag.quote_change import QuoteChange
from flag.quote_compared import halved, opposes
from flag.quote_halves import STOPS
from flag.quote_poles import poles_turned
from flag.word_rows import WordRows
from flag.wording_parts import Place, place_of, quotes_of
from records.claim import Quote
from records.span import Span
from records.statement import Utterance

__all__ = ["counted", "denials_turned", "figures_turned", "opposed", "turned_among", "turned_round"]

_FEW = 4
"""Versions of which three must agree against the one in more than a majority of more."""
_WAYS = 0.3
"""What the ways of whole halves weigh beside the words. Of 0, 0.1, 0.2, 0.3 and 0.5, with and without half of the
highest likeness of words, this orders best those turned round of half of 120 utterances in 35 languages (2026-11)."""
_SCORE, _AMONG, _ALONG = 0.08, 0.05, 0.2
"""Where the ways tell it, how surely the words must, how much those of the others agree, and how much their ways do.

Of 62 sets turned round this finds none more, of 128 lines of mt_ntrex whose halves one version exchanges 17 instead of
12, and four more of those turned in gold stories; none of 488 honest sets is told (2026-11).
"""
_WITH = 0.15
"""Likeness, of words and of ways, with which another stands as the version does: "I won despite the skis, not thanks to
them" beside "not thanks to the skis, but despite them" differs by where "I won" stands, and one of the others has it
there too. Of 62 sets turned round none found is lost, and of 44 stories with gold none (2026-11)."""
_APART = 0.3
"""Share of the versions that set one thing against the other (``opposes``): all of 62 sets turned round have more, and
41 of 123 sets of lines of mt_ntrex in up to seven languages that deny one thing and affirm another (2026-11)."""


def counted(place: Place) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """The two figures of a place, the smaller first, and what is said of each, without the figures.

    None where it has another number of them, or both have one value. The text is parted at the last stop between the
    two, else right before the second.
    """
    figures = sorted(place.figures, key=lambda figure: figure.start)
    if len(figures) != 2 or any(figure.low != figure.high for figure in figures):
        return None
    first, second = figures
    values = (str(first.low), str(second.low))
    if values[0] == values[1] or not place.span.covers(first.span) or not place.span.covers(second.span):
        return None
    spans = [Span(f.start - place.span.start, f.end - place.span.start) for f in figures]
    if first.text != spans[0].of(place.text) or second.text != spans[1].of(place.text):
        return None
    between = place.text[spans[0].end : spans[1].start]
    stops = [match.end() for match in STOPS.finditer(between)]
    cut = spans[0].end + stops[-1] if stops else spans[1].start
    halves = (
        f"{place.text[: spans[0].start]} {place.text[spans[0].end : cut]}",
        f"{place.text[cut : spans[1].start]} {place.text[spans[1].end :]}",
    )
    if not all(regex.search(r"\p{L}", half) for half in halves):
        return None
    told = (values, halves) if _less(*values) else (values[::-1], halves[::-1])
    return told[0], (" ".join(told[1][0].split()), " ".join(told[1][1].split()))


def _less(one: str, other: str) -> bool:
    return (len(one), one) < (len(other), other)


def opposed(
    halves: Mapping[str, tuple[str, str]],
    languages: Mapping[str, str],
    embed: Embed,
    words: WordRows,
    settings: FlagSettings,
) -> str | None:
    """The version whose two halves stand the other way round than those of all others (three at least), or None.

    The words of its halves are in the mean nearer to the other half of the others, and so are theirs to its own
    (``contrasts``), and the way from half to half points against theirs. The others must agree by their words.
    """
    found = contrasts(halves, languages, words)
    if len(found.versions) < _FEW:
        return None
    ways = _ways([halves[version] for version in found.versions], embed)
    told = {version: _told(found.rows, ways, number, settings) for number, version in enumerate(found.versions)}
    surest = max(told, key=lambda version: told[version])
    return surest if told[surest] > 0.0 else None


def _told(words: NDArray[np.float32], ways: NDArray[np.float32], number: int, settings: FlagSettings) -> float:
    """How surely a version is turned round; 0 where it isn't.

    The less alike to the others its words and ways are the surer: the mean of the former, half of the highest and
    ``_WAYS`` of the mean of the latter. Where the ways alone tell it (``_ways_tell``) less of it is enough.
    """
    rest = [n for n in range(len(words)) if n != number]
    among = _between(words, rest)
    if float(np.minimum(words, ways)[number, rest].max()) > _WITH:
        return 0.0
    score = -float(words[number, rest].mean() + 0.5 * words[number, rest].max() + _WAYS * ways[number, rest].mean())
    if len(rest) < _FEW:
        sure = score >= settings.turned_score_few and among >= settings.turned_among_few
    else:
        sure = score >= settings.turned_score and among >= settings.turned_among
        sure |= score >= _SCORE and among >= _AMONG and _ways_tell(ways, number, rest, settings)
    return score if sure else 0.0


def _ways_tell(ways: NDArray[np.float32], number: int, rest: list[int], settings: FlagSettings) -> bool:
    """Whether the ways of the others agree, that of the version points along none, and in the mean far from theirs."""
    between, mine = _between(ways, rest), ways[number, rest]
    apart = between - float(mine.mean())
    return between >= _ALONG and float(mine.max()) < settings.turned_against and apart >= settings.turned_gap


def _between(rows: NDArray[np.float32], rest: list[int]) -> float:
    """The mean of all pairs of them."""
    return float(np.mean([rows[a, b] for a, b in combinations(rest, 2)]))


def _ways(halves: Sequence[tuple[str, str]], embed: Embed) -> NDArray[np.float32]:
    """How alike the ways from half to half are."""
    rows = embed([half for pair in halves for half in pair])
    ways = rows[0::2] - rows[1::2]
    ways = ways / np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-6)
    found: NDArray[np.float32] = ways @ ways.T
    return found


def turned_round(story: StoryEvidence, utterance: Utterance, words: WordRows | None) -> QuoteChange | None:
    """One version that denies what four others or more affirm, and affirms what they deny ("not money, time"), or that
    says of the one what they say of the other of two figures."""
    if story.embed is None or words is None:
        return None
    places = {}
    for version, quotes in quotes_of(story, utterance).items():
        told = [quote for quote in quotes if quote.mode != "indirect"]
        if told:
            places[version] = place_of(story, version, _in_context(max(told, key=lambda q: len(q.text)), quotes))
    return turned_among(places, story.embed, words, story.settings)


def turned_among(
    places: Mapping[str, Place], embed: Embed, words: WordRows, settings: FlagSettings
) -> QuoteChange | None:
    """The same, of one wording a version."""
    return (
        denials_turned(places, embed, words, settings)
        or poles_turned(places, words)
        or figures_turned(places, embed, words, settings)
    )


def _in_context(quote: Quote, quotes: Sequence[Quote]) -> Quote:
    """A few quoted words with what the outlet puts before them: "the islands need help “for months, not weeks”", as
    the halves of the words alone stand anyhow beside those of whole sentences."""
    if quote.mode != "partial":
        return quote
    return next((q for q in quotes if q.mode == "indirect" and q.span.covers(quote.span)), quote)


def denials_turned(
    places: Mapping[str, Place], embed: Embed, words: WordRows, settings: FlagSettings
) -> QuoteChange | None:
    """One version that denies, or sets below, what the others affirm."""
    found = {version: halved(place.text, place.language) for version, place in places.items()}
    halves = {version: pair for version, pair in found.items() if pair is not None}
    apart = sum(opposes(places[version].text, places[version].language) for version in halves)
    if apart < _APART * len(halves):
        return None
    languages = {version: places[version].language for version in halves}
    lone = opposed(halves, languages, embed, words, settings)
    if lone is None:
        return None
    others = tuple(version for version in halves if version != lone)
    sides = {f"denies “{halves[others[0]][0]}”": others, f"denies “{halves[lone][0]}”": (lone,)}
    why = "What this wording denies the others affirm, and what it affirms they deny, read in the original languages."
    return QuoteChange("turned", sides, places, "high", "turned", why)


def figures_turned(
    places: Mapping[str, Place], embed: Embed, words: WordRows, settings: FlagSettings
) -> QuoteChange | None:
    """One version that says of one of two figures what the others say of the other."""
    read = {version: counted(place) for version, place in places.items()}
    values = Counter(found[0] for found in read.values() if found is not None)
    if not values:
        return None
    common = values.most_common(1)[0][0]
    halves = {version: found[1] for version, found in read.items() if found is not None and found[0] == common}
    languages = {version: places[version].language for version in halves}
    lone = opposed(halves, languages, embed, words, settings)
    if lone is None:
        return None
    others = tuple(version for version in halves if version != lone)
    sides = {f"{common[0]} of “{halves[v][0]}”": (v,) if v == lone else others for v in (others[0], lone)}
    why = "What this wording says of the one figure the others say of the other, read in the original languages."
    return QuoteChange("turned", sides, places, "high", "figures_turned", why)
