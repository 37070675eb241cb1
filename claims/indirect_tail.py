"""What stands before or round a verb of saying near its sentence's end: "…, X said", "…, said X, …"."""

from __future__ import annotations

from claims.attribution_names import read_before
from claims.attribution_presented import first_name
from claims.attribution_uncased import officer
from claims.cues import ARTICLE, LINK, SKIP, STOP, THAT, TO, Cue, Lexicon
from claims.indirect_doubts import opens_clause
from claims.quotes_found import UnitReading
from claims.quotes_words import POINT, QUOTE, WORD, Row, last_inside

__all__ = ["SHORTEST", "by_insertion", "by_tail"]

_COMMAS = frozenset(",،、，՝")
SHORTEST = 3
"""Reported content has at least this many words (unspaced scripts: pieces)."""
_TAIL, _LONG_TAIL = 16, 40
"""How many tokens a sentence's tail "…, X said" may have, and ", said X, who ..."."""


def by_insertion(  # noqa: PLR0911 - one rule a line
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


def by_tail(  # noqa: PLR0911, PLR0912 - one rule a line
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
