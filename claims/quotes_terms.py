"""Tells speech in marks from titles, names, terms and irony."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from claims.attribution_presented import first_name
from claims.cues import ARTICLE, COMPLEMENT, LABEL, LINK, PRONOUN, ROLE, STOP, SUBJUNCTIVE, THAT, TO, Lexicon
from claims.marks import Marked
from claims.quotes_called import is_called
from claims.quotes_found import UnitReading
from claims.quotes_words import POINT, WORD, Row, Token, last_inside

__all__ = ["ENDS", "count_words", "cue_follows", "is_subjunctive", "is_term"]

_WORDS = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}]{2}|\p{Thai}{1,4}|[^\W\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]+(?:['’\-.][\w]+)*"
)
_ADDRESS = regex.compile(r"[\w-]+(?:\.[\w-]+)+")
"""A site's address: "news.example.org"."""
_AFTER_NAMES = frozenset("(-‐‑")
"""What follows a name: its short form in brackets, the second part of a compound."""
_COMMAS = frozenset(",،、，՝")
_DASHES = frozenset("–—―-")
_COLONS = frozenset(":：")
ENDS = frozenset(".!?…。！？؟।۔")
"""What ends a sentence."""
_NEAR = 14
"""How many tokens may stand between a quote and the cue that follows it."""
_IN_BRACKET = 24
"""Within how many tokens before the quote a bracket opens that holds it."""
_CALLED = 12
"""Words of a name that a verb of being called gives."""
_CLAUSE = 2
"""Words from which an ending of a verb makes a clause of what stands in marks."""
_LONG = 5
"""Words from which text in marks with no cue near is speech rather than a title."""


def is_term(  # noqa: PLR0911, PLR0912 - one rule a line
    row: Row, top: Sequence[Marked], lexicon: Lexicon, reading: UnitReading, at: int
) -> bool:
    """Whether the quote at ``at`` is a title, a term or irony rather than somebody's words."""
    piece = top[row.tokens[at].quote]
    content = row.text[piece.start : piece.end]
    words = count_words(content)
    if piece.dash or piece.goes_on or piece.signed is not None:
        return False
    previous = row.tokens[at - 1] if at > reading.unit.first else None
    following = row.tokens[at + 1] if at + 1 < reading.unit.last else None
    if following is not None and following.text in _COLONS and words <= 3:
        return True  # who speaks next in an interview
    if _ADDRESS.fullmatch(content):
        return True
    opening = _bracket(row, reading, at)
    if opening is not None:
        inner = any(opening < cue.first < at for cue in reading.cues)
        return words <= 8 and not inner and not (content[:1].islower() and reading.cues and opening + 1 < at)
    if previous is not None and previous.text in _COLONS:
        if _is_titled(row, reading, at, content, words):
            return True
        named = first_name(row.tokens, reading.unit.first, at, lexicon) or at - reading.unit.first == 2
        return words <= 3 and not reading.cues and content[-1:] not in ENDS and not named
    labelled = previous is not None and previous.tag & LABEL
    if labelled and (not (lexicon.section.cased and content[:1].islower()) or words <= 2):
        return words <= 12
    if _is_source_name(row, reading, at, content, words, lexicon):
        return True
    if words <= _CALLED and content[-1:] not in ENDS - {"."} and is_called(row, reading.unit, at, lexicon):
        return True
    if lexicon.section.noun_capitals:
        term = _is_noun_term(row, reading, at, content, words, lexicon)
        if term is not None:
            return term
    if words > _LONG or cue_follows(row, reading, at) or _stands_alone(row, reading, at):
        return False
    clause = words >= _CLAUSE and content.endswith(lexicon.section.clause_ends)
    if following is not None and following.tag & COMPLEMENT and (reading.cues or clause):
        return False
    if content[-1:] in ENDS and words >= 3:
        return False
    if not reading.cues:
        return words < _LONG or content[:1].isupper()
    if lexicon.section.cased and not lexicon.section.noun_capitals:
        return content[:1].isupper() and not (previous is not None and previous.tag & THAT)
    if not lexicon.section.cased:
        return words <= 3 and not clause and not _led_in(row, reading, at)
    return content[:1].isupper() and words <= 2 and following is not None and following.kind == WORD


