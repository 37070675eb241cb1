"""Facts of different values that tell of the same thing, set against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from flag.context import FigureContexts
from flag.cues import has_cue, is_toll, toll_of
from flag.distance import are_far_apart, is_double, is_own_day
from flag.evidence import StoryEvidence
from flag.facts import Fact, likeness_of
from flag.headlines import is_headline_slip
from flag.lateness import are_late
from flag.slips import is_slip, is_telling_slip
from flag.values import compare_figures, interval
from records.claim import Figure, Value

__all__ = ["has_risen", "sameness", "set_against"]

_LONE_KINDS = frozenset({"count", "money", "percent", "measure", "duration", "age", "date"})
_LISTED = frozenset({"count", "money", "percent", "percentage-point", "measure", "duration"})
_MOST_GROWN = 4
_MANY = 3
"""Versions that agree from which their mean context may be trusted where single pairs may not."""


def set_against(facts: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence) -> list[Fact]:
    """Joins facts of different values that tell of the same thing: the surest pair first, until none is left.

    What a version says and no other does is first held against what many versions agree on, then against each other.
    """
    left = list(facts)
    while True:
        scored = [
            (same, n, m)
            for n, m in combinations(range(len(left)), 2)
            if (same := sameness(left[n], left[m], contexts, story)) is not None
        ]
        if not scored:
            return _eliminated(left, contexts, story)
        (_, score), n, m = max(scored)
        big, small = sorted((left[n], left[m]), key=lambda fact: -len(fact.mentions))
        big.take(small, score)
        left = [fact for fact in left if fact is not small]


def _eliminated(facts: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence) -> list[Fact]:
    """Joins what is left of a list where everything else pairs off: of "14 killed, 52 hurt, 9 critical" a version has
    14 and 9 too, so its 25 answers the 52, in whatever words.

    So does the only figure of its kind that a version has in a statement, where many agree on one and it is silent.
    """
    left = list(facts)
    for lone in facts:
        if len(lone.mentions) > 1 or not _may_be_left(lone):
            continue
        own = lone.figures[0]
        alike = [fact for fact in left if fact is not lone and _of_one_kind(fact.figures[0], own)]
        mine = [fact for fact in alike if own.version in fact.mentions]
        others = [fact for fact in alike if own.version not in fact.mentions]
        if len(others) != 1 or len(others[0].mentions) < _MANY or any(len(f.mentions) < _MANY for f in mine):
            continue
        pairs = [(own, figure) for figure in others[0].figures]
        mean = sum(contexts.around(a, b) for a, b in pairs) / len(pairs)
        told = _says_elsewhere(lone, others[0], contexts, story)
        apart = are_far_apart(pairs, contexts, story) or is_double(pairs)
        if _may_differ(lone, others[0], pairs, story) and not told and not apart and mean >= _list_floor(pairs, story):
            others[0].take(lone, max(mean, 0.0))
            left = [fact for fact in left if fact is not lone]
    return left


def _may_be_left(lone: Fact) -> bool:
    """Whether what is left of a list may pair: no time, and no date but a year; others tell of their own day."""
    return lone.figures[0].kind in _LISTED or _is_year(lone.figures[0])


def _list_floor(pairs: Sequence[tuple[Figure, Figure]], story: StoryEvidence) -> float:
    """Mean likeness asked of what is left of a list: next to none of slips and of tolls, which say what they count."""
    sure = all(is_slip(a, b) or (is_toll(story, a) and is_toll(story, b)) for a, b in pairs)
    return story.settings.lone_likeness if sure else story.settings.left_likeness


def _of_one_kind(one: Figure, other: Figure) -> bool:
    return one.kind == other.kind and one.unit == other.unit


def sameness(one: Fact, other: Fact, contexts: FigureContexts, story: StoryEvidence) -> tuple[int, float] | None:
    """(rank, likeness) of two facts of different values, None when they must not be set against each other."""
    pairs = [(a, b) for a in one.figures for b in other.figures]
    if not _may_differ(one, other, pairs, story):
        return None
    settings = story.settings
    risen = has_risen(one, other, story) or has_risen(other, one, story)
    if not risen and (_says_elsewhere(one, other, contexts, story) or _says_elsewhere(other, one, contexts, story)):
        return None
    if (
        is_double(pairs)
        or (are_far_apart(pairs, contexts, story) and not _has_grown(one, other, story))
        or (not risen and _is_of_its_own_day(one, other, story))
    ):
        return None
    many = max(len(one.mentions), len(other.mentions))
    mean = _mean_around(one, other, contexts)
    if _most(is_slip(a, b) for a, b in pairs):
        mean += settings.slip_gain
    told = _most(is_telling_slip(a, b) for a, b in pairs) and one.statement == other.statement
    if many >= _MANY and mean >= (settings.slip_likeness if told else _floor(one, other, story)):
        return 2, mean
    surest = max(
        (likeness_of(a, b, contexts) for a, b in pairs if _tells_the_same(a, b, contexts, story)), default=-1.0
    )
    if surest < settings.conflict_likeness and not _answer_alone(one, other, mean, story):
        return None
    return 1, max(surest, mean)


def _most(answers: Iterable[bool]) -> bool:
    """Whether two thirds are so: one text in six may have rounded what the others have in full."""
    given = list(answers)
    return 3 * sum(given) >= 2 * len(given)


def _is_of_its_own_day(one: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether one version alone gives a date, and it is that of its own day."""
    return any(len(fact.mentions) == 1 and all(is_own_day(story, f) for f in fact.figures) for fact in (one, other))


