"""Reads the subject of a verb of saying by the order of words, in languages whose verb comes second."""

from __future__ import annotations

from claims.attribution_clause import (
    apposed_subject,
    clause_first_subject,
    inverted_subject,
    is_known_name,
    opening_subject,
    stands_beside,
    subordinate_subject,
)
from claims.attribution_names import read_after
from claims.attribution_phrases import Mention
from claims.cues import BODY, PRONOUN, ROLE, Cue, Lexicon
from claims.quotes_found import UnitReading
from claims.quotes_words import Row, Unit

__all__ = ["by_word_order"]


def by_word_order(
    row: Row, lexicon: Lexicon, reading: UnitReading, cue: Cue, mention: Mention | None
) -> Mention | None:
    """``mention``, unless the verb's second place says better: the subject opens the sentence or follows the verb."""
    unit = reading.unit
    if mention is not None and any(lexicon.is_speech_noun(t) for t in row.tokens[mention.first : mention.last]):
        mention = None
    for read in (subordinate_subject, clause_first_subject, apposed_subject):
        found = read(row, unit, cue, lexicon)
        if found is not None:
            return found
    if cue.kind == "weak":
        return mention or opening_subject(row, unit, cue, lexicon)
    if mention is not None and mention.first >= cue.last and _is_thing(row, mention, lexicon):
        opening = opening_subject(row, unit, cue, lexicon)
        if opening is not None and not row.tokens[opening.first].tag & PRONOUN:
            return opening
    inverted = inverted_subject(row, unit, cue, unit.last, lexicon) if reading.speech[:1] != [unit.first] else None
    if inverted is not None and (mention is None or mention.first < cue.first):
        return inverted
    return _by_opening(row, lexicon, unit, cue, mention)


def _by_opening(row: Row, lexicon: Lexicon, unit: Unit, cue: Cue, mention: Mention | None) -> Mention | None:
    """``mention`` where it stands right beside the verb, else the subject that opens the sentence."""
    if mention is not None and mention.first == unit.first and mention.last == cue.first == unit.first + 1:
        after = None if is_known_name(row, mention) else _right_after(row, lexicon, unit, cue)
        return after or mention
    if mention is not None and stands_beside(row, mention, cue):
        return mention
    found = opening_subject(row, unit, cue, lexicon) or mention
    if found is None or found.first != unit.first or found.last - found.first > 1 or is_known_name(row, found):
        return found
    return _right_after(row, lexicon, unit, cue)


def _right_after(row: Row, lexicon: Lexicon, unit: Unit, cue: Cue) -> Mention | None:
    after = read_after(row.tokens, cue.last, unit.last, lexicon)
    return after if after is not None and after.first <= cue.last + 1 else None


def _is_thing(row: Row, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether nothing in ``mention`` says that it is somebody: no name, office or body, or a word for speech itself."""
    words = row.tokens[mention.first : mention.last]
    if any(lexicon.is_speech_noun(token) for token in words):
        return True
    return mention.kind == "role" and not any(token.tag & (ROLE | BODY) for token in words)
