"""Which figure answers which: the facts of a story, each with what every version says of it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from configs.boiler import is_boiler
from flag.adding import adds_up
from flag.agreeing import agreeing_facts, move_home
from flag.apart import MANY
from flag.context import FigureContexts
from flag.conversions import may_be_converted
from flag.cues import toll_of
from flag.differing import sameness, set_against
from flag.evidence import StoryEvidence
from flag.facts import Fact, mean_of, of_one_kind
from flag.gathering import earlier_toll, gather_equal, gather_loose, gather_tolls
from flag.kinds import kinds_meet
from flag.lateness import are_late
from flag.leftover import leftover_likeness
from flag.news import News, put_news, without_news
from flag.one_day import are_near_days, is_written_day
from flag.own_slips import let_go_of_slips
from flag.parts import has_risen
from flag.superseded import find_news
from flag.values import compare_figures
from records.claim import Figure, Value

__all__ = ["find_facts"]

_SELDOM = frozenset({"money", "percent", "percentage-point", "measure", "duration"})
"""Kinds of which a text has few."""
_AMOUNTS = frozenset({"count", "money"})
_BESIDE = 20
"""Letters between a measure and itself in another unit: "(", "or"."""
_TELLING = 13
"""Smaller numbers stand in any two sentences by chance."""


def find_facts(story: StoryEvidence, contexts: FigureContexts) -> list[Fact]:
    """The facts of every statement that at least two versions put a figure on, in the order of the statements."""
    agreed = move_home([agreeing_facts(story, statement, contexts) for statement in story.statements], contexts, story)
    gathered, rest = gather_tolls(gather_equal(agreed, contexts, story), _repeated(_unaligned(story)), story)
    news = find_news(gathered, rest, contexts, story)
    facts, left = _gather_left(gathered, without_news(rest, news), news, contexts, story)
    loose = [figure for fact in left for figure in fact.figures]
    agreed_on = [*facts, *(fact for found in gathered for fact in found if len(fact.mentions) > 1)]
    for found in gathered:
        told = [fact for fact in without_news(found, news) if not _is_agreed_on(fact, agreed_on, story)]
        let_go_of_slips(told, contexts, story)
        judged = set_against(told, contexts, story)
        facts += [fact for fact in judged if len(fact.mentions) > 1]
        loose += [figure for fact in judged if len(fact.mentions) == 1 for figure in fact.figures]
    _attach_loose(facts, loose, contexts, story)
    put_news(facts, news)
    return facts


def _gather_left(
    gathered: Sequence[Sequence[Fact]],
    loose: Sequence[Fact],
    news: Sequence[News],
    contexts: FigureContexts,
    story: StoryEvidence,
) -> tuple[list[Fact], list[Fact]]:
    """What sentences of no statement tell, after ``gather_loose``: what several versions tell, and the rest. What a
    text looks back to stays with its news."""
    told = {figure.id for one in news for figure in one.told}
    back = [bool(told & {figure.id for figure in fact.figures}) for fact in loose]
    homes = [fact for found in gathered for fact in without_news(found, news)]
    met, left = gather_loose(
        homes, [fact for fact, looks in zip(loose, back, strict=True) if not looks], contexts, story
    )
    return met, [*(fact for fact, looks in zip(loose, back, strict=True) if looks), *left]


def _is_agreed_on(fact: Fact, agreed_on: Sequence[Fact], story: StoryEvidence) -> bool:
    """Whether a fact of one text is a number of some size that the text gives where others give it too: "of those 87
    million" is nothing else than the 87 million euros."""
    own = fact.figures[0]
    if len(fact.mentions) == 1 and own.kind == "measure":
        return _is_converted(own, agreed_on, story)
    if (
        len(fact.mentions) > 1
        or own.kind not in _AMOUNTS
        or not isinstance(own.low, Decimal)
        or abs(own.low) < _TELLING
    ):
        return False
    return any(
        kinds_meet(figure, own) and compare_figures(figure, own) == "equal"
        for other in agreed_on
        for figure in other.mentions.get(own.version, ())
    )


def _is_converted(own: Figure, agreed_on: Sequence[Fact], story: StoryEvidence) -> bool:
    """Whether a measure is another one of its sentence in another unit, which others give too: "185 kilometres an hour,
    or 115 miles an hour"."""
    twins = {
        figure.id
        for figure in story.figures_in(own.sentence)
        if figure.kind == "measure"
        and max(own.start - figure.end, figure.start - own.end) <= _BESIDE
        and (may_be_converted(figure, own) or may_be_converted(own, figure))
        and compare_figures(figure, own) == "compatible"
    }
    return any(figure.id in twins for fact in agreed_on for figure in fact.mentions.get(own.version, ()))


