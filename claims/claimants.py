"""Who says so: the sources that a sentence names for its figures ("according to X", за даними X, X teilte mit)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from claims.claimants_phrases import (
    Phrase,
    phrase_after,
    phrase_before,
    phrase_first,
    phrase_over_aside,
    reads_as_source,
)
from claims.cues import ARTICLE, BODY, LINK, ROLE, STOP, THAT, Cue, CueKind, Lexicon, find_cues, tag_words
from claims.cues_forms import all_forms, form_words
from claims.cues_lexicon import cutting_words, load_lexicon
from claims.lexicon import number_grammar, primary_code
from claims.quotes_words import POINT, WORD, Token, read_row, word_pattern
from records.span import Span

__all__ = ["find_claimants"]

_LEAD = 6
"""Tokens between the start of a clause without a verb and its figure."""
_PARTS = regex.compile(r"[;；—–:]|\s-\s")
_PIECES = regex.compile(r"[,،、，]")


@dataclass(frozen=True, slots=True)
class _Source:
    """A source and the place of the words that make one of it; ``sure`` where its own words say that it can speak."""

    span: Span
    cue: Span
    sure: bool


def find_claimants(sentence: str, language: str, figures: Sequence[Span]) -> list[Span | None]:
    """For each of the ``figures`` of ``sentence`` the words that name its source; None when it is the outlet's own.

    A source in the clause of a figure is its own, before that of an earlier clause, and that of a later clause without
    figures: in "26 houses, some forty according to the mayor" the 26 are not the mayor's.
    """
    code = primary_code(language)
    lexicon = _lexicon(code)
    if not lexicon.entries:
        return [None] * len(figures)
    tokens = read_row(sentence, (), lexicon.pattern, lexicon.ends).tokens
    tag_words(tokens, lexicon)
    sources = _sources(sentence, tokens, code, figures)
    pieces = _pieces(sentence)
    return [_source_of(figure, figures, sources, pieces, tokens, lexicon) for figure in figures]


@cache
def _lexicon(code: str) -> Lexicon:
    """The words of the section ``quotes``, and those by which only figures are credited."""
    lexicon = load_lexicon(code)
    section = number_grammar(code).section
    entries = {first: dict(rests) for first, rests in lexicon.entries.items()}
    kinds: tuple[tuple[CueKind, list[str]], ...] = (
        ("verb", all_forms(section.claim_verbs)),
        ("before", all_forms(section.claim_before)),
        ("after", all_forms(section.claim_after)),
    )
    pattern = lexicon.pattern
    if not lexicon.section.spaced:
        pattern = word_pattern(
            False, False, [*cutting_words(lexicon.section), *(f for _, forms in kinds for f in forms)]
        )
    for kind, forms in kinds:
        for form in forms:
            words = form_words(form, pattern)
            if words:
                entries.setdefault(words[0], {}).setdefault(words[1:], kind)
    ordered = {first: tuple(sorted(rests.items(), key=lambda r: -len(r[0]))) for first, rests in entries.items()}
    return replace(lexicon, entries=ordered, pattern=pattern)


def _sources(sentence: str, tokens: Sequence[Token], code: str, figures: Sequence[Span]) -> list[_Source]:
    lexicon = _lexicon(code)
    cues = find_cues(tokens, 0, len(tokens), lexicon)
    taken = {n for cue in cues for n in range(cue.first, cue.last) if cue.kind in ("verb", "weak", "before", "after")}
    found = []
    for cue in cues:
        phrases = _phrases(tokens, cue, lexicon, figures, taken)
        if not phrases:
            continue
        speaking = (p for p in phrases if reads_as_source(tokens, p, lexicon) or _names_a_kind(tokens, p, code))
        phrase = next(speaking, None)
        sure = phrase is not None
        phrase = phrase or phrases[0]
        if cue.kind in ("before", "after") or sure or _may_speak(tokens, cue, phrase, lexicon):
            place = Span(tokens[cue.first].start, tokens[cue.last - 1].end)
            span = _cut(Span(tokens[phrase[0]].start, tokens[phrase[1] - 1].end), sentence, lexicon)
            found.append(_Source(span, place, sure or cue.kind in ("before", "after")))
    return found


def _cut(span: Span, sentence: str, lexicon: Lexicon) -> Span:
    """Without a particle that is written with the last word, in scripts without capitals (통계청은, 통계청에)."""
    section = lexicon.section
    if not section.subject_suffixes:
        return span
    words = span.of(sentence)
    for ending in (*section.subject_suffixes, *section.source_suffixes):
        if words.endswith(ending) and len(words) > len(ending) + 1:
            return Span(span.start, span.end - len(ending))
    return span


def _phrases(
    tokens: Sequence[Token], cue: Cue, lexicon: Lexicon, figures: Sequence[Span], taken: set[int]
) -> list[Phrase]:
    """The noun phrases that may be the source of ``cue``, as token numbers, the likeliest first.

    A later one holds where its words say that it can speak and those of the earlier ones don't: an object may stand
    before the verb, an aside between it and its subject.
    """
    found: list[Phrase | None] = []
    if cue.kind == "before":
        found = [phrase_after(tokens, cue.last, lexicon, figures, taken)]
    elif cue.kind == "after":
        found = [phrase_before(tokens, cue.first, lexicon, figures, taken)]
    elif cue.kind in ("verb", "weak"):
        if lexicon.section.verb_final:
            first = phrase_first(tokens, cue.first, lexicon, figures, taken)
            if first is not None:
                return [first]
        found = [
            phrase_before(tokens, cue.first, lexicon, figures, taken),
            phrase_after(tokens, cue.last, lexicon, figures, taken, inverted=True),
            phrase_over_aside(tokens, cue.first, lexicon, figures, taken),
            _opening(tokens, cue.first, lexicon, figures),
        ]
    return [phrase for phrase in found if phrase is not None]


def _opening(tokens: Sequence[Token], last: int, lexicon: Lexicon, figures: Sequence[Span]) -> Phrase | None:
    """The body or office that opens the clause of the verb at token ``last``: "A szakszervezet 1200 … beszél"."""
    start = next((n + 1 for n in range(last - 1, -1, -1) if tokens[n].kind == POINT), 0)
    for n in range(start, min(last, start + _LEAD)):
        token = tokens[n]
        if any(figure.start < token.end and token.start < figure.end for figure in figures):
            return None
        if token.tag & (BODY | ROLE):
            return start, n + 1
        if token.tag & (STOP | THAT | LINK) and not token.tag & ARTICLE:
            return None
    return None


def _names_a_kind(tokens: Sequence[Token], phrase: Phrase, code: str) -> bool:
    """Whether one of the words is that of a kind of source: police, union, insurers."""
    pattern = _kind_words(code)
    return pattern is not None and any(pattern.fullmatch(token.low) for token in tokens[phrase[0] : phrase[1]])


@cache
def _kind_words(code: str) -> regex.Pattern[str] | None:
    kinds = number_grammar(code).section.claim_kinds.values()
    words = sorted({word for words in kinds for word in words if " " not in word})
    stems = (regex.escape(word).replace(r"\*", r"\w*") for word in words)
    return regex.compile("|".join(stems)) if words else None


def _may_speak(tokens: Sequence[Token], cue: Cue, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether the look of the words allows a source: a capital, a script without, or "…, said rescue workers." """
    if not lexicon.section.cased or any(token.text[:1].isupper() for token in tokens[phrase[0] : phrase[1]]):
        return True
    ends = phrase[1] == len(tokens) or tokens[phrase[1]].kind == POINT
    return cue.kind == "verb" and phrase[0] >= cue.last and ends


