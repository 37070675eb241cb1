"""Who says a figure: claimants who differ are no error of the outlets that quote them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from configs.pipeline import FlagSettings
from flag.claimant_kinds import are_of_kinds, is_of_no_kind
from flag.context import Rows
from flag.sides import FigureSide
from records.claim import Figure

__all__ = ["Claimant", "Claimants", "claimant_of", "is_claimed_apart"]

_CLEAR = 3
"""How many times as many versions a side must have for a claimant whom nobody else names to be no second source."""
_ACRONYM = 3
"""Letters of an acronym, and words of what it stands for, at least."""
_ARTICLE = 3
"""Letters of the longest articles: "the", "die", "los"."""
_KINSHIP = {"same": 0.25, "other": -0.25, "unknown": 0.0}
"""What the kinds of two claimants add to the likeness of their words."""
_AUTHORITIES = frozenset({"authorities"})
_SURELY_ONE = 0.5
"""Likeness from which two phrases name one claimant."""


@dataclass(frozen=True, slots=True)
class Claimant:
    """A source as one version writes it; ``id`` is one over all versions where a name could be read."""

    words: str
    id: str | None
    kinds: frozenset[str] = frozenset()

    @property
    def is_bare(self) -> bool:
        """Whether it is a lone word, an article aside, and no name over versions."""
        return self.words.count(" ") <= (len(self.words.split(" ")[0]) <= _ARTICLE)

    @property
    def is_person(self) -> bool:
        """Whether it is the name of somebody: two words or more, each with a capital, and none that tells a kind."""
        return self.is_name and len(self.words.split()) > 1 and all(word[0].isupper() for word in self.words.split())

    @property
    def is_name(self) -> bool:
        """Whether it begins like a name, or in a script where names begin like words, and nothing tells its kind."""
        return self.id is not None and not self.kinds and not self.words[:1].islower()

    def may_be_bare(self, other: Claimant) -> bool:
        """Whether one is a name and the other a kind alone, "the ministry": that of the country so named, maybe."""
        return self.is_name and other.is_bare and bool(other.kinds)

    def may_be_authorities(self, other: Claimant) -> bool:
        """Whether one is but "the authorities", and the other may be of these: the police, no union."""
        named = bool(self.kinds and other.kinds) and _AUTHORITIES in (self.kinds, other.kinds)
        return named and are_of_kinds(self.kinds, other.kinds) != "other"

    def may_be_spelled(self, other: Claimant) -> bool:
        """Whether one is an acronym alone, "DARPA", and the other a phrase of as many words or so."""
        short = self.words.split()
        acronym = len(short) == 1 and len(short[0]) >= _ACRONYM and short[0].isupper()
        return acronym and len(other.words.split()) >= _ACRONYM


def claimant_of(figure: Figure) -> str | None:
    """The claimant's id over all versions, or the words where there is none."""
    return figure.claimant_id or figure.claimant


def is_claimed_apart(one: Figure, other: Figure) -> bool:
    """Whether two figures are given by different claimants, or at least not both by the same one."""
    a, b = claimant_of(one), claimant_of(other)
    return a is None or b is None or a != b


