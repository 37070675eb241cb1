"""Settles which of the found cues hold: clauses such as "as X said", ", so X", and sources with a noun in between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.cues import (
    ARTICLE,
    COMPLEMENT,
    LINK,
    PARTICLE,
    PRONOUN,
    ROLE,
    SKIP,
    STOP,
    TERRITORY,
    THAT,
    TITLE,
    Cue,
    Lexicon,
)
from claims.quotes_words import POINT, QUOTE, WORD, Row, Token, Unit, last_inside

__all__ = ["names_itself", "settle_cues"]

_COMMAS = frozenset(",،、，՝")
_PARTING = frozenset(",;:–—،，；：")
_CLAUSE = 24
"""How many tokens a clause such as "as X said" may have."""
_INQUIT = 18
"""How many tokens such a sentence has after the quote."""
_FINAL = 5
"""Within how many tokens of the quote such a verb ends the sentence."""
_VIEWER = 9
"""How many words at the start of a sentence may say whose view it tells."""
_NOUN_REACH = 5
"""How many words may stand between "nach" and "Angaben"."""


def settle_cues(row: Row, unit: Unit, cues: Sequence[Cue], lexicon: Lexicon) -> list[Cue]:
    """The cues of ``unit`` that hold where they stand, in order, with the sources that need more than one word."""
    settled: list[Cue] = []
    for cue in [
        *cues,
        *_noun_sources(row, unit, lexicon),
        *_inquit(row, unit, cues, lexicon),
        *_views(row, unit, lexicon),
    ]:
        if any(other.first <= cue.first < other.last for other in settled if other.kind == "like"):
            continue
        if _is_attributive(row, unit, cue, lexicon):
            continue
        if _is_proper(row, unit, cue, lexicon) or (cue.kind == "object" and _is_noun(row, unit, cue, lexicon)):
            continue
        if cue.kind == "like":
            clause = _clause(row, unit, cue, cues, lexicon)
            if clause is not None:
                settled.append(clause)
        elif cue.kind != "tail" or _is_tail(row, unit, cue):
            settled.append(cue)
    settled.sort(key=lambda cue: (cue.first, -cue.last))
    kept: list[Cue] = []
    for cue in settled:
        if not kept or cue.first >= kept[-1].last:
            kept.append(cue)
    return kept


def names_itself(row: Row, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the source's own noun stands for it: nothing that could be its name follows ("nach Polizeiangaben")."""
    if cue.last >= len(row.tokens) or not lexicon.is_source_noun(row.tokens[cue.last - 1]):
        return False
    following = row.tokens[cue.last]
    if following.kind == QUOTE:
        return False
    if following.kind != WORD:
        return True
    return not (following.tag & (LINK | ARTICLE | ROLE) or following.text[0].isupper())


def _inquit(row: Row, unit: Unit, cues: Sequence[Cue], lexicon: Lexicon) -> list[Cue]:
    """The verb of "“…”, confesses Ann." that no list has: the word in small letters after a quote and its comma."""
    first = unit.first
    if lexicon.section.verb_final and not cues:
        return _final_verb(row, unit, lexicon)
    if not lexicon.section.cased or unit.last - first < 4 or row.tokens[first].kind != QUOTE or cues:
        return []
    at = first + 1
    inside = last_inside(row.text, row.tokens[first]) in ",!?…"
    if row.tokens[at].text not in {*_COMMAS, "–", "—", "-"} and not inside:
        return []
    while at < unit.last and row.tokens[at].kind == POINT:
        at += 1
    while at + 1 < unit.last and row.tokens[at].tag & SKIP and len(row.tokens[at].text) <= 3:
        at += 1  # "se queja", "si sfoga", "a-t-il"
    if at >= unit.last or unit.last - at > _INQUIT:
        return []
    word = row.tokens[at]
    if word.kind != WORD or word.tag or not word.text[0].islower() or len(word.text) < 4:
        return []
    return [Cue(at, at + 1, "verb")]


def _final_verb(row: Row, unit: Unit, lexicon: Lexicon) -> list[Cue]:
    """The verb that ends "X は「…」と反発" and that no list has: what the words between say is that somebody speaks."""
    end = unit.last
    while end > unit.first and row.tokens[end - 1].kind == POINT:
        end -= 1
    quote = next((i for i in range(end - 1, unit.first, -1) if row.tokens[i].kind == QUOTE), None)
    if quote is None or not 3 <= end - quote <= _FINAL or row.tokens[end - 1].kind != WORD:
        return []
    if row.tokens[quote + 1].low not in lexicon.section.complements:
        return []
    further = any(token.tag & COMPLEMENT for token in row.tokens[quote + 2 : end])
    return [] if further else [Cue(end - 1, end, "verb")]


def _views(row: Row, unit: Unit, lexicon: Lexicon) -> list[Cue]:
    """The "for" of "Para el economista Jaume Ferrer, la reforma es «…»": a name before any quote."""
    first = unit.first
    if unit.last - first < 4 or row.tokens[first].low not in lexicon.views:
        return []
    quote = next((i for i in range(first, unit.last) if row.tokens[i].kind == QUOTE), None)
    if quote is None:
        return []
    words = row.tokens[first + 1 : min(quote, first + _VIEWER)]
    commas = [i for i, t in enumerate(words) if t.kind == POINT]
    apposed = len(commas) > 1 and any(t.tag & ROLE for t in words[: commas[0]])
    comma = commas[apposed] if commas else len(words)  # "Pour le maire, Paul Rivoire, c'est «…»"
    named = any(
        a.kind == b.kind == WORD and a.text[0].isupper() and b.text[0].isupper() for a, b in pairwise(words[:comma])
    )
    return [Cue(first, first + 1, "before")] if named else []


