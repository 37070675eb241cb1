"""The check ``quote-altered``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from configs.pipeline import FlagSettings
from flag.evidence import StoryEvidence
from flag.identity import discrepancy_id
from flag.polarity import Polarity, read_polarity
from flag.wording import changed_names, contrary_changes
from flag.wording_figures import figure_sides
from flag.wording_parts import Place, clear_outliers, outlets, parts_of, snippet
from records.discrepancy import Discrepancy, Severity, Side
from records.statement import Utterance

__all__ = ["check_quote_altered"]


@dataclass(frozen=True, slots=True)
class _Change:
    """One thing that differs in one part: value to versions, the versions' places, and how it was read."""

    what: str
    sides: Mapping[str, tuple[str, ...]]
    places: Mapping[str, Place]
    severity: Severity
    confidence: float
    why: str


def check_quote_altered(story: StoryEvidence, utterances: Iterable[Utterance]) -> Iterable[Discrepancy]:
    """The same utterance is quoted with another meaning: a "not", a number, a name or a contrary word."""
    for utterance in utterances:
        parts = parts_of(story, utterance)
        for change in _changes(parts, story.settings):
            yield _discrepancy(story, utterance, change)


def _changes(parts: Sequence[Mapping[str, Place]], settings: FlagSettings) -> Iterable[_Change]:
    readings = [{v: read_polarity(place.text, place.language) for v, place in part.items()} for part in parts]
    for number, part in enumerate(parts):
        if len(part) < 2:
            continue
        denied = _negation(number, parts, readings)
        if denied is not None:
            yield denied
            continue
        for change in (_figures(part), _words(part)):
            if change is not None:
                yield change


def _negation(
    number: int, parts: Sequence[Mapping[str, Place]], readings: Sequence[Mapping[str, Polarity]]
) -> _Change | None:
    """Versions that deny a part against versions that plainly affirm it.

    A "not" that one version only puts into another part (as "I don't think" for "I think not") is no difference: two
    versions with as many denied parts among those that both have are left alone, unless a clear majority speaks.
    """
    part, reading = parts[number], readings[number]
    negated = [v for v in part if part[v].direct and reading[v].value == "negated"]
    plain = [v for v in part if part[v].direct and reading[v].value == "plain"]
    if not clear_outliers([negated, plain]):
        negated = [v for v in negated if any(_denials(v, w, readings) for w in plain)]
        plain = [v for v in plain if any(_denials(w, v, readings) for w in negated)]
    if not negated or not plain:
        return None
    return _Change(
        "negation",
        {"said to be so": tuple(plain), "said not to be so": tuple(negated)},
        part,
        "high",
        0.7 + (0.1 if len(part) > 2 else 0.0) + (0.1 if all(place.direct for place in part.values()) else 0.0),
        "Read in the original languages: the negation stands in these words of one side and is missing on the other.",
    )


def _denials(one: str, other: str, readings: Sequence[Mapping[str, Polarity]]) -> int:
    """How many more parts ``one`` denies than ``other`` among those that both have."""
    shared = [reading for reading in readings if one in reading and other in reading]
    mine = sum(bool(reading[one].negations) for reading in shared)
    yours = sum(bool(reading[other].negations or reading[other].implicit) for reading in shared)
    return max(0, mine - yours)


def _figures(part: Mapping[str, Place]) -> _Change | None:
    direct = {v: place.figures for v, place in part.items() if place.direct}
    sides = figure_sides(direct)
    if sides is None:
        return None
    return _Change(
        "number",
        sides,
        part,
        "high",
        0.8,
        "The figures in these words, read in the original languages, cannot be one value.",
    )


def _words(part: Mapping[str, Place]) -> _Change | None:
    """A name or a contrary word that differs between versions which can be read in one language."""
    readable = {v: _readable(place) for v, place in part.items() if place.direct}
    changes: dict[tuple[str, str], tuple[str, str, str, float]] = {}
    for one, other in combinations(readable, 2):
        found = _pair_change(part[one], part[other])
        if found is not None:
            changes[one, other] = found
    if not changes:
        return None
    for version in readable:
        touching = [pair for pair in changes if version in pair]
        rest = [v for v in readable if v != version]
        if touching and len(touching) == len(changes) and len(touching) * 2 > len(rest):
            pair = touching[0]
            what, left, right, score = changes[pair]
            mine, yours = (left, right) if pair[0] == version else (right, left)
            others = tuple(v for v in rest if (version, v) in changes or (v, version) in changes)
            return _Change(
                what,
                {yours: others, mine: (version,)},
                part,
                "high" if what == "name" else "medium",
                score + (0.1 if len(others) > 1 else 0.0),
                f"{'A name' if what == 'name' else 'A word'} of the one wording stands for another in the other.",
            )
    return None


def _readable(place: Place) -> tuple[str, str]:
    return ("en", place.english) if place.english is not None else (place.language, place.text)


def _pair_change(one: Place, other: Place) -> tuple[str, str, str, float] | None:
    if one.language == other.language:
        language, a, b = one.language, one.text, other.text
    elif one.english is not None and other.english is not None:
        language, a, b = "en", one.english, other.english
    else:
        return None
    names = changed_names(a, b)
    if names:
        return "name", names[0].left, names[0].right, names[0].score
    contrary = contrary_changes(a, b, language)
    if len(contrary) == 1:
        return "word", contrary[0].left, contrary[0].right, contrary[0].score
    return None


def _discrepancy(story: StoryEvidence, utterance: Utterance, change: _Change) -> Discrepancy:
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
        confidence=round(min(change.confidence, 0.95), 2),
        summary=_summary(story, change, ordered, outliers),
        statement=utterance.statement,
        outliers=outliers,
        sides=sides,
        why=change.why,
    )


def _summary(
    story: StoryEvidence,
    change: _Change,
    ordered: Sequence[tuple[str, tuple[str, ...]]],
    outliers: Sequence[str],
) -> str:
    (common, many), (other, few) = ordered[0], ordered[1]
    first, second = change.places[many[0]], change.places[few[0]]
    here, there = outlets(story, few), outlets(story, many)
    quoted = f"“{snippet(second.english or second.text)}” against “{snippet(first.english or first.text)}”"
    if change.what == "negation":
        if other == "said not to be so":
            return f"The quote in {here} has a “not” that is missing in {there}: {quoted}."
        return f"The quote in {here} lacks the “not” of {there}: {quoted}."
    return f"The quote in {here} says “{other}” where {there} says “{common}”: {quoted}."
