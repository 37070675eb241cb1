"""Who says so: the sources that a sentence names for its figures ("according to X", за даними X, X teilte mit)."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

import regex

from claims.claimants_kinds import is_account, tells_a_kind
from claims.claimants_sources import Source, claim_lexicon, find_sources
from claims.cues import ARTICLE, BODY, LINK, ROLE, STOP, Lexicon, tag_words
from claims.cues_lexicon import load_lexicon
from claims.lexicon import number_grammar, primary_code
from claims.quotes_words import WORD, Token, read_row
from records.span import Span

__all__ = ["announced_source", "find_claimants"]

_NAME = 2
_LEAD = 6
"""Tokens between the start of a clause without a verb and its figure."""
_PARTS = regex.compile(r"[;；—–:]|\s-\s")
_PIECES = regex.compile(r"[,،、，]")


def find_claimants(
    sentence: str, language: str, figures: Sequence[Span], times: Set[Span] = frozenset()
) -> list[Span | None]:
    """For each of the ``figures`` of ``sentence`` the words that name its source; None when it is the outlet's own.

    A source in the clause of a figure is its own, before that of an earlier clause, and that of a later clause without
    figures: in "26 houses, some forty according to the mayor" the 26 are not the mayor's. Those of the figures that are
    ``times`` may be of the saying, and then count for none there: "26 houses burned, the mayor said on Sunday".
    """
    code = primary_code(language)
    lexicon = claim_lexicon(code)
    if not lexicon.entries:
        return [None] * len(figures)
    tokens = read_row(sentence, (), lexicon.pattern, lexicon.ends).tokens
    tag_words(tokens, lexicon)
    sources = find_sources(sentence, tokens, code, lexicon, figures, times)
    pieces = _pieces(sentence)
    counted = {_number(pieces, figure.start) for figure in figures if figure not in times}
    sources = [_led(source, sentence, pieces, counted, figures) for source in sources]
    return [_source_of(figure, figures, counted, sources, pieces, tokens, lexicon, code) for figure in figures]


def announced_source(sentence: str, language: str) -> str | None:
    """Whose figures ``sentence`` announces ("The ministry gave new figures."); None of nobody, or of several."""
    code = primary_code(language)
    section = number_grammar(code).section
    lexicon = claim_lexicon(code, giving=True)
    if not lexicon.entries or not section.claim_giving or not is_account(sentence, code):
        return None
    tokens = read_row(sentence, (), lexicon.pattern, lexicon.ends).tokens
    tag_words(tokens, lexicon)
    sources = find_sources(sentence, tokens, code, lexicon, ())
    named = {source.span for source in sources if source.sure and source.span is not None}
    return named.pop().of(sentence) if len(named) == 1 else None


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


def _led(
    source: Source, sentence: str, pieces: Sequence[tuple[int, int, int]], counted: Set[int], figures: Sequence[Span]
) -> Source:
    """``source``, as if its cue stood in the next piece where nothing but a dash or a colon parts it from a figure
    there: "according to the union 92 per cent, according to the firm — 61"."""
    own = _number(pieces, source.cue.start)
    if source.span is None or own in counted or own + 1 not in counted or own + 1 >= len(pieces):
        return source
    start, end, _ = pieces[own]
    ends = max(source.span.end, source.cue.end)
    sign, following = sentence[end : end + 1], pieces[own + 1][0]
    bare = not sentence[ends:end].strip() and not sentence[start : min(source.span.start, source.cue.start)].strip()
    begins = any(not sentence[following : figure.start].strip() for figure in figures if figure.start >= following)
    if not (bare and begins and _PARTS.match(sentence, end) and sign not in ";；"):
        return source
    return replace(source, cue=Span(following, following))


def _source_of(
    figure: Span,
    figures: Sequence[Span],
    counted: Set[int],
    sources: Sequence[Source],
    pieces: Sequence[tuple[int, int, int]],
    tokens: Sequence[Token],
    lexicon: Lexicon,
    code: str,
) -> Span | None:
    home = _number(pieces, figure.start)
    ranked = []
    nameless = [source for source in sources if source.span is None and _number(pieces, source.cue.start) == home]
    unknown, pointed = bool(nameless), any(source.sure for source in nameless)
    for source in sources:
        if source.span is None or source.span.overlaps(figure) or _is_counted(source, figure, tokens, code):
            continue
        own = _number(pieces, source.cue.start)
        near = own == home or _number(pieces, source.span.start) == home
        if near and _is_of_next(source, figure, sources, figures, lexicon.section.verb_first):
            continue
        same_part = pieces[own][2] == pieces[home][2]
        if (unknown and not same_part) or (pointed and not near):
            continue  # "the ministry counted 85; the centrals put it at 300": theirs, whoever they are
        if not near and (own in counted and (own > home or not same_part)):
            continue
        apart = min(abs(figure.start - source.cue.end), abs(source.cue.start - figure.end))
        within = min(source.span.end, source.cue.end) <= figure.start and figure.end <= max(
            source.span.start, source.cue.start
        )
        ranked.append(((same_part, source.sure, near, within, -apart), source))
    best = max(ranked, key=lambda entry: entry[0])[1] if ranked else None
    if best is not None and _number(pieces, best.cue.start) == home:
        return best.span
    opens = home or (sources and _ends_piece(tokens, figure, pieces[home][1], lexicon))
    lead = _lead(tokens, pieces[home], code, figure) if opens else None
    if lead is None and sources and home > 1 and home - 1 not in counted:
        lead = _lone(tokens, pieces[home - 1], lexicon, code)
    return lead or (best.span if best is not None else None)


def _is_of_next(
    source: Source, figure: Span, sources: Sequence[Source], figures: Sequence[Span], verb_first: bool
) -> bool:
    """Whether a source and its verb lead to another figure behind this one, which has its own before it: "the union
    says that 92 per cent took part | the firm says 61"."""
    span = source.span
    if span is None or not figure.end <= min(span.start, source.cue.start):
        return False
    if source.cue.start < span.start and not verb_first:
        return False  # "…, said police": a verb before its subject ends what was said
    if not any(max(source.cue.end, span.end) <= other.start for other in figures):
        return False
    before = [o for o in sources if o.span is not None and (verb_first or o.span.start < o.cue.start)]
    return any(
        other.cue.end <= figure.start
        and not any(other.cue.end <= third.start < figure.start for third in figures if third != figure)
        for other in before
    )


