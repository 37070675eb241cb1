"""Numbers that are no figures: parts of names, codes, addresses, phone and list numbers, "one" as an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claims.context import Reading
from claims.grammar import FigureGrammar
from claims.near_misses_names import capital_inside, is_named, is_regnal, is_titled, names_follow
from claims.tokens import UNSPACED, Token

__all__ = ["is_figure", "masked_spans"]

_MASKS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[#@]\w+|\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b"
    r"|(?<![0-9A-Za-z.,])0\d{2,4}(?:(?:[ \-]\d{2,4}){2,}|[ /\-]\d{5,8})(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z.,])0\d(?:[ .\-]\d\d){4}(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z.,])(?:\d{2,4}[ \-]){2,}0\d{3,4}(?![0-9A-Za-z])"  # from right to left: 111 555 0800
    r"|《[^》\n]{1,60}》"
    r"|\+\d[\d\s().\-]{6,}\d|(?<![\d.,-])\d{2,4}-\d{3,4}-\d{3,4}(?!-?\d)|\b\d{3}-\d{4}\b"
    r"|\b(?!\d{1,3}(?:\.\d{3}){2,}(?![\d.]))\d+(?:\.\d+){2,}\b|\b\w+\.(?:com|org|net|html?|php)\b"
)
_MASKED = ("《", "@", "#", "://", "www.", "+", ".com", ".org", ".net", ".htm", ".php")
_BROKEN = re.compile(r"\d[ .\-]\d")
"""One of these has to be in a text for ``_MASKS`` to find something; most texts are spared that search."""
_CLAUSE_ENDS = frozenset({".", "!", "?", ";", ":", "—", "–", "“", '"', "«", "„"})
_OF_SCORES = frozenset(":-–−")
_ZEROS = frozenset("0٠۰०")
_TATWEEL = "ـ"
_PREPOSITION = 4
_IDIOM_REACH = 3
_SHORT = 2
_MOST_RULERS = 20
_CLOSE = Decimal("0.0001")
_UNSPACED = re.compile(f"[{UNSPACED}]")


def masked_spans(text: str) -> list[tuple[int, int]]:
    """Addresses, phone numbers, tags and version numbers: nothing in them is a figure."""
    if not any(sign in text for sign in _MASKED) and _BROKEN.search(text) is None:
        return []
    return [match.span() for match in _MASKS.finditer(text)]


def is_figure(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:  # noqa: PLR0911 - one return a rule
    """Whether the number says something of the world, and not which of several things is meant."""
    if _glued_to_letters(text, tokens, reading, grammar) or _in_idiom(text, tokens, reading, grammar):
        return False
    if reading.percent_of:
        return True
    if _plural_of_counted(tokens, reading, grammar):
        return False
    if reading.role:
        article = _is_one(tokens, reading, grammar) and not grammar.numbers.section.one_counts
        unsure = reading.role == "money" and not reading.code  # una corona is a crown
        return not (article and (unsure or reading.role in {"class", "unit"}))
    if is_named(text, tokens, reading, grammar) or _doubtful(tokens, reading, grammar):
        return False
    if _is_place(tokens, reading, grammar) or is_titled(text, reading) or _names_ruler(text, tokens, reading, grammar):
        return False
    if reading.numeral.fraction:
        return _real_fraction(tokens, reading, grammar)
    if reading.numeral.ordinal:
        return _real_ordinal(text, tokens, reading, grammar)
    if _is_one(tokens, reading, grammar) and not reading.ranged:
        return _counts_one(text, tokens, reading, grammar)
    return True


def _real_ordinal(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Whether an ordinal tells a place in an order, and is no part of a name and no other word."""
    if _doubtful_ordinal(tokens, reading, grammar) or _lists(tokens, reading):
        return False
    if grammar.name_nouns and names_follow(text, reading, grammar):
        return False
    if grammar.ordinal_names_after.find(text, tokens, reading.numeral.last) is not None:
        return False
    if grammar.numbers.section.possessives and is_regnal(text, tokens, reading, grammar):
        return False
    return reading.low > 1 and not (
        capital_inside(text, tokens, reading, grammar.numbers.section.head == "capital")
        or _means_other(tokens, reading, grammar)
    )