def _has_grown(one: Fact, other: Fact, story: StoryEvidence) -> bool:
    """Whether the far value is news: out hours after the others in one statement, and a few times theirs at most."""
    small, large = sorted((one, other), key=lambda fact: len(fact.mentions))
    if one.statement != other.statement or not are_late(story, small.mentions, large.mentions):
        return False
    values = [abs(v.high) for f in (*one.figures, *other.figures) if (v := interval(f.kind, f.low, f.high)) is not None]
    return bool(values) and max(values) <= _MOST_GROWN * min(values)


def _mean_around(one: Fact, other: Fact, contexts: FigureContexts) -> float:
    """Mean likeness of the words around; of a version alone each figure is held against its likest mention."""
    alone, many = (one, other) if len(one.mentions) == 1 else (other, one)
    if len(alone.mentions) > 1:
        pairs = [contexts.around(a, b) for a in one.figures for b in other.figures]
        return sum(pairs) / len(pairs)
    likest = [max(contexts.around(mine, figure) for mine in alone.figures) for figure in many.figures]
    return sum(likest) / len(likest)


def _answer_alone(one: Fact, other: Fact, mean: float, story: StoryEvidence) -> bool:
    """Whether the figures answer each other since each version has no other of the kind in the statement.

    In stories of a few sentences the words around tell little: "44 days in office" and "after 45 days" have few words
    in common, but two sentences that say the same have one duration each. The dead are set against the dead only.
    """
    if one.statement != other.statement or len(story.figures) > story.settings.few_figures:
        return False
    figures = [*one.figures, *other.figures]
    tolls = {toll_of(story, figure) for figure in figures}
    counted = len(tolls) == 1 and None not in tolls
    if not counted and (mean < story.settings.lone_likeness or figures[0].kind == "count"):
        return False
    return all(_is_lone(figure, one.statement, story) for figure in figures)


def _is_lone(figure: Figure, statement_id: str, story: StoryEvidence) -> bool:
    """Whether its version has no other figure of that kind, and of the same toll, in the statement."""
    statement = next((s for s in story.statements if s.id == statement_id), None)
    member = statement.member_of(figure.version) if statement is not None else None
    if member is None or figure.kind not in _LONE_KINDS or (figure.kind == "date" and not _is_year(figure)):
        return False
    beside = [f for s in member.sentences for f in story.figures_in(s) if f.kind == figure.kind and f.id != figure.id]
    return not any(
        compare_figures(f, figure) == "different"
        and toll_of(story, f) == toll_of(story, figure)
        and _is_year(f) == _is_year(figure)
        for f in beside
    )


