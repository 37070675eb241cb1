"""Who says a figure: claimants who differ are no error of the outlets that quote them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
import regex

from configs.language.schema import load_language
from configs.pipeline import FlagSettings
from flag.claimant_kinds import are_of_kinds, is_of_no_kind, kinds_of
from flag.context import Embeds, Rows
from flag.evidence import StoryEvidence
from flag.sides import FigureSide
from records.claim import Figure

__all__ = ["Claimant", "Claimants", "claimant_of", "is_claimed_apart", "read_claimants"]

_CLEAR = 3
"""How many times as many versions a side must have for a claimant whom nobody else names to be no second source."""
_NAMES = regex.compile(r"\p{L}\p{M}*\p{L}|\p{Han}")
"""A sign or a letter is nobody."""
_AMOUNT = regex.compile(r"\p{Nd}")
"""Who begins with a number is an amount: "318 cases"."""
_MEAN_OFF = 0.9
_ARTICLE = 3
"""Letters of the longest articles: "the", "die", "los"."""
_BACK = 2
"""Sentences before a figure in which the source may be named that its own sentence only points at."""
_KINSHIP = {"same": 0.25, "other": -0.25, "unknown": 0.0}
"""What the kinds of two claimants add to the likeness of their words."""
_OFFICE, _OFFICE_WORDS = 60, 3
"""Letters, and words before a name, in which its office is looked for."""
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
    ) -> None:
        self._by_figure = by_figure
        self._rows = rows
        self._sources = sources
        self._before = before
        self._spoken = spoken

    def of(self, figure: Figure) -> Claimant | None:
        """Who says ``figure``; None when it is the outlet itself."""
        return self._by_figure.get(figure.id)

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

    def may_be_one(self, figure: Figure, others: Sequence[Figure]) -> bool:
        """Whether its claimant may be the one of most of ``others``, by name here and by kind alone there."""
        mine = self.of(figure)
        yours = [found for other in others if (found := self.of(other)) is not None]
        return mine is not None and 2 * sum(mine.may_be_bare(y) or y.may_be_bare(mine) for y in yours) > len(yours)

    def are_two(self, some: Sequence[Figure], others: Sequence[Figure], apart: float) -> bool:
        """Whether the claimants of two groups are two: no likeness over the groups is above twice ``apart``, their
        mean is under it."""
        between = [s for a in some for b in others if (s := self.likeness(a, b)) is not None]
        return bool(between) and sum(between) / len(between) < apart and max(between) < 2 * apart

    def core(self, figures: Sequence[Figure], alike: float) -> list[Figure]:
        """Those of the figures whose claimants are like one another, by ``alike`` in the mean: who is least like the
        rest is left out until that holds."""
        left = list(figures)
        while len(left) > 1:
            means = [self._mean_likeness(figure, [other for other in left if other is not figure]) for figure in left]
            if min(means) >= alike:
                return left
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
        if mine is None or not mine.is_bare:
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
        """Whether its claimant reads like somebody who can say something: an office, a person whom others name too.

        "His ministry", which points at somebody, must be named by others.
        """
        mine = self.of(figure)
        if mine is None or (mine.is_bare and (" " in mine.words or is_of_no_kind(mine.kinds))):
            return self.is_known(figure)
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


def read_claimants(story: StoryEvidence, encoder: Embeds) -> Claimants:
    """The claimants of all figures: the source that its sentence names or the speaker of the quote it stands in.

    Names and offices are compared by their vectors, since an office is worded in as many ways as there are languages:
    over 7 stories of 7 languages each, the wordings of one office have a mean likeness of 0.17 to 0.6, those of two
    offices -0.1 to 0.1 (bundled encoder, 2026-11). Of two readings of one figure the one that is more like a source
    holds, and less like a thing that has none to say; of two that are like none, the speaker of the quote.
    """
    readings = {f.id: found for f in story.figures.values() if (found := _readings(story, f))}
    phrases = {(f.version, read.words) for f in story.figures.values() for read in readings.get(f.id, ())}
    phrases |= {(q.version, q.speaker) for q in story.quotes.values() if q.speaker}
    ordered = sorted(phrases)
    if not ordered:
        return Claimants({}, {}, {}, {})
    settings = story.settings
    rows = encoder.encode([*(words for _, words in ordered), *settings.source_words, *settings.other_words])
    moved = rows - _MEAN_OFF * rows.mean(axis=0)
    moved /= np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    own, sources, others = np.split(moved, [len(ordered), len(ordered) + len(settings.source_words)])
    like = (own @ sources.T).max(axis=1)
    unlike = (own @ others.T).max(axis=1)
    scores = dict(zip(ordered, np.where(like > unlike, like, -1.0).tolist(), strict=True))
    by_figure = {
        f.id: max(reversed(readings[f.id]), key=lambda read: scores[f.version, read.words])
        for f in story.figures.values()
        if f.id in readings
    }
    bare = [f for f in story.figures.values() if f.id in by_figure and by_figure[f.id].is_bare]
    before = {f.id: _named_before(story, f) for f in bare}
    spoken = {(q.version, q.speaker) for q in story.quotes.values() if q.speaker}
    return Claimants(by_figure, dict(zip(ordered, own, strict=True)), scores, before, spoken)


def _named_before(story: StoryEvidence, figure: Figure) -> tuple[str, ...]:
    """The speakers of the sentences right before a figure's."""
    sentences = story.versions[figure.version].sentences
    at = next(n for n, sentence in enumerate(sentences) if sentence.id == figure.sentence)
    start, end = sentences[max(0, at - _BACK)].start, sentences[at].start
    quotes = story.claims[figure.version].quotes
    return tuple(q.speaker for q in quotes if q.speaker and start <= q.start < end)