def _plural_of_counted(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Arabic "ثلاثة مدنيين": behind a number the form that could be a dual is the plural of what is counted."""
    section, first = grammar.numbers.section, reading.numeral.first
    if not section.dual_endings or not first or reading.numeral.last - first != 1 or reading.low != 2:
        return False
    if tokens[first - 1].word in grammar.dual_stops:
        return True
    if not any(tokens[first].word == noun + end for noun in section.dual_nouns for end in section.dual_endings):
        return False
    before = tokens[first - 1]
    known = grammar.numbers.lexicon.phrases.get(before.word, ())
    return before.digits or any(not rest and atom.kind in {"number", "scale"} for rest, atom in known)


def _in_idiom(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """A phrase of the language that holds the number says nothing of how many (в два раза, one by one)."""
    if not grammar.idioms.exact:
        return False
    first, last = reading.numeral.first, reading.numeral.last
    inside = last if last - first <= _SHORT else last - 1  # a pair of trousers; no "meio de" in "um milhão e meio de"
    for at in range(max(0, first - _IDIOM_REACH), inside):
        found = grammar.idioms.find(text, tokens, at)
        if found is not None and at + found[0] > reading.numeral.first:
            return True
    return False


def _glued_to_letters(  # noqa: PLR0911 - one return a rule
    text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar
) -> bool:
    """G7, A320, F-16, COVID-19, 5G: letters right before digits, or unknown capitals right after them."""
    numeral = reading.numeral
    if numeral.words or reading.start < numeral.start or (reading.role == "percent" and not grammar.latin):
        return False  # يعتقد38%: a space is missing
    start = numeral.start
    if _UNSPACED.match(text[start : start + 1]):
        return False  # Livi第34分钟
    if text[start] in _ZEROS and text[start + 1 : start + 3].isdigit():
        return True  # bus 040, agent 007, a number to call
    if start and text[start - 1] == "M" and reading.step < 1 and not text[start - 2 : start - 1].isascii():
        return False  # M5.1 is a magnitude
    touches = start and (text[start - 1].isalpha() or text[start - 1] == _TATWEEL)
    if touches and not _UNSPACED.match(text[start - 1]) and not _clitic_before(text, start, grammar):
        return True
    if start > 1 and text[start - 1] in "-‑" and not reading.role and _ends_name(text[start - 2]):
        return True  # เอฟ-16, जी-20, 歼-20
    if start > 1 and text[start - 1] in "-‑–/." and text[start - 2].isalpha() and not _UNSPACED.match(text[start - 2]):
        if _clitic_before(text, start - 1, grammar):
            return False
        return text[start - 1] in "-‑/" or text[start - 2].isupper()
    end = reading.end
    after = text[end : end + 1]
    if not after.isalpha() or _UNSPACED.match(after):
        return False
    coded = after.isascii() and reading.step < 1 and not reading.role and not text[end + 1 : end + 2].isalnum()
    return after.isupper() or coded  # 802.11n


def _ends_name(character: str) -> bool:
    """A letter of a script without capitals that a number is tied to by a hyphen, or the vowel sign of one."""
    return ("\u0900" <= character <= "\u0e4f" and not character.isdecimal()) or "\u4e00" <= character <= "\u9fff"


def _clitic_before(text: str, hyphen: int, grammar: FigureGrammar) -> bool:
    """Whether a preposition is written onto the number with a hyphen, as Hebrew does: כ-2,400 is about 2,400."""
    start = hyphen
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:hyphen].replace(_TATWEEL, "") in ("", *grammar.numbers.section.proclitics)


def _is_place(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """The top half of the table, the final third: a part by its place, not by its size."""
    first, last = reading.numeral.first, reading.numeral.last
    places = grammar.numbers.section.part_places
    if not places or not reading.numeral.words:
        return False
    if reading.numeral.fraction and last < len(tokens) and tokens[last].word in places:
        return last - first == 1  # מחצית השנייה
    if not first or tokens[first - 1].word not in places:
        return False
    if reading.numeral.fraction:
        return last - first == 1
    parts = grammar.numbers.lexicon.phrases.get(tokens[first].word, ())
    known = any(atom.kind == "parts" for rest, atom in parts if not rest)
    follows = last < len(tokens) and tokens[last].word[0].isalpha() and tokens[last].word not in grammar.stops
    return reading.numeral.ordinal and known and not follows


def _names_ruler(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Kraliçe 2. Elizabeth, 2. Dünya Savaşı: a small number with a dot before a capital, where nouns have none; behind
    a word in small letters the dot may end a sentence."""
    section, first = grammar.numbers.section, reading.numeral.first
    last = reading.numeral.last - (tokens[reading.numeral.last - 1].word == ".")
    if reading.numeral.words or not section.ordinal_dot or section.head == "capital" or last + 1 >= len(tokens):
        return False
    if first > 1 and tokens[first - 1].word in _OF_SCORES and tokens[first - 2].digits:
        return False  # 5:2. Dann
    if reading.low > _MOST_RULERS or tokens[last].word != "." or tokens[last].start != tokens[last - 1].end:
        return False
    lower = first > 0 and text[tokens[first - 1].start].islower()
    return text[tokens[last + 1].start].isupper() and not lower


def _lists(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "Second, they ...": a word that begins a clause and ends at a comma counts arguments."""
    first, last = reading.numeral.first, reading.numeral.last
    opens = not first or tokens[first - 1].word in _CLAUSE_ENDS
    return reading.numeral.words and opens and last < len(tokens) and tokens[last].word == ","


def _real_fraction(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """A bare "half" or "third" counts only before "of" and its like; "two thirds" always."""
    numeral = reading.numeral
    if (
        numeral.last - numeral.first > 1
        or reading.modifier != "exact"
        or tokens[numeral.first].word in grammar.sure_parts
        or abs(1 / numeral.value - round(1 / numeral.value)) > _CLOSE  # kétharmad, two thirds in one word
    ):
        return True
    if numeral.last >= len(tokens):
        return False
    after, section = tokens[numeral.last].word, grammar.numbers.section
    of_noun = section.definite and tokens[numeral.first].word in section.definite_parts
    return after in grammar.part_links or bool(of_noun and after.startswith(section.definite))


def _doubtful(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Whether a number word that is another word too has no noun behind it: i venti fino a 138 km/h."""
    first, last = reading.numeral.first, reading.numeral.last
    if last - first > 1 or tokens[first].word not in grammar.numbers.section.doubtful_numbers:
        return False
    if reading.modifier != "exact":
        return False
    after = tokens[last].word if last < len(tokens) else ""
    return not after[:1].isalpha() or len(after) < _PREPOSITION or after in grammar.stops


def _doubtful_ordinal(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Whether an ordinal that is another word too stands where that other word would."""
    section = grammar.numbers.section
    first, last = reading.numeral.first, reading.numeral.last
    if last - first > 1 or tokens[first].word not in section.doubtful_ordinals:
        return False
    after = tokens[last].word if last < len(tokens) else ""
    if after in section.ordinal_followers:
        return False
    if section.ordinals_behind:
        before = tokens[first - 1].word if first else ""
        return not before[:1].isalpha() or (before in grammar.stops and before not in section.ordinal_openers)
    opened = first > 0 and tokens[first - 1].word in section.ordinal_openers
    return not (opened and after[:1].isalpha() and after not in grammar.stops)


def _means_other(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Whether a word for "second" says "other": it does, unless what follows comes in an order."""
    section, first, last = grammar.numbers.section, reading.numeral.first, reading.numeral.last
    if not section.others or last - first > 1 or not tokens[first].word.startswith(section.others):
        return False
    return last >= len(tokens) or not tokens[last].word.startswith(section.second_of)


def _is_one(tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    numeral = reading.numeral
    return (
        numeral.words
        and numeral.value == 1
        and all(t.word in grammar.ones for t in tokens[numeral.first : numeral.last])
    )


def _counts_one(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    if not grammar.numbers.section.one_counts:
        return False
    first, last = reading.numeral.first, reading.right
    if last >= len(tokens) or not tokens[last].word[0].isalpha() or tokens[last].word in grammar.one_stops:
        return False
    return not (first and tokens[first - 1].word in grammar.one_stops)
