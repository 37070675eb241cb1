"""Counts that are no other reading of a count of many, but a part of it, what came on top, or a difference."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import regex

from flag.cues import has_cue, is_added, is_toll, passed_over, toll_of
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.intervals import interval
from flag.lateness import are_late
from flag.slips import is_slip
from records.claim import Figure

__all__ = ["has_risen", "is_part"]

_MANY = 3
_NEAR_WORDS = 2
_DOZEN = 12
"""Counts up to which sums agree by chance."""
_FEW = 100
"""Of so many or more nobody counts those of one age; "1,490 workers are for three years" tells none."""
_YEARS = regex.compile(r"P\d{1,2}Y")
"""An age that its noun does not tell from a length of time: "dos jóvenes de 18 años"."""
_PAUSE = regex.compile(r"[,;:()،、，]")


def is_part(fact: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether the figures of ``fact`` count a part of what ``other`` counts, or something beside it."""
    return (
        (len(fact.mentions) == 1 and any(passed_over(story, figure) for figure in fact.figures))
        or _is_difference(fact, other, story)
        or _is_the_rest(fact, other, story)
        or _adds_to_a_whole(fact, other, story)
        or _is_their_sum(fact, other, story)
        or _is_the_rest_of_a_share(fact, other, story)
        or _is_a_whole(fact, other)
        or _is_of_an_age(fact, other, story)
        or _is_on_top(fact, other, story)
        or _is_beside_the_moved(fact, other, story)
        or _died_since(fact, other, story)
        or _rose_to_fewer(fact, other, story)
    )


