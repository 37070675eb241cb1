"""The body or office that opens or ends the clause of a verb of saying, when it does not stand right beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.claimants_bounds import Phrase, ties
from claims.claimants_kinds import tells_a_kind
from claims.claimants_phrases import phrase_after
from claims.cues import ARTICLE, BODY, LINK, ROLE, STOP, THAT, Cue, Lexicon
from claims.quotes_words import POINT, WORD, Token
from configs.agencies import agency_names
from records.span import Span

__all__ = ["closing_phrase", "opening_phrase", "owner_phrase"]

_LEAD = 6
"""Tokens between the start of a clause and the body that opens it."""


def closing_phrase(
    tokens: Sequence[Token],
    cue: Cue,
    lexicon: Lexicon,
    figures: Sequence[Span],
    taken: set[int],
    speaks: Callable[[Phrase], bool],
) -> Phrase | None:
    """The body or office that ends the sentence behind the verb at ``cue``, where verbs mostly end it themselves."""
    phrase = phrase_after(tokens, cue.last, lexicon, figures, taken, True)
    if phrase is None or not speaks(phrase) or phrase[1] < len(tokens) - 1:
        return None
    return phrase if all(token.kind == POINT for token in tokens[phrase[1] :]) else None


def opening_phrase(
    tokens: Sequence[Token],
    cue: Cue,
    lexicon: Lexicon,
    figures: Sequence[Span],
    speaks: Callable[[Phrase], bool],
    whole: bool = False,
) -> Phrase | None:
    """The body or office that opens the clause of the verb at ``cue``, or the ``whole`` sentence: "A szakszervezet
    1200 … beszél"; before a verb that says nothing but so, also one that only its kind tells."""
    last = cue.first
    if cue.kind == "own" and last and tokens[last - 1].kind == POINT:
        last -= 1  # an aside: "the union has, by its own count, 2,400 members"
    start = 0 if whole else next((n + 1 for n in range(last - 1, -1, -1) if tokens[n].kind == POINT), 0)
    closes = cue.last >= len(tokens) or tokens[cue.last].kind == POINT
    if closes and start < last and tokens[start].low in lexicon.section.subordinators:
        start += 1  # "während | die Polizei 15.000 zählte"
    for n in range(start, min(last, start + _LEAD)):
        token = tokens[n]
        if any(figure.start < token.end and token.start < figure.end for figure in figures):
            return None
        pair = " ".join(t.text for t in tokens[n : min(n + 2, last)])
        if token.tag & (BODY | ROLE) or (cue.kind in ("verb", "own") and tells_a_kind(pair, lexicon.code)):
            first = _own_article(tokens, start, n) if cue.kind == "own" else start
            return first, _named_to(tokens, n + 1, last, lexicon, figures, speaks)
        if token.tag & (STOP | THAT | LINK) and not token.tag & ARTICLE:
            return None
    return None


def owner_phrase(
    tokens: Sequence[Token], cue: Cue, lexicon: Lexicon, figures: Sequence[Span], speaks: Callable[[Phrase], bool]
) -> Phrase | None:
    """The body behind words such as "by its own count": "nach eigenen Angaben nahm | das Klinikum"."""
    for n in range(cue.last, min(len(tokens), cue.last + _LEAD)):
        token = tokens[n]
        if token.kind == POINT and token.text not in ",،、，":
            return None
        if any(figure.start < token.end and token.start < figure.end for figure in figures):
            return None
        if token.tag & (BODY | ROLE) or tells_a_kind(token.text, lexicon.code):
            return _own_article(tokens, cue.last, n), _named_to(tokens, n + 1, len(tokens), lexicon, figures, speaks)
    return None


def _own_article(tokens: Sequence[Token], first: int, at: int) -> int:
    """Where the article right before token ``at`` stands, if it does behind ``first``; else ``at``."""
    return at - 1 if at > first and tokens[at - 1].tag & ARTICLE else at


def _named_to(
    tokens: Sequence[Token],
    at: int,
    last: int,
    lexicon: Lexicon,
    figures: Sequence[Span],
    speaks: Callable[[Phrase], bool],
) -> int:
    """Where a phrase ends that an office or a body opens: behind further such words and the name of who holds it."""
    while at < last and tokens[at].kind == WORD:
        token = tokens[at]
        if ties(tokens, at, lexicon):
            at += 2
            continue
        figure = any(figure.start < token.end and token.start < figure.end for figure in figures)
        held = lexicon.section.noun_capitals and token.text[0].isupper() and not token.tag and _holds(tokens, at)
        belongs = token.text.isalpha() and not token.tag & (STOP | THAT | LINK) and (held or speaks((at, at + 1)))
        if figure or not belongs or token.text in agency_names():
            break
        at += 1
    return at


def _holds(tokens: Sequence[Token], at: int) -> bool:
    """Whether token ``at`` may be of the name of who holds the office right before it: Sprecherin | Jana Holt."""
    return any(tokens[n].tag & ROLE for n in range(max(0, at - 2), at))
