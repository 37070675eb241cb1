"""Facts of different values that tell of the same thing, set against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from flag.answering import answer_chance, may_be_weighed
from flag.apart import MANY, are_apart, know_both, may_differ
from flag.context import FigureContexts
from flag.cues import is_toll, toll_of
from flag.evidence import StoryEvidence
from flag.facts import Fact, is_year, likeness_of, mean_of, of_one_kind
from flag.kinds import kinds_meet
from flag.lateness import are_late
from flag.leftover import pair_leftovers
from flag.parts import has_risen
from flag.slips import is_slip, is_telling_slip
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["sameness", "set_against"]

_LONE_KINDS = frozenset({"count", "money", "percent", "measure", "duration", "age", "date"})
_OWN_KINDS = frozenset({"age", "score"})
"""Kinds of which a person or a match has one."""


def set_against(facts: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence) -> list[Fact]:
    """Joins facts of different values that tell of the same thing: the surest pair first, until none is left.

    What a version says and no other does is first held against what many versions agree on, then against each other.
    """
    left = _parted(facts, contexts, story)
    while True:
        scored = [
            (same, n, m)
            for n, m in combinations(range(len(left)), 2)
            if (same := sameness(left[n], left[m], contexts, story, left)) is not None
        ]
        if not scored:
            return pair_leftovers(left, contexts, story)
        (_, score), n, m = max(scored)
        big, small = sorted((left[n], left[m]), key=lambda fact: -len(fact.mentions))
        big.take(small, score)
        left = [fact for fact in left if fact is not small]


def _parted(facts: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence) -> list[Fact]:
    """The facts, those taken apart that two versions alone have, one of which has beside it what many say, while the
    other answers that better.

    "Relief comes on Saturday" goes with the Sunday of many, not with "since Saturday ... until Sunday".
    """
    left = []
    for fact in facts:
        if len(fact.mentions) == 2 and any(_answers_better(fact, v, facts, contexts, story) for v in fact.mentions):
            left += [Fact(fact.statement, {v: figures}) for v, figures in fact.mentions.items()]
        else:
            left.append(fact)
    return left


def _answers_better(
    fact: Fact, version: str, facts: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence
) -> bool:
    """Whether the figure of ``version`` in a fact of two versions answers what many say, it among the silent ones and
    the other version among the many."""
    alone = Fact(fact.statement, {version: fact.mentions[version]})
    twin = Fact(fact.statement, {v: figures for v, figures in fact.mentions.items() if v != version})
    beside = {figure.sentence for figure in twin.figures}
    for many in facts:
        if version in many.mentions or len(many.mentions) < MANY or not twin.mentions.keys() <= many.mentions.keys():
            continue
        one_sentence = any(figure.sentence in beside for figure in many.figures)  # it tells nothing between the two
        likeness = contexts.around if one_sentence else contexts.joint
        better = mean_of(alone, many, likeness) > mean_of(alone, twin, likeness)
        if better and of_one_kind(many.figures[0], fact.figures[0]):
            found = sameness(alone, many, contexts, story, facts)
            if found is not None and found[0] >= 2:
                return True
    return False


def sameness(
    one: Fact, other: Fact, contexts: FigureContexts, story: StoryEvidence, beside: Sequence[Fact] = ()
) -> tuple[int, float] | None:
    """(rank, likeness) of two facts of different values, None when they must not be set against each other.

    Rank 4 are those that are surely so by a weighed chance, against what many say; 3 those alike enough to that by the
    rules; 2 those surely so against what two say; 1 all others. The chance goes first, since it knows what else either
    could answer.
    ``beside`` are the facts that either could answer instead.
    """
    pairs = [(a, b) for a in one.figures for b in other.figures]
    risen = has_risen(one, other, story) or has_risen(other, one, story)
    if not may_differ(one, other, pairs, story) or know_both(one, other, pairs, risen, contexts, story, beside):
        return None
    found = None
    if not are_apart(one, other, pairs, risen, contexts, story):
        found = _alike_enough(one, other, pairs, risen, contexts, story, beside)
    many = max(len(one.mentions), len(other.mentions)) >= MANY
    if (found is None or found[0] == 1 or many) and may_be_weighed(one, other, pairs):
        chance = answer_chance(one, other, contexts, story, beside)
        if chance >= _chance_asked(one, other, story):
            return (4 if many else 2), chance
    return found


def _chance_asked(one: Fact, other: Fact, story: StoryEvidence) -> float:
    """Chance that is asked of two facts: less of an amount that no other version gives, of whatever, against what half
    of all say, three at least; a second thing of the story is seldom told by one alone."""
    settings = story.settings
    few, many = sorted((one, other), key=lambda fact: len(fact.mentions))
    own = few.figures[0]
    if len(many.mentions) < max(MANY, len(story.versions) / 2) or own.kind in ("date", "time"):
        return settings.answer_chance
    if any(f.version not in few.mentions and kinds_meet(f, own) for f in story.figures_of_value(own)):
        return settings.answer_chance
    if not any(toll_of(story, figure) == toll_of(story, own) for figure in many.figures):
        return settings.answer_chance
    return settings.unheard_chance


def _alike_enough(
    one: Fact,
    other: Fact,
    pairs: Sequence[tuple[Figure, Figure]],
    risen: bool,
    contexts: FigureContexts,
    story: StoryEvidence,
    beside: Sequence[Fact],
) -> tuple[int, float] | None:
    """(rank, likeness) of two facts that are as alike as their kind asks, None of others."""
    settings = story.settings
    many = max(len(one.mentions), len(other.mentions))
    gain = settings.slip_gain if _most(is_slip(a, b) for a, b in pairs) else 0.0
    gain += settings.toll_gain if _most(_count_alike(story, a, b) for a, b in pairs) else 0.0
    mean = mean_of(one, other, contexts.around) + gain
    joint = mean_of(one, other, contexts.joint) + gain
    told = _most(is_telling_slip(a, b) for a, b in pairs) and one.statement == other.statement
    if many >= MANY and mean >= (settings.slip_likeness if told else _floor(one, other, story)):
        return 3, max(mean, joint)
    if many >= MANY and joint >= settings.joint_likeness and _is_clear(one, other, joint, contexts, story, beside):
        return 3, joint
    if not ((risen and one.figures[0].kind != "date") or gain or _may_be_few(one, other, pairs, story)):
        return None
    surest = max(
        (likeness_of(a, b, contexts) for a, b in pairs if _tells_the_same(a, b, contexts, story)), default=-1.0
    )
    if surest < settings.conflict_likeness and not _answer_alone(one, other, mean, story):
        return None
    return 1, max(surest, mean)


def _may_be_few(one: Fact, other: Fact, pairs: Sequence[tuple[Figure, Figure]], story: StoryEvidence) -> bool:
    """Whether so few texts need no slip to be set against each other: half of all, or what a thing has one of."""
    if one.figures[0].kind in _OWN_KINDS or len(story.figures) <= story.settings.few_figures:
        return True
    return 2 * max(len(one.mentions), len(other.mentions)) >= len(story.versions)


def _most(answers: Iterable[bool]) -> bool:
    """Whether two thirds are so: one text in six may have rounded what the others have in full."""
    given = list(answers)
    return 3 * sum(given) >= 2 * len(given)


def _count_alike(story: StoryEvidence, one: Figure, other: Figure) -> bool:
    """Whether both count the dead, or both the injured."""
    return toll_of(story, one) is not None and toll_of(story, one) == toll_of(story, other)


def _is_clear(
    one: Fact, other: Fact, joint: float, contexts: FigureContexts, story: StoryEvidence, beside: Sequence[Fact]
) -> bool:
    """Whether a version alone and what many say answer each other better than anything else that either could answer:
    another figure of the version that nobody has too, or another fact that it is silent on."""
    alone, many = sorted((one, other), key=lambda fact: len(fact.mentions))
    if len(alone.mentions) > 1 or any(figure.low != figure.high and figure.kind != "date" for figure in alone.figures):
        return False
    (version,) = alone.mentions
    own = alone.figures[0]
    for fact in beside:
        if fact is one or fact is other or not of_one_kind(fact.figures[0], own):
            continue
        if len(fact.mentions) == 1 and version in fact.mentions:
            rival = mean_of(fact, many, contexts.joint)
        elif len(fact.mentions) > 1 and version not in fact.mentions:
            rival = mean_of(alone, fact, contexts.joint)
        else:
            continue
        if rival > joint - story.settings.joint_margin:
            return False
    return True


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
    if member is None or figure.kind not in _LONE_KINDS or (figure.kind == "date" and not is_year(figure)):
        return False
    beside = [f for s in member.sentences for f in story.figures_in(s) if f.kind == figure.kind and f.id != figure.id]
    return not any(
        compare_figures(f, figure) == "different"
        and toll_of(story, f) == toll_of(story, figure)
        and is_year(f) == is_year(figure)
        for f in beside
    )


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


def _tells_the_same(one: Figure, other: Figure, contexts: FigureContexts, story: StoryEvidence) -> bool:
    if compare_figures(one, other) != "different":
        return False
    subject = contexts.subject(one, other)
    if subject is None:
        return (one.subject is None and other.subject is None) or one.kind not in ("count", "age")
    return subject >= story.settings.subject_likeness
