"""The check ``claimant-conflict``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex

from configs.pipeline import FlagSettings
from flag.claimant_kinds import kinds_of
from flag.claimants import Claimants
from flag.describe import describe_value
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.figures import FigureJudgement
from flag.identity import discrepancy_id
from flag.sides import FigureSide, sides_of
from flag.values import compare_figures
from records.claim import Figure
from records.discrepancy import Discrepancy, Evidence, Side
from records.version import Version

__all__ = ["check_claimant_conflict"]

_MANY = 3
"""Versions that must credit the figure to one claimant before another credit is called different."""
_FEW = 2
"""Versions, at most, that each credit it to somebody else."""
_ONE_NAME = 0.8
"""Likeness of two spellings of one name."""
_NAME = regex.compile(r"[\p{L}\p{M}]{4,}")
_TELLING = 100
_POINTS = frozenset({"exact", "about"})
_UNCREDITED = frozenset({"date", "time", "ordinal", "score"})


def check_claimant_conflict(judgement: FigureJudgement) -> Iterable[Discrepancy]:
    """One figure, credited to one claimant by many versions and to somebody else by one or a few.

    The words for the common claimant must be alike over versions, and unlike those of the few: an office is worded in
    as many ways as there are languages, and a lone wording may be a misreading. A sentence that credits several figures
    ("18,000 people of 14 villages") to another one differs once: by the first of them.
    """
    found: dict[tuple[str, str], Discrepancy] = {}
    for credit in (credit for fact in judgement.facts for credit in _credits(judgement, fact)):
        exchanged = _is_exchanged(judgement, credit)
        for discrepancy in _discrepancies(judgement, credit, exchanged) if exchanged or credit.lone else ():
            sentence = _sentence_at(judgement.story, _place(discrepancy))
            if sentence not in found or _place(discrepancy).start < _place(found[sentence]).start:
                found[sentence] = discrepancy
    return found.values()


def _place(discrepancy: Discrepancy) -> Evidence:
    """Where the figure stands that is credited to another claimant."""
    return discrepancy.sides[-1].evidence[0]


def _sentence_at(story: StoryEvidence, place: Evidence) -> tuple[str, str]:
    """The version and the sentence of a place of evidence."""
    inside = (s.id for s in story.versions[place.version].sentences if s.start <= place.start < s.end)
    return place.version, next(inside, str(place.start))


def _is_one_value(one: Figure, other: Figure) -> bool:
    """Whether two figures are one value, and not a bound with what it allows: "over 25" with 40."""
    relation = compare_figures(one, other)
    return relation == "equal" or (relation == "compatible" and {one.modifier, other.modifier} <= _POINTS)


def _is_quoted(story: StoryEvidence, figure: Figure) -> bool:
    """Whether a figure stands in words given as somebody's own."""
    quotes = story.claims[figure.version].quotes
    return any(q.mode != "indirect" and q.start <= figure.start and figure.end <= q.end for q in quotes)


@dataclass(frozen=True, slots=True)
class _Credit:
    """A side of a fact, those of its figures that the common claimant gives, and one that somebody else does; ``lone``
    where that is told whatever else its sentence says."""

    fact: Fact
    side: FigureSide
    many: Sequence[Figure]
    figure: Figure
    lone: bool


def _credits(judgement: FigureJudgement, fact: Fact) -> list[_Credit]:
    story, claimants = judgement.story, judgement.claimants
    side = sides_of(fact, story)[0]
    if side.spokesman.kind in _UNCREDITED:
        return []
    if 2 * sum(_is_quoted(story, figure) for figure in side.figures.values()) > len(side.figures):
        return []  # who says a quote is the matter of quote-misattributed
    named = credited_mentions(judgement, fact, side)
    parted = part_claimants(named, claimants, story.settings)
    if parted is not None:
        return [_Credit(fact, side, parted[0], figure, True) for figure in parted[1]]
    many = claimants.core(named, story.settings.claimants_alike)
    if len(many) < _MANY:
        return []
    others = [f for f in named if f not in many and not claimants.is_pointed(f) and claimants.are_surely_two(f, many)]
    return [_Credit(fact, side, many, figure, False) for figure in others if len(others) < len(many)]