def _is_proper(row: Row, unit: Unit, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a capital inside the sentence makes a name of what looks like a verb: "the United States"."""
    token = row.tokens[cue.first]
    if cue.kind not in {"verb", "weak", "object"} or not lexicon.section.cased or cue.first == unit.first:
        return False
    if not token.text.istitle() or (lexicon.section.noun_capitals and cue.kind == "weak"):
        return False
    return row.tokens[cue.first - 1].kind == WORD


def _is_attributive(row: Row, unit: Unit, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the form is an adjective before its noun where nouns have capitals: "wegen wiederholten Fouls"."""
    if not lexicon.section.noun_capitals or cue.kind not in {"verb", "weak"} or cue.last - cue.first > 1:
        return False
    if cue.first == unit.first or cue.last >= unit.last:
        return False
    token, previous, following = row.tokens[cue.first], row.tokens[cue.first - 1], row.tokens[cue.last]
    ruled = previous.tag & ARTICLE or (previous.tag & STOP and not previous.tag & (SKIP | PRONOUN))
    ruled = bool(ruled) and previous.low not in lexicon.conjunctions and token.text[0].islower()
    adjective = token.low.endswith(("te", "ten", "ter", "tes"))
    return (
        ruled and adjective and following.kind == WORD and following.text[0].isupper() and not following.tag & PRONOUN
    )


def _is_noun(row: Row, unit: Unit, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a word that may be a verb is a noun here: an article or preposition before it and no object behind it.

    "Her views were", "in support of", "the question now"; but "many want a truce".
    """
    if cue.first == unit.first or cue.last - cue.first > 1:
        return False
    previous = row.tokens[cue.first - 1]
    ruled = previous.tag & STOP and not previous.tag & (SKIP | PRONOUN) and previous.low not in lexicon.conjunctions
    if not (previous.tag & ARTICLE or ruled or previous.text.endswith(("'s", "’s"))):
        return False
    following = row.tokens[cue.last] if cue.last < unit.last else None
    if following is None or following.kind != WORD:
        return following is None or following.kind != QUOTE
    return not (following.tag & (ARTICLE | PRONOUN) or following.text[0].isupper())


def _noun_sources(row: Row, unit: Unit, lexicon: Lexicon) -> list[Cue]:
    found: list[Cue] = []
    if not lexicon.source_prepositions:
        return found
    for i in range(unit.first, unit.last):
        if row.tokens[i].low not in lexicon.source_prepositions:
            continue
        for j in range(i + 1, min(unit.last, i + 1 + _NOUN_REACH)):
            token = row.tokens[j]
            if token.kind != WORD or (token.tag & STOP and not token.tag & (ARTICLE | LINK)):
                break
            if lexicon.is_source_noun(token):
                found.append(Cue(i, j + 1, "before"))
                break
    return found


def _is_tail(row: Row, unit: Unit, cue: Cue) -> bool:
    """Whether a comma, dash or quote stands before and a noun phrase without a verb fills the clause behind."""
    if cue.first <= unit.first:
        return False
    previous = row.tokens[cue.first - 1]
    if previous.kind == WORD or previous.text in {"(", "["}:
        return False
    words = 0
    for i in range(cue.last, unit.last):
        token = row.tokens[i]
        if token.kind == QUOTE or (token.kind == POINT and token.text in _PARTING):
            break
        if token.kind == WORD:
            if token.tag & THAT or not _in_phrase(row.tokens, i, unit.last):
                return False
            words += 1
    return words > 0


def _in_phrase(tokens: Sequence[Token], at: int, last: int) -> bool:
    token = tokens[at]
    if token.text[0].isupper() or token.text[0].isdigit():
        return True
    if token.tag & (ARTICLE | LINK | PARTICLE | ROLE | TITLE | TERRITORY | SKIP | STOP):
        return True
    return at + 1 < last and tokens[at + 1].kind == WORD and bool(tokens[at - 1].tag & ARTICLE or _in_adjectives(token))


def _in_adjectives(token: Token) -> bool:
    return token.text.endswith(("e", "en", "er", "es", "em"))


def _clause(row: Row, unit: Unit, cue: Cue, cues: Sequence[Cue], lexicon: Lexicon) -> Cue | None:
    """The clause that ``cue`` opens, up to the comma after its verb of saying; None when it has no such verb."""
    if cue.first > unit.first and row.tokens[cue.first - 1].kind == WORD:
        return None
    for verb in cues:
        if verb.kind != "verb" or verb.first < cue.last or verb.first - cue.last > _CLAUSE:
            continue
        commas = any(t.text in _COMMAS for t in row.tokens[cue.last : verb.first])
        if commas and not lexicon.section.verb_second:
            return None
        end = verb.last
        if verb.first - cue.last <= 3 and not _ends_clause(row, unit, end):
            while end < unit.last and end - cue.first < _CLAUSE and not _ends_clause(row, unit, end):
                end += 1
        while end < unit.last and row.tokens[end].kind == WORD and row.tokens[end].tag & SKIP:
            end += 1
        if _ends_clause(row, unit, end):
            return Cue(cue.first, end, "like", (verb.first, verb.last))
        return None
    return None


def _ends_clause(row: Row, unit: Unit, at: int) -> bool:
    if at >= unit.last:
        return True
    token = row.tokens[at]
    return token.kind == QUOTE or (token.kind == POINT and token.text in {*_PARTING, ".", "!", "?", "。"})
