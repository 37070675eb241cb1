"""Which figure answers which: the facts of a story, each with what every version says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from flag.context import FigureContexts
from flag.cues import has_cue, is_toll, toll_of
from flag.evidence import StoryEvidence
from flag.slips import is_slip
from flag.values import Relation, compare_figures, interval
from records.claim import Figure, Value
from records.statement import Statement

__all__ = ["Fact", "find_facts", "likeness_of"]

_LONE_KINDS = frozenset({"count", "money", "percent", "measure", "duration", "age", "date"})
_TELLING = 13
"""Smaller numbers stand in any two sentences by chance."""
_MANY = 3
"""Versions that agree from which their mean context may be trusted where single pairs may not."""


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

    @property
    def figures(self) -> list[Figure]:
        """All mentions, version after version."""
        return [figure for figures in self.mentions.values() for figure in figures]

    def take(self, other: Fact, score: float) -> None:
        """Adds the mentions of ``other``."""
        for version, figures in other.mentions.items():
            self.mentions.setdefault(version, []).extend(figures)
        self.scores += [*other.scores, score]


def find_facts(story: StoryEvidence, contexts: FigureContexts) -> list[Fact]:
    """The facts of every statement that at least two versions put a figure on, in the order of the statements."""
    loose = _unaligned(story)
    facts = []
    agreed = _moved_home([_agreeing(story, statement, contexts) for statement in story.statements], contexts, story)
    for found in agreed:
        judged = _set_against(found, contexts, story)
        facts += [fact for fact in judged if len(fact.mentions) > 1]
        loose += [figure for fact in judged if len(fact.mentions) == 1 for figure in fact.figures]
    _attach_loose(facts, loose, contexts, story)
    return facts


def _moved_home(stated: Sequence[Sequence[Fact]], contexts: FigureContexts, story: StoryEvidence) -> list[list[Fact]]:
    """The facts by statement, after what one version alone says in a statement went to those that say so in another.

    Sentences are cut differently: "25 were hurt, nine critically" answers a sentence about the hurt and one about the
    nine; the nine must not be held against the number of the hurt.
    """
    homes = [fact for facts in stated for fact in facts if len(fact.mentions) > 1]
    kept = []
    for facts in stated:
        left = []
        for fact in facts:
            home = _home_of(fact, homes, contexts, story) if len(fact.mentions) == 1 else None
            if home is None:
                left.append(fact)
            else:
                home[1].take(fact, home[0])
        kept.append(left)
    return kept


def _home_of(
    fact: Fact, homes: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence
) -> tuple[float, Fact] | None:
    """The likeness and the fact of another statement that gives the same value of the same thing, without the version
    of ``fact``."""
    own, scored = fact.figures[0], []
    for number, home in enumerate(homes):
        if home.statement == fact.statement or own.version in home.mentions:
            continue
        if all(compare_figures(own, f) == "equal" for f in home.figures):
            mean = sum(likeness_of(own, f, contexts) for f in home.figures) / len(home.figures)
            scored.append((mean, -number))
    if not scored or max(scored)[0] < story.settings.majority_likeness:
        return None
    return max(scored)[0], homes[-max(scored)[1]]


def _agreeing(story: StoryEvidence, statement: Statement, contexts: FigureContexts) -> list[Fact]:
    """The mentions of one statement in facts of equal or compatible values, equal and alike ones first."""
    mentions = [figure for member in statement.members for s in member.sentences for figure in story.figures_in(s)]
    pairs = sorted(_agreements(mentions, contexts, story), key=lambda pair: (-pair[0], pair[1].id, pair[2].id))
    fact_of: dict[str, Fact] = {m.id: Fact(statement.id, {m.version: [m]}) for m in mentions}
    for score, one, other in pairs:
        a, b = fact_of[one.id], fact_of[other.id]
        if a is not b and _may_join(a, b):
            a.take(b, score)
            for figure in b.figures:
                fact_of[figure.id] = a
    return list({id(fact): fact for fact in fact_of.values()}.values())


def _agreements(
    mentions: Sequence[Figure], contexts: FigureContexts, story: StoryEvidence
) -> Iterable[tuple[float, Figure, Figure]]:
    for one, other in combinations(mentions, 2):
        if one.version == other.version:
            continue
        relation = compare_figures(one, other)
        if relation == "compatible" and _count_others(one, other, story):
            continue
        likeness = likeness_of(one, other, contexts)
        floor = story.settings.lone_likeness if _is_telling(one, relation) else story.settings.agreement_likeness
        if relation in ("equal", "compatible") and likeness >= floor:
            yield likeness + (1.0 if relation == "equal" else 0.5), one, other


def _count_others(one: Figure, other: Figure, story: StoryEvidence) -> bool:
    """Whether one counts the dead and the other the injured."""
    tolls = toll_of(story, one), toll_of(story, other)
    return None not in tolls and tolls[0] != tolls[1]


def _is_telling(figure: Figure, relation: Relation) -> bool:
    """Whether an equal value alone says much: 1988 and 45 days, not two."""
    if relation != "equal":
        return False
    return not isinstance(figure.low, Decimal) or abs(figure.low) >= _TELLING


def _set_against(facts: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence) -> list[Fact]:
    """Joins facts of different values that tell of the same thing: the surest pair first, until none is left.

    What a version says and no other does is first held against what many versions agree on, then against each other.
    """
    left = list(facts)
    while True:
        scored = [
            (sameness, n, m)
            for n, m in combinations(range(len(left)), 2)
            if (sameness := _sameness(left[n], left[m], contexts, story)) is not None
        ]
        if not scored:
            return left
        (_, score), n, m = max(scored)
        big, small = sorted((left[n], left[m]), key=lambda fact: -len(fact.mentions))
        big.take(small, score)
        left = [fact for fact in left if fact is not small]


def _sameness(one: Fact, other: Fact, contexts: FigureContexts, story: StoryEvidence) -> tuple[int, float] | None:
    """(rank, likeness) of two facts of different values, None when they must not be set against each other."""
    pairs = [(a, b) for a in one.figures for b in other.figures]
    if not _may_differ(one, other, pairs, story):
        return None
    settings = story.settings
    risen = _risen(one, other, story) or _risen(other, one, story)
    if not risen and (_says_elsewhere(one, other, contexts, story) or _says_elsewhere(other, one, contexts, story)):
        return None
    many = max(len(one.mentions), len(other.mentions))
    mean = sum(contexts.around(a, b) for a, b in pairs) / len(pairs)
    if all(is_slip(a, b) for a, b in pairs):
        mean += settings.slip_gain
    if many >= _MANY and mean >= _floor(one, other, story):
        return 2, mean
    told = [likeness_of(a, b, contexts) for a, b in pairs if _tells_the_same(a, b, contexts, story)]
    surest = max(told, default=-1.0)
    if surest < settings.conflict_likeness and not _answer_alone(one, other, mean, story):
        return None
    return 1, max(surest, mean)


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
        if figure.sentence == own.sentence:
            continue
        equal = [f for f in other.figures if compare_figures(figure, f) == "equal"]
        if 2 * len(equal) > len(other.figures):
            mean = sum(contexts.around(figure, f) for f in equal) / len(equal)
            if mean >= story.settings.agreement_likeness:
                return True
    return False


def _floor(one: Fact, other: Fact, story: StoryEvidence) -> float:
    """Mean likeness that is asked: less of tolls where one side's text says that the figure moved, more of dates."""
    settings = story.settings
    figures = [*one.figures, *other.figures]
    if figures[0].kind in ("date", "time"):
        return settings.date_likeness
    if all(is_toll(story, f) for f in figures) and (_risen(one, other, story) or _risen(other, one, story)):
        return settings.agreement_likeness / 2
    return settings.majority_likeness


