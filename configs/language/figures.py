"""The ``figures`` section of a language file: what CLDR and the generated number words lack."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from configs.load import Strict

__all__ = ["FiguresSection", "ModifierName", "ModifierWords"]

ModifierName = Literal["about", "at-least", "at-most", "more-than", "less-than"]


class ModifierWords(Strict):
    """Words that bound a number or make it rough; each a phrase of lower-case words."""

    before: Mapping[ModifierName, tuple[str, ...]] = {}
    """Phrases right before the number: nearly, at least, up to."""
    after: Mapping[ModifierName, tuple[str, ...]] = {}
    """Phrases after the number (or its unit): or more, 以上, civarında."""


class FiguresSection(Strict):
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
    parts: Mapping[str, Decimal] = {}
    """Denominators: half: 2, thirds: 3."""
    not_parts: tuple[str, ...] = ()
    """Ordinals that are no denominators, for a share has a word of its own: fr troisième (tiers), quatrième."""
    ordinal_parts: tuple[str, ...] = ()
    """What makes an ordinal a denominator: (en) fifth + s, (sv) femte + delar."""
    cardinal_parts: tuple[str, ...] = ()
    """What makes a number over ten a denominator: (es) veinte + avos."""
    part_words: tuple[str, ...] = ()
    """Words that make the second of two numbers in a row the whole of a fraction: (pt) avos."""
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
    half_after_unit: tuple[str, ...] = ()
    """What adds half a unit behind the unit: (zh) 两米半."""
    tenths_of_money: Mapping[str, str] = {}
    """Tenths of a currency -> its code: 角: CNY."""
    cents_after_tenths: tuple[str, ...] = ()
    """Words for hundredths that are so only behind tenths (zh 6角3分; 分 alone is a minute or a point)."""
    halves: Mapping[str, Decimal] = {}
    """What a joiner or nothing adds to a number: "and a half": 0.5, 半: 0.5."""
    point: tuple[str, ...] = ()
    """The decimal mark in words: point, virgule, 点."""
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
    elide: bool = False
    """A last digit right after a scale counts tenths of it: 三千五 is 3500."""
    modifiers: ModifierWords = ModifierWords()
    ranges: tuple[tuple[str, str], ...] = ()
    """Openers and joiners of ranges: [between, and], [from, to], ["", to]: the first may be empty."""
    range_closers: tuple[str, ...] = ()
    """Words behind two numbers that make a range of "and" with no opener (hu 18 és 29 év között); without: none."""
    percent: tuple[str, ...] = ()
    """Words after the number: percent, per cent, pct."""
    percent_before: tuple[str, ...] = ()
    """Words before the number: yüzde, 百分之."""
    percent_of_ten: tuple[str, ...] = ()
    """成, 割: tenths."""
    points: tuple[str, ...] = ()
    """percentage points."""
    basis_points: tuple[str, ...] = ()
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
    currencies: Mapping[str, str] = {}
    """Everyday names and signs -> ISO 4217: dollar: USD, грн: UAH."""
    cents: Mapping[str, str] = {}
    """Hundredths of a currency -> its code: cent: USD."""
    units: Mapping[str, str] = {}
    """Everyday names -> CLDR unit of ``claims.units``."""
    possessives: tuple[str, ...] = ()
    """Endings that make a noun somebody's, so that it needs no article (ar ه, ها)."""
    name_nouns_before: tuple[str, ...] = ()
    """Nouns up to three words before an ordinal that make it part of a name: (ar) الحرب الميسينية الثانية."""
    dual_stops: tuple[str, ...] = ()
    """Words before a dual that say which two are meant: (ar) كلا, هذين."""
    not_ordinal_before: tuple[str, ...] = ()
    """Words that end in a mark of ``ordinal_before`` and mark none (th ขณะที่, while)."""
    unit_strangers: Mapping[str, tuple[str, ...]] = {}
    """Names of units -> words near which they are none: (ar) درجة, a degree, of an earthquake."""
    doubtful_units: Mapping[str, tuple[str, ...]] = {}
    """Names of units that count times too -> words that tell the unit: a small whole number without one is a count."""
    piece_money: tuple[str, ...] = ()
    """Names of currencies that count pieces too: money only where no noun follows (zh 块)."""
    weights: Mapping[str, str] = {}
    """Names of currencies that are units of weight near a word of ``weight_cues``: pound -> mass-pound."""
    weight_cues: tuple[str, ...] = ()
    """Words that tell of weight: weigh, heavy, kilograms."""
    heat_cues: tuple[str, ...] = ()
    """Words that tell of heat, so that 2C is degrees: temperature, warming."""
    not_units: tuple[str, ...] = ()
    """Names of units in CLDR that mean something else more often (bg "ч." is an hour, not a cup), and words that only
    look like the inflected name of a unit (it "volte", times)."""
    toward: tuple[str, ...] = ()
    """Words that behind a verb of moving say what a figure came to and no bound (зросла *до* 23, vzrostl *na* 23)."""
    collective_marks: Mapping[str, str] = {}
    """Marks of ordinals that behind these last digits count people: bg "62-ма", but "7-ма" is the seventh."""
    ordinal_nouns: tuple[str, ...] = ()
    """Nouns before a number that make it an ordinal: minute 74, minuto 74."""
    measure_words: tuple[str, ...] = ()
    """Classifiers between number and noun (zh 名, ja 人, ko 명 is both)."""
    every: tuple[str, ...] = ()
    """Words that make an ordinal a share: jeder dritte, каждый второй; no share before a length of time."""
    streets: tuple[str, ...] = ()
    """Words for a street or square, behind which a day is its name (ulice 17. listopadu)."""
    ratio: tuple[str, ...] = ()
    """Joiners of "one in five", "un Français sur deux", "54 із 61"."""
    ratio_noun: tuple[str, ...] = ()
    """Joiners of ``ratio`` that make a share with the noun before them too: quatre adultes sur dix."""
    whole_endings: tuple[str, ...] = ()
    """Endings of a number that make it the whole of a share: (tr) üçte bir."""
    whole_noun_endings: tuple[str, ...] = ()
    """Endings of the noun behind such a whole: (tr) on kişiden dokuzu."""
    ratio_part: tuple[str, ...] = ()
    """Joiners that read whole first, part second: 3分の2, 三分之二 (the word after the first number)."""
    not_decimals: tuple[str, ...] = ()
    """Words behind which tell that a point before the number parts hours and minutes (zh 七点一刻)."""
    spelled: Mapping[str, str] = {}
    """Syllables that spell number words -> the sign they stand for (ja さん: 三): a run of them is a number."""
    scores_reversed: bool = False
    """Whether the winner's goals may stand second ("0-1", read from the right)."""
    counters: bool = False
    """Whether a number that counts always has a counter behind it, so that one without is part of a name."""
    score_cues: tuple[str, ...] = ()
    """Words near "3-1" that make it a score: won, beat, draw."""
    names: tuple[str, ...] = ()
    """Words whose number is a name: Article, Channel, Boeing, flight."""
    names_after: tuple[str, ...] = ()
    """Words after a number that make it a name: (ru) канал, (zh) 号."""
    none_words: tuple[str, ...] = ()
    """"no one was hurt": zero of something."""
    links: tuple[str, ...] = ()
    """What may stand between a number and its unit: de, d', of."""
    money_scales: Mapping[str, Decimal] = {}
    """Letters that scale an amount of money only: m, b, k."""
    out_of: tuple[str, ...] = ()
    """Joiners that keep both numbers: 12 of 61, 54 із 61."""
    partitives: tuple[str, ...] = ()
    """Joiners of ``out_of`` that take one or some out of known things: einer von neun is no share."""
    not_numbers: tuple[str, ...] = ()
    """Words that only look like a number with an ending (tr bina, a building), or that begin like one (zh 十分)."""
    mixed: tuple[str, ...] = ()
    """What joins a whole number and a fraction: 又, と."""
    ratio_of_one: tuple[str, ...] = ()
    """Joiners of a fraction after "one" only: (ar) واحد على عشرين."""
    ratio_same: tuple[str, ...] = ()
    """As ``ratio_back``, where the counter behind both numbers is one: (ja) 5人に1人."""
    ordinal_names_after: tuple[str, ...] = ()
    """Words behind an ordinal that make it part of a name (zh 第五条, the fifth article)."""
    ratio_back: tuple[str, ...] = ()
    """Joiners of "of ten, three": (ko) 10명 중 3명."""
    divided_by: tuple[str, ...] = ()
    """Joiners of any fraction, the upper part first: (hi) पांच बटा आठ."""
    quarters_before: Mapping[str, Decimal] = {}
    """Words before a number under a hundred that add to it: (hi) साढ़े 0.5, सवा 0.25, पौने -0.25."""
    ordinal_links: tuple[str, ...] = ()
    """Joiners of a fraction whose lower part is an ordinal in words: (hi) एक का पाँचवाँ भाग."""
    part_nouns: tuple[str, ...] = ()
    """Nouns that may follow the ordinal of such a fraction: भाग."""
    particles: tuple[str, ...] = ()
    """Endings written onto nouns, in a language whose number words begin many other words: a number in words must
    then fill its word but for a counter and these (ko 은, 는, 에서)."""
    short_counters: tuple[str, ...] = ()
    """Counters of one sign that may be written onto a number of one sign (ko 두명)."""
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
    unit_cues: Mapping[str, str] = {}
    """Words before a number that say which unit is meant: 摂氏 -> celsius, 时速 -> per-hour (``claims.units``)."""
    sure_parts: tuple[str, ...] = ()
    """Words for a share that need no word after them (id sepertiga, he ברבע)."""
    part_links: tuple[str, ...] = ()
    """Words that must follow a bare denominator (half of, третина): without one "half" is no figure."""
    one_counts: bool = False
    """A word for "one" before a noun is a count, not an article (ru один, en one)."""
    one_stops: tuple[str, ...] = ()
    """Words beside "one" that make it a pronoun: another, of, no, each."""
    ordinals_behind: bool = False
    """Whether ``doubtful_ordinals`` are ordinals behind their noun only (id "taman kedua", "kedua negara")."""
    part_places: frozenset[str] = frozenset()
    """Words before "half" and "third" that say which part is meant, not how large it is (top, final)."""
    name_order: bool = False
    """A number right after a capitalised word inside a sentence is part of its name (Apollo 11)."""
    head: Literal["first", "last", "capital"] = "first"
    """Where the noun stands after the number: first (Romance), last before a stop (English), capital (German)."""
    plural_endings: tuple[str, ...] = ()
    """Endings of plural nouns, to find the head where no stop word follows."""
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
    claim_before: tuple[str, ...] = ()
    """Phrases before the name of a source of a figure: according to, laut, за даними; with those of ``quotes``."""
    claim_after: tuple[str, ...] = ()
    """Phrases after the name of a source: によると, göre."""
    claim_verbs: tuple[str, ...] = ()
    """Verbs by which somebody gives a figure, written as those of ``quotes``: counted, put(s|) ... at, оцін(ив|ила)."""
    claim_accounts: tuple[str, ...] = ()
    """Words for figures themselves, written as those of ``polarity``: numbers, toll, estimate*."""
    claim_giving: tuple[str, ...] = ()
    """Verbs by which somebody brings them out, so that the next sentence's figures are theirs: published, gave."""
    claim_kinds: Mapping[str, tuple[str, ...]] = {}
    """``police: [police*, constabulary]``: the words by which a source is told to be of a kind, under names that all
    languages share; written as those of ``polarity``."""