def _is_noun_term(  # noqa: PLR0911 - one rule a line
    row: Row, reading: UnitReading, at: int, content: str, words: int, lexicon: Lexicon
) -> bool | None:
    """Where every noun has a capital: whether a few words inside the outlet's own clause are a name or a term.

    None where the quote does not stand inside such a clause. Of the marked pieces of up to eight words that stand so in
    German Wikinews (2026-11), a capital opens 543 names and terms and 50 quotes; after "ein", "als" or "von" with a
    verb that names, 8 and 19. A small letter opens 29 terms and 180 quotes where the sentence has a cue or a
    subjunctive, 55 and 32 where it has neither.
    """
    unit = reading.unit
    previous = row.tokens[at - 1] if at > unit.first else None
    if content[-1:] in ENDS and words >= 3:
        return None
    tokens = row.tokens[unit.first : unit.last]
    cued = any(cue.kind != "weak" or words > 1 for cue in reading.cues)
    if previous is None:
        return True if words <= 8 and _opens_clause(row, reading, at, content) else None
    led = any(lexicon.is_speech_noun(t) for t in row.tokens[max(unit.first, at - 4) : at])
    if words > 8:
        inside = previous.kind == WORD and not previous.tag & THAT and content[:1].isupper()
        return True if inside and not led and not reading.cues and not is_subjunctive(tokens) else None
    if previous.text in _COMMAS:
        return True if not cued and not content[:1].islower() and not is_subjunctive(tokens) else None
    if (previous.kind != WORD or previous.tag & THAT) and previous.text not in {"(", "["}:
        return None
    if not content[:1].islower():
        cued = any(cue.kind != "weak" for cue in reading.cues)
        if led or ((cued or is_subjunctive(tokens)) and _is_phrase(row, reading, at, content, lexicon)):
            return False
        named = previous.low in lexicon.naming_leads and any(t.low in lexicon.naming_verbs for t in tokens)
        return not named
    if cued or is_subjunctive(tokens) or words > 3:
        return False
    return words == 1 or previous.text[0].isupper() or bool(previous.tag)


def _is_phrase(row: Row, reading: UnitReading, at: int, content: str, lexicon: Lexicon) -> bool:
    """Whether words of the language itself tie the content together and nothing says that it is a name.

    A noun right before it would name its kind, a short name or a person right behind it be called so; a name is often
    there twice, and its adjectives have capitals. Of the pieces that a capital opens and such a word ties together, in
    a sentence with a cue, 21 of 29 are quotes in German Wikinews (2026-11), of the others 91 of 739.
    """
    previous = row.tokens[at - 1]
    following = row.tokens[at + 1] if at + 1 < reading.unit.last else None
    if previous.text[:1].isupper() or row.text.count(content) > 1:
        return False
    if following is not None and (following.text in _AFTER_NAMES or (following.kind == WORD and _is_noun(following))):
        return False
    rest = content.split()[1:]
    proper = any(a[:1].isupper() and a.endswith("en") and b[:1].isupper() for a, b in pairwise(rest))
    return not proper and any(word[:1].islower() and lexicon.tag(word) & (ARTICLE | LINK | STOP | TO) for word in rest)


def _is_noun(token: Token) -> bool:
    return token.text[0].isupper() and not token.tag


def _opens_clause(row: Row, reading: UnitReading, at: int, content: str) -> bool:
    """Whether the quote is the subject that opens the outlet's clause: a capital, no comma, a verb that tells none."""
    following = row.tokens[at + 1] if at + 1 < reading.unit.last else None
    if following is None or following.kind != WORD or not following.text[0].islower() or not content[:1].isupper():
        return False
    return content[-1:] not in ENDS and not any(cue.first == at + 1 for cue in reading.cues)


