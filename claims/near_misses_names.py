"""Numbers that are parts of names: Nord Stream 2, BBC Radio 4, the Four Corners, the Second World War."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.context import Reading
from claims.grammar import FigureGrammar
from claims.tokens import UNSPACED, Token
from records.claim import Figure

__all__ = ["capital_inside", "is_named", "is_regnal", "is_titled", "names_follow", "outside_titles"]

_PREPOSITION = 4
_WAR_REACH = 3
_UNSPACED = re.compile(f"[{UNSPACED}]")
_NAME_REACH = 12
_CLOSING = ("”", '"', "»", "“", "’", "」", "』")
_TITLE = re.compile(r"[„“«\"‘「『][A-ZÀ-ÖØ-ÞА-ЯІЇЄҐЁЎ][^„“«»\"‘’”」』.,!?]*[^\W\d_][\s–—-]*$")
_OPENED = ("„", "“", "«", '"', "‘", "「", "『")
_TITLE_BEHIND = re.compile(r"(?:[ -][A-ZÀ-ÖØ-ÞА-ЯІЇЄҐЁЎ][^\W\d_]*){1,3}[”\"»“’」』]")
_TITLED = re.compile(r"[^\W\d_] [„“«\"‘「『]$")
_WORK = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){1,4}[”\"»“’」』]")
_SAID = re.compile(r"\s*[,–—-]|\s*$")
_YEAR = re.compile(r"\d{4}")
_CAPITAL_BEFORE = re.compile(r"[^\W\d_]+[ -]$")
_CAPITAL_BEHIND = re.compile(r"[ -][^\W\d_]+")
_LONGEST_TITLE = 36
_MOST_OF_NAME = 1000
_MOST_OF_LONG_NAME = 100
_NAME_REACH_IN_WORDS = 18
_STOP = re.compile(r"[,.;:()]")
_CLAUSE = re.compile(r"[\s，。、,.;；：:（(]")
_NUMBER_MARKS = frozenset({".", "º", "°", "#"})
_HEADLINE = 16
_OPENS_SENTENCE = frozenset('.!?:;"“„«»‹‘([—–…•¿¡')
_DASHES = frozenset("-–—")
_CLOSES_NAME = frozenset(",;:!?)»“”")
_LONGEST_COUNTER = 3


def _capital_in_name(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """The Four Corners, World War Two: a number word with a capital inside a sentence, beside another, is a name.

    In a headline, where every long word has a capital, it is a number. Where headlines have no such capitals, one
    inside a sentence is enough (v období Tří království).
    """
    first, last = reading.numeral.first, reading.numeral.last
    if not (first and reading.numeral.words and text[reading.start].isupper() and tokens[first - 1].word[0].isalpha()):
        return False
    if not grammar.numbers.section.name_order:
        numeral = reading.numeral
        noun = (
            numeral.bare_scale or numeral.fraction or numeral.about or numeral.high is not None or not numeral.value
        )  # de Tausende, Drittel, Null
        compound = text[numeral.end : numeral.end + 1] == "-"  # im Sieben-Kontinente-Modell
        return text[tokens[first - 1].start].islower() and not noun and not compound
    owner = first - 3 if first > 2 and tokens[first - 1].word == "s" else first - 1  # Ocean's Eleven
    beside = (tokens[owner], *tokens[last : last + 1])
    near = (*tokens[max(0, first - _HEADLINE) : first], *tokens[last : last + _HEADLINE])
    running = any(text[t.start].islower() for t in near if len(t.word) > _PREPOSITION and t.word.isalpha())
    return running and any(text[token.start].isupper() for token in beside)


def is_named(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:  # noqa: PLR0911, PLR0912 - one return a rule
    """Whether the number is a part of a name, by the words and the capitals around it."""
    numeral = reading.numeral
    first, last = numeral.first, numeral.last
    if reading.ranked:
        return False
    if first and reading.left == first and grammar.names.find(text, tokens, first - 1) is not None:
        return tuple(token.word for token in tokens[max(0, first - 2) : first]) not in grammar.out_of
    if (
        first > 1
        and tokens[first - 1].word in _NUMBER_MARKS
        and grammar.names.find(text, tokens, first - 2) is not None
    ):
        return True
    if first and tokens[first - 1].word in {"#", "№"}:
        return True
    dotted = last + 1 < len(tokens) and tokens[last].word == "." and not numeral.words  # 5. cikk
    for at in (last, last + 1) if dotted else (last,):
        if grammar.names_after.find(text, tokens, at) is not None and not _counter_at(tokens, at, grammar):
            return True
    if _capital_in_name(text, tokens, reading, grammar):
        return True
    if reading.score or (last < len(tokens) and tokens[last].word == "&"):
        return False  # Lowfield 2-0 win is a score, McIlroy 4&3 the result of a match
    if _foreign_name(text, tokens, reading, grammar) or _label(text, tokens, reading, grammar):
        return True
    if numeral.ordinal or first < 2 or numeral.high is not None:
        return False
    if not grammar.numbers.section.name_order:
        return _long_name(text, tokens, reading, grammar)
    before = text[tokens[first - 1].start]
    touching = tokens[first].start - tokens[first - 1].end == 1
    if numeral.words or not before.isupper() or not touching or reading.left != first:
        return False
    if _sent_to_a_place(text, tokens, reading) or _is_guests_score(tokens, first):
        return False
    return numeral.value < 1000 and tokens[first - 2].word not in _OPENS_SENTENCE


def _is_guests_score(tokens: Sequence[Token], first: int) -> bool:
    """Ayr 38 - Melrose 17: the goals of a team behind those of the other."""
    return first > 2 and tokens[first - 2].word in _DASHES and tokens[first - 3].digits


def _long_name(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """Nord Stream 2, where a noun may stand before the number that counts another: two capitals before the digits,
    nothing behind them that they could count."""
    numeral, first = reading.numeral, reading.numeral.first
    if numeral.words or reading.left != first or reading.right != numeral.last or numeral.value > _MOST_OF_LONG_NAME:
        return False
    name = tokens[first - 2 : first]
    if not all(text[t.start].isupper() and len(t.word) > 1 for t in name) or tokens[first].start - name[1].end != 1:
        return False
    after = tokens[numeral.last] if numeral.last < len(tokens) else None
    compound = text[numeral.end : numeral.end + 1] == "-"  # die Nord Stream 2-Pipeline
    return after is None or compound or after.word in _CLOSES_NAME or after.word in grammar.stops


def outside_titles(text: str, times: Sequence[Figure], grammar: FigureGrammar) -> Sequence[Figure]:
    """``times`` without names: the "60 Minutes" of a broadcaster, The Five-Year Engagement, ulice 17. listopadu."""
    kept = [time for time in times if time.kind != "duration" or not _is_title(text, time)]
    return [time for time in kept if time.kind != "date" or not _is_street(text, time, grammar)]


def _is_street(text: str, time: Figure, grammar: FigureGrammar) -> bool:
    if not grammar.streets or not time.text[:1].isdigit() or time.low != time.high or _YEAR.search(time.text):
        return False
    return text[max(0, time.start - _LONGEST_TITLE) : time.start].rstrip().lower().endswith(grammar.streets)


def _is_title(text: str, time: Figure) -> bool:
    quoted = text[time.start - 1 : time.start] in _OPENED and time.start > 0
    if quoted and text[time.end : time.end + 1] in _CLOSING and time.end < len(text):
        return time.text[:1].isdigit()
    if quoted and time.text[0].isupper():
        return _opens_title(text, time.start)
    if not text[time.start].isupper():
        return False
    before = _CAPITAL_BEFORE.search(text, max(0, time.start - _LONGEST_TITLE), time.start)
    behind = _CAPITAL_BEHIND.match(text, time.end)
    words = time.text.split()
    whole = before is not None and before[0][0].islower() and words[-1][0].isupper()  # Шестидневной войны
    if not whole and (before is None or behind is None or not (before[0][0].isupper() and behind[0][1].isupper())):
        return False
    near = text[max(0, time.start - 2 * _LONGEST_TITLE) : time.end + 2 * _LONGEST_TITLE].split()
    return any(word.islower() and len(word) > _PREPOSITION for word in near)


def _opens_title(text: str, start: int) -> bool:
    """Whether a number in words begins the title of a work: a noun before the marks, a few words with no stop in them,
    and no clause of saying behind («Двенадцать стульев», „Drei Damen vom Grill“).
    """
    if not _TITLED.search(text, max(0, start - _LONGEST_TITLE), start):
        return False
    title = _WORK.match(text, start)
    return title is not None and _SAID.match(text, title.end()) is None


def _foreign_name(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """BBC Radio 4, Nord Stream 2: in a text of another script, a small number belongs to the Latin name before it."""
    first = reading.numeral.first
    if not first or grammar.latin or reading.numeral.words or reading.left != first or reading.numeral.value >= 1000:
        return False
    name = text[tokens[first - 1].start : tokens[first - 1].end]
    return name.isascii() and name.isalpha() and name[0].isupper() and tokens[first].start - tokens[first - 1].end == 1


def _label(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """グレード4に, ノルドストリーム2: where every number that counts has a counter behind it, one without belongs to
    the foreign name that it is written onto.
    """
    numeral = reading.numeral
    if not grammar.numbers.section.counters or not numeral.first or numeral.words or reading.left != numeral.first:
        return False
    bare = reading.right == numeral.last and reading.low == reading.low.to_integral_value() < _MOST_OF_NAME
    before = tokens[numeral.first - 1]
    return bare and before.end == numeral.start and "\u30a1" <= before.word <= "\u30ff" and before.word != "・"


def _counter_at(tokens: Sequence[Token], at: int, grammar: FigureGrammar) -> bool:
    """Whether a counter of several signs begins here: the 世 of 世帯 (households) is no 世 of kings."""
    words = tuple(token.word for token in tokens[at : at + _LONGEST_COUNTER])
    return any(words[:size] in grammar.numbers.counters for size in range(2, len(words) + 1))


def _sent_to_a_place(text: str, tokens: Sequence[Token], reading: Reading) -> bool:
    """In "sent to Berlin 14 delegates" a preposition rules the name, and a small word that is counted follows."""
    first, last = reading.numeral.first, reading.numeral.last
    if last >= len(tokens):
        return False
    before, after = tokens[first - 2], tokens[last]
    ruled = before.word.isalpha() and len(before.word) <= _PREPOSITION and text[before.start].islower()
    return ruled and after.word.isalpha() and len(after.word) > _PREPOSITION and text[after.start].islower()


def is_titled(text: str, reading: Reading) -> bool:
    """«Северный поток – 2», „Mission 3“, „60 Minutes“: digits that end or begin a short title in marks."""
    numeral = reading.numeral
    if numeral.words and reading.start and text[reading.start - 1] in _OPENED and text[reading.start].isupper():
        return _opens_title(text, reading.start)
    if numeral.words or not reading.end < len(text):
        return False
    if reading.start and text[reading.start - 1] in _OPENED and _TITLE_BEHIND.match(text, reading.end):
        return reading.end == numeral.end
    if text[reading.end] not in _CLOSING:
        return False
    title = _TITLE.search(text, max(0, reading.start - _LONGEST_TITLE), reading.start)
    return title is not None and numeral.value < _MOST_OF_NAME


def capital_inside(text: str, tokens: Sequence[Token], reading: Reading, noun_capitals: bool) -> bool:
    """The Ninth Ward, the Second Amendment: an ordinal with a capital inside a sentence belongs to a name."""
    first, last = reading.numeral.first, reading.numeral.last
    if noun_capitals and (last >= len(tokens) or not text[tokens[last].start].isupper()):
        return False  # wurde Sechzehnter im Super-G
    capital = text[reading.start].isupper() or text[tokens[last - 1].start].isupper()  # ngày thứ Hai is a Monday
    return first > 0 and reading.numeral.words and capital and tokens[first - 1].word.isalpha()


def names_follow(text: str, reading: Reading, grammar: FigureGrammar) -> bool:
    """第二次世界大战, 第一次鸦片战争: an ordinal in the name of a war or a congress."""
    if text[reading.end : reading.end + 1].isspace() and not _UNSPACED.match(text[reading.end + 1 : reading.end + 2]):
        after = _STOP.split(text[reading.end : reading.end + _NAME_REACH_IN_WORDS], maxsplit=1)[0]
    else:
        behind = text[reading.end : reading.end + _NAME_REACH].lstrip()
        after = behind if "\uac00" <= behind[:1] <= "\ud7af" else _CLAUSE.split(behind, maxsplit=1)[0]
    return any(noun in after for noun in grammar.name_nouns)


def is_regnal(text: str, tokens: Sequence[Token], reading: Reading, grammar: FigureGrammar) -> bool:
    """رمسيس الثاني: an ordinal with the article behind a word without one is part of a name, and behind a war too."""
    section, first = grammar.numbers.section, reading.numeral.first
    if not first or not reading.numeral.words:
        return False
    if any(token.word in grammar.nouns_before for token in tokens[max(0, first - _WAR_REACH) : first]):
        return True
    before, word = tokens[first - 1].word, tokens[first].word
    written = text[tokens[first - 1].start : tokens[first - 1].end]
    if not word.startswith(section.definite) or not before[0].isalpha() or len(before) <= _PREPOSITION - 1:
        return False
    articles = (section.definite, *(c for c in section.proclitics if len(c) > 1))
    return not (written.startswith(articles) or before.endswith(section.possessives) or before in grammar.stops)
