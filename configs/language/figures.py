"""The ``figures`` section of a language file: what CLDR and the generated number words lack."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from configs.language.figures_shares import ShareWords
from configs.language.figures_sources import SourceWords
from configs.language.figures_units import UnitWords
from configs.load import Strict

__all__ = ["FiguresSection", "ModifierName", "ModifierWords"]

ModifierName = Literal["about", "at-least", "at-most", "more-than", "less-than"]


class ModifierWords(Strict):
    """Words that bound a number or make it rough; each a phrase of lower-case words."""

    before: Mapping[ModifierName, tuple[str, ...]] = {}
    """Phrases right before the number: nearly, at least, up to."""
    after: Mapping[ModifierName, tuple[str, ...]] = {}
    """Phrases after the number (or its unit): or more, 以上, civarında."""


class FiguresSection(SourceWords, UnitWords, ShareWords):
    """Every field has a default, so that a language without the section still loads. Words are lower case; a phrase is
    words parted by one space, with hyphens written as spaces."""

    cardinals: Mapping[str, Decimal] = {}
    """Number words beyond the generated ones: cases, collectives (семеро), полтора: 1.5."""
    scales: Mapping[str, Decimal] = {}
    """Multipliers beyond the generated ones: dozen: 12, lakh: 100000, k: 1000."""
    ordinals: Mapping[str, Decimal] = {}
    rough: Mapping[str, Decimal] = {}
    """Collectives that mean "about": une quinzaine, una ventina."""
    vague: Mapping[str, tuple[Decimal, Decimal]] = {}
    """Amounts with no number: dozens: [24, 99], сотни: [200, 999]."""
    single_after: tuple[str, ...] = ()
    """Words that ask for the genitive, after which a vague word is one scale (ru "около тысячи": 1000)."""
    not_after_digits: tuple[str, ...] = ()
    """Scales that digits never have: fr "50 cents" are of a currency, "deux cents" are 200."""
    ordinal_chains: bool = False
    """Every word of an ordinal is an ordinal (vigésimo quinto); a number before one is the upper part of a fraction."""
    unscaled: tuple[str, ...] = ()
    """Numbers that no scale multiplies; what looks like one behind them is a particle (ko 하나만: only one)."""
    not_final: tuple[str, ...] = ()
    """Words for a digit that end no longer number, and are units there (zh 三十两: 30 liang, never 32)."""
    powers: tuple[str, ...] = ()
    """Words behind the exponent of a power: (ja) 10の13乗."""
    power_links: tuple[str, ...] = ()
    """What stands between the base and the exponent: の."""
    most_hundreds: int = 0
    """What a word for hundred multiplies is less than this (fr 20: quarante-cinq cents are of a currency); 0: any."""
    short_tens: bool = False
    """The word for ten is left out: (vi) năm trăm chín ba is 593, một trăm hai is 120."""
    halves: Mapping[str, Decimal] = {}
    """What a joiner or nothing adds to a number: "and a half": 0.5, 半: 0.5."""
    point: tuple[str, ...] = ()
    """The decimal mark in words: point, virgule, 点."""
    point_of_digits: tuple[str, ...] = ()
    """Those that stand between digits too: (bn) ৪৬ দশমিক ৩, 46.3."""
    scale_first: bool = False
    """A scale stands before what it multiplies: (sw) milioni 2.1, elfu kumi na tano."""
    digits_after_scales: bool = False
    """Digits right after a scale in words belong to it, however few (bn ১ হাজার ৪০ is 1,040)."""
    minus: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    joiner_rooms: tuple[int, ...] = ()
    tens_joined: bool = False
    """Tens and units always have a joiner: (es) ciento treinta y dos quintos are 132 fifths, not 130 and two."""
    unlearn: tuple[str, ...] = ()
    """Generated words that mean something else in running text."""
    ones: tuple[str, ...] = ()
    """Forms of "one" that are articles or pronouns too: not a count alone."""
    not_alone: tuple[str, ...] = ()
    """Number words that count only inside a longer number, or before a known unit or one of ``counted_nouns``."""
    counted_nouns: tuple[str, ...] = ()
    """Nouns, as they stand behind a number, before which a word of ``not_alone`` counts (tr yüz kişi, 100 people)."""
    definite: str = ""
    """The article written onto nouns: a word of ``not_alone`` counts before a noun without it (ar خمس نقاط), and is a
    share before one with it (ar خمس السكان) if ``definite_parts`` has it."""
    definite_parts: tuple[str, ...] = ()
    adds_by_joiner: bool = False
    """A digit is never added without "and": behind a number it is the whole of a fraction (ar عشرون خمس)."""
    dual_nouns: tuple[str, ...] = ()
    """Stems of nouns that say two of themselves by ``dual_endings`` (شخص: شخصان)."""
    dual_endings: tuple[str, ...] = ()
    not_modifiers: tuple[str, ...] = ()
    """Words that end in a word for "about" or another bound and are none (th งบประมาณ, a budget)."""
    never_alone: tuple[str, ...] = ()
    """Signs that are numbers only among others (陆 is land)."""
    not_last: tuple[str, ...] = ()
    """Number words that are verbs or nouns at the end of a clause (tr yedi: seven, ate): a word must follow."""
    proclitics: tuple[str, ...] = ()
    """Letters written onto the next word: و, ב."""
    suffixes: tuple[str, ...] = ()
    """Case endings written onto number words (agglutinating languages)."""
    endings: tuple[str, ...] = ()
    """Endings of nouns, for names of units and currencies."""
    ordinal_endings: Mapping[str, tuple[str, ...]] = {}
    """Ending of the base form of an ordinal -> its other endings (ий: [ого, ому])."""
    ordinal_marks: tuple[str, ...] = ()
    """What makes digits an ordinal: st, nd, º, -й, er."""
    ordinal_dot: bool = False
    """"3." is an ordinal before a word that goes on (German, Czech, Danish …)."""
    ordinal_before: tuple[str, ...] = ()
    """第."""
    marks: str = ""
    """Characters that belong inside a word (the apostrophe in uk, quotes in he)."""
    fold: Mapping[str, str] = {}
    """Letter -> letter, before any look-up (ё: е, أ: ا)."""
    groups: str = ""
    """More characters that group digits by thousands than CLDR's own."""
    decimals: str = ""
    """More decimal marks than CLDR's own."""
    year_pairs: bool = False
    """"nineteen ninety-nine" is 1999."""
    positional: bool = False
    """Single digits in a row make a number: 二〇二五."""
    unaccented: bool = False
    """Number words are often written without their accents (tres milhoes)."""
    mixed_joins: bool = False
    """Digits, a word for thousand, "and", digits are one number: ۲۳ هزار و ۴۰۰."""
    elide: bool = False
    """A last digit right after a scale counts tenths of it: 三千五 is 3500."""
    modifiers: ModifierWords = ModifierWords()
    ranges: tuple[tuple[str, str], ...] = ()
    """Openers and joiners of ranges: [between, and], [from, to], ["", to]: the first may be empty."""
    ranks_before: tuple[str, ...] = ()
    """Words before a number that is a place in an order, and no part of a name: world number (three)."""
    ranks_after: tuple[str, ...] = ()
    """Words behind a number with one of ``names`` before it that make it such a place: número 84 | del mundo."""
    score_joiners: tuple[str, ...] = ()
    """Words between the two numbers of a result: (zh) 3比1, (pt) 3 a 1."""
    one_units: tuple[str, ...] = ()
    """Forms of units that count one; behind more another phrase begins: 320 miljoner | året innan."""
    move_joiners: tuple[str, ...] = ()
    """Joiners of ``ranges`` whose numbers are two points where a verb of moving stands behind: 12人から15人に増えた."""
    range_closers: tuple[str, ...] = ()
    """Words behind two numbers that make a range of "and" with no opener (hu 18 és 29 év között); without: none."""
    compounds: Mapping[str, str] = {}
    """Second parts of words that begin with a number of ``dates.numbers`` ("метров*" of двухметровый) -> CLDR unit of
    ``claims.units``, "percent", "ordinal" (zweitgrößte), a number to multiply with ("1000"), thirds ("/3": cs
    dvoutřetinová většina) or "" for a count
    (трехкратный)."""
    others: tuple[str, ...] = ()
    """Beginnings of a word for "second" that means "other" too (sr други); it counts only before ``second_of``."""
    second_of: tuple[str, ...] = ()
    """Beginnings of what comes in order: second time, place, quarter."""
    idioms: tuple[str, ...] = ()
    """Phrases with a number that is no figure: "в два раза", "один на один"."""
    possessives: tuple[str, ...] = ()
    """Endings that make a noun somebody's, so that it needs no article (ar ه, ها)."""
    name_nouns_before: tuple[str, ...] = ()
    """Nouns up to three words before an ordinal that make it part of a name: (ar) الحرب الميسينية الثانية."""
    dual_stops: tuple[str, ...] = ()
    """Words before a dual that say which two are meant: (ar) كلا, هذين."""
    not_ordinal_before: tuple[str, ...] = ()
    """Words that end in a mark of ``ordinal_before`` and mark none (th ขณะที่, while)."""
    moves_more: tuple[str, ...] = ()
    """How more verbs of moving begin, before which ``toward`` is no bound: (nl) verdubbelde tot 1,3 miljard."""
    bounds_of_times: tuple[str, ...] = ()
    """Bounds of one word that say "more than" or "less than" of a length of time, never "during" (ru более)."""
    toward: tuple[str, ...] = ()
    """Words that behind a verb of moving say what a figure came to and no bound (зросла *до* 23, vzrostl *na* 23)."""
    collective_marks: Mapping[str, str] = {}
    """Marks of ordinals that behind these last digits count people: bg "62-ма", but "7-ма" is the seventh."""
    ordinal_nouns: tuple[str, ...] = ()
    """Nouns before a number that make it an ordinal: minute 74, minuto 74."""
    streets: tuple[str, ...] = ()
    """Words for a street or square, behind which a day is its name (ulice 17. listopadu)."""
    not_decimals: tuple[str, ...] = ()
    """Words behind which tell that a point before the number parts hours and minutes (zh 七点一刻)."""
    spelled: Mapping[str, str] = {}
    """Syllables that spell number words -> the sign they stand for (ja さん: 三): a run of them is a number."""
    scores_reversed: bool = False
    """Whether the winner's goals may stand second ("0-1", read from the right)."""
    score_cues: tuple[str, ...] = ()
    """Words near "3-1" that make it a score: won, beat, draw."""
    names: tuple[str, ...] = ()
    """Words whose number is a name: Article, Channel, Boeing, flight."""
    names_after: tuple[str, ...] = ()
    """Words after a number that make it a name: (ru) канал, (zh) 号."""
    none_words: tuple[str, ...] = ()
    """"no one was hurt": zero of something."""
    not_numbers: tuple[str, ...] = ()
    """Words that only look like a number with an ending (tr bina, a building), or that begin like one (zh 十分)."""
    ordinal_names_after: tuple[str, ...] = ()
    """Words behind an ordinal that make it part of a name (zh 第五条, the fifth article)."""
    quarters_before: Mapping[str, Decimal] = {}
    """Words before a number under a hundred that add to it: (hi) साढ़े 0.5, सवा 0.25, पौने -0.25."""
    particles: tuple[str, ...] = ()
    """Endings written onto nouns, in a language whose number words begin many other words: a number in words must
    then fill its word but for a counter and these (ko 은, 는, 에서)."""
    ordinal_suffixes: tuple[str, ...] = ()
    """What makes any number word an ordinal: (hi) वां."""
    doubtful_numbers: tuple[str, ...] = ()
    """Number words that are other words too (it venti: winds); they count before a noun only."""
    doubtful_ordinals: tuple[str, ...] = ()
    """Ordinals that are other words too (it secondo: according to; sv andra: other). They count after a word of
    ``ordinal_openers`` with a noun behind them, or before a word of ``ordinal_followers``."""
    ordinal_openers: tuple[str, ...] = ()
    ordinal_followers: tuple[str, ...] = ()
    name_nouns: tuple[str, ...] = ()
    """Nouns a few words after an ordinal that make it part of a name: (zh) 第二次世界大战."""
    cue_links: tuple[str, ...] = ()
    """What may stand between such a word and the number, besides words for "about" (の)."""
    one_counts: bool = False
    """A word for "one" before a noun is a count, not an article (ru один, en one)."""
    one_stops: tuple[str, ...] = ()
    """Words beside "one" that make it a pronoun: another, of, no, each."""
    ordinals_behind: bool = False
    """Whether ``doubtful_ordinals`` are ordinals behind their noun only (id "taman kedua", "kedua negara")."""
    name_order: bool = False
    """A number right after a capitalised word inside a sentence is part of its name (Apollo 11)."""
    head: Literal["first", "last", "capital"] = "first"
    """Where the noun stands after the number: first (Romance), last before a stop (English), capital (German)."""
    plural_endings: tuple[str, ...] = ()
    """Endings of plural nouns, to find the head where no stop word follows."""
    nobody: tuple[str, ...] = ()
    """Words that turn a bound behind them: "nobody may earn less than 15 euros" is at least 15."""
    versus: tuple[str, ...] = ()
    """Words before an amount that another is compared with, whose unit it then has: down from, gegenüber, contre."""
    none_verbs: tuple[str, ...] = ()
    """What nobody suffered: hurt, killed; a word of ``none_words`` before one of them counts zero people."""
    skip: tuple[str, ...] = ()
    """Words between a number and what it counts: of, the, more, other."""
    stops: tuple[str, ...] = ()
    """Words that end the search for what is counted: verbs and prepositions that often follow a number."""
    subject_ignore_endings: tuple[str, ...] = ()
    """Endings of adjectives, which stand before the noun that is counted."""
    subject_before: bool = False
    """The counted noun stands before the number (ja 死者3人)."""
