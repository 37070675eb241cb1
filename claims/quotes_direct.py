"""Tells speech in marks from titles and irony, and gives each quote its cue and speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from claims.attribution import mention_before, mention_of
from claims.attribution_clause import is_known_name, opening_subject, stands_beside
from claims.attribution_memory import Memory, Speaker
from claims.attribution_names import Mention, first_name, read_after, read_before
from claims.attribution_uncased import subject_before
from claims.cues import ARTICLE, COMPLEMENT, LABEL, PRONOUN, ROLE, SUBJUNCTIVE, THAT, Cue, Lexicon, find_cues
from claims.marks import Marked
from claims.quotes_words import POINT, QUOTE, WORD, Row, Token, Unit
from claims.sources import settle_cues
from records.claim import QuoteMode

__all__ = ["Found", "UnitReading", "read_units"]

_WORDS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]{2}|[^\W\p{Han}\p{Hiragana}\p{Katakana}]+(?:['’\-.][\w]+)*")
_COMMAS = frozenset(",،、，")
_DASHES = frozenset("–—―-")
_COLONS = frozenset(":：")
_ENDS = frozenset(".!?…。！？؟।")
_NEAR = 14
"""How many tokens may stand between a quote and the cue that follows it."""
_LONG = 5
"""Words from which text in marks with no cue near is speech rather than a title."""


@dataclass(slots=True)
class Found:
    """A quote with what is known of its speaker; ``continues`` is the index of an earlier one."""

    start: int
    end: int
    mode: QuoteMode
    mark: Marked | None
    unit: int
    cue: Cue | None = None
    speaker: Speaker | None = None
    continues: int | None = None


@dataclass(slots=True)
class UnitReading:
    """What one unit holds: its cues, which of its quotes are speech, and the speaker that its first cue names."""

    unit: Unit
    cues: list[Cue]
    speech: list[int]
    speaker: Speaker | None = None
    about: Speaker | None = None


@dataclass(slots=True)
class Scope:
    """One quote in its unit: where the telling before it begins and the telling after it ends."""

    at: int
    before: int
    after: int


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
    return found, readings, memory


def count_words(text: str) -> int:
    """Words, two Han or kana signs counted as one."""
    return len(_WORDS.findall(text))


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
    reading.speech = [i for i in quotes if not _is_term(row, top, lexicon, reading, i)]
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
            reading.speaker = memory.meet(row, mention, lexicon)
    elif unit.paragraph > 0 or len(row.units) < 4:
        about = first_name(row.tokens, unit.first, unit.last, lexicon)
        if about is not None:
            reading.about = memory.meet(row, about, lexicon)


def _is_term(  # noqa: PLR0911 - one rule a line
    row: Row, top: Sequence[Marked], lexicon: Lexicon, reading: UnitReading, at: int
) -> bool:
    """Whether the quote at ``at`` is a title, a term or irony rather than somebody's words."""
    piece = top[row.tokens[at].quote]
    content = row.text[piece.start : piece.end]
    words = count_words(content)
    if piece.dash or piece.goes_on:
        return False
    previous = row.tokens[at - 1] if at > reading.unit.first else None
    following = row.tokens[at + 1] if at + 1 < reading.unit.last else None
    if previous is not None and previous.text in _COLONS:
        named = first_name(row.tokens, reading.unit.first, at, lexicon) or at - reading.unit.first == 2
        return words <= 3 and not reading.cues and content[-1:] not in _ENDS and not named
    if _in_brackets(row, reading, at):
        return words <= 8 and not (content[:1].islower() and reading.cues)
    labelled = previous is not None and previous.tag & LABEL
    if labelled and (not (lexicon.section.cased and content[:1].islower()) or words <= 2):
        return words <= 12
    if _is_source_name(row, reading, at, content, words, lexicon):
        return True
    if lexicon.section.noun_capitals:
        term = _is_noun_term(row, reading, at, content, words, lexicon)
        if term is not None:
            return term
    if words > _LONG or _cue_follows(row, reading, at) or _stands_alone(row, reading, at):
        return False
    if following is not None and following.tag & COMPLEMENT and reading.cues:
        return False
    if content[-1:] in _ENDS and words >= 3:
        return False
    if not reading.cues:
        return words < _LONG or content[:1].isupper()
    if lexicon.section.cased and not lexicon.section.noun_capitals:
        return content[:1].isupper() and not (previous is not None and previous.tag & THAT)
    if not lexicon.section.cased:
        return words <= 3 and not _led_in(row, reading, at)
    return content[:1].isupper() and words <= 2 and following is not None and following.kind == WORD


