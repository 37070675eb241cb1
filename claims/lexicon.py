"""The compiled number grammar of one language, from its generated tables and its ``figures`` section; read once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from claims.compounds import Compounds, compounds_of
from claims.digits import FRACTIONS, DigitMarks
from claims.tokens import Fold, TokenPattern, split_phrase, token_pattern
from claims.words import Atom, Lexicon
from configs.language.dates import DatesSection
from configs.language.figures import FiguresSection
from configs.language.numerals import NumeralTables, load_numerals
from configs.language.schema import load_language

__all__ = ["NumberGrammar", "number_grammar", "primary_code"]

_NEVER_FIRST = frozenset({"joiner", "point", "half"})
_APOSTROPHES = {ord("’"): "'", ord("ʼ"): "'", ord("\u00ad"): "", ord("‐"): "-", ord("‑"): "-"}


@dataclass(frozen=True, slots=True)
class NumberGrammar:
    """What reading numerals needs: how to cut text, the words, the marks of digits.

    ``heads`` are the first two letters of the words of the lexicon, a quick test for numbers in one word. ``memo``
    remembers how unknown words split (bounded). ``counters`` are units, currencies and classifiers:
    before one of them a word of ``not_alone`` counts. ``over`` are the joiners of fractions that name the whole first.
    ``fixed`` words are never taken apart (yüzde). ``others`` are words of several tokens that only look like numbers,
    ``mixed`` joins a whole number and a fraction, ``fractions`` two numbers of which the second is the whole.
    ``conjunctions`` are the words for "and", ``starters`` the words that can begin a number.
    """

    code: str
    pattern: TokenPattern
    fold: Fold
    lexicon: Lexicon
    marks: DigitMarks
    section: FiguresSection
    tables: NumeralTables
    heads: frozenset[str]
    memo: dict[str, tuple[tuple[str, Atom], ...] | None] = field(default_factory=dict)
    not_alone: frozenset[str] = frozenset()
    ordinal_marks: frozenset[str] = frozenset()
    counters: frozenset[tuple[str, ...]] = frozenset()
    short_times: frozenset[tuple[str, ...]] = frozenset()
    """Units of time of one sign (년, 일), which bound only a number of more signs: 이천년, but not 이주."""
    over: tuple[tuple[str, ...], ...] = ()
    single_after: frozenset[str] = frozenset()
    not_last: frozenset[str] = frozenset()
    ended: set[str] = field(default_factory=set)
    """Words that a case ending closes, met so far: nothing is added to them."""
    begins: frozenset[str] = frozenset()
    """The first three letters of the words of the lexicon, behind two proclitics at most."""
    openers: frozenset[str] = frozenset()
    """The words that can begin a number, where no number is glued to another word; empty where one may be."""
    first_letters: frozenset[str] = frozenset()
    """The first two letters of all that a number can begin with, glued or not."""
    dull: set[str] = field(default_factory=set)
    """Words met so far that no number begins with (bounded)."""
    seconds: dict[str, frozenset[str]] = field(default_factory=dict)
    """For words met so far, of which one must follow where a number begins with it; empty: any may (bounded)."""
    compounds: Compounds = field(default_factory=lambda: compounds_of({}, {}))
    fixed: frozenset[str] = frozenset()
    others: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    mixed: frozenset[tuple[str, ...]] = frozenset()
    fractions: tuple[tuple[str, ...], ...] = ()
    ordinal_before: tuple[tuple[str, ...], ...] = ()
    conjunctions: tuple[str, ...] = ()
    starters: frozenset[str] = frozenset()
    part_links: frozenset[str] = frozenset()
    percent_before: tuple[tuple[str, ...], ...] = ()
    ones: tuple[tuple[str, ...], ...] = ()
    not_ordinal_before: tuple[tuple[str, ...], ...] = ()
    quarters: Mapping[str, Decimal] = field(default_factory=dict)
    """Words before a number that add a part of its scale to it: (hi) साढ़े 3 लाख, 350,000."""
    range_joiners: tuple[tuple[str, ...], ...] = ()
    """What parts the ends of a range, where no word has to open it."""


def primary_code(language: str) -> str:
    """The language code whose data are read for a BCP 47 tag: ``pt`` of ``pt-BR``, ``no`` of ``nb``."""
    primary = language.replace("_", "-").split("-")[0].lower()
    return {"nb": "no", "nn": "no", "iw": "he", "in": "id"}.get(primary, primary)


@cache
def number_grammar(code: str) -> NumberGrammar:
    """The grammar of the primary subtag ``code``; an unknown language reads digits with English marks."""
    config = load_language(code)
    section = config.figures if config is not None else FiguresSection()
    tables = load_numerals(code, config is not None and config.latin_too) if code.isalpha() else NumeralTables()
    marks = DigitMarks.of(tables.decimal, tables.group, section.groups, section.decimals, section.point_of_digits)
    fold = Fold({**_APOSTROPHES, **{ord(key): value for key, value in section.fold.items()}})
    pattern = token_pattern(marks.pattern(), section.marks + ("'’ʼ" if "'" in section.marks else ""))
    lexicon = _lexicon(section, tables, pattern, fold)

    def phrases(listed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        return tuple(split_phrase(word, pattern, fold) for word in listed)

    starters = frozenset(
        word for word, entries in lexicon.phrases.items() if any(atom.kind not in _NEVER_FIRST for _, atom in entries)
    )
    compounds = _compounds(section, config.dates if config is not None else DatesSection(), fold)
    others = _others(phrases(section.not_numbers))
    glued = tables.glued or bool(section.proclitics)
    heads = frozenset((clitic + word)[:2] for clitic in ("", *section.proclitics) for word in lexicon.phrases)
    return NumberGrammar(
        code,
        pattern,
        fold,
        lexicon,
        marks,
        section,
        tables,
        heads,
        first_letters=heads.union(compounds.heads, (word[:2] for word in (*starters, *others, *FRACTIONS))),
        openers=frozenset() if glued or compounds.heads else starters.union(others, FRACTIONS),
        begins=frozenset((clitic + word)[:3] for clitic in _clitics(section.proclitics) for word in lexicon.phrases),
        not_alone=frozenset(_split(word, pattern, fold) for word in section.not_alone),
        ordinal_marks=frozenset(_split(word, pattern, fold) for word in section.ordinal_marks),
        counters=frozenset(
            split_phrase(word, pattern, fold)
            for word in (
                *"%％٪",
                *(section.measure_words + section.percent + section.points + section.percent_of_ten),
                *(*section.units, *section.currencies, *section.cents),
                *(_times(config.dates) if config is not None else ()),
            )
        ),
        short_times=frozenset((word,) for word in _short_times(config.dates)) if config is not None else frozenset(),
        fixed=frozenset(
            _split(word, pattern, fold) for word in (*section.percent_before, *section.percent, *section.not_numbers)
        ),
        over=phrases(section.ratio_part),
        not_last=frozenset(_split(word, pattern, fold) for word in section.not_last),
        single_after=frozenset(_split(word, pattern, fold) for word in section.single_after),
        compounds=compounds,
        others=others,
        mixed=frozenset(phrases(section.mixed)),
        fractions=phrases((*section.ratio, *section.ratio_of_one, *section.divided_by, *section.mixed)),
        ordinal_before=phrases(section.ordinal_before),
        ones=phrases(section.ones),
        not_ordinal_before=phrases(section.not_ordinal_before),
        starters=starters,
        part_links=frozenset(_split(word, pattern, fold) for word in section.part_links),
        conjunctions=_conjunctions(config.dates.words) if config is not None else (),
        percent_before=phrases(section.percent_before) if section.ratio_part or section.whole_endings else (),
        quarters={_split(word, pattern, fold): part for word, part in section.quarters_before.items()},
        range_joiners=phrases(joiner for opener, joiner in section.ranges if not opener),
    )


def _conjunctions(words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Words for "and": those of ``and`` where ranges are not joined by others (he ל-)."""
    return words.get("conjunction", words.get("and", ()))


