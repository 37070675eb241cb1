"""What may stand before the subject of a verb of saying and is no part of it: a conjunction, a letter, an object."""

from __future__ import annotations

from claims.cues import BODY, ROLE, SKIP, STOP, Lexicon
from claims.quotes_words import POINT, WORD, Row, Token

__all__ = ["comma_pieces", "is_lead", "opens_document", "past_body", "past_document", "past_object", "question_end"]

_COMMAS = frozenset(",،、，՝")
_SUBJECT = 5
"""How many words a body that opens a sentence has."""
_LEAD_WORDS = 4
"""Within how many tokens the word for a question stands."""
_DOCUMENT = 4
"""Within how many tokens of a preposition the document that it rules is named."""


def past_object(row: Row, first: int, last: int, lexicon: Lexicon) -> int:
    """Past an object of one word that its mark follows: "این را", said before the subject."""
    marks = lexicon.section.object_marks
    marked = bool(marks) and first + 2 < last and row.tokens[first + 1].low in marks
    return first + 2 if marked else first


def opens_document(row: Row, first: int, lexicon: Lexicon) -> bool:
    """Whether a letter or an answer, with the preposition written with it, opens the telling: "במכתב גלוי"."""
    return row.tokens[first].low in lexicon.source_nouns


def past_document(row: Row, first: int, last: int, lexicon: Lexicon) -> int:
    """Past the letter or statement in which the subject behind it says something: "W liście otwartym lekarze"."""
    if not lexicon.section.cased or first >= last or not row.tokens[first].tag & STOP:
        return first
    for i in range(first + 1, min(last - 1, first + _DOCUMENT)):
        token = row.tokens[i]
        if token.kind != WORD:
            return first
        if lexicon.is_source_noun(token):
            tails, end = lexicon.section.document_tails, i + 1
            while tails and end + 1 < last and row.tokens[end].low.endswith(tails):
                end += 1
            return end
    return first


def question_end(row: Row, first: int, cue: int, lexicon: Lexicon) -> int | None:
    """Where the question ends with which a sentence opens, "Na otázku, co to přinese, odpověděla": at the last comma
    before the cue, else at the cue; None where it opens with none."""
    opening = [i for i in range(first, min(cue, first + _LEAD_WORDS)) if row.tokens[i].kind == WORD]
    if not any(row.tokens[i].low.startswith(lexicon.section.questions or ("\0",)) for i in opening[1:]):
        return None
    return next((i + 1 for i in range(cue - 1, first, -1) if row.tokens[i].text in _COMMAS), cue)


def is_lead(token: Token, lexicon: Lexicon) -> bool:
    """Whether a sentence may begin with ``token`` before its subject: "But", "Then"."""
    return token.low in lexicon.conjunctions or bool(token.tag & STOP and token.tag & SKIP and not token.tag & ROLE)


def comma_pieces(row: Row, first: int, last: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    lo = first
    for i in range(first, last):
        if row.tokens[i].kind == POINT and row.tokens[i].text in _COMMAS:
            if lo < i:
                pieces.append((lo, i))
            lo = i + 1
    if lo < last:
        pieces.append((lo, last))
    return [(lo, hi) for lo, hi in pieces if any(t.kind == WORD for t in row.tokens[lo:hi])]


def past_body(row: Row, first: int, last: int, lexicon: Lexicon) -> int:
    """Past a body that opens a sentence whose verb ends it, no comma behind: "Bakanlık | limanın açık kalacağını"."""
    if not lexicon.section.cased:
        return first
    ends = [i for i in range(first, min(last, first + _SUBJECT)) if row.tokens[i].tag & (BODY | ROLE)]
    return ends[-1] + 1 if ends and row.tokens[ends[-1]].tag & BODY else first
