"""Gives a quote its speaker: named beside its cue, by the order of words, or in the sentences around."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution import mention_before, mention_of
from claims.attribution_clause import inverted_subject, opening_subject
from claims.attribution_lead import question_end
from claims.attribution_memory import Memory
from claims.attribution_names import read_after, read_before
from claims.attribution_phrases import Mention
from claims.attribution_presented import first_name, last_name
from claims.attribution_sentence import note_before_pronoun
from claims.attribution_uncased import officer, subject_before
from claims.attribution_written import Speaker
from claims.cues import PRONOUN, Cue, Lexicon
from claims.quotes_found import Found, Scope, UnitReading
from claims.quotes_order import by_word_order
from claims.quotes_terms import is_subjunctive
from claims.quotes_words import QUOTE, WORD, Row, Unit

__all__ = ["attach_speaker", "look_around", "speaker_before"]

_COLONS = frozenset(":：")
_COMMAS = frozenset(",،、，՝")
_DASHES = frozenset("–—―-")
_NEAR = 12
"""How many tokens may part two verbs of one speaker."""


def attach_speaker(
    row: Row, lexicon: Lexicon, memory: Memory, reading: UnitReading, scope: Scope, quote: Found, cue: Cue
) -> None:
    quote.cue = cue
    lo = max((i + 1 for i in reading.speech if i < cue.first), default=reading.unit.first)
    hi = min((i for i in reading.speech if i >= cue.last), default=reading.unit.last)
    mention = None
    opening = min(reading.speech[0], cue.first)
    if lexicon.section.verb_final and lo > reading.unit.first and cue.kind != "before":
        marked = subject_before(row.tokens, lo, cue.first, lexicon)
        if marked is None and any(row.tokens[i].kind == WORD for i in range(reading.unit.first, opening)):
            mention = mention_before(row, reading.unit.first, opening, lexicon)
    if quote.mode == "partial" and cue.first > scope.at > reading.unit.first and not lexicon.section.verb_second:
        mention = mention or mention_before(row, reading.unit.first, scope.at, lexicon)
    mention = mention or mention_of(row, cue, lo, hi, lexicon, after_quote=lo > reading.unit.first)
    if lexicon.section.verb_second and cue.kind in {"verb", "weak"} and not _is_agent(row, cue, mention, lexicon):
        mention = by_word_order(row, lexicon, reading, cue, mention)
    if mention is not None and any(lexicon.is_speech_noun(t) for t in row.tokens[mention.first : mention.last]):
        mention = None
    if mention is not None and _is_reporter(reading, cue, mention):
        mention = None
    asked = question_end(row, reading.unit.first, cue.first, lexicon) if lexicon.section.cased else None
    if asked is not None and mention is not None and mention.first < asked:
        answering = read_before(row.tokens, asked, cue.first, lexicon)
        answering = answering or read_after(row.tokens, cue.last, hi, lexicon)
        mention = answering if answering is not None and answering.kind != "role" else None
    if mention is None and cue.first > scope.at and reading.unit.first < scope.at:
        mention = mention_before(row, reading.unit.first, scope.at, lexicon)
    if _goes_on(row, reading, cue, mention):
        quote.speaker = reading.speaker
    elif mention is not None:
        note_before_pronoun(row, reading.unit.first, mention, lexicon, memory)
        quote.speaker = memory.meet(row, mention, lexicon)
        reading.speaker = quote.speaker
    elif cue.kind == "verb":
        quote.speaker = memory.last_person(row.tokens[cue.first].start)


def _is_reporter(reading: UnitReading, cue: Cue, mention: Mention) -> bool:
    """Whether ``mention`` is whom the outlet has the words from, behind a verb without a subject: "řekla podle The
    Hill"."""
    if cue.kind != "verb" or mention.first < cue.last:
        return False
    return any(
        (c.kind == "before" and cue.last <= c.first <= cue.last + 1 and c.last <= mention.first)
        or (c.kind == "after" and mention.first <= cue.last + 1 and mention.last == c.first)
        for c in reading.cues
    )


def _is_agent(row: Row, cue: Cue, mention: Mention | None, lexicon: Lexicon) -> bool:
    """Whether ``mention`` did what a passive verb says: "wird von Kennern ... genannt"."""
    if row.tokens[cue.first].low in lexicon.citing:
        return False
    return mention is not None and mention.first > 0 and row.tokens[mention.first - 1].low in lexicon.agents


def _goes_on(row: Row, reading: UnitReading, cue: Cue, mention: Mention | None) -> bool:
    """Whether the cue is one more verb of who spoke already: "…", he said, adding that it was "..."."""
    if reading.speaker is None or row.tokens[cue.first - 1].text not in _COMMAS:
        return False
    before = any(c.kind == "verb" and cue.first - _NEAR <= c.first < c.last < cue.first for c in reading.cues)
    return before and (mention is None or mention.last < cue.last)