def _risen(fact: Fact, earlier: Fact, story: StoryEvidence) -> bool:
    """Whether the text of ``fact`` says that its figure moved, and it is above that of ``earlier``."""
    lows = [interval(f.kind, f.low, f.high) for f in earlier.figures]
    values = [interval(f.kind, f.low, f.high) for f in fact.figures]
    above = all(v is not None and w is not None and v.high > w.high for v in values for w in lows)
    return above and any(has_cue(story, f) for f in fact.figures)


def _is_beside_the_moved(fact: Fact, earlier: Fact, story: StoryEvidence) -> bool:
    """Whether the figures of ``fact`` are lower than those of ``earlier``, beside one that rose above them.

    "Rose to 11 after two of the injured died": the 11 answers an earlier 9, the two does not.
    """
    if len(fact.mentions) > 1 or _risen(fact, earlier, story):
        return False
    own = fact.figures[0]
    beside = [f for f in story.figures_in(own.sentence) if f.id != own.id and f.kind == own.kind and f.unit == own.unit]
    return any(_risen(Fact("", {f.version: [f]}), earlier, story) and is_toll(story, f) for f in beside)


def _unaligned(story: StoryEvidence) -> list[Figure]:
    """The figures of sentences that belong to no statement."""
    aligned = {s for statement in story.statements for member in statement.members for s in member.sentences}
    return [figure for figure in story.figures.values() if figure.sentence not in aligned]


def _attach_loose(
    facts: Sequence[Fact], loose: Sequence[Figure], contexts: FigureContexts, story: StoryEvidence
) -> None:
    """Holds what stands in no statement against the facts of many versions that its version is silent on."""
    stated = {v: [f for fact in facts for f in fact.mentions.get(v, ())] for v in story.versions}
    for figure in loose:
        alone = Fact("", {figure.version: [figure]})
        scored = []
        for n, fact in enumerate(facts):
            said = any(compare_figures(mine, f) == "equal" for mine in stated[figure.version] for f in fact.figures)
            sameness = None if said else _sameness(alone, fact, contexts, story)
            if sameness is not None and sameness[0] == 2 and sameness[1] >= story.settings.loose_likeness:
                scored.append((sameness[1], n))
        if scored:
            score, n = max(scored)
            facts[n].take(alone, score)


def likeness_of(one: Figure, other: Figure, contexts: FigureContexts) -> float:
    """Likeness of what is said of two figures, -1..1: the words around, and what is counted where both say it."""
    around, subject = contexts.around(one, other), contexts.subject(one, other)
    return around if subject is None else 0.5 * around + 0.5 * subject


def _tells_the_same(one: Figure, other: Figure, contexts: FigureContexts, story: StoryEvidence) -> bool:
    if compare_figures(one, other) != "different":
        return False
    subject = contexts.subject(one, other)
    if subject is None:
        return (one.subject is None and other.subject is None) or one.kind not in ("count", "age")
    return subject >= story.settings.subject_likeness


def _may_join(one: Fact, other: Fact) -> bool:
    """No version may say two different values of one fact; in one sentence, and where both are exact, only equal ones:
    "at least 14 died, 25 were hurt" tells of two things."""
    for version in one.mentions.keys() & other.mentions.keys():
        for a in one.mentions[version]:
            for b in other.mentions[version]:
                relation = compare_figures(a, b)
                exact = a.modifier == b.modifier == "exact" and a.low == a.high and b.low == b.high
                if relation != "equal" and (relation != "compatible" or exact or a.sentence == b.sentence):
                    return False
    return True
