"""What a verb of saying reports, by where its content stands: behind ``that``, before a tail, with nothing between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.cues import ARTICLE, LINK, PRONOUN, ROLE, SKIP, STOP, SUBJUNCTIVE, THAT, TO, Cue, Lexicon
from claims.indirect_final import by_final_verb
from claims.indirect_sources import by_clause, by_source
from claims.indirect_tail import SHORTEST, by_insertion, by_tail
from claims.quotes_found import UnitReading
from claims.quotes_words import POINT, QUOTE, WORD, Row, Token

__all__ = ["ATTEMPTS", "FURTHER", "SHORTEST", "is_brief"]

_COMMAS = frozenset(",،、，՝")
_STRAY = frozenset('"”’»')
"""Marks that close a quote which began in another paragraph: what was said stands before them."""
_TO_THAT = 16
"""How many tokens may stand between a verb of saying and its ``that``: the speaker, whom it was told."""
_SUBJECT = 8
"""How many tokens the subject of such a clause and its verb have."""
_CLAUSE = 12
"""Within how many tokens of the verb a clause without ``that`` shows its own verb."""
_RELATIVE = 7
"""How many tokens may part "what" from the verb of saying."""


def _by_that(  # noqa: PLR0911 - one rule a line
    row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon
) -> tuple[int, int] | None:
    """What follows ``that``, or the infinitive's word, after a verb that can report."""
    if cue.kind not in {"verb", "weak", "object"}:
        return None
    last = reading.unit.last
    for i in range(cue.last, min(last, cue.last + _TO_THAT)):
        token = row.tokens[i]
        if (token.kind == QUOTE and i in reading.speech) or token.text in {";", ":"}:
            return None
        if token.tag & THAT and i > cue.last and _says_on(row, cue, i, lexicon):
            return None
        if token.tag & THAT and i > cue.last and cue.kind == "object" and _is_relative(row, cue, i):
            return None
        if token.tag & THAT and i + 1 < last:
            again = i + 2 < last and row.tokens[i + 1].text in _COMMAS and row.tokens[i + 2].tag & THAT
            double = i + 2 < last and bool(row.tokens[i + 1].tag & THAT)  # "advarte om at"
            return (i + 3 if again else i + 1 + double), last
        if token.tag & TO and _says_on(row, cue, i, lexicon):
            return None
        if token.tag & TO and not lexicon.section.noun_capitals and i - cue.last <= 6:
            following = row.tokens[i + 1] if i + 1 < last else None
            if following is not None and following.kind == WORD and _is_infinitive(following, lexicon):
                return (i if lexicon.section.bare_clause else i + 1), _infinitive_end(row, i, last, lexicon)
    return None


def _infinitive_end(row: Row, at: int, last: int, lexicon: Lexicon) -> int:
    """Where a comma and a conjunction go on with the outlet's own clause: "wants to stay, but was sent home"."""
    for i in range(at + 2, last - 1):
        if row.tokens[i].text in _COMMAS and row.tokens[i + 1].low in lexicon.conjunctions:
            return i
    return last


def _is_relative(row: Row, cue: Cue, at: int) -> bool:
    """Whether the word at ``at`` opens a clause about the noun before it: "the plans that ..."."""
    previous = row.tokens[at - 1]
    return previous.kind == WORD and not previous.tag & (PRONOUN | SKIP) and not previous.text[0].isupper()


def _says_on(row: Row, cue: Cue, at: int, lexicon: Lexicon) -> bool:
    """Whether a clause of its own follows the verb at once, so that the infinitive at ``at`` is only a part of it."""
    if cue.kind != "verb" or not lexicon.section.bare_clause:
        return False
    return any(t.tag & PRONOUN or t.low in lexicon.auxiliaries for t in row.tokens[cue.last : at])


def _is_infinitive(token: object, lexicon: Lexicon) -> bool:
    text = getattr(token, "text", "")
    tag = getattr(token, "tag", 0)
    return bool(text[:1].islower()) and not tag & (STOP | ROLE | 8)


