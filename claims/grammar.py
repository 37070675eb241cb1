"""The compiled figure grammar of one language: what stands before and after numbers; read once, on first use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from claims.grammar_signs import (
    CODES,
    DOLLARS,
    LOWER_CODES,
    NAMES,
    NOT_BEFORE,
    PLAIN_UNITS,
    SCALED_CODES,
    SIGNS,
    SPACED_DOLLARS,
    SYMBOLS,
    UNSURE_UNITS,
)
from claims.lexicon import NumberGrammar, number_grammar
from claims.phrases import Meaning, PhraseBook, Stems
from claims.tokens import split_phrase
from claims.units import UNITS
from claims.units_names import watt_hours
from configs.language.schema import load_language

__all__ = ["FigureGrammar", "figure_grammar"]


@dataclass(frozen=True, slots=True)
class FigureGrammar:
    """``after`` and ``before`` are what may follow and precede a number; the rest are small word sets."""

    numbers: NumberGrammar
    stems: Stems
    after: PhraseBook
    before: PhraseBook
    latin: bool = True
    """Whether the language is written in Latin letters."""
    links: frozenset[str] = frozenset()
    ranges: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    ranks_before: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(()), backwards=True))
    ranks_after: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(())))
    score_joiners: frozenset[tuple[str, ...]] = frozenset()
    one_units: frozenset[str] = frozenset()
    move_joiners: frozenset[tuple[str, ...]] = frozenset()
    range_closers: frozenset[str] = frozenset()
    names: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(()), backwards=True))
    names_after: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(())))
    ordinal_nouns: frozenset[str] = frozenset()
    toward: frozenset[tuple[str, ...]] = frozenset()
    bounds_of_times: frozenset[str] = frozenset()
    bare_points: frozenset[str] = frozenset()
    tenths_of_points: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    """Words before how much something changed: by, um, на."""
    moves: tuple[str, ...] = ()
    """How verbs of moving begin."""
    ones: frozenset[str] = frozenset()
    one_stops: frozenset[str] = frozenset()
    idioms: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(())))
    ratio: tuple[tuple[str, ...], ...] = ()
    out_of: tuple[tuple[str, ...], ...] = ()
    ratio_of_one: tuple[tuple[str, ...], ...] = ()
    ratio_back: tuple[tuple[str, ...], ...] = ()
    ratio_same: tuple[tuple[str, ...], ...] = ()
    ordinal_names_after: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(())))
    divided_by: tuple[tuple[str, ...], ...] = ()
    ordinal_links: tuple[tuple[str, ...], ...] = ()
    part_nouns: frozenset[str] = frozenset()
    name_nouns: tuple[str, ...] = ()
    unit_cues: dict[tuple[str, ...], str] = field(default_factory=dict)
    cue_links: frozenset[str] = frozenset()
    heat_cues: frozenset[str] = frozenset()
    frost_after: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(())))
    frost_before: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(()), backwards=True))
    frost_around: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    frost_degrees: frozenset[str] = frozenset()
    frost_verbs: frozenset[str] = frozenset()
    degree_nouns: frozenset[str] = frozenset()
    every: frozenset[str] = frozenset()
    ratio_noun: tuple[tuple[str, ...], ...] = ()
    streets: tuple[str, ...] = ()
    partitives: tuple[tuple[str, ...], ...] = ()
    conjunctions: frozenset[str] = frozenset()
    cents_links: frozenset[str] = frozenset()
    """What may join a sum and its hundredths without their name: 25 euros con 50."""
    ratio_part: tuple[tuple[str, ...], ...] = ()
    part_links: frozenset[str] = frozenset()
    sure_parts: frozenset[str] = frozenset()
    score_cues: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    nouns_before: frozenset[str] = frozenset()
    dual_stops: frozenset[str] = frozenset()
    strangers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    nobody: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(())))
    versus: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(())))
    then: frozenset[str] = frozenset()
    """Words of last and this year, month or week, which no number counts."""
    none_verbs: frozenset[str] = frozenset()
    none_words: PhraseBook = field(default_factory=lambda: PhraseBook(Stems(())))


@cache
def figure_grammar(code: str) -> FigureGrammar:
    """The grammar of the language ``code`` (a primary subtag)."""
    numbers = number_grammar(code)
    section = numbers.section
    stems = Stems(tuple(sorted(section.endings, key=len, reverse=True)))
    after = PhraseBook(stems, fixed=frozenset(section.not_units))
    before = PhraseBook(stems, backwards=True)

    def words(phrase: str) -> tuple[str, ...]:
        return split_phrase(phrase, numbers.pattern, numbers.fold)

    def word_set(phrases: Iterable[str]) -> frozenset[str]:
        return frozenset(word for phrase in phrases for word in words(phrase))

    def book(phrases: Iterable[str], backwards: bool = False, inflected: bool = False) -> PhraseBook:
        made = PhraseBook(stems, backwards=backwards)
        for phrase in phrases:
            made.add(words(phrase), Meaning("word"), inflected and " " not in phrase)
        return made

    for phrase, meaning, inflected in _after(numbers):
        after.add(words(phrase), meaning, inflected)
    for phrase, meaning, inflected in _before(numbers):
        before.add(words(phrase), meaning, inflected)
    return FigureGrammar(
        numbers,
        stems,
        after,
        before,
        latin=_is_latin(numbers),
        links=word_set(section.links),
        ranges=tuple((words(opener), words(joiner)) for opener, joiner in section.ranges),
        ranks_before=book(section.ranks_before, backwards=True),
        ranks_after=book(section.ranks_after),
        score_joiners=frozenset(words(phrase) for phrase in section.score_joiners),
        one_units=word_set(section.one_units),
        move_joiners=frozenset(words(phrase) for phrase in section.move_joiners),
        range_closers=word_set(section.range_closers),
        names=book((*section.names, *NAMES), backwards=True),
        names_after=book(section.names_after),
        ordinal_nouns=word_set(section.ordinal_nouns),
        toward=frozenset(words(phrase) for phrase in section.toward),
        bounds_of_times=word_set(section.bounds_of_times),
        bare_points=word_set(section.bare_points),
        tenths_of_points=word_set(section.tenths_of_points),
        by=word_set(_by(code)),
        moves=_moves(code),
        ones=word_set(section.ones),
        one_stops=word_set(section.one_stops),
        ratio=tuple(words(phrase) for phrase in section.ratio),
        out_of=tuple(words(phrase) for phrase in section.out_of),
        ratio_of_one=tuple(words(phrase) for phrase in section.ratio_of_one),
        ratio_same=tuple(words(phrase) for phrase in section.ratio_same),
        ordinal_names_after=book(section.ordinal_names_after),
        ratio_back=tuple(words(phrase) for phrase in section.ratio_back),
        divided_by=tuple(words(phrase) for phrase in section.divided_by),
        ordinal_links=tuple(words(phrase) for phrase in section.ordinal_links),
        part_nouns=word_set(section.part_nouns),
        name_nouns=section.name_nouns,
        cue_links=word_set((*section.modifiers.before.get("about", ()), *section.cue_links)),
        unit_cues={words(phrase): cue for phrase, cue in section.unit_cues.items()},
        heat_cues=word_set(section.heat_cues),
        frost_after=book(section.below_zero, inflected=True),
        frost_before=book((*section.below_zero, *section.frost_before), backwards=True),
        frost_around=tuple((words(zero), words(below)) for zero, below in section.frost_around),
        frost_degrees=word_set(section.frost_degrees),
        frost_verbs=word_set(section.frost_verbs),
        degree_nouns=word_set(section.degree_nouns),
        every=word_set(section.every),
        ratio_noun=tuple(words(phrase) for phrase in section.ratio_noun),
        streets=section.streets,
        partitives=tuple(words(phrase) for phrase in section.partitives),
        cents_links=frozenset((*numbers.conjunctions, *section.point)),
        conjunctions=frozenset(word for word in numbers.conjunctions if " " not in word),
        ratio_part=tuple(words(phrase) for phrase in section.ratio_part),
        part_links=word_set(section.part_links),
        sure_parts=word_set(section.sure_parts),
        score_cues=word_set(section.score_cues),
        skip=word_set(section.skip),
        stops=word_set(section.stops),
        nouns_before=word_set(section.name_nouns_before),
        dual_stops=word_set(section.dual_stops),
        strangers={
            " ".join(words(name)): tuple(f" {' '.join(words(cue))} " for cue in cues)
            for name, cues in section.unit_strangers.items()
        },
        nobody=book(section.nobody),
        versus=book(section.versus),
        then=word_set(_then(code)),
        none_verbs=word_set(section.none_verbs),
        none_words=book(section.none_words),
        idioms=book(section.idioms),
    )


def _moves(code: str) -> tuple[str, ...]:
    config = load_language(code)
    if config is None:
        return ()
    sides = config.polarity.contrasts.get("direction", "").replace("/", ",").split(",")
    stems = [side.strip().rstrip("*") for side in sides]
    verbs = (*stems, *config.updates.cues, *config.figures.moves_more)
    return tuple(dict.fromkeys(stem for stem in verbs if stem and " " not in stem))


def _then(code: str) -> tuple[str, ...]:
    config = load_language(code)
    dates = None if config is None else config.dates
    forms = () if dates is None else (*dates.shifts.values(), *dates.spans.values())
    return tuple(word for form in forms for word in form.replace("_", " ").split())


def _by(code: str) -> tuple[str, ...]:
    config = load_language(code)
    return () if config is None else config.updates.by


def _is_latin(numbers: NumberGrammar) -> bool:
    """Told by the generated number words; a language without any counts as Latin."""
    words = numbers.tables.cardinals
    return not words or any("a" <= word[0] <= "z" for word in words)


def _after(numbers: NumberGrammar) -> Iterator[tuple[str, Meaning, bool]]:
    section, tables = numbers.section, numbers.tables
    for modifier, phrases in section.modifiers.after.items():
        yield from ((phrase, Meaning("modifier", modifier), False) for phrase in phrases)
    yield "+", Meaning("modifier", "at-least"), False
    yield from ((sign, Meaning("percent"), False) for sign in "%٪％﹪")
    yield from ((phrase, Meaning("points"), True) for phrase in section.points)
    yield from ((phrase, Meaning("basis-points"), True) for phrase in section.basis_points)
    yield from ((phrase, Meaning("percent"), True) for phrase in section.percent)
    yield from ((phrase, Meaning("tenths"), False) for phrase in section.percent_of_ten)
    yield from ((phrase, Meaning("class"), False) for phrase in section.measure_words)
    yield from ((name, Meaning("cents", code), len(name) > 3) for name, code in section.cents.items())
    yield from ((name, Meaning("money-tenths", code), False) for name, code in section.tenths_of_money.items())
    yield from _currencies(numbers)
    yield from ((name, Meaning("unit", "angle-degree"), False) for name in section.frost_degrees)
    yield from ((name, Meaning("unit", unit), True) for name, unit in section.units.items())
    others = set(section.not_units)
    named = {name: unit for name, unit in tables.units.items() if _is_sure(name)}
    named |= watt_hours({**tables.units, **section.units})
    names = {**PLAIN_UNITS, **{name: unit for name, unit in named.items() if unit in UNITS}}
    names = {name: unit for name, unit in names.items() if name not in others and section.units.get(name, unit) == unit}
    alike = Counter(name.lower() for name in names)
    for name, unit in names.items():
        exact = len(name) < 2 or alike[name.lower()] > 1
        yield name, Meaning("unit", unit, name if exact else None), len(name) > 3 and name == name.lower()


def _is_sure(name: str) -> bool:
    """Two ASCII letters are a word of some language more often than a rare unit (al, in, at)."""
    return name not in UNSURE_UNITS and not (len(name) < 3 and name.isascii())


def _currencies(numbers: NumberGrammar) -> Iterator[tuple[str, Meaning, bool]]:
    section, tables = numbers.section, numbers.tables
    yield from ((name, Meaning("money", code), True) for name, code in section.currencies.items())
    yield from ((name, Meaning("money", code), True) for name, code in tables.currencies.items())
    for sign, code in (*SYMBOLS.items(), *tables.symbols.items()):
        spelled = ("$" in sign and sign != "$") or (sign.isalpha() and sign.isupper())  # A$, КМ is a mark, км is not
        yield sign, Meaning("money", code, sign if spelled else None), False
        if "$" in sign and (len(sign) > 2 or sign == "R$"):
            yield sign, Meaning("money", code, sign.lower()), False  # mex$, us$
    for letters, code in SPACED_DOLLARS.items():
        yield from ((f"{each} $", Meaning("money", code, f"{each} $"), False) for each in (letters, letters.lower()))
    yield from ((f"{code}$".lower(), Meaning("money", code), False) for code in DOLLARS)
    yield from ((name, Meaning("scaled-money", name, name), False) for name in SCALED_CODES)
    codes = {"RMB": "CNY", "RUR": "RUB"}
    yield from ((code, Meaning("money", codes.get(code, code), code), False) for code in CODES)
    yield from ((code, Meaning("money", codes.get(code, code), code.lower()), False) for code in LOWER_CODES)


def _before(numbers: NumberGrammar) -> Iterator[tuple[str, Meaning, bool]]:
    section = numbers.section
    yield from ((phrase, Meaning("none"), False) for phrase in section.not_modifiers)
    for modifier, phrases in section.modifiers.before.items():
        yield from ((phrase, Meaning("modifier", modifier), False) for phrase in phrases)
    yield from ((sign, Meaning("modifier", modifier), False) for sign, modifier in SIGNS.items())
    yield from ((phrase, Meaning("percent"), False) for phrase in section.percent_before)
    yield from ((sign, Meaning("percent"), False) for sign in "%٪％")
    yield from (entry for entry in _currencies(numbers) if entry[0] not in NOT_BEFORE)
    if section.units_before:
        yield from ((name, Meaning("unit", unit), True) for name, unit in section.units.items())
