"""Reads a noun phrase beside a cue: the office or body that speaks where nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claims.cues import ARTICLE, LINK, PARTICLE, PRONOUN, ROLE, SKIP, STOP, SUBJUNCTIVE, TERRITORY, THAT, TO, Lexicon
from claims.quotes_words import POINT, QUOTE, WORD, Token

__all__ = [
    "Mention",
    "MentionKind",
    "is_common",
    "is_governed",
    "is_name_word",
    "is_territory",
    "phrase_after",
    "phrase_before",
]

_ADJECTIVES = ("e", "en", "er", "es", "em")
MentionKind = Literal["name", "role", "pronoun"]
_LONGEST = 12
"""A speaker's noun phrase without a name is not longer than this many tokens."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` up to ``last``: the words for a speaker. ``score`` tells sure names (3) from likely ones."""

    first: int
    last: int
    kind: MentionKind
    score: int = 0


def phrase_after(tokens: Sequence[Token], lo: int, hi: int, lexicon: Lexicon) -> Mention | None:
    """The noun phrase that begins at ``lo``, up to a preposition, an adverb or a clause."""
    if tokens[lo].tag & (STOP | THAT | TO) and not tokens[lo].tag & (ARTICLE | ROLE):
        return None
    end = lo
    while end < min(hi, lo + _LONGEST):
        token = tokens[end]
        if end > lo and token.tag & (STOP | THAT | TO | SKIP) and not token.tag & (LINK | ROLE | ARTICLE):
            break
        if token.kind == POINT and token.text not in {".", "&", "-"}:
            break
        if token.kind == POINT and token.text == "." and end + 1 >= hi:
            break
        if _begins_anew(tokens, lo, end) or (end > lo and _is_told(token, lexicon)):
            break
        end += 1
    while end > lo and tokens[end - 1].tag & (ARTICLE | LINK) and not tokens[end - 1].tag & ROLE:
        end -= 1
    if end > lo and all(t.kind == QUOTE or t.tag & ARTICLE for t in tokens[lo:end]):
        return Mention(lo, end, "role")  # schrieb „Die Zeit“
    return _checked(tokens, lo, end, lexicon)


def _is_told(token: Token, lexicon: Lexicon) -> bool:
    """Whether the ending says that somebody is told: "обећао је градоначелник трговцима"."""
    datives = lexicon.section.datives
    return bool(datives) and token.kind == WORD and token.low.endswith(datives) and not token.tag


def _begins_anew(tokens: Sequence[Token], lo: int, at: int) -> bool:
    """Whether the article at ``at`` opens a second phrase: "beloofde de wethouder | de winkeliers"."""
    token, previous = tokens[at], tokens[at - 1]
    if (
        at < (lo + 1 if tokens[lo].tag & ROLE else lo + 2)
        or not token.tag & ARTICLE
        or token.tag & (LINK | STOP)
        or token.text[0].isupper()
    ):
        return False
    return previous.kind == WORD and not previous.tag & (ARTICLE | LINK | STOP | SKIP)


def phrase_before(tokens: Sequence[Token], lo: int, hi: int, lexicon: Lexicon) -> Mention | None:
    """The noun phrase that ends right before ``hi``."""
    role = next((i for i in range(lo, hi) if tokens[i].tag & ROLE and not is_governed(tokens, lo, i, False)), None)
    if role is not None:
        start = role
        while start > lo and tokens[start - 1].kind == WORD and not tokens[start - 1].tag & (STOP | SKIP | THAT):
            start -= 1
            if tokens[start].tag & ARTICLE:
                break
        found = phrase_after(tokens, start, hi, lexicon)
        if found is not None and found.last < hi and found.last - 1 > role and tokens[found.last].tag & ARTICLE:
            found = Mention(found.first, found.last - 1, found.kind)  # "its general staff put | its own losses"
        return found
    start = hi
    while start > lo and hi - start < _LONGEST:
        token = tokens[start - 1]
        if token.tag & (STOP | THAT | TO) and not token.tag & (LINK | ARTICLE):
            return None if _only_governed(tokens, lo, start) else _checked(tokens, start, hi, lexicon)
        if token.kind == POINT and token.text != "&":
            break
        start -= 1
        if token.tag & ARTICLE and not (start > lo and tokens[start - 1].tag & LINK):
            if token.tag & LINK and start > lo and _may_go_on(tokens[start - 1]):
                continue  # "La Cour des comptes": an article that is a link too
            break
    if start > lo and tokens[start - 1].tag & STOP and not tokens[start - 1].tag & LINK:
        return None
    while start < hi and tokens[start].tag & SKIP and not tokens[start].tag & ARTICLE:
        start += 1
    return _checked(tokens, start, hi, lexicon)


def _may_go_on(token: Token) -> bool:
    return token.kind == WORD and not token.tag & (STOP | THAT | TO | SKIP | ARTICLE)