def _rose_to_fewer(fact: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether a text alone that came out late says that the dead rose to a number under that of ``other``, of which no
    text says so: it is news of another count, "the district says 11 now", beside "the village council says 14"."""
    if len(fact.mentions) > 1 or len(other.mentions) < _MANY or not are_late(story, fact.mentions, other.mentions):
        return False
    if any(toll_of(story, figure) != "dead" for figure in fact.figures):
        return False
    told = any(has_cue(story, figure) for figure in other.figures) or not has_cue(story, fact.figures[0])
    return not told and all(_is_less(own, figure) for own in fact.figures for figure in other.figures)


def _died_since(fact: Fact, earlier: Fact, story: StoryEvidence) -> bool:
    """Whether a text alone that came out late counts far fewer dead: "one of the survivors died" after five did."""
    if len(fact.mentions) > 1 or not are_late(story, fact.mentions, earlier.mentions):
        return False
    figures = [*fact.figures, *earlier.figures]
    if any(toll_of(story, figure) != "dead" or not isinstance(figure.low, Decimal) for figure in figures):
        return False
    times = Decimal(str(story.settings.far_times))
    return all(Decimal(own.low) * times < Decimal(figure.low) for own in fact.figures for figure in earlier.figures)


def _is_a_whole(fact: Fact, other: Fact) -> bool:
    """Whether the figures of ``fact`` are halves of "two of the seven members" and nobody writes the others so."""
    counts = (*fact.figures, *other.figures)
    if any(figure.kind != "count" for figure in counts) or any(figure.group is None for figure in fact.figures):
        return False
    return all(figure.group is None for figure in other.figures)


def _is_of_an_age(fact: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether the figures of ``fact`` count those of one age, "two 18-year-olds", and those of ``other`` people of any:
    all four who were held."""
    if any(figure.kind != "count" for figure in (*fact.figures, *other.figures)):
        return False
    aged = [_has_age(story, figure) for figure in fact.figures]
    return 3 * sum(aged) >= 2 * len(aged) and not any(_has_age(story, figure) for figure in other.figures)


def _has_age(story: StoryEvidence, figure: Figure) -> bool:
    """Whether an age stands with a count, a word away at most: "two 18-year-olds", "zwei Jungen von 18 Jahren"; a
    length of time before it is none: "in three years and 830 branches"."""
    text = story.versions[figure.version].text
    few = isinstance(figure.low, Decimal) and figure.low < _FEW
    for age in story.figures_in(figure.sentence):
        follows = age.start >= figure.end
        between = text[figure.end : age.start] if follows else text[age.end : figure.start]
        if (
            (age.kind == "age" or (few and follows and _YEARS.fullmatch(str(age.low))))
            and len(between.split()) <= _NEAR_WORDS
            and not _PAUSE.search(between)
        ):
            return True
    return False


def _is_difference(fact: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether the count of one version alone is by how much another one of its sentence is more than ``other``: "twelve
    floors, three more than allowed" beside nine floors allowed."""
    if (
        len(fact.mentions) > 1
        or len(other.mentions) < _MANY
        or any(f.kind != "count" for f in (*fact.figures, *other.figures))
        or all(is_slip(own, theirs) for own in fact.figures for theirs in other.figures)
    ):
        return False
    return any(
        beside.kind == "count"
        and all(isinstance(f.low, Decimal) and beside.low - own.low == f.low for f in other.figures)
        for own in fact.figures
        for beside in story.figures_in(own.sentence)
        if beside.id != own.id and isinstance(beside.low, Decimal) and isinstance(own.low, Decimal)
    )


def _adds_to_a_whole(fact: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether the count of one version alone and that of many are two parts of one whole: 18 adults and 31 teenagers of
    146 who fell ill, 97 children among them. It and most
    of them tell of the whole, it and one of them of the third part."""
    figures = (*fact.figures, *other.figures)
    if len(fact.mentions) > 1 or len(other.mentions) < _MANY or any(f.kind != "count" for f in figures):
        return False
    own, values = fact.figures[0], {f.low for f in other.figures if f.low == f.high}
    if own.low != own.high or len(values) > 1 or any(is_slip(own, figure) for figure in other.figures):
        return False
    known = Counter(value for version in other.mentions for value in _counts(story, version))
    shared = {value for value in _counts(story, own.version) if value in known}
    wholes = {value for value in shared if 2 * known[value] > len(other.mentions)}
    both = Decimal(own.low) + Decimal(other.figures[0].low)
    return any(whole - both in {Decimal(0), *shared} - {whole} for whole in wholes)


def _is_their_sum(fact: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether the count of one version alone is what others tell in two parts in one sentence: 679 beside "412 on board
    one ship and 267 on board the other"."""
    whole = _exact(fact.figures[0])
    if len(fact.mentions) > 1 or whole is None or any(is_slip(fact.figures[0], part) for part in other.figures):
        return False
    return any(
        min(part, rest) > _DOZEN and part + rest == whole
        for figure in other.figures
        for beside in story.figures_in(figure.sentence)
        if beside.id != figure.id and (part := _exact(figure)) is not None and (rest := _exact(beside)) is not None
    )


def _is_the_rest_of_a_share(fact: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether the count of one version alone is what is left of a share that others tell: "14 had expected it, four had
    not" beside "14 of 18 economists"."""
    if len(fact.mentions) > 1 or any(f.kind != "count" for f in (*fact.figures, *other.figures)):
        return False
    own = fact.figures[0]
    if any(is_slip(own, theirs) for theirs in other.figures):
        return False
    beside = {_exact(f) for f in story.figures_in(own.sentence) if f.id != own.id} - {None}
    rest = _exact(own)
    return rest is not None and any(
        (share, share + rest) in _shares(story, version)
        for share in beside
        if share is not None
        for version in story.versions
        if version != own.version
    )


def _shares(story: StoryEvidence, version: str) -> set[tuple[Decimal, Decimal]]:
    """Part and whole of "14 of 18" in a version."""
    grouped: dict[tuple[str, int], list[Figure]] = {}
    for figure in story.claims[version].figures:
        if figure.group is not None:
            grouped.setdefault((figure.sentence, figure.group), []).append(figure)
    pairs = [sorted(v for f in group if (v := _exact(f)) is not None) for group in grouped.values()]
    return {(pair[0], pair[1]) for pair in pairs if len(pair) == 2}


def _exact(figure: Figure) -> Decimal | None:
    exact = figure.kind == "count" and figure.low == figure.high and isinstance(figure.low, Decimal)
    return Decimal(figure.low) if exact else None


def _counts(story: StoryEvidence, version: str) -> set[Decimal]:
    """The exact counts over twelve of a version."""
    return {
        f.low
        for f in story.claims[version].figures
        if f.kind == "count" and f.low == f.high and isinstance(f.low, Decimal) and f.low > _DOZEN
    }


def _is_the_rest(fact: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether the figures of ``fact`` count those beside one or two who are named, and those of ``other`` all of them:
    "the minister and four other people" beside five."""
    counts = [*fact.figures, *other.figures]
    if any(figure.kind != "count" or not isinstance(figure.low, Decimal) for figure in counts):
        return False
    if not all(is_added(story, figure) for figure in fact.figures):
        return False
    whole = [figure for figure in other.figures if not is_added(story, figure)]
    more = [Decimal(b.low) - Decimal(a.low) in (1, 2) for a in fact.figures for b in whole]
    return bool(more) and 3 * sum(more) >= 2 * len(more)


def _is_on_top(fact: Fact, earlier: Fact, story: StoryEvidence) -> bool:
    """Whether the figures of ``fact``, told after ``earlier`` and lower, come on top: "police arrested two more"."""
    added = all(is_added(story, figure) for figure in fact.figures)
    if not added or not are_late(story, fact.mentions, earlier.mentions):
        return False
    return all(_is_less(a, b) for a in fact.figures for b in earlier.figures)


def _is_less(one: Figure, other: Figure) -> bool:
    return isinstance(one.low, Decimal) and isinstance(other.low, Decimal) and one.low < other.low


def _is_beside_the_moved(fact: Fact, earlier: Fact, story: StoryEvidence) -> bool:
    """Whether the figures of ``fact`` are lower than those of ``earlier``, beside one that rose above them.

    "Rose to 11 after two of the injured died": the 11 answers an earlier 9, the two does not.
    """
    if len(fact.mentions) > 1 or has_risen(fact, earlier, story):
        return False
    beside = [
        f
        for own in fact.figures
        for f in story.figures_in(own.sentence)
        if f.id != own.id and f.kind == own.kind and f.unit == own.unit
    ]
    return any(has_risen(Fact("", {f.version: [f]}), earlier, story) and is_toll(story, f) for f in beside)


def has_risen(fact: Fact, earlier: Fact, story: StoryEvidence) -> bool:
    """Whether the text of ``fact`` says that its figure moved, and it is above that of ``earlier``."""
    lows = [interval(f.kind, f.low, f.high) for f in earlier.figures]
    values = [interval(f.kind, f.low, f.high) for f in fact.figures]
    above = all(v is not None and w is not None and v.high > w.high for v in values for w in lows)
    return above and any(has_cue(story, f) for f in fact.figures)
