"""Finds what people say in the outlet's words: that-clauses, "…, X said", "according to X", infinitives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.attribution_memory import Memory
from claims.attribution_phrases import Mention
from claims.attribution_sentence import note_before_pronoun
from claims.attribution_written import Speaker
from claims.cues import ARTICLE, COMPLEMENT, STOP, SUBJUNCTIVE, TERRITORY, Cue, Lexicon
from claims.indirect_clauses import find_content, find_further
from claims.quotes_found import UnitReading
from claims.quotes_speakers import speaker_before
from claims.quotes_words import POINT, QUOTE, WORD, Row, Token, Unit

__all__ = ["Reported", "read_indirect"]

_TRIMMED = frozenset(".,;:!?…。、，；،।۔؟։՝–—")
_LEADING = frozenset(",،、，՝;:–—")


@dataclass(slots=True)
class Reported:
    """Indirect speech: ``start``..``end`` is the content without ``that`` and without its last punctuation."""

    start: int
    end: int
    unit: int
    cue: Cue | None
    speaker: Speaker | None


def read_indirect(  # noqa: PLR0912 - one rule a branch
    row: Row, readings: Sequence[UnitReading], spoken: Mapping[int, int], lexicon: Lexicon, memory: Memory
) -> list[Reported]:
    """The indirect quotes of ``row``, by start.

    ``spoken`` are the units that hold a direct quote, with the place in the text where their last one ends: of those
    only what a further cue behind it adds is reported ("…," he said, adding that ...).

    Sentences whose verb form alone marks them as somebody's words are one quote as long as they follow one another.
    """
    found: list[Reported] = []
    on = False
    for number, reading in enumerate(readings):
        last = found[-1] if found else None
        if number in spoken:
            on = False
            further = find_further(row, reading, spoken[number], lexicon)
            if further is not None:
                found.append(_reported(row, further[1], further[2], number, further[0], reading.speaker, lexicon))
            continue
        places = find_content(row, reading, lexicon)
        for cue, first, last_token, mention in places:
            if mention is not None:
                note_before_pronoun(row, reading.unit.first, mention, lexicon, memory)
            speaker = memory.meet(row, mention, lexicon) if mention is not None else None
            speaker = speaker or reading.speaker
            if speaker is None:
                speaker = speaker_before(readings, number)
            found.append(_reported(row, first, last_token, number, cue, speaker, lexicon))
        if places:
            on = False
        elif number == 0 and _is_headline(row, reading, lexicon):
            first, colon = reading.unit.first, _colon(row, reading.unit)
            speaker = memory.meet(row, Mention(first, colon, "name", 2), lexicon)
            found.append(_reported(row, colon + 1, reading.unit.last, number, None, speaker, lexicon))
        elif _credits_back(row, readings, number, spoken, found, lexicon):
            speaker = reading.speaker
            before = readings[number - 1].unit
            found.append(_reported(row, before.first, before.last, number - 1, reading.cues[0], speaker, lexicon))
            on = False
        elif _is_reported(row, readings, number, spoken, last, lexicon):
            speaker = last.speaker if last is not None and last.unit == number - 1 else reading.speaker
            speaker = speaker or speaker_before(readings, number)
            unit = reading.unit
            fresh = _reported(row, unit.first, unit.last, number, None, speaker, lexicon)
            if on and last is not None and last.unit == number - 1 and _one_paragraph(readings, number):
                last.end, last.unit = fresh.end, number
            else:
                found.append(fresh)
            on = True
        elif _is_hearsay(row, reading, lexicon):
            unit = reading.unit
            found.append(_reported(row, unit.first, unit.last, number, None, speaker_before(readings, number), lexicon))
            on = False
        else:
            on = False
    return found


def _reported(
    row: Row, first: int, last: int, number: int, cue: Cue | None, speaker: Speaker | None, lexicon: Lexicon
) -> Reported:
    while last > first + 1 and _is_trimmed(row.tokens[last - 1]):
        last -= 1
    while first < last - 1 and row.tokens[first].kind == POINT and row.tokens[first].text in _LEADING:
        first += 1
    final = row.tokens[last - 1]
    suffix = next((s for s in lexicon.section.complement_suffixes if cue is not None and final.text.endswith(s)), "")
    return Reported(row.tokens[first].start, final.end - len(suffix), number, cue, speaker)


def _is_trimmed(token: Token) -> bool:
    """Whether a token at the end of reported content is no part of it: punctuation, or という of 〜によると…という."""
    return token.text in _TRIMMED if token.kind == POINT else bool(token.tag & COMPLEMENT)


def _one_paragraph(readings: Sequence[UnitReading], number: int) -> bool:
    return readings[number - 1].unit.paragraph == readings[number].unit.paragraph


def _is_reported(
    row: Row,
    readings: Sequence[UnitReading],
    number: int,
    spoken: Mapping[int, int],
    last: Reported | None,
    lexicon: Lexicon,
) -> bool:
    """Whether the unit's verb form says that the words are somebody's: any such form after speech, a sure one alone."""
    if not lexicon.section.subjunctive:
        return False
    unit = readings[number].unit
    tokens = row.tokens[unit.first : unit.last]
    if tokens and row.text[tokens[-1].start : tokens[-1].end] == "?":
        return False
    forms = [t for t in tokens if t.tag & SUBJUNCTIVE and t.text[0].islower()]
    if not forms or any(t.low in lexicon.first_person for t in tokens):
        return False
    after_speech = number > 0 and _one_paragraph(readings, number)
    after_speech = after_speech and (number - 1 in spoken or (last is not None and last.unit == number - 1))
    return after_speech or any(t.low in lexicon.sure_subjunctive for t in forms)


def _colon(row: Row, unit: Unit) -> int:
    return next((i for i in range(unit.first, min(unit.last, unit.first + 5)) if row.tokens[i].text in {":", "："}), -1)


def _is_headline(row: Row, reading: UnitReading, lexicon: Lexicon) -> bool:
    """Whether a headline puts a name, which the text has again, before a colon and what is said ("Merkel: We can")."""
    unit = reading.unit
    colon = _colon(row, unit)
    if colon <= unit.first or unit.last - colon < 4 or not lexicon.section.cased or reading.speech:
        return False
    names = row.tokens[unit.first : colon]
    if any(t.kind != WORD or not t.text[0].isupper() or t.tag & (TERRITORY | STOP | ARTICLE) for t in names):
        return False
    return row.text.count(names[-1].text) > 1


def _credits_back(
    row: Row,
    readings: Sequence[UnitReading],
    number: int,
    spoken: Mapping[int, int],
    found: Sequence[Reported],
    lexicon: Lexicon,
) -> bool:
    """Whether the unit is "Dies sagte X" or "Об этом сообщил X", said of the sentence before."""
    reading = readings[number]
    if number == 0 or not reading.cues or number - 1 in spoken or not _one_paragraph(readings, number):
        return False
    if found and found[-1].unit == number - 1:
        return False
    cue, unit = reading.cues[0], reading.unit
    for words in lexicon.backward:
        end = unit.first + len(words)
        if tuple(t.low for t in row.tokens[unit.first : end]) == words and cue.first - end <= 1:
            return cue.kind == "verb" and cue.first >= end
    return False


def _is_hearsay(row: Row, reading: UnitReading, lexicon: Lexicon) -> bool:
    """Whether the verb of the sentence itself says that others tell it ("soll … gegangen sein")."""
    if not lexicon.hearsay:
        return False
    tokens = row.tokens[reading.unit.first : reading.unit.last]
    at = next((i for i, t in enumerate(tokens) if t.low in lexicon.hearsay), None)
    if at is None or any(t.kind == QUOTE for t in tokens):
        return False
    for i in range(at + 2, len(tokens)):
        closing = i + 1 >= len(tokens) or tokens[i + 1].kind == POINT
        if closing and tokens[i].low in lexicon.hearsay_ends and tokens[i - 1].kind == WORD:
            return tokens[i - 1].low.endswith(lexicon.section.participles)
    return False
