"""Sources that no verb credits: "Police: 4,500 at march", "4,500 marched – police", "the ministry's figure of 310"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

import regex

from claims.claimants_bounds import Phrase, is_figure
from claims.claimants_kinds import is_account, is_nobody, kinds_told
from claims.claimants_phrases import phrase_before
from claims.cues import ARTICLE, BODY, LINK, ROLE, SKIP, STOP, Lexicon
from claims.lexicon import number_grammar
from claims.quotes_words import WORD, Token
from records.span import Span

__all__ = ["find_labels", "find_owned"]

_COLONS, _DASHES = frozenset(":："), frozenset("–—")
_CUTS = frozenset(";；.!?…。！？,،、，") | _COLONS | _DASHES
_APOSTROPHES = frozenset("'’")
_POSSESSIVE = regex.compile(r"(?<=.)['’]s?$")
_BEFORE = 4
"""Tokens between a word for figures and the figure, at most."""
_LONGEST = 5
"""Words of such a source, at most."""
_ENDING = 4
"""Letters that a word for a kind may have behind its stem: Gewerkschaft | en, not Polizei | einsatz."""
_CALLED = frozenset(
    (
        "ministry",
        "government",
        "authorities",
        "police",
        "interior",
        "prosecutor",
        "army",
        "rescue",
        "mayor",
        "governor",
        "union",
        "insurers",
        "central_bank",
        "statistics",
        "hospital",
        "un",
        "red_cross",
        "residents",
        "organisers",
        "auditors",
        "regulator",
        "customs",
        "security",
        "rebels",
        "pollster",
    )
)
"""Kinds of whom a name alone is no topic, as "Weather: 30 degrees" and "Schools: 300 posts vacant" are."""


def find_labels(
    sentence: str, tokens: Sequence[Token], lexicon: Lexicon, figures: Sequence[Span], taken: Set[int]
) -> list[tuple[Span, Span]]:
    """The phrases that a colon behind them or a dash before them credits a figure to, each with the place that stands
    for its verb: right behind the colon, the dash."""
    found: list[tuple[Span, Span]] = []
    start = 0
    for n, token in enumerate(tokens):
        if token.text not in _CUTS or is_figure(token, figures):
            continue
        follows = n + 1 < len(tokens) and any(token.end <= figure.start for figure in figures)
        if token.text in _COLONS and follows and _is_source(sentence, tokens, (start, n), lexicon, figures, taken):
            found.append((_span(tokens, (start, n)), Span(token.end, token.end)))
        start = n + 1
    tail = _tail(tokens)
    if tail is not None and any(figure.end <= tokens[tail[0]].start for figure in figures):
        body = any(token.tag & BODY for token in tokens[tail[0] : tail[1]])
        if body and _is_source(sentence, tokens, tail, lexicon, figures, taken):
            dash = tokens[tail[0] - 1]
            found.append((_span(tokens, tail), Span(dash.start, dash.start)))
    return found


def _span(tokens: Sequence[Token], phrase: Phrase) -> Span:
    """Where a phrase stands, without the ending of a possessive."""
    start, last = tokens[phrase[0]].start, tokens[phrase[1] - 1]
    return Span(start, last.start + len(_POSSESSIVE.sub("", last.text)))


def _tail(tokens: Sequence[Token]) -> Phrase | None:
    """What stands between the last dash and the end of the sentence."""
    last = len(tokens)
    while last and tokens[last - 1].kind != WORD:
        last -= 1
    dash = next((n for n in range(last - 1, 0, -1) if tokens[n].text in _DASHES), None)
    return (dash + 1, last) if dash is not None and dash + 1 < last else None


def _is_source(
    sentence: str,
    tokens: Sequence[Token],
    phrase: Phrase,
    lexicon: Lexicon,
    figures: Sequence[Span],
    taken: Set[int],
) -> bool:
    """Whether a phrase is the name of a body and no more: its first word, or any where no preposition stands within,
    is one for a kind of source."""
    words = tokens[phrase[0] : phrase[1]]
    if not 0 < len(words) <= _LONGEST or any(n in taken for n in range(*phrase)):
        return False
    if any(token.kind != WORD or is_figure(token, figures) for token in words):
        return False
    plain = [t for t in words if not t.tag & ARTICLE]
    if not plain or any(t.tag & STOP and not t.tag & (LINK | BODY | ROLE) for t in plain):
        return False
    if plain[0].tag & LINK and not plain[0].tag & (BODY | ROLE):
        return False
    if not all(_belongs(words, n, lexicon) for n in range(len(words))):
        return False
    heads = plain[:1] if any(token.tag & LINK for token in plain) else plain
    told = kinds_told(sentence[words[0].start : words[-1].end], lexicon.code)
    return bool(told & _CALLED) and any(t.tag & BODY or _is_head(t.low, lexicon.code) for t in heads)


def _belongs(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word can be of the name of a body: it tells a kind, is a name, or what a preposition ties to one.

    In "insurers reacted at once: rates rose to 2 %" and "Hospital hack: 300 operations put off" one is not.
    """
    token = words[at]
    if token.tag & (ARTICLE | LINK | BODY | ROLE) or kinds_told(token.text, lexicon.code):
        return True
    tied = at > 0 and bool(words[at - 1].tag & (LINK | ARTICLE))
    names = lexicon.section.cased and not lexicon.section.noun_capitals
    return tied or (at > 0 and names and token.text[0].isupper())