def _is_titled(row: Row, reading: UnitReading, at: int, content: str, words: int) -> bool:
    """Whether the telling before a colon speaks of a work or motto and of no speech: "the title of the film: ..."."""
    if words > 8 or content[-1:] in ENDS or any(cue.kind != "weak" for cue in reading.cues):
        return False
    return any(token.tag & LABEL for token in row.tokens[reading.unit.first : at])


def _is_source_name(row: Row, reading: UnitReading, at: int, content: str, words: int, lexicon: Lexicon) -> bool:
    """Whether the quote is the name of a source: right after "laut", inside "wie … mitteilt", or a verb's subject."""
    if words > 6 or content[-1:] in ENDS - {"."}:
        return False
    for cue in reading.cues:
        if cue.kind == "verb" and cue.first == at + 1 and cue.last < reading.unit.last and lexicon.section.verb_second:
            after = row.tokens[cue.last]
            plain = last_inside(row.text, row.tokens[at]) not in ",!?"
            named = at > reading.unit.first and row.tokens[at - 1].low in lexicon.naming_leads
            if (
                plain
                and not (named and row.tokens[cue.first].low in lexicon.naming_verbs)
                and not (lexicon.section.noun_capitals and content[:1].islower())
                and (
                    after.text in _COMMAS
                    or (after.kind == WORD and after.text[0].islower() and not after.tag & (ARTICLE | PRONOUN | ROLE))
                )
            ):
                return True
        if cue.kind == "like" and cue.first < at < cue.last:
            return True
        if cue.kind in {"before", "tail"} and cue.last == at:
            return True
    return False


def _bracket(row: Row, reading: UnitReading, at: int) -> int | None:
    """The bracket that opens a few words at most before the quote: a translation, a short name, a motto; else None."""
    depth = 0
    for i in range(at - 1, max(reading.unit.first - 1, at - _IN_BRACKET), -1):
        token = row.tokens[i]
        if token.kind == POINT and token.text in ")]":
            depth += 1
        if token.kind == POINT and token.text in "([":
            depth -= 1
            if depth < 0:
                return i
    return None


def is_subjunctive(tokens: Sequence[Token]) -> bool:
    return any(t.tag & SUBJUNCTIVE and t.text[0].islower() for t in tokens)


def _stands_alone(row: Row, reading: UnitReading, at: int) -> bool:
    """Whether the quote is a sentence of its own: nothing but signs beside it."""
    unit = reading.unit
    return all(row.tokens[i].kind == POINT for i in range(unit.first, unit.last) if i != at)


def _led_in(row: Row, reading: UnitReading, at: int) -> bool:
    """Whether a verb of saying or a ``that`` word stands right before the quote, or a verb before one that ends it."""
    if at == reading.unit.first:
        return False
    previous = row.tokens[at - 1]
    if previous.tag & THAT or any(c.last == at and c.kind == "verb" for c in reading.cues):
        return True
    last = all(row.tokens[i].kind == POINT for i in range(at + 1, reading.unit.last))
    return last and any(c.kind == "verb" and c.last <= at for c in reading.cues)


def cue_follows(row: Row, reading: UnitReading, at: int) -> bool:
    """Whether a comma, inside or outside the marks, or a dash leads from the quote to a cue."""
    following = row.tokens[at + 1] if at + 1 < reading.unit.last else None
    if following is None:
        return False
    cue = next((c for c in reading.cues if c.first > at), None)
    if cue is None or cue.first - at > _NEAR:
        return False
    if following.text in _COMMAS or following.text in _DASHES or last_inside(row.text, row.tokens[at]) in ",!?，！？":
        return True
    return cue.first == at + 1


def count_words(text: str) -> int:
    """Words, two Han or kana signs counted as one, and four Thai ones."""
    return len(_WORDS.findall(text))