def _is_exchanged(judgement: FigureJudgement, credit: _Credit) -> bool:
    """Whether its sentence credits two figures to each other's claimants: "police: 40,000; the unions: 15,000".

    Whom the others name has another figure there, and two of them or more credit that one to who has this one here.
    """
    story, claimants = judgement.story, judgement.claimants
    figure = credit.figure
    return any(
        other.id != figure.id
        and compare_figures(other, figure) == "different"
        and claimants.are_surely_one(other, credit.many)
        and sum(_credits_alike(judgement, one.version, other, figure) for one in credit.many) >= _FEW
        for other in story.figures_in(figure.sentence)
    )


def _credits_alike(judgement: FigureJudgement, version: str, figure: Figure, named: Figure) -> bool:
    """Whether a version credits the value of ``figure`` to one of the kind of whom ``named`` is credited to."""
    story, claimants = judgement.story, judgement.claimants
    return any(
        (told.kind, told.unit) == (figure.kind, figure.unit)
        and compare_figures(told, figure) == "equal"
        and claimants.are_surely_one(named, [told])
        for told in story.claims[version].figures
    )


def _discrepancies(judgement: FigureJudgement, credit: _Credit, exchanged: bool) -> list[Discrepancy]:
    """The finding that a figure is credited to somebody else than many others credit it to, if it is one; ``exchanged``
    where whom these name has the other figure of its sentence."""
    story, claimants = judgement.story, judgement.claimants
    fact, side, many, few = credit.fact, credit.side, credit.many, [credit.figure]
    if not any(_is_one_value(few[0], figure) for figure in many):
        return []
    if not exchanged and _is_told_beside(judgement, few, many):
        return []
    if len(_mentions_of(judgement, fact, side, few[0].version)) > 1:
        return []  # credited to two in one text: either may be meant
    sides = tuple(_side(story, figures, claimants) for figures in (many, few))
    value = describe_value(side.spokesman, None)
    here, there = (", ".join(story.versions[f.version].outlet for f in figures) for figures in (few, many))
    found = Discrepancy(
        id=discrepancy_id("claimant-conflict", sides, story.versions),
        kind="claimant-conflict",
        severity="low",
        confidence=story.settings.confidence.claimants,
        summary=f"{here} credits {value} to {_inside(sides[1].value)}; {there} "
        f"{'credit' if len(many) > 1 else 'credits'} it to {_inside(sides[0].value)}.",
        statement=fact.statement or None,
        outliers=tuple(figure.version for figure in few),
        sides=sides,
        why="The same value of the same thing; most versions name one claimant in words that are alike, and this one "
        "names somebody else.",
    )
    return [found]


def _inside(name: str) -> str:
    """A name as it is written inside a sentence: "The ministry" began one."""
    return name[0].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) else name


def credited_mentions(judgement: FigureJudgement, fact: Fact, side: FigureSide) -> list[Figure]:
    """One mention of the side's value a version that somebody is named for, the fact's own before others: a headline
    names nobody, and a text may tell a large number where no other does."""
    found = (_mentions_of(judgement, fact, side, version) for version in judgement.story.versions)
    return [mentions[0] for mentions in found if mentions]


def _mentions_of(judgement: FigureJudgement, fact: Fact, side: FigureSide, version: str) -> list[Figure]:
    """The mentions of a side's value in one version that somebody is named for, of each claimant the first."""
    story, claimants = judgement.story, judgement.claimants
    value = side.figures.get(version, side.spokesman)
    own = [value] if version in side.figures else []
    own += [figure for figure in fact.mentions.get(version, ()) if figure != value]
    if version in side.figures or (version not in fact.mentions and _is_telling(value)):
        taken = {figure.id for figure in own} | _answering_others(judgement, fact)
        own += [figure for figure in story.claims[version].figures if figure.id not in taken and _is_telling(figure)]
    found: dict[str, Figure] = {}
    for figure in own:
        who = claimants.of(figure)
        same = (figure.kind, figure.unit) == (value.kind, value.unit)
        if who is not None and same and compare_figures(figure, value) == "equal":
            found.setdefault(who.id or who.words, figure)
    return list(found.values())


def _answering_others(judgement: FigureJudgement, fact: Fact) -> set[str]:
    """The figures that answer those of other versions in another fact."""
    others = (other for other in judgement.facts if other is not fact and len(other.mentions) > 1)
    return {figure.id for other in others for figure in other.figures}