def _is_head(word: str, code: str) -> bool:
    """Whether ``word`` is one for a kind of source, with an ending at most."""
    whole, stems = _called(code)
    return word in whole or any(word.startswith(stem) and len(word) - len(stem) <= _ENDING for stem in stems)


@cache
def _called(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words for the kinds of sources that are called so, and the beginnings of such words."""
    listed = number_grammar(code).section.claim_kinds
    words = [word for kind in _CALLED & listed.keys() for word in listed[kind]]
    stems = sorted({word.strip("*").lower() for word in words if word.endswith("*")})
    return frozenset(word.lower() for word in words if "*" not in word), tuple(stems)


def find_owned(
    sentence: str, tokens: Sequence[Token], lexicon: Lexicon, figures: Sequence[Span], taken: Set[int]
) -> list[tuple[Span, Span]]:
    """The bodies named right before a word for figures that leads to one, each with the place of that word: "the
    defence ministry's figure of 310", "police estimates of 3,000"."""
    found: list[tuple[Span, Span]] = []
    for n, token in enumerate(tokens):
        if not n or n in taken or not is_account(token.text, lexicon.code):
            continue
        end = n
        while end and (tokens[end - 1].text in _APOSTROPHES or _is_filler(tokens, end - 1, lexicon.code)):
            end -= 1
        phrase = phrase_before(tokens, end, lexicon, figures, set(taken))
        if phrase is None or phrase[1] != end:
            continue
        if not _leads(tokens, n + 1, figures) and not _is_put_by(tokens, phrase, n, figures):
            continue
        told = kinds_told(sentence[tokens[phrase[0]].start : tokens[phrase[1] - 1].end], lexicon.code)
        last = tokens[end - 1]
        if told & _CALLED and (last.tag & BODY or _is_head(last.low, lexicon.code)):
            found.append((_span(tokens, phrase), Span(token.start, token.end)))
    return found


def _is_put_by(tokens: Sequence[Token], phrase: Phrase, account: int, figures: Sequence[Span]) -> bool:
    """Whether a preposition and a possessive make the source of an earlier figure: "40,000 | by the unions' count"."""
    owns = any("'" in token.text or "’" in token.text for token in tokens[phrase[1] - 1 : account])
    ruled = phrase[0] > 0 and bool(tokens[phrase[0] - 1].tag & STOP)
    return owns and ruled and any(figure.end <= tokens[phrase[0]].start for figure in figures)


def _is_filler(tokens: Sequence[Token], at: int, code: str) -> bool:
    """Whether a word says nothing but which figures: "own", "latest"; so does the s of a possessive."""
    possessive = tokens[at].low == "s" and at > 0 and tokens[at - 1].text in _APOSTROPHES
    return possessive or is_nobody([tokens[at].low], code)


def _leads(tokens: Sequence[Token], at: int, figures: Sequence[Span]) -> bool:
    """Whether nothing but small words stands between token ``at`` and a figure."""
    for token in tokens[at : at + _BEFORE]:
        if is_figure(token, figures):
            return True
        if not token.tag & (STOP | LINK | ARTICLE | SKIP) and token.text not in _CUTS:
            return False
    return False
