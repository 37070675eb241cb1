"""What a verb of saying reports, by where its content stands: behind ``that``, before a tail, with nothing between."""

from __future__ import annotations

from claims.attribution_names import first_name, read_before
from claims.attribution_uncased import officer
from claims.cues import ARTICLE, LINK, PRONOUN, ROLE, SKIP, STOP, SUBJUNCTIVE, THAT, TO, Cue, Lexicon
from claims.indirect_doubts import opens_clause
from claims.indirect_final import by_final_verb
from claims.indirect_sources import by_clause, by_source
from claims.quotes_found import UnitReading
from claims.quotes_words import POINT, QUOTE, WORD, Row, last_inside

__all__ = ["ATTEMPTS", "FURTHER", "SHORTEST", "is_brief"]

_COMMAS = frozenset(",،、，՝")
_STRAY = frozenset("\"”’»")
"""Marks that close a quote which began in another paragraph: what was said stands before them."""
SHORTEST = 3
"""Reported content has at least this many words (unspaced scripts: pieces)."""
_TO_THAT = 16
"""How many tokens may stand between a verb of saying and its ``that``: the speaker, whom it was told."""
_TAIL, _LONG_TAIL = 16, 40
"""How many tokens a sentence's tail "…, X said" may have, and ", said X, who ..."."""
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
                return (i if lexicon.section.bare_clause else i + 1), last
    return None


def _is_relative(row: Row, cue: Cue, at: int) -> bool:
    """Whether the word at ``at`` opens a clause about the noun before it, the object of the verb: "the plans that ..."."""
    previous = row.tokens[at - 1]
    return previous.kind == WORD and not previous.tag & (PRONOUN | SKIP) and not previous.text[0].isupper()


def _says_on(row: Row, cue: Cue, at: int, lexicon: Lexicon) -> bool:
    """Whether a clause of its own follows the verb at once, so that the infinitive at ``at`` is only a part of it."""
    if cue.kind != "verb" or not lexicon.section.bare_clause:
        return False
    return any(t.tag & PRONOUN or t.low in lexicon.auxiliaries for t in row.tokens[cue.last : at])


def _by_insertion(  # noqa: PLR0911 - one rule a line
    row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon
) -> tuple[int, int] | None:
    """The whole sentence round ", X said," in its middle."""
    unit = reading.unit
    if cue.kind != "verb" or lexicon.section.verb_final or reading.speech:
        return None
    end = cue.last
    while end < min(unit.last, cue.last + 8) and row.tokens[end].kind == WORD and not row.tokens[end].tag & (THAT | TO):
        end += 1
    if end >= unit.last or row.tokens[end].text not in _COMMAS:
        return None
    for i in range(cue.first - 1, max(unit.first, cue.first - 9), -1):
        token = row.tokens[i]
        if token.text in _COMMAS:
            between = row.tokens[i + 1 : cue.first]
            clause = any(t.tag & (THAT | STOP) and not t.tag & (LINK | SKIP | ARTICLE) for t in between[:1])
            rest = sum(t.kind == WORD for t in row.tokens[end : unit.last])
            inner = i + 1 != cue.first and _is_apposition(row, unit.first, i, lexicon)
            if clause or inner or not between:
                return None
            if row.tokens[end + 1].tag & STOP and not row.tokens[end + 1].tag & (LINK | ARTICLE | SKIP):
                return unit.first, i  # "…, the operator insisted, despite a warning"
            return (unit.first, unit.last) if rest >= 4 else None
        if token.kind != WORD and token.text not in {".", "-"}:
            return None
    return None


def _is_infinitive(token: object, lexicon: Lexicon) -> bool:
    text = getattr(token, "text", "")
    tag = getattr(token, "tag", 0)
    return bool(text[:1].islower()) and not tag & (STOP | ROLE | 8)


