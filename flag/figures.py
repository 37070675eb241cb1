"""Judges the facts of a story: which of them its versions put different figures on, and what that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from flag.bare_years import as_counted
from flag.checks.quote_altered import check_quote_altered
from flag.claimants import Claimants, is_claimed_apart
from flag.claimants_reading import read_claimants
from flag.clock import may_be_zones, without_other_zones
from flag.context import Embeds, FigureContexts, read_contexts
from flag.dispute import Dispute, is_same, merged, without_second_news
from flag.distance import is_own_day
from flag.evidence import StoryEvidence
from flag.facts import Fact, is_small, likeness_of, of_one_kind
from flag.half_days import half_day_sides
from flag.headlines import tell_a_slip
from flag.movements import as_moved, in_time_order, left_behind, moved_sides
from flag.one_day import contradict_on_one_day
from flag.pairing import find_facts
from flag.places import places_of
from flag.quoted import goes_with_quote
from flag.sides import FigureSide, outliers_of, sides_of
from flag.slips import is_slip
from flag.superseded import misremembered
from flag.swapped import exchange_swapped
from flag.updates import is_update, late_news, names_what_was
from flag.values import compare_figures
from flag.weekdays import weekday_sides
from records.claim import Figure
from records.discrepancy import DiscrepancyKind

__all__ = ["Dispute", "FigureJudgement", "disputes_of"]


_TWO, _MANY = 2, 3


class FigureJudgement:
    """The disputes about figures of one story; computed once, read by the checks of each kind."""

    def __init__(self, story: StoryEvidence, encoder: Embeds) -> None:
        self.story = as_moved(as_counted(story))
        self._told = story
        self._encoder = encoder

    @cached_property
    def contexts(self) -> FigureContexts:
        return read_contexts(self.story, self._encoder)

    @cached_property
    def claimants(self) -> Claimants:
        return read_claimants(self.story, self._encoder)

    @cached_property
    def facts(self) -> list[Fact]:
        return self._found[0]

    @cached_property
    def _found(self) -> tuple[list[Fact], set[str]]:
        """The facts, and the ids of the figures that a version has the wrong way round."""
        facts = find_facts(self.story, self.contexts)
        return facts, exchange_swapped(self.story, facts, self.contexts)

    @cached_property
    def contested(self) -> tuple[Dispute, ...]:
        """What is no conflict, since each side's value is somebody's own claim."""
        return tuple(dispute for dispute in self._all if dispute.contested)

    @cached_property
    def _answered(self) -> frozenset[str]:
        """The figures that stand beside one of another version."""
        told = [fact for fact in self.facts if len(fact.mentions) > 1]
        before = (figure.id for fact in told for figures in fact.superseded.values() for figure in figures)
        return frozenset(figure.id for fact in told for figure in fact.figures) | frozenset(before)

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """The differences between versions."""
        found = [dispute for dispute in self._all if not dispute.contested]
        altered = list(check_quote_altered(self.story, self.story.utterances)) if found else []
        return tuple(d for d in found if not goes_with_quote(self.story, altered, [s.figures for s in d.sides]))

    @cached_property
    def _all(self) -> tuple[Dispute, ...]:
        """One a difference: the same values set against each other in headline and body are one dispute."""
        found: list[Dispute] = []
        for dispute in (dispute for fact in self.facts for dispute in self._about(fact)):
            twin = next((n for n, other in enumerate(found) if is_same(other, dispute)), None)
            if twin is None:
                found.append(dispute)
            else:
                found[twin] = merged(found[twin], dispute)
        return tuple(without_second_news(self.story, found))

    def _about(self, fact: Fact) -> Iterator[Dispute]:
        """The disputes about a fact: what came of it, and what the texts differ on that tell of it as it was."""
        early = Fact(fact.statement, {v: f for v, f in fact.mentions.items() if v not in fact.superseded}, fact.scores)
        if fact.superseded:
            late = Fact(fact.statement, {v: fact.mentions[v] for v in fact.superseded})
            sides = (sides_of(early, self.story)[0], *sides_of(late, self.story))
            yield Dispute("figure-update", fact, sides, self._places(fact, sides), ())
        dispute = self._dispute(early)
        news = None
        if dispute is not None and dispute.kind == "figure-conflict" and not dispute.contested:
            news = late_news(self.story, sides_of(early, self.story), self._told)
        if news is not None:
            told = Fact(fact.statement, {v: early.mentions[v] for side in news for v in side.figures}, early.scores)
            yield Dispute("figure-update", told, news, self._places(told, news), ())
            left = {v: f for v, f in early.mentions.items() if v not in news[1].figures}
            dispute = self._dispute(Fact(early.statement, left, early.scores))
        if dispute is not None:
            yield dispute
            yield from self._looking_back(dispute)

    def _looking_back(self, moved: Dispute) -> Iterator[Dispute]:
        """What late texts misremember of the values that many earlier ones gave."""
        sides = in_time_order(self.story, moved.sides) if moved.kind == "figure-update" else None
        if sides is None or self.story.witnesses(sides[0].figures) < _MANY:
            return
        earlier = list(sides[0].figures.values())
        for version in (version for side in sides[1:] for version in side.figures):
            told = misremembered(self.story, moved.fact.mentions[version], earlier)
            if told is not None:
                pair = (sides[0], FigureSide({told.version: told}))
                fact = Fact(moved.fact.statement, {**{f.version: [f] for f in earlier}, told.version: [told]})
                yield Dispute("figure-conflict", fact, pair, self._places(fact, pair), (told.version,))

    def _dispute(self, fact: Fact) -> Dispute | None:
        sides = sides_of(fact, self.story)
        if len(sides) < 2 or half_day_sides(self.story, fact):
            return self._hidden(fact)
        moves = not self._is_exchanged(fact)
        if moves and names_what_was(self.story, sides, fact):
            return Dispute("figure-update", fact, tuple(sides), self._places(fact, sides), ())
        alone = without_other_zones(self.story, self._without_both_sayers(sides) if moves else sides)
        if (
            _are_no_two(alone)
            or may_be_zones(self.story, (side.spokesman for side in alone))
            or _is_one_night(fact, alone)
        ):
            return None
        dated = any(side.spokesman.kind in ("date", "time") for side in alone)
        if (dated and self._is_of_print(alone)) or self._is_known_to_many(sides, alone):
            return None
        mentions = self._places(fact, alone)
        if moves and is_update(self.story, alone, self._told):
            return Dispute("figure-update", fact, tuple(alone), mentions, ())
        contested = self._is_contested(fact, sides, alone)
        return Dispute("figure-conflict", fact, tuple(alone), mentions, outliers_of(alone, self.story), contested)

    def _is_known_to_many(self, sides: Sequence[FigureSide], alone: Sequence[FigureSide]) -> bool:
        """Whether so many of those who agree tell of both values that under three are left: there are two things."""
        most, left = (max(len(side.figures) for side in some) for some in (sides, alone))
        slip = is_slip(alone[0].spokesman, alone[1].spokesman)
        return left < _MANY <= most and not slip and 2 * left < len(self.story.versions)

    def _is_contested(self, fact: Fact, sides: Sequence[FigureSide], alone: Sequence[FigureSide]) -> bool:
        """Whether each side is a claimant's own; whoever says so, a thing has one day and a person one age, and what
        stands the wrong way round was mistaken."""
        if alone[0].spokesman.kind in ("date", "age") or self._is_exchanged(fact):
            return False
        disputed = any(self._tells_of_both(sides, version) for side in sides for version in side.figures)
        return disputed or self.claimants.are_contested(alone, self.story.settings.claimants_apart)

    def _is_exchanged(self, fact: Fact) -> bool:
        return any(figure.id in self._found[1] for figure in fact.figures)

    def _hidden(self, fact: Fact) -> Dispute | None:
        """What differs though the values could all be true: a toll that rose, a time twelve hours from the others, a
        day told with another weekday."""
        halves = half_day_sides(self.story, fact) or weekday_sides(self.story, fact)
        if halves:
            places = self._places(fact, halves)
            return Dispute("figure-conflict", fact, tuple(halves), places, outliers_of(halves, self.story))
        moved = moved_sides(self.story, fact) or left_behind(self.story, fact, self._answered, self.contexts)
        return Dispute("figure-update", fact, tuple(moved), self._places(fact, moved), ()) if moved else None

    def _is_of_print(self, sides: Sequence[FigureSide]) -> bool:
        """Whether all dates are those of the days on which their versions came out, and these are not the same."""
        first, *others = (Fact("", {v: [f] for v, f in side.figures.items()}) for side in sides)
        if all(contradict_on_one_day(self.story, first, other, self.contexts) for other in others):
            return False
        return all(is_own_day(self.story, f) for side in sides for f in side.figures.values())

    def _places(self, fact: Fact, sides: Sequence[FigureSide]) -> dict[str, tuple[Figure, ...]]:
        return places_of(self.story, self.facts, fact, sides, self.contexts)

    def _without_both_sayers(self, sides: Sequence[FigureSide]) -> list[FigureSide]:
        """The sides without the versions that also give another side's value of the same thing elsewhere."""
        kept = []
        for side in sides:
            others = [other.spokesman for other in sides if other is not side]
            figures = {v: f for v, f in side.figures.items() if not any(self._says_too(f, o) for o in others)}
            if figures:
                kept.append(FigureSide(figures))
        return kept

    def _tells_of_both(self, sides: Sequence[FigureSide], version: str) -> bool:
        """Whether one sentence of ``version`` holds the values of two sides: the story knows that they are disputed."""
        mine = next(side.figures[version] for side in sides if version in side.figures)
        beside = [
            figure
            for figure in self.story.figures_in(mine.sentence)
            if figure.id != mine.id and is_claimed_apart(figure, mine) and (figure.claimant or mine.claimant)
        ]
        return any(
            compare_figures(figure, side.spokesman) == "equal"
            for side in sides
            if version not in side.figures
            for figure in beside
        )

    def _tells_apart(self, mine: Figure, other: Figure) -> bool:
        """Whether the version of ``mine`` tells the value of ``other`` beside its own: 8.5 percent is no 8, rounded,
        where "they had asked for 8 percent"."""
        beside = self.story.claims[mine.version].figures
        return compare_figures(mine, other) != "equal" and any(
            of_one_kind(figure, other) and compare_figures(figure, other) == "equal" for figure in beside
        )

    def _says_too(self, mine: Figure, other: Figure) -> bool:
        """Whether the version of ``mine`` gives the value of ``other``, of the same thing, in another place; a slip in
        its headline is no second value that it knows, and a value that only meets the other in its bounds, or in a
        unit that one of them leaves open, is none either."""
        floor = likeness_of(mine, other, self.contexts) - 0.1
        if is_small(other):
            floor = max(floor, self.story.settings.agreement_likeness)
        return any(
            figure.id != mine.id
            and not tell_a_slip(self.story, mine, figure)
            and _is_as_told(figure, other)
            and not self._tells_apart(other, figure)
            and compare_figures(figure, mine) == "different"
            and likeness_of(figure, other, self.contexts) >= floor
            for figure in self.story.claims[mine.version].figures
        )


