"""Which figure answers which: the facts of a story, each with what every version says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from configs.pipeline import FlagSettings
from flag.context import FigureContexts
from flag.evidence import StoryEvidence
from flag.values import compare_figures
from records.claim import Figure
from records.statement import Statement

__all__ = ["Fact", "find_facts"]


@dataclass(slots=True)
class Fact:
    """One thing that versions put a figure on: version id -> its mentions there, which agree with each other.

    ``score`` is the mean likeness, 0..1, with which the mentions were brought together.
    """

    statement: str
    mentions: dict[str, list[Figure]] = field(default_factory=dict)
    scores: list[float] = field(default_factory=list)

    @property
    def score(self) -> float:
        return sum(self.scores) / len(self.scores) if self.scores else 0.0


def find_facts(story: StoryEvidence, contexts: FigureContexts) -> list[Fact]:
    """The facts of every statement that at least two versions put a figure on, in the order of the statements."""
    facts = []
    for statement in story.statements:
        facts += [fact for fact in _facts_of(story, statement, contexts) if len(fact.mentions) > 1]
    return facts


def _facts_of(story: StoryEvidence, statement: Statement, contexts: FigureContexts) -> list[Fact]:
    mentions = [figure for member in statement.members for s in member.sentences for figure in story.figures_in(s)]
    pairs = sorted(_scored(mentions, contexts, story), key=lambda pair: (-pair[0], pair[1].id, pair[2].id))
    fact_of: dict[str, Fact] = {m.id: Fact(statement.id, {m.version: [m]}) for m in mentions}
    for score, one, other in pairs:
        a, b = fact_of[one.id], fact_of[other.id]
        if a is not b and _may_join(a, b):
            for version, figures in b.mentions.items():
                a.mentions.setdefault(version, []).extend(figures)
                for figure in figures:
                    fact_of[figure.id] = a
            a.scores += [*b.scores, score]
    return list({id(fact): fact for fact in fact_of.values()}.values())


def _scored(
    mentions: Sequence[Figure], contexts: FigureContexts, story: StoryEvidence
) -> Iterable[tuple[float, Figure, Figure]]:
    """Pairs of comparable figures of different versions with their likeness, equal values first among equals."""
    settings = story.settings
    for one, other in combinations(mentions, 2):
        if one.version == other.version:
            continue
        relation = compare_figures(one, other)
        if relation == "incomparable":
            continue
        likeness = likeness_of(one, other, contexts)
        if relation == "different":
            if likeness >= settings.conflict_likeness and _tells_the_same(one, other, contexts, settings):
                yield likeness, one, other
        elif likeness >= settings.agreement_likeness:
            yield likeness + (1.0 if relation == "equal" else 0.5), one, other


def likeness_of(one: Figure, other: Figure, contexts: FigureContexts) -> float:
    """Likeness of what is said of two figures, -1..1: the words around, and what is counted where both say it."""
    around, subject = contexts.around(one, other), contexts.subject(one, other)
    return around if subject is None else 0.5 * around + 0.5 * subject


def _tells_the_same(one: Figure, other: Figure, contexts: FigureContexts, settings: FlagSettings) -> bool:
    subject = contexts.subject(one, other)
    if subject is None:
        return (one.subject is None and other.subject is None) or one.kind not in ("count", "age")
    return subject >= settings.subject_likeness


def _may_join(one: Fact, other: Fact) -> bool:
    """No version may say two different values of one fact."""
    for version in one.mentions.keys() & other.mentions.keys():
        for a in one.mentions[version]:
            for b in other.mentions[version]:
                if compare_figures(a, b) not in ("equal", "compatible"):
                    return False
    return True