def _is_noun_term(row: Row, reading: UnitReading, at: int, content: str, words: int, lexicon: Lexicon) -> bool | None:
    """Where every noun has a capital: whether a few words inside the outlet's own clause are a name or a term.

    None where the quote does not stand inside such a clause. On German Wikinews a capital opens 600 names and terms and
    45 quotes there, most of the latter after "ein" or "als" with a verb that names; a small letter opens quotes nine
    times in ten once the sentence has a cue or a subjunctive.
    """
    unit = reading.unit
    previous = row.tokens[at - 1] if at > unit.first else None
    if previous is None or words > 8 or (content[-1:] in _ENDS and words >= 3):
        return None
    tokens = row.tokens[unit.first : unit.last]
    cued = any(cue.kind != "weak" for cue in reading.cues)
    if previous.text in _COMMAS:
        return True if not cued and not content[:1].islower() and not _is_subjunctive(tokens) else None
    if (previous.kind != WORD or previous.tag & THAT) and previous.text not in {"(", "["}:
        return None
    if not content[:1].islower():
        if any(lexicon.is_speech_noun(t) for t in row.tokens[max(unit.first, at - 4) : at]):
            return False
        named = previous.low in lexicon.naming_leads and any(t.low in lexicon.naming_verbs for t in tokens)
        return not named
    if cued or _is_subjunctive(tokens) or words > 3:
        return False
    return words == 1 or previous.text[0].isupper() or bool(previous.tag)


def _in_brackets(row: Row, reading: UnitReading, at: int) -> bool:
    """Whether the quote stands in brackets with a few words at most before it: a translation, a short name, a motto."""
    for i in range(at - 1, max(reading.unit.first - 1, at - 8), -1):
        token = row.tokens[i]
        if token.kind == POINT and token.text in ")]":
            return False
        if token.kind == POINT and token.text in "([":
            return True
    return False


def _is_subjunctive(tokens: Sequence[Token]) -> bool:
    return any(t.tag & SUBJUNCTIVE and t.text[0].islower() for t in tokens)


def _is_source_name(row: Row, reading: UnitReading, at: int, content: str, words: int, lexicon: Lexicon) -> bool:
    """Whether the quote is the name of a source: right after "laut", inside "wie … mitteilt", or a verb's subject."""
    if words > 6 or content[-1:] in _ENDS - {"."}:
        return False
    for cue in reading.cues:
        if cue.kind == "verb" and cue.first == at + 1 and cue.last < reading.unit.last and lexicon.section.verb_second:
            after = row.tokens[cue.last]
            plain = row.text[row.tokens[at].end - 2] not in ",!?"
            if plain and (after.text in _COMMAS or (after.kind == WORD and after.text[0].islower() and not after.tag & (ARTICLE | PRONOUN | ROLE))):
                return True
        if cue.kind == "like" and cue.first < at < cue.last:
            return True
        if cue.kind in {"before", "tail"} and cue.last == at:
            return True
    return False


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


def _cue_follows(row: Row, reading: UnitReading, at: int) -> bool:
    """Whether a comma, inside or outside the marks, or a dash leads from the quote to a cue."""
    following = row.tokens[at + 1] if at + 1 < reading.unit.last else None
    if following is None:
        return False
    cue = next((c for c in reading.cues if c.first > at), None)
    if cue is None or cue.first - at > _NEAR:
        return False
    if following.text in _COMMAS or following.text in _DASHES or row.text[row.tokens[at].end - 2] in ",!?":
        return True
    return cue.first == at + 1


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
    if piece.goes_on and found:
        quote.continues = len(found) - 1
    cue = _choose_cue(row, reading, scope, quote)
    if cue is not None:
        _attach(row, lexicon, memory, reading, scope, quote, cue)
        earlier = _same_cue(found, number, cue)
        if earlier is not None and quote.continues is None and quote.mode == "direct":
            quote.continues = earlier
            quote.speaker = quote.speaker or found[earlier].speaker
        if quote.speaker is None:
            quote.speaker = _speaker_before(readings, number)
    else:
        _look_around(row, lexicon, memory, readings, number, scope, quote, found)
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
        if following is not None and following.kind == WORD and not _cue_follows(row, reading, scope.at):
            return "partial" if row.text[piece.end - 1] not in _ENDS else "direct"
        return "direct"
    if previous.text in _COMMAS or previous.text in _DASHES:
        return "direct"
    if previous.kind == WORD:
        content = row.text[piece.start : piece.end]
        if content[-1:] in _ENDS and content[:1].isupper() and count_words(content) > 3 and not previous.tag & THAT:
            return "direct"
        return "partial"
    return "direct"


