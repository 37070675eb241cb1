"""Whether a speaker as written is a body or an office rather than a named person."""

from __future__ import annotations

from functools import lru_cache

import regex

from claims.cues import BODY, PRONOUN, ROLE, Lexicon, load_lexicon

__all__ = ["is_body", "is_office"]

_PHRASE = 4
"""Words before a name among which an office makes it a person's: "head of the committee Ann Roe"."""
_WORD = regex.compile(r"[\p{L}\p{M}'’\-]+")


def is_office(name: str, language: str) -> bool:
    """Whether ``name`` is a pronoun, or an office told by its body alone ("the ministry's spokesman")."""
    words, lexicon = _words(name, language)
    tags = [lexicon.tag(word) for word in words]
    if len(tags) == 1 and tags[0] & PRONOUN and not (lexicon.section.cased and words[0][:1].isupper()):
        return True
    return any(tag & BODY for tag in tags) and any(tag & ROLE and not tag & BODY for tag in tags)


def is_body(name: str, text: str, language: str) -> bool:
    """Whether ``name`` holds a body's noun, or ``text`` has one right before it: "the company Norvik Line"."""
    words, lexicon = _words(name, language)
    if any(lexicon.tag(word) & BODY for word in words):
        return True
    return any(_is_headed(text, match.start(), lexicon) for match in regex.finditer(regex.escape(name), text))


def _is_headed(text: str, start: int, lexicon: Lexicon) -> bool:
    before = text[max(0, start - 40) : start]
    if not before.rstrip(" «„“\"'「") or before[-1:] in ".!?,;:\n":
        return False
    tokens = [m.group() for m in lexicon.pattern.finditer(before.rstrip(" «„“\"'「")) if m.group(1)]
    tags = [lexicon.tag(token) for token in tokens[-_PHRASE:]]
    return bool(tags) and bool(tags[-1] & BODY) and not any(tag & ROLE for tag in tags)


@lru_cache(maxsize=4096)
def _words(name: str, language: str) -> tuple[tuple[str, ...], Lexicon]:
    lexicon = load_lexicon(language)
    if lexicon.section.spaced:
        return tuple(_WORD.findall(name)), lexicon
    return tuple(m.group(1) for m in lexicon.pattern.finditer(name) if m.group(1)), lexicon