def _only_governed(tokens: Sequence[Token], lo: int, start: int) -> bool:
    return bool(tokens[start - 1].tag & STOP)


def _checked(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    words = [t for t in tokens[first:last] if t.kind == WORD]
    quotes = [t for t in tokens[first:last] if t.kind == QUOTE]
    if last - first > _LONGEST or not words:
        return None
    if len(words) == 1 and words[0].tag & PRONOUN and not quotes:
        return Mention(first, last, "pronoun")
    if all(w.tag & (STOP | ARTICLE | SKIP | LINK | THAT | TO) and not w.tag & ROLE for w in words) and not quotes:
        return None
    if lexicon.section.noun_capitals and not quotes and not _is_noun_phrase(words):
        return None
    return Mention(first, last, "role")


def _is_noun_phrase(words: Sequence[Token]) -> bool:
    """Where nouns have capitals: whether the words hold a noun and no verb in lower case before it."""
    noun = next((i for i, w in enumerate(words) if _has_capital(w) and not w.tag & (SKIP | STOP | ARTICLE)), None)
    if noun is None:
        return any(w.tag & ROLE for w in words)
    before = [w for w in words[:noun] if not w.tag & (ARTICLE | LINK | SKIP | STOP | PARTICLE)]
    return all(w.text[0].isdigit() or w.low.endswith(_ADJECTIVES) for w in before[-1:]) and not any(
        w.tag & SUBJUNCTIVE and w.text[0].islower() for w in words
    )


def _has_capital(token: Token) -> bool:
    """Whether ``token`` is written as a noun: Bericht, 58-Jährige."""
    return token.text[0].isupper() or (
        token.text[0].isdigit() and token.text[-1].isalpha() and not token.text.islower()
    )


def is_governed(
    tokens: Sequence[Token], lo: int, at: int, nouns: bool, conjunctions: frozenset[str] = frozenset()
) -> bool:
    """Whether a preposition, no mere conjunction, rules the name at ``at``: "in Kyiv", "with the support of Poland"."""
    for i in range(at - 1, max(lo - 1, at - 5), -1):
        token = tokens[i]
        if token.tag & ROLE or token.kind != WORD:
            return False
        if token.tag & ARTICLE and token.tag & LINK and (i == lo or tokens[i - 1].tag & (SKIP | STOP)):
            continue  # "der" begins the phrase: an article, no genitive
        if token.low in conjunctions and (i == lo or (i == at - 1 and _is_given(tokens[i - 1]))):
            return False  # "But Fowler said", "Ann and Willy Roe said"
        if token.tag & (LINK | TO) or (token.tag & STOP and not token.tag & SKIP):
            # "spokeswoman of the brigade Jane Roe": a noun between, an office before
            return (
                i == at - 1
                or bool(tokens[i + 1].tag & ARTICLE and i == at - 2)
                or not any(t.tag & ROLE for t in tokens[lo:i])
            )
        if not token.tag & ARTICLE and not token.text[0].islower():
            if nouns and i == at - 1 and not token.tag:
                continue  # "zum Rücktritt Hartmanns": the noun that the preposition rules
            return False
    return False


def _is_given(token: Token) -> bool:
    """Whether ``token`` may be a name that a conjunction joins to another: a capital and nothing known of it."""
    return token.kind == WORD and token.text[0].isupper() and not token.tag


def is_name_word(token: Token, lexicon: Lexicon) -> bool:
    if token.kind != WORD or (
        token.tag & (STOP | ARTICLE | PRONOUN | THAT | TO | SKIP) and not token.text[1:].isupper()
    ):
        return False
    return token.text[0].isupper() or token.text[0].istitle() or (token.text[0].isdigit() and token.text[-1].isupper())


def is_common(tokens: Sequence[Token], lo: int, at: int) -> bool:
    """Whether an article, with adjectives or not, stands before the noun at ``at``."""
    for i in range(at - 1, max(lo - 1, at - 4), -1):
        if tokens[i].tag & (ARTICLE | STOP):
            return True
        if tokens[i].kind != WORD or not tokens[i].text[0].islower():
            return False
        if i == at - 1 and not tokens[i].tag & SKIP:
            return True
    return False


def is_territory(token: Token, lexicon: Lexicon) -> bool:
    """Whether ``token`` is a country's name, in any case: CLDR has the nominative, endings change its last letters."""
    if token.tag & TERRITORY:
        return True
    low = token.low
    if len(low) < 5:
        return False
    return any(lexicon.tags.get(low[:-cut] + end, 0) & TERRITORY for cut in (1, 2) for end in _ENDINGS)


_ENDINGS = ("", "а", "я", "ія", "ия", "o", "a", "ia", "y", "о", "ko", "sko", "e", "en")
