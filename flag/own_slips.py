"""A version that gives what others say in its headline or vaguely, and another number in its text: "more than 200 ill"
above "has made 122 people ill"."""

from __future__ import annotations

from collections.abc import Sequence

from flag.apart import MANY
from flag.context import FigureContexts
from flag.differing import sameness
from flag.evidence import StoryEvidence
from flag.facts import Fact, mean_of, of_one_kind
from flag.headlines import is_headline_slip
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["let_go_of_slips"]


def let_go_of_slips(facts: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence) -> None:
    """Takes out of each fact of many the version that is in it by its headline or by a vague number alone, where its
    text has an exact number, of no other version, that contradicts this one and answers what the others say."""
    for fact in facts:
        if len(fact.mentions) <= MANY:
            continue
        for version in [v for v, figures in fact.mentions.items() if all(_is_weak(f, story) for f in figures)]:
            rest = Fact(fact.statement, {v: f for v, f in fact.mentions.items() if v != version})
            if len(rest.mentions) >= MANY and any(
                _answers(alone, fact.mentions[version], rest, contexts, story, facts)
                for alone in facts
                if list(alone.mentions) == [version]
            ):
                del fact.mentions[version]


def _is_weak(figure: Figure, story: StoryEvidence) -> bool:
    """Whether a figure is vague, or stands in the headline."""
    vague = figure.modifier != "exact" or figure.low != figure.high
    return vague or story.sentences[figure.sentence].paragraph == 0


def _answers(
    alone: Fact,
    weak: Sequence[Figure],
    rest: Fact,
    contexts: FigureContexts,
    story: StoryEvidence,
    beside: Sequence[Fact],
) -> bool:
    own = alone.figures[0]
    if own.low != own.high or own.modifier != "exact" or not of_one_kind(own, weak[0]):
        return False
    if not all(_contradicts(own, figure, story) for figure in weak):
        return False
    mine = mean_of(Fact("", {own.version: [*weak]}), rest, contexts.joint)
    if mean_of(alone, rest, contexts.joint) < mine:
        return False
    same = sameness(alone, rest, contexts, story, beside)
    return same is not None and same[0] > 2


def _contradicts(own: Figure, weak: Figure, story: StoryEvidence) -> bool:
    """Whether both can't be true; of two exact numbers one must be a slip for the other."""
    if own.sentence == weak.sentence or compare_figures(own, weak) != "different":
        return False
    exact = weak.modifier == "exact" and weak.low == weak.high
    return not exact or is_headline_slip(story, weak, own)