def _is_as_told(figure: Figure, other: Figure) -> bool:
    """Whether a figure gives the value of another one, rounded at most: 31 is no 34, though "about 31" may be."""
    if compare_figures(figure, other) == "equal":
        return True
    bound = figure.modifier not in ("exact", "about") or not of_one_kind(figure, other)
    return not bound and compare_figures(replace(figure, modifier="exact"), replace(other, modifier="exact")) in (
        "equal",
        "compatible",
    )


def _are_no_two(sides: Sequence[FigureSide]) -> bool:
    """Whether there are no two sides, or each of three texts or more has a number of its own."""
    return len(sides) < _TWO or (len(sides) > _TWO and all(len(side.figures) == 1 for side in sides))


def _is_one_night(fact: Fact, sides: Sequence[FigureSide]) -> bool:
    """Whether the sides are days of one night of which a version names both: "in the night to Sunday"."""
    if any(figure.kind != "date" for figure in fact.figures):
        return False
    spans = [figure for figure in fact.figures if figure.low != figure.high]
    ends = {(str(figure.low), str(figure.high)) for figure in spans}
    days = sorted({str(value) for side in sides for value in (side.spokesman.low, side.spokesman.high)})
    nights = len(days) == 2 and date.fromisoformat(days[1]) - date.fromisoformat(days[0]) == timedelta(days=1)
    return nights and (days[0], days[1]) in ends


def disputes_of(judgement: FigureJudgement, kind: DiscrepancyKind) -> Iterable[Dispute]:
    """The disputes of one kind."""
    return (dispute for dispute in judgement.disputes if dispute.kind == kind)
