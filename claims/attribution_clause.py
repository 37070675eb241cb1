"""Reads the subject that opens a sentence in languages whose verb comes second."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from claims.attribution_names import read_after, read_before
from claims.attribution_phrases import Mention, phrase_after
from claims.attribution_presented import first_name
from claims.cues import (
    ARTICLE,
    LINK,
    PARTICLE,
    PRONOUN,
    ROLE,
    SKIP,
    STOP,
    SUBJUNCTIVE,
    TERRITORY,
    THAT,
    THEY,
    TITLE,
    TO,
    Cue,
    Lexicon,
)
from claims.quotes_words import POINT, QUOTE, WORD, Row, Token, Unit

__all__ = [
    "apposed_subject",
    "clause_first_subject",
    "inverted_subject",
    "is_known_name",
    "opening_subject",
    "stands_beside",
    "subordinate_subject",
]

_COMMAS = frozenset(",،、，՝")
_LONGEST = 16
_CLAUSE = 40
"""How many tokens before its final verb a subordinate clause begins."""


def opening_subject(row: Row, unit: Unit, cue: Cue | None, lexicon: Lexicon) -> Mention | None:
    """The noun phrase before the first finite verb of ``unit``; None where a preposition or a quote opens the sentence.

    The verb is the first word in lower case that no noun phrase can hold: ``cue`` itself, an auxiliary, or any other.
    """
    first = unit.first
    tokens = row.tokens
    while first < unit.last and (
        tokens[first].kind == POINT or (tokens[first].tag & SKIP and not _names(tokens[first]))
    ):
        first += 1
    if first >= unit.last or tokens[first].kind == QUOTE:
        return None
    opening = tokens[first]
    if opening.tag & (STOP | THAT | TO) and not opening.tag & (ARTICLE | PRONOUN):
        return None
    headed = _headed(row, first, cue.first, lexicon) if cue is not None else None
    if headed is not None and _is_relative(row, headed.last, cue, lexicon):
        return headed
    end = _verb(tokens, first, min(unit.last, first + _LONGEST), cue)
    if end is None or end == first:
        return None
    if not _is_adverbial(row, first, end):
        found = read_before(tokens, first, end, lexicon) or _headed(row, first, end, lexicon)
        return found or phrase_after(tokens, first, end, lexicon)
    return None if opening.tag & SKIP else read_before(tokens, first, end, lexicon)


def subordinate_subject(row: Row, unit: Unit, cue: Cue, lexicon: Lexicon) -> Mention | None:
    """Whom a subordinate clause that ends with ``cue`` is about: "weil die Regierung das Land als „…“ bezeichnet hat".

    Behind a conjunction its first noun phrase, for a relative pronoun the noun phrase before the comma. None where the
    verb ends no such clause, or another verb of saying stands between.
    """
    tokens = row.tokens
    if cue.kind != "verb" or not _ends_clause(row, unit, cue.last):
        return None
    opener = _opener(row, unit, cue)
    if opener is None:
        return None
    token, following = tokens[opener], tokens[opener + 1]
    if token.tag & THAT or (token.tag & STOP and not token.tag & ARTICLE and token.low in lexicon.subordinators):
        found = read_after(tokens, opener + 1, cue.first, lexicon)
        return None if found is not None and tokens[found.first].tag & PRONOUN == THEY else found
    relative = token.low in lexicon.relative_pronouns and opener > unit.first + 1
    plural = token.tag & ARTICLE and following.kind == WORD and following.text[0].isupper()
    if not relative or plural:
        return None
    return read_before(tokens, unit.first, opener - 1, lexicon)


def _ends_clause(row: Row, unit: Unit, at: int) -> bool:
    """Whether nothing but an auxiliary stands between ``at`` and the sign that ends the clause."""
    while at < unit.last and row.tokens[at].kind == WORD and row.tokens[at].tag & (SKIP | SUBJUNCTIVE):
        at += 1
    return at >= unit.last or (row.tokens[at].kind == POINT and row.tokens[at].text in {*_COMMAS, ".", ":", "–", "—"})


def _opener(row: Row, unit: Unit, cue: Cue) -> int | None:
    """The first word of the clause of ``cue``: behind the last comma before it, or at the start of the sentence."""
    for i in range(cue.first - 1, max(unit.first, cue.first - _CLAUSE) - 1, -1):
        token = row.tokens[i]
        if token.kind == POINT and token.text in {*_COMMAS, ":", ";", "–", "—"}:
            return i + 1 if i + 2 < cue.first else None
    return unit.first if cue.first - unit.first < _CLAUSE else None


def _is_relative(row: Row, comma: int, cue: Cue | None, lexicon: Lexicon) -> bool:
    """Whether a relative clause from ``comma`` to the comma before the verb parts the two: "Ann Roe, who …, said"."""
    if cue is None or comma + 1 >= cue.first:
        return False
    tokens = row.tokens
    if tokens[comma].text not in _COMMAS or tokens[cue.first - 1].text not in _COMMAS:
        return False
    return tokens[comma + 1].low in lexicon.relative_pronouns


def clause_first_subject(row: Row, unit: Unit, cue: Cue, lexicon: Lexicon) -> Mention | None:
    """The subject behind the verb that follows a clause: "Als er eilte, biss der Gast", "Wie X meldet, soll Y"."""
    tokens = row.tokens
    opening = tokens[unit.first]
    if opening.low not in lexicon.subordinators and opening.low not in lexicon.called_so:
        return None
    comma = next((i for i in range(unit.first, cue.first) if tokens[i].text in _COMMAS), None)
    if comma is None or comma + 2 >= unit.last or any(t.text in _COMMAS for t in tokens[comma + 1 : cue.first]):
        return None
    verb = tokens[comma + 1]
    if verb.kind != WORD or not verb.text[0].islower() or (verb.tag & STOP and not verb.tag & SKIP):
        return None
    found = read_after(tokens, comma + 2, unit.last, lexicon)
    return found if found is not None and tokens[found.first].low not in lexicon.section.oblique_articles else None


def apposed_subject(row: Row, unit: Unit, cue: Cue, lexicon: Lexicon) -> Mention | None:
    """The subject before the comma that closes its apposition, no verb between: "Die Königin, Elisabeth II., bat"."""
    if row.tokens[cue.first - 1].text not in _COMMAS or cue.first - unit.first > _LONGEST:
        return None
    opening = row.tokens[unit.first]
    if opening.kind != WORD or (opening.tag & (STOP | THAT | TO) and not opening.tag & ARTICLE):
        return None
    if _verb(row.tokens, unit.first, cue.first + 1, cue) != cue.first:
        return None
    return read_before(row.tokens, unit.first, cue.first, lexicon)


def _headed(row: Row, first: int, end: int, lexicon: Lexicon) -> Mention | None:
    """The name that opens the sentence, what is said of it between commas left out."""
    comma = next((i for i in range(first, end) if row.tokens[i].text in _COMMAS), None)
    return first_name(row.tokens, first, comma, lexicon) if comma is not None else None


def inverted_subject(row: Row, unit: Unit, cue: Cue | None, last: int, lexicon: Lexicon) -> Mention | None:
    """Who follows the finite verb where a preposition or an adverb opens the sentence: "Zuletzt bat X".

    None where a noun phrase, which may be the subject, stands before the verb, and where an oblique phrase follows it.
    """
    tokens = row.tokens
    first = unit.first
    while first < last and tokens[first].kind == POINT:
        first += 1
    end = _verb(tokens, first, min(last, first + _LONGEST), cue)
    if end is None or end == first or not _is_adverbial(row, first, end):
        return None
    verb = cue if cue is not None and cue.first == end else None
    found = read_after(tokens, verb.last if verb is not None else end + 1, last, lexicon)
    if found is None or tokens[found.first].low in lexicon.section.oblique_articles:
        return None
    return found


def _is_adverbial(row: Row, first: int, end: int) -> bool:
    """Whether tokens ``first`` .. ``end`` before the verb are a prepositional phrase or one adverb."""
    opening = row.tokens[first]
    if opening.tag & STOP and not opening.tag & (ARTICLE | PRONOUN):
        return True
    if opening.kind != WORD or end - first > 1 or opening.tag & (ARTICLE | PRONOUN | ROLE | TITLE | TERRITORY):
        return False
    return bool(opening.tag & SKIP) or not is_known_name(row, Mention(first, end, "name"))


def stands_beside(row: Row, mention: Mention, cue: Cue) -> bool:
    """Whether ``mention`` is a name right before ``cue`` or among the two words after it."""
    if mention.kind != "name" or mention.score < 2:
        return mention.kind == "pronoun" and (mention.last == cue.first or mention.first == cue.last)
    between = row.tokens[mention.last : cue.first]
    if len(between) <= 2 and all(t.tag & SKIP for t in between) and mention.last <= cue.first:
        return True
    if 2 < len(between) <= 5 and between[0].text == "(" and between[-2].text == ")" and between[-1].text in _COMMAS:
        return True  # "Sandra Boser (GRÜNE), erklärte"
    after = row.tokens[cue.last : mention.first]
    return mention.first >= cue.last and len(after) <= 3 and all(_may_lead(t) for t in after)


def _may_lead(token: Token) -> bool:
    """Whether ``token`` may stand between a verb and the name of its subject: an article, an office, an adverb."""
    return bool(token.tag & (SKIP | ARTICLE | ROLE | TITLE | PARTICLE)) or token.text[:1].islower() or token.text == "."


def is_known_name(row: Row, mention: Mention) -> bool:
    """Whether the word that opens a sentence has its capital elsewhere too: a name or noun, no adverb."""
    word = regex.escape(row.tokens[mention.first].text)
    return mention.kind == "pronoun" or regex.search(rf"[\p{{L}},] {word}(?!\p{{L}})", row.text) is not None


def _names(token: Token) -> bool:
    return token.text[0].isupper() and not token.tag


def _is_noun(token: Token) -> bool:
    return token.kind == WORD and token.text[0].isupper() and not token.tag & (ROLE | TITLE | ARTICLE | STOP)


def _verb(tokens: Sequence[Token], first: int, last: int, cue: Cue | None) -> int | None:
    inside = False
    for i in range(first, last):
        token = tokens[i]
        if token.kind == WORD and token.tag & ARTICLE:
            inside = True
        elif token.kind != WORD or token.text[0].isupper():
            inside = False
        elif inside and not token.tag & (SKIP | SUBJUNCTIVE):
            continue  # between an article and its noun
        if cue is not None and i == cue.first and i > first:
            return i
        if token.kind == QUOTE or (token.kind == POINT and token.text in ":;"):
            return None
        if (
            token.kind != WORD
            or not token.text[0].islower()
            or token.tag & (ARTICLE | LINK | PARTICLE | STOP | PRONOUN)
        ):
            continue
        if token.tag & (SKIP | SUBJUNCTIVE):
            return i
        following = tokens[i + 1] if i + 1 < last else None
        if (
            following is not None
            and following.kind == WORD
            and following.text[0].isupper()
            and not following.tag & ARTICLE
            and not (i > first and _is_noun(tokens[i - 1]) and not token.low.endswith("er"))
        ):
            continue  # an adjective before its noun; behind a noun only a genitive plural (-er) is one
        return i
    return None
