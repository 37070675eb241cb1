"""Finds the quotes in marks that are speech, with the mode, the cue and the speaker of each."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution import mention_of
from claims.attribution_memory import Memory
from claims.attribution_names import read_after
from claims.attribution_phrases import Mention
from claims.attribution_presented import family_name, first_name, last_name, presented_name
from claims.attribution_sentence import dotted_name, note_before_pronoun
from claims.attribution_uncased import officer
from claims.attribution_written import Speaker
from claims.cues import ARTICLE, HE, LINK, PRONOUN, SHE, STOP, THAT, THEY, Cue, Lexicon, find_cues
from claims.marks import Marked
from claims.quotes_found import Found, Scope, UnitReading
from claims.quotes_speakers import attach_speaker, look_around, speaker_before
from claims.quotes_terms import ENDS, count_words, cue_follows, is_term
from claims.quotes_words import QUOTE, WORD, Row, last_inside
from claims.sources import settle_cues
from records.claim import QuoteMode
from records.span import Span

__all__ = ["read_units"]

_COMMAS = frozenset(",،、，՝")
_DASHES = frozenset("–—―-")
_COLONS = frozenset(":：")
_NEAR = 14
"""How many tokens may stand between a quote and the cue that follows it."""


def read_units(row: Row, top: Sequence[Marked], lexicon: Lexicon) -> tuple[list[Found], list[UnitReading], Memory]:
    """All quotes in marks of ``row`` that are speech, by start, and the reading of every unit."""
    memory = Memory()
    found: list[Found] = []
    readings: list[UnitReading] = []
    for number, unit in enumerate(row.units):
        cues = settle_cues(row, unit, find_cues(row.tokens, unit.first, unit.last, lexicon), lexicon)
        reading = UnitReading(unit, cues, [])
        readings.append(reading)
        _read_unit(row, top, lexicon, memory, readings, number, found)
    _fill_back(found)
    _look_ahead(row, readings, found)
    return found, readings, memory


def _read_unit(
    row: Row,
    top: Sequence[Marked],
    lexicon: Lexicon,
    memory: Memory,
    readings: list[UnitReading],
    number: int,
    found: list[Found],
) -> None:
    reading = readings[number]
    unit = reading.unit
    quotes = [i for i in range(unit.first, unit.last) if row.tokens[i].kind == QUOTE]
    reading.speech = [i for i in quotes if not is_term(row, top, lexicon, reading, i)]
    for n, at in enumerate(reading.speech):
        before = reading.speech[n - 1] + 1 if n else unit.first
        after = reading.speech[n + 1] if n + 1 < len(reading.speech) else unit.last
        quote = _read_quote(row, top, lexicon, memory, readings, number, Scope(at, before, after), found)
        if quote is not None:
            found.append(quote)
    if reading.speaker is None:
        _note_subject(row, lexicon, memory, reading)


def _note_subject(row: Row, lexicon: Lexicon, memory: Memory, reading: UnitReading) -> None:
    """Keeps in mind whom a sentence without speech of its own is about."""
    unit = reading.unit
    if reading.cues:
        mention = mention_of(row, reading.cues[0], unit.first, unit.last, lexicon, after_quote=False)
        if mention is not None:
            note_before_pronoun(row, unit.first, mention, lexicon, memory)
            reading.speaker = memory.meet(row, mention, lexicon)
            return
    if _note_pronoun(row, lexicon, memory, reading):
        return
    if unit.paragraph > 0 or len(row.units) < 4:
        about = first_name(row.tokens, unit.first, unit.last, lexicon)
        if about is None and lexicon.section.cased:
            lone = read_after(row.tokens, unit.first, unit.last, lexicon)
            if lone is not None and lone.last - lone.first == 1 and memory.knows(row.tokens[lone.first].text):
                about = lone
            about = about or family_name(row, unit, lexicon)
        if about is None and not lexicon.section.cased:
            dotted = dotted_name(row, unit.first, unit.last, lexicon)
            if dotted is not None:
                reading.about = memory.present(dotted)
                return
            about = officer(row.tokens, unit.first, unit.last, lexicon)
        about = about or presented_name(row.tokens, unit.first, unit.last, lexicon)
        if about is None and lexicon.section.cased:
            lone = last_name(row.tokens, unit.first, unit.last, lexicon)
            if lone is not None and lone.score >= 3:
                memory.meet(row, lone, lexicon)
        if about is not None:
            reading.about = memory.meet(row, about, lexicon)


def _note_pronoun(row: Row, lexicon: Lexicon, memory: Memory, reading: UnitReading) -> bool:
    """Whether "he" or "she" opens the sentence: who that is, or nobody known, is whom it is about."""
    first = next((i for i in range(reading.unit.first, reading.unit.last) if row.tokens[i].kind == WORD), None)
    if first is None or not lexicon.section.cased:
        return False
    tag = row.tokens[first].tag
    if not tag & PRONOUN or bool(tag & HE) == bool(tag & SHE) or tag & (THEY | ARTICLE | STOP | LINK):
        return False
    met = memory.meet(row, Mention(first, first + 1, "pronoun"), lexicon)
    if met is not None and met.span.start == row.tokens[first].start:
        memory.present(met)
    reading.about = met
    return met is not None


def _read_quote(
    row: Row,
    top: Sequence[Marked],
    lexicon: Lexicon,
    memory: Memory,
    readings: list[UnitReading],
    number: int,
    scope: Scope,
    found: list[Found],
) -> Found | None:
    reading = readings[number]
    piece = top[row.tokens[scope.at].quote]
    quote = Found(piece.start, piece.end, _mode(row, reading, scope, piece), piece, number)
    if row.text[quote.end - 1 : quote.end] in _COMMAS and quote.end - quote.start > 1:
        quote.end -= 1
    if piece.signed is not None:
        quote.mode, place = "direct", Span(*piece.signed)
        quote.speaker = Speaker(place.of(row.text), place)
        return quote
    if piece.goes_on and found:
        quote.continues = len(found) - 1
    cue = _choose_cue(row, reading, scope, quote, lexicon)
    if cue is not None:
        attach_speaker(row, lexicon, memory, reading, scope, quote, cue)
        earlier = _same_cue(found, number, cue)
        if earlier is not None and quote.continues is None and quote.mode == "direct":
            quote.continues = earlier
            quote.speaker = quote.speaker or found[earlier].speaker
        if quote.speaker is None:
            quote.speaker = speaker_before(readings, number)
    else:
        look_around(row, lexicon, memory, readings, number, scope, quote, found)
    if cue is None and quote.speaker is None and not piece.closed:
        return None
    return quote


def _same_cue(found: list[Found], number: int, cue: Cue) -> int | None:
    for index in range(len(found) - 1, -1, -1):
        if found[index].unit != number:
            return None
        if found[index].cue == cue and found[index].mode == "direct":
            return index
    return None


def _mode(  # noqa: PLR0911 - one rule a line
    row: Row, reading: UnitReading, scope: Scope, piece: Marked
) -> QuoteMode:
    """``direct`` for a clause that stands on its own, ``partial`` for words inside the outlet's own clause."""
    if piece.dash or piece.goes_on:
        return "direct"
    previous = row.tokens[scope.at - 1] if scope.at > reading.unit.first else None
    if previous is None or previous.kind == QUOTE or previous.text in _COLONS:
        following = row.tokens[scope.at + 1] if scope.at + 1 < reading.unit.last else None
        inside = last_inside(row.text, row.tokens[scope.at]) in _COMMAS and bool(reading.cues)
        if following is not None and following.kind == WORD and not inside and not cue_follows(row, reading, scope.at):
            return "partial" if row.text[piece.end - 1] not in ENDS else "direct"
        return "direct"
    if previous.text in _COMMAS or previous.text in _DASHES:
        return "direct"
    if previous.kind == WORD:
        content = row.text[piece.start : piece.end]
        if content[-1:] in ENDS and content[:1].isupper() and count_words(content) > 3 and not previous.tag & THAT:
            return "direct"
        return "partial"
    return "direct"


