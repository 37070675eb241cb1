"""What differs between the versions of one part of an utterance, and who stands on which side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from configs.pipeline import FlagSettings
from flag.evidence import Embed
from flag.lengths import are_as_long
from flag.polarity import Polarity, read_polarity
from flag.quote_change import READ, QuoteChange
from flag.quote_contrasts import contrast, says_it_by_the_contrary
from flag.quote_counts import denied_less, denied_more, not_without
from flag.quote_excuses import denies_a_denial, settled
from flag.quote_gain import is_borne_out, lone_without_not
from flag.quote_joined import joined_parts
from flag.quote_kept import keeps_the_affirmed
from flag.quote_lone import lone_denier
from flag.quote_majority import asks, denied_against_many, force_against_many, twice_denied
from flag.quote_nouns import exchanged_noun
from flag.quote_wordings import changed_figures, changed_force, changed_words, sureness, wording_of
from flag.word_rows import WordRows
from flag.wording_pairs import changed_negation
from flag.wording_parts import Place
from records.span import Span

__all__ = ["quote_changes"]

_AGREE = 3
"""Versions that must agree where no language is on both sides and one version is on neither. Of 33 negations found in
65 stories with gold one had but two on its side; of 4 alarms in 24 documents of mt_ntrex, in 4 languages each, three
(2026-11)."""


def quote_changes(
    parts: Sequence[Mapping[str, Place]],
    settings: FlagSettings,
    embed: Embed | None = None,
    words: WordRows | None = None,
) -> Iterable[QuoteChange]:
    """The changes of all parts; where a part is denied on one side nothing else of it is told.

    With ``embed`` a word such as "without" is weighed against the negations that it might stand for; with ``words``
    nouns are compared.
    """
    read = [{v: _read(place) for v, place in part.items()} for part in parts]
    readings = [settled(part, reading, embed, settings) for part, reading in zip(parts, read, strict=True)]
    told = False
    for number, part in enumerate(parts):
        if len(part) < 2:
            continue
        denied = _borne_out(
            _negation(number, parts, readings)
            or _lone_negation(number, parts, readings, settings)
            or denied_against_many(part, readings[number]),
            read[number],
            embed,
            settings,
        ) or (
            _nowhere_else(lone_without_not(part, read[number], embed, settings), read)
            or _not_elsewhere(lone_denier(part, read[number], embed, settings), read)
            or _denied_twice(part, readings[number])
            or denied_less(part, readings[number], embed, settings)
            or denied_more(part, readings[number], embed, settings)
            or not_without(part, readings[number])
        )
        if denied is not None and (
            says_it_by_the_contrary(part, denied)
            or denies_a_denial(denied, read[number])
            or keeps_the_affirmed(denied, part, parts, words)
        ):
            continue
        if denied is not None:
            told = True
            yield denied
            continue
        figures = changed_figures(part)
        if figures is not None:
            yield figures
        other = (
            changed_words(part, settings, figures is not None)
            or changed_force(part, readings[number])
            or force_against_many(part, readings[number])
            or contrast(part, readings[number])
            or (exchanged_noun(part, words, settings) if words is not None and figures is None else None)
        )
        if other is not None:
            yield other
    if not told:
        yield from _denied_across(parts, settings, embed)


def _borne_out(
    change: QuoteChange | None, readings: Mapping[str, Polarity], embed: Embed | None, settings: FlagSettings
) -> QuoteChange | None:
    return change if change is not None and is_borne_out(change, readings, embed, settings) else None


def _nowhere_else(change: QuoteChange | None, readings: Sequence[Mapping[str, Polarity]]) -> QuoteChange | None:
    """``change`` where the version without the "not" has none in another part instead."""
    if change is None:
        return None
    (lone,) = change.sides["said to be so"]
    return change if all(_denials(v, lone, readings) for v in change.sides["said not to be so"]) else None


def _not_elsewhere(change: QuoteChange | None, readings: Sequence[Mapping[str, Polarity]]) -> QuoteChange | None:
    """``change`` where the one who denies denies more parts than each of the others."""
    if change is None:
        return None
    (lone,) = change.sides["said not to be so"]
    return change if all(_denials(lone, v, readings) for v in change.sides["said to be so"]) else None


def _denied_across(
    parts: Sequence[Mapping[str, Place]], settings: FlagSettings, embed: Embed | None
) -> Iterable[QuoteChange]:
    """The first denial that shows once two parts are read as one."""
    for joined in joined_parts(parts):
        change = denied_against_many(joined, settled(joined, {v: _read(p) for v, p in joined.items()}, embed, settings))
        if change is not None and not says_it_by_the_contrary(joined, change):
            yield change
            return


def _read(place: Place) -> Polarity:
    """The polarity of a place; what an outlet denies in its own words right beside a few quoted ones may be theirs."""
    found = read_polarity(place.text, place.language)
    outside = bool(place.around) and not found.negations and read_polarity(place.around, place.language).negations
    return replace(found, implicit=(*found.implicit, Span(0, len(place.text))), idiom=True) if outside else found


def _negation(
    number: int, parts: Sequence[Mapping[str, Place]], readings: Sequence[Mapping[str, Polarity]]
) -> QuoteChange | None:
    """Versions that deny a part against versions that plainly affirm it.

    A "not" that one version only puts into another part (as "I don't think" for "I think not") is no difference: two
    versions with as many denied parts among those that both have are left alone.
    """
    part, reading = parts[number], readings[number]
    told = [v for v in part if part[v].direct and not asks(part[v])]
    negated = [v for v in told if reading[v].value == "negated"]
    plain = [v for v in told if reading[v].value == "plain"]
    negated = [v for v in negated if any(_denials(v, w, readings) for w in plain)]
    plain = [v for v in plain if any(_denials(w, v, readings) and are_as_long(part[w], part[v]) for w in negated)]
    negated = [v for v in negated if any(are_as_long(part[v], part[w]) for w in plain)]
    if not negated or not plain:
        return None
    if len(negated) == len(plain) == 1 and not _share_language(part, negated, plain):
        return None  # of two languages alone either may have put a "not" into another word
    sure = len(negated) + len(plain) == len({v for other in parts for v in other})
    common = "negated" if len(negated) > len(plain) else "plain" if len(plain) > len(negated) else None
    reported = sum(reading[v].value == common for v in part if not part[v].direct)
    agreeing = max(len(negated), len(plain)) + reported
    if agreeing < _AGREE and not sure and not _share_language(part, negated, plain):
        return None
    return QuoteChange(
        "negation",
        {"said to be so": tuple(plain), "said not to be so": tuple(negated)},
        part,
        "high",
        "denied" if len(part) > 2 and all(place.direct for place in part.values()) else "denied_few",
        READ + "the negation stands in these words of one side and is missing on the other.",
    )


def _share_language(part: Mapping[str, Place], one: Sequence[str], other: Sequence[str]) -> bool:
    return not {part[v].language for v in one}.isdisjoint(part[v].language for v in other)


def _denied_twice(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> QuoteChange | None:
    found = twice_denied(part, reading)
    if found is None:
        return None
    sides = {"said not to be so": found.others, "said to be so": (found.version,)}
    why = READ + "all others deny it once, by a “not” or a word such as “fail”, and this one denies the denial."
    return QuoteChange("negation", sides, part, "high", "denied_less", why)


def _lone_negation(
    number: int,
    parts: Sequence[Mapping[str, Place]],
    readings: Sequence[Mapping[str, Polarity]],
    settings: FlagSettings,
) -> QuoteChange | None:
    """One of two or more wordings in one language with a "not" more than each of the others.

    Side by side in one language a "not" more is told even where both have one, or where both have a word such as
    "fail", by the score that DEMETR measures; the same "not" put into another part, or into such a word, is none.
    """
    part = parts[number]
    direct = [v for v, place in part.items() if place.direct]
    if len(direct) < 2 or len({part[v].language for v in direct}) > 1:
        return None
    counts = {v: sum(len(r[v].negations) for r in readings if all(w in r for w in direct)) for v in direct}
    for version in direct:
        others = [v for v in direct if v != version]
        mine = len(readings[number][version].negations)
        more = all(mine > len(readings[number][v].negations) and counts[version] > counts[v] for v in others)
        fewer = all(mine < len(readings[number][v].negations) and counts[version] < counts[v] for v in others)
        if not (more or fewer):
            continue
        changes = [changed_negation(wording_of(part[version]), wording_of(part[v])) for v in others]
        if any(change is None or change.score < settings.negation_score for change in changes):
            continue
        if any(_answered(part, readings[number], *((version, v) if more else (v, version))) for v in others):
            continue
        sure, known = min(change.score for change in changes if change is not None), settings.confidence
        sides = {"said to be so": others if more else [version], "said not to be so": [version] if more else others}
        why = READ + "one wording has a negation more than the other."
        placed = {side: tuple(versions) for side, versions in sides.items()}
        return QuoteChange(
            "negation", placed, part, "high", sureness(known.negation_score * sure, len(direct) - 1, settings), why
        )
    return None


def _answered(part: Mapping[str, Place], reading: Mapping[str, Polarity], more: str, fewer: str) -> bool:
    """Whether a word such as "fail" that only ``fewer`` has may stand for the "not" of ``more``."""
    known = {span.of(part[more].text).casefold() for span in reading[more].implicit}
    return any(span.of(part[fewer].text).casefold() not in known for span in reading[fewer].implicit)


def _denials(one: str, other: str, readings: Sequence[Mapping[str, Polarity]]) -> int:
    """How many more parts ``one`` denies than ``other`` among those that both have.

    A denied part that only ``other`` has ("and not the others") may stand in one with another in ``one``.
    """
    shared = [reading for reading in readings if one in reading and other in reading]
    mine = sum(bool(reading[one].negations) for reading in shared)
    yours = sum(bool(reading[other].negations) or _hedges_alone(reading, other) for reading in shared)
    alone = sum(bool(reading[other].negations) for reading in readings if other in reading and one not in reading)
    return max(0, mine - yours - alone)


def _hedges_alone(reading: Mapping[str, Polarity], version: str) -> bool:
    """Whether a word such as "stop", which may be a "not" elsewhere, stands in ``version`` and in few others."""
    hedged = sum(bool(other.negations or other.implicit) for other in reading.values())
    return bool(reading[version].implicit) and 2 * hedged < len(reading)