def _by_comma(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """What follows the verb after a colon or, where the language writes so, a comma."""
    section = lexicon.section
    if cue.kind != "verb" or (section.verb_final and not section.comma_clause):
        return None
    last = reading.unit.last
    reach = _TO_THAT if section.comma_clause else 6
    for i in range(cue.last, min(last, cue.last + reach)):
        token = row.tokens[i]
        if token.kind == QUOTE:
            return None
        if token.text in {":", "："} or (token.text in _COMMAS and section.comma_clause):
            if i + 1 < last and _may_be_clause(row, i, last, lexicon):
                return i + 1, last
            return None
    return None


def _may_be_clause(row: Row, at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether what follows the comma or colon at ``at`` can be a clause of its own rather than one about a noun."""
    following = row.tokens[at + 1]
    if row.tokens[at].text not in _COMMAS or not lexicon.section.verb_second or not lexicon.section.subjunctive:
        return following.kind != QUOTE
    rest = row.tokens[at + 1 : last]
    if any(t.tag & SUBJUNCTIVE and t.text[:1].islower() for t in rest):
        return True
    if following.tag & ARTICLE and _has_subjunctive(rest):
        return True
    if any(t.tag & TO for t in rest) and not following.tag & STOP:
        return following.kind != QUOTE
    return following.kind == WORD and not following.tag & (STOP | ARTICLE) and not following.text[0].isupper()


def _has_subjunctive(rest: Sequence[Token]) -> bool:
    """Whether the first verb behind a noun has the ending of a subjunctive that no list has: "der Start verschiebe"."""
    for one, token in pairwise(rest[:_SUBJECT]):
        if token.kind != WORD:
            return False
        if one.text[:1].isupper() and token.text[0].islower() and not token.tag:
            return token.low.endswith("e") and not token.low.endswith("te")
    return False


def _by_bare(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """What follows the verb with nothing between, where the language writes so."""
    if cue.kind != "verb" or row.tokens[cue.first - 1].text in _STRAY:
        return None
    last = reading.unit.last
    if lexicon.section.bare_clause and cue.last < last:
        first = cue.last
        while first < last and row.tokens[first].tag & SKIP and not row.tokens[first].text[0].isupper():
            first += 1
        if first < last and row.tokens[first].kind == WORD and not row.tokens[first].tag & (STOP | TO):
            return first, last
    return None


def _by_late_clause(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """A clause without ``that`` behind other words ("said after the talks he would", "told reporters she had")."""
    if cue.kind not in {"verb", "weak"} or not lexicon.section.bare_clause or not lexicon.auxiliaries:
        return None
    unit = reading.unit
    for i in range(cue.last, min(unit.last - 1, cue.last + _CLAUSE)):
        token = row.tokens[i]
        if token.kind != WORD:
            return None
        if token.tag & PRONOUN and not token.tag & (ARTICLE | STOP) and row.tokens[i + 1].low in lexicon.auxiliaries:
            return i, unit.last
    return (cue.last, unit.last) if cue.kind == "weak" and _has_verb(row, cue.last, unit.last, lexicon) else None


def _has_verb(row: Row, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a clause with a verb of its own begins at ``first``: "found Mr Roe would"."""
    if first >= last or row.tokens[first].tag & (STOP | TO | THAT):
        return False
    for token in row.tokens[first + 1 : min(last, first + _CLAUSE)]:
        if token.kind != WORD or token.tag & TO:
            return False
        if token.low in lexicon.auxiliaries:
            return True
    return False


def _by_object(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """The object of a verb such as "rejected", up to the next comma."""
    if cue.last >= reading.unit.last or not (cue.kind == "object" or _is_document(row, reading, cue, lexicon)):
        return None
    last = reading.unit.last
    for i in range(cue.last, last):
        token = row.tokens[i]
        if token.kind == POINT and token.text not in {".", "-", "$", "€", "%", "’", "'"}:
            last = i
            break
        if i > cue.last and token.low in lexicon.subordinators:
            last = i
            break
    opening = row.tokens[cue.last]
    if opening.kind != WORD or (opening.tag & (STOP | LINK) and not opening.tag & ARTICLE):
        return None
    if opening.tag & TO and not (cue.last + 1 < last and _is_infinitive(row.tokens[cue.last + 1], lexicon)):
        return None
    return cue.last, last


def _is_document(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the subject of a weak verb is a document: "The poll shows a tighter race"."""
    if cue.kind != "weak" or not lexicon.source_nouns:
        return False
    first = max(reading.unit.first, cue.first - _CLAUSE)
    return any(lexicon.is_source_noun(token) for token in row.tokens[first : cue.first])


def _by_relative(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """The clause of "what X said was a mistake" and "which he said were his"."""
    if cue.kind != "verb" or not lexicon.section.bare_clause:
        return None
    for i in range(cue.first - 1, max(reading.unit.first - 1, cue.first - _RELATIVE), -1):
        token = row.tokens[i]
        if token.kind != WORD:
            return None
        if token.low in lexicon.relatives and i + 1 < cue.first:
            last = next((j for j in range(cue.last, reading.unit.last) if row.tokens[j].text in _COMMAS), None)
            return i, last if last is not None else reading.unit.last
    return None


ATTEMPTS = (
    by_source,
    by_clause,
    _by_relative,
    by_insertion,
    _by_that,
    by_final_verb,
    by_tail,
    _by_comma,
    _by_late_clause,
    _by_bare,
    _by_object,
)
FURTHER = (_by_that, _by_comma, _by_late_clause, _by_bare, _by_object)
"""Those of a second cue behind a direct quote."""


def is_brief(attempt: object, lexicon: Lexicon) -> bool:
    """Whether two words are content enough for ``attempt``: behind ``that``, as an object, before a final verb."""
    return lexicon.section.verb_final or attempt in (_by_that, _by_object)