def look_around(
    row: Row,
    lexicon: Lexicon,
    memory: Memory,
    readings: list[UnitReading],
    number: int,
    scope: Scope,
    quote: Found,
    found: list[Found],
) -> None:
    """Finds the speaker of a quote whose own sentence has no cue."""
    reading = readings[number]
    unit = reading.unit
    signed = _signature(row, unit, scope.at, lexicon)
    if signed is not None:
        quote.speaker = memory.meet(row, signed, lexicon)
        return
    telling = _telling(row, unit, scope)
    last = found[-1] if found else None
    beside = _named_behind(row, readings, number, lexicon) or _marked_officer(row, unit, scope, lexicon)
    quote.speaker = memory.meet(row, beside, lexicon) if beside is not None else None
    if quote.speaker is not None:
        return
    if (
        quote.mode == "partial"
        and lexicon.section.verb_second
        and not is_subjunctive(row.tokens[unit.first : unit.last])
    ):
        opening = inverted_subject(row, unit, None, scope.at, lexicon) or opening_subject(row, unit, None, lexicon)
        if opening is not None:
            quote.speaker = memory.meet(row, opening, lexicon)
            return
    if telling is not None and row.tokens[scope.at - 1].text in _COLONS:
        mention = inverted_subject(row, unit, None, scope.at - 1, lexicon) if lexicon.section.verb_second else None
        mention = mention or _subject(row, telling, lexicon)
        if mention is None and lexicon.section.verb_second:
            mention = opening_subject(row, unit, None, lexicon)
        if mention is not None:
            quote.speaker = memory.meet(row, mention, lexicon)
            return
    if number and _ends_with_colon(row, readings[number - 1].unit):
        quote.speaker = readings[number - 1].speaker
        cues = readings[number - 1].cues
        quote.cue = cues[-1] if cues else None
        if quote.speaker is None:
            before = readings[number - 1].unit
            mention = _subject(row, (before.first, before.last - 1), lexicon)
            quote.speaker = memory.meet(row, mention, lexicon) if mention is not None else None
        return
    if last is not None and last.speaker is not None and _is_neighbour(row, readings, last.unit, number):
        quote.speaker = last.speaker
        if telling is None and last.mode == "direct" and quote.mode == "direct" and quote.continues is None:
            quote.continues = len(found) - 1
        return
    quote.speaker = speaker_before(readings, number)


def _marked_officer(row: Row, unit: Unit, scope: Scope, lexicon: Lexicon) -> Mention | None:
    """The person whom a particle makes the subject before a quote, though no verb of saying follows."""
    if not lexicon.section.verb_final or lexicon.section.cased or _telling(row, unit, scope) is None:
        return None
    if subject_before(row.tokens, unit.first, scope.at, lexicon) is None:
        return None
    return officer(row.tokens, unit.first, scope.at, lexicon)


def _named_behind(row: Row, readings: Sequence[UnitReading], number: int, lexicon: Lexicon) -> Mention | None:
    """The person with whom the next sentence begins, where a quote alone opens its paragraph: “…” Ann Roe, 45, wept."""
    unit = readings[number].unit
    if any(row.tokens[i].kind == WORD for i in range(unit.first, unit.last)) or number + 1 >= len(row.units):
        return None
    if number and readings[number - 1].unit.paragraph == unit.paragraph:
        return None
    following = row.units[number + 1]
    if following.paragraph != unit.paragraph or any(
        row.tokens[i].kind == QUOTE for i in range(following.first, following.last)
    ):
        return None
    if lexicon.section.cased:
        return first_name(row.tokens, following.first, following.last, lexicon)
    return officer(row.tokens, following.first, following.last, lexicon)


def _signature(row: Row, unit: Unit, at: int, lexicon: Lexicon) -> Mention | None:
    """The name that a dash puts right behind a quote: “…” — Ann Roe."""
    if at + 2 >= unit.last or row.tokens[at + 1].text not in _DASHES or row.tokens[at + 2].kind != WORD:
        return None
    name = first_name(row.tokens, at + 2, unit.last, lexicon)
    if name is None or name.first != at + 2:
        return None
    return name if name.last >= unit.last or row.tokens[name.last].kind != WORD else None


def speaker_before(readings: Sequence[UnitReading], number: int, reach: int = 4) -> Speaker | None:
    """Whom the sentences before, in the same paragraph, let speak or are about."""
    for earlier in reversed(readings[max(0, number - reach) : number]):
        if earlier.unit.paragraph != readings[number].unit.paragraph:
            return None
        if earlier.speaker is not None or earlier.about is not None:
            return earlier.speaker or earlier.about
    return None


def _telling(row: Row, unit: Unit, scope: Scope) -> tuple[int, int] | None:
    """The words of the outlet before the quote, None when there are none."""
    if any(row.tokens[i].kind == WORD for i in range(unit.first, scope.at)):
        return unit.first, scope.at - 1
    return None


def _subject(row: Row, place: tuple[int, int], lexicon: Lexicon) -> Mention | None:
    first, last = place
    if last <= first or not lexicon.section.cased:
        return None
    opening = first_name(row.tokens, first, last, lexicon)
    if opening is not None and opening.first == first and row.tokens[min(opening.last, last - 1)].text in _COMMAS:
        return opening  # "Ann Roe, head of the council:"
    mention = read_before(row.tokens, first, last, lexicon)
    if mention is None or mention.kind == "role":
        mention = last_name(row.tokens, first, last, lexicon) or mention
    mention = mention or read_after(row.tokens, first, last, lexicon)
    if mention is not None and (mention.kind == "name" or row.tokens[mention.first].tag & PRONOUN):
        return mention
    return None


def _ends_with_colon(row: Row, unit: Unit) -> bool:
    return row.tokens[unit.last - 1].text in _COLONS


def _is_neighbour(row: Row, readings: list[UnitReading], earlier: int, number: int) -> bool:
    """Whether unit ``number`` goes on where ``earlier`` spoke: in its paragraph, or a paragraph of quotes after one."""
    one, other = readings[earlier].unit, readings[number].unit
    if one.paragraph == other.paragraph:
        return number - earlier <= 2
    return number - earlier == 1 and all(
        row.tokens[i].kind != WORD for i in (*range(other.first, other.last), one.last - 1)
    )