def _clitics(proclitics: tuple[str, ...]) -> set[str]:
    return {"", *proclitics, *(one + two for one in proclitics for two in proclitics)}


def _others(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of several tokens by their first, the longest first."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        if len(phrase) > 1:
            table[phrase[0]] = (*table.get(phrase[0], ()), phrase)
    return table


def _compounds(section: FiguresSection, dates: DatesSection, fold: Fold) -> Compounds:
    stems = {form.translate(fold): number for number, forms in dates.numbers.items() for form in forms.split()}
    return compounds_of(stems, {second.translate(fold): code for second, code in section.compounds.items()})


def _times(section: DatesSection) -> Iterator[str]:
    """Words for lengths of time, which go with a number as units do."""
    shortest = 1 if section.spaced else 2  # 이주 is "moved", seldom two weeks
    for forms in section.units.values():
        yield from (form.replace("_", " ") for form in forms.split() if form[-1] != "*" and len(form) >= shortest)


def _short_times(section: DatesSection) -> Iterator[str]:
    """Units and fields of dates written in one sign, where words are not parted by spaces."""
    if not section.spaced:
        yield from (form for forms in section.units.values() for form in forms.split() if len(form) == 1)


def _split(phrase: str, pattern: TokenPattern, fold: Fold) -> str:
    return " ".join(split_phrase(phrase, pattern, fold))


def _lexicon(section: FiguresSection, tables: NumeralTables, pattern: TokenPattern, fold: Fold) -> Lexicon:
    lexicon = Lexicon(
        joiner_rooms={*tables.joiners.rooms, *section.joiner_rooms},
        inverted=tables.inverted,
        positional=section.positional,
        year_pairs=section.year_pairs,
        elide=section.elide,
        mixed_joins=section.mixed_joins,
        ordinal_chains=section.ordinal_chains,
        most_hundreds=section.most_hundreds,
        short_tens=section.short_tens,
        tens_joined=section.tens_joined,
        digits_after_scales=section.digits_after_scales,
    )
    plain: list[tuple[tuple[str, ...], Atom]] = []
    unlearn = {_split(word, pattern, fold) for word in section.unlearn}
    for phrase, atom in _atoms(section, tables):
        words = split_phrase(phrase, pattern, fold)
        if words and " ".join(words) not in unlearn:
            lexicon.learn(words, atom)
            if section.unaccented:
                bare = tuple(_without_accents(word) for word in words)
                plain.append((bare, atom))
    accented = frozenset(lexicon.phrases)
    for words, atom in plain:
        if (words[0] not in accented or len(words) > 1) and " ".join(words) not in unlearn:
            lexicon.learn(words, atom)
    return lexicon


def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _atoms(section: FiguresSection, tables: NumeralTables) -> list[tuple[str, Atom]]:
    """The language file first: the first meaning of a phrase stays."""
    atoms: list[tuple[str, Atom]] = []
    atoms += [(word, Atom("number", value)) for word, value in section.cardinals.items()]
    atoms += [(word, Atom("scale", value)) for word, value in section.scales.items()]
    for word, number in section.ordinals.items():
        atoms += _ordinal_forms(word, number, section)
    atoms += [(word, Atom("number", value, about=True)) for word, value in section.rough.items()]
    atoms += [(word, Atom("vague", low, high)) for word, (low, high) in section.vague.items()]
    atoms += [(word, Atom("parts", value)) for word, value in section.parts.items()]
    atoms += _parts(section, tables)
    atoms += [(word, Atom("half", value)) for word, value in section.halves.items()]
    atoms += [(word, Atom("point")) for word in section.point]
    atoms += [(word, Atom("minus")) for word in section.minus]
    atoms += [(word, Atom("joiner")) for word in (*section.joiners, *tables.joiners.words)]
    whole: dict[str, Decimal | int] = {**tables.cardinals, **tables.scales, **section.cardinals, **section.scales}
    units: dict[str, Decimal | int] = {**tables.cardinals, **section.cardinals}
    atoms += [
        (f"{quarter} {word}", Atom("number", Decimal(value) + part))
        for quarter, part in section.quarters_before.items()
        for word, value in units.items()
        if 0 < value < 100 and value == int(value) and " " not in word
    ]
    pairs = (noun + ending for noun in section.dual_nouns for ending in section.dual_endings)
    atoms += [(pair, Atom("number", Decimal(2))) for pair in pairs]
    for ending in section.ordinal_suffixes:
        atoms += [(word + ending, Atom("ordinal", Decimal(value))) for word, value in whole.items()]
    atoms += [(word, Atom("number", Decimal(value))) for word, value in tables.cardinals.items()]
    atoms += [
        (word, Atom("scale", Decimal(value))) for word, value in (*tables.scales.items(), *tables.compact.items())
    ]
    for word, value in tables.ordinals.items():
        if section.ordinal_before and word.replace(" ", "").startswith(section.ordinal_before):
            continue
        atoms += _ordinal_forms(word, Decimal(value), section)
    return atoms


def _parts(section: FiguresSection, tables: NumeralTables) -> list[tuple[str, Atom]]:
    """Denominators made of ordinals (fifths, femtedelar) and of cardinals (veintiunavos)."""
    found: list[tuple[str, Atom]] = []
    for ending in section.ordinal_parts:
        for word, value in tables.ordinals.items():
            stem = word[:-1] + "e" if ending.startswith("d") and word[-1:] == "a" else word
            found += [(stem + ending, Atom("parts", Decimal(value)))] if " " not in word and value != 2 else []
    for ending in section.cardinal_parts:
        for word, value in tables.cardinals.items():
            stem = word.removesuffix(ending[0])
            found += [(stem + ending, Atom("parts", Decimal(value)))] if " " not in word and value > 10 else []
    return found


def _ordinal_forms(word: str, value: Decimal, section: FiguresSection) -> list[tuple[str, Atom]]:
    forms = [(word, Atom("ordinal", value))]
    for ending, others in section.ordinal_endings.items():
        if word.endswith(ending):
            forms += [(word[: -len(ending)] + other, Atom("ordinal", value)) for other in others]
    return forms
