"""A noun exchanged in one version of a quote, in whatever languages: "the hospitals" for "the schools".

The words of all versions are told by the English nouns of ``configs/nouns.yml`` that they are nearest to. One version
that alone names a thing, where all others name another of its class that it does not name, is told of when its text
comes nearer to theirs with their word in the place of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from configs.pipeline import FlagSettings
from flag.quote_change import READ, QuoteChange
from flag.word_rows import WordRows
from flag.wording_parts import Place
from records.span import Span

__all__ = ["exchanged_noun"]

Rows = NDArray[np.float32]
_FEWEST = 3
"""Versions that must agree."""
_DONORS = 3
"""Versions whose word is tried in the place of the other."""


@dataclass(frozen=True, slots=True)
class _Read:
    """One place: its words, their rows, and for each thing the likeness of its nearest word and which word that is."""

    place: Place
    spans: list[Span]
    rows: Rows
    near: Mapping[str, tuple[float, int]]
    nearest: tuple[tuple[str, float], ...]
    """For each word the thing that it is nearest to, and how near."""


@dataclass(frozen=True, slots=True)
class _Exchange:
    """The word of ``version`` with its place, and those of the others for which it stands."""

    version: str
    alone: tuple[str, Place]
    others: Mapping[str, tuple[str, Place]]
    gain: float


def exchanged_noun(part: Mapping[str, Place], words: WordRows, settings: FlagSettings) -> QuoteChange | None:
    """The noun that one of four versions or more exchanges, None where there is none."""
    direct = {v: place for v, place in part.items() if place.direct}
    if len(direct) <= _FEWEST:
        return None
    read = {version: _read(place, words) for version, place in direct.items()}
    if not all(one.spans for one in read.values()):
        return None
    found = [
        exchange
        for version, one in read.items()
        for number, (thing, likeness) in enumerate(one.nearest)
        if likeness >= settings.noun_faint_likeness
        for exchange in [_exchange(version, number, thing, likeness, read, words, settings)]
        if exchange is not None
    ]
    if not found:
        return None
    best = max(found, key=lambda exchange: exchange.gain)
    alone, others = best.alone, best.others
    common = next((w for v, (w, _) in others.items() if part[v].language == "en"), next(iter(others.values()))[0])
    places = {**part, **{v: place for v, (_, place) in others.items()}, best.version: alone[1]}
    rest = tuple(version for version in direct if version != best.version)
    why = READ + "the word of one version names another thing than the word of all others."
    return QuoteChange("word", {common: rest, alone[0]: (best.version,)}, places, "medium", "noun", why)


def _read(place: Place, words: WordRows) -> _Read:
    spans, rows = words.of(place)
    if not spans:
        return _Read(place, spans, rows, {}, ())
    things, anchors = words.things
    alike = rows @ anchors.T
    near: dict[str, tuple[float, int]] = {}
    for column, thing in enumerate(things):
        number = int(alike[:, column].argmax())
        likeness = float(alike[number, column])
        if thing not in near or likeness > near[thing][0]:
            near[thing] = (likeness, number)
    best = alike.argmax(axis=1)
    nearest = tuple((things[column], float(alike[number, column])) for number, column in enumerate(best))
    return _Read(place, spans, rows, near, nearest)


def _exchange(
    version: str,
    number: int,
    thing: str,
    likeness: float,
    read: Mapping[str, _Read],
    words: WordRows,
    settings: FlagSettings,
) -> _Exchange | None:
    """What word ``number`` of ``version``, which names ``thing``, stands for."""
    one = read[version]
    others = {v: other for v, other in read.items() if v != version}
    foreign = max(max(o.near[thing][0], float((o.rows @ one.rows[number]).max())) for o in others.values())
    faint = likeness < settings.noun_likeness
    if foreign > (settings.noun_clear_apart if faint else settings.noun_apart):
        return None
    shared = settings.noun_clear_shared if faint else settings.noun_shared
    unlike = settings.noun_clear_apart if faint else settings.noun_unlike
    best: _Exchange | None = None
    for rival in words.nouns.rivals(thing):
        held = _held(rival, one, others, shared, unlike, settings)
        if not held or _compound(one, number, rival, words) > settings.noun_apart:
            continue  # "a car of first aid" is an ambulance
        donors = sorted(held, key=lambda v: -others[v].near[rival][0])[:_DONORS]
        gain = _gain(one, number, {v: (others[v], held[v]) for v in donors}, others, words)
        if gain >= settings.noun_gain and (best is None or gain > best.gain):
            shown = {v: _word(others[v], i) for v, i in held.items()}
            best = _Exchange(version, _word(one, number), shown, gain)
    return best


def _held(
    rival: str, one: _Read, others: Mapping[str, _Read], shared: float, unlike: float, settings: FlagSettings
) -> Mapping[str, int]:
    """The word for ``rival`` of each other version that has one; empty where they don't agree, or the one has it."""
    mean = float(np.mean([other.near[rival][0] for other in others.values()]))
    if mean < shared or one.near[rival][0] > min(settings.noun_shared, mean - settings.noun_gap):
        return {}
    held = {v: o.near[rival][1] for v, o in others.items() if o.near[rival][0] >= settings.noun_apart}
    named = sum(others[v].nearest[i][0] == rival for v, i in held.items())
    if len(held) < 2 or 2 * named < len(held):
        return {}
    common = np.mean([others[v].rows[i] for v, i in held.items()], axis=0)
    nearest = float((one.rows @ common).max()) / max(float(np.linalg.norm(common)), 1e-6)
    return held if nearest <= unlike else {}


def _compound(one: _Read, number: int, thing: str, words: WordRows) -> float:
    """How near the word comes to ``thing`` with one or two words beside it."""
    text, spans = one.place.text, one.spans
    runs = [(a, b) for a in range(number - 2, number + 1) for b in range(number, number + 3) if 0 < b - a < 3]
    found = [text[spans[a].start : spans[b].end] for a, b in runs if a >= 0 and b < len(spans)]
    if not found:
        return -1.0
    columns = [column for column, name in enumerate(words.things[0]) if name == thing]
    return float(words.likeness(found, one.place.language)[:, columns].max())


def _gain(
    one: _Read, number: int, donors: Mapping[str, tuple[_Read, int]], others: Mapping[str, _Read], words: WordRows
) -> float:
    """How much nearer the text comes to the others, the donor apart, with a donor's word in the place of its own."""
    span, text = one.spans[number], one.place.text
    given = [donor.spans[i].of(donor.place.text) for donor, i in donors.values()]
    changed = [f"{text[: span.start]}{word}{text[span.end :]}" for word in given]
    rows = words.embed([text, *(other.place.text for other in others.values()), *changed])
    theirs = rows[1 : 1 + len(others)]
    before = theirs @ rows[0]
    gains = []
    for donor, row in zip(donors, rows[1 + len(others) :], strict=True):
        rest = [n for n, version in enumerate(others) if version != donor]
        gains.append(float((theirs[rest] @ row - before[rest]).mean()))
    return float(np.mean(gains))


def _word(one: _Read, number: int) -> tuple[str, Place]:
    """The word, and its place where the text is one stretch of the version; else the place of the whole text."""
    place, span = one.place, one.spans[number]
    start = place.span.start + span.start
    whole = len(place.text) != place.span.end - place.span.start
    shown = place.span if whole else Span(start, start + span.end - span.start)
    return span.of(place.text), replace(place, span=shown)