def _choose_cue(  # noqa: PLR0911 - one rule a line
    row: Row, reading: UnitReading, scope: Scope, quote: Found, lexicon: Lexicon
) -> Cue | None:
    before = [c for c in reading.cues if scope.before <= c.first < scope.at]
    after = [c for c in reading.cues if scope.at < c.first < scope.after]
    strong_before = [c for c in before if c.kind != "weak"] or before
    strong_after = [c for c in after if c.kind != "weak"] or after
    previous = row.tokens[scope.at - 1] if scope.at > reading.unit.first else None
    if previous is not None and previous.text in _COLONS:
        follows = strong_after and cue_follows(row, reading, scope.at)
        return strong_before[-1] if strong_before else (strong_after[0] if follows else None)
    near = bool(strong_after) and strong_after[0].first - scope.at <= _NEAR and cue_follows(row, reading, scope.at)
    if near and quote.mode == "partial" and strong_before and _is_object(row, scope.at, strong_before[-1], lexicon):
        return strong_before[-1]
    if near and (not strong_before or scope.before == reading.unit.first):
        return strong_after[0]
    if strong_before:
        return strong_before[-1]
    if strong_after:
        return strong_after[0]
    rest = [c for c in reading.cues if c.kind != "weak"]
    if quote.mode == "partial" and rest:
        return min(rest, key=lambda c: abs(c.first - scope.at))
    return rest[0] if rest else None


def _is_object(row: Row, at: int, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the quote at ``at`` is what a verb that names calls somebody: nothing but words between the two.

    And no verb stands right behind the quote and its comma: "nannte ihn „krank“, Roe sagte ...".
    """
    if row.tokens[cue.first].low not in lexicon.naming_verbs or at + 2 >= len(row.tokens):
        return False
    clause = all(token.kind == WORD for token in row.tokens[cue.last : at])
    return clause and row.tokens[at + 1].text in _COMMAS and not row.tokens[at + 2].text[:1].islower()


def _look_ahead(row: Row, readings: Sequence[UnitReading], found: Sequence[Found]) -> None:
    """Gives a quote that nobody is named for, and that stands alone, to whom the next sentence is about."""
    for quote in found:
        after = quote.unit + 1
        if quote.speaker is not None or quote.cue is not None or quote.mode != "direct" or after >= len(readings):
            continue
        this, following = readings[quote.unit].unit, readings[after]
        alone = all(row.tokens[i].kind != WORD for i in range(this.first, this.last))
        if alone and following.unit.paragraph == this.paragraph and not following.speech:
            quote.speaker = following.speaker or following.about


def _fill_back(found: list[Found]) -> None:
    """Gives the first paragraphs of a long quote the speaker whom only its last paragraph names."""
    for index in range(len(found) - 1, 0, -1):
        quote = found[index]
        if quote.continues is None:
            continue
        earlier = found[quote.continues]
        if earlier.speaker is None:
            earlier.speaker = quote.speaker
        if earlier.cue is None and quote.speaker is earlier.speaker:
            earlier.cue = quote.cue
    for quote in found:
        if quote.continues is not None and quote.speaker is None:
            quote.speaker = found[quote.continues].speaker