def _unaligned(story: StoryEvidence) -> list[Figure]:
    """The figures of sentences that belong to no statement; what a pointer to another article says is not told here."""
    aligned = {s for statement in story.statements for member in statement.members for s in member.sentences}
    loose = [figure for figure in story.figures.values() if figure.sentence not in aligned]
    return [figure for figure in loose if not _is_beside_the_story(story, figure)]


def _is_beside_the_story(story: StoryEvidence, figure: Figure) -> bool:
    version = story.versions[figure.version]
    return is_boiler(version.sentence_text(story.sentences[figure.sentence]), version.language_code)


def _attach_loose(
    facts: Sequence[Fact], loose: Sequence[Figure], contexts: FigureContexts, story: StoryEvidence
) -> None:
    """Holds what stands in no statement against the facts of many versions that its version is silent on."""
    stated = {v: [f for fact in facts for f in fact.mentions.get(v, ())] for v in story.versions}
    alones = _repeated(loose)
    beside = [*facts, *alones]
    for alone in alones:
        (version,) = alone.mentions
        if any(_repeats(alone.figures[0], mine, story) for mine in stated[version]):
            continue
        summed = next((fact for fact in facts if adds_up(alone, fact, story)), None) or earlier_toll(
            alone, facts, story
        )
        if summed is not None:
            summed.take(alone, story.settings.joint_likeness)
            continue
        scored = []
        for n, fact in enumerate(facts):
            said = any(compare_figures(mine, f) == "equal" for mine in stated[version] for f in fact.figures)
            same = None if said else sameness(alone, fact, contexts, story, beside)
            if same is not None and same[0] >= 2 and same[1] >= _floor(alone, fact, story):
                scored.append((*same, n))
            elif not said and _is_only_one_left(alone, fact, facts, loose, story):
                likeness = leftover_likeness(alone, fact, facts, contexts, story)
                scored += [(2, likeness, n)] if likeness is not None else []
        if scored:
            _, score, n = max(scored)
            if not _is_known(alone, facts, mean_of(alone, facts[n], contexts.joint), contexts):
                facts[n].take(alone, score)


def _is_only_one_left(
    alone: Fact, fact: Fact, facts: Sequence[Fact], loose: Sequence[Figure], story: StoryEvidence
) -> bool:
    """Whether, in the whole story, no other fact of many is silent on the version and no other figure of the version
    is left that could answer one: a list that pairs off over all sentences."""
    own = alone.figures[0]
    if len(fact.mentions) < MANY or not (own.kind in _SELDOM or are_near_days(alone, fact, story)):
        return False
    silent = [one for one in facts if len(one.mentions) >= MANY and own.version not in one.mentions]
    others = [figure for figure in loose if figure.version == own.version and figure not in alone.figures]
    if own.kind == "date":
        silent = [one for one in silent if any(is_written_day(figure) for figure in one.figures)]
        others = [figure for figure in others if is_written_day(figure)]
    return not any(one is not fact and of_one_kind(one.figures[0], own) for one in silent) and not any(
        of_one_kind(figure, own) for figure in others
    )


def _repeats(figure: Figure, stated: Figure, story: StoryEvidence) -> bool:
    """Whether a number of some size, or of the dead or the hurt, is one that its version gives in a fact already: 40 in
    headline and body."""
    toll = toll_of(story, figure)
    telling = isinstance(figure.low, Decimal) and abs(figure.low) >= _TELLING
    if not telling and (toll is None or toll != toll_of(story, stated)):
        return False
    return figure.kind == stated.kind and compare_figures(figure, stated) == "equal"


def _is_known(alone: Fact, facts: Sequence[Fact], score: float, contexts: FigureContexts) -> bool:
    """Whether a fact of many that the version is silent on gives the same value, said more alike than ``score``."""
    (version,) = alone.mentions
    return any(
        version not in fact.mentions
        and len(fact.mentions) >= MANY
        and all(compare_figures(alone.figures[0], f) == "equal" for f in fact.figures)
        and mean_of(alone, fact, contexts.joint) >= score
        for fact in facts
    )


def _floor(alone: Fact, fact: Fact, story: StoryEvidence) -> float:
    settings = story.settings
    if not are_late(story, alone.mentions, fact.mentions):
        dated = alone.figures[0].kind in ("date", "time")  # of which texts tell many
        return settings.loose_likeness if dated else min(settings.loose_likeness, settings.joint_likeness)
    return settings.risen_likeness if has_risen(alone, fact, story) else settings.late_likeness


def _repeated(figures: Sequence[Figure]) -> list[Fact]:
    """One fact a version and value: what the headline has and the first sentence repeats is one thing."""
    found: dict[tuple[str, str, str | None, Value, Value], Fact] = {}
    for figure in figures:
        key = figure.version, figure.kind, figure.unit, figure.low, figure.high
        found.setdefault(key, Fact("", {figure.version: []})).mentions[figure.version].append(figure)
    return list(found.values())