def _is_pronoun(story: StoryEvidence, figure: Figure) -> bool:
    config = load_language(story.versions[figure.version].language_code)
    if config is None or figure.claimant is None:
        return False
    section = config.quotes
    return figure.claimant.casefold() in (*section.pronouns_he, *section.pronouns_she, *section.pronouns_they)


def _readings(story: StoryEvidence, figure: Figure) -> tuple[Claimant, ...]:
    claimant = figure.claimant
    named = claimant is not None and _NAMES.search(claimant) and not _is_pronoun(story, figure)
    named = named and not _AMOUNT.match(claimant or "")
    language = story.versions[figure.version].language_code
    found = []
    if claimant is not None and named:
        kinds = kinds_of(claimant, language) or _office(claimant, story.versions[figure.version].text, language)
        found.append(Claimant(claimant, figure.claimant_id, kinds))
    around = [
        quote
        for quote in story.claims[figure.version].quotes
        if quote.speaker
        and _NAMES.search(quote.speaker)
        and not _AMOUNT.match(quote.speaker)
        and quote.start <= figure.start
        and figure.end <= quote.end
    ]
    if around:
        quote = min(around, key=lambda q: q.end - q.start)
        if found and quote.mode == "indirect":
            return tuple(found)  # the source of the figure's own clause is nearer than that of the sentence
        speaker = quote.speaker or ""
        kinds = kinds_of(speaker, language) or _office(speaker, story.versions[figure.version].text, language)
        found.append(Claimant(speaker, quote.speaker_id, kinds))
    return tuple(found)


@lru_cache(maxsize=4096)
def _office(name: str, text: str, language: str) -> frozenset[str]:
    """The kinds that the words right before a name, or right behind its comma, tell at some place of ``text``: "finance
    minister Ann Roe", "Jan Novak, the police chief"; none of a lone word."""
    if " " not in name or not name[:1].isupper():
        return frozenset()
    for match in regex.finditer(rf"{regex.escape(name)}(?!\p{{L}})", text):
        before = regex.split(r"[.!?,;:\n«»„“”\"]", text[max(0, match.start() - _OFFICE) : match.start()])[-1]
        after = regex.match(r", ([^.!?,;:\n«»„“”\"]*)", text[match.end() : match.end() + _OFFICE])
        told = [" ".join(before.split()[-_OFFICE_WORDS:])]
        if after is not None:
            told.append(" ".join(after.group(1).split()[: _OFFICE_WORDS + 2]))
        for words in told:
            kinds = kinds_of(words, language)
            if kinds:
                return kinds
    return frozenset()