def _is_telling(figure: Figure) -> bool:
    """Whether two texts of one story hardly have a number for two things: 2,100, not 20."""
    return isinstance(figure.low, Decimal) and abs(figure.low) >= _TELLING


def _is_told_beside(judgement: FigureJudgement, few: Sequence[Figure], many: Sequence[Figure]) -> bool:
    """Whether a sentence of ``few`` names somebody of the kind that most of ``many`` credit, besides its claimant: of
    "sources say that the star told them" and "the union puts it higher than the ministry" either may be meant.

    Who is surely another gives the only figure of its sentence, whoever else is named there: "the strike cost the firm
    94 million, the union says". (Of 4 such claimants in 104 stories the excuse hid one planted difference; the three
    that were misread stand in sentences of two figures or more, 2026-11.)
    """
    story, claimants = judgement.story, judgement.claimants
    told = Counter(kind for f in many if (found := claimants.of(f)) is not None for kind in found.kinds)
    common = {kind for kind, times in told.items() if 2 * times > len(many)}
    for figure in few:
        counted = [one for one in story.figures_in(figure.sentence) if one.kind not in _UNCREDITED]
        if len(counted) == 1 and claimants.are_surely_two(figure, many):
            continue
        mine, version = claimants.of(figure), story.versions[figure.version]
        words = version.sentence_text(story.sentences[figure.sentence])
        rest = "" if mine is None else words.replace(mine.words, " ")
        if mine is not None and (
            common & kinds_of(rest, version.language) or _names_one_of(rest, version, many, judgement)
        ):
            return True
    return False


def _names_one_of(words: str, version: Version, many: Sequence[Figure], judgement: FigureJudgement) -> bool:
    """Whether ``words`` hold the lone name that most of ``many`` credit, in whatever alphabet; a word without a
    capital, where names have them, is none."""
    story, claimants = judgement.story, judgement.claimants
    credited = [
        (found.words.split()[-1], f)
        for f in many
        if (found := claimants.of(f)) is not None and not found.kinds and not found.words.split()[-1][0].islower()
    ]
    near = [
        any(
            story.name_likeness(word, name, version.language, story.versions[figure.version].language) >= _ONE_NAME
            for word in _NAME.findall(words)
            if not word[0].islower()
        )
        for name, figure in credited
    ]
    return sum(near) * 2 > len(many)


def part_claimants(
    named: Sequence[Figure], claimants: Claimants, settings: FlagSettings
) -> tuple[list[Figure], list[Figure]] | None:
    """The figures of the common claimant and those of another one; None where there are no such two.

    Of two others, each must be surely another than the common one and than the other.
    """
    many = claimants.core(named, settings.claimants_alike)
    others = [figure for figure in named if figure not in many]
    few = [
        figure
        for figure in others
        if not claimants.is_pointed(figure)
        and claimants.are_two([figure], many, settings.claimants_apart)
        and (claimants.is_source(figure, settings) or claimants.are_surely_two(figure, many))
        and not claimants.may_be_one(figure, many)
        and not claimants.may_stand_for(figure, many, settings.claimants_alike)
    ]
    if len(few) > 1:  # one that may be misread excuses no other
        few = [figure for figure in few if claimants.are_surely_two(figure, many)] or few
    unclear = len(others) - len(few) if _surely(few, many, claimants) else len(others)
    if not few or len(few) > _FEW or len(many) < _MANY or 2 * unclear > len(many):
        return None
    lone = len(few) == 1 or (
        _surely(few, many, claimants)
        and all(claimants.are_surely_two(figure, [other for other in few if other is not figure]) for figure in few)
    )
    return (many, few) if lone else None


def _surely(few: Sequence[Figure], many: Sequence[Figure], claimants: Claimants) -> bool:
    """Whether the other claimant is of a kind of its own: then one that tells nothing beside it matters less."""
    return all(claimants.are_surely_two(figure, many) for figure in few)


def _side(story: StoryEvidence, figures: Sequence[Figure], claimants: Claimants) -> Side:
    words = [found.words for figure in figures if (found := claimants.of(figure)) is not None]
    english = [
        found.words
        for figure in figures
        if story.versions[figure.version].language_code == "en" and (found := claimants.of(figure)) is not None
    ]
    return Side((english or words)[0], tuple(story.evidence(f.version, f.start, f.end) for f in figures))
