"""Where a phrase that may name a claimant ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claims.claimants_kinds import kinds_told, negating_words, tells_a_kind
from claims.cues import ARTICLE, BODY, COMPLEMENT, LINK, PARTICLE, PRONOUN, ROLE, SKIP, STOP, THAT, TO, Lexicon
from claims.lexicon import number_grammar
from claims.quotes_words import WORD, Token
from records.span import Span

__all__ = ["Phrase", "bounds", "ends", "is_figure", "leaves", "reads_as_source", "ties", "trimmed", "without_measured"]

Phrase = tuple[int, int]
"""First token and the one after the last."""

_LED = 3
"""Tokens from a preposition to its day, at most."""
_OPENING, _CLOSING = frozenset("«„“\"'”「『"), frozenset("»“”\"'」』")
_APOSTROPHES = frozenset("'’")


def reads_as_source(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether an office, a body or a name is among the words."""
    words = tokens[phrase[0] : phrase[1]]
    if any(token.tag & (BODY | ROLE) for token in words):
        return True
    named = [t for n, t in enumerate(words) if t.text[:1].isupper() and phrase[0] + n > 0]
    return lexicon.section.cased and not lexicon.section.noun_capitals and bool(named)


def ends(
    tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon, figures: Sequence[Span], taken: set[int]
) -> bool:
    """Whether the phrase from ``start`` ends before token ``at``."""
    token = tokens[at]
    if token.text in _OPENING and at + 1 < len(tokens) and tokens[at + 1].kind == WORD:
        return lexicon.section.cased and not tokens[at + 1].text[:1].isupper()
    if (token.text in _CLOSING and at > start + 1) or _is_named(tokens, start, at, lexicon):
        return False
    if at > start and ties(tokens, at, lexicon):
        return False
    return bounds(tokens, at, figures, at in taken) or (at > start and leaves(tokens, at, lexicon))


def _is_named(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether token ``at`` stands in a name in marks, opened behind ``start`` and closed: фонда «Мнение»."""
    opened = next((n for n in range(at - 1, max(start, at - _LED) - 1, -1) if tokens[n].text in _OPENING), None)
    if opened is None or not lexicon.section.cased or any(t.text in _CLOSING for t in tokens[opened + 1 : at + 1]):
        return False
    closes = any(t.text in _CLOSING for t in tokens[at + 1 : at + 1 + _LED])
    return closes and tokens[opened + 1].text[:1].isupper()


def ties(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the preposition at token ``at`` goes on with the name of the body before it: Ministry for Emergencies."""
    if tokens[at].low not in lexicon.ties or not 0 < at < len(tokens) - 1:
        return False
    following = tokens[at + 1]
    plain = following.kind == WORD and not following.low[0].isdigit() and not following.tag & (SKIP | PRONOUN)
    return bool(tokens[at - 1].tag & BODY) and plain


def leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether token ``at`` belongs no more to a phrase that the tokens before it make."""
    token = tokens[at]
    if lexicon.section.adjuncts and lexicon.section.verb_first:
        owned = token.tag & (BODY | ROLE | LINK) and not token.tag & STOP  # بيانات مكتب الإحصاء
        ruled = tokens[at - 1].tag & BODY and not tokens[at - 1].text.startswith(lexicon.section.adjuncts)
        owned = owned or (ruled and not token.tag)  # حكومة فاردانيا
        led = tokens[at - 1].tag & LINK or tokens[at - 1].text in _OPENING  # وبحسب "جبهة الشمال"
        return not owned and not led and not token.text.startswith(lexicon.section.adjuncts)
    if token.tag & (SKIP | PRONOUN) and not token.tag & (BODY | ROLE | LINK | ARTICLE):
        return True
    if token.low in negating_words(lexicon.code):
        return True  # "volgens de autoriteit | geen uitzonderlijk aantal"
    if token.tag & ARTICLE and not token.tag & LINK and lexicon.section.links:
        return not tokens[at - 1].tag & (LINK | ARTICLE)  # another phrase begins: "secondo la corte dei conti il danno"
    if lexicon.section.noun_capitals and tokens[at - 1].text[:1].isupper():
        return token.text[:1].islower() and not token.tag & (ARTICLE | LINK | PARTICLE)
    return False


def bounds(tokens: Sequence[Token], at: int, figures: Sequence[Span], is_cue: bool) -> bool:
    """Whether no phrase goes over token ``at``."""
    token = tokens[at]
    if token.text in _APOSTROPHES and at and tokens[at - 1].end == token.start and tokens[at - 1].kind == WORD:
        return False  # "the insurers' association"
    if is_cue or token.kind != WORD or token.low[:1].isdigit() or is_figure(token, figures):
        return True
    if token.tag & (THAT | TO | COMPLEMENT) and not token.tag & (BODY | ROLE | ARTICLE | LINK):
        return True
    return bool(token.tag & STOP) and not token.tag & (LINK | ARTICLE | BODY | ROLE)


def is_figure(token: Token, figures: Collection[Span]) -> bool:
    return any(figure.start < token.end and token.start < figure.end for figure in figures)


def trimmed(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Without words at either end that belong to no phrase; None where no word is left."""
    while end > start and (tokens[end - 1].kind != WORD and tokens[end - 1].text not in _CLOSING):
        end -= 1
    while end > start and tokens[end - 1].tag & (LINK | STOP) and not tokens[end - 1].tag & (BODY | ROLE):
        end -= 1
    while start < end and tokens[start].kind != WORD and tokens[start].text not in _OPENING:
        start += 1
    content = [t for t in tokens[start:end] if t.kind == WORD and not (t.tag & ARTICLE and t.low != t.text.upper())]
    return (start, end) if content and any(len(t.text) > 1 or t.text > "\u2e80" for t in content) else None


def without_measured(tokens: Sequence[Token], phrase: Phrase, code: str) -> Phrase:
    """Without the object of a verb that stands beside its subject, nothing between the two: "Straty | rząd szacuje",
    "قدرت الحكومة | الأضرار"; a preposition or an article ties a noun to the name instead."""
    start, end = phrase
    words = number_grammar(code).section.claim_measured
    heads = [n for n in range(start, end) if tokens[n].tag & (BODY | ROLE) or tells_a_kind(tokens[n].text, code)]
    heads = heads or [n for n in range(start, end) if kinds_told(tokens[n].text, code)]
    objects = [n for n in range(start, end) if tokens[n].low in words and n not in heads]
    if not heads or not objects or any(tokens[n].tag & (LINK | ARTICLE) for n in range(start, end)):
        return phrase
    if objects[0] == start:
        return heads[0], end
    return (start, objects[0]) if heads[0] < objects[0] else phrase