def _by_tail(  # noqa: PLR0911 - one rule a line
    row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon
) -> tuple[int, int] | None:
    """What precedes ", X said" or ", said X" at the end of a sentence."""
    if cue.kind != "verb" or lexicon.section.verb_final:
        return None
    unit = reading.unit
    if any(i > cue.last for i in reading.speech) or row.tokens[cue.first].low.endswith(lexicon.section.gerunds):
        return None
    end = unit.last
    while end > unit.first and row.tokens[end - 1].kind == POINT:
        end -= 1
    if end - cue.first > (_LONG_TAIL if _follows_comma(row, cue) else _TAIL):
        return None
    if cue.last < unit.last and row.tokens[cue.last].text in {":", "："}:
        return None
    quoted = _quote_before(row, unit.first, cue)
    if quoted is not None:
        return quoted
    if not _follows_comma(row, cue) and _leads_on(row, cue, end, lexicon):
        return None
    for i in range(cue.first - 1, max(unit.first, cue.first - _TAIL), -1):
        token = row.tokens[i]
        if token.tag & THAT or token.text in {":", ";"}:
            return None
        if token.text in _COMMAS or token.text in {"–", "—"}:
            between = row.tokens[i + 1 : cue.first]
            if lexicon.section.verb_second and not all(t.low in _heads(lexicon) for t in between):
                return None
            if any(t.tag & STOP and not t.tag & (LINK | SKIP) for t in between[:1]):
                return None
            if all(t.tag & SKIP for t in between) and _is_apposition(row, unit.first, i, lexicon):
                return None
            return (unit.first, i) if opens_clause(row, unit, i, lexicon) else None
    return None


def _quote_before(row: Row, first: int, cue: Cue) -> tuple[int, int] | None:
    """The clause that ends with words in marks and their comma: "To use the tax “is misguided,” said Ann Roe"."""
    at = cue.first - 1
    if at <= first + 2 or row.tokens[at].kind != QUOTE or last_inside(row.text, row.tokens[at]) not in _COMMAS:
        return None
    before = row.tokens[at - 1]
    return (first, at + 1) if before.kind == WORD and not before.tag & THAT else None


def _follows_comma(row: Row, cue: Cue) -> bool:
    return row.tokens[cue.first - 1].text in _COMMAS


def _leads_on(row: Row, cue: Cue, end: int, lexicon: Lexicon) -> bool:
    """Whether what is said follows the verb with nothing between, so that no content stands before its subject."""
    if not lexicon.section.bare_clause or cue.last >= end:
        return False
    following = row.tokens[cue.last]
    return following.kind == WORD and not following.tag & (STOP | SKIP | TO) and end - cue.last >= SHORTEST


def _heads(lexicon: Lexicon) -> frozenset[str]:
    """What may stand between the comma and the verb where the verb comes second: "das" of ", das sagte X"."""
    return frozenset(words[0] for words in lexicon.backward)


def _is_apposition(row: Row, first: int, comma: int, lexicon: Lexicon) -> bool:
    """Whether "Name, the commander," or "the commander, Name," stands before the comma: a subject and no clause."""
    commas = [i for i in range(first, comma) if row.tokens[i].text in _COMMAS]
    if not commas:
        return False
    if not lexicon.section.cased:
        named = officer(row.tokens, first, comma, lexicon)
        return named is not None and named.last == comma
    if row.tokens[first].low in lexicon.conjunctions:
        first += 1
    name = first_name(row.tokens, first, commas[0], lexicon) or read_before(row.tokens, first, commas[0], lexicon)
    if name is not None and name.last == commas[0] and len(commas) == 1:
        return True
    inner = first_name(row.tokens, commas[-1] + 1, comma, lexicon)
    if inner is None or inner.last != comma or inner.first != commas[-1] + 1 or len(commas) > 1:
        return False
    return not any(t.low in lexicon.auxiliaries for t in row.tokens[first : commas[0]])


def _by_comma(row: Row, reading: UnitReading, cue: Cue, lexicon: Lexicon) -> tuple[int, int] | None:
    """What follows the verb after a colon or, where the language writes so, a comma."""
    if cue.kind != "verb" or lexicon.section.verb_final:
        return None
    last = reading.unit.last
    reach = _TO_THAT if lexicon.section.comma_clause else 6
    for i in range(cue.last, min(last, cue.last + reach)):
        token = row.tokens[i]
        if token.kind == QUOTE:
            return None
        if token.text in {":", "："} or (token.text in _COMMAS and lexicon.section.comma_clause):
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
    if any(t.tag & TO for t in rest) and not following.tag & STOP:
        return following.kind != QUOTE
    return following.kind == WORD and not following.tag & (STOP | ARTICLE) and not following.text[0].isupper()


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
    _by_insertion,
    _by_that,
    by_final_verb,
    _by_tail,
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