def _choose_cue(row: Row, reading: UnitReading, scope: Scope, quote: Found) -> Cue | None:
    before = [c for c in reading.cues if scope.before <= c.first < scope.at]
    after = [c for c in reading.cues if scope.at < c.first < scope.after]
    strong_before = [c for c in before if c.kind != "weak"] or before
    strong_after = [c for c in after if c.kind != "weak"] or after
    previous = row.tokens[scope.at - 1] if scope.at > reading.unit.first else None
    if previous is not None and previous.text in _COLONS:
        return strong_before[-1] if strong_before else None
    near = bool(strong_after) and strong_after[0].first - scope.at <= _NEAR and _cue_follows(row, reading, scope.at)
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


def _attach(
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
    mention = mention or mention_of(row, cue, lo, hi, lexicon, after_quote=lo > reading.unit.first)
    if lexicon.section.verb_second and cue.kind == "verb":
        mention = _by_word_order(row, lexicon, reading, cue, mention)
    if mention is None and cue.first > scope.at and reading.unit.first < scope.at:
        mention = mention_before(row, reading.unit.first, scope.at, lexicon)
    if mention is not None:
        quote.speaker = memory.meet(row, mention, lexicon)
        reading.speaker = quote.speaker
    elif cue.kind == "verb":
        quote.speaker = memory.last_person(row.tokens[cue.first].start)


def _by_word_order(row: Row, lexicon: Lexicon, reading: UnitReading, cue: Cue, mention: Mention | None) -> Mention | None:
    """``mention``, unless the verb's second place says better: the subject opens the sentence or follows the verb."""
    unit = reading.unit
    if mention is not None and mention.first == unit.first and mention.last == cue.first == unit.first + 1:
        if not is_known_name(row, mention):
            after = read_after(row.tokens, cue.last, unit.last, lexicon)
            if after is not None and after.first <= cue.last + 1:
                return after
        return mention
    if mention is not None and stands_beside(row, mention, cue):
        return mention
    return opening_subject(row, unit, cue, lexicon) or mention


def _look_around(
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
    telling = _telling(row, unit, scope)
    last = found[-1] if found else None
    if quote.mode == "partial" and lexicon.section.verb_second and not _is_subjunctive(row.tokens[unit.first : unit.last]):
        opening = opening_subject(row, unit, None, lexicon)
        if opening is not None:
            quote.speaker = memory.meet(row, opening, lexicon)
            return
    if telling is not None and row.tokens[scope.at - 1].text in _COLONS:
        mention = _subject(row, telling, lexicon)
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
    if last is not None and last.speaker is not None and _is_neighbour(readings, last.unit, number):
        quote.speaker = last.speaker
        if telling is None and last.mode == "direct" and quote.mode == "direct" and quote.continues is None:
            quote.continues = len(found) - 1
        return
    quote.speaker = _speaker_before(readings, number)


def _speaker_before(readings: list[UnitReading], number: int, reach: int = 4) -> Speaker | None:
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
    mention = read_before(row.tokens, first, last, lexicon) or read_after(row.tokens, first, last, lexicon)
    if mention is not None and (mention.kind == "name" or row.tokens[mention.first].tag & PRONOUN):
        return mention
    return None


def _ends_with_colon(row: Row, unit: Unit) -> bool:
    return row.tokens[unit.last - 1].text in _COLONS


def _is_neighbour(readings: list[UnitReading], earlier: int, number: int) -> bool:
    return number - earlier <= 2 and readings[earlier].unit.paragraph == readings[number].unit.paragraph


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
