"""Whether a word of one wording stands for the "not" of the others: "refused" does, "before" and "without" may not.

What a text loses with a word is the difference of its vectors with and without that word. In translations of one
sentence these differences are alike for words that answer each other, in whatever languages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import regex
from numpy.typing import NDArray

from configs.language.schema import load_language
from configs.pipeline import FlagSettings
from flag.evidence import Embed
from flag.lengths import are_as_long
from flag.limits import find_limits, find_times
from flag.polarity import Polarity, denying_words, standing_for_not
from flag.quote_change import QuoteChange
from flag.wording_parts import Place
from flag.wording_swaps import is_content_word
from records.span import Span

__all__ = ["denies_a_denial", "holds_unless", "settled", "stands_for"]

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*")
_BESIDE = 2
"""Letters between a "not" and the word it denies."""
_FEWEST = 3
"""Versions that must deny."""


def denies_a_denial(change: QuoteChange, readings: Mapping[str, Polarity]) -> bool:
    """Whether all who deny deny a word such as "disagree" or "deny" beside their "not", and none of the others has one:
    "I won't disagree" says what "I agree" says."""
    if change.what != "negation":
        return False
    denying, plain = (change.sides.get(side, ()) for side in ("said not to be so", "said to be so"))
    return all(_is_twice_denied(readings[v]) for v in denying) and not any(readings[v].implicit for v in plain)


def _is_twice_denied(reading: Polarity) -> bool:
    gaps = (max(a.start - b.end, b.start - a.end) for a in reading.negations for b in reading.implicit)
    return any(0 <= gap <= _BESIDE for gap in gaps)


def settled(
    part: Mapping[str, Place], readings: Mapping[str, Polarity], embed: Embed | None, settings: FlagSettings
) -> Mapping[str, Polarity]:
    """``readings`` where three versions or more deny, without the words of a lone other that cannot stand for it.

    Where any word of a version surely stands for it, the version is read as one that denies by that word. Of two others
    none is lone: "until it rains" says what "as long as it does not rain" says, and no word of it is the "not".
    "Unless" is "if not" whatever its vector says.
    """
    deniers = [(part[v], readings[v].negations) for v in part if part[v].direct and readings[v].negations]
    others = [v for v in part if part[v].direct and readings[v].known and not readings[v].negations]
    if embed is None or len(deniers) < _FEWEST or not 0 < len(others) < len(deniers):
        return readings
    found = dict(readings)
    affirming = [v for v in others if not readings[v].idiom and _is_cut_alike(part[v], deniers)]
    for version in others:
        place = part[version]
        words = list(dict.fromkeys((*readings[version].implicit, *denying_words(place.text, place.language))))
        if holds_unless(place, words):
            if 2 * sum(holds_unless(other, readings[other.version].implicit) for other, _ in deniers) > len(deniers):
                found[version] = replace(readings[version], implicit=(), denies=False)
            else:
                found[version] = replace(readings[version], denies=True)
            continue
        lone = len(affirming) == 1 or _are_shared_limits(place, words, deniers)
        lone = lone and not readings[version].idiom and not _may_deny_by_prefix(place, words)
        lone = lone and not _fails(place, deniers)
        if words and lone and stands_for(place, words, deniers, embed) < settings.excuse_likeness:
            found[version] = replace(readings[version], implicit=(), denies=False)
        if stands_for(place, _telling_words(place, words), deniers, embed) >= settings.rendering_likeness:
            found[version] = replace(readings[version], implicit=(Span(0, len(place.text)),), denies=True)
    return found


def _may_deny_by_prefix(place: Place, words: Sequence[Span]) -> bool:
    """Whether a word begins as denied verbs do (Lithuanian "nerasta"): what is lost with it is the verb as well."""
    config = load_language(place.language)
    prefix = config.polarity.verb_prefix if config is not None else ""
    return bool(prefix) and any(span.of(place.text).casefold().startswith(prefix) for span in words)


def _fails(place: Place, deniers: Sequence[tuple[Place, Sequence[Span]]]) -> bool:
    """Whether a word that denies by itself and binds to no condition ("failed to warn") stands in a place and in few of
    ``deniers``. One sign of a script without blanks may be part of another word."""
    config = load_language(place.language)
    if config is None or not config.polarity.spaced or not _denials(place):
        return False
    having = sum(any(not w.overlaps(no) for w in _denials(other) for no in negations) for other, negations in deniers)
    return 2 * having < len(deniers)


def _denials(place: Place) -> list[Span]:
    limits = find_limits(place.text, place.language)
    words = denying_words(place.text, place.language)
    return [word for word in words if not any(word.overlaps(limit) for limit in limits)]


def _is_cut_alike(place: Place, deniers: Sequence[tuple[Place, Sequence[Span]]]) -> bool:
    """Whether a place is as long as most of ``deniers``: what a shorter one leaves out it does not affirm."""
    return 2 * sum(are_as_long(place, other) for other, _ in deniers) > len(deniers)


def holds_unless(place: Place, words: Sequence[Span]) -> bool:
    """Whether one of ``words`` is a conjunction that holds a "not" of its own ("unless")."""
    return bool(_unless(place.language).intersection(span.of(place.text).casefold() for span in words))


def _are_shared_limits(place: Place, words: Sequence[Span], deniers: Sequence[tuple[Place, Sequence[Span]]]) -> bool:
    """Whether all ``words`` bind what is said to a time or place ("until"), and most deniers have as many such words
    behind their "not".

    A "not" behind such a word may be its own: "until it rains" is "as long as it does not rain".
    """
    limits = find_times(place.text, place.language)
    if not all(any(word.overlaps(limit) for limit in limits) for word in words):
        return False
    having = 0
    for other, negations in deniers:
        found = find_times(other.text, other.language)
        having += len(found) >= len(limits) and min(negations).start < min(found).start if found else 0
    return 2 * having > len(deniers)


@lru_cache(maxsize=64)
def _unless(language: str) -> frozenset[str]:
    """The conjunctions of ``language`` that hold a "not": those that take something back and may stand for one, and
    those such as "rather than"."""
    config = load_language(language)
    if config is None:
        return frozenset()
    words = ({*config.polarity.turning} & {*config.polarity.implicit}) | {*standing_for_not(config.polarity)}
    return frozenset(word.casefold() for word in words)


def stands_for(
    place: Place, words: Sequence[Span], deniers: Sequence[tuple[Place, Sequence[Span]]], embed: Embed
) -> float:
    """How alike, -1..1, the nearest of ``words`` is to the negations of ``deniers``, in the median."""
    if not words:
        return -1.0
    mine = _losses(place.text, words, embed)
    alike = [(mine @ _losses(other.text, negations, embed).T).max(axis=1) for other, negations in deniers]
    return float(np.median(np.stack(alike), axis=0).max())


def _losses(text: str, spans: Sequence[Span], embed: Embed) -> NDArray[np.float32]:
    """One unit row a span: what the text loses with it."""
    rows = embed([text, *(f"{text[: span.start]} {text[span.end :]}" for span in spans)])
    lost = rows[0] - rows[1:]
    found: NDArray[np.float32] = lost / np.maximum(np.linalg.norm(lost, axis=1, keepdims=True), 1e-6)
    return found


def _telling_words(place: Place, denying: Sequence[Span]) -> list[Span]:
    """The words of a place without prepositions and the like, which are as a "not" to a short text in their weight
    alone ("але на зиму"), unless they are among ``denying``."""
    return [
        span
        for span in _words(place)
        if is_content_word(span.of(place.text), place.language) or any(span.overlaps(word) for word in denying)
    ]


def _words(place: Place) -> list[Span]:
    """The words of a place; pairs of signs where blanks part no words."""
    config = load_language(place.language)
    if config is not None and not config.polarity.spaced:
        pairs = (Span(n, n + 2) for n in range(len(place.text) - 1))
        return [pair for pair in pairs if pair.of(place.text).isalpha()]
    return [Span(*match.span()) for match in _WORD.finditer(place.text)]