def _pieces(sentence: str) -> list[tuple[int, int, int]]:
    """(start, end, number of the part) of every piece between commas; parts are cut at stronger signs."""
    found, part, start = [], 0, 0
    cuts = [(m.start(), True) for m in _PARTS.finditer(sentence)] + [
        (m.start(), False)
        for m in _PIECES.finditer(sentence)
        if not (sentence[m.end() : m.end() + 1].isdigit() and sentence[m.start() - 1 : m.start()].isdigit())
    ]
    for at, strong in [*sorted(cuts), (len(sentence), True)]:
        found.append((start, at, part))
        start, part = at + 1, part + strong
    return found


def _source_of(
    figure: Span,
    figures: Sequence[Span],
    sources: Sequence[_Source],
    pieces: Sequence[tuple[int, int, int]],
    tokens: Sequence[Token],
    lexicon: Lexicon,
) -> Span | None:
    home = _number(pieces, figure.start)
    counted = {_number(pieces, other.start) for other in figures}
    ranked = []
    for source in sources:
        if source.span.overlaps(figure):
            continue
        own = _number(pieces, source.cue.start)
        near = own == home or _number(pieces, source.span.start) == home
        same_part = pieces[own][2] == pieces[home][2]
        if not near and (own in counted and (own > home or not same_part)):
            continue
        apart = min(abs(figure.start - source.cue.end), abs(source.cue.start - figure.end))
        ranked.append(((same_part, source.sure, near, -apart), source))
    best = max(ranked, key=lambda entry: entry[0])[1] if ranked else None
    if best is not None and _number(pieces, best.cue.start) == home:
        return best.span
    lead = _lead(tokens, pieces[home], lexicon, figure) if home else None
    return lead or (best.span if best is not None else None)


def _number(pieces: Sequence[tuple[int, int, int]], at: int) -> int:
    return next((n for n, (start, end, _) in enumerate(pieces) if start <= at <= end), len(pieces) - 1)


def _lead(tokens: Sequence[Token], piece: tuple[int, int, int], lexicon: Lexicon, figure: Span) -> Span | None:
    """The source that opens a clause without a verb: "the firm puts it at 94 million, the union at 60"."""
    inside = [n for n, token in enumerate(tokens) if piece[0] <= token.start < min(piece[1], figure.start)]
    bare = [n for n in inside if not tokens[n].tag & ARTICLE and tokens[n].kind == WORD]
    if not bare or not tokens[bare[0]].tag & (BODY | ROLE) or len(inside) > _LEAD:
        return None
    return Span(tokens[inside[0]].start, tokens[bare[0]].end)