class Claimants:
    """The claimants of all figures of a story, and how alike two of them are over languages."""

    def __init__(
        self,
        by_figure: Mapping[str, Claimant],
        rows: Mapping[tuple[str, str], Rows],
        sources: Mapping[tuple[str, str], float],
        before: Mapping[str, Sequence[str]],
        spoken: Set[tuple[str, str]] = frozenset(),
        pointed: Set[str] = frozenset(),
    ) -> None:
        self._by_figure = by_figure
        self._rows = rows
        self._sources = sources
        self._before = before
        self._spoken = spoken
        self._pointed = pointed

    def of(self, figure: Figure) -> Claimant | None:
        """Who says ``figure``; None when it is the outlet itself."""
        return self._by_figure.get(figure.id)

    def is_pointed(self, figure: Figure) -> bool:
        """Whether its claimant is read from a sentence before, at which its own only points: that may be another."""
        return figure.id in self._pointed

    def likeness(self, one: Figure, other: Figure) -> float | None:
        """Likeness of who says two figures, -1..1, 1 for the same id; None when one of them is the outlet's own."""
        a, b = self.of(one), self.of(other)
        if a is None or b is None:
            return None
        if a.id is not None and a.id == b.id:
            return 1.0
        kinship = are_of_kinds(a.kinds, b.kinds)
        if (a.is_person and b.kinds) or (b.is_person and a.kinds):
            kinship = "same"  # for all that is known: who heads the company speaks for it
        return float(self._rows[one.version, a.words] @ self._rows[other.version, b.words]) + _KINSHIP[kinship]

    def are_surely_two(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Whether its claimant is of another kind than those of most of ``others``, and of the same as none."""
        mine = self.of(figure)
        if mine is None:
            return False
        kinships = [are_of_kinds(mine.kinds, yours.kinds) for f in others if (yours := self.of(f)) is not None]
        return "same" not in kinships and 2 * kinships.count("other") > len(kinships)

    def are_surely_one(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Whether its claimant is of one kind with those of most of ``others``."""
        mine = self.of(figure)
        kinships = [
            are_of_kinds(mine.kinds, yours.kinds)
            for other in others
            if mine is not None and (yours := self.of(other)) is not None
        ]
        return 2 * kinships.count("same") > len(kinships)

    def may_be_one(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Whether its claimant may be that of most of ``others``: by name here and by kind alone there, by an acronym
        here and in full there, as the authorities here and by name there."""
        mine = self.of(figure)
        yours = [found for other in others if (found := self.of(other)) is not None]
        if mine is None:
            return False
        bare = sum(mine.may_be_bare(y) or y.may_be_bare(mine) for y in yours)
        spelled = sum(mine.may_be_spelled(y) or y.may_be_spelled(mine) for y in yours)
        wide = sum(mine.may_be_authorities(y) for y in yours)
        return 2 * max(bare, spelled, wide) > len(yours)

    def are_two(self, some: Sequence[Figure], others: Sequence[Figure], apart: float) -> bool:
        """Whether the claimants of two groups are two: their likeness is under ``apart`` in the mean, and none above
        twice that; where kinds tell them apart ("the defence ministry", "civil defence") the mean is under twice
        ``apart``."""
        between = [s for a in some for b in others if (s := self.likeness(a, b)) is not None]
        if not between:
            return False
        surely = all(self.are_surely_two(figure, others) for figure in some)
        mean = sum(between) / len(between)
        return (mean < apart and max(between) < 2 * apart) or (surely and mean < 2 * apart)

    def core(self, figures: Sequence[Figure], alike: float) -> list[Figure]:
        """Those of the figures whose claimants are like one another, by ``alike`` in the mean: who is least like the
        rest is left out until that holds, and so is who is surely of another kind: the interior ministry of Delsha is
        like the Red Crescent of Delsha by its words."""
        left = list(figures)
        while len(left) > 1:
            means = [self._mean_likeness(figure, [other for other in left if other is not figure]) for figure in left]
            if min(means) >= alike:
                return [f for f in left if not self.are_surely_two(f, [other for other in left if other is not f])]
            del left[means.index(min(means))]
        return []

    def _mean_likeness(self, figure: Figure, others: Sequence[Figure]) -> float:
        found = [s for other in others if (s := self.likeness(figure, other)) is not None]
        return sum(found) / len(found) if found else -1.0

    def named(self, figures: Iterable[Figure]) -> list[Figure]:
        """Those of the figures that somebody is named for."""
        return [figure for figure in figures if figure.id in self._by_figure]

    def may_stand_for(self, figure: Figure, others: Sequence[Figure], alike: float) -> bool:
        """Whether its claimant may be that of ``others``, named just before: "the defence ministry … the office said".

        So may one word that is nobody's name, behind a source that is like that of the others.
        """
        mine = self.of(figure)
        if mine is None or not mine.is_bare or self.are_surely_two(figure, others):
            return False
        told = [(other.version, yours.words) for other in others if (yours := self.of(other)) is not None]
        rows = [self._rows[version, words] for version, words in told]
        named = [self._rows[figure.version, words] for words in self._before.get(figure.id, ())]
        return any(2 * sum(float(row @ other) >= alike for other in rows) > len(rows) for row in named)

    def is_known(self, figure: Figure) -> bool:
        """Whether another version names its claimant too: then the reading is no accident of one text."""
        mine = self.of(figure)
        if mine is None:
            return False
        row = self._rows[figure.version, mine.words]
        return any(
            version != figure.version and float(row @ other) >= _SURELY_ONE
            for (version, _), other in self._rows.items()
        )

    def is_source(self, figure: Figure, settings: FlagSettings) -> bool:
        """Whether its claimant reads like somebody who can say something: an office, a person whom others name too, a
        body whose words tell its kind ("the Red Cross", "the police").

        "His ministry", which points at somebody, must be named by others.
        """
        mine = self.of(figure)
        if mine is None or (mine.is_bare and (" " in mine.words or is_of_no_kind(mine.kinds))):
            return self.is_known(figure)
        if not is_of_no_kind(mine.kinds):
            return True
        key = figure.version, mine.words
        floor = settings.source_likeness if key in self._spoken else settings.unspoken_likeness
        return self._sources[key] >= floor or self.is_known(figure)

    def are_contested(self, sides: Sequence[FigureSide], apart: float) -> bool:
        """Whether each side is somebody's own claim, as of the two sides of a war.

        A lone claimant whom no other version names counts only while no other side is so many times as large.
        """
        named = [self.named(side.figures.values()) for side in sides]
        if any(2 * len(some) < len(side.figures) for some, side in zip(named, sides, strict=True)):
            return False
        if not all(self.are_two(a, b, apart) for a, b in combinations(named, 2)):
            return False
        if len(sides[0].figures) < _CLEAR * sum(len(side.figures) for side in sides[1:]):
            return True
        return all(any(self.is_known(figure) for figure in some) for some in named)