def _is_year(figure: Figure) -> bool:
    return figure.kind == "date" and str(figure.low)[5:] == "01-01" and str(figure.high)[5:] == "12-31"


def _may_differ(one: Fact, other: Fact, pairs: Sequence[tuple[Figure, Figure]], story: StoryEvidence) -> bool:
    """Whether two facts are of different versions, can be compared and have different values."""
    relations = [compare_figures(a, b) for a, b in pairs]
    if one.mentions.keys() & other.mentions.keys() or relations.count("different") <= 2 * relations.count(
        "incomparable"
    ):
        return False
    if one.figures[0].kind == "score" and not any(_half_alike(a, b, story) for a, b in pairs):
        return False
    tolls = [{toll for figure in fact.figures if (toll := toll_of(story, figure))} for fact in (one, other)]
    if all(tolls) and not tolls[0] & tolls[1]:
        return False
    return not (_is_beside_the_moved(one, other, story) or _is_beside_the_moved(other, one, story))


def _half_alike(one: Figure, other: Figure, story: StoryEvidence) -> bool:
    """Whether two figures are the same half of scores whose other half is equal: 3-1 may be a slip for 2-1."""
    return _other_half(one, story) == _other_half(other, story)


def _other_half(figure: Figure, story: StoryEvidence) -> tuple[bool, list[Value]]:
    """Whether a half stands first, and the other half of its score."""
    beside = [f for f in story.figures_in(figure.sentence) if f.group == figure.group and f.id != figure.id]
    return all(f.start > figure.start for f in beside), [f.low for f in beside]


def _says_elsewhere(fact: Fact, other: Fact, contexts: FigureContexts, story: StoryEvidence) -> bool:
    """Whether the only version of ``fact`` gives the value that many put in ``other`` in another place, said alike."""
    if len(fact.mentions) > 1 or len(other.mentions) < _MANY:
        return False
    own = fact.figures[0]
    for figure in story.claims[own.version].figures:
        if figure.sentence == own.sentence or is_headline_slip(story, own, figure):
            continue
        equal = [f for f in other.figures if compare_figures(figure, f) == "equal"]
        if 2 * len(equal) > len(other.figures):
            mean = sum(contexts.around(figure, f) for f in equal) / len(equal)
            if mean >= story.settings.agreement_likeness:
                return True
    return False


def _floor(one: Fact, other: Fact, story: StoryEvidence) -> float:
    """Mean likeness that is asked: less where one side came out late or says that the figure moved, more of dates."""
    settings = story.settings
    figures = [*one.figures, *other.figures]
    if figures[0].kind in ("date", "time"):
        return settings.date_likeness
    risen = has_risen(one, other, story) or has_risen(other, one, story)
    small, large = sorted((one, other), key=lambda fact: len(fact.mentions))
    if are_late(story, small.mentions, large.mentions):
        return settings.risen_likeness if risen else settings.late_likeness
    if risen and 2 * sum(is_toll(story, f) for f in figures) > len(figures):
        return settings.agreement_likeness / 2
    return settings.majority_likeness


def has_risen(fact: Fact, earlier: Fact, story: StoryEvidence) -> bool:
    """Whether the text of ``fact`` says that its figure moved, and it is above that of ``earlier``."""
    lows = [interval(f.kind, f.low, f.high) for f in earlier.figures]
    values = [interval(f.kind, f.low, f.high) for f in fact.figures]
    above = all(v is not None and w is not None and v.high > w.high for v in values for w in lows)
    return above and any(has_cue(story, f) for f in fact.figures)


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


def _tells_the_same(one: Figure, other: Figure, contexts: FigureContexts, story: StoryEvidence) -> bool:
    if compare_figures(one, other) != "different":
        return False
    subject = contexts.subject(one, other)
    if subject is None:
        return (one.subject is None and other.subject is None) or one.kind not in ("count", "age")
    return subject >= story.settings.subject_likeness