def _is_counted(source: Source, figure: Span, tokens: Sequence[Token], code: str) -> bool:
    """Whether the subject of a verb, which no word tells for a source, is what the figure right before it counts: "27
    people reported a fever"."""
    span = source.span
    if span is None or not figure.end <= span.start <= figure.end + 1 or source.cue.start < span.end:
        return False
    words = [token for token in tokens if span.start <= token.start < span.end]
    return not any(token.tag & BODY or tells_a_kind(token.text, code) for token in words)


def _number(pieces: Sequence[tuple[int, int, int]], at: int) -> int:
    return next((n for n, (start, end, _) in enumerate(pieces) if start <= at <= end), len(pieces) - 1)


def _ends_piece(tokens: Sequence[Token], figure: Span, end: int, lexicon: Lexicon) -> bool:
    """Whether a figure ends its piece, where verbs end sentences or one word alone stands before it: what says it comes
    later ("Polis 15 bin, sendikalar ise 40 bin kişi diyor")."""
    behind = [token for token in tokens if figure.end <= token.start < end]
    before = [token for token in tokens if token.end <= figure.start and not token.tag & ARTICLE]
    return (lexicon.section.verb_final or len(before) == 1) and not behind


def _lead(tokens: Sequence[Token], piece: tuple[int, int, int], code: str, figure: Span) -> Span | None:
    """The source that opens a clause without a verb: "the firm puts it at 94 million, the union at 60"."""
    inside = [n for n, token in enumerate(tokens) if piece[0] <= token.start < min(piece[1], figure.start)]
    while inside and tokens[inside[0]].tag & STOP and not tokens[inside[0]].tag & (ARTICLE | BODY | ROLE):
        inside = inside[1:]  # "but", "while"
    bare = [n for n in inside if not tokens[n].tag & ARTICLE and tokens[n].kind == WORD]
    if not bare or len(inside) > _LEAD:
        return None
    if not tokens[bare[0]].tag & (BODY | ROLE) and not tells_a_kind(tokens[bare[0]].text, code):
        return None
    if not load_lexicon(code).section.spaced and any(not tokens[n].tag for n in bare[1:]):
        return None  # no blanks part what follows from a verb: 企业将因此新增9000
    return Span(tokens[inside[0]].start, tokens[bare[0]].end)


def _lone(tokens: Sequence[Token], piece: tuple[int, int, int], lexicon: Lexicon, code: str) -> Span | None:
    """The source that is a clause for itself: "the union speaks of 40,000; the police, of 12,000"."""
    inside = [token for token in tokens if piece[0] <= token.start < piece[1] and token.kind == WORD]
    while inside and inside[0].tag & (STOP | LINK) and not inside[0].tag & (ARTICLE | BODY | ROLE):
        inside = inside[1:]
    bare = [token for token in inside if not token.tag & ARTICLE]
    if not 0 < len(bare) <= _NAME or any(t.tag & STOP and not t.tag & (BODY | ROLE) for t in bare):
        return None
    named = lexicon.section.cased and not lexicon.section.noun_capitals and all(t.text[0].isupper() for t in bare)
    named = named or bool(bare[0].tag & (BODY | ROLE)) or tells_a_kind(bare[0].text, code)
    return Span(inside[0].start, bare[-1].end) if named else None
