"""Whether a speaker as written is a body or an office rather than a named person."""

from __future__ import annotations

from functools import lru_cache

import regex

from claims.cues import BODY, LINK, PRONOUN, ROLE, TITLE, tag_words
from claims.cues_lexicon import load_lexicon
from claims.quotes_words import WORD, Token

__all__ = ["is_body", "is_office", "is_titled"]

_PHRASE = 4
"""Words before a name among which an office makes it a person's: "head of the committee Ann Roe"."""
_BEFORE = 60
"""Letters before a name in which such words stand."""
_MARKS = " «„“\"'「"
_PARTING = ".!?,;:\n。！？，；：、"


def is_office(name: str, language: str) -> bool:
    """Whether ``name`` is a pronoun, a body by its own noun, or an office of one ("the ministry's spokesman")."""
    tags = _tags(name, language)
    if len(tags) == 1 and tags[0] & PRONOUN and not (load_lexicon(language).section.cased and name[:1].isupper()):
        return True
    if any(tag & BODY for tag in tags):
        return True
    if load_lexicon(language).section.cased or not tags:
        return False
    return all(tags) or (bool(tags[-1] & ROLE) and len(tags) > 2 and bool(tags[-2] & LINK))


def is_body(name: str, text: str, language: str) -> bool:
    """Whether ``text`` has a body's noun right before ``name``: "the company Norvik Line"."""
    return any(tags[-1] & BODY and not any(tag & ROLE for tag in tags) for tags in _leads(name, text, language))


def is_titled(name: str, text: str, language: str) -> bool:
    """Whether ``text`` has a person's office or title before ``name``: "government adviser Ann Roe"."""
    return any(tag & (ROLE | TITLE) and not tag & BODY for tags in _leads(name, text, language) for tag in tags)


def _leads(name: str, text: str, language: str) -> list[tuple[int, ...]]:
    """What the last words before each place of ``name`` in ``text`` can be, up to a comma or the like."""
    found = []
    for match in regex.finditer(regex.escape(name), text):
        before = text[max(0, match.start() - _BEFORE) : match.start()].rstrip(_MARKS)
        last = max(before.rfind(sign) for sign in _PARTING) + 1
        tags = _tags(before[last:], language)[-_PHRASE:]
        if tags:
            found.append(tags)
    return found


@lru_cache(maxsize=8192)
def _tags(words: str, language: str) -> tuple[int, ...]:
    lexicon = load_lexicon(language)
    tokens = [
        Token(m.start(), m.end(), m.group(), m.group().lower(), WORD)
        for m in lexicon.pattern.finditer(words)
        if m.group(1)
    ]
    tag_words(tokens, lexicon)
    return tuple(token.tag for token in tokens)
